// SPDX-License-Identifier: Apache-2.0

/// A conversation with an engine: it runs plans and keeps tables until it ends.
///
/// Rooms above know engines only through this protocol; the command and the tests name a concrete one.
public protocol Session: Sendable {
  /// How the engine writes plans.
  var dialect: SQLDialect { get }

  /// The rows of a plan, streamed.
  ///
  /// - Parameters:
  ///   - plan: what to compute.
  ///   - values: the values of the parameters that the plan names.
  /// - Returns: the batches, in the order of the plan's outermost sort.
  /// - Throws: what the plan or the engine refuses, as a coded diagnostic.
  func rows(of plan: Plan, values: [String: Literal]) async throws -> BatchStream

  /// The columns that a source has, in order.
  ///
  /// - Throws: what the engine refuses: a file that is missing, or not of its kind.
  func schema(of source: Source) async throws -> Schema

  /// Computes a plan and keeps its rows as a table, in place of one of the same name.
  ///
  /// - Throws: as ``rows(of:values:)``.
  func keep(_ plan: Plan, as table: String) async throws

  /// Makes an empty table, in place of one of the same name.
  ///
  /// - Parameters:
  ///   - table: the name of the table.
  ///   - schema: its columns.
  ///   - codes: by the name of a column of text, all texts that it may hold, each once; an engine may keep
  ///     numbers in their place, and rows with any other text are then refused.
  /// - Throws: what the engine refuses.
  func create(table: String, schema: Schema, codes: [String: [String]]) async throws

  /// Takes batches in as a table, in place of one of the same name.
  ///
  /// - Parameters:
  ///   - table: the name of the table.
  ///   - schema: the columns of every batch.
  ///   - next: yields the next batch, and `nil` at the end.
  /// - Returns: how many rows were taken in.
  /// - Throws: what the source throws, or what the engine refuses.
  func ingest(
    into table: String,
    schema: Schema,
    next: @escaping @Sendable () throws -> RecordBatch?
  ) async throws -> Int

  /// Adds batches to a table that exists: all of them, at the end of what stands there, or none.
  ///
  /// - Parameters:
  ///   - table: the name of the table.
  ///   - schema: the columns of every batch, which are those of the table.
  ///   - before: returns when the rows may be added; they are taken in meanwhile, and nothing is added
  ///     where it throws.
  ///   - next: yields the next batch, and `nil` at the end.
  /// - Returns: how many rows were added.
  /// - Throws: what the closures throw, or what the engine refuses.
  func append(
    to table: String,
    schema: Schema,
    after before: @escaping @Sendable () async throws -> Void,
    next: @escaping @Sendable () throws -> RecordBatch?
  ) async throws -> Int

  /// Computes a plan and writes its rows, in order, to a Parquet file.
  ///
  /// - Parameters:
  ///   - plan: what is written.
  ///   - path: the file.
  ///   - use: whether it is kept for good or for the next run.
  /// - Throws: as ``rows(of:values:)``; `relation.unsupported-by-engine` where it writes no files.
  func write(_ plan: Plan, toParquet path: String, for use: ParquetUse) async throws

  /// Computes a plan and writes its rows, in order, to a file of comma-separated text with a header.
  ///
  /// - Throws: as ``write(_:toParquet:for:)``.
  func write(_ plan: Plan, toDelimitedText path: String) async throws

  /// Removes a table if it is there.
  ///
  /// - Throws: what the engine refuses.
  func drop(table: String) async throws
}

extension Session {
  /// Makes an empty table whose codes are kept as texts.
  ///
  /// - Throws: what the engine refuses.
  public func create(table: String, schema: Schema, codes: [String: [String]]) async throws {
    _ = try await ingest(into: table, schema: schema) { nil }
  }

  /// Computes a plan and writes its rows, in order, to a Parquet file that is kept for good.
  ///
  /// - Throws: as ``write(_:toParquet:for:)``.
  public func write(_ plan: Plan, toParquet path: String) async throws {
    try await write(plan, toParquet: path, for: .release)
  }

  /// The rows of a plan without parameters, streamed.
  ///
  /// - Throws: as ``rows(of:values:)``.
  public func rows(of plan: Plan) async throws -> BatchStream {
    try await rows(of: plan, values: [:])
  }
}
