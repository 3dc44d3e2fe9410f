// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Structures

/// Writes artefacts as an SDMX-ML structure message 2.1, 3.0 or 3.1.
///
/// The concepts of a data structure NAME that no scheme holds become a concept scheme CS_NAME of the
/// same agency and version. Artefacts of a kind are ordered by their references, so that the same
/// structures make the same bytes.
///
/// - Source: SDMX-ML 2.1, 3.0 and 3.1 schemas: SDMXMessage, SDMXStructure.
public struct SDMXMLStructureWriter: Sendable {
  /// How many bytes gather before the sink gets them.
  static let chunkBytes = 1 << 18

  private let header: MessageHeader
  private let version: SDMXMLVersion
  private let acceptsLoss: Bool

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - header: what the message says of itself.
  ///   - version: the version of SDMX-ML; 3.0 by default, which most readers know.
  ///   - acceptsLoss: whether what the version cannot carry is left out; refused by default.
  public init(
    _ header: MessageHeader,
    version: SDMXMLVersion = .v3_0,
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
  /// - Throws: `sdmx.time-dimension-id`, `platform.xml-character` for a control character in a name,
  ///   what the sink throws; and unless losses are accepted, `sdmx.parent-not-writable` or
  ///   ``DiagnosticFailure`` with `sdmx.not-carried`.
  public func write(_ catalogue: StructureCatalogue, to sink: ([UInt8]) throws -> Void) throws {
    try StructureRefusal.check(catalogue, .xml(version), acceptsLoss: acceptsLoss)
    if catalogue.isMetadata, version != .v2_1 {
      return try SDMXMLMetadataWriter(header: header, version: version).write(catalogue, to: sink)
    }
    var writer = XMLWriter()
    try begin(&writer)
    let encoder = StructureEncoder(version: version)
    let groups = Dictionary(grouping: catalogue.withOwnConcepts.artefacts) {
      version.group(of: $0.reference.kind)
    }
    for group in version.groups {
      guard let artefacts = groups[group] else { continue }
      var isOpen = false
      for artefact in artefacts {
        guard let node = encoder.encode(artefact) else { continue }
        if !isOpen { try writer.start("str:\(group)") }
        isOpen = true
        try write(node, artefact, encoder, &writer, sink)
        try drain(&writer, sink)
      }
      if isOpen { writer.end() }
    }
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
    try writer.put(header)
    try writer.start("mes:Structures")
  }

  private func drain(_ writer: inout XMLWriter, _ sink: ([UInt8]) throws -> Void) throws {
    if writer.pendingCount >= SDMXMLStructureWriter.chunkBytes { try sink(writer.drain()) }
  }

  /// Writes an artefact; the codes of a list one by one, after its names and before what follows.
  private func write(
    _ node: StructureNode,
    _ artefact: Artefact,
    _ encoder: StructureEncoder,
    _ writer: inout XMLWriter,
    _ sink: ([UInt8]) throws -> Void
  ) throws {
    guard case .codelist(let list) = artefact else {
      try writer.put(node, version)
      return
    }
    let tail = ["CodelistExtension", "GridDefinition"]
    try writer.start("str:\(node.name)", node.attributes.map { ($0.name, $0.value) })
    for child in node.children where !tail.contains(child.name) {
      try writer.put(child, version, in: node.name)
    }
    for code in list.codes {
      let isWritable = version != .v3_0 || code.parent.map(Identifier.isName) ?? true
      var element = encoder.code(code, in: list)
      if !isWritable { element.children.removeAll { $0.name == "Parent" } }
      try writer.put(element, version)
      try drain(&writer, sink)
    }
    for child in node.children where tail.contains(child.name) { try writer.put(child, version) }
    writer.end()
  }
}

/// Refuses what cannot be written, before anything is.
enum StructureRefusal {
  static func check(
    _ catalogue: StructureCatalogue,
    _ format: StructureFormat,
    acceptsLoss: Bool
  ) throws {
    for structure in catalogue.structures.values.sorted(by: { $0.reference.id < $1.reference.id }) {
      for component in structure.components
      where component.role == .timeDimension && component.id != "TIME_PERIOD" {
        throw SDMXDefinitions.timeDimensionID.at(
          nil,
          ["structure": .text("\(structure.reference)"), "id": .text(component.id)]
        )
      }
    }
    if acceptsLoss { return }
    let losses = catalogue.notCarried(by: format)
    if losses.count == 1, let only = losses.first { throw only }
    if !losses.isEmpty { throw DiagnosticFailure(losses) }
  }
}

extension StructureCatalogue {
  /// The catalogue with a concept scheme for components whose concepts no scheme holds.
  var withOwnConcepts: StructureCatalogue {
    var catalogue = self
    for structure in structures.values {
      let scheme = structure.conceptScheme
      if !scheme.concepts.isEmpty { catalogue.add(.conceptScheme(scheme)) }
    }
    return catalogue
  }
}

extension SDMXMLVersion {
  /// The element that holds the artefacts of a kind.
  func group(of kind: ArtefactKind) -> String {
    if self == .v2_1, let legacy = SDMXMLVersion.legacyGroups[kind] { return legacy }
    return kind.rawValue.hasSuffix("y")
      ? kind.rawValue.dropLast() + "ies" : kind.rawValue + "s"
  }

  /// The elements that hold artefacts, in the order of the schemas.
  var groups: [String] {
    if self != .v2_1 {
      return ArtefactKind.allCases.filter { $0 != .metadataSet }.map { group(of: $0) }.sorted()
    }
    return [
      "OrganisationSchemes", "Dataflows", "CategorySchemes", "Categorisations", "Codelists",
      "HierarchicalCodelists", "Concepts", "DataStructures", "ReportingTaxonomies", "Constraints",
      "ProvisionAgreements", "CustomTypes", "VtlMappings", "NamePersonalisations", "Rulesets",
      "Transformations", "UserDefinedOperators",
    ]
  }

  private static let legacyGroups: [ArtefactKind: String] = [
    .agencyScheme: "OrganisationSchemes", .dataProviderScheme: "OrganisationSchemes",
    .dataConsumerScheme: "OrganisationSchemes", .organisationUnitScheme: "OrganisationSchemes",
    .hierarchy: "HierarchicalCodelists", .conceptScheme: "Concepts",
    .dataConstraint: "Constraints", .customTypeScheme: "CustomTypes",
    .vtlMappingScheme: "VtlMappings", .namePersonalisationScheme: "NamePersonalisations",
    .rulesetScheme: "Rulesets", .transformationScheme: "Transformations",
    .userDefinedOperatorScheme: "UserDefinedOperators",
  ]
}

extension XMLWriter {
  /// Writes the header of a message.
  mutating func put(_ header: MessageHeader) throws {
    try start("mes:Header")
    try putContents(of: header)
    end()
  }

  /// Writes what every header says.
  mutating func putContents(of header: MessageHeader) throws {
    try element("mes:ID", text: header.id)
    try element("mes:Test", text: header.isTest ? "true" : "false")
    try element("mes:Prepared", text: header.prepared)
    try element("mes:Sender", [("id", header.sender)])
  }

  /// Writes an element with all that is in it.
  mutating func put(
    _ node: StructureNode,
    _ version: SDMXMLVersion,
    in parent: String = ""
  ) throws {
    let prefix = XMLWriter.prefix(node.name, in: parent, version)
    try start(prefix + node.name, node.attributes.map { ($0.name, $0.value) })
    if !node.text.isEmpty { try text(node.text) }
    for child in node.children { try put(child, version, in: node.name) }
    end()
  }

  private static let common: Set<String> = [
    "Annotations", "Annotation", "AnnotationTitle", "AnnotationType", "AnnotationURL",
    "AnnotationText", "AnnotationValue", "Name", "Description", "Link",
  ]
  /// What SDMX 2.1 has in the schema of common things.
  private static let legacyCommon: Set<String> = [
    "KeyValue", "Value", "TimeRange", "BeforePeriod", "AfterPeriod", "StartPeriod", "EndPeriod",
  ]

  private static func prefix(
    _ name: String,
    in parent: String,
    _ version: SDMXMLVersion
  ) -> String {
    if name == "Ref" || name == "URN" { return "" }
    if common.contains(name) { return "com:" }
    if version == .v2_1 {
      if legacyCommon.contains(name) { return "com:" }
      if name == "Attribute", parent == "CubeRegion" || parent == "Key" { return "com:" }
    }
    return "str:"
  }
}
