// SPDX-License-Identifier: Apache-2.0

/// Rows of text fields: each row with its physical line and what is wrong with it.
///
/// Fields point into the memory that was read, which outlives the rows; a field in which a doubled
/// quote stands, and rows that a caller hands over, are copied and belong to the rows.
public struct DelimitedRows: ~Copyable {
  private var fields = FieldList()
  /// Where the fields of each row begin, and where those of the last end.
  private var starts: [Int] = [0]
  private var lines: [Int] = []
  /// What is wrong, by row, in order; most rows are sound.
  private var faults: [(row: Int, fault: DelimitedRecord.Fault)] = []
  private var copies: [UnsafeMutableBufferPointer<UInt8>] = []

  /// Makes no rows.
  ///
  /// - Parameters:
  ///   - rows: how many rows to make room for.
  ///   - width: how many fields a row will have.
  public init(rows: Int = 0, fields width: Int = 0) {
    fields.reserve(rows * width)
    starts.reserveCapacity(rows + 1)
    lines.reserveCapacity(rows)
  }

  deinit {
    for copy in copies { copy.deallocate() }
  }

  /// How many rows there are.
  public var count: Int { starts.count - 1 }

  /// How many fields a row has.
  public func fieldCount(_ row: Int) -> Int { starts[row + 1] - starts[row] }

  /// The physical line on which a row begins, from one.
  public func line(_ row: Int) -> Int { lines[row] }

  /// The bytes of a field, valid as long as the rows.
  public func field(_ row: Int, _ position: Int) -> UnsafeBufferPointer<UInt8> {
    fields[starts[row] + position]
  }

  /// The fields of a row as strings.
  public func texts(_ row: Int) -> [String] {
    (starts[row]..<starts[row + 1]).map { String(decoding: fields[$0], as: UTF8.self) }
  }

  /// The rows that are not sound, in order: what is wrong with the text, or another number of fields
  /// than expected (`nil`).
  ///
  /// - Parameter width: how many fields each row should have.
  /// - Returns: the positions of the rows; empty where all are sound.
  public func unsound(width: Int) -> [(row: Int, fault: DelimitedRecord.Fault?)] {
    if faults.isEmpty, isRegular(width) { return [] }
    var unsound: [(row: Int, fault: DelimitedRecord.Fault?)] = faults.map { ($0.row, $0.fault) }
    let known = Set(faults.map(\.row))
    for row in 0..<count where fieldCount(row) != width && !known.contains(row) {
      unsound.append((row, nil))
    }
    return unsound.sorted { $0.row < $1.row }
  }

  /// Gives all fields, one row after the other, to a loop that reads many of them.
  ///
  /// - Parameter body: receives the fields, and where those of each row begin.
  /// - Returns: what the closure returns.
  public func withFields<Result>(
    _ body: (DelimitedFields, UnsafeBufferPointer<Int>) -> Result
  ) -> Result {
    starts.withUnsafeBufferPointer { starts in fields.withFields { body($0, starts) } }
  }

  /// Adds a row whose fields are copied.
  ///
  /// - Parameters:
  ///   - cells: the bytes of each field, in UTF-8.
  ///   - line: its physical line, or the row of its sheet.
  public mutating func append(copying cells: [UnsafeBufferPointer<UInt8>], line: Int) {
    begin(line: line)
    let size = cells.reduce(0) { $0 + $1.count }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
    copies.append(copy)
    var end = 0
    for cell in cells {
      let place = UnsafeMutableBufferPointer(rebasing: copy[end..<end + cell.count])
      _ = place.update(from: cell)
      append(UnsafeBufferPointer(place))
      end += cell.count
    }
    finish()
  }

  /// Adds a row whose texts are copied.
  ///
  /// - Parameters:
  ///   - texts: the text of each field.
  ///   - line: its physical line, or the row of its sheet.
  public mutating func append(copying texts: [String], line: Int) {
    var bytes: [UInt8] = []
    let ends = texts.map { text -> Int in
      bytes.append(contentsOf: text.utf8)
      return bytes.count
    }
    bytes.withUnsafeBufferPointer { whole in
      var start = 0
      let cells = ends.map { end -> UnsafeBufferPointer<UInt8> in
        defer { start = end }
        return UnsafeBufferPointer(rebasing: whole[start..<end])
      }
      append(copying: cells, line: line)
    }
  }

  /// Forgets all rows; those that come lie in a text that begins at the origin, or are copied.
  mutating func removeAll(from origin: UnsafePointer<UInt8>? = nil) {
    fields.removeAll(from: origin)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    lines.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    for copy in copies { copy.deallocate() }
    copies.removeAll(keepingCapacity: true)
  }

  /// What is wrong with a row as text.
  func fault(_ row: Int) -> DelimitedRecord.Fault? {
    faults.first { $0.row == row }?.fault
  }

  mutating func begin(line: Int) { lines.append(line) }

  @inline(__always)
  mutating func append(_ field: UnsafeBufferPointer<UInt8>) { fields.append(field) }

  /// Adds a field in which each doubled quote stands for one.
  mutating func appendUnquoting(_ content: UnsafeBufferPointer<UInt8>) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
    var length = 0
    var position = 0
    while position < content.count {
      copy[length] = content[position]
      length += 1
      position += content[position] == UInt8(ascii: "\"") ? 2 : 1
    }
    copies.append(copy)
    append(UnsafeBufferPointer(rebasing: copy[..<length]))
  }

  /// Notes what is wrong with the row that is being added; the first fault counts.
  mutating func fail(_ fault: DelimitedRecord.Fault) {
    if faults.last?.row == count { return }
    faults.append((count, fault))
  }

  mutating func finish() { starts.append(fields.count) }

  /// Checks the fields of the rows from one on.
  mutating func checkEncoding(from first: Int) {
    var wrong: [(row: Int, fault: DelimitedRecord.Fault)] = []
    for row in first..<count where fault(row) == nil {
      let places = starts[row]..<starts[row + 1]
      if !places.allSatisfy({ UTF8Check.isValid(fields[$0]) }) {
        wrong.append((row, .notUTF8))
      } else if places.contains(where: { UTF8Check.hasNoCharacter(fields[$0]) }) {
        wrong.append((row, .noCharacter))
      }
    }
    guard !wrong.isEmpty else { return }
    faults = (faults + wrong).sorted { $0.row < $1.row }
  }

  private func isRegular(_ width: Int) -> Bool {
    for row in 0..<count where starts[row + 1] != (row + 1) * width { return false }
    return true
  }
}
