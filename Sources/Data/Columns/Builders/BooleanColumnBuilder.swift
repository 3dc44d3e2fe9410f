// SPDX-License-Identifier: Apache-2.0

/// Builds a column of truths, one bit a row.
public final class BooleanColumnBuilder: ColumnBuilder {
  private var bits = GrowingBits()
  private var validity = GrowingValidity()

  /// Starts an empty column.
  public init() {}

  /// How many rows there are so far.
  public var count: Int { bits.count }

  /// Appends a row.
  public func append(_ value: Bool) {
    validity.append(true, before: bits.count)
    bits.append(value)
  }

  /// Appends a row without a value.
  public func appendNull() {
    validity.append(false, before: bits.count)
    bits.append(false)
  }

  /// Makes the column from the rows so far, handing over the memory, and starts anew.
  public func finish(_ name: String) -> Column {
    let (count, nullCount) = (bits.count, validity.nullCount)
    let (memory, validityBits) = (bits.take(), validity.take())
    return Column(
      field: Field(name, .boolean),
      count: count,
      nullCount: nullCount,
      layout: .bits,
      validityBits: validityBits.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) },
      values: memory.map { UnsafeRawPointer($0) },
      owner: OwnedMemory([memory, validityBits])
    )
  }
}
