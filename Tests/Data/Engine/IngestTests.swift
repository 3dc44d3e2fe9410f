// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Relation
import Synchronization
import Testing

@testable import Engine

/// Batches one after the other, from whichever thread asks.
final class Supply: Sendable {
  private let rest: Mutex<[RecordBatch]>
  init(_ batches: [RecordBatch]) { rest = Mutex(batches.reversed()) }
  func next() -> RecordBatch? { rest.withLock { $0.popLast() } }
}

@Suite struct IngestTests {
  private func numbers(_ range: Range<Int>) throws -> RecordBatch {
    let (id, name, share) = (
      IntegerColumnBuilder(), StringColumnBuilder(), DecimalColumnBuilder(precision: 18, scale: 2)
    )
    let (flag, day, moment) = (
      BooleanColumnBuilder(), DateColumnBuilder(), TimestampColumnBuilder()
    )
    let double = DoubleColumnBuilder()
    for row in range {
      id.append(Int64(row))
      if row % 7 == 0 { name.appendNull() } else { name.append("name \(row) 𝄞") }
      try share.append(Int128(row) * 101)
      if row % 5 == 0 { flag.appendNull() } else { flag.append(row % 2 == 0) }
      if row % 3 == 0 { day.appendNull() } else { day.append(Int32(row)) }
      moment.append(Int64(row) * 1_000_000)
      double.append(Double(row) / 2)
    }
    return try RecordBatch([
      flag.finish("flag"), id.finish("id"), name.finish("name"), share.finish("share"),
      day.finish("day"), moment.finish("moment"), double.finish("double"),
    ])
  }

  @Test func `rows arrive whole, from batches and from slices of them`() async throws {
    let session = try await DuckDBSession()
    let batch = try numbers(0..<10_000)
    let supply = Supply([batch.slice(0..<4_321), batch.slice(4_321..<10_000)])
    let rows = try await session.ingest(batch.schema, into: "my \"table", .create) {
      supply.next()
    }
    #expect(rows == 10_000)
    let more = Supply([try numbers(10_000..<10_003)])
    #expect(
      try await session.ingest(batch.schema, into: "my \"table", .append) { more.next() } == 3
    )
    let check = try await session.rows(
      """
      SELECT count(*)::BIGINT, count(*) FILTER (name IS NULL AND id % 7 = 0
          OR name = 'name ' || id || ' 𝄞')::BIGINT,
        count(*) FILTER (share = id * 1.01 AND double = id / 2)::BIGINT,
        count(*) FILTER (CASE WHEN id % 5 = 0 THEN flag IS NULL ELSE flag = (id % 2 = 0) END)::BIGINT,
        count(*) FILTER (CASE WHEN id % 3 = 0 THEN day IS NULL
          ELSE day = DATE '1970-01-01' + id::INTEGER END)::BIGINT,
        count(*) FILTER (epoch_us(moment) = id * 1000000)::BIGINT
      FROM "my ""table"
      """
    )
    for column in check.columns { #expect(try column.integer(at: 0) == 10_003) }
    let (name, share) = (
      try await session.rows("SELECT * FROM \"my \"\"table\" LIMIT 1").schema["name"]?.type,
      try await session.rows("SELECT * FROM \"my \"\"table\" LIMIT 1").schema["share"]?.type
    )
    #expect((name, share) == (.string, .decimal(precision: 18, scale: 2)))
  }

  @Test func `a table without rows is made with its columns`() async throws {
    let session = try await DuckDBSession()
    let schema = try numbers(0..<1).schema
    #expect(try await session.ingest(schema, into: "empty", .create) { nil } == 0)
    let stream = try await session.query(SQLStatement("SELECT * FROM empty"))
    #expect(stream.schema.fields.map(\.type) == schema.fields.map(\.type))
  }

  @Test func `a source that fails leaves no table behind`() async throws {
    struct Broken: Error {}
    let session = try await DuckDBSession()
    let batch = try numbers(0..<10)
    let supply = Supply([batch])
    await #expect(throws: Broken.self) {
      try await session.ingest(batch.schema, into: "t", .create) {
        guard let next = supply.next() else { throw Broken() }
        return next
      }
    }
    let error = await #expect(throws: Diagnostic.self) {
      try await session.execute(SQLStatement("DROP TABLE t"))
    }
    #expect(error?.code.rawValue == "engine.query-failed")
  }

  @Test func `rows that break a key are not lost in silence`() async throws {
    let session = try await DuckDBSession()
    try await session.execute(SQLStatement("CREATE TABLE t (id BIGINT PRIMARY KEY)"))
    let builder = IntegerColumnBuilder()
    for id in [1, 2, 2] { builder.append(Int64(id)) }
    let batch = try RecordBatch([builder.finish("id")])
    let supply = Supply([batch])
    let error = await #expect(throws: Diagnostic.self) {
      try await session.ingest(batch.schema, into: "t", .append) { supply.next() }
    }
    #expect(error?.code.rawValue == "engine.incomplete-load", "\(error?.cause ?? "")")
    let rest = try await session.rows("SELECT count(*)::BIGINT FROM t")
    #expect(try rest.columns[0].integer(at: 0) == 0)
  }

  @Test(arguments: [0, 1, 8_192, 300_000])
  func `pieces become tables side by side, and the plan gives their rows in order`(
    count: Int
  ) async throws {
    let session = try await DuckDBSession(SessionConfiguration(threads: 2))
    let begun = Mutex(0)
    let plan = try await session.ingest(
      into: "pieces",
      schema: Schema([Field("id", .integer)])
    ) {
      begun.withLock { start -> Range<Int>? in
        defer { start += 5_000 }
        return start < count ? start..<min(count, start + 5_000) : nil
      }
    } kernel: { (range: Range<Int>) in
      let id = IntegerColumnBuilder()
      for row in range { id.append(Int64(row)) }
      return try RecordBatch([id.finish("id")])
    } inOrder: {
      [$0]
    }
    #expect(plan.isTable)
    var expected: Int64 = 0
    for try await batch in try await session.rows(of: plan) {
      for row in 0..<batch.rowCount {
        guard try batch["id"]?.integer(at: row) == expected else {
          Issue.record("row \(expected) is out of place")
          return
        }
        expected += 1
      }
    }
    #expect(expected == count)
  }

  @Test func `a kernel that fails ends the load with its own error`() async throws {
    let session = try await DuckDBSession()
    let pieces = Mutex(Array((0..<40).reversed()))
    let failure = await #expect(throws: Wrong.self) {
      try await session.ingest(into: "t", schema: Schema([Field("id", .integer)])) {
        pieces.withLock { $0.popLast() }
      } kernel: { piece in
        if piece >= 17 { throw Wrong(piece: piece) }
        let id = IntegerColumnBuilder()
        for row in 0..<20_000 { id.append(Int64(row)) }
        return try RecordBatch([id.finish("id")])
      } inOrder: {
        [$0]
      }
    }
    #expect(failure?.piece == 17)
  }

  private struct Wrong: Error { let piece: Int }
}
