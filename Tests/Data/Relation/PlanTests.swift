// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import PlanCases
import Testing

@testable import Relation

@Suite struct PlanTests {
  private let activity = PlanTables.activity

  private func code(_ build: () throws -> Plan) -> String? {
    do {
      _ = try build()
      return nil
    } catch {
      return (error as? Diagnostic)?.code.rawValue
    }
  }

  @Test func `a wrong column name is told with the nearest one`() throws {
    let error = #expect(throws: Diagnostic.self) { try activity.select(["partnr"]) }
    #expect(error?.code.rawValue == "relation.unknown-column")
    #expect(error?.suggestion == "partner")
  }

  @Test func `columns are read from another table only where nothing is computed`() throws {
    let columns = try activity.select(["id", "year"]).select(["year"])
    let other = columns.readingColumns { $0 + "_coded" }
    #expect(other.tables == ["activity_coded"])
    #expect(other.schema == columns.schema)
    let computed = try activity.project([.init("year"), .init("x", .column("year") + 1)])
    #expect(computed.readingColumns { $0 + "_coded" } == computed)
    let sorted = try activity.sort(by: ["id"])
    #expect(sorted.readingColumns { $0 + "_coded" } == sorted)
  }

  @Test func `decimals are never divided by the engine`() {
    #expect(
      code { try activity.project([.init("x", .column("amount") / .column("amount"))]) }
        == "relation.decimal-division"
    )
    #expect(
      code { try activity.project([.init("x", .column("year") / 2)]) }
        == "relation.decimal-division"
    )
  }

  @Test func `a product that may overflow is refused before it runs`() {
    let amount = Expression.column("amount")
    #expect(
      code { try activity.project([.init("x", amount * amount * amount)]) }
        == "relation.decimal-too-wide"
    )
  }

  @Test func `an exact sum of doubles and an approximate one of decimals are refused`() {
    #expect(
      code { try activity.aggregate(by: [], [.init("x", .sum(.column("share")))]) }
        == "relation.inexact-sum"
    )
    #expect(
      code { try activity.aggregate(by: [], [.init("x", .approximateMean(.column("amount")))]) }
        == "relation.inexact-sum"
    )
  }

  @Test func `a column that would stand twice is refused`() {
    #expect(
      code { try activity.join(activity, on: ["id"]) } == "relation.duplicate-column"
    )
    #expect(
      code { try activity.project([.init("id"), .init("id")]) } == "relation.duplicate-column"
    )
  }

  @Test func `a text is no condition and a number is no text`() {
    #expect(code { try activity.filter(.column("id")) } == "relation.not-a-condition")
    #expect(
      code { try activity.project([.init("x", .call(.lower, .column("year")))]) }
        == "relation.type-mismatch"
    )
    #expect(
      code { try activity.project([.init("x", .call(.lower))]) } == "relation.argument-count"
    )
    #expect(code { try activity.filter(.column("year") > "2020") } == "relation.type-mismatch")
  }

  @Test func `relations of different columns are not put together`() {
    #expect(
      code { try Plan.union(activity, PlanTables.partner) } == "relation.columns-differ"
    )
    #expect(
      code { try Plan.values([["a"]], schema: PlanTables.partnerSchema) }
        == "relation.columns-differ"
    )
  }

  @Test func `outer joins make the other side's columns nullable`() throws {
    let left = Plan.scan(
      .table("l"),
      schema: Schema([Field("k", .integer, isNullable: false)])
    )
    let right = Plan.scan(
      .table("r"),
      schema: Schema([
        Field("k", .integer, isNullable: false), Field("v", .integer, isNullable: false),
      ])
    )
    #expect(try left.join(right, .inner, on: ["k"]).schema["v"]?.isNullable == false)
    #expect(try left.join(right, .left, on: ["k"]).schema["v"]?.isNullable == true)
    #expect(try left.join(right, .full, on: ["k"]).schema["k"]?.isNullable == true)
    #expect(try left.join(right, .semi, on: ["k"]).schema.names == ["k"])
  }
}
