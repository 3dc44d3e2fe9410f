// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Structures

/// Writes codelists, concepts, data structures and dataflows as an SDMX-ML structure message.
///
/// The concepts of a data structure NAME become a concept scheme CS_NAME of the same agency and
/// version. Artefacts of a kind are ordered by their references, so that the same structures make the
/// same bytes.
///
/// - Source: SDMX-ML 3.0 and 3.1 schemas: SDMXMessage, SDMXStructureCodelist, SDMXStructureConcept,
///   SDMXStructureDataStructure, SDMXStructureDataflow.
public struct SDMXMLStructureWriter: Sendable {
  /// How many bytes gather before the sink gets them.
  static let chunkBytes = 1 << 18

  private let header: MessageHeader
  private let version: SDMXMLVersion

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - header: what the message says of itself.
  ///   - version: the version of SDMX-ML; 3.0 by default, which most readers know.
  public init(_ header: MessageHeader, version: SDMXMLVersion = .v3_0) {
    self.header = header
    self.version = version
  }

  /// Writes a message with everything in a catalogue.
  ///
  /// - Parameters:
  ///   - catalogue: the structures.
  ///   - sink: takes the bytes, a quarter of a megabyte or so at a time.
  /// - Throws: `sdmx.time-dimension-id`, `sdmx.parent-not-writable`, `platform.xml-character` for
  ///   a control character in a name, and what the sink throws.
  public func write(_ catalogue: StructureCatalogue, to sink: ([UInt8]) throws -> Void) throws {
    let structures = SDMXMLStructureWriter.ordered(catalogue.structures)
    var writer = XMLWriter()
    try begin(&writer)
    try group("Codelists", SDMXMLStructureWriter.ordered(catalogue.codelists), &writer, sink) {
      try write($0, &$1, sink)
    }
    try group("ConceptSchemes", structures.map(\.conceptScheme), &writer, sink) {
      try write($0, &$1)
    }
    try group("Dataflows", SDMXMLStructureWriter.ordered(catalogue.dataflows), &writer, sink) {
      try write($0, &$1)
    }
    try group("DataStructures", structures, &writer, sink) { try $1.put($0) }
    writer.finish()
    try sink(writer.drain())
  }

  private func begin(_ writer: inout XMLWriter) throws {
    try writer.start(
      "mes:Structure",
      [
        ("xmlns:mes", version.namespace("message")), ("xmlns:str", version.namespace("structure")),
        ("xmlns:com", version.namespace("common")),
      ]
    )
    try writer.start("mes:Header")
    try writer.element("mes:ID", text: header.id)
    try writer.element("mes:Test", text: header.isTest ? "true" : "false")
    try writer.element("mes:Prepared", text: header.prepared)
    try writer.element("mes:Sender", [("id", header.sender)])
    writer.end()
    try writer.start("mes:Structures")
  }

  private func group<Artefact>(
    _ name: String,
    _ artefacts: [Artefact],
    _ writer: inout XMLWriter,
    _ sink: ([UInt8]) throws -> Void,
    _ write: (Artefact, inout XMLWriter) throws -> Void
  ) throws {
    if artefacts.isEmpty { return }
    try writer.start("str:\(name)")
    for artefact in artefacts {
      try write(artefact, &writer)
      try drain(&writer, sink)
    }
    writer.end()
  }

  private func drain(_ writer: inout XMLWriter, _ sink: ([UInt8]) throws -> Void) throws {
    if writer.pendingCount >= SDMXMLStructureWriter.chunkBytes { try sink(writer.drain()) }
  }

  private func write(
    _ list: Codelist,
    _ writer: inout XMLWriter,
    _ sink: ([UInt8]) throws -> Void
  ) throws {
    try writer.startArtefact("Codelist", list.reference, list.name)
    for code in list.codes {
      try writer.start(
        "str:Code",
        [("id", code.id), ("urn", list.reference.urn(of: code.id, "Code"))]
      )
      try writer.names(code.name, else: code.id, code.description)
      if let parent = code.parent {
        guard version != .v3_0 || Identifier.isName(parent) else {
          throw SDMXDefinitions.parentNotWritable.at(
            nil,
            ["list": .text(list.reference.id), "code": .text(parent)]
          )
        }
        try writer.element("str:Parent", text: parent)
      }
      writer.end()
      try drain(&writer, sink)
    }
    writer.end()
  }

  private func write(_ scheme: ConceptScheme, _ writer: inout XMLWriter) throws {
    try writer.startArtefact("ConceptScheme", scheme.reference, scheme.name)
    for concept in scheme.concepts {
      try writer.start(
        "str:Concept",
        [("id", concept.id), ("urn", scheme.reference.urn(of: concept.id, "Concept"))]
      )
      try writer.names(concept.name, else: concept.id, concept.description)
      writer.end()
    }
    writer.end()
  }

  private func write(_ dataflow: Dataflow, _ writer: inout XMLWriter) throws {
    try writer.startArtefact("Dataflow", dataflow.reference, dataflow.name, dataflow.description)
    try writer.element("str:Structure", text: dataflow.structure.urn)
    writer.end()
  }

  private static func ordered<Artefact>(_ artefacts: [ArtefactReference: Artefact]) -> [Artefact] {
    artefacts.sorted { left, right in
      let (a, b) = (left.key, right.key)
      return (a.agency, a.id, a.version) < (b.agency, b.id, b.version)
    }
    .map(\.value)
  }
}
