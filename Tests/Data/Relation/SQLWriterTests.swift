// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import PlanCases
import Testing

@testable import Relation

@Suite struct SQLWriterTests {
  /// A dialect with quotes that no engine has, which shows that no layer writes its own.
  private let odd = SQLDialect(
    name: "Odd",
    identifierQuote: "¦",
    escapesBackslash: false,
    typeNames: .init(
      boolean: "B",
      integer: "I",
      double: "D",
      decimal: "N",
      string: "S",
      date: "T",
      timestamp: "M",
      timestampLiteral: "M"
    ),
    functions: [.same: .infix("~"), .equal: .infix("=")],
    sources: [:],
    numbers: .call("numbers"),
    lastKnown: .call("last"),
    tryCast: .template("TRY({0} TO {1})"),
    features: []
  )

  @Test func `every identifier takes the quotes of its dialect`() throws {
    let plan = try PlanTables.activity.join(PlanTables.partner, on: [JoinKey("partner", "code")])
      .aggregate(by: ["na¦me"].map { _ in "name" }, [NamedAggregate("n", .countRows)])
    let text = try SQLWriter(odd).query(plan).text
    #expect(!text.contains("\"") && !text.contains("`"))
    #expect(text.contains("¦partner¦ AS ¦r¦"))
  }

  @Test func `a quote inside a name is doubled`() throws {
    let name = "a\"; DROP TABLE x; --"
    let plan = Plan.scan(.table(name), schema: Schema([Field("c\"", .integer)]))
    #expect(
      try SQLWriter(.duckDB).query(plan).text
        == #"SELECT "c""" FROM "a""; DROP TABLE x; --""#
    )
  }

  @Test func `values never end the literal they stand in`() throws {
    let writer = SQLWriter(.duckDB)
    #expect(try writer.text("O'Brien \\' x") == "'O''Brien \\'' x'")
    #expect(try SQLWriter(.spark).text("O'Brien \\' x") == "'O\\'Brien \\\\\\' x'")
    #expect(throws: Diagnostic.self) { try writer.text("a\0b") }
    #expect(throws: Diagnostic.self) { try writer.identifier("a\0b") }
  }

  @Test func `what an engine cannot do is told all at once`() throws {
    let sheet = Plan.scan(
      .spreadsheet(path: "a.xlsx", sheet: nil),
      schema: Schema([Field("a", .string)])
    )
    let plan = try sheet.project([.init("l", .call(.lower, .column("a")))])
      .filter(.call(.startsWith, .column("l"), "x"))
    let missing = odd.unsupported(in: plan)
    #expect(missing.map { $0.arguments["operation"] } == ["spreadsheet", "lower", "startsWith"])
    #expect(throws: DiagnosticFailure.self) { try SQLWriter(odd).query(plan) }
    #expect(SQLDialect.duckDB.unsupported(in: plan).isEmpty)
  }

  @Test func `a sheet is read whole or from a range`() throws {
    let schema = Schema([Field("a", .string)])
    let sheet = Plan.scan(.spreadsheet(path: "a.xlsx", sheet: "S", range: "A3:H40"), schema: schema)
    let text = try SQLWriter(.duckDB).query(sheet).text
    #expect(text.contains("read_xlsx('a.xlsx', sheet = 'S', range = 'A3:H40', header = true"))
  }

  @Test func `delimited text is read with the types that are stated`() throws {
    let scan = DelimitedScan("a'b.csv", columns: [Field("n", .integer), Field("t", .string)])
    let plan = Plan.scan(.delimited(scan), schema: Schema(scan.columns))
    let text = try SQLWriter(.duckDB).query(plan).text
    #expect(text.contains("read_csv('a''b.csv', columns = {'n': 'BIGINT', 't': 'VARCHAR'}"))
    #expect(SQLDialect.spark.unsupported(in: plan).count == 1)
  }

  @Test func `a window without an order runs only where rows have a place of their own`() throws {
    let plan = try PlanTables.activity.window([NamedWindow("before", .lag(.column("id"), by: 1))])
    #expect(SQLDialect.duckDB.unsupported(in: plan).isEmpty)
    #expect(
      SQLDialect.spark.unsupported(in: plan).map { $0.arguments["operation"] }
        == ["window without an order"]
    )
    #expect(throws: DiagnosticFailure.self) { try SQLWriter(.spark).query(plan) }
    let total = NamedWindow("all", .aggregate(.countRows))
    #expect(SQLDialect.spark.unsupported(in: try PlanTables.activity.window([total])).isEmpty)
  }

  @Test func `parameters stay out of the text where the engine takes them apart`() throws {
    let plan = try PlanTables.activity.filter(
      .column("id").equals(.parameter("id", .string))
    )
    let secret = "'; DROP TABLE activity; --"
    let statement = try SQLWriter(.duckDB, values: ["id": .string(secret)]).query(plan)
    #expect(!statement.text.contains("DROP"))
    #expect(statement.parameters == [.string(secret)])
    #expect(throws: Diagnostic.self) { try SQLWriter(.duckDB, values: ["ID": 1]).query(plan) }
  }

  @Test func `every function is spelled by every engine, but for what Spark lacks`() {
    let lacking: [Function] = [.damerauLevenshtein, .hamming, .jaroWinkler, .queryTree]
    for dialect in [SQLDialect.duckDB, .spark] {
      for function in Function.allCases
      where dialect.name == "DuckDB" || !lacking.contains(function) {
        #expect(dialect.functions[function] != nil, "\(dialect.name) \(function)")
      }
    }
  }

  @Test func `files are written in one statement`() throws {
    let statement = try SQLWriter(.duckDB).copy(PlanTables.partner, toParquet: "a'b.parquet")
    #expect(statement.text.hasSuffix("TO 'a''b.parquet' (FORMAT parquet, COMPRESSION zstd)"))
    let text = try SQLWriter(.duckDB).copy(PlanTables.partner, toDelimitedText: "a'b.csv")
    #expect(
      text.text.hasSuffix("TO 'a''b.csv' (FORMAT csv, HEADER, DELIMITER ',', NULLSTR '')")
    )
    let folder = try SQLWriter(.spark).copy(PlanTables.partner, toParquet: "a'b")
    #expect(folder.text.hasPrefix("INSERT OVERWRITE DIRECTORY 'a\\'b' USING parquet\n"))
    #expect(throws: Diagnostic.self) {
      try SQLWriter(.spark).copy(PlanTables.partner, toDelimitedText: "x")
    }
  }
}

@Suite struct LoweringTests {
  private let activity = PlanTables.activity

  @Test func `a filter of a filter becomes one`() throws {
    let plan = try activity.filter(.column("year") > 1).filter(.column("year") < 9)
    let expected = try activity.filter((.column("year") > 1) && (.column("year") < 9))
    #expect(Lowering.lower(plan) == expected)
  }

  @Test func `projections that pick columns are joined with what they pick them from`() throws {
    let doubled = NamedExpression("twice", .column("year") + .column("year"))
    let plan = try activity.select(["id", "year"]).project([
      NamedExpression("key", .column("id")), NamedExpression("year"),
    ]).filter(.column("year") > 1).adding([doubled]).select(["key", "twice"])
    let text = try SQLWriter(.duckDB).query(plan).text
    #expect(
      text == """
        SELECT "id" AS "key", CAST(("year" + "year") AS BIGINT) AS "twice" FROM "activity" AS "t"
        WHERE ("year" > CAST(1 AS BIGINT))
        """
    )
    // What is computed once is not computed twice.
    let twice = try activity.project([doubled]).project([
      NamedExpression("a", .column("twice")), NamedExpression("b", .column("twice")),
    ])
    #expect(Lowering.lower(twice) == twice)
  }

  @Test func `columns picked from a join or an aggregation need no query of their own`() throws {
    let join = try activity.join(PlanTables.partner, .full, on: [JoinKey("partner", "code")])
      .project([NamedExpression("who", .column("name")), NamedExpression("partner")])
    #expect(
      try SQLWriter(.duckDB).query(join).text == """
        SELECT "r"."name" AS "who", coalesce("l"."partner", "r"."code") AS "partner" FROM "activity" AS "l"
        FULL OUTER JOIN "partner" AS "r" ON ("l"."partner" = "r"."code")
        """
    )
    let sums = try activity.aggregate(by: ["partner"], [NamedAggregate("_a", .countRows)])
      .project([NamedExpression("partner"), NamedExpression("rows", .column("_a"))])
    #expect(
      try SQLWriter(.duckDB).query(sums).text == """
        SELECT "partner", count(*) AS "rows" FROM "activity" AS "t"
        GROUP BY "partner"
        """
    )
  }

  @Test func `a union of unions becomes one`() throws {
    let plan = try Plan.union(try Plan.union(activity, activity), activity)
    #expect(Lowering.lower(plan) == (try Plan.union(activity, activity, activity)))
  }

  @Test func `set operations by key become joins in which missing keys meet`() throws {
    let plan = try activity.except(PlanTables.partner, by: [JoinKey("partner", "code")])
    let expected = try activity.join(
      PlanTables.partner,
      .anti,
      on: [JoinKey("partner", "code", nullsMatch: true)]
    )
    #expect(Lowering.lower(plan) == expected)
  }

  @Test func `lowering twice changes nothing more`() throws {
    for planCase in try PlanCases.all() {
      let once = Lowering.lower(planCase.plan)
      #expect(Lowering.lower(once) == once, "\(planCase.name)")
      #expect(once.schema == planCase.plan.schema)
    }
  }
}
