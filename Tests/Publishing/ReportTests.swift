// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Engine
import Platform
import Project
import Relation
import Structures
import Testing

@testable import Publishing

/// Reports as workbooks and pages, from a document made by hand.
@Suite struct ReportTests {
  private func number(_ text: String, _ code: String) -> BoundNumber {
    BoundNumber(
      .value(text),
      BoundNumber.Origin(
        .observation,
        [
          NumberReference(
            dataset: "d",
            key: [KeyPart("AREA", code), KeyPart("NOTE", "it's")],
            measure: "VALUE",
            release: "abc"
          )
        ]
      )
    )
  }

  private var document: ReportDocument {
    let blank = BoundNumber(
      .blank(.status(InternationalString(en: "late"))),
      BoundNumber.Origin(.observation, number("1", "C").origin.references)
    )
    return ReportDocument(
      .english,
      title: "Title & <b>",
      subtitle: nil,
      layout: .flowing,
      blocks: [
        .paragraph([.text("We gave "), .number(number("1234.50", "A")), .text(".")]),
        .table(
          ReportTable(
            caption: [.text("By area")],
            headings: [
              [
                ReportTable.Heading([.text("Area")], rows: 2, isNumeric: false),
                ReportTable.Heading([.text("Years")], columns: 2),
              ],
              [
                ReportTable.Heading([.text("2023")]), ReportTable.Heading([.text("2024")]),
              ],
            ],
            rows: [
              ReportTable.Row([.text("A")], [[.number(number("1234.50", "A"))], [.number(blank)]])
            ]
          )
        ),
      ]
    )
  }

  private func withSettings<Result>(
    _ body: (ProjectSettings, String) async throws -> Result
  ) async throws -> Result {
    try await SampleProject.withContents { contents, release in
      try await body(contents.settings, release)
    }
  }

  @Test func `a workbook has a sheet for each table and every number with its command`()
    async throws
  {
    try await withSettings { settings, folder in
      let path = "\(folder)/report.xlsx"
      try ReportWorkbook(document, settings: settings, release: "abc").write(to: path)
      // The first row is the caption, whose one cell names the one column that the reader sees.
      let table = try await read(path, "Table 1")
      #expect(table.indices.map { table[$0, "By area"] } == ["Area", "Area", "A"])
      let numbers = try await read(path, "Numbers")
      #expect(numbers.count == 3)
      #expect(numbers[0, "Number"] == "1234.5" && numbers[0, "Measure"] == "VALUE")
      #expect(
        numbers[0, "Command"] == #"ayni explain d AREA=A 'NOTE=it'\''s' --release abc"#
      )
      #expect(numbers[1, "Note"] == "1.1" && numbers[2, "Number"] == "late")
    }
  }

  private func read(_ path: String, _ sheet: String) async throws -> TextRows {
    let session = try await DuckDBSession(
      SessionConfiguration(allowedFiles: [path], extensions: [.excel])
    )
    let source = Source.spreadsheet(path: path, sheet: sheet)
    let plan = Plan.scan(source, schema: try await session.schema(of: source))
    return try await session.texts(of: plan, limit: 100)
  }

  @Test func `a page escapes what it shows and states the digest of its style`() async throws {
    try await withSettings { settings, _ in
      let page = ReportPage(document, settings: settings, release: "abc")
      let text = String(decoding: try page.bytes(), as: UTF8.self)
      #expect(text.contains("Title &amp; &lt;b&gt;"))
      #expect(text.contains("style-src 'sha256-"))
      #expect(!ReportStyle.text.contains { "<>&".contains($0) })
      #expect(text.contains("<data class=\"n\" value=\"1234.50\">1,234.50</data>"))
      #expect(text.contains("scope=\"colgroup\"") && text.contains("<caption>"))
    }
  }

  @Test func `headings that stand over several columns fill each of them`() {
    guard case .table(let table) = document.blocks[1] else { return }
    let words = PageLanguage(.english)
    let spread = table.spread.map { $0.map { ReportBody.plain($0, words) } }
    #expect(spread == [["Area", "Years", "Years"], ["Area", "2023", "2024"]])
  }

  @Test func `numbers lose decimals that say nothing, and changes have a sign`() {
    let numbers = NumberWords(words: PageLanguage(.french))
    #expect(NumberWords.shortened("348.00") == "348")
    #expect(NumberWords.shortened("348.50") == "348.50")
    #expect(NumberWords.shortened("100") == "100")
    let change = { (text: String) in
      numbers.text(BoundNumber(.value(text), BoundNumber.Origin(.difference, [])))
    }
    #expect(change("1234.5") == "+1\u{202F}234,5")
    #expect(change("-3") == "\u{2212}3")
    #expect(change("0.00") == "0")
  }
}
