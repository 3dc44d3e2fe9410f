// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Relation
import Testing

@testable import Engine

/// Each query here would take hours, were it let run: `prompt` tells that from an answer on a
/// machine that runs every other test at the same time.
@Suite(.timeLimit(.minutes(2))) struct FailureTests {
  private let prompt: Duration = .seconds(15)

  @Test func `cancelling a task stops a query of hours at once`() async throws {
    let session = try await DuckDBSession()
    let task = Task {
      // Hours of work, were it left alone.
      try await session.rows(
        "SELECT sum(hash(a.i, b.i) % 7)::DOUBLE FROM range(1000000) a(i), range(10000000) b(i)"
      )
    }
    try await Task.sleep(for: .milliseconds(300))
    let start = ContinuousClock.now
    task.cancel()
    let error = await #expect(throws: Diagnostic.self) { try await task.value }
    #expect(error?.code.rawValue == "engine.cancelled")
    #expect(ContinuousClock.now - start < prompt)
    #expect(try await session.rows("SELECT 1::BIGINT").columns[0].integer(at: 0) == 1)
  }

  @Test func `blocking work leaves the tasks of others alone`() async throws {
    // More queries than the cooperative pool has threads, each for hours.
    let tasks = (0..<8).map { _ in
      Task {
        let session = try await DuckDBSession(SessionConfiguration(threads: 1))
        return try await session.rows(
          "SELECT sum(hash(a.i, b.i) % 7)::DOUBLE FROM range(1000000) a(i), range(10000000) b(i)"
        )
      }
    }
    try await Task.sleep(for: .milliseconds(500))
    let start = ContinuousClock.now
    await Task { await Task.yield() }.value
    #expect(ContinuousClock.now - start < prompt)
    for task in tasks { task.cancel() }
    for task in tasks { await #expect(throws: Diagnostic.self) { try await task.value } }
  }

  @Test func `cancelling a statement that changes a table leaves it as it was`() async throws {
    let session = try await DuckDBSession()
    try await session.execute(SQLStatement("CREATE TABLE t (i BIGINT)"))
    let task = Task {
      try await session.execute(
        SQLStatement(
          "INSERT INTO t SELECT hash(a.i, b.i)::BIGINT % 2 FROM range(1000000) a(i), range(1000000) b(i) WHERE hash(a.i, b.i) % 1000000000 = 1"
        )
      )
    }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    let error = await #expect(throws: Diagnostic.self) { try await task.value }
    #expect(error?.code.rawValue == "engine.cancelled")
    #expect(try await session.execute(SQLStatement("DELETE FROM t")) == 0)
  }

  @Test func `a stream that is dropped early stops`() async throws {
    let session = try await DuckDBSession()
    let start = ContinuousClock.now
    do {
      let stream = try await session.query(SQLStatement("SELECT i FROM range(100000000000) r(i)"))
      for try await batch in stream {
        #expect(batch.rowCount > 0)
        break
      }
    }
    try await session.execute(SQLStatement("CREATE TABLE after AS SELECT 1 AS i"))
    #expect(ContinuousClock.now - start < prompt)
  }

  @Test func `the memory limit is an error of its own`() async throws {
    try await withTemporaryFolder { folder in
      let session = try await DuckDBSession(
        SessionConfiguration(memoryLimit: 20_000_000, threads: 1, temporaryFolder: folder)
      )
      let error = await #expect(throws: Diagnostic.self) {
        try await session.rows("SELECT len(list(i || repeat('x', 100))) FROM range(5000000) r(i)")
      }
      #expect(error?.code.rawValue == "engine.out-of-memory")
      #expect(error?.definition.exit == .environment)
    }
  }

  @Test func `what does not fit into memory is written to the temporary folder`() async throws {
    try await withTemporaryFolder { folder in
      let session = try await DuckDBSession(
        SessionConfiguration(memoryLimit: 100_000_000, threads: 1, temporaryFolder: folder)
      )
      let batch = try await session.rows(
        """
        SELECT count(*)::BIGINT FROM (
          SELECT i, row_number() OVER (ORDER BY hash(i)) AS n, repeat('x', 50) AS s
          FROM range(3000000) r(i) ORDER BY hash(i + 1))
        """
      )
      #expect(try batch.columns[0].integer(at: 0) == 3_000_000)
    }
  }

  @Test func `a conversion error does not tell the value`() async throws {
    let session = try await DuckDBSession()
    try await session.execute(
      SQLStatement("CREATE TABLE p AS SELECT * FROM (VALUES ('María O''Brien 41')) v(age)")
    )
    let sql = "SELECT age::INTEGER AS n FROM p"
    let error = await #expect(throws: Diagnostic.self) { try await session.rows(sql) }
    #expect(error?.code.rawValue == "engine.conversion")
    #expect(error?.arguments["statement"] == .text(sql))
    let cause = try #require(error?.cause)
    #expect(cause.contains("INT32"))
    for secret in ["María", "Brien", "41"] { #expect(!cause.contains(secret)) }
  }

  @Test func `a broken line of a file is not shown`() async throws {
    try await withTemporaryFolder { folder in
      let session = try await DuckDBSession(SessionConfiguration(allowedFolders: [folder]))
      try await session.execute(
        SQLStatement(
          """
          COPY (SELECT CASE WHEN i = 4000 THEN 'secret name' ELSE i::VARCHAR END AS id
          FROM range(5000) r(i)) TO '\(folder)/a.csv'
          """
        )
      )
      let error = await #expect(throws: Diagnostic.self) {
        try await session.rows(
          "SELECT sum(id)::BIGINT FROM read_csv('\(folder)/a.csv', columns = {'id': 'BIGINT'})"
        )
      }
      let cause = try #require(error?.cause)
      #expect(!cause.contains("secret"))
      #expect(cause.contains("4002"))
    }
  }

  @Test func `a statement that cannot be read names what is wrong`() async throws {
    let session = try await DuckDBSession()
    let error = await #expect(throws: Diagnostic.self) {
      try await session.query(SQLStatement("SELECT nonsense FROM range(3) r(i)"))
    }
    #expect(error?.code.rawValue == "engine.query-failed")
    #expect(error?.cause?.contains("nonsense") == true)
  }

  @Test func `a key that is there twice is a broken rule, without the key`() async throws {
    let session = try await DuckDBSession()
    try await session.execute(SQLStatement("CREATE TABLE k (id BIGINT PRIMARY KEY)"))
    try await session.execute(SQLStatement("INSERT INTO k VALUES (778899)"))
    let error = await #expect(throws: Diagnostic.self) {
      try await session.execute(SQLStatement("INSERT INTO k VALUES (?)", parameters: [778_899]))
    }
    #expect(error?.code.rawValue == "engine.constraint")
    #expect(error?.cause?.contains("778899") == false)
  }

  @Test func `a file that is not there is an error of input and output`() async throws {
    try await withTemporaryFolder { folder in
      let session = try await DuckDBSession(SessionConfiguration(allowedFolders: [folder]))
      let error = await #expect(throws: Diagnostic.self) {
        try await session.query(SQLStatement("SELECT * FROM '\(folder)/none.parquet'"))
      }
      #expect(error?.code.rawValue == "engine.io")
    }
  }

  @Test(arguments: [
    ("IO Error: Could not write file \"a.parquet\": No space left on device", "engine.disk-full"),
    ("IO Error: Could not write file \"a.parquet\": Disk quota exceeded", "engine.disk-full"),
    (
      "Out of Memory Error: failed to offload data block of size 256.0 KiB (3.3 MiB/3.5 MiB used).\nThis limit was set by the 'max_temp_directory_size' setting.",
      "engine.disk-full"
    ),
    ("Out of Memory Error: could not allocate block", "engine.out-of-memory"),
    ("IO Error: Cannot open file \"a.parquet\": No such file or directory", "engine.io"),
    ("Invalid Error: No space left on device stands in a record", "engine.query-failed"),
  ])
  func `a full disk is told from other failures`(message: String, code: String) {
    let error = EngineError(message: message, kind: nil, status: EngineError.unknown)
    #expect(error.diagnostic(statement: nil).code.rawValue == code)
  }

  @Test func `a disk that fills while the engine writes is an error of its own`() async throws {
    // Writes to this device always find a full disk.
    let session = try await DuckDBSession(SessionConfiguration(allowedFiles: ["/dev/full"]))
    let error = await #expect(throws: Diagnostic.self) {
      try await session.execute(
        SQLStatement(
          "COPY (SELECT hash(i) h FROM range(1000000) r(i)) TO '/dev/full' (FORMAT parquet, USE_TMP_FILE false)"
        )
      )
    }
    #expect(error?.code.rawValue == "engine.disk-full", "\(error?.cause ?? "")")
  }

  @Test func `an engine that is not installed says how to install it`() throws {
    let nowhere = LibrarySearch(named: nil, starts: ["/proc/self/net"])
    let error = #expect(throws: Diagnostic.self) { try nowhere.find() }
    #expect(error?.code.rawValue == "engine.library-missing")
    #expect(error?.remedy(in: Catalogue(.english)).contains("make setup") == true)
    let named = LibrarySearch(named: "/nowhere/libduckdb.so", starts: ["/"])
    #expect(throws: Diagnostic.self) { try named.find() }
    let broken = #expect(throws: Diagnostic.self) { try EngineLibrary("/etc/hostname") }
    #expect(broken?.code.rawValue == "engine.library-broken")
  }

  @Test(arguments: [
    (
      "Conversion Error: Could not convert string 'O'Hara 5' to INT32 when casting from source column age",
      "Conversion Error: Could not convert string … to INT32 when casting from source column age"
    ),
    (
      "Conversion Error: Type INT64 with value -3000000000 can't be cast because x",
      "Conversion Error: Type INT64 with value -… can…"
    ),
    ("CSV Error on Line: 12\nOriginal Line: Ana,33", "CSV Error on Line: 12"),
    ("Could not convert 'first\nsecond' to X", "Could not convert …"),
    ("Duplicate key \"id: 5\" violates primary key", "Duplicate key … violates primary key"),
  ]) func `values are taken out of messages`(message: String, redacted: String) {
    #expect(MessageRedaction.redacted(message) == redacted)
  }

  @Test func `every definition is listed, with its own code`() {
    let codes = EngineDefinitions.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.family == "engine" })
  }
}
