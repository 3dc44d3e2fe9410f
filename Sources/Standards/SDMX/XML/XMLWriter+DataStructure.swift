// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Structures

extension XMLWriter {
  /// Writes a data structure; lists stand in the order of the schemas: dimensions, attributes,
  /// measures.
  ///
  /// - Throws: `sdmx.time-dimension-id`, `platform.xml-character`.
  mutating func put(_ structure: DataStructureDefinition) throws {
    try startArtefact("DataStructure", structure.reference, structure.name)
    try start("str:DataStructureComponents")
    try list("Dimension", structure.dimensions, of: structure)
    if !structure.attributes.isEmpty { try list("Attribute", structure.attributes, of: structure) }
    try list("Measure", structure.measures, of: structure)
    end()
    end()
  }

  private mutating func list(
    _ name: String,
    _ components: [Component],
    of structure: DataStructureDefinition
  ) throws {
    let descriptor = name + "Descriptor"
    try start(
      "str:\(name)List",
      [("id", descriptor), ("urn", structure.reference.urn(of: descriptor, descriptor))]
    )
    for (position, component) in components.enumerated() {
      try put(component, at: position + 1, of: structure)
    }
    end()
  }

  private mutating func put(
    _ component: Component,
    at position: Int,
    of structure: DataStructureDefinition
  ) throws {
    let element = component.elementName
    var attributes = [
      (name: "id", value: component.id),
      (name: "urn", value: structure.reference.urn(of: component.id, component.className)),
    ]
    switch component.role {
    case .dimension: attributes.append(("position", String(position)))
    case .timeDimension:
      guard component.id == "TIME_PERIOD" else {
        throw SDMXDefinitions.timeDimensionID.at(
          nil,
          ["structure": .text("\(structure.reference)"), "id": .text(component.id)]
        )
      }
    case .measure: attributes.append(("usage", "optional"))
    case .attribute(_, let isMandatory):
      attributes.append(("usage", isMandatory ? "mandatory" : "optional"))
    }
    try start("str:\(element)", attributes)
    try self.element(
      "str:ConceptIdentity",
      text: structure.conceptScheme.reference.urn(of: component.id, "Concept")
    )
    try put(component.representation)
    if case .attribute(let attachment, _) = component.role { try put(attachment) }
    end()
  }

  private mutating func put(_ representation: Representation) throws {
    try start("str:LocalRepresentation")
    switch representation {
    case .codelist(let list): try element("str:Enumeration", text: list.urn)
    // The schemas count decimals from one.
    case .decimal(_, let scale) where scale > 0:
      try element("str:TextFormat", [("textType", "Decimal"), ("decimals", String(scale))])
    case .decimal, .text, .integer, .double, .boolean, .date, .timePeriod:
      try element("str:TextFormat", [("textType", representation.dataType ?? "String")])
    }
    end()
  }

  private mutating func put(_ attachment: Component.Attachment) throws {
    try start("str:AttributeRelationship")
    switch attachment {
    case .observation: try element("str:Observation")
    case .dataset: try element("str:Dataflow")
    // An attribute of no dimension explains all observations alike.
    case .dimensions(let names) where names.isEmpty: try element("str:Dataflow")
    case .dimensions(let names): for name in names { try element("str:Dimension", text: name) }
    }
    end()
  }
}

extension Component {
  /// The element that holds the component.
  fileprivate var elementName: String {
    switch role {
    case .dimension: "Dimension"
    case .timeDimension: "TimeDimension"
    case .measure: "Measure"
    case .attribute: "Attribute"
    }
  }

  /// The class in the information model, for the URN.
  fileprivate var className: String {
    switch role {
    case .attribute: "DataAttribute"
    case .dimension, .timeDimension, .measure: elementName
    }
  }
}
