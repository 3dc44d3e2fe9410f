// SPDX-License-Identifier: Apache-2.0

internal import Platform
internal import Values

/// A column of a file that is being guessed at: its name and the texts that stand in it.
struct GuessedColumn: Sendable {
  /// The identifier that the component gets, letters and digits of ASCII alone.
  var id: String
  /// The name in the header.
  let name: String
  /// The texts in the order of the rows, without white space around them.
  private(set) var texts: [String] = []

  init(_ name: String, id: String) {
    self.name = name
    self.id = id
  }

  mutating func append(_ text: String) { texts.append(text) }

  /// Columns with identifiers that differ, in the order of a header.
  static func named(_ names: [String]) -> [GuessedColumn] {
    names.reduce(into: []) { columns, name in
      let id = GuessedName.identifier(name, otherwise: "COLUMN")
      let taken = columns.map(\.id)
      var unique = id
      var number = 2
      while taken.contains(unique) {
        unique = "\(id)_\(number)"
        number += 1
      }
      columns.append(GuessedColumn(name, id: unique))
    }
  }

  /// What the column holds when the file is written in a style.
  func content(_ style: GuessedStyle) -> GuessedContent {
    let values = texts.filter { !style.isBlank($0) }
    guard !values.isEmpty else { return .text }
    if values.allSatisfy(GuessedContent.isPeriod) {
      return values.allSatisfy { $0.utf8.count == 10 } ? .date : .period
    }
    if style.isWorkbook, isNamedDate, values.allSatisfy(GuessedContent.isSerialDay) { return .date }
    if !values.contains(where: GuessedContent.hasLeadingZero),
      let decimals = style.number.decimals(values)
    {
      return .number(decimals: decimals)
    }
    if style.date.reads(values) { return .date }
    return values.allSatisfy(GuessedContent.isTruth) ? .boolean : .text
  }

  private var isNamedDate: Bool {
    id.split(separator: "_").contains { GuessedColumn.dayWords.contains(String($0)) }
  }

  private static let dayWords: Set<String> = [
    "DATE", "DAY", "JOUR", "FECHA", "DIA", "START", "END", "DEBUT", "FIN", "INICIO",
  ]
}

/// What a column seems to hold.
enum GuessedContent: Sendable, Hashable {
  case text, boolean, date
  /// Years, months, quarters and other periods that SDMX knows; bare years may be numbers too.
  case period
  case number(decimals: Int)

  var isNumber: Bool { if case .number = self { true } else { false } }

  static func isPeriod(_ text: String) -> Bool {
    guard text.utf8.count >= 4, let period = TimePeriod(text) else { return false }
    return (1800..<2200).contains(period.year)
  }

  /// `007` is a code: as a number it would lose its zeros.
  static func hasLeadingZero(_ text: String) -> Bool {
    let digits = Array(text.utf8.prefix(2))
    let zero = UInt8(ascii: "0")
    return digits.count == 2 && digits[0] == zero && (zero...zero + 9).contains(digits[1])
  }

  /// What a workbook stores for a day between 1954 and 2064.
  static func isSerialDay(_ text: String) -> Bool { SerialDay.day(text) != nil }

  /// The words that are true or false; `1` and `0` are numbers.
  static func isTruth(_ text: String) -> Bool {
    ["true", "false", "yes", "no", "vrai", "faux", "oui", "non"].contains(text.lowercased())
  }
}

/// Identifiers made of names.
enum GuessedName {
  /// What a file is called, up to the first point.
  static func stem(_ path: String) -> String {
    path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
  }

  /// The name of a dataset: what it is given, or what the file is called.
  static func dataset(_ name: String) -> String {
    identifier(name, otherwise: "DATA").lowercased()
  }

  /// A name in capital letters, digits and `_`, letters without their accents.
  ///
  /// - Parameters:
  ///   - name: any text.
  ///   - word: what stands in front of a name that does not begin with a letter.
  /// - Returns: an SDMX identifier.
  static func identifier(_ name: String, otherwise word: String) -> String {
    var id = ""
    for scalar in name.uppercased().unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        id.unicodeScalars.append(scalar)
      } else {
        id += plain.first { $0.accented.contains(scalar) }?.letters ?? "_"
      }
    }
    while id.hasSuffix("_") { id.removeLast() }
    guard let first = id.unicodeScalars.first, first.properties.isAlphabetic else {
      return id.isEmpty || id.allSatisfy { $0 == "_" } ? word : "\(word)_\(id)"
    }
    return id
  }

  private static let plain: [(letters: String, accented: [Unicode.Scalar])] = [
    ("A", Array("ÀÁÂÃÄÅ".unicodeScalars)), ("AE", ["Æ"]), ("C", ["Ç"]),
    ("E", Array("ÈÉÊË".unicodeScalars)), ("I", Array("ÌÍÎÏ".unicodeScalars)), ("N", ["Ñ"]),
    ("O", Array("ÒÓÔÕÖØ".unicodeScalars)), ("OE", ["Œ"]), ("U", Array("ÙÚÛÜ".unicodeScalars)),
    ("Y", ["Ý"]),
  ]
}
