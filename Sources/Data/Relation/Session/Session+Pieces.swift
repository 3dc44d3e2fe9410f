// SPDX-License-Identifier: Apache-2.0

public import Columns
public import Diagnostics

extension Session {
  /// Pieces on their way at once: two for each of the cores of a small machine.
  private static var width: Int { 4 }

  /// Computes batches from pieces on several cores and keeps them as a table, in order.
  ///
  /// The engine takes a load in on one thread, so the rows come in parts that are taken in side by
  /// side, and are added to the table one after the other.
  ///
  /// - Parameters:
  ///   - table: the name of the table; one of the same name is replaced.
  ///   - schema: the columns of every batch.
  ///   - codes: all texts of columns of which they are known, as ``create(table:schema:codes:)`` takes them.
  ///   - next: yields the next piece, and `nil` at the end; never called twice at once.
  ///   - kernel: computes with a piece, on several cores at once.
  ///   - deliver: takes what the kernel made, one after the other in the order of the pieces, and
  ///     gives the rows for the table; none where there are none.
  /// - Returns: the rows, in the order of the pieces.
  /// - Throws: what the closures throw, or what the engine refuses.
  public func ingest<Piece: Sendable, Made: Sendable>(
    into table: String,
    schema: Schema,
    codes: [String: [String]] = [:],
    pieces next: @escaping @Sendable () async throws -> Piece?,
    kernel: @escaping @Sendable (Piece) throws -> Made,
    inOrder deliver: @escaping @Sendable (Made) throws -> [RecordBatch]
  ) async throws -> Plan {
    try await create(table: table, schema: schema, codes: codes)
    try await withThrowingTaskGroup(of: Void.self) { loads in
      var work = OrderedWork(width: Self.width, next, kernel)
      var parts = TableParts()
      while let made = try await work.result() {
        for batch in try deliver(made) {
          guard let part = parts.add(batch) else { continue }
          if parts.count > TableParts.width { try await loads.next() }
          loads.addTask { try await self.load(part, table, schema) }
        }
      }
      let last = parts.rest()
      loads.addTask { try await self.load(last, table, schema) }
      try await loads.waitForAll()
    }
    return .scan(.table(table), schema: schema)
  }

  /// Keeps batches as a table, in place of one of the same name.
  ///
  /// - Parameters:
  ///   - batches: the rows, all with the columns of the schema.
  ///   - table: the name of the table.
  ///   - schema: its columns.
  /// - Returns: the rows.
  /// - Throws: what the engine refuses.
  public func ingest(
    _ batches: [RecordBatch],
    into table: String,
    schema: Schema
  ) async throws -> Plan {
    let waiting = BatchQueue(batches)
    _ = try await ingest(into: table, schema: schema) { waiting.next() }
    return .scan(.table(table), schema: schema)
  }

  private func load(_ part: TableParts.Part, _ table: String, _ schema: Schema) async throws {
    do {
      _ = try await append(to: table, schema: schema) {
        try await part.before?.wait()
      } next: {
        part.batches.next()
      }
      part.done.settle(.success(()))
    } catch {
      part.done.settle(.failure(error))
      throw error
    }
  }

  /// Computes a plan, puts each batch through a kernel, and keeps the result as a table.
  ///
  /// Rows come and go batch by batch, so memory does not grow with them.
  ///
  /// - Parameters:
  ///   - plan: what the kernel reads.
  ///   - table: the name of the table; one of the same name is replaced.
  ///   - schema: the columns of every batch that the kernel gives.
  ///   - codes: all texts of columns of which they are known, as ``create(table:schema:codes:)`` takes them.
  ///   - collector: takes what is found, in the order of the plan, whatever core found it first.
  ///   - kernel: turns a batch into another and reports to the collector that it is given; called
  ///     from several tasks at once.
  /// - Returns: the rows that the kernel gave, in the order of the plan.
  /// - Throws: what the kernel throws, or what the engine refuses.
  public func transform(
    _ plan: Plan,
    into table: String,
    schema: Schema,
    codes: [String: [String]] = [:],
    _ collector: DiagnosticCollector,
    _ kernel: @escaping @Sendable (RecordBatch, DiagnosticCollector) throws -> RecordBatch
  ) async throws -> Plan {
    let source = BatchSource(try await rows(of: plan))
    return try await ingest(into: table, schema: schema, codes: codes) {
      try await source.next()
    } kernel: { batch in
      let found = DiagnosticCollector(limit: collector.limit)
      return (batch: try kernel(batch, found), found: found)
    } inOrder: { made in
      collector.report(all: made.found)
      return [made.batch]
    }
  }
}

/// Asks a stream for its batches, for one task.
///
/// `@unchecked Sendable`: the iterator is touched by the task that asks for pieces and by no other.
private final class BatchSource: @unchecked Sendable {
  private var batches: BatchStream.AsyncIterator

  init(_ stream: BatchStream) { batches = stream.makeAsyncIterator() }

  func next() async throws -> RecordBatch? { try await batches.next() }
}
