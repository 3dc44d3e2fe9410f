// SPDX-License-Identifier: Apache-2.0

internal import Platform
internal import Structures

extension StructureCatalogue {
  /// Whether there is reference metadata here and nothing else: a message holds either that or structures.
  var isMetadata: Bool {
    count > 0 && artefacts.allSatisfy { if case .metadataSet = $0 { true } else { false } }
  }
}

/// Writes reference metadata as a message of SDMX-ML 3.
///
/// - Source: SDMX 3.1 schemas, SDMXMessage: GenericMetadataType; SDMXMetadataGeneric.
struct SDMXMLMetadataWriter {
  let header: MessageHeader
  let version: SDMXMLVersion

  func write(_ catalogue: StructureCatalogue, to sink: ([UInt8]) throws -> Void) throws {
    let encoder = StructureEncoder(version: version)
    let sets = catalogue.artefacts.compactMap { artefact -> MetadataSet? in
      if case .metadataSet(let set) = artefact { set } else { nil }
    }
    var writer = XMLWriter()
    try writer.start(
      "mes:GenericMetadata",
      [
        ("xmlns:mes", version.namespace("message")), ("xmlns:com", version.namespace("common")),
        ("xmlns:md", version.namespace("metadata/generic")),
      ]
    )
    try writer.start("mes:Header")
    try writer.putContents(of: header)
    var named: Set<ArtefactReference> = []
    for flow in sets.map(\.flow) where named.insert(flow).inserted {
      try writer.start("mes:Structure", [("structureID", "S\(named.count)")])
      let name =
        flow.kind == .metadataProvisionAgreement ? "ProvisionAgreement" : "StructureUsage"
      // The schemas know no other agreement here than one on data.
      let urn = flow.urn.replacing(".MetadataProvisionAgreement=", with: ".ProvisionAgreement=")
      try writer.element("com:" + name, text: urn)
      writer.end()
    }
    writer.end()
    for set in sets {
      try put(encoder.metadataSet(set), &writer)
      if writer.pendingCount >= SDMXMLStructureWriter.chunkBytes { try sink(writer.drain()) }
    }
    writer.finish()
    try sink(writer.drain())
  }

  private static let common: Set<String> = [
    "Annotations", "Annotation", "AnnotationTitle", "AnnotationType", "AnnotationURL",
    "AnnotationText", "AnnotationValue", "Name", "Description", "Link", "Text", "StructuredText",
  ]

  private func put(_ node: StructureNode, _ writer: inout XMLWriter) throws {
    let prefix =
      node.name == "MetadataSet"
      ? "mes:" : SDMXMLMetadataWriter.common.contains(node.name) ? "com:" : "md:"
    try writer.start(prefix + node.name, node.attributes.map { ($0.name, $0.value) })
    if !node.text.isEmpty { try writer.text(node.text) }
    for child in node.children { try put(child, &writer) }
    writer.end()
  }
}
