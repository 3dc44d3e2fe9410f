// SPDX-License-Identifier: Apache-2.0

/// Counting of bits in a bitmap of Arrow's order.
enum BitCount {
  /// How many of `count` bits from bit `offset` on are zero.
  ///
  /// - Complexity: O(count / 8)
  static func zeros(_ bits: UnsafePointer<UInt8>, from offset: Int, count: Int) -> Int {
    var position = offset
    let end = offset + count
    var ones = 0
    while position < end, position & 7 != 0 {
      ones += Int(bits[position >> 3] >> UInt8(position & 7) & 1)
      position += 1
    }
    while position + 8 <= end {
      ones += bits[position >> 3].nonzeroBitCount
      position += 8
    }
    while position < end {
      ones += Int(bits[position >> 3] >> UInt8(position & 7) & 1)
      position += 1
    }
    return count - ones
  }
}
