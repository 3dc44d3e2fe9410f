// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Project

/// The rows of a delimited file, read as the engine asks for them.
final class DelimitedBatches: RowBatches {
  /// Rows a batch: enough to keep the engine busy, few enough to stay in the cache.
  private static let batchRows = 32_768

  let rejected: RejectedRows
  private let source: SourceDefinition
  private let content: FileContent
  private let record = DelimitedRecord()
  private let importer: RowImporter
  private let width: Int
  private var reader: DelimitedTextReader

  var rowCount: Int { importer.rowCount + unreadable }
  private var unreadable = 0

  init(_ source: SourceDefinition, _ readers: FieldReaders, _ context: StepContext) throws {
    self.source = source
    content = try FileContent(
      try context.root.resolve(source.file),
      encoding: source.encoding.singleByte
    )
    if let kind = content.foreignKind {
      throw StepsDefinitions.notText.at(Location(source.file), ["kind": .text(kind)])
    }
    let format = source.delimiter ?? .guessed(from: content.bytes)
    var reader = DelimitedTextReader(content.bytes, format)
    guard reader.next(record) else {
      throw StepsDefinitions.emptyFile.at(Location(source.file))
    }
    let header = record.texts.map { $0.trimmingSpaces }
    width = header.count
    rejected = RejectedRows(context.rejectedPath, header: header)
    importer = RowImporter(
      source,
      try readers.fields(header: header),
      context.collector,
      rejected
    )
    self.reader = reader
  }

  func next() throws -> RecordBatch? {
    while importer.pendingCount < DelimitedBatches.batchRows, reader.next(record) {
      if let problem = fault() {
        unreadable += 1
        importer.reject(line: record.line, [problem], record.texts)
      } else {
        try importer.take(line: record.line, count: record.count) { record[$0] }
      }
    }
    return importer.pendingCount > 0 ? try importer.finish() : nil
  }

  private func fault() -> Diagnostic? {
    switch record.fault {
    case .openQuote: return StepsDefinitions.openQuote.at(source.location)
    case .textAfterQuote: return StepsDefinitions.textAfterQuote.at(source.location)
    case .notUTF8: return StepsDefinitions.wrongEncoding.at(source.location)
    case nil: break
    }
    guard record.count != width else { return nil }
    return StepsDefinitions.raggedRow.at(
      source.location,
      ["actual": .count(record.count), "expected": .count(width)]
    )
  }
}

/// The bytes of a file in UTF-8, mapped where they are UTF-8 already.
final class FileContent {
  private let file: MappedFile
  private let converted: UnsafeMutableBufferPointer<UInt8>?

  init(_ path: String, encoding: SingleByteText?) throws {
    file = try MappedFile(path)
    guard let encoding else {
      converted = nil
      return
    }
    let text = file.withBytes { span in
      span.withUnsafeBytes { encoding.utf8($0.bindMemory(to: UInt8.self)) }
    }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = copy.initialize(from: text)
    converted = copy
  }

  deinit { converted?.deallocate() }

  /// The bytes; the mapping and the copy lie still as long as this object lives.
  var bytes: UnsafeBufferPointer<UInt8> {
    if let converted { return UnsafeBufferPointer(converted) }
    return file.withBytes { span in span.withUnsafeBytes { $0.bindMemory(to: UInt8.self) } }
  }

  /// What a file that is no text looks like; `nil` for text.
  var foreignKind: String? {
    let start = Array(bytes.prefix(4))
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "ZIP/XLSX" }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "XLS" }
    if start.starts(with: [0x50, 0x41, 0x52, 0x31]) { return "Parquet" }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return bytes.prefix(1024).contains(0) ? "NUL" : nil
  }
}

extension String {
  /// The text without spaces around it.
  var trimmingSpaces: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
