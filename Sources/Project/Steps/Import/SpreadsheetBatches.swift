// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Project
internal import Relation

/// The rows of a sheet, whose cells the engine reads as text.
///
/// A sheet has a million rows at most, so its text is held in memory while it is converted.
final class SpreadsheetBatches: RowBatches {
  let rejected: RejectedRows
  private let importer: RowImporter
  private let batches: [RecordBatch]
  private let text = RowText()
  private var position = 0
  /// The row of the sheet that the next record has; the header is the first.
  private var sheetRow = 2

  var rowCount: Int { importer.rowCount }

  init(_ source: SourceDefinition, _ readers: FieldReaders, _ context: StepContext) async throws {
    let path = try context.root.resolve(source.file)
    try SpreadsheetBatches.check(path, named: source.file)
    let sheet = Source.spreadsheet(path: path, sheet: source.sheet)
    let schema = try await context.session.schema(of: sheet)
    let header = schema.names
    rejected = RejectedRows(context.rejectedPath, header: header)
    let fields = try readers.fields(header: header)
    importer = RowImporter(source, fields, context.collector, rejected)
    var batches: [RecordBatch] = []
    for try await batch in try await context.session.rows(of: .scan(sheet, schema: schema)) {
      batches.append(batch)
    }
    self.batches = batches
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

  func next() throws -> RecordBatch? {
    while position < batches.count {
      let batch = batches[position]
      position += 1
      for row in 0..<batch.rowCount { try take(batch, row) }
      if importer.pendingCount > 0 { return try importer.finish() }
    }
    return nil
  }

  private func take(_ batch: RecordBatch, _ row: Int) throws {
    defer { sheetRow += 1 }
    // A sheet may have rows without any cell; they are no records.
    guard batch.columns.contains(where: { $0.isValid(row) }) else { return }
    text.clear()
    for column in batch.columns {
      try column.withStrings { values, validity in
        if validity.isValid(row) { text.append(values[row]) } else { text.append(nil) }
      }
    }
    try importer.take(line: sheetRow, count: text.count) { text[$0] }
  }
}

/// The cells of one row, copied so that they lie still while they are read.
private final class RowText {
  private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4096)
  private var ends: [Int] = []

  deinit { memory.deallocate() }

  var count: Int { ends.count }

  func clear() { ends.removeAll(keepingCapacity: true) }

  func append(_ cell: UnsafeBufferPointer<UInt8>?) {
    let start = ends.last ?? 0
    let end = start + (cell?.count ?? 0)
    if end > memory.count { grow(to: end) }
    if let cell { _ = UnsafeMutableBufferPointer(rebasing: memory[start...]).update(from: cell) }
    ends.append(end)
  }

  subscript(_ position: Int) -> UnsafeBufferPointer<UInt8> {
    let start = position > 0 ? ends[position - 1] : 0
    return UnsafeBufferPointer(rebasing: memory[start..<ends[position]])
  }

  private func grow(to size: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(size, memory.count * 2))
    _ = larger.update(from: memory)
    memory.deallocate()
    memory = larger
  }
}
