// SPDX-License-Identifier: Apache-2.0

internal import CArrow
internal import Diagnostics
internal import Glibc

/// Offers batches to a library through the Arrow C stream interface, each when it is asked for.
///
/// A library may take an error for the end of the stream: look at ``failure`` after it returned.
/// Batches without rows are left out.
public struct ArrowStreamWriter: ~Copyable {
  private let stream: UnsafeMutablePointer<ArrowArrayStream>
  private let state: WriterState

  /// Prepares a stream.
  ///
  /// The first batch is pulled with the schema, because it settles how text is laid out.
  ///
  /// - Parameters:
  ///   - schema: the columns of every batch, also of a stream that turns out empty.
  ///   - pull: gives the next batch, `nil` at the end; called on the thread that reads the stream.
  public init(_ schema: Schema, pulling pull: @escaping () throws -> RecordBatch?) {
    state = WriterState(schema: schema, pull: pull)
    stream = .allocate(capacity: 1)
    var structure = ArrowArrayStream()
    structure.private_data = Unmanaged.passRetained(state).toOpaque()
    structure.get_schema = { stream, out in
      guard let state = WriterState.of(stream), let out else { return EINVAL }
      return state.writeSchema(to: out)
    }
    structure.get_next = { stream, out in
      guard let state = WriterState.of(stream), let out else { return EINVAL }
      return state.writeNext(to: out)
    }
    structure.get_last_error = { WriterState.of($0).flatMap { UnsafePointer($0.errorText) } }
    structure.release = { stream in
      guard let stream, let state = stream.pointee.private_data else { return }
      stream.pointee.release = nil
      stream.pointee.private_data = nil
      Unmanaged<WriterState>.fromOpaque(state).release()
    }
    stream.initialize(to: structure)
  }

  deinit {
    stream.pointee.release?(stream)
    stream.deallocate()
  }

  /// Hands the `ArrowArrayStream` structure to a library, which may move it away.
  public borrowing func withUnsafeStream<Result>(
    _ body: (UnsafeMutableRawPointer) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeMutableRawPointer(stream))
  }

  /// What stopped the stream before its end.
  public var failure: (any Error)? { state.failure }
  /// How many rows have been handed over.
  public var rowCount: Int { state.rowCount }
}

/// The stream's memory of itself: used by one thread at a time, as the C interface demands.
private final class WriterState {
  let schema: Schema
  let pull: () throws -> RecordBatch?
  var first: RecordBatch?
  var formats: [String]?
  var failure: (any Error)?
  var errorText: UnsafeMutablePointer<CChar>?
  var rowCount = 0

  init(schema: Schema, pull: @escaping () throws -> RecordBatch?) {
    self.schema = schema
    self.pull = pull
  }

  deinit { free(errorText) }

  static func of(_ stream: UnsafeMutablePointer<ArrowArrayStream>?) -> WriterState? {
    guard let data = stream?.pointee.private_data else { return nil }
    return Unmanaged<WriterState>.fromOpaque(data).takeUnretainedValue()
  }

  func writeSchema(to out: UnsafeMutablePointer<ArrowSchema>) -> Int32 {
    attempt {
      let formats = try settledFormats()
      out.initialize(
        to: exportedSchema(
          zip(schema.fields, formats).map { ($0.name, $1, $0.isNullable) }
        )
      )
    }
  }

  func writeNext(to out: UnsafeMutablePointer<ArrowArray>) -> Int32 {
    out.initialize(to: ArrowArray())
    return attempt {
      let formats = try settledFormats()
      guard let batch = try nextWithRows() else { return }
      let names = batch.schema.names
      guard names == schema.names, batch.columns.map(\.exportFormat) == formats else {
        throw ColumnsDefinitions.differentSchemas.at()
      }
      rowCount += batch.rowCount
      out.initialize(to: batch.exported())
    }
  }

  /// The formats of the first batch; those of the builders where there is none.
  private func settledFormats() throws -> [String] {
    if let formats { return formats }
    first = try nextWithRows()
    let formats = first?.columns.map(\.exportFormat) ?? schema.fields.map(\.type.exportFormat)
    self.formats = formats
    return formats
  }

  private func nextWithRows() throws -> RecordBatch? {
    if let batch = first {
      first = nil
      return batch
    }
    while let batch = try pull() {
      if batch.rowCount > 0 { return batch }
    }
    return nil
  }

  private func attempt(_ work: () throws -> Void) -> Int32 {
    guard failure == nil else { return EIO }
    do {
      try work()
      return 0
    } catch {
      failure = error
      errorText = strdup("the source of the rows failed")
      return EIO
    }
  }
}
