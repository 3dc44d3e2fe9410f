// SPDX-License-Identifier: Apache-2.0

/// The tags of a document and where they lie, so that single elements can be replaced and all else kept byte for
/// byte.
///
/// Only the place of tags matters here; what a document means, and whether it is well-formed, the readers say.
struct MarkupTags {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// A tag.
  struct Tag {
    /// From `<` to the byte behind `>`.
    let range: Range<Int>
    /// The name with its prefix.
    let name: ArraySlice<UInt8>
    let isEnd: Bool
    let isEmpty: Bool

    /// The name without its prefix.
    var local: String {
      let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
      return String(decoding: name[start...], as: UTF8.self)
    }

    /// The prefix with its colon; empty where there is none.
    var prefix: String {
      guard let colon = name.lastIndex(of: UInt8(ascii: ":")) else { return "" }
      return String(decoding: name[...colon], as: UTF8.self)
    }
  }

  /// The next tag; comments, declarations and character data are passed over.
  mutating func next() -> Tag? {
    while let open = bytes[min(position, bytes.count)...].firstIndex(of: UInt8(ascii: "<")) {
      if skip("<!--", "-->", at: open) || skip("<![CDATA[", "]]>", at: open)
        || skip("<?", "?>", at: open) || skip("<!", ">", at: open)
      {
        continue
      }
      guard let close = end(of: open) else { return nil }
      position = close + 1
      let isEnd = bytes[open + 1] == UInt8(ascii: "/")
      let start = open + (isEnd ? 2 : 1)
      let name = bytes[start..<close].prefix { byte in
        byte != UInt8(ascii: "/") && !MarkupTags.isSpace(byte)
      }
      return Tag(
        range: open..<close + 1,
        name: name,
        isEnd: isEnd,
        isEmpty: bytes[close - 1] == UInt8(ascii: "/")
      )
    }
    return nil
  }

  /// The value of an attribute of a tag, as it is written; and the range from its name to its closing quote.
  func attribute(_ name: String, of tag: Tag) -> (value: String, range: Range<Int>)? {
    var place = tag.name.endIndex
    while place < tag.range.upperBound - 1 {
      let start = place
      while place < tag.range.upperBound, MarkupTags.isSpace(bytes[place]) { place += 1 }
      let first = place
      while place < tag.range.upperBound, bytes[place] != UInt8(ascii: "="),
        bytes[place] != UInt8(ascii: ">")
      {
        place += 1
      }
      guard place + 1 < tag.range.upperBound, bytes[place] == UInt8(ascii: "=") else { return nil }
      let found = String(decoding: bytes[first..<place], as: UTF8.self)
        .filter { !$0.isWhitespace }
      place += 1
      while place < tag.range.upperBound, MarkupTags.isSpace(bytes[place]) { place += 1 }
      let quote = bytes[place]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let close = bytes[(place + 1)..<tag.range.upperBound].firstIndex(of: quote)
      else { return nil }
      if found == name {
        return (String(decoding: bytes[(place + 1)..<close], as: UTF8.self), start..<close + 1)
      }
      place = close + 1
    }
    return nil
  }

  private mutating func skip(_ open: String, _ close: String, at place: Int) -> Bool {
    let opening = Array(open.utf8)
    guard bytes[place...].starts(with: opening) else { return false }
    let closing = Array(close.utf8)
    var end = place + opening.count
    while end < bytes.count, !bytes[end...].starts(with: closing) { end += 1 }
    position = min(bytes.count, end + closing.count)
    return true
  }

  /// The `>` of a tag, beyond those within quotes.
  private func end(of open: Int) -> Int? {
    var quote: UInt8?
    for place in (open + 1)..<bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place
      }
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0D].contains(byte)
  }
}
