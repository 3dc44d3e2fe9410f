// SPDX-License-Identifier: Apache-2.0

/// The values of a boolean column, one bit a row; for use within the closure that received it.
@frozen
public struct BooleanValues {
  @usableFromInline let bits: UnsafePointer<UInt8>?
  @usableFromInline let offset: Int
  /// How many rows.
  public let count: Int

  init(bits: UnsafePointer<UInt8>?, offset: Int, count: Int) {
    self.bits = bits
    self.offset = offset
    self.count = count
  }

  /// The value of a row; meaningless where the row has none.
  @inlinable
  public subscript(_ row: Int) -> Bool {
    guard let bits else { return false }
    let position = row &+ offset
    return bits[position >> 3] & (1 &<< UInt8(truncatingIfNeeded: position & 7)) != 0
  }
}
