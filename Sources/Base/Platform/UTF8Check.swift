// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Tells UTF-8 from other bytes.
enum UTF8Check {
  /// Whether bytes are well-formed UTF-8; plain ASCII is decided eight bytes at a time.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isPlain(bytes) || String(validating: bytes, as: UTF8.self) != nil
  }

  /// Whether bytes are well-formed UTF-8 without characters that no text has.
  static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isPlain(bytes) || (isValid(bytes) && !hasNoCharacter(bytes))
  }

  /// Whether NUL, U+FFFE or U+FFFF is among the bytes: no XML takes them, and other programs end a text there.
  static func hasNoCharacter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    if memchr(base, 0, bytes.count) != nil { return true }
    var place = 0
    while let found = memchr(base + place, 0xEF, bytes.count - place) {
      place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      let next = bytes[place...].dropFirst().prefix(2)
      if next.elementsEqual([0xBF, 0xBE]) || next.elementsEqual([0xBF, 0xBF]) { return true }
      place += 1
    }
    return false
  }

  /// Whether all bytes are ASCII and none is NUL; what is subtracted borrows only where a byte is zero.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position &+ 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 != 0 { return false }
      position &+= 8
    }
    while position < raw.count {
      if raw[position] &- 1 >= 0x7F { return false }
      position &+= 1
    }
    return true
  }
}
