// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// A column that would hold numbers, dates or periods but for a few of its values, and so is taken as text.
///
/// An office writes "unknown" once in a thousand amounts; nobody sees then why nothing can be added up.
struct MixedColumn {
  private let column: GuessedColumn
  /// How many values the column has, and how many of them are not written like the others.
  private let values: Int
  private let odd: Int
  /// The row of the first odd one.
  private let firstRow: Int

  /// Looks at a column that is taken as text; it is `nil` where more than a fifth of the values are odd.
  ///
  /// - Parameters:
  ///   - column: the column.
  ///   - style: how the file writes numbers, dates and blanks.
  init?(_ column: GuessedColumn, _ style: GuessedStyle) {
    let rows = column.texts.indices.filter { !style.isBlank(column.texts[$0]) }
    let found = MixedColumn.readings(column, style).map { reads in
      rows.filter { !reads(column.texts[$0]) }
    }
    guard let odd = found.min(by: { $0.count < $1.count }), let first = odd.first,
      MixedColumn.areFew(odd.count, of: rows.count)
    else { return nil }
    self.column = column
    (values, self.odd, firstRow) = (rows.count, odd.count, first)
  }

  /// Whether so many values are exceptions, not what the column is about.
  static func areFew(_ odd: Int, of values: Int) -> Bool { odd * 5 <= values }

  /// What a person is told.
  ///
  /// - Parameters:
  ///   - file: the file, as messages name it.
  ///   - lines: the lines of its rows.
  /// - Returns: a warning with the place of the first odd value, which it does not repeat.
  func warning(_ file: String, lines: [Int]) -> Diagnostic {
    StepsDefinitions.mixedColumn.at(
      Location(file, line: lines.indices.contains(firstRow) ? lines[firstRow] : nil),
      ["column": .text(column.name), "odd": .count(odd), "values": .count(values)]
    )
  }

  /// What a value may be; codes with zeros in front are no numbers.
  private static func readings(
    _ column: GuessedColumn,
    _ style: GuessedStyle
  ) -> [(String) -> Bool] {
    let others: [(String) -> Bool] = [{ style.date.reads([$0]) }, GuessedContent.isPeriod]
    if column.texts.contains(where: GuessedContent.hasLeadingZero) { return others }
    return [{ style.number.decimals([$0]) != nil }] + others
  }
}
