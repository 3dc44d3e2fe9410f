// SPDX-License-Identifier: Apache-2.0

internal import Glibc

extension Column {
  /// Makes a column of text row by row.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - count: how many rows.
  ///   - bytes: how many bytes to make room for; more are taken where they are needed.
  ///   - fill: appends exactly that many rows.
  /// - Returns: the column.
  /// - Throws: what the closure throws.
  public static func texts(
    _ name: String,
    count: Int,
    bytes: Int = 0,
    _ fill: (inout TextFilling) throws -> Void
  ) rethrows -> Column {
    var filling = TextFilling(count: count, bytes: bytes)
    try fill(&filling)
    return filling.finish(name)
  }
}

/// The rows of a text column while they are appended, one after the other.
public struct TextFilling: ~Copyable {
  private let rows: Int
  private let offsets: UnsafeMutablePointer<Int64>
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var size = 0
  private var row = 0
  private var missing: MissingRows
  private var isTaken = false

  init(count: Int, bytes room: Int) {
    rows = count
    capacity = max(room, count * 4, 64)
    offsets = TextFilling.memory((count + 1) * MemoryLayout<Int64>.stride)
      .bindMemory(to: Int64.self, capacity: count + 1)
    offsets[0] = 0
    bytes = TextFilling.memory(capacity).bindMemory(to: UInt8.self, capacity: capacity)
    missing = MissingRows(count: count)
  }

  deinit {
    guard !isTaken else { return }
    free(offsets)
    free(bytes)
  }

  /// Appends a row; its bytes are UTF-8, of which the caller has made sure.
  public mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) {
    precondition(row < rows, "more rows than the column has")
    let end = size + text.count
    if end > capacity { grow(to: end) }
    if let source = text.baseAddress { (bytes + size).update(from: source, count: text.count) }
    size = end
    row += 1
    offsets[row] = Int64(end)
  }

  /// Appends a row without a value.
  public mutating func appendMissing() {
    missing.insert(row)
    row += 1
    offsets[row] = Int64(size)
  }

  private mutating func grow(to needed: Int) {
    capacity = max(needed, capacity * 2)
    guard let grown = realloc(bytes, capacity) else { fatalError("out of memory: \(capacity)") }
    bytes = grown.bindMemory(to: UInt8.self, capacity: capacity)
  }

  mutating func finish(_ name: String) -> Column {
    precondition(row == rows, "fewer rows than the column has")
    isTaken = true
    let (bits, nullCount) = missing.take()
    return Column(
      field: Field(name, .string),
      count: rows,
      nullCount: nullCount,
      layout: .offsets64,
      validityBits: bits.map { UnsafePointer($0) },
      values: UnsafeRawPointer(offsets),
      text: UnsafeRawPointer(bytes),
      owner: OwnedMemory([
        UnsafeMutableRawPointer(offsets), UnsafeMutableRawPointer(bytes),
        bits.map { UnsafeMutableRawPointer($0) },
      ])
    )
  }

  private static func memory(_ size: Int) -> UnsafeMutableRawPointer {
    guard let memory = malloc(size) else { fatalError("out of memory: \(size) bytes") }
    return memory
  }
}
