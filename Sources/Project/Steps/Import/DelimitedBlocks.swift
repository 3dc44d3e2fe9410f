// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

/// The rows of a delimited file, block by block.
final class DelimitedBlocks: SourceBlocks {
  /// Rows a block: enough to keep the engine busy, few enough to stay in the cache.
  private static let blockRows = 2_048

  let header: [String]
  private let content: FileContent
  private var reader: DelimitedTextReader

  init(_ source: SourceDefinition, _ context: StepContext) throws {
    content = try FileContent(
      try context.root.resolve(source.file),
      encoding: source.encoding.singleByte
    )
    if let kind = content.foreignKind {
      throw StepsDefinitions.notText.at(Location(source.file), ["kind": .text(kind)])
    }
    let format = source.delimiter ?? .guessed(from: content.bytes, line: source.header)
    var reader = DelimitedTextReader(content.bytes, format)
    let record = DelimitedRecord()
    // What stands above the names of the columns, such as a title, is no row.
    repeat {
      guard reader.next(record) else {
        throw StepsDefinitions.emptyFile.at(Location(source.file))
      }
    } while record.line < source.header
    header = record.texts.map { $0.trimmingSpaces }
    self.reader = reader
  }

  func next() throws -> SourceBlock? {
    var rows = DelimitedRows(rows: DelimitedBlocks.blockRows, fields: header.count)
    guard reader.next(DelimitedBlocks.blockRows, &rows) else { return nil }
    return SourceBlock(rows, in: content)
  }
}
