// SPDX-License-Identifier: Apache-2.0

/// What all builders of columns share, so that a reader can hold a row of them.
///
/// A builder is used from one task; the ``Column`` it makes can go anywhere.
public protocol ColumnBuilder: AnyObject {
  /// How many rows have been appended since the last column was finished.
  var count: Int { get }
  /// Appends a row without a value.
  func appendNull()
  /// Makes the column from the rows so far, handing over the memory, and starts anew.
  func finish(_ name: String) -> Column
}

/// The rows of a column whose values have a fixed width.
struct FixedRows<Element: BitwiseCopyable>: ~Copyable {
  private var values = GrowingBuffer<Element>()
  private var validity = GrowingValidity()

  var count: Int { values.count }

  mutating func reserve(_ rows: Int) { values.reserve(rows) }

  @inline(__always)
  mutating func append(_ value: Element) {
    validity.append(true, before: values.count)
    values.append(value)
  }

  mutating func appendNull(_ filler: Element) {
    validity.append(false, before: values.count)
    values.append(filler)
  }

  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    if validity.nullCount > 0 {
      for element in elements { append(element) }
    } else {
      values.append(contentsOf: elements)
    }
  }

  mutating func finish(_ name: String, _ type: ColumnType) -> Column {
    let (count, nullCount) = (values.count, validity.nullCount)
    let (memory, bits) = (values.take(), validity.take())
    return Column(
      field: Field(name, type),
      count: count,
      nullCount: nullCount,
      layout: .fixed,
      validityBits: bits.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) },
      values: memory.map { UnsafeRawPointer($0) },
      owner: OwnedMemory([memory, bits])
    )
  }
}
