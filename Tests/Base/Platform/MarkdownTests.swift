// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Platform
import Testing

/// Markdown as a tree of values.
@Suite struct MarkdownTests {
  private func blocks(_ text: String) throws -> [MarkdownDocument.Content] {
    try MarkdownDocument(text, file: "x.md").blocks.map(\.content)
  }

  @Test func `blocks and lines are read with the line on which they begin`() throws {
    let document = try MarkdownDocument(
      "# One\n\nA *b* **c** `d`\nnext\n\n1. x\n2. y\n\n> q\n\n---\n",
      file: "x.md"
    )
    #expect(document.blocks.map(\.line) == [1, 3, 6, 9, 11])
    #expect(document.blocks[0].content == .heading(level: 1, [.text("One")]))
    #expect(
      document.blocks[1].content
        == .paragraph([
          .text("A "), .emphasis([.text("b")]), .text(" "), .strong([.text("c")]), .text(" "),
          .code("d"), .text(" "), .text("next"),
        ])
    )
    guard case .list(let isOrdered, let items) = document.blocks[2].content else {
      Issue.record("no list")
      return
    }
    #expect(isOrdered && items.count == 2)
    #expect(document.blocks[4].content == .rule)
  }

  @Test func `tables are read`() throws {
    let table = try blocks("| a | b |\n| --- | --- |\n| 1 | 2 |\n")
    #expect(table == [.table([[[.text("a")], [.text("b")]], [[.text("1")], [.text("2")]]])])
  }

  @Test func `HTML stays text, and links lead to the web only`() throws {
    let html = try blocks("<script>x</script>\n\na <b>c</b>\n")
    #expect(html[0] == .paragraph([.text("<script>x</script>\n")]))
    #expect(
      html[1] == .paragraph([.text("a "), .text("<b>"), .text("c"), .text("</b>")])
    )
    #expect(try blocks("[x](javascript:alert)") == [.paragraph([.text("x")])])
    #expect(
      try blocks("[x](https://example.org)")
        == [.paragraph([.link("https://example.org", [.text("x")])])]
    )
    #expect(try blocks("![words](https://example.org/p.png)") == [.paragraph([.text("words")])])
  }

  @Test func `a text without end is refused, and a deep one is cut off`() throws {
    #expect(throws: Diagnostic.self) {
      try MarkdownDocument(String(repeating: "x", count: MarkdownDocument.limit + 1), file: "x.md")
    }
    _ = try blocks(String(repeating: "> ", count: 5_000) + "x")
  }
}
