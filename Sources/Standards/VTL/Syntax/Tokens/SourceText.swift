// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// The text of a script with its name, as bytes, and where its lines begin.
///
/// Places in the tree are byte offsets; only a message or an editor asks for line and column.
public struct SourceText: Hashable, Sendable {
  /// The path by which messages name the script.
  public let file: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  /// Takes a script.
  ///
  /// - Parameters:
  ///   - text: the script; a byte order mark at its start is skipped by the reader.
  ///   - file: the path by which messages name it.
  public init(_ text: String, file: String = "script.vtl") {
    self.file = file
    bytes = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The line, from one, in which an offset lies.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The place of an offset; the column counts Unicode scalars from one.
  func location(of offset: Int) -> Location {
    let bounded = min(max(0, offset), bytes.count)
    let line = line(of: bounded)
    let isLead = { (byte: UInt8) in byte & 0xC0 != 0x80 }
    let column = bytes[lineStarts[line - 1]..<bounded].count(where: isLead) + 1
    return Location(file, line: line, column: column)
  }

  /// The text between two offsets.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// Where a node stands in its script, in byte offsets.
///
/// Two trees that differ only in the places of their nodes are equal, so every place equals every other.
struct Place: Hashable, Sendable {
  let start: Int
  let end: Int

  init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// From the start of this place to the end of another.
  func through(_ other: Place) -> Place { Place(start, max(end, other.end)) }

  static func == (left: Place, right: Place) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}
