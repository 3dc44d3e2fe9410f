// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import CCmarkGFM

/// A text in Markdown as a tree of blocks: paragraphs, headings, lists, quotations, tables.
///
/// HTML within it is text like any other and is shown as it was written, pictures become their words, and
/// links lead to the web or to an address only.
///
/// - Source: CommonMark 0.29 and the tables of GitHub Flavored Markdown, as cmark-gfm reads them.
public struct MarkdownDocument: Sendable, Hashable {
  /// The blocks in order.
  public let blocks: [Block]

  /// A block and the line on which it begins.
  public struct Block: Sendable, Hashable {
    /// What it is.
    public let content: Content
    /// The line, from one.
    public let line: Int
  }

  /// The kinds of blocks.
  public indirect enum Content: Sendable, Hashable {
    /// A heading and its level from 1 to 6.
    case heading(level: Int, [Inline])
    /// A paragraph.
    case paragraph([Inline])
    /// Items, each of which holds blocks.
    case list(isOrdered: Bool, [[Block]])
    /// A quotation.
    case quotation([Block])
    /// Text that keeps its lines.
    case code(String)
    /// Rows of cells, the first of them the heading.
    case table([[[Inline]]])
    /// A line across.
    case rule
  }

  /// A piece of a line.
  public indirect enum Inline: Sendable, Hashable {
    /// Text.
    case text(String)
    /// Text in a typewriter's face.
    case code(String)
    /// Stressed.
    case emphasis([Inline])
    /// Strongly stressed.
    case strong([Inline])
    /// A link to the web or to an address of electronic mail.
    case link(String, [Inline])
    /// A new line that the writer asked for.
    case lineBreak
  }

  /// The most bytes of a text.
  public static let limit: Int = 1 << 20

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: the Markdown.
  ///   - file: its path, for messages.
  /// - Throws: `platform.markdown-too-long`.
  public init(_ text: String, file: String) throws(Diagnostic) {
    guard text.utf8.count <= MarkdownDocument.limit else {
      throw PlatformDefinitions.markdownTooLong.at(
        Location(file),
        ["file": .text(file), "limit": .count(MarkdownDocument.limit)]
      )
    }
    blocks = MarkdownReader.blocks(of: text)
  }
}

/// Turns the tree of the library into values.
private enum MarkdownReader {
  /// Trees that are deeper than any text that a person writes are cut off.
  private static let depth = 64

  /// The library's own list of extensions is filled once, by whoever comes first.
  private static let areExtensionsKnown: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  static func blocks(of text: String) -> [MarkdownDocument.Block] {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_parser_free(parser) }
    if areExtensionsKnown, let tables = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, tables)
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let root = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(root) }
    return blocks(in: root, depth)
  }

  private static func children(
    of node: OpaquePointer
  ) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      found.append(child)
      next = cmark_node_next(child)
    }
    return found
  }

  private static func kind(_ node: OpaquePointer) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }

  private static func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private static func blocks(
    in node: OpaquePointer,
    _ depth: Int
  ) -> [MarkdownDocument.Block] {
    guard depth > 0 else { return [] }
    return children(of: node).compactMap { child in
      content(child, depth - 1).map {
        MarkdownDocument.Block(content: $0, line: Int(cmark_node_get_start_line(child)))
      }
    }
  }

  private static func content(
    _ node: OpaquePointer,
    _ depth: Int
  ) -> MarkdownDocument.Content? {
    switch kind(node) {
    case "heading": .heading(level: Int(cmark_node_get_heading_level(node)), inlines(node, depth))
    case "paragraph": .paragraph(inlines(node, depth))
    case "list":
      .list(
        isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        children(of: node).map { blocks(in: $0, depth) }
      )
    case "block_quote": .quotation(blocks(in: node, depth))
    case "code_block": .code(literal(node))
    case "html_block": .paragraph([.text(literal(node))])
    case "thematic_break": .rule
    case "table":
      .table(children(of: node).map { row in children(of: row).map { inlines($0, depth) } })
    default: nil
    }
  }

  private static func inlines(
    _ node: OpaquePointer,
    _ depth: Int
  ) -> [MarkdownDocument.Inline] {
    guard depth > 0 else { return [] }
    return children(of: node).flatMap { inline($0, depth - 1) }
  }

  private static func inline(
    _ node: OpaquePointer,
    _ depth: Int
  ) -> [MarkdownDocument.Inline] {
    switch kind(node) {
    case "text", "html_inline": [.text(literal(node))]
    case "softbreak": [.text(" ")]
    case "linebreak": [.lineBreak]
    case "code": [.code(literal(node))]
    case "emph": [.emphasis(inlines(node, depth))]
    case "strong": [.strong(inlines(node, depth))]
    case "link": link(node, depth)
    case "image": inlines(node, depth)
    default: inlines(node, depth)
    }
  }

  private static func link(
    _ node: OpaquePointer,
    _ depth: Int
  ) -> [MarkdownDocument.Inline] {
    let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    let schemes = ["https://", "http://", "mailto:"]
    guard schemes.contains(where: { address.lowercased().hasPrefix($0) }) else {
      return inlines(node, depth)
    }
    return [.link(address, inlines(node, depth))]
  }
}
