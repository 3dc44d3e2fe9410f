// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import FoundationEssentials
import Platform
import Project
import Relation
import Structures
import Testing

@testable import Publishing

/// The site of a small project, made by the real engine.
@Suite struct SiteTests {
  private func site(changing changes: [String: String] = [:]) async throws -> [String: [UInt8]] {
    try await SampleProject.withContents(changing: changes) { contents, release in
      let part = SiteWriter.part(boundaries: SampleProject.boundaries)
      return try await SampleProject.files(of: part, contents, in: release)
    }
  }

  private func text(_ files: [String: [UInt8]], _ path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }

  @Test func `pages are well-formed, light, self-contained, and their links lead somewhere`()
    async throws
  {
    let files = try await site()
    let pages = files.filter { $0.key.hasSuffix(".html") }
    #expect(pages.count == 1 + 2 * 7)
    for (path, bytes) in pages {
      let reader = try XMLReader(bytes: bytes, named: path)
      while try reader.next() != nil {}
      let page = text(files, path)
      #expect(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"))
      #expect(!page.contains(" style=") && !page.contains(" onload="), "\(path)")
      let weight = Deflate.size(bytes)
      #expect(weight < 60_000, "\(path): \(weight)")
      for link in Links.all(page) { check(link, from: path, files) }
    }
    #expect((files["style.css"]?.count ?? .max) <= 8_192)
    try keep(files)
  }

  /// Writes the pages where `AYNI_SITE` says, for `Scripts/browser.py` and for the eye.
  private func keep(_ files: [String: [UInt8]], under name: String = "") throws {
    guard let root = ProcessInfo.processInfo.environment["AYNI_SITE"] else { return }
    for (path, bytes) in files {
      let file = "\(root)\(name)/\(path)"
      try DurableFolder.create("/" + file.split(separator: "/").dropLast().joined(separator: "/"))
      try DurableFile.write(bytes, to: file)
    }
  }

  @Test func `stacked columns lie on each other and differ by more than colour`() async throws {
    var view = try #require(SampleProject.files["views/years.toml"])
    view = view.replacing("kind = \"line\"", with: "kind = \"stacked\"")
    let bars = try #require(SampleProject.files["views/totals.toml"]).replacing(
      "axis = \"AREA\"",
      with: "axis = \"AREA\"\nseries = \"GROUP\""
    ).replacing("GROUP = \"_T\"", with: "")
    let files = try await site(changing: ["views/years.toml": view, "views/totals.toml": bars])
    try keep(files, under: "-stacked")
    let page = text(files, "en/years.html")
    #expect(page.contains("<pattern id=\"w-p1\"") && page.contains("fill=\"url(#w-p1)\""))
    // A class that sets the fill would win over the pattern.
    let patterned = page.split(separator: "<rect").filter { $0.contains("fill=\"url(") }
    #expect(patterned.count >= 3)
    for bar in patterned { #expect(!bar.prefix { $0 != ">" }.contains("class="), "\(bar)") }
    #expect(page.contains("In kind, 2021: 0.04") && page.contains("Financial, 2021: 98"))
    let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    let repeated = Set(ids.filter { id in ids.count { $0 == id } > 1 })
    #expect(repeated.isEmpty, "\(repeated)")
  }

  private func check(_ link: String, from path: String, _ files: [String: [UInt8]]) {
    let halves = link.split(separator: "#", omittingEmptySubsequences: false)
    var parts = path.split(separator: "/").dropLast().map(String.init)
    var isInside = true
    for name in halves[0].split(separator: "/") {
      if name == ".." {
        if parts.isEmpty { isInside = false } else { parts.removeLast() }
      } else {
        parts.append(String(name))
      }
    }
    guard isInside else { return }
    let target = halves[0].isEmpty ? path : parts.joined(separator: "/")
    #expect(files[target] != nil, "\(path): \(link)")
    guard halves.count > 1 else { return }
    #expect(text(files, target).contains("id=\"\(halves[1])\""), "\(path): \(link)")
  }

  @Test func `the same release gives the same bytes`() async throws {
    let first = try await site()
    let second = try await site()
    #expect(first == second)
    #expect(first.count > 10)
  }

  @Test func `both languages say the same with their own words`() async throws {
    let files = try await site()
    let english = files.keys.filter { $0.hasPrefix("en/") }.map { String($0.dropFirst(3)) }
    let french = files.keys.filter { $0.hasPrefix("fr/") }.map { String($0.dropFirst(3)) }
    #expect(english.sorted() == french.sorted())
    let page = text(files, "fr/totals.html")
    #expect(page.contains("<html lang=\"fr\" dir=\"ltr\">"))
    #expect(page.contains("98\u{202F}000\u{202F}000,00") && page.contains("Brésil"))
    #expect(page.contains("<span lang=\"en\">Sums of all years.</span>"))
    #expect(page.contains("hreflang=\"en\" href=\"../en/totals.html\""))
    #expect(text(files, "en/totals.html").contains("98,000,000.00"))
    #expect(text(files, "index.html").contains("<html lang=\"en\""))
    for message in SiteTexts.all {
      #expect(!message.english.isEmpty && !message.french.isEmpty)
      #expect(
        Set(Message.places(in: message.english)) == Set(Message.places(in: message.french)),
        "\(message.key)"
      )
    }
  }

  @Test func `markup and SQL in a cell are text, and a blank has its reason`() async throws {
    let files = try await site()
    let page = text(files, "en/register.html")
    #expect(page.contains("Road &lt;script&gt;alert('1')&lt;/script&gt;"))
    #expect(page.contains("'; DROP TABLE x; -- &amp; \"quoted\""))
    #expect(page.contains("<span class=\"unseen\">no value</span>"))
    let totals = text(files, "en/totals.html")
    #expect(totals.contains("<span class=\"unseen\">no observation</span>"))
    #expect(totals.contains("Loans by partner &amp; group"))
  }

  @Test func `each number leads to the records and lines behind it`() async throws {
    let files = try await site()
    let page = text(files, "en/totals.html")
    let lineage = text(files, "en/totals.lineage.html")
    // Published order: AREA, GROUP; the third and fourth rows of all are those of France.
    let row = try #require(lineage.rowOf("France · Financial"))
    #expect(row.contains("98,000,000.00") && row.contains("data/reg.csv:5"))
    #expect(!row.contains("data/reg.csv:2"))
    let all = try #require(lineage.rowOf("All partners · Total"))
    for line in 2...8 { #expect(all.contains("data/reg.csv:\(line)<"), "\(line)") }
    let anchor = try #require(
      row.split(separator: "id=\"").dropFirst().first?.prefix { $0 != "\"" }
    )
    #expect(page.contains("href=\"totals.lineage.html#\(anchor)\">98,000,000.00<"))
  }

  @Test func `counts show no record, and no page where the view wants none`() async throws {
    let files = try await site(changing: [
      "views/register.toml": "dataset = \"register\"\ntitle = \"R\"\nlineage = \"none\"\n"
    ])
    let page = text(files, "en/years.lineage.html")
    #expect(page.contains("7 rows") && page.contains("data/reg.csv"))
    #expect(!page.contains("data/reg.csv:") && !page.contains("1,250,000.50"))
    #expect(files["en/register.lineage.html"] == nil)
    #expect(!text(files, "en/register.html").contains("lineage.html"))
  }

  @Test func `without a view records are counted, and every number leads to where it comes from`()
    async throws
  {
    let settings = try #require(SampleProject.files["ayni.toml"])
    let step = try #require(SampleProject.files["steps/years.toml"])
    let files = try await site(changing: [
      "ayni.toml": settings.replacing("\"register\"]", with: "\"register\", \"bare\"]"),
      "steps/bare.toml": step.replacing("outputs = [\"years\"]", with: "outputs = [\"bare\"]"),
    ])
    let lineage = text(files, "en/bare.lineage.html")
    #expect(lineage.contains("7 rows") && lineage.contains("data/reg.csv"))
    #expect(!lineage.contains("data/reg.csv:"))
    #expect(text(files, "en/bare.html").contains("href=\"bare.lineage.html\">98,000,000.00<"))
  }

  @Test func `rows behind a number are counted where a release need not wait for it`() async throws
  {
    try await SampleProject.withContents { contents, _ in
      let node = try contents.lineage.trace("totals")
      let own = try await contents.session.count(of: node.dataset.plan)
      let all = try await TracedRows(node, contents, isDeep: false, mostCounted: max(own, 7))
      #expect(all.isCounted && all.count == own)
      #expect(all.origins.allSatisfy { $0.traced.isCounted && $0.traced.count <= 7 })
      let few = try await TracedRows(node, contents, isDeep: false, mostCounted: own - 1)
      // The dataset itself is whole: its file says how many rows it has.
      #expect(few.isCounted && few.count == own)
      #expect(few.origins.allSatisfy { !$0.traced.isCounted && $0.traced.count == 7 })
    }
  }

  @Test func `the map names what is too small for it`() async throws {
    let page = text(try await site(), "en/totals.html")
    #expect(page.contains("Tuvalu: 43,000.25</li>"))
    #expect(page.contains("do not imply endorsement"))
    #expect(page.contains("<title>Kenya: 1,270,000.50</title>"))
  }

  @Test func `a view that names no component is told with the nearest name`() async throws {
    let view = "dataset = \"totals\"\ntitle = \"T\"\nrows = [\"AREAS\"]\n"
    let failure = await #expect(throws: DiagnosticFailure.self) {
      _ = try await site(changing: ["views/totals.toml": view])
    }
    #expect(failure?.diagnostics.map(\.code.rawValue) == ["project.view-component"])
    #expect(failure?.diagnostics.first?.suggestion == "AREA")
  }

  @Test func `boundaries that are none are refused`() {
    for text in [
      "", "[]", "{\"type\":\"Feature\"}", "{\"type\":\"FeatureCollection\",\"features\":[]}",
    ] {
      #expect(throws: Diagnostic.self) { try GeoJSON(Array(text.utf8), named: "b.geojson") }
    }
  }
}

extension String {
  /// The row of a table that has a heading.
  fileprivate func rowOf(_ heading: String) -> String? {
    split(separator: "<tr").map(String.init).first { $0.contains(">\(heading)<") }
  }
}

/// The links of a page.
enum Links {
  static func all(_ page: String) -> [String] {
    page.split(separator: " href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
      .filter { !$0.hasPrefix("mailto:") }
  }
}
