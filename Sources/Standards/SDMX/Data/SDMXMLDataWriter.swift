// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
public import Relation
public import Structures

/// Writes rows as an SDMX-ML data message: 2.1 generic or structure-specific, 3.0, 3.1.
///
/// Rows that follow one another with the same dimensions but for the time become one series, so that
/// rows in their published order make the smallest message; memory does not grow with it. An
/// attribute of series or of the whole set stands there once, and on an observation where that one
/// differs. Attributes of groups stand on each of their series.
///
/// - Source: SDMX-ML 2.1, 3.0 and 3.1 schemas: SDMXMessage, SDMXDataGeneric, SDMXDataStructureSpecific.
public struct SDMXMLDataWriter: Sendable {
  /// How observations are written.
  public enum Style: Sendable, Hashable {
    /// Components are attributes of elements.
    case structureSpecific
    /// Components are elements with identifiers, in SDMX 2.1 only.
    case generic
  }

  private let structure: DataStructureDefinition
  private let reference: ArtefactReference
  private let header: MessageHeader
  private let version: SDMXMLVersion
  private let style: Style
  private let action: DataAction

  /// Makes a writer for data of a structure.
  ///
  /// - Parameters:
  ///   - structure: what the columns mean.
  ///   - dataflow: the flow under which the data go out; `nil` names the structure itself.
  ///   - header: what the message says of itself.
  ///   - version: the version of SDMX-ML.
  ///   - style: how observations are written; generic in SDMX 2.1 only.
  ///   - action: what the receiver does with the rows.
  /// - Throws: `sdmx.not-carried` for a generic message of SDMX 3, or several values or texts in
  ///   languages in SDMX 2.1.
  public init(
    _ structure: DataStructureDefinition,
    dataflow: ArtefactReference? = nil,
    header: MessageHeader,
    version: SDMXMLVersion = .v3_0,
    style: Style = .structureSpecific,
    action: DataAction = .information
  ) throws {
    let losses = DataLosses(.xml(version, style)).of(structure)
    if !losses.isEmpty { throw DiagnosticFailure(losses) }
    self.structure = structure
    reference = dataflow ?? structure.reference
    self.header = header
    self.version = version
    self.style = style
    self.action = action
  }

  /// Writes a whole message.
  ///
  /// - Parameters:
  ///   - batches: the rows, those of a series one after the other.
  ///   - sink: takes the bytes, a quarter of a megabyte or so at a time.
  /// - Returns: how many rows were written.
  /// - Throws: `sdmx.column-missing`, `sdmx.type-not-writable`, `platform.xml-character`, and what
  ///   the stream and the sink throw.
  public func write(
    _ batches: BatchStream,
    to sink: ([UInt8]) throws -> Void
  ) async throws -> Int {
    var output = try begin()
    var rows = 0
    for try await batch in batches {
      try output.append(batch, to: sink)
      rows += batch.rowCount
    }
    try output.finish(to: sink)
    return rows
  }

  /// Begins a message, to which batches are then added one by one.
  ///
  /// - Returns: the message so far.
  /// - Throws: what the header's texts are refused for.
  public func begin() throws -> SDMXMLDataOutput {
    let dimension =
      structure.dimensions.contains { $0.role == .timeDimension }
      ? "TIME_PERIOD" : "AllDimensions"
    let encoder = StructureEncoder(version: version)
    let urn = encoder.urn(ObjectReference(reference)) + ":ObsLevelDim:" + dimension
    let root = style == .generic ? "GenericData" : "StructureSpecificData"
    var writer = XMLWriter(indents: false)
    var spaces = [
      ("xmlns:mes", version.namespace("message")), ("xmlns:com", version.namespace("common")),
      ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ]
    if style == .generic {
      spaces.append(("xmlns:gen", version.namespace("data/generic")))
    } else {
      spaces += [("xmlns:ss", version.namespace("data/structurespecific")), ("xmlns:ns1", urn)]
    }
    try writer.start("mes:" + root, spaces.map { (name: $0.0, value: $0.1) })
    try writer.start("mes:Header")
    try writer.putContents(of: header)
    try writer.start(
      "mes:Structure",
      [("structureID", structureID)] + (style == .generic ? [] : [("namespace", urn)])
        + [("dimensionAtObservation", dimension)]
    )
    let kind =
      reference.kind == .dataStructure
      ? "Structure"
      : reference.kind == .provisionAgreement ? "ProvisionAgreement" : "StructureUsage"
    // The schemas of SDMX 2.1 spell it so.
    let name = version == .v2_1 && kind == "ProvisionAgreement" ? "ProvisionAgrement" : kind
    try put(encoder.reference(name, reference), &writer)
    writer.end()
    writer.end()
    return SDMXMLDataOutput(
      structure,
      version,
      style,
      action,
      structureID: structureID,
      hasSeries: dimension == "TIME_PERIOD",
      start: writer.drain()
    )
  }

  /// The name of the structure within the message, which has to begin with a letter.
  private var structureID: String {
    reference.id.first?.isLetter == true ? reference.id : "S" + reference.id
  }

  private func put(_ node: StructureNode, _ writer: inout XMLWriter) throws {
    let name = node.name == "Ref" ? "Ref" : "com:" + node.name
    try writer.start(name, node.attributes.map { ($0.name, $0.value) })
    if !node.text.isEmpty { try writer.text(node.text) }
    for child in node.children { try put(child, &writer) }
    writer.end()
  }
}
