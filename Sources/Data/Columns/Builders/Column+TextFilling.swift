// SPDX-License-Identifier: Apache-2.0

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
  private var offsets = GrowingBuffer<Int64>()
  private var bytes = GrowingBuffer<UInt8>()
  private var missing: MissingRows

  init(count: Int, bytes room: Int) {
    rows = count
    offsets.reserve(count + 1)
    offsets.append(0)
    bytes.reserve(max(room, count * 4))
    missing = MissingRows(count: count)
  }

  /// Appends a row; its bytes are UTF-8, of which the caller has made sure.
  public mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) {
    precondition(offsets.count <= rows, "more rows than the column has")
    bytes.append(contentsOf: text)
    offsets.append(Int64(bytes.count))
  }

  /// Appends a row without a value.
  public mutating func appendMissing() {
    missing.insert(offsets.count - 1)
    offsets.append(Int64(bytes.count))
  }

  mutating func finish(_ name: String) -> Column {
    precondition(offsets.count == rows + 1, "fewer rows than the column has")
    let (starts, text, bits) = (offsets.take(), bytes.take(), missing.take())
    return Column(
      field: Field(name, .string),
      count: rows,
      nullCount: missing.count,
      layout: .offsets64,
      validityBits: missing.taken,
      values: starts.map { UnsafeRawPointer($0) },
      text: text.map { UnsafeRawPointer($0) },
      owner: OwnedMemory([starts, text, bits])
    )
  }
}
