// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Steps

@Suite struct CodeTableTests {
  private func code(_ text: String, _ table: CodeTable) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      table.withLookup { lookup in lookup.code(bytes).map { String(decoding: $0, as: UTF8.self) } }
    }
  }

  @Test func `ten thousand texts are found, and no other`() {
    let codes = Dictionary(uniqueKeysWithValues: (0..<10_000).map { ("C\($0)", "X\($0 * 7)") })
    let table = CodeTable(codes)
    for (text, standard) in codes { #expect(code(text, table) == standard) }
    for text in ["", "C", "C10000", "c1", "C1 ", "X7"] { #expect(code(text, table) == nil) }
  }

  @Test(arguments: [1, 8, 9, 16, 17, 40])
  func `texts of any length are found`(length: Int) {
    let texts = ["A", "B"].map { String(repeating: "x", count: length - 1) + $0 }
    let table = CodeTable([texts[0]: "first", texts[1]: "second", "other": "third"])
    #expect(texts.map { code($0, table) } == ["first", "second"])
    #expect(code(String(repeating: "x", count: length), table) == nil)
  }

  @Test func `letters that only look alike differ`() {
    let table = CodeTable(["\u{E9}": "composed", "A": "latin"])
    #expect(code("\u{E9}", table) == "composed")
    #expect(code("e\u{301}", table) == nil)
    #expect(code("\u{410}", table) == nil)
  }

  @Test func `an empty table has nothing`() {
    #expect(code("A", CodeTable([:])) == nil)
  }
}
