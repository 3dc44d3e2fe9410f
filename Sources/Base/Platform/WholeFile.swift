// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
import Glibc

/// Reads small files in one piece: settings, codelists, maps.
public enum WholeFile {
  /// The bytes of a file.
  ///
  /// - Parameter path: the file.
  /// - Returns: all of it.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public static func bytes(_ path: String) throws(Diagnostic) -> [UInt8] {
    var content: [UInt8] = []
    try inChunks(path) { content.append(contentsOf: $0) }
    return content
  }

  /// The text of a file in UTF-8; bytes that are none become the replacement character.
  ///
  /// - Parameter path: the file.
  /// - Returns: all of it, without a byte order mark.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public static func text(_ path: String) throws(Diagnostic) -> String {
    let content = try bytes(path)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return String(
      decoding: content.starts(with: mark) ? content[3...] : content[...],
      as: UTF8.self
    )
  }

  /// Goes through a file in pieces of 64 KiB.
  static func inChunks(
    _ path: String,
    _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(Diagnostic) {
    let file = try FileDescriptor(path, O_RDONLY)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try file.read(into: buffer)
      if count == 0 { return }
      body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
