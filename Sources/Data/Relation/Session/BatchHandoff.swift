// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Hands batches from a task to a thread of the engine's that pulls them.
///
/// The engine takes rows in by calling a function on a thread of its own, while rows come out as an
/// asynchronous stream. Between the two stand a few batches: the producer is asked for the next one
/// as soon as one is taken, so both sides work at once and memory stays flat.
///
/// Only the engine's own thread may wait in ``take()``; a thread of the cooperative pool must not.
final class BatchHandoff: Sendable {
  /// Batches on the way: enough that neither side waits for the other's every step.
  private static let depth = 8

  private let state: Mutex<State> = Mutex(State())
  private let ready: DispatchSemaphore = DispatchSemaphore(value: 0)
  private let requests: AsyncStream<Void>
  private let request: AsyncStream<Void>.Continuation

  private struct State {
    var waiting: [Result<RecordBatch?, any Error>] = []
    var isOver = false
  }

  init() {
    (requests, request) = AsyncStream.makeStream()
    for _ in 0..<BatchHandoff.depth { request.yield() }
  }

  /// Produces until the source ends, fails, or nobody asks any more.
  func produce(_ next: () async throws -> RecordBatch?) async {
    for await _ in requests {
      do {
        let batch = try await next()
        put(.success(batch))
        if batch == nil { return }
      } catch {
        put(.failure(error))
        return
      }
    }
    // Cancelled: the thread that waits must not wait for ever.
    put(.failure(CancellationError()))
  }

  /// The next batch, `nil` at the end; waits for it.
  func take() throws -> RecordBatch? {
    if state.withLock({ $0.isOver }) { return nil }
    ready.wait()
    let result = state.withLock { state in
      let result = state.waiting.removeFirst()
      if case .success(.some) = result {} else { state.isOver = true }
      return result
    }
    request.yield()
    return try result.get()
  }

  /// Says that nobody will ask any more.
  func stop() { request.finish() }

  private func put(_ result: Result<RecordBatch?, any Error>) {
    state.withLock { $0.waiting.append(result) }
    ready.signal()
  }
}
