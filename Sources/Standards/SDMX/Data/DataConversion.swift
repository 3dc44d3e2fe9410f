// SPDX-License-Identifier: Apache-2.0

public import Columns
internal import Diagnostics
public import Relation
public import Structures

/// A data message that is being written, batch by batch.
public protocol DataMessageOutput {
  /// Adds rows of the set of data that is open.
  mutating func append(_ batch: RecordBatch, to sink: ([UInt8]) throws -> Void) throws
  /// Begins a set of data of the same structure with which the receiver does something else.
  mutating func change(to action: DataAction)
  /// Ends the message.
  mutating func finish(to sink: ([UInt8]) throws -> Void) throws
}

/// Writes what a reader reads in another format, batch by batch, in memory that does not grow.
///
/// The message is read on a thread of its own.
public enum DataConversion {
  /// Converts a message.
  ///
  /// - Parameters:
  ///   - reader: the message.
  ///   - format: the format to write.
  ///   - header: what the new message says of itself; SDMX-CSV says nothing.
  ///   - isFlat: whether SDMX-JSON names each observation by all its dimensions, which rows of a
  ///     series that do not follow one another need.
  ///   - acceptsLoss: whether components that the format cannot carry are left out; refused by default.
  ///   - languages: the tags that SDMX-CSV names for texts in several languages.
  ///   - progress: is told how many bytes of the message have been read, after each batch.
  ///   - sink: takes the bytes, a quarter of a megabyte or so at a time.
  /// - Returns: how many rows were written.
  /// - Throws: `sdmx.no-observations`, `sdmx.not-carried` for what the format has no place for, and what reading, writing and
  ///   the sink throw.
  public static func convert(
    _ reader: any DataMessageReader,
    to format: DataFormat,
    header: MessageHeader,
    isFlat: Bool = false,
    acceptsLoss: Bool = false,
    languages: [String] = ["en"],
    progress: (Int) -> Void = { _ in },
    sink: ([UInt8]) throws -> Void
  ) throws -> Int {
    var output: (any DataMessageOutput)?
    var current: DataSetHeader?
    var rows = 0
    // Reading and writing take about as long as each other: on two cores they are done at once.
    let reader = ReadAhead(reader)
    while let whole = try reader.next() {
      let data = acceptsLoss ? try whole.reduced(to: format) : whole
      if let before = current, before != data.header {
        guard before.structure == data.header.structure, before.reference == data.header.reference
        else {
          throw SDMXDefinitions.notCarried.at(
            nil,
            [
              "format": .text(format.description), "what": "DataSet",
              "artefact": .text("\(data.header.structure.reference)"),
            ]
          )
        }
        output?.change(to: data.header.action)
      }
      if output == nil {
        output = try begin(format, data.header, header, languages, isFlat: isFlat)
      }
      current = data.header
      try output?.append(data.batch, to: sink)
      rows += data.batch.rowCount
      progress(reader.bytesRead)
    }
    guard output != nil else {
      throw SDMXDefinitions.noObservations.at(nil, ["message": .text(reader.header.id)])
    }
    try output?.finish(to: sink)
    return rows
  }

  /// Writes rows that an engine gives.
  ///
  /// - Parameters:
  ///   - batches: the rows, those of a series one after the other.
  ///   - structure: what the columns mean.
  ///   - format: the format to write.
  ///   - header: what the message says of itself.
  ///   - languages: the tags that SDMX-CSV names for texts in several languages.
  ///   - sink: takes the bytes, a quarter of a megabyte or so at a time.
  /// - Returns: how many rows were written.
  /// - Throws: `sdmx.not-carried`, and what the stream and the sink throw.
  public static func write(
    _ batches: BatchStream,
    of structure: DataStructureDefinition,
    to format: DataFormat,
    header: MessageHeader,
    languages: [String] = ["en"],
    sink: ([UInt8]) throws -> Void
  ) async throws -> Int {
    let data = DataSetHeader(structure, nil, .information)
    var output = try begin(format, data, header, languages, isFlat: true)
    var rows = 0
    for try await batch in batches {
      try output.append(batch, to: sink)
      rows += batch.rowCount
    }
    try output.finish(to: sink)
    return rows
  }

  /// Begins a message of a format.
  static func begin(
    _ format: DataFormat,
    _ data: DataSetHeader,
    _ header: MessageHeader,
    _ languages: [String],
    isFlat: Bool
  ) throws -> any DataMessageOutput {
    switch format {
    case .xml(let version, let style):
      try SDMXMLDataWriter(
        data.structure,
        dataflow: data.reference,
        header: header,
        version: version,
        style: style,
        action: data.action
      ).begin()
    case .csv(let version):
      try SDMXCSVOutput(data, version, languages)
    case .json(let version):
      try SDMXJSONDataOutput(data, header, version, isFlat: isFlat)
    }
  }
}

extension DataBatch {
  /// The rows without the components that a format cannot carry.
  fileprivate func reduced(to format: DataFormat) throws -> DataBatch {
    let structure = try DataLosses(format).reduced(header.structure)
    if structure.components.count == header.structure.components.count { return self }
    let kept = Set(structure.components.map(\.id))
    return DataBatch(
      header: DataSetHeader(structure, header.reference, header.action),
      batch: try RecordBatch(batch.columns.filter { kept.contains($0.name) }),
      lines: lines
    )
  }
}

/// An SDMX-CSV message that is being written.
struct SDMXCSVOutput: DataMessageOutput {
  private let data: DataSetHeader
  private let version: SDMXCSVVersion
  private let languages: [String]
  private var writer: SDMXCSVWriter
  private var buffer: [UInt8]

  init(_ data: DataSetHeader, _ version: SDMXCSVVersion, _ languages: [String]) throws {
    self.data = data
    self.version = version
    self.languages = languages
    writer = try SDMXCSVWriter(
      data.structure,
      reference: data.reference,
      action: data.action,
      version: version,
      languages: languages
    )
    buffer = writer.header
  }

  mutating func change(to action: DataAction) { writer = writer.with(action: action) }

  mutating func append(_ batch: RecordBatch, to sink: ([UInt8]) throws -> Void) throws {
    try writer.append(batch, to: &buffer)
    if buffer.count >= SDMXCSVWriter.chunkBytes {
      try sink(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }

  mutating func finish(to sink: ([UInt8]) throws -> Void) throws {
    if !buffer.isEmpty { try sink(buffer) }
    buffer = []
  }
}
