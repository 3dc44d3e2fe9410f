// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Foundation
import Relation
import Testing

@testable import Engine

/// Codes are kept as numbers, and nobody who reads can tell.
@Suite struct CodedTableTests {
  /// The order of the list is not that of the letters; a quote and a letter with an accent stand in it.
  private static let codes = ["b", "a", "B", "it's", "é"]
  private static let schema = Schema([Field("AREA", .string), Field("n", .integer)])

  private func batch(_ areas: [String?]) throws -> RecordBatch {
    let (text, number) = (StringColumnBuilder(), IntegerColumnBuilder())
    for (position, area) in areas.enumerated() {
      if let area { text.append(area) } else { text.appendNull() }
      number.append(Int64(position))
    }
    return try RecordBatch([text.finish("AREA"), number.finish("n")])
  }

  /// A session with a table of the rows given.
  private func session(
    _ areas: [String?],
    folder: String? = nil
  ) async throws -> (session: DuckDBSession, rows: Plan) {
    let session = try await DuckDBSession(
      SessionConfiguration(allowedFolders: [folder].compactMap(\.self))
    )
    return (session, try await fill(session, areas))
  }

  private func fill(_ session: DuckDBSession, _ areas: [String?]) async throws -> Plan {
    let supply = Supply([try batch(areas)])
    return try await session.ingest(
      into: "t",
      schema: Self.schema,
      codes: ["AREA": Self.codes],
      pieces: { supply.next() },
      kernel: { $0 },
      inOrder: { [$0] }
    )
  }

  private func areas(_ plan: Plan, _ session: DuckDBSession) async throws -> [String?] {
    var areas: [String?] = []
    for try await batch in try await session.rows(of: plan) {
      areas += try (0..<batch.rowCount).map { try batch["AREA"]?.string(at: $0) }
    }
    return areas
  }

  @Test func `codes come back as the texts that they are, and compare as texts`() async throws {
    let given = ["a", nil, "B", "b", "é", "it's", "a"]
    let (session, rows) = try await session(given)
    #expect(rows.schema["AREA"]?.type == .string)
    #expect(try await areas(rows.sort(by: ["n"]), session) == given)
    let known = try rows.filter(Expression.column("AREA").isNotNull)
    let ordered = try known.select(["AREA"]).distinct().sort(by: ["AREA"])
    #expect(try await areas(ordered, session) == ["B", "a", "b", "it's", "é"])
    let later = try rows.filter(Expression.column("AREA") > .literal(.string("a")))
    #expect(try await session.count(of: later) == 3)
    let least = try rows.aggregate(by: [], [NamedAggregate("AREA", .minimum(.column("AREA")))])
    #expect(try await areas(least, session) == ["B"])
  }

  @Test func `a text that is no code is refused, and no row is added`() async throws {
    let (session, rows) = try await session(["a"])
    let supply = Supply([try batch(["b", "c"])])
    await #expect(throws: Diagnostic.self) {
      try await session.append(to: "t", schema: Self.schema, after: {}, next: { supply.next() })
    }
    #expect(try await areas(rows, session) == ["a"])
  }

  @Test func `a file of the rows holds the texts`() async throws {
    try await withTemporaryFolder { folder in
      let (session, rows) = try await session(["é", nil, "b"], folder: folder)
      let path = "\(folder)/t.parquet"
      try await session.write(rows, toParquet: path, for: .storedResult)
      let types = try await session.schema(of: .parquet([path])).fields.map(\.type)
      #expect(types == [.string, .integer])
      let stored = Plan.scan(.parquet([path]), schema: Self.schema)
      #expect(try await areas(stored, session) == ["é", nil, "b"])
    }
  }

  @Test(arguments: [["AREA", "n"], ["n", "AREA"], ["AREA"]])
  func `columns of a table are written from the numbers`(columns: [String]) async throws {
    try await withTemporaryFolder { folder in
      let session = try await DuckDBSession(SessionConfiguration(allowedFolders: [folder]))
      let codes = (0..<1_000).map { "CODE\($0)" }
      let supply = Supply([try batch(["CODE7", nil, "CODE7"])])
      let rows = try await session.ingest(
        into: "t",
        schema: Self.schema,
        codes: ["AREA": codes],
        pieces: { supply.next() },
        kernel: { $0 },
        inOrder: { [$0] }
      )
      let path = "\(folder)/t.parquet"
      try await session.write(try rows.select(columns), toParquet: path, for: .storedResult)
      // Only who writes the numbers knows all codes of the list, and puts them into the dictionary.
      let dictionary = SQLStatement(
        "SELECT data_page_offset - dictionary_page_offset AS bytes FROM parquet_metadata('\(path)') "
          + "WHERE path_in_schema = 'AREA'"
      )
      for try await batch in try await session.query(dictionary) {
        #expect(try #require(try batch["bytes"]?.integer(at: 0)) > 1_000)
      }
      let stored = try Plan.scan(.parquet([path]), schema: rows.select(columns).schema)
      #expect(try await areas(stored, session) == ["CODE7", nil, "CODE7"])
    }
  }

  @Test func `a table of the same name takes the place of one with codes, and the other way round`()
    async throws
  {
    let (session, rows) = try await session(["a"])
    #expect(try await areas(try await fill(session, ["b", "b"]), session) == ["b", "b"])
    try await session.drop(table: "t")
    let supply = Supply([try batch(["anything"])])
    #expect(try await session.ingest(into: "t", schema: Self.schema) { supply.next() } == 1)
    #expect(try await areas(rows, session) == ["anything"])
    #expect(try await areas(try await fill(session, ["a"]), session) == ["a"])
  }

  @Test func `a column without codes, or with too many, stays text`() async throws {
    let session = try await DuckDBSession()
    let many = (0...10_000).map { "\($0)" }
    try await session.create(table: "u", schema: Self.schema, codes: ["AREA": many])
    try await session.create(table: "v", schema: Self.schema, codes: ["AREA": []])
    for table in ["u", "v"] {
      let supply = Supply([try batch(["anything"])])
      let rows = try await session.append(
        to: table,
        schema: Self.schema,
        after: {},
        next: { supply.next() }
      )
      #expect(rows == 1)
    }
  }
}
