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

  /// The text of a file in UTF-8.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it; the path by default.
  /// - Returns: all of it, without a byte order mark.
  /// - Throws: `platform.not-utf8`, or another diagnostic of ``PlatformDefinitions``.
  public static func text(_ path: String, named name: String? = nil) throws(Diagnostic) -> String {
    try text(of: try bytes(path), named: name ?? path)
  }

  /// The text of the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: the bytes.
  ///   - name: how messages name the file.
  /// - Returns: the text, without a byte order mark.
  /// - Throws: `platform.not-utf8` with the first line that is none.
  public static func text(of bytes: [UInt8], named name: String) throws(Diagnostic) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return text }
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let sound = lines.prefix { String(validating: $0, as: UTF8.self) != nil }.count
    throw PlatformDefinitions.notUTF8.at(Location(name, line: sound + 1), ["path": .text(name)])
  }

  /// Goes through a file in pieces of 64 KiB.
  static func inChunks(
    _ path: String,
    _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(Diagnostic) {
    let file = try FileDescriptor.reading(path)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try file.read(into: buffer)
      if count == 0 { return }
      body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
