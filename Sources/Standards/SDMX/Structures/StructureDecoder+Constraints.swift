// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

extension StructureDecoder {
  func constraint(
    _ kind: ArtefactKind,
    _ node: StructureNode
  ) throws(Diagnostic) -> Constraint {
    let role = (node["role"] ?? node["type"]).flatMap { Constraint.Role(rawValue: $0) }
    var constraint = Constraint(
      try reference(kind, node),
      name: name(node),
      role: role ?? .allowed
    )
    constraint.details = details(node)
    for child in node.first("ConstraintAttachment")?.children ?? [] {
      // Where data can be asked for is no artefact; nor is a set of data.
      guard ObjectReference.kind(of: child.name) != nil, child.name != "MetadataSet" else {
        continue
      }
      constraint.attachments.append(try object(child, child.name))
    }
    constraint.keySets = node.all("DataKeySet").map { set in
      KeySet(isIncluded: set.truth("isIncluded") ?? true, set.all("Key").map { key($0) })
    }
    constraint.regions = (node.all("CubeRegion") + node.all("MetadataTargetRegion")).map {
      region($0)
    }
    return constraint
  }

  private func key(_ node: StructureNode) -> DataKey {
    var key = DataKey(
      node.all("KeyValue").map { selection($0) },
      components: (node.all("Component") + node.all("Attribute")).map { selection($0) },
      isIncluded: node.truth("include") ?? true
    )
    key.validFrom = node["validFrom"]
    key.validTo = node["validTo"]
    return key
  }

  private func region(_ node: StructureNode) -> CubeRegion {
    var region = CubeRegion(
      isIncluded: node.truth("include") ?? true,
      node.all("KeyValue").map { selection($0) },
      components: (node.all("Component") + node.all("Attribute")).map { selection($0) }
    )
    region.annotations = annotations(node)
    return region
  }

  private func selection(_ node: StructureNode) -> MemberSelection {
    let members: MemberSelection.Members
    if let range = node.first("TimeRange") {
      let from = range.first("StartPeriod") ?? range.first("AfterPeriod")
      let to = range.first("EndPeriod") ?? range.first("BeforePeriod")
      members = .times(from: from.map { bound($0) }, to: to.map { bound($0) })
    } else {
      members = .values(
        node.all("Value").map { child in
          var value = MemberSelection.Value(
            child.word,
            cascade: cascade(child["cascadeValues"])
          )
          value.validFrom = child["validFrom"]
          value.validTo = child["validTo"]
          value.language = child["lang"]
          return value
        }
      )
    }
    var selection = MemberSelection(
      node["id"] ?? "",
      isIncluded: node.truth("include") ?? true,
      removesPrefix: node.truth("removePrefix"),
      members
    )
    selection.validFrom = node["validFrom"]
    selection.validTo = node["validTo"]
    return selection
  }

  private func bound(_ node: StructureNode) -> MemberSelection.Bound {
    MemberSelection.Bound(node.word, isInclusive: node.truth("isInclusive") ?? true)
  }

  func metadataStructure(_ node: StructureNode) throws(Diagnostic) -> MetadataStructure {
    var structure = MetadataStructure(try reference(.metadataStructure, node), name: name(node))
    structure.details = details(node)
    let components = node.first("MetadataStructureComponents")
    for list in (components?.children ?? [])
    where list.name == "MetadataAttributeList" || list.name == "ReportStructure" {
      structure.attributes += try metadataAttributes(list)
    }
    return structure
  }

  private func metadataAttributes(
    _ node: StructureNode
  ) throws(Diagnostic) -> [MetadataAttribute] {
    try node.all("MetadataAttribute").map { (node) throws(Diagnostic) in
      let concept = try object(try child(node, "ConceptIdentity"), "Concept")
      var attribute = MetadataAttribute(node["id"] ?? concept.id, concept)
      attribute.format = try format(node.first("LocalRepresentation"))
      attribute.minimumOccurrences = node["minOccurs"].flatMap { Int($0) } ?? 1
      attribute.maximumOccurrences = occurrence(node["maxOccurs"]) ?? .times(1)
      attribute.isPresentational = node.truth("isPresentational") ?? false
      attribute.children = try metadataAttributes(node)
      attribute.details = item(node)
      return attribute
    }
  }

  func metadataflow(_ node: StructureNode) throws(Diagnostic) -> Metadataflow {
    var flow = Metadataflow(
      try reference(.metadataflow, node),
      name: name(node),
      structure: try artefact(try child(node, "Structure"), .metadataStructure)
    )
    flow.targets = node.all("Target").map(\.word)
    flow.details = details(node)
    return flow
  }

  func metadataSet(_ node: StructureNode) throws(Diagnostic) -> MetadataSet {
    let flow = node.first("MetadataProvisionAgreement") ?? node.first("Metadataflow")
    guard let flow else { throw bad(node, "Metadataflow") }
    var set = MetadataSet(
      try reference(.metadataSet, node),
      name: name(node),
      flow: try artefact(flow, .metadataflow)
    )
    set.details = details(node)
    set.targets = node.all("Target").map(\.word)
    set.action = node["action"]
    set.publicationYear = node["publicationYear"]
    set.publicationPeriod = node["publicationPeriod"]
    set.reportingBegin = node["reportingBeginDate"]
    set.reportingEnd = node["reportingEndDate"]
    set.attributes = reported(node)
    return set
  }

  private func reported(_ node: StructureNode) -> [ReportedAttribute] {
    node.all("Attribute").map { node in
      var attribute = ReportedAttribute(node["id"] ?? "")
      let (texts, structured) = (node.all("Text"), node.all("StructuredText"))
      if !texts.isEmpty {
        attribute.value = .texts(string(texts))
      } else if !structured.isEmpty {
        attribute.value = .structured(string(structured))
      } else if let value = node.first("Value")?.text {
        attribute.value = .plain(value)
      }
      attribute.annotations = annotations(node)
      attribute.children = reported(node)
      return attribute
    }
  }
}
