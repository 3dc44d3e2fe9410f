// SPDX-License-Identifier: Apache-2.0

internal import CZlib
internal import Diagnostics
internal import Platform

/// The entries of an archive, such as a workbook, by name; each is read piece by piece.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3, sections 4.3.7 (local header) and 4.3.12 (central directory).
final class ZipArchive {
  /// How messages name the archive.
  let name: String
  private let bytes: [UInt8]
  private let entries: [String: Entry]
  /// The paths, in the order of the directory.
  let paths: [String]
  /// The paths by their small letters.
  private let spellings: [String: String]
  private let limits: WorkbookLimits

  /// What the directory says of an entry.
  struct Entry {
    let isDeflated: Bool
    let checksum: UInt
    let packedSize: Int
    let size: Int
    let position: Int
  }

  /// Reads the directory of an archive.
  ///
  /// - Parameters:
  ///   - bytes: the archive.
  ///   - name: how messages name it.
  ///   - limits: how large it may be.
  /// - Throws: `interchange.damaged-workbook`, `interchange.locked-workbook`,
  ///   `interchange.workbook-limit`.
  init(_ bytes: [UInt8], named name: String, limits: WorkbookLimits) throws(Diagnostic) {
    self.bytes = bytes
    self.name = name
    self.limits = limits
    guard bytes.withUnsafeBytes({ ZipDirectory.isWhole($0) }) else {
      throw InterchangeDefinitions.damagedWorkbook.at(Location(name), ["file": .text(name)])
    }
    var entries: [String: Entry] = [:]
    var paths: [String] = []
    var count = 0
    var total = 0
    var isEncrypted = false
    bytes.withUnsafeBytes { buffer in
      ZipDirectory.forEach(buffer) { path, entry in
        count += 1
        total += Int(entry.size)
        isEncrypted = isEncrypted || entry.isEncrypted
        if entries[path] == nil { paths.append(path) }
        entries[path] = Entry(
          isDeflated: entry.method == 8,
          checksum: UInt(entry.checksum),
          packedSize: Int(entry.packedSize),
          size: Int(entry.size),
          position: entry.position
        )
      }
    }
    self.entries = entries
    self.paths = paths
    spellings = Dictionary(paths.map { ($0.lowercased(), $0) }) { first, _ in first }
    if isEncrypted {
      throw InterchangeDefinitions.lockedWorkbook.at(Location(name), ["file": .text(name)])
    }
    try check(count, limits.entries)
    try check(total, limits.inflatedBytes)
  }

  /// Whether the archive has an entry.
  func has(_ path: String) -> Bool { entries[path] != nil }

  /// A path as the archive spells it; the path itself where there is no entry.
  ///
  /// - Source: ISO/IEC 29500-2, 6.2.2.3: names of parts that differ only in capitals are the same.
  func stored(_ path: String) -> String {
    has(path) ? path : spellings[path.lowercased()] ?? path
  }

  /// What is told of an archive that lacks what it should have.
  var damaged: Diagnostic {
    InterchangeDefinitions.damagedWorkbook.at(Location(name), ["file": .text(name)])
  }

  /// An entry as it lies in the archive, packed; `nil` where there is none.
  ///
  /// - Throws: `interchange.damaged-workbook` where it does not lie within the archive.
  func packed(_ path: String) throws(Diagnostic) -> (entry: Entry, bytes: ArraySlice<UInt8>)? {
    guard let entry = entries[path] else { return nil }
    let end = entry.position + entry.packedSize
    guard end <= bytes.count else { throw damaged }
    return (entry, bytes[entry.position..<end])
  }

  /// Begins to read an entry; `nil` where there is none.
  ///
  /// - Throws: `interchange.workbook-limit` where it would grow beyond all measure,
  ///   `interchange.damaged-workbook`.
  func open(_ path: String) throws(Diagnostic) -> ZipEntryReader? {
    guard let entry = entries[path] else { return nil }
    // An entry that claims to be a thousand times its size is meant to fill memory.
    if entry.size > limits.ratioFloor {
      try check(entry.size / max(entry.packedSize, 1), limits.ratio)
    }
    return try ZipEntryReader(entry, bytes, named: name)
  }

  private func check(_ value: Int, _ limit: Int) throws(Diagnostic) {
    guard value > limit else { return }
    throw InterchangeDefinitions.workbookLimit.at(
      Location(name),
      ["file": .text(name), "limit": .count(limit)]
    )
  }
}

/// Inflates one entry, a buffer at a time.
final class ZipEntryReader {
  private let entry: ZipArchive.Entry
  private let bytes: [UInt8]
  private let name: String
  private let stream: UnsafeMutablePointer<z_stream>
  private var position: Int
  private let end: Int
  private var produced = 0
  private var checksum: UInt = 0
  private var isDone = false

  init(_ entry: ZipArchive.Entry, _ bytes: [UInt8], named name: String) throws(Diagnostic) {
    self.entry = entry
    self.bytes = bytes
    self.name = name
    position = entry.position
    end = entry.position + entry.packedSize
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard end <= bytes.count, ayni_inflate_begin(stream) == Z_OK else { throw damaged() }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Fills a buffer with what comes next.
  ///
  /// - Returns: how many bytes; zero at the end, when size and checksum were found right.
  /// - Throws: `interchange.damaged-workbook`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    if isDone || buffer.isEmpty { return 0 }
    let count = entry.isDeflated ? try inflate(into: buffer) : copy(into: buffer)
    produced += count
    if count > 0 {
      let start = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      checksum = UInt(crc32(uLong(checksum), start, uInt(count)))
    }
    if produced > entry.size { throw damaged() }
    if count == 0 || (produced == entry.size && !entry.isDeflated) {
      isDone = true
      guard produced == entry.size, checksum == entry.checksum else { throw damaged() }
    }
    return count
  }

  /// All bytes of the entry.
  func all() throws(Diagnostic) -> [UInt8] {
    var whole: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try read(into: buffer)
      if count == 0 { return whole }
      whole.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private func copy(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, end - position)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
    }
    position += count
    return count
  }

  private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    let available = end - position
    let (code, used, made) = bytes.withUnsafeBytes { source in
      // The library does not change what it reads, though its type says it might.
      let start = source.baseAddress.map { UnsafeMutableRawPointer(mutating: $0 + position) }
      stream.pointee.next_in = start?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_in = uInt(available)
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = uInt(buffer.count)
      let code = CZlib.inflate(stream, Z_NO_FLUSH)
      return (
        code, available - Int(stream.pointee.avail_in), buffer.count - Int(stream.pointee.avail_out)
      )
    }
    position += used
    switch code {
    case Z_STREAM_END: return made
    // No progress with nothing left to read means that the entry was cut off.
    case Z_OK where made > 0 || used > 0: return made > 0 ? made : try inflate(into: buffer)
    case Z_BUF_ERROR where made > 0: return made
    default: throw damaged()
    }
  }

  private func damaged() -> Diagnostic {
    InterchangeDefinitions.damagedWorkbook.at(Location(name), ["file": .text(name)])
  }
}
