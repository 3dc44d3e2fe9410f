// SPDX-License-Identifier: Apache-2.0

internal import Platform

/// The bytes of a file in UTF-8, mapped where they are UTF-8 already.
final class FileContent {
  private let file: MappedFile
  private let converted: UnsafeMutableBufferPointer<UInt8>?

  init(_ path: String, encoding: SingleByteText?) throws {
    file = try MappedFile(path)
    guard let encoding else {
      converted = nil
      return
    }
    let text = file.withBytes { span in
      span.withUnsafeBytes { encoding.utf8($0.bindMemory(to: UInt8.self)) }
    }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = copy.initialize(from: text)
    converted = copy
  }

  deinit { converted?.deallocate() }

  /// The bytes; the mapping and the copy lie still as long as this object lives.
  var bytes: UnsafeBufferPointer<UInt8> {
    if let converted { return UnsafeBufferPointer(converted) }
    return file.withBytes { span in span.withUnsafeBytes { $0.bindMemory(to: UInt8.self) } }
  }

  /// What a file that is no text looks like; `nil` for text.
  var foreignKind: String? {
    let start = Array(bytes.prefix(4))
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "ZIP/XLSX" }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "XLS" }
    if start.starts(with: [0x50, 0x41, 0x52, 0x31]) { return "Parquet" }
    if start.starts(with: [0x25, 0x50, 0x44, 0x46]) { return "PDF" }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    if FileContent.markup.contains(where: { isMarkup($0) }) { return "XML/HTML" }
    return bytes.prefix(1024).contains(0) ? "NUL" : nil
  }
}

extension FileContent {
  private static let markup = ["<?xml", "<!doctype", "<html"]

  private func isMarkup(_ word: String) -> Bool {
    let start = bytes.prefix(64).drop { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }
    return String(decoding: start.prefix(word.utf8.count), as: UTF8.self).lowercased() == word
  }
}

extension String {
  /// The text without spaces around it.
  var trimmingSpaces: String {
    // Nearly every text begins and ends with a letter or a digit.
    if let first = utf8.first, let last = utf8.last, (33..<127).contains(first),
      (33..<127).contains(last)
    {
      return self
    }
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
