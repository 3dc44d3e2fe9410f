// SPDX-License-Identifier: Apache-2.0

internal import Columns
public import Diagnostics
public import Relation
public import Structures
internal import Synchronization

/// Brings the data of a message into an engine.
public struct MessageLoad: Sendable {
  private let file: String
  private let catalogue: StructureCatalogue
  private let collector: DiagnosticCollector

  /// A message in an engine.
  public struct Loaded: Sendable {
    /// Its rows.
    public let dataset: Dataset
    /// What the message says of itself.
    public let header: MessageHeader
    /// The structure, and the flow or agreement that the message names.
    public let names: [ArtefactReference]
  }

  /// Names a message.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - catalogue: the structures.
  ///   - collector: takes what is wrong with single values.
  public init(
    file: String,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) {
    self.file = file
    self.catalogue = catalogue
    self.collector = collector
  }

  /// Stores the rows as a table.
  ///
  /// - Parameters:
  ///   - table: its name.
  ///   - session: the engine.
  /// - Returns: the rows as a dataset.
  /// - Throws: `sdmx.no-observations`, `sdmx.not-carried` for a message of several structures, and what reading throws.
  public func run(into table: String, in session: any Session) async throws -> Loaded {
    let source = try MessageSource(try SDMXMessage.data(file: file, catalogue, collector), file)
    let header = source.data
    _ = try await session.ingest(into: table, schema: header.structure.schema) {
      try source.next()
    }
    let plan = Plan.scan(.table(table), schema: header.structure.schema)
    return Loaded(
      dataset: try Dataset(table, header.structure, plan),
      header: source.message,
      names: [header.structure.reference] + [header.reference].compactMap(\.self)
    )
  }
}

/// Hands out the batches of a message one after the other.
private final class MessageSource: Sendable {
  let data: DataSetHeader
  private let state: Mutex<State>

  private struct State {
    let reader: any DataMessageReader
    var first: DataBatch?
  }

  init(_ reader: sending any DataMessageReader, _ file: String) throws {
    guard let first = try reader.next() else {
      throw SDMXDefinitions.noObservations.at(Location(file), ["message": .text(file)])
    }
    data = first.header
    state = Mutex(State(reader: reader, first: first))
  }

  var message: MessageHeader { state.withLock { $0.reader.header } }

  func next() throws -> RecordBatch? {
    let batch: DataBatch? = try state.withLock { state in
      if let first = state.first {
        state.first = nil
        return first
      }
      return try state.reader.next()
    }
    guard let batch else { return nil }
    guard batch.header.structure == data.structure else {
      throw SDMXDefinitions.notCarried.at(
        nil,
        [
          "format": "DuckDB", "what": "DataSet",
          "artefact": .text("\(batch.header.structure.reference)"),
        ]
      )
    }
    return batch.batch
  }
}
