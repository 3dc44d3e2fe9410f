// SPDX-License-Identifier: Apache-2.0

/// Which rows of a column have a value; for use within the closure that received it.
@frozen
public struct Validity {
  @usableFromInline let bits: UnsafePointer<UInt8>?
  @usableFromInline let offset: Int
  /// How many rows have no value.
  public let nullCount: Int

  init(bits: UnsafePointer<UInt8>?, offset: Int, nullCount: Int) {
    self.bits = nullCount == 0 ? nil : bits
    self.offset = offset
    self.nullCount = nullCount
  }

  /// Whether some row has no value; where not, a loop need not ask row by row.
  @inlinable public var hasNulls: Bool { nullCount > 0 }

  /// Whether the row has a value.
  @inlinable
  public func isValid(_ row: Int) -> Bool {
    guard let bits else { return true }
    let position = row &+ offset
    return bits[position >> 3] & (1 &<< UInt8(truncatingIfNeeded: position & 7)) != 0
  }
}
