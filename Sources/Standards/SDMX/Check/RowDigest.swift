// SPDX-License-Identifier: Apache-2.0

/// A digest of 128 bits, in two halves that are made independently of each other.
///
/// It tells keys apart: among a thousand million keys two that differ have the same digest with a
/// chance of about 10⁻²¹. It is no protection against someone who makes keys on purpose.
struct RowDigest: Hashable {
  private(set) var first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private(set) var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// The digest of no value.
  init() {}

  /// The digest of a value.
  init(of bytes: some Collection<UInt8>) {
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      second = (second &+ UInt64(byte) &+ 1) &* 0xD6E8_FEB8_6659_FD93
      second ^= second >> 32
    }
    first = RowDigest.mixed(first ^ UInt64(bytes.count))
    second = RowDigest.mixed(second &+ UInt64(bytes.count))
  }

  /// Adds the digest of the next part of a key.
  @inline(__always)
  mutating func add(_ part: RowDigest) {
    first = RowDigest.mixed(first &* 31 &+ part.first)
    second = RowDigest.mixed((second << 7 | second >> 57) ^ part.second)
  }

  /// A permutation of 64 bits in which each bit of the input moves half of the output.
  ///
  /// - Source: Stafford (2011), "Better bit mixing", variant 13.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
