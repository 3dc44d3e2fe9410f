// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Engine
import Relation
import Structures
import Testing

@testable import SDMX

/// Queries as plans over twelve rows: what an engine answers is worked out by hand.
@Suite struct QueryPlanTests {
  private static func dataset() throws -> Dataset {
    let component = { (id: String, role: Component.Role, holds: Representation) in
      Component(Concept(id, name: InternationalString(en: id)), role: role, representation: holds)
    }
    let structure = try DataStructureDefinition(
      SampleStructures.reference(.dataStructure, "DSD_QUERY"),
      name: InternationalString(en: "Queried"),
      components: [
        component("FREQ", .dimension, .text), component("AREA", .dimension, .text),
        component("TIME_PERIOD", .timeDimension, .timePeriod),
        component("OBS_VALUE", .measure, .decimal(precision: 18, scale: 1)),
        component("COUNT", .measure, .integer),
        component("UNIT", .attribute(.dimensions(["AREA"]), isMandatory: false), .text),
        component("STATUS", .attribute(.observation, isMandatory: false), .text),
      ]
    )
    let times = [
      ("A", ["2019", "2020", "2021"]), ("Q", ["2020-Q1", "2020-Q2", "2020-Q4"]),
      ("D", ["2020-02-29", "2020-06-30", "2020-12-31"]), ("M", ["2020-01", "2020-06", "2020-12"]),
    ]
    var rows: [[Literal]] = []
    for (position, (frequency, periods)) in times.enumerated() {
      let area = position % 2 == 0 ? "GHA" : "TGO"
      for (index, period) in periods.enumerated() {
        let number = position * 3 + index
        rows.append([
          .string(frequency), .string(area), .string(period),
          .decimal(unscaled: Int128(number * 10 + 5), precision: 18, scale: 1),
          .integer(Int64(number)), .string("U-\(area)"), .string(index == 1 ? "provisional" : "A"),
        ])
      }
    }
    return try Dataset("data", structure, Plan.values(rows, schema: structure.schema))
  }

  /// The rows of a query: their values with a space between them.
  private func rows(_ text: String) async throws -> [String] {
    guard case .data(let query) = try SDMXQuery(text) else { return [] }
    let session = try await DuckDBSession(SessionConfiguration())
    var batches: [RecordBatch] = []
    for try await batch in try await session.rows(of: query.plan(over: Self.dataset())) {
      batches.append(batch)
    }
    return try SampleData.rows(batches).map { row in
      row.map { $0.filter { $0 != "\"" } }.joined(separator: " ")
    }
  }

  private static let keysOnly = "&attributes=none&measures=none"

  @Test(arguments: [
    ("c[AREA]=TGO&limit=2", ["M TGO 2020-01", "M TGO 2020-06"]),
    ("c[COUNT]=ge:10", ["M TGO 2020-06", "M TGO 2020-12"]),
    ("c[COUNT]=lt:1,gt:10", ["A GHA 2019", "M TGO 2020-12"]),
    ("c[OBS_VALUE]=gt:9.5+lt:11", ["M TGO 2020-06"]),
    ("c[STATUS]=co:vision&c[FREQ]=A,Q", ["A GHA 2020", "Q TGO 2020-Q2"]),
    ("c[STATUS]=ew:nal&c[FREQ]=ne:A+ne:Q+ne:D", ["M TGO 2020-06"]),
    ("c[STATUS]=sw:prov&c[FREQ]=D", ["D GHA 2020-06-30"]),
    ("c[STATUS]=nc:A&c[FREQ]=M", ["M TGO 2020-06"]),
    // The second half of 2020 holds what begins in it, in whatever frequency.
    (
      "c[TIME_PERIOD]=ge:2020-S2",
      ["A GHA 2021", "D GHA 2020-12-31", "M TGO 2020-12", "Q TGO 2020-Q4"]
    ),
    (
      "c[TIME_PERIOD]=ge:2020-06+le:2020-06",
      ["D GHA 2020-06-30", "M TGO 2020-06"]
    ),
    ("c[TIME_PERIOD]=lt:2020", ["A GHA 2019"]),
    ("c[TIME_PERIOD]=gt:2020-Q4", ["A GHA 2021"]),
    (
      "c[TIME_PERIOD]=le:2020-03-31",
      ["A GHA 2019", "D GHA 2020-02-29", "M TGO 2020-01", "Q TGO 2020-Q1"]
    ),
    (
      "lastNObservations=1&sort=AREA:desc",
      ["M TGO 2020-12", "Q TGO 2020-Q4", "A GHA 2021", "D GHA 2020-12-31"]
    ),
    ("firstNObservations=1&offset=2&limit=1&sort=FREQ", ["M TGO 2020-01"]),
  ])
  func `filters choose the rows that they should`(query: String, expected: [String]) async throws {
    #expect(try await rows("data?" + query + Self.keysOnly) == expected)
  }

  @Test func `keys choose rows in both versions`() async throws {
    let current = try await rows(
      "data/dataflow/*/*/*/A.*,M.TGO?limit=4&c[COUNT]=ge:2" + Self.keysOnly
    )
    #expect(current == ["A GHA 2021", "M TGO 2020-01", "M TGO 2020-06", "M TGO 2020-12"])
    let former = try await rows("data/X/A+M.GHA?detail=dataonly&endPeriod=2020")
    #expect(former == ["A GHA 2019 0.5 0", "A GHA 2020 1.5 1"])
  }

  @Test func `columns are those that are asked for`() async throws {
    let query = "data?c[FREQ]=A&c[TIME_PERIOD]=2019"
    #expect(try await rows(query) == ["A GHA 2019 0.5 0 U-GHA A"])
    #expect(try await rows(query + "&attributes=series&measures=COUNT") == ["A GHA 2019 0 U-GHA"])
    #expect(try await rows(query + "&attributes=obs") == ["A GHA 2019 0.5 0 A"])
    #expect(try await rows("data/X?detail=serieskeysonly") == ["A GHA", "D GHA", "M TGO", "Q TGO"])
    #expect(try await rows("data/X/A?detail=nodata") == ["A GHA U-GHA"])
  }

  @Test(arguments: ["data/X/A.B.C", "data?c[WRONG]=1", "data?c[COUNT]=x", "data?attributes=WRONG"])
  func `what the structure does not have is refused`(query: String) async throws {
    await #expect { _ = try await rows(query) } throws: {
      DiagnosticFailure(wrapping: $0).diagnostics.map(\.code.rawValue)
        == ["sdmx.query-beyond-structure"]
    }
  }

  @Test func `availability tells the values that there are, or could be chosen`() async throws {
    let session = try await DuckDBSession(SessionConfiguration())
    let values = { (text: String) async throws -> [String: [String]] in
      guard case .availability(let query) = try SDMXQuery(text) else { return [:] }
      var found: [String: [String]] = [:]
      for (dimension, plan) in try query.plans(over: Self.dataset()) {
        for try await batch in try await session.rows(of: plan) {
          found[dimension, default: []] += try SampleData.rows([batch]).map { $0[0] }
        }
      }
      return found
    }
    let exact = try await values("availability/*/*/*/*/A.*/FREQ,AREA")
    #expect(exact == ["FREQ": ["\"A\""], "AREA": ["\"GHA\""]])
    let open = try await values("availability/*/*/*/*/*/FREQ?mode=available&c[FREQ]=A&c[AREA]=TGO")
    #expect(open == ["FREQ": ["\"M\"", "\"Q\""]])
  }
}
