// SPDX-License-Identifier: Apache-2.0

/// The rows of a query, batch by batch, as the engine makes them.
///
/// The next batch is computed when it is asked for; a consumer that stops asking stops the query.
public struct BatchStream: AsyncSequence, Sendable {
  /// The columns that every batch has.
  public let schema: Schema
  private let source: @Sendable () async throws -> RecordBatch?

  /// Makes a stream from what yields the next batch, and `nil` at the end.
  ///
  /// - Parameters:
  ///   - schema: the columns of every batch.
  ///   - next: yields the next batch; called by one consumer, never twice at once.
  public init(schema: Schema, next: @escaping @Sendable () async throws -> RecordBatch?) {
    self.schema = schema
    source = next
  }

  /// Asks for one batch after the other.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let source: @Sendable () async throws -> RecordBatch?

    /// The next batch, or `nil` at the end.
    public mutating func next() async throws -> RecordBatch? {
      try Task.checkCancellation()
      return try await source()
    }
  }

  /// Begins to read; a stream is read once.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(source: source) }
}
