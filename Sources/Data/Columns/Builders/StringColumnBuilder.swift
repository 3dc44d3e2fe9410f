// SPDX-License-Identifier: Apache-2.0

/// Builds a column of text in UTF-8, with offsets of 64 bits: no limit of two gigabytes.
public final class StringColumnBuilder: ColumnBuilder {
  private var offsets = GrowingBuffer<Int64>()
  private var bytes = GrowingBuffer<UInt8>()
  private var validity = GrowingValidity()

  /// Starts an empty column.
  public init() { offsets.append(0) }

  /// How many rows there are so far.
  public var count: Int { offsets.count - 1 }

  /// Makes room for more rows and bytes at once.
  public func reserve(_ rows: Int, bytes more: Int = 0) {
    offsets.reserve(rows)
    bytes.reserve(more)
  }

  /// Appends a row.
  public func append(_ text: String) {
    var text = text
    text.withUTF8 { append(utf8: $0) }
  }

  /// Appends a row whose bytes are UTF-8; the caller has made sure of it.
  public func append(utf8 text: UnsafeBufferPointer<UInt8>) {
    validity.append(true, before: count)
    bytes.append(contentsOf: text)
    offsets.append(Int64(bytes.count))
  }

  /// Appends a row whose bytes are UTF-8; the caller has made sure of it.
  public func append(utf8 text: borrowing Span<UInt8>) {
    text.withUnsafeBufferPointer { append(utf8: $0) }
  }

  /// Appends a row without a value.
  public func appendNull() {
    validity.append(false, before: count)
    offsets.append(Int64(bytes.count))
  }

  /// Makes the column from the rows so far, handing over the memory, and starts anew.
  public func finish(_ name: String) -> Column {
    let (rows, nullCount) = (count, validity.nullCount)
    let (starts, text, bits) = (offsets.take(), bytes.take(), validity.take())
    offsets.append(0)
    return Column(
      field: Field(name, .string),
      count: rows,
      nullCount: nullCount,
      layout: .offsets64,
      validityBits: bits.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) },
      values: starts.map { UnsafeRawPointer($0) },
      text: text.map { UnsafeRawPointer($0) },
      owner: OwnedMemory([starts, text, bits])
    )
  }
}
