// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Synchronization

/// Hands out the batches of a query one by one, and visits the query's queue only for more.
///
/// Whoever stops reading early lets go of it: the query is then stopped and its connection closed.
final class BatchSource: Sendable {
  private let cursor: QueryCursor
  private let ready: Mutex<ArraySlice<RecordBatch>> = Mutex([])

  init(_ cursor: QueryCursor) { self.cursor = cursor }

  /// The next batch, `nil` at the end; asked by one consumer.
  func next() async throws -> RecordBatch? {
    if let batch = ready.withLock({ $0.popFirst() }) { return batch }
    var more = try await cursor.pull()[...]
    let first = more.popFirst()
    let rest = more
    ready.withLock { $0 = rest }
    return first
  }
}
