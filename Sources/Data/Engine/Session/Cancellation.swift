// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Dispatch
internal import Synchronization

/// Stops the work of a connection when its task is cancelled.
///
/// A request that comes just before the engine begins is forgotten by the engine; so it is
/// repeated until the work has ended.
final class Cancellation: Sendable {
  private let connection: Connection
  private let hasEnded: Mutex<Bool> = Mutex(false)

  private init(_ connection: Connection) { self.connection = connection }

  /// Runs blocking work; cancelling the task makes the work throw `engine.cancelled`.
  static func run<Result: Sendable>(
    on connection: Connection,
    isolation: isolated (any Actor)? = #isolation,
    _ work: () throws -> Result
  ) async throws -> Result {
    guard !Task.isCancelled else { throw EngineDefinitions.cancelled.at() }
    let cancellation = Cancellation(connection)
    defer { cancellation.hasEnded.withLock { $0 = true } }
    return try await withTaskCancellationHandler(
      operation: {
        // Only a closure that captures the actor runs on the actor's own queue; any other would
        // block a thread of the cooperative pool.
        _ = isolation
        return try work()
      },
      onCancel: { cancellation.request() }
    )
  }

  private func request() {
    // Under the lock, so that no request reaches the work that comes next on the connection.
    let goesOn = hasEnded.withLock { hasEnded in
      if !hasEnded { connection.cancel() }
      return !hasEnded
    }
    guard goesOn else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(20)) { self.request() }
  }
}
