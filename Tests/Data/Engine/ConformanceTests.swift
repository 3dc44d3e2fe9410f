// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import PlanCases
import Relation
import Testing

@testable import Engine

/// The cases whose rows were worked out by hand, run by the engine itself.
@Suite struct ConformanceTests {
  @Test(arguments: try PlanCases.all().map(\.name))
  func `a plan yields the rows that were worked out by hand`(name: String) async throws {
    try await check(name, on: try await DuckDBSession())
  }

  @Test(.enabled(if: SparkServer.address != nil, "needs AYNI_TEST_SPARK"))
  func `plans yield the same rows on Spark`() async throws {
    let address = try #require(SparkServer.address)
    try await SparkServer.withStaging { folder in
      let session = try await SparkSession(address, staging: folder)
      for planCase in try PlanCases.all()
      where session.dialect.unsupported(in: planCase.plan).isEmpty {
        try await check(planCase.name, on: session)
      }
    }
  }

  private func check(_ name: String, on session: any Session) async throws {
    try await session.keep(
      .values(PlanTables.activities, schema: PlanTables.activitySchema),
      as: "activity"
    )
    try await session.keep(
      .values(PlanTables.partners, schema: PlanTables.partnerSchema),
      as: "partner"
    )
    let planCase = try #require(try PlanCases.all().first { $0.name == name })
    let stream = try await session.rows(of: planCase.plan, values: planCase.values)
    #expect(stream.schema.names == planCase.plan.schema.names)
    #expect(stream.schema.fields.map(\.type) == planCase.plan.schema.fields.map(\.type))
    var rows: [[Literal]] = []
    for try await batch in stream {
      for row in 0..<batch.rowCount {
        rows.append(try batch.columns.map { try literal($0, row) })
      }
    }
    #expect(rows == planCase.rows, "\(name) on \(session.dialect.name)")
  }

  @Test func `tables are replaced, written to Parquet and dropped`() async throws {
    try await withTemporaryFolder { folder in
      let session = try await DuckDBSession(SessionConfiguration(allowedFolders: [folder]))
      let builder = IntegerColumnBuilder()
      for _ in 0..<2 {
        builder.append(1)
        builder.append(2)
        let supply = Supply([try RecordBatch([builder.finish("i")])])
        let schema = Schema([Field("i", .integer)])
        #expect(try await session.ingest(into: "t", schema: schema) { supply.next() } == 2)
      }
      let plan = Plan.scan(.table("t"), schema: Schema([Field("i", .integer)]))
      try await session.write(plan, toParquet: folder + "/t.parquet")
      let read = try await session.rows("SELECT sum(i)::BIGINT FROM '\(folder)/t.parquet'")
      #expect(try read.columns[0].integer(at: 0) == 3)
      let file = Source.parquet([folder + "/t.parquet"])
      #expect(try await session.schema(of: file).fields == [Field("i", .integer)])
      #expect(try await session.version() == "v" + EngineLibrary.testedVersion)
      try await session.drop(table: "t")
      await #expect(throws: Diagnostic.self) { try await session.rows("SELECT * FROM t") }
    }
  }

  private func literal(_ column: Column, _ row: Int) throws -> Literal {
    guard column.isValid(row) else { return .null(column.type) }
    let value: Literal? =
      switch column.type {
      case .boolean: try column.boolean(at: row).map { .boolean($0) }
      case .integer: try column.integer(at: row).map { .integer($0) }
      case .double: try column.double(at: row).map { .double($0) }
      case .decimal(let precision, let scale):
        try column.decimal(at: row).map {
          .decimal(unscaled: $0, precision: precision, scale: scale)
        }
      case .string: try column.string(at: row).map { .string($0) }
      case .date: try column.date(at: row).map { .date(day: $0) }
      case .timestamp: try column.timestamp(at: row).map { .timestamp(microseconds: $0) }
      }
    return try #require(value)
  }
}
