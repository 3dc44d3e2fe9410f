// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Relation

/// A query under way, on a connection and a queue of its own.
///
/// A second statement on the same connection would make the engine compute all the rest of the
/// first at once and keep it in memory; so every query has its own.
actor QueryCursor {
  private nonisolated let queue = EngineQueue("ayni.engine.query")
  private let connection: Connection
  private let statement: SQLStatement
  private var prepared: StatementHandle?
  private var reader: ArrowStreamReader?
  private var ongoing: WorkerThreads.Ongoing?

  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  /// How many batches one visit to the queue brings at most, and how long it goes on for more.
  private static let readAhead = (batches: 32, time: Duration.milliseconds(5))

  init(
    _ statement: SQLStatement,
    on connection: Connection,
    _ ongoing: WorkerThreads.Ongoing? = nil
  ) {
    self.statement = statement
    self.connection = connection
    self.ongoing = ongoing
  }

  /// Starts the query.
  func open() async throws -> Schema {
    try await Cancellation.run(on: connection) {
      let prepared = try connection.prepare(statement)
      var reader = try prepared.open()
      let schema = try reader.schema()
      self.prepared = consume prepared
      self.reader = consume reader
      return schema
    }
  }

  /// The next batches; none at the end.
  func pull() async throws -> [RecordBatch] {
    guard reader != nil else {
      guard !Task.isCancelled else { throw EngineDefinitions.cancelled.at() }
      return []
    }
    do {
      return try await Cancellation.run(on: connection) { try readBatches() }
    } catch {
      close()
      throw error
    }
  }

  private func readBatches() throws -> [RecordBatch] {
    var batches: [RecordBatch] = []
    let start = ContinuousClock.now
    while batches.count < QueryCursor.readAhead.batches {
      guard let batch = try nextBatch() else {
        close()
        break
      }
      if batch.rowCount > 0 { batches.append(batch) }
      if !batches.isEmpty, ContinuousClock.now - start > QueryCursor.readAhead.time { break }
    }
    return batches
  }

  private func nextBatch() throws -> RecordBatch? {
    do {
      return try reader?.next()
    } catch let failure as ArrowStreamFailure {
      throw diagnostic(failure)
    }
  }

  private func diagnostic(_ failure: ArrowStreamFailure) -> Diagnostic {
    let library = connection.library
    return reader?.withUnsafeStream {
      library.streamFailure($0, message: failure.message, statement: statement.text)
    } ?? EngineDefinitions.queryFailed.at()
  }

  /// Ends the query: first its stream, or the connection would compute the rest while closing.
  private func close() {
    reader = nil
    prepared = nil
    ongoing = nil
  }

  isolated deinit {
    if reader != nil { connection.cancel() }
    close()
  }
}
