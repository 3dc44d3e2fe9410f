// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Engine
import FoundationEssentials
import Relation
import Testing

@testable import VTL

/// Scripts with data whose results were worked out by hand, run by the embedded engine.
@Suite struct GoldenRunTests {
  @Test(arguments: GoldenCase.names)
  func `a script gives the data points that were worked out by hand`(name: String) async throws {
    let golden = try GoldenCase(name)
    #expect(golden.source.count > 20)
    let plan = try golden.plan()
    let last = try #require(plan.steps.last)
    #expect(GoldenCase.summary(last.structure) == GoldenCase.summary(golden.expectedStructure))
    #expect(last.name == "r" && last.isOutput)
    #expect(try await golden.difference(on: try await DuckDBSession()) == nil)
  }

  @Test func `there are cases`() { #expect(GoldenCase.names.count >= 64) }

  @Test func `results that no output needs are left out, and one that is read once is not stored`()
    throws
  {
    let structure = DatasetStructure([
      DatasetComponent("id", .identifier, .integer), DatasetComponent("m", .measure, .integer),
    ])
    let environment = AnalysisEnvironment(datasets: ["D": structure])
    let script = try Script(
      SourceText(
        "a := D + 1; b := a * 2; c := b#m; d <- c + a; e := D; f <- b[calc n := m]; g := e;"
      )
    ).analysed(in: environment)
    let plan = try script.plan(inputs: ["D": .scan(.table("D"), schema: structure.schema)])
    #expect(plan.steps.map(\.name) == ["a", "b", "d", "f"])
    #expect(plan.steps.filter(\.isOutput).map(\.name) == ["d", "f"])
    #expect(plan.steps.filter(\.isStored).count == 4)
  }

  @Test(arguments: [
    ("m / n", "vtl.division-by-zero"), ("ln(n)", "vtl.logarithm-of-non-positive"),
    ("log(m, n)", "vtl.logarithm-of-non-positive"), ("sqrt(n - 1)", "vtl.root-of-negative"),
  ])
  func `what the standard makes an error of the run stops it with its code`(
    expression: String,
    code: String
  ) async throws {
    let structure = DatasetStructure([
      DatasetComponent("id", .identifier, .integer), DatasetComponent("m", .measure, .number),
      DatasetComponent("n", .measure, .number),
    ])
    let script = try Script(SourceText("\nr := D[calc o := \(expression)];", file: "s.vtl"))
      .analysed(in: AnalysisEnvironment(datasets: ["D": structure]))
    let rows: [[Literal]] = [[1, 2.0, .null(.double)], [2, 4.0, 0.0]]
    let data = try Plan.values(rows, schema: structure.schema)
    let session = try await DuckDBSession()
    let step = try #require(try script.plan(inputs: ["D": data]).steps.first)
    let failure = await #expect(throws: Diagnostic.self) {
      try await session.keep(step.plan, as: "r")
    }
    let told = failure.flatMap { step.meaning(of: $0) }
    #expect(told?.code.rawValue == code)
    #expect(told?.location == Location("s.vtl", line: 2, column: 1))
    let sound = try Plan.values(
      [[1, 2.0, 3.0], [2, .null(.double), .null(.double)]],
      schema: structure.schema
    )
    let again = try #require(try script.plan(inputs: ["D": sound]).steps.first)
    try await session.keep(again.plan, as: "r")
  }

  @Test func `long conditions and deep expressions reach the engine`() async throws {
    let structure = DatasetStructure([
      DatasetComponent("id", .identifier, .integer), DatasetComponent("s", .measure, .string),
    ])
    let tests = (0..<1_800).map { "s = \"v\($0)\"" }.joined(separator: " or ")
    let deep = String(repeating: "(", count: 150) + "id" + String(repeating: " + 1)", count: 150)
    let nested = (0..<70).reduce("0") { inner, number in "if id = \(number) then 1 else \(inner)" }
    let script = try Script(
      SourceText("r := D[filter \(tests)][calc a := \(deep), b := \(nested)];")
    ).analysed(in: AnalysisEnvironment(datasets: ["D": structure]))
    #expect(try Script(SourceText("x := \(deep);")).formatted().contains("+ 1"))
    let data = try Plan.values([[1, "v1799"], [2, "v1800"]], schema: structure.schema)
    let session = try await DuckDBSession()
    let step = try #require(try script.plan(inputs: ["D": data]).steps.first)
    try await session.keep(step.plan, as: "r")
    let stored = Plan.scan(.table("r"), schema: step.plan.schema)
    let rows = try await DatasetTable.texts(of: try await session.rows(of: stored))
    #expect(rows == [["1", "v1799", "151", "1"]])
  }

  @Test func `hundreds of rules give for each data point those that it breaks`() async throws {
    let structure = DatasetStructure([
      DatasetComponent("id", .identifier, .string), DatasetComponent("m", .measure, .integer),
    ])
    let rules = (0..<300).map { "r\($0) : when m > 0 then m >= \($0) errorlevel \($0)" }
    let script = try Script(
      SourceText(
        """
        define datapoint ruleset d (variable m) is \(rules.joined(separator: "; ")) end datapoint ruleset;
        r := check_datapoint(D, d invalid);
        """
      )
    ).analysed(in: AnalysisEnvironment(datasets: ["D": structure]))
    let data = try Plan.values(
      [["a", 290], ["b", 298], ["c", -1], ["d", .null(.integer)], ["e", 299]],
      schema: structure.schema
    )
    let session = try await DuckDBSession()
    let plan = try script.plan(inputs: ["D": data])
    for step in plan.steps { try await session.keep(step.plan, as: step.table) }
    let last = try #require(plan.steps.last)
    let rows = try await DatasetTable.texts(
      of: try await session.rows(
        of: Plan.scan(.table("r"), schema: last.plan.schema)
          .select(["id", "ruleid", "errorlevel"])
      )
    )
    // 290 breaks the rules from 291 to 299, 298 the last one.
    let expected = (291..<300).map { ["a", "r\($0)", "\($0)"] } + [["b", "r299", "299"]]
    #expect(DatasetTable.difference(rows, expected) == nil)
  }

  @Test func `nested operators on times do not grow beyond bounds`() throws {
    let structure = DatasetStructure([
      DatasetComponent("id", .identifier, .integer),
      DatasetComponent("p", .measure, .timePeriod), DatasetComponent("q", .measure, .string),
    ])
    let nested = (0..<30).reduce("p") { inner, _ in "dateadd(\(inner), 1, \"M\")" }
    let masked =
      #"cast(cast(q, time, "YYYY-MM-DD/YYYY-MM-DD"), string, "DD Month YYYY/DD Month YYYY")"#
    let written = #"cast(p, string, "Month YYYY \Q Q")"#
    let script = try Script(
      SourceText("r := D[calc a := getyear(\(nested)), b := \(masked), c := \(written)];")
    )
    .analysed(in: AnalysisEnvironment(datasets: ["D": structure]))
    let step = try #require(
      try script.plan(inputs: ["D": .scan(.table("D"), schema: structure.schema)]).steps.first
    )
    #expect(try SQLWriter(.duckDB).query(step.plan).text.utf8.count < 300_000)
  }

  @Test(arguments: [
    // A century, a year without one, a time of day that a date has not, an exponent to be written.
    "cast(id, string, \"CCYY\")", "cast(id, string, \"DD/MM/YY\")",
    "cast(id, string, \"YYYY-MM-DDThh\")", "cast(m, string, \"D.DDEE\")",
    // A year without century, months cut to where they are alike, a start with a duration, no mask of numbers.
    "cast(s, date, \"DD/MM/YY\")", "cast(s, date, \"DD MONTH1 YYYY\")",
    "cast(s, time, \"YYYY-MM-DD/\\PY\\Y\")", "cast(s, number, \"9.99\")",
    "cast(s, integer, \"D.D\")", "cast(s, duration, \"\\P\\Th\\H\")",
  ])
  func `what the manual leaves open is told before anything runs`(expression: String) throws {
    let structure = DatasetStructure([
      DatasetComponent("id", .identifier, .date), DatasetComponent("m", .measure, .number),
      DatasetComponent("s", .measure, .string),
    ])
    let script = try Script(SourceText("a := D[keep m] + 1;\nb := D[calc n := \(expression)];"))
      .analysed(in: AnalysisEnvironment(datasets: ["D": structure]))
    let failure = #expect(throws: DiagnosticFailure.self) {
      try script.plan(inputs: ["D": .scan(.table("D"), schema: structure.schema)])
    }
    #expect(
      failure?.diagnostics.map { "\($0.code) \($0.location?.line ?? 0)" }
        == ["vtl.not-executable 2"]
    )
  }

  @Test(arguments: [
    ("cast(s, number, \"D.DD\")", "12.50", "vtl.mask-mismatch"),
    ("cast(s, integer, \"DD\")", "1", "vtl.mask-mismatch"),
    ("cast(cast(s, number), string, \"D.D\")", "10", "vtl.mask-mismatch"),
    ("cast(cast(s, duration), string, \"\\PMM\\M\")", "P1Y", "vtl.mask-mismatch"),
    ("cast(cast(s, time_period), string, \"YYYY-MM\")", "2020Q1", "vtl.mask-mismatch"),
    ("cast(s, duration, \"\\PMM\\M\")", "P3M", "vtl.mask-mismatch"),
    ("cast(s, integer)", "12.5", "vtl.no-number"), ("cast(s, number)", "nan", "vtl.no-number"),
    ("cast(s, number)", "", "vtl.no-number"), ("cast(s, duration)", "P", "vtl.unreadable-time"),
    ("cast(s, date, \"DD MONTH YYYY\")", "30 FEBRUARY 2020", "vtl.unreadable-time"),
    ("cast(s, date, \"Day YYYY-MM-DD\")", "Monday 2020-02-29", "vtl.unreadable-time"),
    ("cast(s, date, \"YYYY-\\WWW-D\")", "2021-W53-1", "vtl.unreadable-time"),
    ("cast(s, date, \"YYYYDDD\")", "2021366", "vtl.unreadable-time"),
    ("cast(s, date, \"YYYY-MM-DD hh\")", "2021-01-01 24", "vtl.unreadable-time"),
    ("cast(s, time, \"YYYY/YYYY\")", "2021/2020", "vtl.unreadable-time"),
  ])
  func `what does not have the form of its mask or type stops the run`(
    expression: String,
    text: String,
    code: String
  ) async throws {
    let structure = DatasetStructure([
      DatasetComponent("id", .identifier, .integer), DatasetComponent("s", .measure, .string),
    ])
    let script = try Script(SourceText("r := D[calc o := \(expression)];"))
      .analysed(in: AnalysisEnvironment(datasets: ["D": structure]))
    let session = try await DuckDBSession()
    let data = try Plan.values([[1, .string(text)]], schema: structure.schema)
    let step = try #require(try script.plan(inputs: ["D": data]).steps.first)
    let failure = await #expect(throws: Diagnostic.self) {
      try await session.keep(step.plan, as: "r")
    }
    #expect(failure.flatMap { step.meaning(of: $0) }?.code.rawValue == code)
    let nothing = try Plan.values([[1, .null(.string)]], schema: structure.schema)
    let again = try #require(try script.plan(inputs: ["D": nothing]).steps.first)
    try await session.keep(again.plan, as: "r")
  }
}
