// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Project
internal import Relation
internal import Structures

/// Reads one source into a table of the session.
struct SourceImport {
  private let source: SourceDefinition
  private let readers: FieldReaders
  private let context: StepContext

  init(_ source: SourceDefinition, _ readers: FieldReaders, _ context: StepContext) {
    self.source = source
    self.readers = readers
    self.context = context
  }

  /// Reads all rows.
  ///
  /// - Returns: a plan over the table of sound rows.
  func run() async throws -> Plan {
    let batches: any RowBatches =
      switch source.format {
      case .csv: try DelimitedBatches(source, readers, context)
      case .xlsx: try await SpreadsheetBatches(source, readers, context)
      }
    let schema = Schema(readers.structure.schema.fields + [Field("_line", .integer)])
    let table = context.tablePrefix + "import"
    let feed = BatchFeed(batches)
    _ = try await context.session.ingest(into: table, schema: schema) { try feed.next() }
    try finish(batches)
    return try withLines(.scan(.table(table), schema: schema))
  }

  /// The rows with the number of their line in the components that take it.
  private func withLines(_ rows: Plan) throws -> Plan {
    let lines = source.columns.filter { $0.origin == .line }.map(\.component)
    guard !lines.isEmpty else { return rows }
    return try rows.project(
      rows.schema.fields.map { field in
        let line = Expression.column("_line")
        let isText = field.type == .string
        return NamedExpression(
          field.name,
          !lines.contains(field.name)
            ? .column(field.name) : isText ? line.cast(to: .string) : line
        )
      }
    )
  }

  private func finish(_ batches: any RowBatches) throws {
    try batches.rejected.close()
    guard batches.rejected.count > 0 else { return }
    context.collector.report(
      StepsDefinitions.rowsRejected.at(
        Location(source.file),
        [
          "rejected": .count(batches.rejected.count), "rows": .count(batches.rowCount),
          "file": .text(".ayni/rejected/\(source.location.file.fileStem).csv"),
        ]
      )
    )
  }
}

/// What hands over typed rows batch by batch: a delimited file or a sheet of a workbook.
protocol RowBatches {
  /// The rows that were put aside.
  var rejected: RejectedRows { get }
  /// How many rows have been read.
  var rowCount: Int { get }
  /// The next batch of sound rows; `nil` at the end.
  func next() throws -> RecordBatch?
}

/// Hands batches to the engine's own thread.
///
/// `@unchecked Sendable`: the engine asks for one batch after the other, and nothing else touches the
/// batches until it is done.
private final class BatchFeed: @unchecked Sendable {
  private let batches: any RowBatches

  init(_ batches: any RowBatches) { self.batches = batches }

  func next() throws -> RecordBatch? { try batches.next() }
}

extension String {
  /// `sources/loans.toml` -> `loans`.
  fileprivate var fileStem: String {
    let last = split(separator: "/").last ?? ""
    return String(last.prefix(upTo: last.lastIndex(of: ".") ?? last.endIndex))
  }
}
