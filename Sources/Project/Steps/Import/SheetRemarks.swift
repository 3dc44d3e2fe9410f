// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Structures

/// What of the cells of a sheet does not show in their texts.
struct SheetRemarks {
  /// Formulas whose value no program has computed, and the row of the first.
  let uncomputed: (count: Int, row: Int)
  /// Numbers that are shown as percent, and the row of the first, by position of the column.
  let percents: [Int: (count: Int, row: Int)]
  /// Merged cells in rows below the names.
  let merges: [CoveringMerge]
  /// The row with the names.
  let headerRow: Int

  /// Tells what concerns the columns that are read.
  ///
  /// - Parameters:
  ///   - components: what is read.
  ///   - file: how messages name the workbook.
  ///   - collector: receives the warnings.
  func report(on components: [ImportedComponent], _ file: String, to collector: DiagnosticCollector)
  {
    if uncomputed.count > 0 {
      collector.report(
        StepsDefinitions.uncomputedFormulas.at(Location(file)),
        rows: uncomputed.count,
        first: Location(file, line: uncomputed.row)
      )
    }
    for component in components where component.isNumber {
      guard let position = component.position, let found = percents[position] else { continue }
      collector.report(
        StepsDefinitions.percentCells.at(
          component.mapping?.location,
          ["component": .text(component.component.id), "column": .text(component.columnName)]
        ),
        rows: found.count,
        first: Location(file, line: found.row)
      )
    }
    reportMerges(Set(components.compactMap(\.position).map { $0 + 1 }), file, collector)
  }

  /// Tells how many ranges leave a cell of these columns without a value.
  private func reportMerges(_ columns: Set<Int>, _ file: String, _ collector: DiagnosticCollector) {
    let found = merges.filter { $0.covers(columns) }
    guard let first = found.map(\.range.rows.lowerBound).min() else { return }
    collector.report(
      StepsDefinitions.mergedCells.at(
        Location(file, line: max(first, headerRow + 1)),
        ["ranges": .count(found.count)]
      )
    )
  }
}

/// Merged cells that leave a row below the names without a value that people see in it.
struct CoveringMerge {
  let range: MergedRange
  /// Whether a row below the first of the range holds something, and not the first alone.
  private let goesDown: Bool

  /// Looks at a range; it is `nil` where no row lacks a value of it.
  init?(_ range: MergedRange, _ pass: SheetPass) {
    let (first, last) = (range.rows.lowerBound, range.rows.upperBound)
    self.range = range
    goesDown = pass.holdsSomething(in: first + 1..<last + 1)
    if !goesDown, range.columns.count == 1 || !pass.holdsSomething(in: first..<first + 1) {
      return nil
    }
  }

  /// Whether one of these columns, from one, lacks a value of the range.
  func covers(_ columns: Set<Int>) -> Bool {
    columns.contains { column in
      range.columns.contains(column) && (goesDown || column > range.columns.lowerBound)
    }
  }
}

extension ImportedComponent {
  /// The column of the file that is read, from zero; `nil` for none.
  fileprivate var position: Int? {
    if case .column(let position) = origin { position } else { nil }
  }

  fileprivate var isNumber: Bool {
    switch component.representation {
    case .integer, .decimal, .double: true
    case .text, .boolean, .date, .timePeriod, .codelist: false
    }
  }
}
