// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Relation

/// How a load treats its table.
public enum IngestMode: Sendable, Hashable {
  /// The table is made from the schema of the rows; it must not exist.
  case create
  /// The rows are added to a table that exists.
  case append
  /// The table is made anew, in place of one of the same name.
  case replace

  fileprivate var option: String {
    switch self {
    case .create: "adbc.ingest.mode.create"
    case .append: "adbc.ingest.mode.append"
    case .replace: "adbc.ingest.mode.replace"
    }
  }
}

/// Rows on their way into a table, on a connection and a queue of their own: all or none.
actor TableLoad {
  private nonisolated let queue = EngineQueue("ayni.engine.load")
  private let connection: Connection
  private let table: String
  private let mode: IngestMode

  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  init(into table: String, _ mode: IngestMode, on connection: Connection) {
    self.connection = connection
    self.table = table
    self.mode = mode
  }

  /// Loads the rows.
  ///
  /// - Parameters:
  ///   - schema: the columns of every batch.
  ///   - before: returns when the rows that are taken in may become part of the table.
  ///   - pull: gives the next batch.
  /// - Returns: how many rows arrived.
  /// - Throws: a diagnostic of the engine, or what the closures throw; nothing is added then.
  func run(
    _ schema: Schema,
    after before: (@Sendable () async throws -> Void)? = nil,
    pulling pull: @escaping @Sendable () throws -> RecordBatch?
  ) async throws -> Int {
    do {
      let rows = try await Cancellation.run(on: connection) {
        _ = try connection.execute(SQLStatement("BEGIN TRANSACTION"))
        return try load(ArrowStreamWriter(schema, pulling: pull))
      }
      try await before?()
      return try await Cancellation.run(on: connection) {
        _ = try connection.execute(SQLStatement("COMMIT"))
        return rows
      }
    } catch {
      _ = try? connection.execute(SQLStatement("ROLLBACK"))
      throw error
    }
  }

  private func load(_ rows: consuming ArrowStreamWriter) throws -> Int {
    let before = mode == .append ? try count() : 0
    do {
      let statement = try connection.emptyStatement()
      try statement.set("adbc.ingest.target_table", table)
      try statement.set("adbc.ingest.mode", mode.option)
      try statement.bind(rows)
      _ = try statement.execute()
    } catch {
      // What stopped the source is nearer to the truth than what the engine made of it.
      throw rows.failure ?? error
    }
    // The engine takes an error of the source for the end of the rows, and may drop rows that
    // break a constraint when it closes its appender.
    if let failure = rows.failure { throw failure }
    let arrived = max(0, try countAfterLoad() - before)
    guard arrived == rows.rowCount else {
      throw EngineDefinitions.incompleteLoad.at(
        nil,
        ["sent": .count(rows.rowCount), "arrived": .count(arrived), "table": .text(table)]
      )
    }
    return arrived
  }

  /// How many rows there are now: none where the load aborted its transaction without a word.
  private func countAfterLoad() throws -> Int {
    do {
      return try count()
    } catch let error as Diagnostic where error.definition == EngineDefinitions.queryFailed {
      return 0
    }
  }

  private func count() throws -> Int {
    let name =
      "\""
      + table.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
    let statement = try connection.prepare(SQLStatement("SELECT count(*) FROM main.\(name)"))
    var reader = try statement.open()
    return try reader.next().flatMap { try $0.columns[0].integer(at: 0) }.map(Int.init) ?? 0
  }
}
