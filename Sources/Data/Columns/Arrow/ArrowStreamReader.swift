// SPDX-License-Identifier: Apache-2.0

internal import CArrow
internal import Diagnostics

/// Reads a stream of batches that a library fills in through the Arrow C stream interface.
///
/// The library writes its stream to ``withUnsafeStream(_:)``; the stream is released when the
/// reader goes, whether or not it was read to its end.
public struct ArrowStreamReader: ~Copyable {
  private let stream: UnsafeMutablePointer<ArrowArrayStream>
  private var imported: ImportedSchema?

  /// Makes a place for a stream.
  public init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: ArrowArrayStream())
  }

  deinit {
    stream.pointee.release?(stream)
    stream.deallocate()
  }

  /// Hands the `ArrowArrayStream` structure to a library; the pointer is valid during the call.
  public borrowing func withUnsafeStream<Result>(
    _ body: (UnsafeMutableRawPointer) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeMutableRawPointer(stream))
  }

  /// Whether a library has filled in a stream.
  public var isOpen: Bool { stream.pointee.release != nil }

  /// The columns of the stream.
  ///
  /// - Throws: ``ArrowStreamFailure`` of the library, or `columns.unsupported-type`.
  public mutating func schema() throws -> Schema { try importedSchema().schema }

  /// The next batch, `nil` at the end of the stream.
  ///
  /// - Throws: ``ArrowStreamFailure`` of the library, or `columns.malformed-batch`.
  public mutating func next() throws -> RecordBatch? {
    let schema = try importedSchema()
    guard let next = stream.pointee.get_next else { return nil }
    var array = ArrowArray()
    let status = next(stream, &array)
    guard status == 0 else { throw failure(status) }
    guard array.release != nil else { return nil }
    return try RecordBatch(taking: array, as: schema)
  }

  private mutating func importedSchema() throws -> ImportedSchema {
    if let imported { return imported }
    guard let get = stream.pointee.get_schema else { throw malformed("there is no stream") }
    var schema = ArrowSchema()
    let status = get(stream, &schema)
    guard status == 0 else { throw failure(status) }
    defer { schema.release?(&schema) }
    let read = try ImportedSchema(reading: schema)
    imported = read
    return read
  }

  private borrowing func failure(_ status: Int32) -> ArrowStreamFailure {
    let text = stream.pointee.get_last_error?(stream).map { String(cString: $0) }
    return ArrowStreamFailure(status: status, message: text ?? "")
  }
}

/// A library could not go on with its stream; in the library's own words, not fit for a log.
public struct ArrowStreamFailure: Error {
  /// The `errno` that the library gave.
  public let status: Int32
  /// What the library said.
  public let message: String
}
