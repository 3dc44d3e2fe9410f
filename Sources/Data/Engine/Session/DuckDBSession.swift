// SPDX-License-Identifier: Apache-2.0

public import Columns
internal import Diagnostics
public import Relation
internal import Synchronization

/// A database of the embedded engine, confined to what its configuration names.
///
/// Statements that change something run one after the other; whoever needs an order waits for the first
/// before it asks for the second. Each query, each load and each file that is written has its own
/// connection: they see what is committed, run beside each other and beside statements, and do not see
/// temporary tables.
///
/// Cancelling a task stops the engine's work for it with `engine.cancelled`.
public actor DuckDBSession {
  private nonisolated let queue = EngineQueue("ayni.engine.session")
  nonisolated let database: Database
  private let connection: Connection
  nonisolated let threads: WorkerThreads
  /// The tables that keep numbers in the place of codes, by the name under which their rows are read.
  private nonisolated let codedTables: Mutex<[String: String]> = Mutex([:])

  /// The queue of its own on which the session works.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    queue.asUnownedSerialExecutor()
  }

  /// Opens a database and locks its settings.
  ///
  /// - Parameters:
  ///   - configuration: what the session may use and touch; nothing but memory by default.
  ///   - library: the engine; that of the process by default.
  /// - Throws: `engine.library-missing`, `engine.extension-missing`, `engine.io` where the file
  ///   cannot be opened.
  public init(
    _ configuration: SessionConfiguration = SessionConfiguration(),
    library: EngineLibrary? = nil
  ) async throws {
    let opened = try await SessionOpening().open(configuration, library ?? .shared())
    (database, connection) = (opened.database, opened.connection)
    threads = WorkerThreads(on: try Connection(opened.database))
  }

  /// Runs a statement to its end.
  ///
  /// - Returns: how many rows it changed; 0 where it changes none.
  /// - Throws: a diagnostic of the engine.
  @discardableResult
  public func execute(_ statement: SQLStatement) async throws -> Int {
    try await Cancellation.run(on: connection) { try connection.execute(statement) }
  }

  /// Starts a query, whose rows are computed as they are read.
  ///
  /// - Throws: a diagnostic of the engine; while reading, too.
  public nonisolated func query(_ statement: SQLStatement) async throws -> BatchStream {
    try await query(statement, for: .computation)
  }

  nonisolated func query(
    _ statement: SQLStatement,
    for work: WorkerThreads.Work
  ) async throws -> BatchStream {
    let ongoing = await threads.begin(work)
    let cursor = QueryCursor(statement, on: try Connection(database), ongoing)
    let schema = try await cursor.open()
    let source = BatchSource(cursor)
    return BatchStream(schema: schema) { try await source.next() }
  }

  /// Loads rows into a table of the database: all of them or none.
  ///
  /// - Parameters:
  ///   - schema: the columns of every batch.
  ///   - table: the name of the table, as it is, without quotes.
  ///   - mode: whether the table is made or exists.
  ///   - pull: gives the next batch, `nil` at the end; called on a queue of the load's own, as the
  ///     engine asks for rows.
  /// - Returns: how many rows arrived.
  /// - Throws: a diagnostic of the engine, or what `pull` throws.
  @discardableResult
  public nonisolated func ingest(
    _ schema: Schema,
    into table: String,
    _ mode: IngestMode,
    pulling pull: @escaping @Sendable () throws -> RecordBatch?
  ) async throws -> Int {
    try await load(into: table, mode).run(schema, pulling: pull)
  }

  /// A load on a connection of its own.
  nonisolated func load(into table: String, _ mode: IngestMode) throws -> TableLoad {
    TableLoad(into: stored(table), mode, on: try Connection(database))
  }

  /// The name of the table in which the rows of a table lie.
  nonisolated func stored(_ table: String) -> String {
    codedTables.withLock { $0[table] ?? table }
  }

  /// Notes that the rows of a table lie in another one, or, with `nil`, that they do so no more.
  func note(_ table: String, liesIn stored: String?) {
    codedTables.withLock { $0[table] = stored }
  }
}

/// Opening reads files and may take long, so it has a queue of its own, too.
private actor SessionOpening {
  private nonisolated let queue = EngineQueue("ayni.engine.open")
  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  func open(
    _ configuration: SessionConfiguration,
    _ library: EngineLibrary
  ) throws -> (database: Database, connection: Connection) {
    let database = try Database(library, options: configuration.options)
    let connection = try Connection(database)
    for name in configuration.extensions.map(\.rawValue).sorted() {
      let path = try library.path(ofExtension: name)
      _ = try connection.execute(SQLStatement("LOAD \(SessionConfiguration.quoted(path))"))
    }
    for statement in configuration.confinement {
      _ = try connection.execute(SQLStatement(statement))
    }
    return (database, connection)
  }
}
