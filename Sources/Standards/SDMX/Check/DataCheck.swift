// SPDX-License-Identifier: Apache-2.0

internal import Columns
public import Diagnostics
public import Relation
public import Structures
internal import Synchronization

/// Reads a data message to its end and tells what in it breaks its structure and its constraints.
///
/// The message is streamed; what is found is counted, one problem a kind and component with its first
/// place, so memory grows neither with the message nor with its errors. Whether a key occurs twice
/// only the whole message can tell: an engine keeps a digest of each key meanwhile.
///
///     let check = try DataCheck(file: path, catalogue, collector)
///     try await check.run(in: session)
///     try collector.throwIfErrors()
public final class DataCheck: Sendable {
  private let pass: Mutex<Pass>
  private let collector: DiagnosticCollector
  private let file: String

  /// Opens a message.
  ///
  /// - Parameters:
  ///   - path: the file, in SDMX-ML, SDMX-JSON or SDMX-CSV of any version.
  ///   - catalogue: the structures, codelists and constraints.
  ///   - collector: takes what is found.
  ///   - progress: is told how many bytes have been read, after each batch.
  /// - Throws: `sdmx.not-a-message`, and what the parser refuses.
  public init(
    file path: String,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws {
    self.collector = collector
    file = path
    pass = Mutex(try Pass(path, catalogue, collector, progress))
  }

  /// How many observations have been read.
  public var rowCount: Int { pass.withLock { $0.rowCount } }

  /// Checks the whole message.
  ///
  /// - Parameter session: where digests of keys are kept while the message is read.
  /// - Throws: what keeps the rest of the message from being read; what is found goes to the collector.
  public func run(in session: any Session) async throws {
    defer { pass.withLock { $0.tell() } }
    let keys = DuplicateKeys(table: "_sdmx_keys")
    _ = try await session.ingest(into: keys.table, schema: DuplicateKeys.schema) {
      try self.pass.withLock { try $0.nextKeys() }
    }
    if let found = try await keys.found(in: session) {
      let dataset = pass.withLock { $0.dataset }
      collector.report(
        StructuresDefinitions.duplicateKey.at(
          Location(file),
          ["dataset": .text(dataset), "lines": ""]
        ),
        rows: found.rows,
        first: Location(file, line: found.line > 0 ? found.line : nil)
      )
    }
    try await session.drop(table: keys.table)
  }
}

/// One reading of a message.
private struct Pass {
  private let file: String
  private let catalogue: StructureCatalogue
  private let collector: DiagnosticCollector
  private let progress: @Sendable (Int) -> Void
  private let reader: any DataMessageReader
  private var current: DataSetCheck?
  private(set) var rowCount = 0
  private(set) var dataset = ""

  init(
    _ path: String,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector,
    _ progress: @escaping @Sendable (Int) -> Void
  ) throws {
    file = path
    self.catalogue = catalogue
    self.collector = collector
    self.progress = progress
    reader = try SDMXMessage.data(file: path, catalogue, collector)
  }

  /// Checks the next batch; gives the digests of its keys.
  mutating func nextKeys() throws -> RecordBatch? {
    guard let data = try reader.next() else { return nil }
    if current?.header != data.header {
      tell()
      let check = try DataSetCheck(data.header, catalogue)
      dataset = dataset.isEmpty ? check.name : dataset
      current = check
    }
    rowCount += data.batch.rowCount
    progress(reader.bytesRead)
    return try current?.look(data)
  }

  /// Tells what was found in the set of data that was read last.
  mutating func tell() {
    current?.report(to: collector, file)
    current = nil
  }
}
