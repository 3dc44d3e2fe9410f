// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Interchange
internal import Project
internal import Relation
internal import Structures

/// A column of the sheet of observations.
struct SheetColumn: Sendable {
  let heading: String
  let component: Component
  /// The labels that stand in the column; `nil` where the value itself stands there.
  let labels: [String: String]?

  /// The columns of a dataset: each component, and beside codes their labels in every language.
  ///
  /// - Throws: `structures.unknown-artefact`.
  static func columns(
    _ published: PublishedDataset,
    _ contents: ReleaseContents
  ) throws -> [SheetColumn] {
    try published.dataset.structure.components.flatMap { component -> [SheetColumn] in
      let plain = SheetColumn(heading: component.id, component: component, labels: nil)
      guard let list = try contents.catalogue.codelist(of: component) else { return [plain] }
      return [plain]
        + contents.settings.languages.map { language in
          SheetColumn(
            heading: "\(component.id) (\(language.rawValue))",
            component: component,
            labels: Dictionary(
              list.codes.map { ($0.id, $0.name.text(in: language) ?? $0.id) },
              uniquingKeysWith: { first, _ in first }
            )
          )
        }
    }
  }

  /// How numbers are shown; `nil` for what is no number.
  var numberFormat: String? {
    switch component.representation {
    case .integer: "#,##0"
    case .decimal(_, let scale) where scale > 0: "#,##0." + String(repeating: "0", count: scale)
    case .decimal: "#,##0"
    case .double: "General"
    case .codelist, .text, .boolean, .date, .timePeriod: nil
    }
  }

  /// The number of a text if a cell holds all of its digits: a double keeps fifteen.
  static func number(_ text: String) -> Double? {
    let digits = text.utf8.filter { (48...57).contains($0) }.drop { $0 == 48 }
    let significant = digits.reversed().drop { $0 == 48 }.count
    guard significant <= 15 else { return nil }
    return Double(text)
  }
}

/// The observations, tidy: one row each.
struct DataSheet {
  let columns: [SheetColumn]
  let dataset: PublishedDataset

  /// Writes the heading and every row, as the engine yields them.
  func write(
    _ sheet: Sheet,
    heading: CellFormat,
    numbers: [CellFormat?],
    _ session: any Session
  ) async throws {
    for (position, column) in columns.enumerated() {
      sheet.setWidth(column.labels == nil ? 16 : 28, column: position)
    }
    sheet.freezeHeading()
    for (position, column) in columns.enumerated() {
      _ = sheet.write(column.heading, row: 0, column: position, heading)
    }
    let plan = try dataset.dataset.published()
    let texts = try plan.project(
      plan.schema.names.map { NamedExpression($0, Expression.column($0).cast(to: .string)) }
    )
    var row = 1
    for try await batch in try await session.rows(of: texts) {
      for line in 0..<batch.rowCount {
        try write(batch, line, to: sheet, row: row, numbers)
        row += 1
      }
    }
  }

  private func write(
    _ batch: RecordBatch,
    _ line: Int,
    to sheet: Sheet,
    row: Int,
    _ numbers: [CellFormat?]
  ) throws {
    for (position, column) in columns.enumerated() {
      guard let text = try batch[column.component.id]?.string(at: line) else { continue }
      let isWritten: Bool
      if let labels = column.labels {
        isWritten = sheet.write(labels[text] ?? text, row: row, column: position)
      } else if let format = numbers[position], let number = SheetColumn.number(text) {
        isWritten = sheet.write(number, row: row, column: position, format)
      } else {
        isWritten = sheet.write(text, row: row, column: position)
      }
      guard isWritten else {
        throw PublishingDefinitions.textTooLong.at(
          nil,
          [
            "dataset": .text(dataset.name), "column": .text(column.component.id),
            "row": .count(row),
          ]
        )
      }
    }
  }
}
