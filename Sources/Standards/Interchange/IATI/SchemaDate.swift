// SPDX-License-Identifier: Apache-2.0

internal import Values

/// Days and moments as XML Schema writes them, with or without a time zone.
///
/// - Source: W3C XML Schema 1.0, part 2, sections 3.2.7 (dateTime) and 3.2.9 (date).
enum SchemaDate {
  /// Whether a text is a day.
  static func isDate(_ text: String) -> Bool {
    guard let (_, rest) = day(text) else { return false }
    return isZone(rest)
  }

  /// Whether a text is a moment.
  static func isDateTime(_ text: String) -> Bool {
    guard let (_, rest) = day(text), rest.first == "T" else { return false }
    let bytes = Array(rest.dropFirst().utf8)
    guard bytes.count >= 8, bytes[2] == UInt8(ascii: ":"), bytes[5] == UInt8(ascii: ":"),
      let hour = number(bytes[0..<2]), let minute = number(bytes[3..<5]),
      let second = number(bytes[6..<8])
    else { return false }
    let isMidnight = hour == 24 && minute == 0 && second == 0
    guard hour < 24 || isMidnight, minute < 60, second < 60 else { return false }
    var zone = rest.dropFirst(9)
    if zone.first == "." {
      let digits = zone.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else { return false }
      zone = zone.dropFirst(1 + digits.count)
    }
    return isZone(zone)
  }

  /// The day that a day or a moment begins with; `nil` where the text is neither.
  static func parsed(_ text: String) -> CalendarDate? { day(CellText.trimmed(text))?.day }

  private static func day(_ text: String) -> (day: CalendarDate, rest: Substring)? {
    guard text.utf8.count >= 10, let day = CalendarDate(String(text.prefix(10))) else { return nil }
    return (day, text.dropFirst(10))
  }

  /// Nothing, `Z`, or `+05:30` up to fourteen hours.
  private static func isZone(_ text: Substring) -> Bool {
    if text.isEmpty || text == "Z" { return true }
    let bytes = Array(text.utf8)
    guard bytes.count == 6, "+-".utf8.contains(bytes[0]), bytes[3] == UInt8(ascii: ":"),
      let hour = number(bytes[1..<3]), let minute = number(bytes[4..<6])
    else { return false }
    return (hour < 14 && minute < 60) || (hour == 14 && minute == 0)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}

extension SchemaDate {
  /// The day of a text as `2025-03-31`; what is no day stays as it is, to be told by who reads it.
  static func day(_ text: String?) -> String? {
    text.map { parsed($0)?.description ?? $0 }
  }
}
