// SPDX-License-Identifier: Apache-2.0

internal import Columns
public import Diagnostics
public import Relation

/// A session on a Spark cluster, through Spark Connect.
///
/// Tables of the session lie as Parquet in a staging folder that the cluster and this machine both see;
/// temporary views of the Spark session stand over them. Statements run one after the other.
public actor SparkSession {
  private nonisolated let queue = EngineQueue("ayni.engine.spark")
  private let connection: Connection
  private let staging: String
  private var tableCount = 0

  /// The queue of its own on which the session works.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    queue.asUnownedSerialExecutor()
  }

  /// Connects to a server.
  ///
  /// - Parameters:
  ///   - address: `sc://host:port`, with what Spark Connect lets follow it.
  ///   - staging: the absolute path of a folder that exists; what the session puts there is the caller's to
  ///     remove.
  /// - Throws: `engine.driver-missing`, `engine.unreachable`.
  public init(_ address: String, staging: String) async throws {
    self.staging = staging
    let opening = SparkOpening()
    do {
      connection = try await opening.open(address)
    } catch let error as Diagnostic where error.location == nil {
      guard error.definition != EngineDefinitions.driverMissing else { throw error }
      throw SparkSession.unreachable(address, cause: error.cause)
    }
  }

  /// Where the address has a token, it stands behind the first semicolon.
  private static func unreachable(_ address: String, cause: String?) -> Diagnostic {
    let shown = String(address.prefix { $0 != ";" })
    return EngineDefinitions.unreachable.at(nil, ["address": .text(shown)], cause: cause)
  }

  /// What is told where Spark is asked for without a staging folder.
  public static var needsStaging: Diagnostic { EngineDefinitions.noStaging.at() }

  private func execute(_ statement: SQLStatement) async throws {
    _ = try await Cancellation.run(on: connection) { try connection.execute(statement) }
  }

  private func query(_ statement: SQLStatement) async throws -> BatchStream {
    let cursor = QueryCursor(statement, on: connection)
    let schema = try await cursor.open()
    let source = BatchSource(cursor)
    return BatchStream(schema: schema) { try await source.next() }
  }
}

extension SparkSession: Session {
  /// How the engine writes plans.
  public nonisolated var dialect: SQLDialect { .spark }

  private nonisolated var writer: SQLWriter { SQLWriter(dialect) }

  /// The rows of a plan, streamed.
  ///
  /// - Throws: what the plan or the engine refuses.
  public func rows(of plan: Plan, values: [String: Literal]) async throws -> BatchStream {
    try await query(SQLWriter(dialect, values: values).query(plan))
  }

  /// The columns that a source has, in order.
  ///
  /// - Throws: what the engine refuses.
  public func schema(of source: Source) async throws -> Schema {
    try await query(writer.columns(of: source)).schema
  }

  /// Computes a plan and keeps its rows as a table, in place of one of the same name.
  ///
  /// A Parquet file or folder becomes a table where it lies.
  ///
  /// - Throws: what the plan or the engine refuses.
  public func keep(_ plan: Plan, as table: String) async throws {
    var stored = plan
    if !plan.isFile {
      // A new folder each time, for the plan may read the table that it replaces.
      tableCount += 1
      let folder = "\(staging)/table-\(tableCount)"
      try await execute(writer.copy(plan, toParquet: folder, for: .storedResult))
      stored = .scan(.parquet([folder]), schema: plan.schema)
    }
    try await execute(writer.create(view: table, of: stored))
  }

  /// Spark Connect takes in no rows.
  ///
  /// - Throws: `relation.unsupported-by-engine`.
  public func ingest(
    into table: String,
    schema: Schema,
    next: @escaping @Sendable () throws -> RecordBatch?
  ) async throws -> Int {
    throw dialect.unsupported("ingest")
  }

  /// Spark Connect takes in no rows.
  ///
  /// - Throws: `relation.unsupported-by-engine`.
  public func append(
    to table: String,
    schema: Schema,
    after before: @escaping @Sendable () async throws -> Void,
    next: @escaping @Sendable () throws -> RecordBatch?
  ) async throws -> Int {
    throw dialect.unsupported("ingest")
  }

  /// Computes a plan and writes its rows as the Parquet files of a folder, in place of what it holds.
  ///
  /// - Throws: what the plan or the engine refuses.
  public func write(_ plan: Plan, toParquet path: String, for use: ParquetUse) async throws {
    try await execute(writer.copy(plan, toParquet: path, for: use))
  }

  /// Spark writes no single file.
  ///
  /// - Throws: `relation.unsupported-by-engine`.
  public func write(_ plan: Plan, toDelimitedText path: String) async throws {
    try await execute(writer.copy(plan, toDelimitedText: path))
  }

  /// Removes a table if it is there; its files stay until the staging folder goes.
  ///
  /// - Throws: what the engine refuses.
  public func drop(table: String) async throws {
    try await execute(writer.drop(view: table))
  }
}

/// Opening asks the network and may take long, so it has a queue of its own.
private actor SparkOpening {
  private nonisolated let queue = EngineQueue("ayni.engine.open")
  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  func open(_ address: String) throws -> Connection {
    let library = try EngineLibrary.shared(.spark)
    let connection = try Connection(Database(library, options: [("uri", address)]))
    // Periods and dates mean the same wherever the cluster stands; arithmetic fails rather than wraps.
    for setting in ["spark.sql.session.timeZone = UTC", "spark.sql.ansi.enabled = true"] {
      _ = try connection.execute(SQLStatement("SET \(setting)"))
    }
    return connection
  }
}
