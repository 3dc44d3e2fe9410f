// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Values

/// Numbers as the texts that registers hold, and back.
enum CellText {
  /// The number of a text where a cell gives exactly the same number back: a workbook is written with
  /// sixteen digits, and programs keep fifteen.
  static func number(_ text: String) -> Double? {
    let digits = text.utf8.filter { (48...57).contains($0) }.drop { $0 == 48 }
    let significant = digits.reversed().drop { $0 == 48 }.count
    guard significant <= 15, !text.contains("n"), !text.contains("N") else { return nil }
    return Double(text)
  }

  /// A number with the digits that people can have typed: fifteen, without an exponent.
  static func decimal(_ number: Double) -> Decimal? {
    guard number.isFinite else { return nil }
    var buffer = [CChar](repeating: 0, count: 40)
    _ = withVaList([number]) { vsnprintf(&buffer, buffer.count, "%.14e", $0) }
    let text = String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
    return Decimal(text)?.reduced
  }

  /// A number with all decimals of its type: 12.5 as `12.50`.
  static func text(_ number: Decimal, scale: Int) -> String {
    let missing = scale - number.scale
    guard missing > 0 else { return number.description }
    return number.description + (number.scale == 0 ? "." : "")
      + String(repeating: "0", count: missing)
  }

  /// The serial number of a day; `nil` for days that workbooks count wrongly.
  ///
  /// - Source: ISO/IEC 29500-1, 18.17.4.1.
  static func serial(_ text: String) -> Double? {
    guard let day = CalendarDate(text), day.daysSinceEpoch >= 61 - 25_569 else { return nil }
    return Double(day.daysSinceEpoch + 25_569)
  }

  /// A text without white space around it.
  static func trimmed(_ text: String) -> String {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? start
    return String(text[start..<end])
  }

  /// A text by which people's spellings are compared: small letters, no accents, single spaces.
  static func folded(_ text: String) -> String {
    var result = ""
    var needsSpace = false
    for scalar in text.lowercased().unicodeScalars.map({ base(of: $0) }) {
      guard let scalar else { continue }
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        if needsSpace, !result.isEmpty { result.append(" ") }
        needsSpace = false
        result.unicodeScalars.append(scalar)
      } else {
        needsSpace = true
      }
    }
    return result
  }

  /// A letter without its accent; `nil` for an accent alone.
  private static func base(of scalar: UnicodeScalar) -> UnicodeScalar? {
    if scalar.properties.generalCategory == .nonspacingMark { return nil }
    if scalar.isASCII { return scalar }
    return accents[scalar] ?? scalar
  }

  /// The accented letters of the languages of forms.
  private static let accents: [UnicodeScalar: UnicodeScalar] = {
    let groups = [
      "a": "àáâãäåā", "c": "çćč", "e": "èéêëēę", "i": "ìíîïī", "n": "ñń", "o": "òóôõöøō",
      "s": "şșšś", "t": "ţț", "u": "ùúûüū", "y": "ýÿ", "z": "žźż", "g": "ğ",
    ]
    var table: [UnicodeScalar: UnicodeScalar] = [:]
    for (base, letters) in groups {
      guard let base = base.unicodeScalars.first else { continue }
      for letter in letters.unicodeScalars { table[letter] = base }
    }
    return table
  }()
}
