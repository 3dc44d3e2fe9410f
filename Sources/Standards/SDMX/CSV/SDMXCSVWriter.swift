// SPDX-License-Identifier: Apache-2.0

public import Columns
internal import Diagnostics
public import Relation
public import Structures

/// Writes the rows of a dataset as SDMX-CSV 2.0, block by block, in constant memory.
///
/// A row begins with STRUCTURE, STRUCTURE_ID and ACTION; the components follow in the order of the
/// structure. Decimals keep their scale, days are ISO 8601, truths are `true` and `false`, and
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

  private let structure: DataStructureDefinition
  private let prefix: [UInt8]

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
    self.structure = structure
    let kind = dataflow == nil ? "datastructure" : "dataflow"
    let reference = dataflow?.reference ?? structure.reference
    prefix = Array("\(kind),\(reference),\(action.rawValue)".utf8)
  }

  /// The first line, with its end.
  public var header: [UInt8] {
    let names = ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + structure.components.map(\.id)
    return Array((names.joined(separator: ",") + "\n").utf8)
  }

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
