// SPDX-License-Identifier: Apache-2.0

internal import Structures

extension StructureEncoder {
  func dataflow(_ flow: Dataflow) -> StructureNode {
    artefact(
      flow.reference,
      flow.name,
      flow.details,
      [
        flow.details.isExternalReference ? nil : reference("Structure", flow.structure),
        version == .v3_1 && !flow.dimensions.isEmpty
          ? StructureNode(
            "DimensionConstraint",
            [],
            flow.dimensions.map { StructureNode("Dimension", text: $0) }
          ) : nil,
      ]
    )
  }

  /// A data structure; lists stand in the order of the schemas: dimensions, groups, attributes,
  /// measures.
  func dataStructure(_ structure: DataStructureDefinition) -> StructureNode {
    var lists = [
      list(
        "Dimension",
        structure.dimensions.enumerated().map { dimension($1, $0 + 1, structure) },
        structure
      )
    ]
    lists += structure.parts.groups.map { group($0, structure) }
    var attributes = structure.attributes.map { attribute($0, structure) }
    if !isLegacy {
      attributes += structure.parts.metadataAttributes.map { usage in
        StructureNode(
          "MetadataAttributeUsage",
          [],
          [
            StructureNode("MetadataAttributeReference", text: usage.attribute),
            relationship(usage.attachment, optional: [], structure),
          ]
        )
      }
    }
    if !attributes.isEmpty { lists.append(list("Attribute", attributes, structure)) }
    let measures = isLegacy ? Array(structure.measures.prefix(1)) : structure.measures
    if !measures.isEmpty {
      lists.append(list("Measure", measures.map { measure($0, structure) }, structure))
    }
    return artefact(
      structure.reference,
      structure.name,
      structure.parts.details,
      attributes: version == .v3_1 && structure.parts.isEvolving
        ? [("evolvingStructure", "true")] : [],
      [
        structure.components.isEmpty
          ? nil : StructureNode("DataStructureComponents", [], lists),
        isLegacy ? nil : structure.parts.metadataStructure.map { reference("Metadata", $0) },
      ]
    )
  }

  private func list(
    _ name: String,
    _ nodes: [StructureNode],
    _ structure: DataStructureDefinition
  ) -> StructureNode {
    let id = name + "Descriptor"
    return StructureNode(
      name + "List",
      identification(id, in: structure.reference, id, [id], ItemDetails()),
      nodes
    )
  }

  private func group(
    _ group: DimensionGroup,
    _ structure: DataStructureDefinition
  ) -> StructureNode {
    StructureNode(
      "Group",
      identification(
        group.id,
        in: structure.reference,
        "GroupDimensionDescriptor",
        [group.id],
        ItemDetails()
      ),
      group.dimensions.map {
        StructureNode("GroupDimension", [], [local("DimensionReference", $0)])
      }
    )
  }

  private func dimension(
    _ component: Component,
    _ position: Int,
    _ structure: DataStructureDefinition
  ) -> StructureNode {
    let isTime = component.role == .timeDimension
    let isMeasure = component.details.isMeasureDimension && isLegacy
    let name = isTime ? "TimeDimension" : isMeasure ? "MeasureDimension" : "Dimension"
    return self.component(
      name,
      component,
      structure,
      attributes: isTime && !isLegacy ? [] : [("position", String(position))],
      occurrences: false,
      isTime ? [] : component.details.conceptRoles.map { reference("ConceptRole", $0) }
    )
  }

  private func measure(
    _ component: Component,
    _ structure: DataStructureDefinition
  ) -> StructureNode {
    self.component(
      isLegacy ? "PrimaryMeasure" : "Measure",
      component,
      structure,
      attributes: isLegacy
        ? [] : [("usage", component.details.isMandatoryMeasure ? "mandatory" : "optional")],
      isLegacy ? [] : component.details.conceptRoles.map { reference("ConceptRole", $0) }
    )
  }

  private func attribute(
    _ component: Component,
    _ structure: DataStructureDefinition
  ) -> StructureNode {
    guard case .attribute(let attachment, let isMandatory) = component.role else {
      return StructureNode("Attribute")
    }
    let status =
      isLegacy
      ? ("assignmentStatus", isMandatory ? "Mandatory" : "Conditional")
      : ("usage", isMandatory ? "mandatory" : "optional")
    let measures = component.details.measures
    return self.component(
      "Attribute",
      component,
      structure,
      attributes: [status],
      component.details.conceptRoles.map { reference("ConceptRole", $0) } + [
        relationship(attachment, optional: component.details.optionalDimensions, structure),
        isLegacy || measures.isEmpty
          ? nil
          : StructureNode(
            "MeasureRelationship",
            [],
            measures.map { StructureNode("Measure", text: $0) }
          ),
      ]
    )
  }

  private func relationship(
    _ attachment: Component.Attachment,
    optional: Set<String>,
    _ structure: DataStructureDefinition
  ) -> StructureNode {
    let child: [StructureNode]
    switch attachment {
    case .observation:
      child = [isLegacy ? local("PrimaryMeasure", "OBS_VALUE") : StructureNode("Observation")]
    case .dataset: child = [StructureNode(isLegacy ? "None" : "Dataflow")]
    // An attribute of no dimension explains all observations alike.
    case .dimensions(let names) where names.isEmpty:
      child = [StructureNode(isLegacy ? "None" : "Dataflow")]
    case .dimensions(let names):
      child = names.map { name in
        var node = local("Dimension", name)
        if version == .v3_1, optional.contains(name) {
          node.attributes.append(.init(name: "optional", value: "true"))
        }
        return node
      }
    case .group(let group): child = [local("Group", group)]
    }
    return StructureNode("AttributeRelationship", [], child)
  }

  private func component(
    _ element: String,
    _ component: Component,
    _ structure: DataStructureDefinition,
    attributes: [(String, String?)],
    occurrences: Bool = true,
    _ tail: [StructureNode?]
  ) -> StructureNode {
    let details = component.details
    let className = element == "Attribute" ? "DataAttribute" : element
    let identity =
      details.conceptIdentity
      ?? ObjectReference(structure.conceptScheme.reference, "Concept", [component.concept.id])
    // A component that names no concept of a scheme gets its format from its column.
    var format = details.format
    if format == nil, details.conceptIdentity == nil || component.role == .timeDimension {
      format = RepresentationFormat(component.representation)
    }
    var tail = tail
    let roles = isLegacy ? tail.filter { $0?.name == "ConceptRole" } : []
    if isLegacy { tail.removeAll { $0?.name == "ConceptRole" } }
    // SDMX 2.1 fixes the name of its one measure.
    let id = isLegacy && component.role == .measure ? "OBS_VALUE" : component.id
    return StructureNode(
      element,
      identification(id, in: structure.reference, className, [id], details.item)
        + attributes,
      heading(details.item, nil)
        + [
          reference("ConceptIdentity", identity),
          self.format(
            "LocalRepresentation",
            format,
            occurrences: occurrences,
            isComponent: true
          ),
        ] + roles + tail
    )
  }
}

extension DataStructureDefinition {
  /// The concepts of components that no scheme holds, as a scheme of their own.
  var conceptScheme: ConceptScheme {
    ConceptScheme(
      ArtefactReference(
        .conceptScheme,
        agency: reference.agency,
        id: "CS_" + reference.id,
        version: reference.version
      ),
      name: name,
      concepts: components.filter { $0.details.conceptIdentity == nil }.map(\.concept)
    )
  }
}

extension RepresentationFormat {
  /// What SDMX calls the representation of a column.
  init(_ representation: Representation) {
    switch representation {
    case .codelist(let list): self.init(.enumeration(list, nil))
    case .decimal(_, let scale):
      // The schemas count decimals from one; without any the number is a whole one without limit.
      var format = TextFormat(scale > 0 ? .decimal : .bigInteger)
      if scale > 0 { format.facets[.decimals] = String(scale) }
      self.init(.text(format))
    case .text, .integer, .double, .boolean, .date, .timePeriod:
      self.init(.text(TextFormat(representation.dataType.flatMap { DataType(rawValue: $0) })))
    }
  }
}
