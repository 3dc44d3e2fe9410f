// SPDX-License-Identifier: Apache-2.0

/// Text encodings that older office programs write, one byte a character.
public enum SingleByteText: String, Sendable, CaseIterable {
  /// Western European of Windows.
  case windows1252 = "windows-1252"
  /// Latin 1.
  case latin1 = "iso-8859-1"

  /// The text as UTF-8; the five bytes that Windows-1252 leaves free become U+FFFD.
  public func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(contentsOf: Array(String(Character(scalar(byte))).utf8))
      }
    }
    return result
  }

  private func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard self == .windows1252, (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return SingleByteText.windowsScalars[Int(byte) - 0x80]
  }

  /// The characters of the bytes 80 to 9F.
  ///
  /// - Source: Unicode Consortium, mapping table CP1252.TXT.
  private static let windowsScalars: [Unicode.Scalar] = [
    "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}", "\u{017D}", "\u{FFFD}",
    "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
  ]
}
