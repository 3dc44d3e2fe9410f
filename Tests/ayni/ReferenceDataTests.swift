// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A real register through a mapping: where `AYNI_REFERENCE_DATA` names the folder of reference data.
///
/// Source: AidData, Global Chinese Official Finance Dataset, 2000-2014, version 1.0 (ODC-By 1.0); the
/// counts are those of its own table. Skipped, and said so, where the folder is not there.
@Suite struct ReferenceDataTests {
  static let folder = ProcessInfo.processInfo.environment["AYNI_REFERENCE_DATA"]

  private func project() throws -> ScratchProject {
    let project = try ScratchProject()
    let folder = try #require(Self.folder)
    try project.write(
      try Data(contentsOf: URL(fileURLWithPath: "\(folder)/data/aidcn/records.xlsx")),
      to: "data/records.xlsx"
    )
    try project.write(
      """
      id = "RECORDS"
      name = "Records of finance"
      [[dimension]]
      id = "RECORD"
      name = "Record"
      [[measure]]
      id = "AMOUNT"
      name = "Amount"
      type = "decimal"
      precision = 30
      decimals = 2
      [[measure]]
      id = "INTEREST"
      name = "Interest"
      type = "decimal"
      decimals = 6
      [[attribute]]
      id = "YEAR"
      name = "Year"
      type = "time-period"
      mandatory = true
      [[attribute]]
      id = "FLOW"
      name = "Flow"
      [[attribute]]
      id = "CURRENCY"
      name = "Currency"
      """,
      to: "structures/RECORDS.toml"
    )
    try project.write(
      """
      structure = "RECORDS"
      file = "data/records.xlsx"
      round = true
      [columns]
      RECORD = "project_id"
      AMOUNT = "amount"
      INTEREST = "interest_rate"
      YEAR = "year"
      FLOW = "flow"
      CURRENCY = "currency"
      """,
      to: "sources/records.toml"
    )
    return project
  }

  @Test(.enabled(if: folder != nil, "AYNI_REFERENCE_DATA names no folder of reference data"))
  func `a real workbook of 5,466 records comes in through a mapping`() throws {
    let project = try project()
    let run = try project.run()
    #expect(run.exit == 0, "\(run.messages)")
    let rows = try Ayni.call("explain", "records", "--project", project.path)
    #expect(rows.output.contains("import): 5,466 rows"))
    let loan = try Ayni.call("explain", "records", "RECORD=21", "--project", project.path)
    #expect(loan.output.contains("AMOUNT=117000000.00 INTEREST=4.000000"))
    #expect(loan.output.contains("CURRENCY=BWP"))
    #expect(loan.output.contains("data/records.xlsx:"))
  }
}
