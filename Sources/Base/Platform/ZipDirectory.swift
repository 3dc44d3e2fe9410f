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
      // The name, too, lies before the end: it is read by whoever asks for the entries.
      guard position <= end else { return false }
    }
    return true
  }

  /// What the directory says of an entry.
  public struct Entry: Sendable {
    /// How it is packed: 0 as it is, 8 deflated.
    public let method: Int
    /// Whether a password is needed.
    public let isEncrypted: Bool
    /// The CRC-32 of its bytes.
    public let checksum: UInt32
    /// How many bytes it has in the archive.
    public let packedSize: UInt32
    /// How many bytes it has unpacked.
    public let size: UInt32
    /// Where its bytes begin.
    public let position: Int
  }

  /// Goes through the entries of an archive that ``isWhole(_:)`` found whole.
  ///
  /// - Parameters:
  ///   - bytes: the archive.
  ///   - body: receives the path and what the directory says of it.
  public static func forEach(_ bytes: UnsafeRawBufferPointer, _ body: (String, Entry) -> Void) {
    guard let end = endPosition(bytes) else { return }
    var position = Int(bytes.number32(at: end + 16))
    for _ in 0..<Int(bytes.number16(at: end + 10)) {
      let lengths = [28, 30, 32].map { Int(bytes.number16(at: position + $0)) }
      let name = bytes[position + entrySize..<min(position + entrySize + lengths[0], end)]
      let local = Int(bytes.number32(at: position + 42))
      let entry = Entry(
        method: Int(bytes.number16(at: position + 10)),
        isEncrypted: bytes.number16(at: position + 8) & 1 == 1,
        checksum: bytes.number32(at: position + 16),
        packedSize: bytes.number32(at: position + 20),
        size: bytes.number32(at: position + 24),
        position: local + 30 + Int(bytes.number16(at: local + 26))
          + Int(bytes.number16(at: local + 28))
      )
      body(String(decoding: name, as: UTF8.self), entry)
      position += entrySize + lengths.reduce(0, +)
    }
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
