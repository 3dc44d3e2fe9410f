// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Values

/// Days of the calendar.
struct DateReading: FieldReading {
  let style: FieldStyle

  func column(_ fields: inout ComponentFields, _ name: String) -> Column {
    Column.dates(name, count: fields.count) { values, missing in
      fields.fill(values, &missing) { field throws(FieldFault) in
        guard let day = day(field) else { throw .badDate }
        return day
      }
    }
  }

  /// A cell that a workbook formats as a date comes as YYYY-MM-DD, whatever people type beside it, and
  /// with its hour where it has one.
  private func day(_ field: UnsafeBufferPointer<UInt8>) -> Int32? {
    if let typed = style.date.date(field) { return typed.daysSinceEpoch }
    guard style.isWorkbook else { return nil }
    return FieldStyle.DateForm.iso.date(field.withoutHour)?.daysSinceEpoch
      ?? SerialDay.day(
        String(decoding: field, as: UTF8.self),
        countsFrom1904: style.countsFrom1904
      )
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// `2024-05-01` of `2024-05-01T13:30:00`, and any other field as it is.
  var withoutHour: UnsafeBufferPointer<UInt8> {
    guard count == 19, self[10] == UInt8(ascii: "T") else { return self }
    return UnsafeBufferPointer(rebasing: self[..<10])
  }
}

extension FieldStyle.DateForm {
  /// The day that a field states; `nil` where it is written otherwise or does not exist.
  func date(_ field: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    var position = 0
    // 05/01/24 may be of any century, and of three orders: a year has four digits.
    let (short, long) = (1...2, 4...4)
    let digits = self == .iso ? (long, short, short) : (short, short, long)
    guard let first = number(field, &position, digits.0), passMark(field, &position),
      let second = number(field, &position, digits.1), passMark(field, &position),
      let third = number(field, &position, digits.2), position == field.count
    else { return nil }
    return switch self {
    case .iso: CalendarDate(year: first, month: second, day: third)
    case .dayMonthSlash, .dayMonthDot: CalendarDate(year: third, month: second, day: first)
    case .monthDaySlash: CalendarDate(year: third, month: first, day: second)
    }
  }

  private var mark: UInt8 {
    switch self {
    case .iso: UInt8(ascii: "-")
    case .dayMonthSlash, .monthDaySlash: UInt8(ascii: "/")
    case .dayMonthDot: UInt8(ascii: ".")
    }
  }

  private func passMark(_ field: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Bool {
    guard position < field.count, field[position] == mark else { return false }
    position += 1
    return true
  }

  /// A number of so many digits.
  private func number(
    _ field: UnsafeBufferPointer<UInt8>,
    _ position: inout Int,
    _ digits: ClosedRange<Int>
  ) -> Int? {
    var value = 0
    let start = position
    while position < field.count {
      let digit = field[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value * 10 + Int(digit)
      position += 1
      if position - start > digits.upperBound { return nil }
    }
    return digits.contains(position - start) ? value : nil
  }
}

/// True and false, in English and French.
struct BooleanReading: FieldReading {
  func column(_ fields: inout ComponentFields, _ name: String) -> Column {
    let booleans = BooleanColumnBuilder()
    for row in 0..<fields.count {
      guard let field = fields[row] else {
        booleans.appendNull()
        continue
      }
      switch String(decoding: field, as: UTF8.self).lowercased() {
      case "true", "yes", "1", "vrai", "oui": booleans.append(true)
      case "false", "no", "0", "faux", "non": booleans.append(false)
      default:
        booleans.appendNull()
        fields.fail(row, .badBoolean)
      }
    }
    return booleans.finish(name)
  }
}

/// Periods in the one form in which they are compared.
enum TimePeriodText {
  /// The period as SDMX prints it, or `nil` where the text is none.
  static func normalised(_ text: String) -> String? { TimePeriod(text)?.description }

  /// Whether a field is a year from 1000 to 9999, which prints as it is.
  static func isYear(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    field.count == 4 && field[0] != UInt8(ascii: "0")
      && field.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }
}
