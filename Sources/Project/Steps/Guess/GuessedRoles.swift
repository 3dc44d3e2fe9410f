// SPDX-License-Identifier: Apache-2.0

/// What the columns of a file seem to do: identify, tell the time, be observed, explain.
///
/// A column whose values are all different is the key of a register. Without one, dimensions are the
/// columns of codes and short texts that together tell rows apart; labels that only say a code again
/// are attributes. Where nothing tells rows apart, the number of the line does.
struct GuessedRoles: Sendable {
  private(set) var dimensions: [Int] = []
  private(set) var time: Int?
  /// Whether the number of the line is needed to tell rows apart.
  private(set) var needsLine = false
  private let columns: [GuessedColumn]
  private let contents: [GuessedContent]
  private let style: GuessedStyle

  private static let timeWords: Set<String> = [
    "YEAR", "YEARS", "YR", "TIME", "PERIOD", "TIME_PERIOD", "DATE", "MONTH", "QUARTER", "WEEK",
    "DAY",
    "ANNEE", "AN", "PERIODE", "MOIS", "TRIMESTRE", "JOUR", "SEMAINE", "ANO", "ANIO", "MES", "FECHA",
    "PERIODO",
  ]
  private static let keyWords: Set<String> = [
    "ID", "IDENTIFIER", "CODE", "NO", "NR", "NUM", "NUMBER", "KEY", "REF", "REFERENCE", "UUID",
    "IDENTIFIANT", "NUMERO", "CLE", "CODIGO", "CLAVE", "ISO", "ISO3", "ISO2", "M49",
  ]
  /// Longer texts are titles and remarks, not names of things that repeat.
  private static let longest = 60

  init(_ columns: [GuessedColumn], _ contents: [GuessedContent], _ style: GuessedStyle) {
    self.columns = columns
    self.contents = contents
    self.style = style
    if let key = registerKey {
      dimensions = [key]
      time = columns.indices.first { contents[$0] == .period && isNamedTime($0) && isWhole($0) }
      return
    }
    time = timeColumn
    dimensions = withoutLabels(columns.indices.filter { $0 != time && mayTellApart($0) })
    needsLine = dimensions.isEmpty || !areDifferent(dimensions + [time].compactMap(\.self))
    // With the line as key, columns are better attributes: they may be blank and repeat.
    if needsLine { (dimensions, time) = ([], nil) }
  }

  /// Whether a column is a number that is observed, not one that names something.
  func isMeasure(_ position: Int) -> Bool {
    guard !dimensions.contains(position), position != time, !isNamedKey(position) else {
      return false
    }
    return contents[position].isNumber
      || (contents[position] == .period && areBareYears(position) && !isNamedTime(position))
  }

  private var registerKey: Int? {
    let keys = columns.indices.filter { position in
      isWhole(position) && areDifferent([position]) && isShort(position)
        && (contents[position] == .text || contents[position] == .number(decimals: 0))
    }
    if let named = keys.first(where: isNamedKey) { return named }
    // The first column of a register names its rows; a unique text further on may be a title.
    return keys.first { $0 == 0 || contents[$0] == .text && $0 == 1 }.flatMap { first in
      let hasOther = columns.indices.contains { $0 != first && isMeasure($0) }
      return contents[first] == .text || hasOther ? first : nil
    }
  }

  private var timeColumn: Int? {
    let periods = columns.indices.filter { position in
      isWhole(position) && (contents[position] == .period || isISODate(position))
    }
    if let named = periods.first(where: isNamedTime) { return named }
    if let marked = periods.first(where: { !areBareYears($0) && !isISODate($0) }) { return marked }
    // Bare years may be amounts: they are time only where something else is observed.
    return periods.first { position in
      areBareYears(position)
        && contents.indices.contains { contents[$0].isNumber && !isNamedKey($0) }
    }
  }

  private func mayTellApart(_ position: Int) -> Bool {
    guard isWhole(position), isShort(position) else { return false }
    switch contents[position] {
    case .text, .boolean, .date: return true
    case .period: return !areBareYears(position) || isNamedTime(position)
    case .number(let decimals): return decimals == 0 && isNamedKey(position)
    }
  }

  /// Leaves out columns that say in words what a code beside them says.
  private func withoutLabels(_ candidates: [Int]) -> [Int] {
    candidates.filter { column in
      !candidates.contains { other in
        other != column && isLabel(column, of: other) && tells(other, column)
      }
    }
  }

  /// Whether a column reads like the words for another: `country` beside `country_code`, or words
  /// in small letters beside codes in capitals.
  private func isLabel(_ column: Int, of code: Int) -> Bool {
    if !Set(words(column)).isDisjoint(with: words(code)) {
      return (length(code), code) < (length(column), column)
    }
    return columns[column].texts.contains { $0.contains(where: \.isLowercase) }
      && !columns[code].texts.contains { $0.contains { $0.isLowercase || $0 == " " } }
  }

  /// Whether one column's value always comes with the same value of another; constants tell nothing.
  private func tells(_ column: Int, _ other: Int) -> Bool {
    guard distinct(other) > 1 else { return false }
    var known: [String: String] = [:]
    for (value, said) in zip(columns[column].texts, columns[other].texts)
    where known.updateValue(said, forKey: value) ?? said != said {
      return false
    }
    return known.count < columns[column].texts.count
  }

  private func areDifferent(_ positions: [Int]) -> Bool {
    guard let first = positions.first else { return false }
    var seen: Set<[String]> = []
    return columns[first].texts.indices.allSatisfy { row in
      seen.insert(positions.map { columns[$0].texts[row] }).inserted
    }
  }

  private func distinct(_ position: Int) -> Int { Set(columns[position].texts).count }

  private func length(_ position: Int) -> Int {
    columns[position].texts.reduce(0) { $0 + $1.utf8.count }
  }

  private func isWhole(_ position: Int) -> Bool {
    !columns[position].texts.isEmpty && !columns[position].texts.contains(where: style.isBlank)
  }

  private func isShort(_ position: Int) -> Bool {
    columns[position].texts.allSatisfy { $0.utf8.count <= GuessedRoles.longest }
  }

  private func isISODate(_ position: Int) -> Bool {
    contents[position] == .date && columns[position].texts.allSatisfy(GuessedContent.isPeriod)
  }

  private func areBareYears(_ position: Int) -> Bool {
    columns[position].texts.allSatisfy { $0.isEmpty || $0.utf8.count == 4 }
  }

  private func isNamedTime(_ position: Int) -> Bool {
    words(position).contains(where: GuessedRoles.timeWords.contains)
  }

  private func isNamedKey(_ position: Int) -> Bool {
    words(position).contains(where: GuessedRoles.keyWords.contains)
  }

  private func words(_ position: Int) -> [String] {
    [columns[position].id] + columns[position].id.split(separator: "_").map(String.init)
  }
}
