// SPDX-License-Identifier: Apache-2.0

import Columns
import Conversion
import Cooperation
import Engine
import Platform
import Relation
import Testing
import Values

private let referenceData = ProcessEnvironment.value("AYNI_REFERENCE_DATA")

/// A published file of 5,466 records, too large to lie here.
///
/// Source: AidData, Global Chinese Official Finance Dataset, 2000-2014, Version 1.0 (repository
/// AidData-WM/public_datasets, commit afaf88b), ODC-By 1.0, as `data/aidcn/records.xlsx` under the
/// folder that AYNI_REFERENCE_DATA names. Where the variable is not set these tests are skipped, and
/// say so. The numbers expected were found with other programs.
@Suite(
  .enabled(if: referenceData != nil, "set AYNI_REFERENCE_DATA to run over the published records")
)
struct PublishedRecordsTests {
  private func records() async throws -> Records {
    try await Records(try #require(referenceData) + "/data/aidcn/records.xlsx")
  }

  @Test func `eighteen rates and four deflators do not make the published amounts`() async throws {
    let records = try await records()
    let identity = QuotientIdentity(tolerance: try decimal("0.000001"))
    let rates = try identity.answers(
      records.decimals("amount"),
      over: records.decimals("exchange_rates_used"),
      are: records.decimals("usd_current")
    )
    #expect(rates.count == 5_466)
    #expect(rates.count { $0 != .incomplete } == 3_515)
    #expect(rates.count { $0 == .fails } == 18)
    let deflators = try identity.answers(
      records.decimals("usd_current"),
      over: records.decimals("deflators_used"),
      are: records.decimals("usd_defl_2014")
    )
    #expect(deflators.count { $0 != .incomplete } == 3_515)
    #expect(deflators.count { $0 == .fails } == 4)
  }

  @Test func `the grant elements of the loans that have all four terms`() async throws {
    let records = try await records()
    let columns = try ["interest_rate", "maturity", "grace_period", "grant_element"].map {
      try records.texts($0).map { $0.flatMap { Double($0) } }
    }
    let discount = try DiscountRate(percent: 10, .nominal)
    var differences: [Double] = []
    var refused = 0
    var concessional = (old: 0, new: 0)
    let today = try ConcessionalityTest(
      leastPercent: 35,
      at: DiscountRate(percent: 5, .effective)
    )
    for row in 0..<records.count {
      guard let interest = columns[0][row], let maturity = columns[1][row],
        let grace = columns[2][row], let published = columns[3][row]
      else { continue }
      guard
        let terms = try? LoanTerms(
          interestPercent: interest,
          maturityYears: maturity,
          graceYears: grace
        )
      else {
        refused += 1
        continue
      }
      let computed = try GrantElement(terms, at: discount)
      differences.append(abs(computed.percent - published))
      if computed.percent >= 25 { concessional.old += 1 }
      if try today.isConcessional(terms) { concessional.new += 1 }
    }
    // Five loans are published with a grace period that is longer than the loan.
    #expect(refused == 5)
    #expect(differences.count == 294)
    #expect(differences.count { $0 <= 0.02 } == 137)
    #expect(differences.count { $0 <= 0.1 } == 208)
    #expect(differences.count { $0 <= 0.5 } == 224)
    #expect(concessional.old == 211)
    #expect(concessional.new == 20)
  }

  @Test func `records without an amount, by kind of flow`() async throws {
    let records = try await records()
    var counts: [String: (all: Int, without: Int)] = [:]
    for (flow, amount) in zip(try records.texts("flow"), try records.texts("amount")) {
      let flow = try #require(flow)
      counts[flow, default: (0, 0)].all += 1
      if amount == nil { counts[flow, default: (0, 0)].without += 1 }
    }
    let expected: [(String, Int, Int)] = [
      ("Free-standing technical assistance", 591, 542),
      ("Scholarships/training in the donor country", 195, 179), ("Grant", 2_827, 1_014),
      ("Loan (excluding debt rescheduling)", 1_415, 119),
    ]
    for (flow, all, without) in expected {
      #expect(counts[flow]?.all == all, "\(flow)")
      #expect(counts[flow]?.without == without, "\(flow)")
    }
    #expect(counts.values.reduce(0) { $0 + $1.without } == 1_951)
  }
}

/// The columns of the published file that the tests look at.
private struct Records {
  private static let names = [
    "flow", "amount", "exchange_rates_used", "usd_current", "deflators_used", "usd_defl_2014",
    "interest_rate", "maturity", "grace_period", "grant_element",
  ]
  private let batches: [RecordBatch]

  init(_ path: String) async throws {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let session = try await DuckDBSession(
      SessionConfiguration(allowedFolders: ["/" + folder], extensions: [.excel])
    )
    let plan = Plan.scan(
      .spreadsheet(path: path, sheet: nil),
      schema: Schema(Records.names.map { Field($0, .string) })
    )
    let rows: Relation.BatchStream = try await session.rows(of: plan.select(Records.names))
    var batches: [RecordBatch] = []
    for try await batch in rows { batches.append(batch) }
    self.batches = batches
  }

  var count: Int { batches.map(\.rowCount).reduce(0, +) }

  /// The texts of a column; blanks, which are sometimes a single space, are none.
  func texts(_ name: String) throws -> [String?] {
    try batches.flatMap { batch in
      let column = try #require(batch[name])
      return try (0..<batch.rowCount).map { row in
        try column.string(at: row).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
      }
    }
  }

  /// A column as decimals of twenty places, which hold every number of the file exactly.
  func decimals(_ name: String) throws -> Column {
    let builder = DecimalColumnBuilder(scale: 20)
    for text in try texts(name) {
      guard let text else {
        builder.appendNull()
        continue
      }
      let number = try decimal(text)
      try #require(number.scale <= 20)
      try builder.append(number.rounded(toScale: 20, .halfUp).unscaled)
    }
    return builder.finish(name)
  }
}
