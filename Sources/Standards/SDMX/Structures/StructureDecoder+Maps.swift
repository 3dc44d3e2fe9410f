// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

extension StructureDecoder {
  func hierarchy(_ node: StructureNode) throws(Diagnostic) -> Hierarchy {
    try hierarchy(node, try reference(.hierarchy, node), aliases: [:])
  }

  /// The hierarchies of a hierarchical codelist, as SDMX 2.1 has them.
  ///
  /// Each becomes an artefact of its own, named `LIST_HIERARCHY`, or `LIST` where both have one name.
  func hierarchies(inList node: StructureNode) throws(Diagnostic) -> [Hierarchy] {
    var aliases: [String: ArtefactReference] = [:]
    for included in node.all("IncludedCodelist") {
      let list = try artefact(included, .codelist)
      aliases[included["alias"] ?? list.id] = list
    }
    return try node.all("Hierarchy").map { (child) throws(Diagnostic) in
      let id = try required(child, "id")
      let list = try required(node, "id")
      guard let version = Version(node["version"] ?? "1.0") else { throw bad(node, "version") }
      let own = ArtefactReference(
        .hierarchy,
        agency: try required(node, "agencyID"),
        id: id == list ? id : list + "_" + id,
        version: version
      )
      var found = try hierarchy(child, own, aliases: aliases)
      found.hasFormalLevels = child.truth("leveled") ?? false
      found.details.isFinal = node.truth("isFinal") ?? false
      return found
    }
  }

  private func hierarchy(
    _ node: StructureNode,
    _ reference: ArtefactReference,
    aliases: [String: ArtefactReference]
  ) throws(Diagnostic) -> Hierarchy {
    var hierarchy = Hierarchy(reference, name: name(node))
    hierarchy.details = details(node)
    hierarchy.hasFormalLevels = node.truth("hasFormalLevels") ?? false
    var next = node.first("Level")
    while let level = next {
      var found = Level(try required(level, "id"), name: name(level))
      found.description = description(level)
      found.codingFormat = try level.first("CodingFormat").map { (node) throws(Diagnostic) in
        try textFormat(node)
      }
      found.details = item(level)
      hierarchy.levels.append(found)
      next = level.first("Level")
    }
    hierarchy.codes = try hierarchicalCodes(node, aliases)
    return hierarchy
  }

  private func hierarchicalCodes(
    _ node: StructureNode,
    _ aliases: [String: ArtefactReference]
  ) throws(Diagnostic) -> [HierarchicalCode] {
    try node.all("HierarchicalCode").map { (node) throws(Diagnostic) in
      let code: ObjectReference
      if let alias = node.first("CodelistAliasRef"), let list = aliases[alias.word] {
        code = ObjectReference(list, "Code", [local(try child(node, "CodeID"))])
      } else {
        code = try object(try child(node, "Code"), "Code")
      }
      var place = HierarchicalCode(try required(node, "id"), code)
      place.level = node.first("Level").map { local($0) }
      place.validFrom = node["validFrom"]
      place.validTo = node["validTo"]
      place.details = item(node)
      place.children = try hierarchicalCodes(node, aliases)
      return place
    }
  }

  func hierarchyAssociation(_ node: StructureNode) throws(Diagnostic) -> HierarchyAssociation {
    var it = HierarchyAssociation(
      try reference(.hierarchyAssociation, node),
      name: name(node),
      hierarchy: try artefact(try child(node, "LinkedHierarchy"), .hierarchy),
      object: try object(try child(node, "LinkedObject"), "Codelist")
    )
    it.context = try node.first("ContextObject").map { (node) throws(Diagnostic) in
      try object(node, "Dataflow")
    }
    it.details = details(node)
    return it
  }

  func provisionAgreement(
    _ kind: ArtefactKind,
    _ node: StructureNode
  ) throws(Diagnostic) -> ProvisionAgreement {
    let isData = kind == .provisionAgreement
    let flow = node.first("StructureUsage") ?? node.first(isData ? "Dataflow" : "Metadataflow")
    let provider = node.first(isData ? "DataProvider" : "MetadataProvider")
    guard let flow, let provider else { throw bad(node, isData ? "Dataflow" : "Metadataflow") }
    var it = ProvisionAgreement(
      try reference(kind, node),
      name: name(node),
      flow: try artefact(flow, isData ? .dataflow : .metadataflow),
      provider: try object(provider, isData ? "DataProvider" : "MetadataProvider")
    )
    it.targets = node.all("Target").map(\.word)
    it.details = details(node)
    return it
  }

  func structureMap(_ node: StructureNode) throws(Diagnostic) -> StructureMap {
    var map = StructureMap(
      try reference(.structureMap, node),
      name: name(node),
      source: try artefact(try child(node, "Source"), .dataStructure),
      target: try artefact(try child(node, "Target"), .dataStructure)
    )
    map.details = details(node)
    map.epochMaps = node.all("EpochMap").map { child in
      dateMap(child, .epoch(base: child["basePeriod"] ?? "", unit: child["epochPeriod"] ?? ""))
    }
    map.patternMaps = node.all("DatePatternMap").map { child in
      dateMap(child, .pattern(child["sourcePattern"] ?? "", locale: child["locale"] ?? "en"))
    }
    map.frequencyFormats = node.all("FrequencyFormatMapping").map {
      FrequencyFormat(
        id: $0["id"],
        $0.text(of: "FrequencyId") ?? "",
        $0.text(of: "DatePattern") ?? ""
      )
    }
    map.componentMaps = try node.all("ComponentMap").map { (node) throws(Diagnostic) in
      ComponentMap(
        node.all("Source").map(\.word),
        node.all("Target").map(\.word),
        map: try node.first("RepresentationMap").map { (node) throws(Diagnostic) in
          try artefact(node, .representationMap)
        }
      )
    }
    map.fixedValues = node.all("FixedValueMap").map {
      let source = $0.text(of: "Source")
      return FixedValueMap(
        source ?? $0.text(of: "Target") ?? "",
        isSource: source != nil,
        $0.all("Value").map(\.text)
      )
    }
    return map
  }

  private func dateMap(_ node: StructureNode, _ notation: DateMap.Notation) -> DateMap {
    var map = DateMap(notation)
    map.id = node["id"]
    map.components = zip(node.all("Source"), node.all("Target")).map {
      DateMap.Pair($0.word, $1.word)
    }
    map.resolution = node["resolvePeriod"]
    if let dimension = node.text(of: "FrequencyDimension") {
      map.frequency = .dimension(dimension, formats: node.all("MappedFrequencies").map(\.word))
    } else if let code = node.text(of: "TargetFrequencyID") {
      map.frequency = .fixed(code)
    }
    return map
  }

  func representationMap(
    _ kind: ArtefactKind,
    _ node: StructureNode
  ) throws(Diagnostic) -> RepresentationMap {
    var map = RepresentationMap(try reference(kind, node), name: name(node))
    map.details = details(node)
    if kind == .representationMap {
      for child in node.children {
        switch child.name {
        case "SourceCodelist": map.sources.append(.list(try artefact(child, .codelist)))
        case "TargetCodelist": map.targets.append(.list(try artefact(child, .codelist)))
        case "SourceDataType": map.sources.append(.type(try type(child)))
        case "TargetDataType": map.targets.append(.type(try type(child)))
        default: break
        }
      }
    } else {
      let items = ArtefactKind(rawValue: String(kind.rawValue.dropLast("Map".count)))
      map.sources = [.list(try artefact(try child(node, "Source"), items ?? .conceptScheme))]
      map.targets = [.list(try artefact(try child(node, "Target"), items ?? .conceptScheme))]
    }
    map.mappings = (node.all("RepresentationMapping") + node.all("ItemMap")).map { mapping($0) }
    return map
  }

  private func type(_ node: StructureNode) throws(Diagnostic) -> DataType {
    guard let type = DataType(rawValue: node.word) else { throw bad(node, "DataType") }
    return type
  }

  private func mapping(_ node: StructureNode) -> ValueMapping {
    var mapping = ValueMapping(
      node.all("SourceValue").map {
        ValueMapping.Source(
          $0.text,
          isPattern: $0.truth("isRegEx") ?? false,
          startIndex: $0["startIndex"].flatMap { Int($0) },
          endIndex: $0["endIndex"].flatMap { Int($0) }
        )
      },
      node.all("TargetValue").map(\.text)
    )
    mapping.validFrom = node["validFrom"]
    mapping.validTo = node["validTo"]
    return mapping
  }
}
