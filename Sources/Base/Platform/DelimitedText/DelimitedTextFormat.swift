// SPDX-License-Identifier: Apache-2.0

/// How a file of rows is cut into fields.
public struct DelimitedTextFormat: Hashable, Sendable {
  /// What stands between two fields, in ASCII.
  public let delimiter: UInt8

  /// Takes the character between fields; `nil` for anything but comma, semicolon, tab and bar.
  public init?(delimiter: String) {
    guard let byte = delimiter.utf8.first, delimiter.utf8.count == 1,
      DelimitedTextFormat.candidates.contains(byte)
    else { return nil }
    self.delimiter = byte
  }

  private init(byte: UInt8) { delimiter = byte }

  /// Fields with commas between them, as RFC 4180 has it.
  public static let comma: DelimitedTextFormat = DelimitedTextFormat(byte: UInt8(ascii: ","))

  /// The delimiters that are understood: comma, semicolon, tab, vertical bar.
  static let candidates: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  /// The delimiter that a line uses most, outside quotes; comma where it uses none.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - line: the physical line with the names of the columns, from one.
  /// - Returns: the format with that delimiter.
  public static func guessed(
    from bytes: UnsafeBufferPointer<UInt8>,
    line: Int = 1
  ) -> DelimitedTextFormat {
    var counts = [Int](repeating: 0, count: candidates.count)
    var isQuoted = false
    for byte in bytes[start(of: line, in: bytes)...] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if let position = candidates.firstIndex(of: byte) { counts[position] += 1 }
    }
    let most = counts.max() ?? 0
    let position = most == 0 ? 0 : counts.firstIndex(of: most) ?? 0
    return DelimitedTextFormat(byte: candidates[position])
  }

  /// Where a line begins; the end of the file where there are not so many.
  private static func start(of line: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = 0
    for _ in 1..<max(line, 1) {
      let rest = bytes[position...]
      guard
        let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
      else { return bytes.endIndex }
      let isPair =
        bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count
        && bytes[end + 1] == UInt8(ascii: "\n")
      position = end + (isPair ? 2 : 1)
    }
    return position
  }
}
