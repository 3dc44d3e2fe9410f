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
  private let components: ImportedComponents
  private let context: StepContext

  init(_ source: SourceDefinition, _ components: ImportedComponents, _ context: StepContext) {
    self.source = source
    self.components = components
    self.context = context
  }

  /// Reads all rows.
  ///
  /// - Returns: a plan over the table of sound rows.
  func run() async throws -> Plan {
    let blocks: any SourceBlocks =
      switch source.format {
      case .csv: try DelimitedBlocks(source, context)
      case .xlsx: try SpreadsheetBlocks(source, context)
      case .iati: try ActivityBlocks(source, context)
      }
    let rejected = RejectedRows(
      context.rejectedPath,
      header: blocks.header,
      in: context.language
    )
    var components = components
    components.source.style.countsFrom1904 = blocks.countsFrom1904
    let all = try components.all(header: blocks.header)
    blocks.report(on: all, to: context.collector)
    let block = BlockImport(source, all, width: blocks.header.count)
    let schema = Schema(components.structure.schema.fields + [Field("_line", .integer)])
    let table = context.tablePrefix + "import"
    let feed = BlockFeed(blocks, rejected, source.file, context.collector)
    // A text that is no code of its list is put aside before it comes here.
    let codes = try components.catalogue.codes(
      of: components.structure,
      Set(components.structure.components.map(\.id))
    )
    let rows = try await context.session.ingest(into: table, schema: schema, codes: codes) {
      try feed.next()
    } kernel: { piece in
      try block.read(piece)
    } inOrder: { imported in
      feed.take(imported)
    }
    try finish(feed, rejected)
    return try withLines(rows)
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

  private func finish(_ feed: BlockFeed, _ rejected: RejectedRows) throws {
    try rejected.close()
    if let first = feed.firstEmpty {
      context.collector.report(
        StepsDefinitions.emptyRows.at(Location(source.file), ["count": .count(feed.emptyCount)]),
        rows: feed.emptyCount,
        first: Location(source.file, line: first)
      )
    }
    guard rejected.count > 0 else { return }
    context.collector.report(
      StepsDefinitions.rowsRejected.at(
        Location(source.file),
        [
          "rejected": .count(rejected.count), "rows": .count(feed.rowCount),
          "file": .text(".ayni/rejected/\(StepDefinition.fileName(source.location.file)).csv"),
        ]
      )
    )
  }
}

/// What hands over rows of text block by block: a delimited file or a sheet of a workbook.
protocol SourceBlocks: AnyObject {
  /// The names of the columns.
  var header: [String] { get }
  /// Whether days that are stored as numbers are counted from 1904.
  var countsFrom1904: Bool { get }
  /// Tells what of the fields of some components does not show in their texts.
  func report(on components: [ImportedComponent], to collector: DiagnosticCollector)
  /// The next block; `nil` at the end.
  func next() throws -> SourceBlock?
}

extension SourceBlocks {
  var countsFrom1904: Bool { false }
  func report(on components: [ImportedComponent], to collector: DiagnosticCollector) {}
}

/// Hands blocks out and takes them back in their order.
///
/// `@unchecked Sendable`: one task asks for blocks and takes what became of them, one after the
/// other; the step looks again when that task is done.
private final class BlockFeed: @unchecked Sendable {
  private let blocks: any SourceBlocks
  private let rejected: RejectedRows
  private let file: String
  private let collector: DiagnosticCollector
  private(set) var rowCount = 0
  private(set) var emptyCount = 0
  private(set) var firstEmpty: Int?

  init(
    _ blocks: any SourceBlocks,
    _ rejected: RejectedRows,
    _ file: String,
    _ collector: DiagnosticCollector
  ) {
    self.blocks = blocks
    self.rejected = rejected
    self.file = file
    self.collector = collector
  }

  func next() throws -> SourceBlock? { try blocks.next() }

  /// Notes the rows that are put aside and passes the others on.
  func take(_ block: ImportedBlock) -> [RecordBatch] {
    rowCount += block.rowCount
    emptyCount += block.empty.count
    firstEmpty = firstEmpty ?? block.empty.first
    for row in block.rejected {
      for problem in row.problems { collector.report(problem, row: Location(file, line: row.line)) }
      rejected.add(line: row.line, row.problems, row.texts)
    }
    return block.batch.rowCount > 0 ? [block.batch] : []
  }
}
