// SPDX-License-Identifier: Apache-2.0

internal import Structures

extension StructureEncoder {
  // MARK: hierarchies

  func hierarchy(_ hierarchy: Hierarchy) -> StructureNode {
    artefact(
      hierarchy.reference,
      hierarchy.name,
      hierarchy.details,
      attributes: [("hasFormalLevels", hierarchy.hasFormalLevels ? "true" : "false")],
      [levels(hierarchy.levels[...], of: hierarchy.reference)]
        + hierarchy.codes.map { place($0, in: hierarchy.reference, under: []) }
    )
  }

  /// A hierarchical codelist of one hierarchy, as SDMX 2.1 has it.
  func hierarchicalCodelist(_ hierarchy: Hierarchy) -> StructureNode {
    let own = hierarchy.reference
    let inner = StructureNode(
      "Hierarchy",
      [("id", own.id), ("leveled", hierarchy.hasFormalLevels ? "true" : "false")],
      heading(hierarchy.details.item, hierarchy.name, else: own.id, hierarchy.details.description)
        + hierarchy.codes.map { place($0, in: own, under: []) }
        + [levels(hierarchy.levels[...], of: own)]
    )
    return StructureNode(
      "HierarchicalCodelist",
      [
        ("id", own.id), ("version", text(own.version)), ("agencyID", own.agency),
        ("isFinal", hierarchy.details.isFinal ? "true" : nil),
      ],
      texts("Name", hierarchy.name.isEmpty ? .init(en: own.id) : hierarchy.name) + [inner]
    )
  }

  private func levels(
    _ levels: ArraySlice<Level>,
    of artefact: ArtefactReference
  ) -> StructureNode? {
    guard let level = levels.first else { return nil }
    return StructureNode(
      "Level",
      [("id", level.id), ("uri", level.details.uri)],
      heading(level.details, level.name, else: level.id, level.description) + [
        level.codingFormat.map { textFormat("CodingFormat", $0) },
        self.levels(levels.dropFirst(), of: artefact),
      ]
    )
  }

  private func place(
    _ place: HierarchicalCode,
    in artefact: ArtefactReference,
    under path: [String]
  ) -> StructureNode {
    let path = path + [place.id]
    return StructureNode(
      "HierarchicalCode",
      [
        ("id", place.id), ("uri", place.details.uri), ("validFrom", place.validFrom),
        ("validTo", place.validTo),
      ],
      heading(place.details, nil) + [reference("Code", place.code)]
        + place.children.map { self.place($0, in: artefact, under: path) }
        + [place.level.map { local("Level", $0) }]
    )
  }

  func hierarchyAssociation(_ it: HierarchyAssociation) -> StructureNode {
    artefact(
      it.reference,
      it.name,
      it.details,
      [
        reference("LinkedHierarchy", it.hierarchy), reference("LinkedObject", it.object),
        it.context.map { reference("ContextObject", $0) },
      ]
    )
  }

  // MARK: constraints

  func constraint(_ constraint: Constraint) -> StructureNode {
    let isData = constraint.reference.kind == .dataConstraint
    let role = version == .v3_1 ? [] : [(isLegacy ? "type" : "role", constraint.role.rawValue)]
    return artefact(
      constraint.reference,
      constraint.name,
      constraint.details,
      attributes: role,
      [
        constraint.attachments.isEmpty
          ? nil
          : StructureNode(
            "ConstraintAttachment",
            [],
            constraint.attachments.map { reference($0.className, $0) }
          )
      ]
        + constraint.keySets.map { set in
          StructureNode(
            "DataKeySet",
            [("isIncluded", set.isIncluded ? "true" : "false")],
            set.keys.map { key($0) }
          )
        } + constraint.regions.map { region(isData ? "CubeRegion" : "MetadataTargetRegion", $0) }
    )
  }

  private func key(_ key: DataKey) -> StructureNode {
    StructureNode(
      "Key",
      [
        ("include", key.isIncluded ? nil : "false"),
        ("validFrom", isLegacy ? nil : key.validFrom), ("validTo", isLegacy ? nil : key.validTo),
      ],
      key.values.map { selection("KeyValue", $0) } + components(key.components)
    )
  }

  private func region(_ element: String, _ region: CubeRegion) -> StructureNode {
    StructureNode(
      element,
      [("include", region.isIncluded ? nil : "false")],
      (isLegacy ? [] : annotations(region.annotations))
        + region.values.map { selection("KeyValue", $0) } + components(region.components)
    )
  }

  private func components(_ components: [MemberSelection]) -> [StructureNode] {
    components.map { selection(isLegacy ? "Attribute" : "Component", $0) }
  }

  private func selection(_ element: String, _ it: MemberSelection) -> StructureNode {
    var node = StructureNode(
      element,
      [
        ("id", it.component), ("include", it.isIncluded ? nil : "false"),
        ("removePrefix", isLegacy ? nil : it.removesPrefix.map { $0 ? "true" : "false" }),
        ("validFrom", isLegacy ? nil : it.validFrom), ("validTo", isLegacy ? nil : it.validTo),
      ]
    )
    switch it.members {
    case .values(let values):
      node.children = values.map { value in
        StructureNode(
          "Value",
          [
            ("cascadeValues", value.cascade == .none ? nil : value.cascade.rawValue),
            ("xml:lang", isLegacy ? nil : value.language),
            ("validFrom", isLegacy ? nil : value.validFrom),
            ("validTo", isLegacy ? nil : value.validTo),
          ],
          text: value.value
        )
      }
    case .times(let from, let to):
      let isBoth = from != nil && to != nil
      node.children = [
        StructureNode(
          "TimeRange",
          [],
          [
            from.map { bound(isBoth ? "StartPeriod" : "AfterPeriod", $0) },
            to.map { bound(isBoth ? "EndPeriod" : "BeforePeriod", $0) },
          ]
        )
      ]
    }
    return node
  }

  private func bound(_ element: String, _ bound: MemberSelection.Bound) -> StructureNode {
    StructureNode(
      element,
      [("isInclusive", bound.isInclusive ? "true" : "false")],
      text: bound.period
    )
  }

  func provisionAgreement(_ it: ProvisionAgreement) -> StructureNode? {
    let isData = it.reference.kind == .provisionAgreement
    if isLegacy, !isData { return nil }
    let flow = isLegacy ? "StructureUsage" : isData ? "Dataflow" : "Metadataflow"
    return artefact(
      it.reference,
      it.name,
      it.details,
      [
        reference(flow, it.flow),
        reference(isData ? "DataProvider" : "MetadataProvider", it.provider),
      ] + it.targets.map { StructureNode("Target", text: $0) }
    )
  }

  // MARK: metadata

  func metadataStructure(_ structure: MetadataStructure) -> StructureNode {
    let id = "MetadataAttributeDescriptor"
    return artefact(
      structure.reference,
      structure.name,
      structure.details,
      structure.attributes.isEmpty
        ? []
        : [
          StructureNode(
            "MetadataStructureComponents",
            [],
            [
              StructureNode(
                "MetadataAttributeList",
                [("id", id)],
                structure.attributes.map { metadataAttribute($0, structure.reference, []) }
              )
            ]
          )
        ]
    )
  }

  private func metadataAttribute(
    _ it: MetadataAttribute,
    _ structure: ArtefactReference,
    _ path: [String]
  ) -> StructureNode {
    let path = path + [it.id]
    return StructureNode(
      "MetadataAttribute",
      identification(it.id, in: structure, "MetadataAttribute", path, it.details) + [
        ("minOccurs", String(it.minimumOccurrences)),
        ("maxOccurs", text(it.maximumOccurrences)),
        ("isPresentational", it.isPresentational ? "true" : nil),
      ],
      heading(it.details, nil)
        + [
          reference("ConceptIdentity", it.concept),
          format("LocalRepresentation", it.format, occurrences: false),
        ] + it.children.map { metadataAttribute($0, structure, path) }
    )
  }

  func metadataflow(_ flow: Metadataflow) -> StructureNode {
    artefact(
      flow.reference,
      flow.name,
      flow.details,
      [reference("Structure", flow.structure)]
        + flow.targets.map { StructureNode("Target", text: $0) }
    )
  }

  func metadataSet(_ set: MetadataSet) -> StructureNode {
    let isAgreement = set.flow.kind == .metadataProvisionAgreement
    return artefact(
      set.reference,
      set.name,
      set.details,
      attributes: [
        ("action", set.action), ("reportingBeginDate", set.reportingBegin),
        ("reportingEndDate", set.reportingEnd), ("publicationYear", set.publicationYear),
        ("publicationPeriod", set.publicationPeriod),
      ],
      [reference(isAgreement ? "MetadataProvisionAgreement" : "Metadataflow", set.flow)]
        + set.targets.map { StructureNode("Target", text: $0) }
        + set.attributes.map { reported($0) }
    )
  }

  private func reported(_ it: ReportedAttribute) -> StructureNode {
    let value: [StructureNode]
    switch it.value {
    case .plain(let text): value = [StructureNode("Value", text: text)]
    case .texts(let string): value = texts("Text", string)
    case .structured(let string): value = texts("StructuredText", string)
    case nil: value = []
    }
    return StructureNode(
      usesURNs ? "ReportedAttribute" : "Attribute",
      [("id", it.id)],
      annotations(it.annotations) + value + it.children.map { reported($0) }
    )
  }

  // MARK: maps

  func structureMap(_ map: StructureMap) -> StructureNode {
    artefact(
      map.reference,
      map.name,
      map.details,
      [reference("Source", map.source), reference("Target", map.target)]
        + map.epochMaps.map { dateMap("EpochMap", $0) }
        + map.patternMaps.map { dateMap("DatePatternMap", $0) }
        + map.frequencyFormats.map {
          StructureNode(
            "FrequencyFormatMapping",
            [("id", $0.id)],
            [
              StructureNode("FrequencyId", text: $0.frequency),
              StructureNode("DatePattern", text: $0.pattern),
            ]
          )
        }
        + map.componentMaps.map { it in
          StructureNode(
            "ComponentMap",
            [],
            it.sources.map { StructureNode("Source", text: $0) }
              + it.targets.map { StructureNode("Target", text: $0) }
              + [it.map.map { reference("RepresentationMap", $0) }]
          )
        }
        + map.fixedValues.map { it in
          StructureNode(
            "FixedValueMap",
            [],
            [StructureNode(it.isSource ? "Source" : "Target", text: it.component)]
              + it.values.map { StructureNode("Value", text: $0) }
          )
        }
    )
  }

  private func dateMap(_ element: String, _ map: DateMap) -> StructureNode {
    var attributes: [(String, String?)] = [("id", map.id), ("resolvePeriod", map.resolution)]
    switch map.notation {
    case .epoch(let base, let unit):
      attributes += [("basePeriod", base), ("epochPeriod", unit)]
    case .pattern(let pattern, let locale):
      attributes += [("sourcePattern", pattern), ("locale", locale)]
    }
    var children = map.components.flatMap {
      [StructureNode("Source", text: $0.source), StructureNode("Target", text: $0.target)]
    }
    switch map.frequency {
    case .dimension(let id, let formats):
      children.append(StructureNode("FrequencyDimension", text: id))
      children += formats.map { StructureNode("MappedFrequencies", text: $0) }
    case .fixed(let code): children.append(StructureNode("TargetFrequencyID", text: code))
    case nil: break
    }
    return StructureNode(element, attributes, children)
  }

  func representationMap(_ map: RepresentationMap) -> StructureNode {
    let isValues = map.reference.kind == .representationMap
    let domain = { (side: String, domain: RepresentationMap.Domain) -> StructureNode in
      switch domain {
      case .list(let list): reference(isValues ? side + "Codelist" : side, list)
      case .type(let type): StructureNode(side + "DataType", text: type.rawValue)
      }
    }
    return artefact(
      map.reference,
      map.name,
      map.details,
      map.sources.map { domain("Source", $0) } + map.targets.map { domain("Target", $0) }
        + map.mappings.map { mapping(isValues ? "RepresentationMapping" : "ItemMap", $0) }
    )
  }

  private func mapping(_ element: String, _ mapping: ValueMapping) -> StructureNode {
    StructureNode(
      element,
      [("validFrom", mapping.validFrom), ("validTo", mapping.validTo)],
      mapping.sources.map { source in
        StructureNode(
          "SourceValue",
          [
            ("isRegEx", source.isPattern ? "true" : nil),
            ("startIndex", source.startIndex.map { String($0) }),
            ("endIndex", source.endIndex.map { String($0) }),
          ],
          text: source.value
        )
      } + mapping.targets.map { StructureNode("TargetValue", text: $0) }
    )
  }
}
