// SPDX-License-Identifier: Apache-2.0

/// A text of up to sixteen bytes as numbers, which loops compare at once: nearly every code is one.
@frozen
public struct ShortText: Equatable, Sendable {
  @usableFromInline let count: Int
  /// The first half of the bytes, and the second, which overlap unless the text has sixteen.
  @usableFromInline let first: UInt64
  @usableFromInline let last: UInt64

  /// Reads a text; it is `nil` where the text is longer.
  @inlinable
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    count = raw.count
    switch count {
    case 8...16:
      first = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      last = raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    case 4...7:
      first = UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      last = UInt64(raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
    case 1...3:
      first = UInt64(raw[0]) << 8 | UInt64(raw[count >> 1])
      last = UInt64(raw[count &- 1])
    case 0: (first, last) = (0, 0)
    default: return nil
    }
  }

  /// A number for tables of texts; equal texts have equal ones, on one machine.
  @inlinable public var hash: Int {
    let mixed = (first ^ (last &<< 32 | last &>> 32) ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 32)
  }
}
