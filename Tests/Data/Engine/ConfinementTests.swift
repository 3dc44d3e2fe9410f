// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Relation
import Testing

@testable import Engine

@Suite struct ConfinementTests {
  static let forbidden: [String] = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/hostname')",
    "SELECT * FROM glob('/etc/*')",
    "COPY (SELECT 1) TO '/tmp/ayni-should-not-exist.csv'",
    "ATTACH '/tmp/ayni-should-not-exist.duckdb' AS other",
    "INSTALL httpfs",
    "LOAD '/tmp/anything.duckdb_extension'",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "SET allowed_directories = ['/']",
    "SET allowed_configs = ['enable_external_access']",
    "SET memory_limit = '1TB'",
    "RESET allowed_directories",
    "EXPORT DATABASE '/tmp/ayni-should-not-exist'",
    "SELECT * FROM read_csv('https://example.org/a.csv')",
  ]

  @Test(arguments: forbidden) func `what lies outside is closed`(sql: String) async throws {
    try await withTemporaryFolder { folder in
      let session = try await DuckDBSession(SessionConfiguration(allowedFolders: [folder]))
      let error = await #expect(throws: Diagnostic.self) {
        _ = try await session.query(SQLStatement(sql)).collect()
      }
      #expect(error?.code.rawValue == "engine.access-denied", "\(error?.cause ?? "")")
    }
  }

  @Test func `files in an allowed folder are written and read`() async throws {
    try await withTemporaryFolder { folder in
      let session = try await DuckDBSession(SessionConfiguration(allowedFolders: [folder]))
      for format in ["csv", "parquet"] {
        let path = "'\(folder)/numbers.\(format)'"
        let copy = "COPY (SELECT i, 'n' || i AS name FROM range(5000) r(i)) TO \(path)"
        #expect(try await session.execute(SQLStatement(copy)) == 5_000)
        let batch = try await session.rows("SELECT sum(i), count(name)::BIGINT FROM \(path)")
        #expect(try batch.columns[0].decimal(at: 0) == 12_497_500)
        #expect(try batch.columns[1].integer(at: 0) == 5_000)
      }
      let error = await #expect(throws: Diagnostic.self) {
        try await session.query(SQLStatement("SELECT * FROM read_csv('\(folder)/../hosts')"))
      }
      #expect(error?.code.rawValue == "engine.access-denied")
    }
  }

  @Test func `an allowed file opens, its neighbour does not`() async throws {
    try await withTemporaryFolder { folder in
      let writer = try await DuckDBSession(SessionConfiguration(allowedFolders: [folder]))
      for name in ["one", "two"] {
        try await writer.execute(SQLStatement("COPY (SELECT 1 AS i) TO '\(folder)/\(name).csv'"))
      }
      let reader = try await DuckDBSession(
        SessionConfiguration(allowedFiles: [folder + "/one.csv"])
      )
      #expect(try await reader.rows("SELECT i FROM '\(folder)/one.csv'").rowCount == 1)
      await #expect(throws: Diagnostic.self) {
        try await reader.query(SQLStatement("SELECT i FROM '\(folder)/two.csv'"))
      }
    }
  }

  @Test func `a spreadsheet is written and read with the extension`() async throws {
    try await withTemporaryFolder { folder in
      let session = try await DuckDBSession(
        SessionConfiguration(allowedFolders: [folder], extensions: [.excel])
      )
      let path = "'\(folder)/table.xlsx'"
      try await session.execute(
        SQLStatement("COPY (SELECT 'ñ' AS name, 2.5 AS v) TO \(path) (FORMAT xlsx, HEADER true)")
      )
      let batch = try await session.rows("SELECT * FROM read_xlsx(\(path))")
      #expect(try batch["name"]?.string(at: 0) == "ñ")
      #expect(try batch["v"]?.double(at: 0) == 2.5)
    }
  }
}
