// SPDX-License-Identifier: Apache-2.0

public import Columns
internal import Diagnostics

/// The rows of a query, computed as they are read.
///
/// It can be read once. Whoever stops reading early lets go of the stream and its iterator: the
/// query is then stopped and its connection closed.
public struct BatchStream: AsyncSequence, Sendable {
  /// The columns of every batch.
  public let schema: Schema
  let cursor: QueryCursor

  /// Reads the stream.
  public func makeAsyncIterator() -> Iterator { Iterator(cursor: cursor) }

  /// Reads batches one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    let cursor: QueryCursor
    private var ready: ArraySlice<RecordBatch> = []

    init(cursor: QueryCursor) { self.cursor = cursor }

    /// The next batch, `nil` at the end.
    ///
    /// - Throws: a diagnostic of the engine, `engine.cancelled` where the task was cancelled.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws -> RecordBatch? {
      if let batch = ready.popFirst() { return batch }
      ready = try await cursor.pull()[...]
      return ready.popFirst()
    }

    /// The next batch, `nil` at the end.
    ///
    /// - Throws: a diagnostic of the engine, `engine.cancelled` where the task was cancelled.
    public mutating func next() async throws -> RecordBatch? {
      try await next(isolation: #isolation)
    }
  }

  /// All rows, for results known to be small.
  ///
  /// - Throws: a diagnostic of the engine.
  public func collect() async throws -> [RecordBatch] {
    var batches: [RecordBatch] = []
    for try await batch in self { batches.append(batch) }
    return batches
  }
}
