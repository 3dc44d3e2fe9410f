// SPDX-License-Identifier: Apache-2.0

public import Columns
internal import Diagnostics
public import Relation
public import Structures

/// Writes the rows of a dataset as SDMX-CSV 2.0, 2.1 or 1.0, block by block, in constant memory.
///
/// A row begins with STRUCTURE, STRUCTURE_ID and ACTION, in version 1.0 with DATAFLOW, then keys
/// where they are asked for; the components follow in the order of the structure. Decimals keep their scale, days are ISO 8601, truths are `true` and `false`, and
/// a missing value is an empty field.
///
/// - Source: SDMX-CSV 2.0 field guide, data message.
public struct SDMXCSVWriter: Sendable {
  /// What the receiver does with the rows.
  public typealias Action = DataAction

  /// How many rows are turned into text at once: their cells stay in the processor's cache.
  static let blockRows = 1_024
  /// How many bytes gather before the sink gets them.
  static let chunkBytes = 1 << 18

  /// Which columns repeat the dimensions as one key.
  public enum Keys: Sendable, Hashable {
    /// None.
    case none
    /// SERIES_KEY: all dimensions but the time.
    case series
    /// OBS_KEY: all dimensions.
    case observation
    /// Both.
    case both
  }

  private let structure: DataStructureDefinition
  private let version: SDMXCSVVersion
  private let keys: Keys
  private let languages: [String]
  private let reference: ArtefactReference
  private var prefix: [UInt8]

  /// Makes a writer for data of a structure.
  ///
  /// - Parameters:
  ///   - structure: what the columns mean.
  ///   - dataflow: the flow under which the data go out; `nil` names the structure itself.
  ///   - action: what the receiver does with the rows.
  /// - Throws: `sdmx.other-structure` where the dataflow follows another structure.
  public init(
    _ structure: DataStructureDefinition,
    dataflow: Dataflow? = nil,
    action: Action = .information
  ) throws {
    if let dataflow, dataflow.structure != structure.reference {
      throw SDMXDefinitions.otherStructure.at(
        nil,
        [
          "dataflow": .text("\(dataflow.reference)"), "structure": .text("\(structure.reference)"),
        ]
      )
    }
    try self.init(structure, reference: dataflow?.reference, action: action, version: .v2_0)
  }

  /// Makes a writer of any version of the format.
  ///
  /// - Parameters:
  ///   - structure: what the columns mean.
  ///   - reference: the flow, structure or agreement under which the data go out; `nil` names the
  ///     structure itself.
  ///   - action: what the receiver does with the rows; version 1.0 does not say it.
  ///   - version: the version of the format.
  ///   - keys: which columns repeat the dimensions as one key.
  ///   - languages: the tags that the header names for texts in several languages.
  /// - Throws: ``DiagnosticFailure`` with `sdmx.not-carried` for several values or languages in
  ///   version 1.0.
  public init(
    _ structure: DataStructureDefinition,
    reference: ArtefactReference?,
    action: Action = .information,
    version: SDMXCSVVersion,
    keys: Keys = .none,
    languages: [String] = ["en"]
  ) throws {
    let losses = DataLosses(.csv(version)).of(structure)
    if !losses.isEmpty { throw DiagnosticFailure(losses) }
    self.structure = structure
    self.version = version
    self.keys = keys
    self.languages = languages
    self.reference = reference ?? structure.reference
    prefix = []
    prefix = prefix(action)
  }

  /// The same writer for rows with which the receiver does something else.
  func with(action: DataAction) -> SDMXCSVWriter {
    var writer = self
    writer.prefix = prefix(action)
    return writer
  }

  private func prefix(_ action: DataAction) -> [UInt8] {
    let kind =
      switch reference.kind {
      case .dataStructure: "datastructure"
      case .provisionAgreement: "dataprovision"
      default: "dataflow"
      }
    if version == .v1_0 {
      let version = reference.version.legacyDescription
      return Array("\(reference.agency):\(reference.id)(\(version))".utf8)
    }
    // Deprecated since SDMX 3, which calls it merging.
    let letter = action == .append ? DataAction.merge.rawValue : action.rawValue
    return Array("\(kind),\(reference),\(letter)".utf8)
  }

  /// The first line, with its end.
  public var header: [UInt8] {
    let hasSeveral = structure.components.contains { $0.holdsSeveralValues || $0.isMultilingual }
    var names =
      version == .v1_0
      ? ["DATAFLOW"] : [hasSeveral ? "STRUCTURE[;]" : "STRUCTURE", "STRUCTURE_ID", "ACTION"]
    if hasSeriesKey { names.append("SERIES_KEY") }
    if hasObservationKey { names.append("OBS_KEY") }
    names += structure.components.map { component in
      if component.isMultilingual {
        return component.id + "[" + languages.joined(separator: ";") + "]"
      }
      return component.id + (component.holdsSeveralValues ? "[]" : "")
    }
    return Array((names.joined(separator: ",") + "\n").utf8)
  }

  private var hasSeriesKey: Bool { keys == .series || keys == .both }
  private var hasObservationKey: Bool { keys == .observation || keys == .both }

  /// Adds the rows of a batch to a buffer.
  ///
  /// - Parameters:
  ///   - batch: rows with a column for each component, found by name; further columns are left out.
  ///   - buffer: receives the lines.
  /// - Throws: `sdmx.column-missing`, `sdmx.type-not-writable`.
  public func append(_ batch: RecordBatch, to buffer: inout [UInt8]) throws {
    try append(batch, to: &buffer) { _ in }
  }

  /// Writes a whole message: the first line and all rows of a stream.
  ///
  /// - Parameters:
  ///   - batches: the rows, in the order in which they are published.
  ///   - sink: takes the bytes, a quarter of a megabyte or so at a time.
  /// - Returns: how many rows were written.
  /// - Throws: as ``append(_:to:)``, and what the stream and the sink throw.
  public func write(
    _ batches: BatchStream,
    to sink: ([UInt8]) throws -> Void
  ) async throws -> Int {
    var buffer = header
    var rows = 0
    for try await batch in batches {
      try append(batch, to: &buffer) { try drain(&$0, SDMXCSVWriter.chunkBytes, sink) }
      rows += batch.rowCount
    }
    try drain(&buffer, 1, sink)
    return rows
  }

  private func drain(
    _ buffer: inout [UInt8],
    _ least: Int,
    _ sink: ([UInt8]) throws -> Void
  ) throws {
    guard buffer.count >= least else { return }
    try sink(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func append(
    _ batch: RecordBatch,
    to buffer: inout [UInt8],
    afterBlock: (inout [UInt8]) throws -> Void
  ) throws {
    let columns = try structure.components.map { try column($0, of: batch) }
    var cells = columns.map { _ in CellText() }
    var start = 0
    while start < batch.rowCount {
      let rows = start..<min(start + SDMXCSVWriter.blockRows, batch.rowCount)
      for position in columns.indices {
        try cells[position].fill(columns[position].slice(rows))
      }
      for row in 0..<rows.count {
        buffer.append(contentsOf: prefix)
        if keys != .none { putKeys(row, cells, &buffer) }
        for position in cells.indices {
          buffer.append(UInt8(ascii: ","))
          cells[position].copy(row, to: &buffer)
        }
        buffer.append(UInt8(ascii: "\n"))
      }
      try afterBlock(&buffer)
      start = rows.upperBound
    }
  }

  /// The values of the dimensions with dots between them.
  private func putKeys(_ row: Int, _ cells: [CellText], _ buffer: inout [UInt8]) {
    for isWhole in [false, true] where isWhole ? hasObservationKey : hasSeriesKey {
      var separator = UInt8(ascii: ",")
      for (position, component) in structure.components.enumerated()
      where component.role == .dimension || (isWhole && component.role == .timeDimension) {
        buffer.append(separator)
        cells[position].copy(row, to: &buffer)
        separator = UInt8(ascii: ".")
      }
    }
  }

  private func column(_ component: Component, of batch: RecordBatch) throws -> Column {
    guard let column = batch[component.id] else {
      throw SDMXDefinitions.columnMissing.at(
        nil,
        ["column": .text(component.id), "structure": .text("\(structure.reference)")]
      )
    }
    return column
  }
}
