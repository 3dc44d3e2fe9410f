// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

extension StructureDecoder {
  /// Makes a data structure.
  ///
  /// - Parameters:
  ///   - node: the element.
  ///   - catalogue: where the concepts are, whose formats hold where a component has none of its own.
  /// - Returns: the structure.
  /// - Throws: `sdmx.bad-element`, or what the structure's own checks find.
  func dataStructure(
    _ node: StructureNode,
    _ catalogue: StructureCatalogue
  ) throws -> DataStructureDefinition {
    let lists = node.first("DataStructureComponents")
    var components: [Component] = []
    let dimensions = (lists?.first("DimensionList")?.children ?? []).filter { isDimension($0) }
    for child in positioned(dimensions) {
      let role = child.name == "TimeDimension" ? Component.Role.timeDimension : .dimension
      components.append(try component(child, role, catalogue))
    }
    for child in lists?.first("MeasureList")?.children ?? []
    where child.name == "Measure" || child.name == "PrimaryMeasure" {
      components.append(try component(child, .measure, catalogue))
    }
    var parts = StructureParts()
    for child in lists?.first("AttributeList")?.children ?? [] {
      switch child.name {
      case "Attribute", "ReportingYearStartDay":
        let isMandatory = (child["usage"] ?? child["assignmentStatus"])?.lowercased() == "mandatory"
        let role = Component.Role.attribute(
          attachment(child.first("AttributeRelationship")),
          isMandatory: isMandatory
        )
        components.append(try component(child, role, catalogue))
      case "MetadataAttributeUsage":
        parts.metadataAttributes.append(
          MetadataAttributeUsage(
            child.first("MetadataAttributeReference").map { local($0) } ?? "",
            attachment(child.first("AttributeRelationship"))
          )
        )
      default: break
      }
    }
    parts.groups = try (lists?.all("Group") ?? []).map { group in
      DimensionGroup(
        try required(group, "id"),
        group.all("GroupDimension").compactMap { $0.first("DimensionReference") }.map { local($0) }
      )
    }
    parts.metadataStructure = try node.first("Metadata").map {
      try artefact($0, .metadataStructure)
    }
    parts.isEvolving = node.truth("evolvingStructure") ?? false
    parts.details = details(node)
    return try DataStructureDefinition(
      try reference(.dataStructure, node),
      name: name(node),
      components: components,
      parts: parts,
      demandsMeasure: false,
      location: Location(file, line: node.line > 0 ? node.line : nil)
    )
  }

  private func isDimension(_ node: StructureNode) -> Bool {
    ["Dimension", "MeasureDimension", "TimeDimension"].contains(node.name)
  }

  /// Dimensions in the order of their positions, where all have one.
  private func positioned(_ nodes: [StructureNode]) -> [StructureNode] {
    let positions = nodes.map { $0["position"].flatMap { Int($0) } }
    let plain = zip(nodes, positions).filter { $0.0.name != "TimeDimension" }
    guard !plain.contains(where: { $0.1 == nil }) else { return nodes }
    let ordered = plain.enumerated().sorted {
      ($0.element.1 ?? 0, $0.offset) < ($1.element.1 ?? 0, $1.offset)
    }
    return ordered.map(\.element.0) + nodes.filter { $0.name == "TimeDimension" }
  }

  private func component(
    _ node: StructureNode,
    _ role: Component.Role,
    _ catalogue: StructureCatalogue
  ) throws(Diagnostic) -> Component {
    var details = ComponentDetails()
    details.conceptIdentity = try node.first("ConceptIdentity").map { (node) throws(Diagnostic) in
      try object(node, "Concept")
    }
    details.conceptRoles = try node.all("ConceptRole").map { (node) throws(Diagnostic) in
      try object(node, "Concept")
    }
    details.format = try format(
      node.first("LocalRepresentation"),
      list: node.name == "MeasureDimension" ? .conceptScheme : .codelist
    )
    details.measures = node.first("MeasureRelationship")?.all("Measure").map { local($0) } ?? []
    details.optionalDimensions = Set(
      (node.first("AttributeRelationship")?.all("Dimension") ?? [])
        .filter { $0.truth("optional") == true }.map { local($0) }
    )
    details.isMandatoryMeasure = role == .measure && node["usage"] == "mandatory"
    details.isMeasureDimension = node.name == "MeasureDimension"
    details.item = item(node)
    // Where nothing is said of a time dimension, any period may stand there.
    if role == .timeDimension {
      var text = details.format?.textFormat ?? TextFormat()
      text.dataType = text.dataType ?? .observationalTimePeriod
      if details.format == nil { details.format = RepresentationFormat(.text(text)) }
      if details.format?.textFormat != nil { details.format?.content = .text(text) }
    }
    let known = details.conceptIdentity.flatMap { catalogue.concept($0) }
    guard let id = node["id"] ?? details.conceptIdentity?.id else { throw bad(node, "id") }
    let format = details.format ?? known?.format
    let concept =
      known ?? Concept(details.conceptIdentity?.id ?? id, name: InternationalString([:]))
    return Component(
      id,
      concept,
      role: role,
      representation: role == .timeDimension
        ? .timePeriod : format?.representation ?? .text,
      details: details
    )
  }

  private func attachment(_ node: StructureNode?) -> Component.Attachment {
    guard let node else { return .observation }
    if let group = node.first("Group") { return .group(local(group)) }
    let dimensions = node.all("Dimension").map { local($0) }
    if !dimensions.isEmpty { return .dimensions(dimensions) }
    let datasetWords = ["None", "Dataflow", "Dataset"]
    return node.children.contains { datasetWords.contains($0.name) } ? .dataset : .observation
  }

  func dataflow(_ node: StructureNode) throws(Diagnostic) -> Dataflow {
    let own = try reference(.dataflow, node)
    // A stub names no structure: it then follows one of its own name.
    let structure = try node.first("Structure").map { (node) throws(Diagnostic) in
      try artefact(node, .dataStructure)
    }
    return Dataflow(
      own,
      name: name(node),
      structure: structure
        ?? ArtefactReference(.dataStructure, agency: own.agency, id: own.id, version: own.version),
      dimensions: node.first("DimensionConstraint")?.all("Dimension").map(\.word) ?? [],
      details: details(node)
    )
  }
}
