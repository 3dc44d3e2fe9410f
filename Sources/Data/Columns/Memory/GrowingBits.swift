// SPDX-License-Identifier: Apache-2.0

/// Bits that grow, the least significant of a byte first, as Arrow packs them.
struct GrowingBits: ~Copyable {
  private(set) var count: Int = 0
  private var bytes = GrowingBuffer<UInt8>()

  @inline(__always)
  mutating func append(_ bit: Bool) {
    let place = count & 7
    if place == 0 {
      bytes.append(bit ? 1 : 0)
    } else if bit {
      bytes.update(bytes.count - 1) { $0 |= 1 << UInt8(truncatingIfNeeded: place) }
    }
    count += 1
  }

  mutating func append(repeating bit: Bool, count more: Int) {
    for _ in 0..<more { append(bit) }
  }

  /// Hands the memory over to the caller, who frees it, and starts anew.
  mutating func take() -> UnsafeMutableRawPointer? {
    count = 0
    return bytes.take()
  }
}

/// Which rows have a value, while a column is built: no memory until the first null.
struct GrowingValidity: ~Copyable {
  private(set) var nullCount: Int = 0
  private var bits = GrowingBits()

  /// Notes a row; `before` is how many rows came before it.
  @inline(__always)
  mutating func append(_ isValid: Bool, before: Int) {
    if isValid {
      if nullCount > 0 { bits.append(true) }
    } else {
      if nullCount == 0 { bits.append(repeating: true, count: before) }
      bits.append(false)
      nullCount += 1
    }
  }

  /// Hands over the memory, `nil` where every row has a value, and starts anew.
  mutating func take() -> UnsafeMutableRawPointer? {
    nullCount = 0
    return bits.take()
  }
}
