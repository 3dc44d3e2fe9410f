// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Engine
import Platform
import Project
import Relation
import Testing

@testable import Publishing

/// Workbooks, read back by the engine's own reader of XLSX.
@Suite struct SpreadsheetTests {
  @Test func `observations come back as they were, with labels beside codes`() async throws {
    try await SampleProject.withContents { contents, release in
      let files = try await SampleProject.files(of: SpreadsheetWriter.part(), contents, in: release)
      #expect(files.keys.sorted() == ["register.xlsx", "totals.xlsx", "years.xlsx"])
      let rows = try await read("\(release)/spreadsheets/register.xlsx", "Data")
      #expect(rows.count == 7)
      #expect(rows[0, "COMPONENT"] == "1" && rows[0, "AREA (fr)"] == "Kenya")
      #expect(rows[0, "USD"] == "1250000.5")
      #expect(rows[2, "ACTIVITY"] == "=1+2")
      #expect(rows[4, "USD"] == nil)
      let about = try await read("\(release)/spreadsheets/totals.xlsx", "About")
      #expect(about.count > 10)
    }
  }

  @Test func `the same release gives the same workbooks`() async throws {
    try await SampleProject.withContents { contents, release in
      let part = SpreadsheetWriter.part()
      let first = try await SampleProject.files(of: part, contents, in: release)
      let second = try await SampleProject.files(of: part, contents, in: release)
      #expect(first == second)
    }
  }

  @Test func `numbers with more digits than a cell keeps are no numbers`() {
    #expect(SheetColumn.number("123456789012345") == 123_456_789_012_345)
    #expect(SheetColumn.number("1234567890123456") == nil)
    #expect(SheetColumn.number("0.00000000000000001") == 1e-17)
    #expect(SheetColumn.number("-12345678901234.50") == -12_345_678_901_234.5)
    #expect(SheetColumn.number("1000000000000000000") == 1e18)
  }

  @Test func `a dataset that a sheet cannot hold has no workbook, and the site offers none`()
    async throws
  {
    let part = SpreadsheetWriter.part(rows: 7)
    try await SampleProject.withContents { contents, release in
      let counts = contents.datasets.filter { $0.name == "register" }.map(\.count)
      #expect(counts == [7], "a heading and seven rows are one more than the sheet holds")
      let files = try await SampleProject.files(of: part, contents, in: release)
      #expect(files.keys.contains("years.xlsx") && !files.keys.contains("register.xlsx"))
      let notices = part.notices(contents).map { $0.message(in: Catalogue(.english)) }
      #expect(notices.contains("register has no workbook: 7 observations; a sheet holds 6"))
      #expect(part.notices(contents).allSatisfy { $0.severity == .warning })
      #expect(SpreadsheetWriter.part(rows: 100).notices(contents).isEmpty)
      let site = SiteWriter.part(boundaries: nil)
      let pages = try await SampleProject.files(of: site, contents, in: release)
      let years = String(decoding: try #require(pages["en/years.html"]), as: UTF8.self)
      let register = String(decoding: try #require(pages["en/register.html"]), as: UTF8.self)
      #expect(years.contains("spreadsheets/years.xlsx"))
      #expect(register.contains("data/register.parquet") && !register.contains(".xlsx"))
    }
  }

  private func read(_ path: String, _ sheet: String) async throws -> TextRows {
    let session = try await DuckDBSession(
      SessionConfiguration(allowedFiles: [path], extensions: [.excel])
    )
    let source = Source.spreadsheet(path: path, sheet: sheet)
    let plan = Plan.scan(source, schema: try await session.schema(of: source))
    return try await session.texts(of: plan, limit: 1_000)
  }
}
