// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

/// Writes where numbers come from, step by step, down to lines of files.
struct LineageText {
  /// Rows shown of each dataset; the others are counted.
  private static let shown = 20

  private let session: any Session
  private let console: Console

  init(_ session: any Session, _ console: Console) {
    self.session = session
    self.console = console
  }

  /// Shows a dataset's rows and what lies behind them.
  func show(_ node: Lineage.Node, depth: Int) async throws {
    let indent = String(repeating: "  ", count: depth)
    let count = try await session.count(of: node.rows)
    console.result(
      "\(indent)\(node.dataset.name) (\(place(of: node)), \(node.kind.name)): "
        + console.catalogue.text(LineageText.rows, ["count": .count(count)])
    )
    let columns = node.dataset.structure.components.map(\.id)
    let hasLine = node.rows.schema["_line"] != nil && node.file != nil
    let plan = try node.rows.sort(by: node.dataset.structure.dimensions.map(\.id))
      .select(columns.map { $0 } + (hasLine ? ["_line"] : []))
      .project(
        (columns + (hasLine ? ["_line"] : [])).map {
          NamedExpression($0, Expression.column($0).cast(to: .string))
        }
      ).limit(LineageText.shown)
    for try await batch in try await session.rows(of: plan) {
      for row in 0..<batch.rowCount {
        console.result(try line(batch, row, columns, file: hasLine ? node.file : nil, indent))
      }
    }
    if count > LineageText.shown {
      console.result(
        "\(indent)  "
          + console.catalogue.text(
            LineageText.more,
            ["count": .count(count - LineageText.shown)]
          )
      )
    }
    for origin in node.origins { try await show(origin, depth: depth + 1) }
  }

  /// Shows rows of a release: the first of them, and how many more there are.
  static func show(_ rows: ReleaseRows, _ console: Console) {
    let count = console.catalogue.text(self.rows, ["count": .count(rows.count)])
    console.result("\(rows.dataset.name) (releases/\(rows.release)): \(count)")
    let columns = rows.dataset.structure.components.map(\.id)
    for row in rows.indices.prefix(shown) {
      let values = columns.compactMap { column in rows[row, column].map { "\(column)=\($0)" } }
      console.result("  " + values.joined(separator: " "))
    }
    if rows.count > shown {
      console.result("  " + console.catalogue.text(more, ["count": .count(rows.count - shown)]))
    }
  }

  /// The step's file, and the line of the script where one makes the rows.
  private func place(of node: Lineage.Node) -> String {
    guard let rule = node.rule, let line = rule.line else { return node.step.location.file }
    return "\(node.step.location.file), \(rule.file):\(line)"
  }

  private func line(
    _ batch: RecordBatch,
    _ row: Int,
    _ columns: [String],
    file: String?,
    _ indent: String
  ) throws -> String {
    let values = try columns.compactMap { column in
      try batch[column]?.string(at: row).map { "\(column)=\($0)" }
    }
    let place = try file.flatMap { file in
      try batch["_line"]?.string(at: row).map { "  \(file):\($0)" }
    }
    return "\(indent)  \(values.joined(separator: " "))\(place ?? "")"
  }

  private static let rows = Message(
    "lineage.rows",
    en: "{count} {count|row|rows}",
    fr: "{count} {count|ligne|lignes}"
  )
  private static let more = Message(
    "lineage.more",
    en: "… and {count} more",
    fr: "… et {count} {count|autre|autres}"
  )
}
