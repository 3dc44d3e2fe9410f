// SPDX-License-Identifier: Apache-2.0

public import Columns
public import Relation

extension DuckDBSession: Session {
  /// How the engine writes plans.
  public nonisolated var dialect: SQLDialect { .duckDB }

  private nonisolated var writer: SQLWriter { SQLWriter(dialect) }

  /// The rows of a plan, computed as they are read.
  ///
  /// - Throws: what the plan or the engine refuses.
  public nonisolated func rows(of plan: Plan, values: [String: Literal]) async throws -> BatchStream
  {
    let statement = try SQLWriter(dialect, values: values).query(plan)
    return try await query(statement, for: plan.isTable ? .columns : .computation)
  }

  /// The columns that a source has, in order.
  ///
  /// - Throws: what the engine refuses: a file that is missing, or not of its kind.
  public nonisolated func schema(of source: Source) async throws -> Schema {
    try await query(writer.columns(of: source)).schema
  }

  /// The version of the engine, such as `v1.5.5`.
  ///
  /// - Throws: a diagnostic of the engine.
  public nonisolated func version() async throws -> String {
    for try await batch in try await query(SQLStatement("SELECT version() AS version")) {
      return try batch["version"]?.string(at: 0) ?? ""
    }
    return ""
  }

  /// Computes a plan and keeps its rows as a table, in place of one of the same name.
  ///
  /// - Throws: what the plan or the engine refuses.
  public func keep(_ plan: Plan, as table: String) async throws {
    let statement = try writer.create(table: table, from: plan)
    _ = try await threads.during(.computation) { try await execute(statement) }
  }

  /// Makes an empty table, in place of one of the same name, that keeps numbers in the place of codes.
  ///
  /// - Throws: what the engine refuses.
  public func create(table: String, schema: Schema, codes: [String: [String]]) async throws {
    try await drop(table: table)
    let codes = codes.filter { !$0.value.isEmpty && $0.value.count <= Self.mostCodes }
    guard !codes.isEmpty else {
      _ = try await ingest(into: table, schema: schema) { nil }
      return
    }
    let stored = table + "_coded"
    let statements = try writer.create(view: table, ofCodedTable: stored, schema, codes: codes)
    for statement in statements { try await execute(statement) }
    note(table, liesIn: stored)
  }

  /// Longer lists would make a statement of megabytes.
  private static var mostCodes: Int { 10_000 }

  /// Takes batches in as a table, in place of one of the same name: all of them or none.
  ///
  /// - Parameters:
  ///   - table: the name of the table.
  ///   - schema: the columns of every batch.
  ///   - next: yields the next batch, `nil` at the end; called on a queue of the load's own.
  /// - Returns: how many rows were taken in.
  /// - Throws: what the source throws, or what the engine refuses.
  public nonisolated func ingest(
    into table: String,
    schema: Schema,
    next: @escaping @Sendable () throws -> RecordBatch?
  ) async throws -> Int {
    try await ingest(schema, into: table, .replace, pulling: next)
  }

  /// Adds batches to a table that exists: all of them or none.
  ///
  /// - Parameters:
  ///   - table: the name of the table.
  ///   - schema: the columns of every batch.
  ///   - before: returns when the rows may be added.
  ///   - next: yields the next batch, `nil` at the end; called on a queue of the load's own.
  /// - Returns: how many rows were added.
  /// - Throws: what the closures throw, or what the engine refuses.
  public nonisolated func append(
    to table: String,
    schema: Schema,
    after before: @escaping @Sendable () async throws -> Void,
    next: @escaping @Sendable () throws -> RecordBatch?
  ) async throws -> Int {
    let load = try load(into: table, .append)
    return try await threads.during(.load) {
      try await load.run(schema, after: before, pulling: next)
    }
  }

  /// Computes a plan and writes its rows, in order, to a Parquet file in an allowed folder.
  ///
  /// - Throws: what the plan or the engine refuses.
  public nonisolated func write(
    _ plan: Plan,
    toParquet path: String,
    for use: ParquetUse
  ) async throws {
    try await write(writer.copy(stored(plan), toParquet: path, for: use), plan)
  }

  /// Computes a plan and writes its rows, in order, as comma-separated text in an allowed folder.
  ///
  /// - Throws: what the plan or the engine refuses.
  public nonisolated func write(_ plan: Plan, toDelimitedText path: String) async throws {
    try await write(writer.copy(plan, toDelimitedText: path), plan)
  }

  /// A file changes nothing in the database, so statements need not wait until it is written.
  private nonisolated func write(_ statement: SQLStatement, _ plan: Plan) async throws {
    let statement = SingleStatement(statement, on: try Connection(database))
    try await threads.during(plan.isTable ? .columns : .computation) { try await statement.run() }
  }

  /// Removes a table if it is there.
  ///
  /// - Throws: what the engine refuses.
  public func drop(table: String) async throws {
    let stored = stored(table)
    if stored != table {
      try await execute(writer.drop(view: table))
      note(table, liesIn: nil)
    }
    try await execute(writer.drop(table: stored))
  }

  /// Columns of a table as they lie in the engine, which a file takes with the texts of codes.
  private nonisolated func stored(_ plan: Plan) -> Plan {
    plan.readingColumns { stored($0) }
  }
}
