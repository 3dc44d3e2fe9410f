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
  /// The row of the sheet that the next record has.
  private var sheetRow: Int

  init(_ source: SourceDefinition, _ context: StepContext) async throws {
    let path = try context.root.resolve(source.file)
    try SpreadsheetBlocks.check(path, named: source.file)
    let sheet = try SpreadsheetBlocks.scan(path, source.file, source.sheet, header: source.header)
    sheetRow = source.header + 1
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

  /// The cells below a header: all of the sheet, or those from a row further down.
  ///
  /// - Parameters:
  ///   - path: the workbook.
  ///   - name: how messages name it.
  ///   - sheet: its sheet; the first where it is `nil`.
  ///   - header: the row with the names of the columns.
  /// - Returns: what the engine reads.
  /// - Throws: `import.empty-file` where the row has none, and what reading a workbook gives.
  static func scan(_ path: String, _ name: String, _ sheet: String?, header: Int) throws -> Source {
    guard header > 1 else { return .spreadsheet(path: path, sheet: sheet) }
    let extent = try SheetExtent(path, named: name, sheet: sheet)
    guard let range = extent.range(header: header) else {
      throw StepsDefinitions.emptyFile.at(Location(name, line: header))
    }
    return .spreadsheet(path: path, sheet: sheet, range: range)
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
