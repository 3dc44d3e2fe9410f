// SPDX-License-Identifier: Apache-2.0

/// Whether a ZIP archive, such as a workbook, is whole: its directory is there and every entry it names.
///
/// Readers of archives differ in what they do with a truncated one; some search for ever. So an archive
/// is looked at before anything else opens it.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3, sections 4.3.7 (local header), 4.3.12 (central directory) and
///   4.3.16 (end of central directory).
public enum ZipDirectory {
  private static let endSize = 22
  private static let entrySize = 46
  private static let endSignature: UInt32 = 0x0605_4B50
  private static let entrySignature: UInt32 = 0x0201_4B50
  private static let localSignature: UInt32 = 0x0403_4B50

  /// Whether the bytes are a whole archive; archives of more than four gigabytes are not.
  public static func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let end = endPosition(bytes) else { return false }
    let count = Int(bytes.number16(at: end + 10))
    let size = Int(bytes.number32(at: end + 12))
    var position = Int(bytes.number32(at: end + 16))
    guard count > 0, position + size <= end else { return false }
    for _ in 0..<count {
      guard position + entrySize <= end, bytes.number32(at: position) == entrySignature,
        isLocal(bytes, Int(bytes.number32(at: position + 42)), end)
      else { return false }
      let lengths = [28, 30, 32].map { Int(bytes.number16(at: position + $0)) }
      position += entrySize + lengths.reduce(0, +)
    }
    return position <= end
  }

  private static func isLocal(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
    start + 30 <= end && bytes.number32(at: start) == localSignature
  }

  /// The end record is the last thing in the file but for a comment of its stated length.
  private static func endPosition(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var position = bytes.count - endSize
    let lowest = max(0, bytes.count - endSize - 65_535)
    while position >= lowest {
      if bytes.number32(at: position) == endSignature,
        position + endSize + Int(bytes.number16(at: position + 20)) == bytes.count
      {
        return position
      }
      position -= 1
    }
    return nil
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func number16(at position: Int) -> UInt16 {
    UInt16(littleEndian: loadUnaligned(fromByteOffset: position, as: UInt16.self))
  }

  fileprivate func number32(at position: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: position, as: UInt32.self))
  }
}
