// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Values

/// Days of the calendar.
final class DateFieldReader: FieldReader {
  private let dates = DateColumnBuilder()
  private let style: FieldStyle
  private var day: Int32 = 0

  init(_ style: FieldStyle) {
    self.style = style
    super.init(dates)
  }

  override func read(_ field: UnsafeBufferPointer<UInt8>) -> Fault? {
    accept()
    guard let read = style.date.date(field)?.daysSinceEpoch ?? serialDay(field) else {
      return .badDate
    }
    day = read
    return nil
  }

  override func append() throws { dates.append(day) }

  /// The day of a cell that a workbook formats as a date: it stores the days since 30 December 1899.
  ///
  /// Days before 1 March 1900 are refused: workbooks count a 29 February 1900 that never was.
  ///
  /// - Source: ISO/IEC 29500-1, 18.17.4.1: the 1900 date system.
  private func serialDay(_ field: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard style.isWorkbook, let serial = Int32(String(decoding: field, as: UTF8.self)),
      (61...2_958_465).contains(serial)
    else { return nil }
    return serial - 25_569
  }
}

extension FieldStyle.DateForm {
  /// The day that a field states; `nil` where it is written otherwise or does not exist.
  func date(_ field: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    let mark: UInt8 =
      switch self {
      case .iso: UInt8(ascii: "-")
      case .dayMonthSlash, .monthDaySlash: UInt8(ascii: "/")
      case .dayMonthDot: UInt8(ascii: ".")
      }
    let parts = field.split(separator: mark, omittingEmptySubsequences: false).map(number)
    guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else {
      return nil
    }
    return switch self {
    case .iso: CalendarDate(year: first, month: second, day: third)
    case .dayMonthSlash, .dayMonthDot: CalendarDate(year: third, month: second, day: first)
    case .monthDaySlash: CalendarDate(year: third, month: first, day: second)
    }
  }

  private func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard (1...4).contains(digits.count) else { return nil }
    var value = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}

/// True and false, in English and French.
final class BooleanFieldReader: FieldReader {
  private let booleans = BooleanColumnBuilder()
  private var value = false

  init() { super.init(booleans) }

  override func read(_ field: UnsafeBufferPointer<UInt8>) -> Fault? {
    accept()
    switch String(decoding: field, as: UTF8.self).lowercased() {
    case "true", "yes", "1", "vrai", "oui": value = true
    case "false", "no", "0", "faux", "non": value = false
    default: return .badBoolean
    }
    return nil
  }

  override func append() throws { booleans.append(value) }
}

/// Periods in the one form in which they are compared.
enum TimePeriodText {
  /// The period as SDMX prints it, or `nil` where the text is none.
  ///
  /// A plain year needs no parsing.
  static func normalised(_ text: String) -> String? {
    let bytes = text.utf8
    if bytes.count == 4, bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    {
      return text
    }
    return TimePeriod(text)?.description
  }
}
