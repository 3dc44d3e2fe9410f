// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
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

  /// A row, without the components that have no value.
  private struct Row {
    let values: [(component: String, value: String)]
    /// The file and line from which it was read; `nil` where it was computed.
    let place: String?

    var text: String {
      values.map { "\($0.component)=\($0.value)" }.joined(separator: " ")
        + (place.map { "  \($0)" } ?? "")
    }

    var json: JSONValue {
      .object(
        values.map { .init($0.component, .string($0.value)) }
          + (place.map { [.init("_place", .string($0))] } ?? [])
      )
    }
  }

  /// Shows a dataset's rows and what lies behind them; for a program, an object for each dataset.
  func show(_ node: Lineage.Node, depth: Int) async throws {
    let count = try await session.count(of: node.rows)
    let rows = try await rows(of: node)
    if console.isJSON {
      LineageText.show(
        [
          .init("depth", .number(String(depth))), .init("dataset", .string(node.dataset.name)),
          .init("place", .string(place(of: node))), .init("kind", .string(node.kind.name)),
        ],
        count,
        rows,
        console
      )
    } else {
      let title = "\(node.dataset.name) (\(place(of: node)), \(node.kind.name))"
      LineageText.show(title, count, rows, console, depth)
    }
    for origin in node.origins { try await show(origin, depth: depth + 1) }
  }

  /// Shows rows of a release: the first of them, and how many more there are.
  static func show(_ rows: ReleaseRows, _ console: Console) {
    let columns = rows.dataset.structure.components.map(\.id)
    let first = rows.indices.prefix(shown).map { row in
      Row(
        values: columns.compactMap { column in rows[row, column].map { (column, $0) } },
        place: nil
      )
    }
    if console.isJSON {
      show(
        [.init("dataset", .string(rows.dataset.name)), .init("release", .string(rows.release))],
        rows.count,
        first,
        console
      )
    } else {
      show("\(rows.dataset.name) (releases/\(rows.release))", rows.count, first, console)
    }
  }

  private static func show(
    _ members: [JSONValue.Member],
    _ count: Int,
    _ rows: [Row],
    _ console: Console
  ) {
    console.result(
      .object(
        members + [
          .init("count", .number(String(count))), .init("rows", .array(rows.map(\.json))),
        ]
      )
    )
  }

  private static func show(
    _ title: String,
    _ count: Int,
    _ rows: [Row],
    _ console: Console,
    _ depth: Int = 0
  ) {
    let indent = String(repeating: "  ", count: depth)
    console.result(
      "\(indent)\(title): \(console.catalogue.text(counted, ["count": .count(count)]))"
    )
    for row in rows { console.result("\(indent)  \(row.text)") }
    guard count > rows.count else { return }
    let rest = console.catalogue.text(more, ["count": .count(count - rows.count)])
    console.result("\(indent)  \(rest)")
  }

  /// The first rows in the order of the dimensions.
  private func rows(of node: Lineage.Node) async throws -> [Row] {
    let columns = node.dataset.structure.components.map(\.id)
    let file = node.rows.schema["_line"] == nil ? nil : node.file
    let plan = try node.rows.sort(by: node.dataset.structure.dimensions.map(\.id))
      .project(
        (columns + (file == nil ? [] : ["_line"])).map {
          NamedExpression($0, Expression.column($0).cast(to: .string))
        }
      ).limit(LineageText.shown)
    var rows: [Row] = []
    for try await batch in try await session.rows(of: plan) {
      for row in 0..<batch.rowCount {
        rows.append(
          Row(
            values: try columns.compactMap { column in
              try batch[column]?.string(at: row).map { (column, $0) }
            },
            place: try file.flatMap { file in
              try batch["_line"]?.string(at: row).map { "\(file):\($0)" }
            }
          )
        )
      }
    }
    return rows
  }

  /// The step's file, and the line of the script where one makes the rows.
  private func place(of node: Lineage.Node) -> String {
    guard let rule = node.rule, let line = rule.line else { return node.step.location.file }
    return "\(node.step.location.file), \(rule.file):\(line)"
  }

  private static let counted = Message(
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
