// SPDX-License-Identifier: Apache-2.0

import Columns
import Relation
import Testing

@testable import Engine

@Suite struct WorkerThreadsTests {
  private func session() async throws -> DuckDBSession {
    try await DuckDBSession(SessionConfiguration(threads: 3))
  }

  /// What the engine says of itself, asked with a statement that leaves the threads as they are.
  private func threads(of session: DuckDBSession) async throws -> Int64? {
    try await session.execute(
      SQLStatement("CREATE OR REPLACE TABLE seen AS SELECT current_setting('threads') AS threads")
    )
    let seen = Plan.scan(.table("seen"), schema: Schema([Field("threads", .integer)]))
    for try await batch in try await session.rows(of: seen) {
      return try batch.columns[0].integer(at: 0)
    }
    return nil
  }

  @Test func `the engine has no threads of its own while rows are added`() async throws {
    let session = try await session()
    let load = await session.threads.begin(.load)
    #expect(try await threads(of: session) == 1)
    withExtendedLifetime(load) {}
  }

  @Test func `a computation that begins while rows are added leaves it so`() async throws {
    let session = try await session()
    let load = await session.threads.begin(.load)
    let computation = await session.threads.begin(.computation)
    #expect(try await threads(of: session) == 1)
    withExtendedLifetime((load, computation)) {}
  }

  @Test func `what is computed keeps its threads when rows begin to be added`() async throws {
    let session = try await session()
    let computation = await session.threads.begin(.computation)
    let load = await session.threads.begin(.load)
    #expect(try await threads(of: session) == 3)
    withExtendedLifetime((load, computation)) {}
  }

  @Test func `the next computation has all threads again`() async throws {
    let session = try await session()
    let number = IntegerColumnBuilder()
    number.append(7)
    let batch = try RecordBatch([number.finish("number")])
    try await session.create(table: "numbers", schema: batch.schema, codes: [:])
    let supply = Supply([batch])
    let rows = try await session.append(to: "numbers", schema: batch.schema, after: {}) {
      supply.next()
    }
    #expect(rows == 1)
    #expect(try await threads(of: session) == 1)
    let numbers = Plan.scan(.table("numbers"), schema: batch.schema)
    try await session.keep(try numbers.filter(.column("number") > 0), as: "positive")
    #expect(try await threads(of: session) == 3)
  }

  @Test func `a file is written while a table is computed`() async throws {
    try await withTemporaryFolder { folder in
      let session = try await DuckDBSession(SessionConfiguration(allowedFolders: [folder]))
      let endless = Task {
        try await session.execute(
          SQLStatement(
            "CREATE TABLE endless AS SELECT sum(a.i * b.i) FROM range(9999999) a(i), range(9999999) b(i)"
          )
        )
      }
      try await Task.sleep(for: .milliseconds(100))
      let one = try Plan.values([[.integer(1)]], schema: Schema([Field("number", .integer)]))
      try await session.write(one, toParquet: "\(folder)/one.parquet")
      endless.cancel()
      await #expect(throws: (any Error).self) { try await endless.value }
    }
  }
}
