// SPDX-License-Identifier: Apache-2.0

import CArrow
import Columns
import Platform
import Testing

@testable import Engine
@testable import Relation

/// What DuckDB makes of each type of plans, beside the table of `Golden/types`.
@Suite struct TypeTableTests {
  /// The rows of the table, by column.
  private func table() throws -> [[String: String]] {
    let bytes = try WholeFile.bytes("Tests/Data/Relation/Golden/types/types.csv")
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedTextReader(buffer, .comma)
      let record = DelimitedRecord()
      var header: [String]?
      var rows: [[String: String]] = []
      while reader.next(record) {
        guard let names = header else {
          header = record.texts
          continue
        }
        rows.append(Dictionary(uniqueKeysWithValues: zip(names, record.texts)))
      }
      return rows
    }
  }

  private static let types: [ColumnType] = [
    .boolean, .integer, .double, .decimal(precision: 18, scale: 2),
    .decimal(precision: 38, scale: 0), .decimal(precision: 38, scale: 38),
    .decimal(precision: 1, scale: 0), .string, .date, .timestamp,
  ]

  @Test func `every type stands in the table, with the name that each dialect gives it`() throws {
    let table = try table()
    #expect(table.map { $0["type"] } == Self.types.map(\.description))
    #expect(table.map { $0["duckdb"] } == Self.types.map(SQLDialect.duckDB.typeName))
    #expect(table.map { $0["spark"] } == Self.types.map(SQLDialect.spark.typeName))
  }

  @Test func `DuckDB describes each type and sends it in the Arrow format of the table`()
    async throws
  {
    let session = try await DuckDBSession()
    for row in try table() {
      let name = try #require(row["duckdb"])
      let query = "SELECT CAST(NULL AS \(name)) AS v"
      let described = try await session.rows("DESCRIBE \(query)")
      #expect(try described["column_type"]?.string(at: 0) == row["duckdb described"])
      let format = try format(of: query)
      #expect(format == row["duckdb arrow"], "\(name)")
      try await session.execute(SQLStatement("CREATE OR REPLACE TABLE t (v \(name))"))
      let table = try await session.rows("DESCRIBE t")
      #expect(try table["column_type"]?.string(at: 0) == row["duckdb described"])
      let stream = try await session.query(SQLStatement(query))
      #expect(stream.schema.fields.first?.type.description == row["type"])
    }
  }

  @Test func `numbers that are none come back as they went`() async throws {
    let session = try await DuckDBSession()
    let plan = try Plan.values(
      [[.double(.nan)], [.double(-0.0)]],
      schema: Schema([Field("v", .double)])
    )
    var values: [Double] = []
    for try await batch in try await session.rows(of: plan) {
      for row in 0..<batch.rowCount { values.append(try batch.columns[0].double(at: row) ?? 1) }
    }
    #expect(values.count == 2)
    #expect(values.contains { $0.isNaN })
    #expect(values.contains { $0 == 0 && $0.sign == .minus })
  }

  /// The format string of the one column of a query, as the engine's stream states it.
  private func format(of query: String) throws -> String {
    let connection = try Connection(try Database(try EngineLibrary.shared(), options: []))
    let prepared = try connection.prepare(SQLStatement(query))
    return try withExtendedLifetime(connection) { try Self.format(of: prepared) }
  }

  private static func format(of prepared: borrowing StatementHandle) throws -> String {
    let reader = try prepared.open()
    return try reader.withUnsafeStream { pointer in
      let stream = pointer.assumingMemoryBound(to: ArrowArrayStream.self)
      var schema = ArrowSchema()
      let status = stream.pointee.get_schema?(stream, &schema)
      try #require(status == 0)
      defer { schema.release?(&schema) }
      let column = try #require(schema.children?.pointee?.pointee)
      return String(cString: try #require(column.format))
    }
  }
}
