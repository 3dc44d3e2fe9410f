// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Structures

/// Writes artefacts as an SDMX-JSON structure message 1.0, 2.0 or 2.1.
///
/// - Source: SDMX-JSON 1.0, 2.0 and 2.1 schemas: sdmx-json-structure-schema.
public struct SDMXJSONStructureWriter: Sendable {
  private let header: MessageHeader
  private let version: SDMXJSONVersion
  private let acceptsLoss: Bool

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - header: what the message says of itself.
  ///   - version: the version of SDMX-JSON.
  ///   - acceptsLoss: whether what the version cannot carry is left out; refused by default.
  public init(
    _ header: MessageHeader,
    version: SDMXJSONVersion = .v2_0,
    acceptsLoss: Bool = false
  ) {
    self.header = header
    self.version = version
    self.acceptsLoss = acceptsLoss
  }

  /// Writes a message with everything in a catalogue.
  ///
  /// - Parameters:
  ///   - catalogue: the structures.
  ///   - sink: takes the bytes, a quarter of a megabyte or so at a time.
  /// - Throws: `sdmx.time-dimension-id`, what the sink throws; and unless losses are accepted,
  ///   ``DiagnosticFailure`` with `sdmx.not-carried`.
  public func write(_ catalogue: StructureCatalogue, to sink: ([UInt8]) throws -> Void) throws {
    try StructureRefusal.check(catalogue, .json(version), acceptsLoss: acceptsLoss)
    var buffer: [UInt8] = []
    let meta = JSONValue.object([
      .init("schema", .string(version.schema(catalogue.isMetadata ? "metadata" : "structure"))),
      .init("id", .string(header.id)),
      .init("prepared", .string(header.prepared)), .init("test", .boolean(header.isTest)),
      .init("sender", .object([.init("id", .string(header.sender))])),
    ])
    buffer.put("{\"meta\":")
    meta.write(to: &buffer)
    buffer.put(",\"data\":{")
    let encoder = StructureEncoder(
      version: StructureFormat.json(version).model,
      usesURNs: true
    )
    let isMetadata = catalogue.isMetadata
    var group: String?
    for artefact in catalogue.withOwnConcepts.artefacts {
      guard let node = encoder.encode(artefact),
        isMetadata == (artefact.reference.kind == .metadataSet)
      else { continue }
      let own = StructureNames.group(of: artefact.reference.kind, version)
      if own == group {
        buffer.put(",\n")
      } else {
        if group != nil { buffer.put("],\n") }
        JSONValue.write(own, to: &buffer)
        buffer.put(":[")
        group = own
      }
      try write(node, artefact, encoder, &buffer, sink)
    }
    buffer.put(group == nil ? "}}\n" : "]}}\n")
    try sink(buffer)
  }

  private func write(
    _ node: StructureNode,
    _ artefact: Artefact,
    _ encoder: StructureEncoder,
    _ buffer: inout [UInt8],
    _ sink: ([UInt8]) throws -> Void
  ) throws {
    node.json(version).write(to: &buffer)
    guard case .codelist(let list) = artefact, !list.codes.isEmpty else { return }
    // Codes go into the object that has just been written, before its last bracket.
    buffer.removeLast()
    buffer.put(",")
    JSONValue.write(StructureNames.arrays[list.reference.kind.itemName] ?? "codes", to: &buffer)
    buffer.put(":[")
    for (position, code) in list.codes.enumerated() {
      if position > 0 { buffer.put(",") }
      encoder.code(code, in: list).json(version).write(to: &buffer)
      if buffer.count >= SDMXMLStructureWriter.chunkBytes {
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    buffer.put("]}")
  }
}
