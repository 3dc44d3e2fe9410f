// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Project
internal import Relation

/// The rows of a sheet, whose cells the engine reads as text.
///
/// A sheet has a million rows at most, so its text is held in memory while it is converted.
final class SpreadsheetBlocks: SourceBlocks {
  let header: [String]
  private var batches: ArraySlice<RecordBatch>
  /// The row of the sheet that the next record has; the header is the first.
  private var sheetRow = 2

  init(_ source: SourceDefinition, _ context: StepContext) async throws {
    let path = try context.root.resolve(source.file)
    try SpreadsheetBlocks.check(path, named: source.file)
    let sheet = Source.spreadsheet(path: path, sheet: source.sheet)
    let schema = try await context.session.schema(of: sheet)
    header = schema.names
    var batches: [RecordBatch] = []
    for try await batch in try await context.session.rows(of: .scan(sheet, schema: schema)) {
      batches.append(batch)
    }
    self.batches = batches[...]
  }

  /// Refuses a workbook that is cut short before the engine opens it.
  ///
  /// - Parameters:
  ///   - path: the workbook.
  ///   - name: how messages name it.
  /// - Throws: `import.damaged-workbook`.
  static func check(_ path: String, named name: String) throws {
    let file = try MappedFile(path)
    let isWhole = file.withBytes { span in span.withUnsafeBytes { ZipDirectory.isWhole($0) } }
    guard isWhole else { throw StepsDefinitions.damagedWorkbook.at(Location(name)) }
  }

  func next() throws -> SourceBlock? {
    guard let batch = batches.popFirst() else { return nil }
    var rows = DelimitedRows(rows: batch.rowCount, fields: batch.columns.count)
    for row in 0..<batch.rowCount {
      // A sheet may have rows without any cell; they are no records.
      if batch.columns.contains(where: { $0.isValid(row) }) {
        try cells(batch.columns[...], row, []) { rows.append(copying: $0, line: sheetRow) }
      }
      sheetRow += 1
    }
    return SourceBlock(rows, in: nil)
  }

  /// Gives the cells of a row as bytes that lie still during the call; a cell without text is empty.
  private func cells(
    _ columns: ArraySlice<Column>,
    _ row: Int,
    _ before: [UnsafeBufferPointer<UInt8>],
    _ body: ([UnsafeBufferPointer<UInt8>]) -> Void
  ) throws {
    guard let column = columns.first else { return body(before) }
    try column.withStrings { texts, validity in
      let cell = validity.isValid(row) ? texts[row] : UnsafeBufferPointer(start: nil, count: 0)
      try cells(columns.dropFirst(), row, before + [cell], body)
    }
  }
}
