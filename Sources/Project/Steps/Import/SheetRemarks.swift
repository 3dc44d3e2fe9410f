// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform

/// What of the cells of a sheet does not show in their texts.
struct SheetRemarks {
  /// Formulas whose value no program has computed, and the row of the first.
  let uncomputed: (count: Int, row: Int)
  /// Numbers that are shown as percent, and the row of the first, by position of the column.
  let percents: [Int: (count: Int, row: Int)]

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
  }
}

extension ImportedComponent {
  /// The column of the file that is read, from zero; `nil` for none.
  fileprivate var position: Int? { if case .column(let position) = origin { position } else { nil } }

  fileprivate var isNumber: Bool {
    switch component.representation {
    case .integer, .decimal, .double: true
    case .text, .boolean, .date, .timePeriod, .codelist: false
    }
  }
}
