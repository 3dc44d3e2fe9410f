// SPDX-License-Identifier: Apache-2.0

public import Columns
public import Diagnostics

/// Puts pieces through a kernel on several cores and gives the results in the order of the pieces.
///
/// Used from one task. A few pieces are on their way at once, so memory does not grow with their
/// number; what fails is told in its turn, so that the first problem is the same on every machine.
struct OrderedWork<Piece: Sendable, Made: Sendable>: ~Copyable {
  private let next: () async throws -> Piece?
  private let kernel: @Sendable (Piece) throws -> Made
  private let width: Int
  private var running: [Task<Made, any Error>] = []
  private var isOver = false

  init(
    width: Int,
    _ next: @escaping () async throws -> Piece?,
    _ kernel: @escaping @Sendable (Piece) throws -> Made
  ) {
    self.next = next
    self.kernel = kernel
    self.width = width
  }

  deinit {
    for task in running { task.cancel() }
  }

  /// The next result; `nil` at the end.
  mutating func result() async throws -> Made? {
    while !isOver, running.count < width { await start() }
    guard !running.isEmpty else { return nil }
    return try await running.removeFirst().value
  }

  private mutating func start() async {
    do {
      guard let piece = try await next() else {
        isOver = true
        return
      }
      let kernel = kernel
      running.append(Task { @concurrent in try kernel(piece) })
    } catch {
      isOver = true
      running.append(Task { throw error })
    }
  }
}

extension Session {
  /// Pieces on their way at once: two for each of the cores of a small machine.
  private static var width: Int { 4 }

  /// Computes batches from pieces on several cores and keeps them as a table, in order.
  ///
  /// - Parameters:
  ///   - table: the name of the table, in place of one of the same name.
  ///   - schema: the columns of every batch.
  ///   - next: yields the next piece, and `nil` at the end; never called twice at once.
  ///   - kernel: computes with a piece, on several cores at once.
  ///   - deliver: takes what the kernel made, one after the other in the order of the pieces, and
  ///     gives the rows for the table; `nil` where there are none.
  /// - Returns: how many rows the table has.
  /// - Throws: what the closures throw, or what the engine refuses.
  @discardableResult
  public func ingest<Piece: Sendable, Made: Sendable>(
    into table: String,
    schema: Schema,
    pieces next: @escaping @Sendable () async throws -> Piece?,
    kernel: @escaping @Sendable (Piece) throws -> Made,
    inOrder deliver: @escaping @Sendable (Made) throws -> RecordBatch?
  ) async throws -> Int {
    let handoff = BatchHandoff()
    let width = Self.width
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        var work = OrderedWork(width: width, next, kernel)
        await handoff.produce {
          while let made = try await work.result() {
            if let batch = try deliver(made) { return batch }
          }
          return nil
        }
      }
      defer { handoff.stop() }
      return try await ingest(into: table, schema: schema) { try handoff.take() }
    }
  }

  /// Computes a plan, puts each batch through a kernel, and keeps the result as a table.
  ///
  /// Rows come and go batch by batch, so memory does not grow with them.
  ///
  /// - Parameters:
  ///   - plan: what the kernel reads.
  ///   - table: the name of the table, in place of one of the same name.
  ///   - schema: the columns of every batch that the kernel gives.
  ///   - collector: takes what is found, in the order of the plan, whatever core found it first.
  ///   - kernel: turns a batch into another and reports to the collector that it is given; called
  ///     from several tasks at once.
  /// - Returns: how many rows the table has.
  /// - Throws: what the kernel throws, or what the engine refuses.
  @discardableResult
  public func transform(
    _ plan: Plan,
    into table: String,
    schema: Schema,
    _ collector: DiagnosticCollector,
    _ kernel: @escaping @Sendable (RecordBatch, DiagnosticCollector) throws -> RecordBatch
  ) async throws -> Int {
    let source = BatchSource(try await rows(of: plan))
    return try await ingest(into: table, schema: schema) {
      try await source.next()
    } kernel: { batch in
      let found = DiagnosticCollector(limit: collector.limit)
      return (batch: try kernel(batch, found), found: found)
    } inOrder: { made in
      collector.report(all: made.found)
      return made.batch
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
