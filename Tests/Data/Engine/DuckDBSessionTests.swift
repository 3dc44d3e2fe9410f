// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Relation
import Testing

@testable import Engine

/// These tests need the engine that `make setup` installs; without it they fail.
@Suite struct DuckDBSessionTests {
  @Test func `the engine has the version that Ayni is tested with`() throws {
    let library = try EngineLibrary.shared()
    #expect(library.version == EngineLibrary.testedVersion)
    #expect(library.warning == nil)
  }

  @Test func `every type comes out of the engine with nulls and extremes`() async throws {
    let session = try await DuckDBSession()
    let batch = try await session.rows(
      """
      SELECT * FROM (VALUES
        (1, true, 9223372036854775807, 0.5::DOUBLE, -99999999999999999999999999999999999999::DECIMAL(38,0),
         'añ𝄞', DATE '0001-01-01', TIMESTAMP '9999-12-31 23:59:59.999999', 7::TINYINT, 1.5::FLOAT),
        (2, false, -9223372036854775808, 'Infinity'::DOUBLE, 99999999999999999999999999999999999999::DECIMAL(38,0),
         '', DATE '9999-12-31', TIMESTAMP '1969-12-31 23:59:59.999999', -7::TINYINT, NULL),
        (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
      ) v(n, b, i, d, x, s, day, t, small, f) ORDER BY n
      """
    )
    let largest = (0..<38).reduce(Int128(0)) { number, _ in number * 10 + 9 }
    #expect(try (0..<3).map { try batch["b"]?.boolean(at: $0) } == [true, false, nil])
    #expect(try (0..<3).map { try batch["i"]?.integer(at: $0) } == [.max, .min, nil])
    #expect(try (0..<3).map { try batch["d"]?.double(at: $0) } == [0.5, .infinity, nil])
    #expect(try (0..<3).map { try batch["x"]?.decimal(at: $0) } == [-largest, largest, nil])
    #expect(batch["x"]?.type == .decimal(precision: 38, scale: 0))
    #expect(try (0..<3).map { try batch["s"]?.string(at: $0) } == ["añ𝄞", "", nil])
    #expect(try (0..<3).map { try batch["day"]?.date(at: $0) } == [-719_162, 2_932_896, nil])
    #expect(
      try (0..<3).map { try batch["t"]?.timestamp(at: $0) } == [
        253_402_300_799_999_999, -1, nil,
      ]
    )
    #expect(try (0..<3).map { try batch["small"]?.integer(at: $0) } == [7, -7, nil])
    #expect(try (0..<3).map { try batch["f"]?.double(at: $0) } == [1.5, nil, nil])
  }

  @Test func `enumerations are written out as text`() async throws {
    let session = try await DuckDBSession()
    let batch = try await session.rows(
      "SELECT unnest(['b', NULL, 'a', 'b'])::ENUM('a', 'b') AS code"
    )
    #expect(try (0..<4).map { try batch["code"]?.string(at: $0) } == ["b", nil, "a", "b"])
  }

  @Test func `a type without a kernel is refused by the name of its column`() async throws {
    let session = try await DuckDBSession()
    let error = await #expect(throws: Diagnostic.self) {
      try await session.query(SQLStatement("SELECT [1, 2] AS ages"))
    }
    #expect(error?.code.rawValue == "columns.unsupported-type")
    #expect(error?.arguments["column"] == "ages")
  }

  static let literals: [Literal] = [
    .boolean(true), .integer(.min), .integer(.max), .double(-0.1), .string("x'; DROP TABLE t; --"),
    .string(""), .string("añ𝄞"), .date(day: -719_162), .date(day: 2_932_896),
    .timestamp(microseconds: -1), .decimal(unscaled: -12_345, precision: 9, scale: 2),
    .decimal(
      unscaled: 99_999_999_999_999_999_999_999_999_999_999_999_999,
      precision: 38,
      scale: 10
    ),
    .null(.string), .null(.integer), .null(.date), .null(.decimal(precision: 20, scale: 3)),
  ]

  @Test(arguments: literals) func `a parameter comes back as it went`(literal: Literal) async throws
  {
    let session = try await DuckDBSession()
    let batches = try await session.query(
      SQLStatement("SELECT ? AS p", parameters: [literal])
    ).collect()
    let column = try #require(batches.first?.columns.first)
    #expect(column.isValid(0) == !literal.isNull)
    switch literal {
    case .null: break
    case .boolean(let value): #expect(try column.boolean(at: 0) == value)
    case .integer(let value): #expect(try column.integer(at: 0) == value)
    case .double(let value): #expect(try column.double(at: 0) == value)
    case .decimal(let value, _, _):
      #expect(try column.decimal(at: 0) == value)
      #expect(column.type == literal.type)
    case .string(let value): #expect(try column.string(at: 0) == value)
    case .date(let value): #expect(try column.date(at: 0) == value)
    case .timestamp(let value): #expect(try column.timestamp(at: 0) == value)
    }
  }

  @Test func `parameters are values, not SQL`() async throws {
    let session = try await DuckDBSession()
    try await session.execute(SQLStatement("CREATE TABLE t (name VARCHAR)"))
    let evil = "'; DROP TABLE t; --"
    let insert = SQLStatement("INSERT INTO t VALUES (?), (?)", parameters: [.string(evil), "b"])
    #expect(try await session.execute(insert) == 2)
    let found = try await session.query(
      SQLStatement("SELECT name FROM t WHERE name = ?", parameters: [.string(evil)])
    ).collect()
    #expect(try found.first?["name"]?.string(at: 0) == evil)
  }

  @Test func `a million rows stream in constant memory`() async throws {
    let session = try await DuckDBSession(SessionConfiguration(threads: 2))
    // Each row carries about a kilobyte: a gigabyte if it were kept.
    let stream = try await session.query(
      SQLStatement("SELECT i, repeat('x', 1000) AS text FROM range(1000000) r(i)")
    )
    let before = try residentKilobytes()
    var (rows, sum, peak) = (0, Int64(0), 0)
    for try await batch in stream {
      rows += batch.rowCount
      sum += try batch.columns[0].withInt64s { values, _ in values.reduce(0, +) }
      peak = max(peak, try residentKilobytes())
    }
    #expect(rows == 1_000_000)
    #expect(sum == 499_999_500_000)
    // Other tests of the same process use memory meanwhile.
    #expect(peak - before < 600_000)
  }

  @Test func `two queries and two sessions go on beside each other`() async throws {
    let (one, two) = (try await DuckDBSession(), try await DuckDBSession())
    try await one.execute(SQLStatement("CREATE TABLE t AS SELECT 1 AS i"))
    try await two.execute(SQLStatement("CREATE TABLE t AS SELECT 2 AS i"))
    let sql = "SELECT t.i + 0 * r.i AS v FROM t, range(100000) r(i)"
    var left = try await one.query(SQLStatement(sql)).makeAsyncIterator()
    var right = try await two.query(SQLStatement(sql)).makeAsyncIterator()
    var third = try await one.query(SQLStatement("SELECT i FROM t")).makeAsyncIterator()
    var rows = 0
    while let batch = try await left.next(), let other = try await right.next() {
      rows += batch.rowCount
      #expect(try batch.columns[0].integer(at: 0) == 1)
      #expect(try other.columns[0].integer(at: 0) == 2)
    }
    #expect(rows == 100_000)
    #expect(try await third.next()?.columns[0].integer(at: 0) == 1)
  }

  @Test func `a database in a file is there for the next session`() async throws {
    try await withTemporaryFolder { folder in
      let configuration = SessionConfiguration(place: .file(folder + "/it's.duckdb"))
      do {
        let session = try await DuckDBSession(configuration)
        try await session.execute(SQLStatement("CREATE TABLE t AS SELECT 42 AS answer"))
      }
      try await Task.sleep(for: .milliseconds(50))
      let session = try await DuckDBSession(configuration)
      #expect(try await session.rows("SELECT answer FROM t").columns[0].integer(at: 0) == 42)
    }
  }
}

extension BatchStream {
  /// All rows, for results known to be small.
  func collect() async throws -> [RecordBatch] {
    var batches: [RecordBatch] = []
    for try await batch in self { batches.append(batch) }
    return batches
  }
}

extension DuckDBSession {
  /// The first batch of a query.
  func rows(_ sql: String) async throws -> RecordBatch {
    try #require(try await query(SQLStatement(sql)).collect().first)
  }
}
