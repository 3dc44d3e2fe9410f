// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// One statement on a connection and a queue of its own, beside everything else.
actor SingleStatement {
  private nonisolated let queue = EngineQueue("ayni.engine.statement")
  private let connection: Connection
  private let statement: SQLStatement

  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  init(_ statement: SQLStatement, on connection: Connection) {
    self.statement = statement
    self.connection = connection
  }

  /// Runs the statement to its end.
  ///
  /// - Throws: a diagnostic of the engine.
  func run() async throws {
    _ = try await Cancellation.run(on: connection) { try connection.execute(statement) }
  }
}
