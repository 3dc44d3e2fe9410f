// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Synchronization

/// Hands out the batches of a query one by one, while the query's queue makes the next ones ready.
///
/// Whoever stops reading early lets go of it: the query is then stopped and its connection closed.
final class BatchSource: Sendable {
  private let cursor: QueryCursor
  private let state: Mutex<State> = Mutex(State())

  private struct State {
    var ready: ArraySlice<RecordBatch> = []
    /// What is being read ahead; `nil` before the first batch was asked for and after the last.
    var ahead: Task<[RecordBatch], any Error>?
  }

  init(_ cursor: QueryCursor) { self.cursor = cursor }

  deinit { state.withLock { $0.ahead?.cancel() } }

  /// The next batch, `nil` at the end; asked by one consumer.
  func next() async throws -> RecordBatch? {
    if let batch = state.withLock({ $0.ready.popFirst() }) { return batch }
    var more = try await read()[...]
    guard let first = more.popFirst() else {
      state.withLock { $0.ahead = nil }
      return nil
    }
    let (rest, ahead) = (more, readAhead())
    state.withLock { ($0.ready, $0.ahead) = (rest, ahead) }
    return first
  }

  /// The batches that are being read, for which the consumer now waits.
  private func read() async throws -> [RecordBatch] {
    let ahead = state.withLock { $0.ahead } ?? readAhead()
    return try await withTaskCancellationHandler(
      operation: { try await ahead.value },
      onCancel: { ahead.cancel() }
    )
  }

  private func readAhead() -> Task<[RecordBatch], any Error> {
    Task { [cursor] in try await cursor.pull() }
  }
}
