// SPDX-License-Identifier: Apache-2.0

internal import Interchange
internal import Platform
internal import Project

/// The rows of one table of an IATI file, some activities at a time.
final class ActivityBlocks: SourceBlocks {
  let header: [String]
  private let rows: IATIRows

  init(_ source: SourceDefinition, _ context: StepContext) throws {
    header = source.table.columns
    rows = try IATIRows(
      file: try context.root.resolve(source.file),
      named: source.file,
      source.table,
      reporter: source.reporter,
      context.collector
    )
  }

  func next() throws -> SourceBlock? {
    guard let batch = try rows.next() else { return nil }
    var block = DelimitedRows(rows: batch.count, fields: header.count)
    for row in batch { block.append(copying: row.values.map { $0 ?? "" }, line: row.line) }
    return SourceBlock(block, in: nil)
  }
}
