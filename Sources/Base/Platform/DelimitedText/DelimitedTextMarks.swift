// SPDX-License-Identifier: Apache-2.0

/// Finds the bytes that end a field outside quotes: delimiters and line breaks, eight bytes at a time.
///
/// Fields are a few bytes long, so the marks of a word are found once and handed out one by one.
struct DelimitedTextMarks {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiters: UInt64
  /// Where the word begins whose marks are being handed out.
  private var word: Int
  /// The highest bit of each byte of the word that is a mark and has not been handed out.
  private var waiting: UInt64 = 0

  private static let lineFeeds = each(UInt8(ascii: "\n"))
  private static let returns = each(UInt8(ascii: "\r"))
  private static let lowBits = each(0x7F)

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    self.bytes = bytes
    delimiters = DelimitedTextMarks.each(delimiter)
    // Before the first byte, so that the first word is still to be looked at.
    word = -8
  }

  /// Where the next mark stands.
  ///
  /// - Parameter position: where to begin; not before the one that was asked for last.
  /// - Returns: that position or one after it; the number of bytes where there is no mark.
  @inline(__always)
  mutating func next(from position: Int) -> Int {
    while true {
      while waiting != 0 {
        let mark = word &+ waiting.trailingZeroBitCount / 8
        waiting &= waiting &- 1
        if mark >= position { return mark }
      }
      word = max(word &+ 8, position)
      guard word < bytes.count else { return bytes.count }
      waiting = marks(of: loaded())
    }
  }

  /// The eight bytes of the word, zero behind the end of the text.
  @inline(__always)
  private func loaded() -> UInt64 {
    if word &+ 8 <= bytes.count {
      let raw = UnsafeRawBufferPointer(bytes)
      return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: word, as: UInt64.self))
    }
    return bytes[word...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  @inline(__always)
  private func marks(of word: UInt64) -> UInt64 {
    zeros(word ^ delimiters) | zeros(word ^ DelimitedTextMarks.lineFeeds)
      | zeros(word ^ DelimitedTextMarks.returns)
  }

  /// The highest bit of each byte that is zero, and no other: no carry goes from one byte to the next.
  @inline(__always)
  private func zeros(_ word: UInt64) -> UInt64 {
    let lowBits = DelimitedTextMarks.lowBits
    return ~(((word & lowBits) &+ lowBits) | word | lowBits)
  }

  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
