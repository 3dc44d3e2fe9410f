// SPDX-License-Identifier: Apache-2.0

/// Writes a page as bytes that are HTML and well-formed XML alike.
///
/// Every start tag has its end tag and empty elements are closed, so that any XML reader checks pages.
///
/// - Source: HTML Living Standard, section 13.1 (writing); W3C Note "Polyglot Markup", 2015.
struct HTMLWriter {
  private var bytes: [UInt8] = []
  /// Whether text is a command, a style or the like, whose every character counts.
  private var isVerbatim = false

  /// Marks that French sets off with a space, which must not end a line.
  private static let spacedMarks: Set<Unicode.Scalar> = [":", ";", "?", "!", "»"]
  private static let verbatim: Set<String> = ["code", "pre", "style", "script"]

  /// The bytes of a whole page.
  static func page(_ root: Element) -> [UInt8] {
    var writer = HTMLWriter()
    writer.put("<!DOCTYPE html>\n")
    writer.write(root)
    writer.put("\n")
    return writer.bytes
  }

  /// The text of a piece, for tests and pieces of pages.
  static func text(_ html: HTML) -> String {
    var writer = HTMLWriter()
    writer.write(html)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write(_ html: HTML) {
    switch html {
    case .text(let text): escape(text, isAttribute: false)
    case .element(let element): write(element)
    case .fragment(let pieces): for piece in pieces { write(piece) }
    }
  }

  private mutating func write(_ element: Element) {
    if element.tag.isBlock { put("\n") }
    put("<" + element.tag.name)
    for attribute in element.attributes {
      put(" " + attribute.name + "=\"")
      escape(attribute.value, isAttribute: true)
      put("\"")
    }
    if element.tag.isVoid {
      put("/>")
    } else {
      put(">")
      let wasVerbatim = isVerbatim
      isVerbatim = wasVerbatim || HTMLWriter.verbatim.contains(element.tag.name)
      write(element.content)
      isVerbatim = wasVerbatim
      put("</" + element.tag.name + ">")
    }
  }

  /// Writes text so that it stays text; characters that XML forbids become U+FFFD.
  private mutating func escape(_ text: String, isAttribute: Bool) {
    let scalars = text.unicodeScalars
    let isSet = !isAttribute && !isVerbatim
    for position in scalars.indices {
      let scalar = scalars[position]
      switch scalar {
      case " " where isSet && isMark(scalars, after: position): put("\u{A0}")
      case "&": put("&amp;")
      case "<": put("&lt;")
      case ">": put("&gt;")
      case "\"" where isAttribute: put("&quot;")
      case "\r": put("&#13;")
      case "\n" where isAttribute: put("&#10;")
      case "\t" where isAttribute: put("&#9;")
      case "\t", "\n": bytes.append(UInt8(scalar.value))
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": put("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  private func isMark(
    _ scalars: String.UnicodeScalarView,
    after position: String.Index
  ) -> Bool {
    let next = scalars.index(after: position)
    return next < scalars.endIndex && HTMLWriter.spacedMarks.contains(scalars[next])
  }
}
