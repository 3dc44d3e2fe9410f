// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// A column whose numbers or dates can be read in two ways, and nothing in the file says which is meant.
///
/// 1.234 is one and a fifth in one country and twelve hundred in another; 03/04/2024 is in March or in April.
struct AmbiguousColumn {
  private let column: GuessedColumn
  private let definition: DiagnosticDefinition
  private let form: String

  /// Looks at a column; it is `nil` where it can be read in one way only.
  ///
  /// - Parameters:
  ///   - column: the column.
  ///   - content: what it is taken to hold.
  ///   - style: how the file is taken to write numbers and dates.
  init?(_ column: GuessedColumn, _ content: GuessedContent, _ style: GuessedStyle) {
    guard !style.isWorkbook else { return nil }
    let values = column.texts.filter { !style.isBlank($0) }
    let mark = style.number.decimal
    if content == .number(decimals: 3) {
      guard values.allSatisfy({ AmbiguousColumn.mayBeThousands($0, mark) }) else { return nil }
      definition = StepsDefinitions.ambiguousNumber
      form = String(mark)
    } else {
      guard content == .date, let other = AmbiguousColumn.other(style.date), other.reads(values)
      else { return nil }
      definition = StepsDefinitions.ambiguousDate
      form = style.date.rawValue
    }
    self.column = column
  }

  /// What a person is told.
  ///
  /// - Parameters:
  ///   - file: the file, as messages name it.
  ///   - lines: the lines of its rows.
  /// - Returns: a warning at the first row.
  func warning(_ file: String, lines: [Int]) -> Diagnostic {
    definition.at(
      Location(file, line: lines.first),
      ["column": .text(column.name), "form": .text(form)]
    )
  }

  /// Whether a number with three decimals would be one of thousands if its mark parted those: 12.000.
  private static func mayBeThousands(_ text: String, _ mark: Character) -> Bool {
    let parts = text.drop { $0 == "-" }.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 3 else { return parts.count == 1 && text == "0" }
    return (1...3).contains(parts[0].count) && parts[0].first != "0"
  }

  /// The form in which the same marks part the month from the day.
  private static func other(_ form: FieldStyle.DateForm) -> FieldStyle.DateForm? {
    switch form {
    case .dayMonthSlash: .monthDaySlash
    case .monthDaySlash: .dayMonthSlash
    case .iso, .dayMonthDot: nil
    }
  }
}
