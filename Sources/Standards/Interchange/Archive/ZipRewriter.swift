// SPDX-License-Identifier: Apache-2.0

internal import CZlib
internal import Diagnostics

/// Writes an archive again with some of its entries replaced; the others stay packed as they are.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
struct ZipRewriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// The archive with new contents for some paths, in the order of the old one.
  ///
  /// - Throws: `interchange.damaged-workbook`.
  static func archive(
    _ old: ZipArchive,
    replacing contents: [String: [UInt8]]
  ) throws(Diagnostic) -> [UInt8] {
    var writer = ZipRewriter()
    for path in old.paths {
      if let content = contents[path] {
        let checksum = content.withUnsafeBytes { buffer in
          crc32(0, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), uInt(buffer.count))
        }
        writer.add(path, content[...], method: 0, UInt32(checksum), size: content.count)
      } else if let (entry, packed) = try old.packed(path) {
        writer.add(
          path,
          packed,
          method: entry.isDeflated ? 8 : 0,
          UInt32(entry.checksum),
          size: entry.size
        )
      }
    }
    return writer.finished()
  }

  private mutating func add(
    _ path: String,
    _ packed: ArraySlice<UInt8>,
    method: UInt16,
    _ checksum: UInt32,
    size: Int
  ) {
    let name = Array(path.utf8)
    let start = bytes.count
    var fields: [UInt8] = []
    // Names are UTF-8; the first day that archives know keeps bytes the same.
    for number in [20, 0x800, method, 0, 0x21] { fields.put(number) }
    fields.put(checksum)
    fields.put(UInt32(packed.count))
    fields.put(UInt32(size))
    fields.put(UInt16(name.count))
    fields.put(UInt16(0))
    bytes.put(0x0403_4B50 as UInt32)
    bytes += fields + name
    bytes += packed
    directory.put(0x0201_4B50 as UInt32)
    directory.put(20 as UInt16)
    directory += fields
    for _ in 0..<3 { directory.put(0 as UInt16) }
    directory.put(0 as UInt32)
    directory.put(UInt32(start))
    directory += name
    count += 1
  }

  private func finished() -> [UInt8] {
    var end: [UInt8] = []
    end.put(0x0605_4B50 as UInt32)
    for number in [0, 0, UInt16(count), UInt16(count)] as [UInt16] { end.put(number) }
    end.put(UInt32(directory.count))
    end.put(UInt32(bytes.count))
    end.put(0 as UInt16)
    return bytes + directory + end
  }
}

extension [UInt8] {
  fileprivate mutating func put(_ number: UInt16) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
  }

  fileprivate mutating func put(_ number: UInt32) {
    put(UInt16(truncatingIfNeeded: number))
    put(UInt16(truncatingIfNeeded: number >> 16))
  }
}
