// SPDX-License-Identifier: Apache-2.0

internal import Platform
internal import Structures

extension StructureNode {
  // MARK: reading

  /// Makes an element of an object, as SDMX-ML would have it.
  ///
  /// A plain value becomes an attribute and an element both: what reads it knows which it wants.
  init(_ name: String, _ value: JSONValue) {
    self.init(name)
    guard case .object(let members) = value else {
      text = value.text ?? ""
      return
    }
    var cascading: Set<String> = []
    for member in members { take(member, value, &cascading) }
    for index in children.indices
    where children[index].name == "Value" && cascading.contains(children[index].text) {
      children[index].attributes.append(.init(name: "cascadeValues", value: "true"))
    }
    if let text = value["value"]?.text ?? value["period"]?.text { self.text = text }
  }

  private mutating func take(
    _ member: JSONValue.Member,
    _ whole: JSONValue,
    _ cascading: inout Set<String>
  ) {
    switch (name, member.name) {
    case (_, "name"), (_, "description"):
      let plural = member.name + "s"
      if whole[plural] == nil { takeTexts(StructureNames.element(member.name), member.value) }
    case (_, "names"): takeTexts("Name", member.value)
    case (_, "descriptions"): takeTexts("Description", member.value)
    case ("Contact", "departments"): takeTexts("Department", member.value)
    case ("Contact", "roles"): takeTexts("Role", member.value)
    case ("Contact", "department") where whole["departments"] == nil:
      takeTexts("Department", member.value)
    case ("Contact", "role") where whole["roles"] == nil: takeTexts("Role", member.value)
    case (_, "annotations"):
      children.append(
        StructureNode("Annotations", [], member.value.values.map { StructureNode(annotation: $0) })
      )
    case (_, "links"):
      for link in member.value.values {
        let address = link["href"]?.text ?? ""
        switch link["rel"]?.text {
        case "serviceurl"?: attributes.append(.init(name: "serviceURL", value: address))
        case "structureurl"?: attributes.append(.init(name: "structureURL", value: address))
        default: if let node = StructureNode(link: link) { children.append(node) }
        }
      }
    case ("Attribute", "value"):
      if case .object = member.value {
        takeTexts("Text", member.value)
      } else {
        takeValue(member)
        if case .boolean(let truth) = member.value {
          children.append(StructureNode("Value", text: truth ? "true" : "false"))
        }
      }
    case ("MetadataSet", "reportingBegin"), ("MetadataSet", "reportingEnd"):
      attributes.append(.init(name: member.name + "Date", value: member.value.text ?? ""))
    case (_, "isoConceptReference") where member.value.text != nil:
      if let concept = ObjectReference(urn: member.value.text ?? "") {
        let parts = [concept.artefact.agency, concept.artefact.id, concept.id]
        let names = ["ConceptAgency", "ConceptSchemeID", "ConceptID"]
        children.append(
          StructureNode(
            "ISOConceptReference",
            [],
            zip(names, parts).map { StructureNode($0, text: $1) }
          )
        )
      }
    case (_, "isIncluded") where name != "DataKeySet":
      attributes.append(.init(name: "include", value: member.value.text ?? "true"))
    case (_, "cascadeValues") where member.value.text == nil:
      cascading = Set(member.value.values.compactMap(\.text))
    case (_, "dataType") where name != "CustomType":
      attributes.append(.init(name: "textType", value: member.value.text ?? ""))
    case (_, "measureRelationship"):
      children.append(StructureNode("MeasureRelationship", [], texts("Measure", member.value)))
    case (_, "dimensionConstraint"):
      children.append(StructureNode("DimensionConstraint", [], texts("Dimension", member.value)))
    case ("Group", "groupDimensions"):
      children += member.value.values.map { value in
        StructureNode(
          "GroupDimension",
          [],
          [StructureNode("DimensionReference", text: value.text ?? "")]
        )
      }
    case ("AttributeRelationship", "areDimensionsOptional"): markOptional(member.value)
    case ("RepresentationMap", "source"), ("RepresentationMap", "target"):
      let side = StructureNames.element(member.name)
      children += member.value.values.map { value in
        value["dataType"].map { StructureNode(side + "DataType", text: $0.text ?? "") }
          ?? StructureNode(
            side + "Codelist",
            text: (value["codelist"] ?? value["valuelist"])?.text ?? ""
          )
      }
    case (_, "mappedComponents"):
      for pair in member.value.values {
        children.append(StructureNode("Source", text: pair["source"]?.text ?? ""))
        children.append(StructureNode("Target", text: pair["target"]?.text ?? ""))
      }
    case (_, "wildcardedMemberValues"): children += texts("MemberValue", member.value)
    default: takeValue(member)
    }
  }

  private mutating func takeValue(_ member: JSONValue.Member) {
    switch member.value {
    case .array(let values):
      let element = StructureNames.elements[member.name] ?? StructureNames.element(member.name)
      children += values.map { StructureNode(element, $0) }
    case .object: children.append(StructureNode(StructureNames.element(member.name), member.value))
    case .string(let text), .number(let text):
      attributes.append(.init(name: member.name, value: text))
      children.append(StructureNode(StructureNames.element(member.name), text: text))
    case .boolean(let truth):
      attributes.append(.init(name: member.name, value: truth ? "true" : "false"))
    case .null: break
    }
  }

  private func texts(_ element: String, _ value: JSONValue) -> [StructureNode] {
    value.values.map { StructureNode(element, text: $0.text ?? "") }
  }

  private mutating func takeTexts(_ element: String, _ value: JSONValue) {
    if let text = value.text {
      children.append(StructureNode(element, text: text))
      return
    }
    children += value.members.map { member in
      StructureNode(element, [("lang", member.name)], text: member.value.text ?? "")
    }
  }

  private mutating func markOptional(_ value: JSONValue) {
    let flags = value.values.map { $0 == .boolean(true) }
    var position = 0
    for index in children.indices where children[index].name == "Dimension" {
      if flags.indices.contains(position), flags[position] {
        children[index].attributes.append(.init(name: "optional", value: "true"))
      }
      position += 1
    }
  }

  private init(annotation value: JSONValue) {
    self.init("Annotation", [("id", value["id"]?.text)])
    for (member, element) in [
      ("title", "AnnotationTitle"), ("type", "AnnotationType"), ("value", "AnnotationValue"),
    ] {
      if let text = value[member]?.text { children.append(StructureNode(element, text: text)) }
    }
    if let texts = value["texts"] {
      takeTexts("AnnotationText", texts)
    } else if let text = value["text"] {
      takeTexts("AnnotationText", text)
    }
    for link in value["links"]?.values ?? [] {
      let url = link["href"]?.text ?? link["uri"]?.text ?? link["urn"]?.text ?? ""
      children.append(StructureNode("AnnotationURL", [("lang", link["hreflang"]?.text)], text: url))
    }
  }

  /// A link; `nil` for one to the thing itself, which every service adds.
  private init?(link value: JSONValue) {
    guard let relation = value["rel"]?.text, relation != "self" else { return nil }
    self.init(
      "Link",
      [
        ("rel", relation), ("url", value["href"]?.text ?? value["uri"]?.text ?? ""),
        ("urn", value["urn"]?.text), ("type", value["type"]?.text),
      ]
    )
  }

  // MARK: writing

  /// The object that SDMX-JSON has for an element.
  func json(_ version: SDMXJSONVersion) -> JSONValue {
    var members: [JSONValue.Member] = []
    let unsaid: Set = ["urn", "uri", "serviceURL", "structureURL"]
    for attribute in attributes where !unsaid.contains(attribute.name) {
      var key = attribute.name
      if key == "textType", version != .v1_0 { key = "dataType" }
      if key == "include", version == .v1_0 { key = "isIncluded" }
      if key == "reportingBeginDate" || key == "reportingEndDate" { key.removeLast(4) }
      members.append(.init(key, StructureNode.value(attribute.name, attribute.value)))
    }
    members += links
    members += texts("Name", "name") + texts("Description", "description")
    if name == "Contact" { members += texts("Department", "department") + texts("Role", "role") }
    var done: Set<String> = ["Name", "Description", "Link"]
    if name == "Contact" { done.formUnion(["Department", "Role"]) }
    if let special = specialMembers(version) {
      members += special.members
      done.formUnion(special.elements)
    }
    for child in children where !done.contains(child.name) {
      done.insert(child.name)
      members.append(member(child, version))
    }
    return .object(members)
  }

  /// The member of a child, with all children of its name where they are an array.
  private func member(_ child: StructureNode, _ version: SDMXJSONVersion) -> JSONValue.Member {
    switch child.name {
    case "Annotations":
      return .init("annotations", .array(child.children.map { $0.annotationJSON }))
    case "MeasureRelationship", "DimensionConstraint":
      return .init(
        StructureNames.member(child.name),
        .array(child.children.map { .string($0.text) })
      )
    default: break
    }
    guard StructureNames.isArray(child.name, in: name, version) else {
      let isFormat = child.name == "TextFormat" && version == .v1_0
      let key = isFormat ? "textFormat" : StructureNames.member(child.name)
      return .init(key, child.content(version))
    }
    let key =
      name == "ComponentMap"
      ? StructureNames.member(child.name)
      : StructureNames.arrays[child.name] ?? StructureNames.member(child.name)
    return .init(key, .array(all(child.name).map { $0.content(version) }))
  }

  /// What stands for the element: a string where there is only text.
  private func content(_ version: SDMXJSONVersion) -> JSONValue {
    switch name {
    case "ISOConceptReference" where version == .v1_0:
      let parts = children.map(\.text)
      let scheme = ArtefactReference(
        .conceptScheme,
        agency: parts.first ?? "",
        id: parts.count > 1 ? parts[1] : "",
        version: Version(1, 0, 0)
      )
      return .string(ObjectReference(scheme, "Concept", [parts.last ?? ""]).urn)
    case "SourceValue", "MemberValue":
      return .object([.init("value", .string(text))] + attributeMembers)
    case "Value" where !attributes.isEmpty && version != .v1_0:
      return .object([.init("value", .string(text))] + attributeMembers)
    case "StartPeriod", "EndPeriod", "BeforePeriod", "AfterPeriod":
      return .object([.init("period", .string(text))] + attributeMembers)
    case "TextFormat", "EnumerationFormat": return json(version)
    case "GroupDimension": return .string(first("DimensionReference")?.text ?? "")
    case "Observation", "Dataflow", "None", "GenericDataflow":
      if text.isEmpty { return .object([]) }
    default: break
    }
    return attributes.isEmpty && children.isEmpty ? .string(text) : json(version)
  }

  private var attributeMembers: [JSONValue.Member] {
    attributes.map {
      .init($0.name == "xml:lang" ? "lang" : $0.name, StructureNode.value($0.name, $0.value))
    }
  }

  private static func value(_ name: String, _ text: String) -> JSONValue {
    if StructureNames.truths.contains(name) { return .boolean(text == "true" || text == "1") }
    if name == "cascadeValues" {
      return text == "excluderoot" ? .string(text) : .boolean(text == "true")
    }
    if StructureNames.numbers.contains(name), text != "unbounded", Double(text) != nil {
      return .number(text)
    }
    return .string(text)
  }

  private func texts(_ element: String, _ member: String) -> [JSONValue.Member] {
    let nodes = all(element)
    guard let first = nodes.first else { return [] }
    let best = nodes.first { $0["xml:lang"] == "en" } ?? first
    return [
      .init(member, .string(best.text)),
      .init(
        member + "s",
        .object(nodes.map { .init($0["xml:lang"] ?? "en", .string($0.text)) })
      ),
    ]
  }

  private var annotationJSON: JSONValue {
    var members: [JSONValue.Member] = []
    if let id = self["id"] { members.append(.init("id", .string(id))) }
    for (element, member) in [
      ("AnnotationTitle", "title"), ("AnnotationType", "type"), ("AnnotationValue", "value"),
    ] {
      if let child = first(element) { members.append(.init(member, .string(child.text))) }
    }
    members += texts("AnnotationText", "text")
    let links = all("AnnotationURL").map { node -> JSONValue in
      .object(
        [.init("href", .string(node.text)), .init("rel", .string("url"))]
          + (node["xml:lang"].map { [.init("hreflang", .string($0))] } ?? [])
      )
    }
    if !links.isEmpty { members.append(.init("links", .array(links))) }
    return .object(members)
  }

  /// Links, with the addresses under which the whole artefact stands.
  private var links: [JSONValue.Member] {
    var links = all("Link").map(\.linkJSON)
    for name in ["serviceURL", "structureURL"] {
      guard let address = self[name] else { continue }
      links.append(
        .object([.init("rel", .string(name.lowercased())), .init("href", .string(address))])
      )
    }
    return links.isEmpty ? [] : [.init("links", .array(links))]
  }

  private var linkJSON: JSONValue {
    var members: [JSONValue.Member] = [
      .init("rel", .string(self["rel"] ?? "")), .init("href", .string(self["url"] ?? "")),
    ]
    if let urn = self["urn"] { members.append(.init("urn", .string(urn))) }
    if let type = self["type"] { members.append(.init("type", .string(type))) }
    return .object(members)
  }

  /// Members that have no rule but their own, and the elements that are in them.
  private func specialMembers(
    _ version: SDMXJSONVersion
  ) -> (members: [JSONValue.Member], elements: Set<String>)? {
    switch name {
    case "ReportedAttribute":
      if let value = first("Value") { return ([.init("value", .string(value.text))], ["Value"]) }
      let texts = all("Text") + all("StructuredText")
      if texts.isEmpty { return nil }
      let members = texts.map { node -> JSONValue.Member in
        .init(node["xml:lang"] ?? "en", .string(node.text))
      }
      return ([.init("value", .object(members))], ["Text", "StructuredText"])
    case "Key":
      // A key of one value each has its own form, the only one before version 2.1.
      let values = all("KeyValue").map { part -> JSONValue in
        guard case .object(var members) = part.json(version) else { return .null }
        let texts = part.all("Value").map(\.text)
        if texts.count == 1, let text = texts.first, part.children.count == 1 {
          members.removeAll { $0.name == "values" || ($0.name == "include" && version == .v1_0) }
          members.append(.init("value", .string(text)))
        }
        return .object(members)
      }
      return values.isEmpty ? nil : ([.init("keyValues", .array(values))], ["KeyValue"])
    case "KeyValue" where version == .v1_0,
      "Attribute" where version == .v1_0 && first("Value") != nil:
      let cascading = all("Value").filter { $0["cascadeValues"] != nil }
      if cascading.isEmpty { return nil }
      return (
        [
          .init("values", .array(all("Value").map { .string($0.text) })),
          .init("cascadeValues", .array(cascading.map { .string($0.text) })),
        ],
        ["Value"]
      )
    case "RepresentationMap":
      let side = { (side: String) -> JSONValue in
        .array(
          children.compactMap { child in
            if child.name == side + "Codelist" {
              let isValues = child.text.contains(".ValueList=")
              return .object([.init(isValues ? "valuelist" : "codelist", .string(child.text))])
            }
            return child.name == side + "DataType"
              ? .object([.init("dataType", .string(child.text))]) : nil
          }
        )
      }
      return (
        [.init("source", side("Source")), .init("target", side("Target"))],
        ["SourceCodelist", "SourceDataType", "TargetCodelist", "TargetDataType"]
      )
    case "EpochMap", "DatePatternMap":
      let pairs = zip(all("Source"), all("Target")).map { source, target -> JSONValue in
        .object([
          .init("source", .string(source.text)), .init("target", .string(target.text)),
        ])
      }
      return ([.init("mappedComponents", .array(pairs))], ["Source", "Target"])
    case "AttributeRelationship" where children.contains { $0["optional"] != nil }:
      let dimensions = all("Dimension")
      return (
        [
          .init("dimensions", .array(dimensions.map { .string($0.text) })),
          .init(
            "areDimensionsOptional",
            .array(dimensions.map { .boolean($0["optional"] == "true") })
          ),
        ],
        ["Dimension"]
      )
    case "InclusiveCodeSelection", "ExclusiveCodeSelection":
      let wild = all("MemberValue").filter { $0.text.contains("%") }
      let plain = all("MemberValue").filter { !$0.text.contains("%") }
      var members: [JSONValue.Member] = []
      if !plain.isEmpty {
        members.append(.init("memberValues", .array(plain.map { $0.content(version) })))
      }
      if !wild.isEmpty {
        members.append(
          .init("wildcardedMemberValues", .array(wild.map { .string($0.text) }))
        )
      }
      return (members, ["MemberValue"])
    default: return nil
    }
  }
}
