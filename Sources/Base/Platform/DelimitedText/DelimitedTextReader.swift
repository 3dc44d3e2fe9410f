// SPDX-License-Identifier: Apache-2.0

/// Reads rows of fields from bytes, each with the physical line on which it begins.
///
/// Quotes and line breaks within quotes follow RFC 4180; LF, CRLF and CR end a row; a byte order mark is
/// passed over, and so are lines without any character. Fields are not copied unless a doubled
/// quote stands in them. What is wrong with a row is told with the row, and reading goes on.
public struct DelimitedTextReader: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var position: Int
  private var line = 1
  private var marks: DelimitedTextMarks

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - bytes: the whole file; it outlives the reader.
  ///   - format: how rows are cut.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, _ format: DelimitedTextFormat) {
    self.bytes = bytes
    delimiter = format.delimiter
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    marks = DelimitedTextMarks(bytes, delimiter: format.delimiter)
  }

  /// How many bytes have been read, for progress.
  public var bytesRead: Int { position }

  /// Reads the next row into a record whose memory is used again.
  ///
  /// - Parameter record: receives the fields, the line and what is wrong.
  /// - Returns: whether there was a row.
  public mutating func next(_ record: DelimitedRecord) -> Bool {
    next(1, &record.rows)
  }

  /// Reads the next rows; what they had before is forgotten.
  ///
  /// - Parameters:
  ///   - limit: how many rows at most.
  ///   - rows: receives them.
  /// - Returns: whether there was a row.
  public mutating func next(_ limit: Int, _ rows: inout DelimitedRows) -> Bool {
    skipEmptyLines()
    let start = position
    rows.removeAll(from: bytes.baseAddress.map { $0 + start })
    while rows.count < limit, position < bytes.count {
      rows.begin(line: line)
      while readPlainFields(into: &rows) {
        readQuoted(into: &rows)
        guard takeDelimiter() else { break }
      }
      rows.finish()
      endLine()
      skipEmptyLines()
    }
    // Whole blocks of plain text are passed at once; only where one is not, each row is looked at.
    if !UTF8Check.isText(UnsafeBufferPointer(rebasing: bytes[start..<position])) {
      rows.checkEncoding(from: 0)
    }
    return rows.count > 0
  }

  private mutating func skipEmptyLines() {
    while position < bytes.count, isLineBreak(bytes[position]) { endLine() }
  }

  /// Reads fields up to the end of the row, or up to one in quotes.
  ///
  /// Where it stands is kept in the loop: nearly every field of a file passes here.
  ///
  /// - Returns: whether a field in quotes follows.
  private mutating func readPlainFields(into rows: inout DelimitedRows) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let (count, delimiter) = (bytes.count, delimiter)
    var (start, marks) = (position, marks)
    defer { (position, self.marks) = (start, marks) }
    while true {
      if start < count, base[start] == UInt8(ascii: "\"") { return true }
      let end = marks.next(from: start)
      rows.append(UnsafeBufferPointer(start: base + start, count: end &- start))
      guard end < count, base[end] == delimiter else {
        start = end
        return false
      }
      start = end &+ 1
    }
  }

  private mutating func readQuoted(into rows: inout DelimitedRows) {
    let opening = line
    position += 1
    let start = position
    var hasDoubledQuote = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == byte else { break }
        hasDoubledQuote = true
        position += 2
      } else if isLineBreak(byte) {
        endLine()
      } else {
        position += 1
      }
    }
    let content = UnsafeBufferPointer(rebasing: bytes[start..<min(position, bytes.count)])
    hasDoubledQuote ? rows.appendUnquoting(content) : rows.append(content)
    guard position < bytes.count else {
      rows.fail(.openQuote(line: opening))
      return
    }
    position += 1
    passTextAfterQuote(&rows)
  }

  /// What stands between a closing quote and the delimiter belongs nowhere.
  private mutating func passTextAfterQuote(_ rows: inout DelimitedRows) {
    while position < bytes.count, bytes[position] != delimiter, !isLineBreak(bytes[position]) {
      rows.fail(.textAfterQuote)
      position += 1
    }
  }

  private mutating func takeDelimiter() -> Bool {
    guard position < bytes.count, bytes[position] == delimiter else { return false }
    position += 1
    return true
  }

  private mutating func endLine() {
    guard position < bytes.count else { return }
    let isPair =
      bytes[position] == UInt8(ascii: "\r") && position + 1 < bytes.count
      && bytes[position + 1] == UInt8(ascii: "\n")
    position += isPair ? 2 : 1
    line += 1
  }

  @inline(__always)
  private func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
