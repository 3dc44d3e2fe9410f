// SPDX-License-Identifier: Apache-2.0

internal import Values

/// A number that somebody typed as text.
enum TypedNumber {
  /// The number, and whether it is written as registers write it.
  case number(Decimal, isPlain: Bool)
  /// It can be read in two ways: `1,234`.
  case ambiguous
  /// It is none.
  case none

  /// Reads `1234.5`, `1 234,50`, `1,234,567.00`, `1.234.567,00`, `1'234.5`.
  ///
  /// The last of two different marks is the decimal one; a mark that comes twice groups thousands; a single
  /// mark before exactly three digits could be either.
  init(_ text: String) {
    if let plain = Decimal(text), !TypedNumber.isOneGroup(text, ".") {
      self = .number(plain, isPlain: true)
      return
    }
    let spaces: Set<Character> = [" ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "\u{2019}"]
    var plain = text.filter { !spaces.contains($0) }
    let marks = plain.filter { $0 == "," || $0 == "." }
    let last = marks.last
    if Set(marks).count == 2 {
      let other: Character = last == "," ? "." : ","
      guard marks.filter({ $0 == last }).count == 1, TypedNumber.isGrouped(plain, other) else {
        self = .none
        return
      }
      plain.removeAll { $0 == other }
    } else if marks.count > 1, let last {
      guard TypedNumber.isGrouped(plain, last) else {
        self = .none
        return
      }
      plain.removeAll { $0 == last }
    } else if let last, TypedNumber.isOneGroup(plain, last) {
      self = .ambiguous
      return
    }
    plain = String(plain.map { $0 == "," ? "." : $0 })
    let isNumber = plain.allSatisfy { $0.isASCII && ($0.isNumber || ".-+".contains($0)) }
    guard isNumber, let number = Decimal(plain) else {
      self = .none
      return
    }
    self = .number(number, isPlain: false)
  }

  /// One to three digits, the mark, exactly three digits.
  private static func isOneGroup(_ text: String, _ mark: Character) -> Bool {
    let parts = text.drop { "+-".contains($0) }.split(
      separator: mark,
      omittingEmptySubsequences: false
    )
    guard parts.count == 2, (1...3).contains(parts[0].count), parts[0] != "0" else { return false }
    return parts[1].count == 3 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  /// Groups of three digits between marks, before the decimals.
  private static func isGrouped(_ text: String, _ mark: Character) -> Bool {
    let whole = text.drop { "+-".contains($0) }.prefix { $0.isNumber || $0 == mark }
    let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
    return (1...3).contains(groups.first?.count ?? 0)
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}

/// A day that somebody typed as text.
enum TypedDay {
  /// The day, and whether it is written as registers write it.
  case day(CalendarDate, isStandard: Bool)
  /// It can be read in two ways: `03/04/2025`.
  case ambiguous
  /// It is none.
  case none

  /// Reads `2025-03-12`, `2025/3/12`, `12.03.2025`, `25/12/2025`, `12 March 2025`, `March 12, 2025`,
  /// `12 mars 2025`, `1er mars 2025`.
  init(_ text: String) {
    if let day = CalendarDate(text) {
      self = .day(day, isStandard: true)
      return
    }
    let parts = text.split { " /.-,\u{A0}".contains($0) }.map(String.init)
    guard parts.count == 3 else {
      self = .none
      return
    }
    self = TypedDay.numeric(parts, text) ?? TypedDay.named(parts) ?? .none
  }

  private static func numeric(_ parts: [String], _ text: String) -> TypedDay? {
    let isNumeric = parts.allSatisfy {
      $0.allSatisfy { $0.isASCII && $0.isNumber } && $0.count <= 4
    }
    let numbers = parts.compactMap { Int($0) }
    guard isNumeric, numbers.count == 3 else { return nil }
    if parts[0].count == 4 { return made(numbers[0], numbers[1], numbers[2]) }
    // A year of two digits could be a day.
    guard parts[2].count == 4 else { return TypedDay.none }
    let dayFirst = made(numbers[2], numbers[1], numbers[0])
    let monthFirst = made(numbers[2], numbers[0], numbers[1])
    // Points are written between day and month, in this order, wherever they are written.
    if text.contains(".") { return dayFirst }
    switch (dayFirst, monthFirst) {
    case (.day(let first, _), .day(let second, _)): return first == second ? dayFirst : .ambiguous
    case (.day, _): return dayFirst
    default: return monthFirst
    }
  }

  private static func named(_ parts: [String]) -> TypedDay? {
    guard let year = parts.firstIndex(where: { $0.count == 4 && Int($0) != nil }),
      let name = parts.firstIndex(where: { TypedWord.month($0) != nil }),
      let month = TypedWord.month(parts[name]), year != name
    else { return nil }
    let rest = parts.indices.first { $0 != year && $0 != name }
    // `1er`, `2nd`, `12th`
    let digits = rest.map { parts[$0].prefix { $0.isASCII && $0.isNumber } } ?? ""
    let suffix = rest.map { parts[$0].dropFirst(digits.count).lowercased() } ?? ""
    guard let day = Int(digits), ["", "er", "st", "nd", "rd", "th"].contains(suffix) else {
      return nil
    }
    return made(Int(parts[year]) ?? 0, month, day)
  }

  private static func made(_ year: Int, _ month: Int, _ day: Int) -> TypedDay {
    CalendarDate(year: year, month: month, day: day).map { .day($0, isStandard: false) } ?? .none
  }
}

/// Words that people type where a form expects a yes or a month.
///
/// - Source: Unicode CLDR, names of months in English, French, Spanish and Portuguese.
enum TypedWord {
  /// Yes or no; `nil` for any other word.
  static func boolean(_ text: String) -> Bool? {
    switch CellText.folded(text) {
    case "yes", "y", "true", "1", "oui", "o", "vrai", "si", "sim", "x": true
    case "no", "n", "false", "0", "non", "faux", "nao": false
    default: nil
    }
  }

  /// The number of a month by its name or the beginning of it, at least three letters.
  static func month(_ word: String) -> Int? {
    let folded = CellText.folded(word)
    guard folded.count >= 3, folded.allSatisfy(\.isLetter) else { return nil }
    var found: Set<Int> = []
    for names in months {
      for (position, name) in names.enumerated() where name.hasPrefix(folded) {
        if name == folded { return position + 1 }
        found.insert(position + 1)
      }
    }
    // `jui` could be June or July.
    return found.count == 1 ? found.first : nil
  }

  private static let months = [
    [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ],
    [
      "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
      "octobre", "novembre", "decembre",
    ],
    [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre",
    ],
    [
      "janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro",
      "outubro", "novembro", "dezembro",
    ],
  ]
}
