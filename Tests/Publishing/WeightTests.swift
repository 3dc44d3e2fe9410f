// SPDX-License-Identifier: Apache-2.0

import Platform
import Project
import Testing

@testable import Publishing

/// Pages stay light whatever stands in the data: readers may pay for every kilobyte.
@Suite struct WeightTests {
  /// Numbers that look random and are the same in every run.
  private struct Numbers {
    private var state: UInt64 = 88_172_645_463_325_252
    mutating func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
  }

  private static func register(_ count: Int, _ text: (inout Numbers) -> String) -> String {
    var numbers = Numbers()
    let areas = ["KEN", "TZA", "FRA", "BRA", "TUV"]
    let rows = (1...count).map { row in
      "\(row),\(areas[row % 5]),\(row % 2 == 0 ? "FIN" : "KIND"),\(text(&numbers)),"
        + "\(2019 + row % 3),\(numbers.next(9_000_000)).50"
    }
    return "id,area,grp,activity,year,amount\n" + rows.joined(separator: "\n") + "\n"
  }

  /// A title of sixty words.
  private static func title(_ numbers: inout Numbers) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return (0..<60).map { _ in String((0..<5).map { _ in letters[numbers.next(26)] }) }
      .joined(separator: " ")
  }

  /// Four hundred characters that no compression makes shorter by much.
  private static func noise(_ numbers: inout Numbers) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éèêôü")
    return String((0..<400).map { _ in letters[numbers.next(letters.count)] })
  }

  private func site(_ changes: [String: String]) async throws -> [String: [UInt8]] {
    try await SampleProject.withContents(changing: changes) { contents, release in
      let part = SiteWriter.part(boundaries: SampleProject.boundaries)
      return try await SampleProject.files(of: part, contents, in: release)
    }
  }

  /// Every page is light, and every link within the site leads to a page and a place on it.
  private func expectLight(_ files: [String: [UInt8]]) {
    let pages = files.filter { $0.key.hasSuffix(".html") }
    #expect(pages.count == 15)
    for (path, bytes) in pages {
      let weight = Deflate.size(bytes)
      #expect(weight < 60_000, "\(path): \(weight)")
      let own = Set(anchors(bytes))
      for link in Links.all(String(decoding: bytes, as: UTF8.self)) {
        let halves = link.split(separator: "#", omittingEmptySubsequences: false)
        guard halves.count == 2 else { continue }
        let target = "\(path.prefix { $0 != "/" })/\(halves[0])"
        let places = halves[0].isEmpty ? own : Set(anchors(files[target] ?? []))
        #expect(places.contains(String(halves[1])), "\(path): \(link)")
      }
    }
  }

  private func anchors(_ page: [UInt8]) -> [String] {
    String(decoding: page, as: UTF8.self).split(separator: " id=\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
  }

  private func text(_ files: [String: [UInt8]], _ path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }

  @Test func `two thousand long titles are cut where the page gets heavy, and the page says so`()
    async throws
  {
    let files = try await site(["data/reg.csv": Self.register(2_000, Self.title)])
    expectLight(files)
    let page = text(files, "en/register.html")
    // Three hundred rows would be within the limit of cells.
    let rows = page.split(separator: "<tr").count
    #expect((100..<280).contains(rows), "\(rows)")
    #expect(page.contains("Of 2,000 rows, "))
  }

  @Test func `random texts are cut in tables and in lists of records alike`() async throws {
    let files = try await site(["data/reg.csv": Self.register(449, Self.noise)])
    expectLight(files)
    let page = text(files, "en/register.html")
    #expect(page.contains("Of 449 rows, "))
    let lineage = text(files, "en/register.lineage.html")
    #expect(lineage.contains("Of 449 observations, "))
    #expect(lineage.contains("Of 449 records, "))
    // What the page of lineage does not list leads to its steps instead.
    #expect(page.contains("href=\"register.lineage.html#o0\""))
  }

  @Test func `drawings, codes and descriptions that are too heavy are left out`() async throws {
    var numbers = Numbers()
    let codes = (1...400).map { "A\($0),\(Self.noise(&numbers)),\(Self.noise(&numbers))" }
    let list = "id,name:en,name:fr\n" + codes.joined(separator: "\n") + "\n_T,All,Tous\n"
    let rows = (1...400).map { "\($0),A\($0),FIN,Rail,2020,\($0).00" }
    let files = try await site([
      "structures/CL_AREA.csv": list,
      "data/reg.csv": "id,area,grp,activity,year,amount\n" + rows.joined(separator: "\n") + "\n",
    ])
    expectLight(files)
    let page = text(files, "en/totals.html")
    #expect(page.contains("more codes are in the file of structures"))
    #expect(page.contains("Of 401 rows, "))
  }

  @Test func `a light page is whole, and the same page is cut at the same place`() throws {
    let light = PageShare.fitting { share in Array("\(share.of(1_000))".utf8) }
    #expect(light.share == .all && light.bytes == Array("1000".utf8))
    var numbers = Numbers()
    let rows = (0..<1_000).map { _ in Self.noise(&numbers) }
    let heavy = { (share: PageShare) in
      Array(rows.prefix(share.of(rows.count)).joined(separator: "\n").utf8)
    }
    let cut = PageShare.fitting(heavy)
    #expect(cut == PageShare.fitting(heavy))
    #expect((1..<1_000).contains(cut.share.of(rows.count)))
    #expect(PageWeight.isLight(cut.bytes) && Deflate.size(cut.bytes) > 40_000)
    let drawing = PageShare.fitting { share in
      Array((share.hasDrawings ? rows[...] : rows.prefix(3)).joined().utf8)
    }
    #expect(!drawing.share.hasDrawings && drawing.bytes == Array(rows.prefix(3).joined().utf8))
  }
}
