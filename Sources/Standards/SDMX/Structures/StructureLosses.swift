// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Structures

extension StructureCatalogue {
  /// What a format has no place for, so that it would be lost in writing.
  ///
  /// - Parameter format: the format to write.
  /// - Returns: a problem `sdmx.not-carried` or `sdmx.parent-not-writable` for each kind of loss of
  ///   each artefact; none where everything has its place.
  public func notCarried(by format: StructureFormat) -> [Diagnostic] {
    let isMetadata = isMetadata
    return artefacts.flatMap { artefact in
      StructureLosses(format, isMetadata: isMetadata).of(artefact).map { loss in
        switch loss {
        case .parent(let code):
          SDMXDefinitions.parentNotWritable.at(
            nil,
            ["list": .text(artefact.reference.id), "code": .text(code)]
          )
        case .part(let what):
          SDMXDefinitions.notCarried.at(
            nil,
            [
              "format": .text(format.description), "what": .text(what),
              "artefact": .text("\(artefact.reference.kind.rawValue) \(artefact.reference)"),
            ]
          )
        }
      }
    }
  }
}

/// What a format has no place for.
struct StructureLosses {
  enum Loss: Hashable {
    /// The parent of codes that begins with a digit.
    case parent(String)
    /// A part, by the standard's word for it.
    case part(String)
  }

  private let version: SDMXMLVersion
  private var isLegacy: Bool { version == .v2_1 }

  private let isMetadata: Bool
  private let isJSON: Bool

  /// - Parameters:
  ///   - format: the format to write.
  ///   - isMetadata: whether the message holds reference metadata, which has no place beside structures.
  init(_ format: StructureFormat, isMetadata: Bool) {
    version = format.model
    self.isMetadata = isMetadata
    isJSON = if case .json = format { true } else { false }
  }

  func of(_ artefact: Artefact) -> [Loss] { ownParts(artefact) + notes(artefact) }

  /// Addresses and links, for which not every syntax has a place.
  private func notes(_ artefact: Artefact) -> [Loss] {
    var items = [artefact.item]
    switch artefact {
    case .codelist(let list): items += list.codes.lazy.map(\.details).filter { $0 != ItemDetails() }
    case .conceptScheme(let scheme): items += scheme.concepts.map(\.details)
    case .dataStructure(let structure): items += structure.components.map(\.details.item)
    default: break
    }
    var losses: [Loss] = []
    if isJSON, items.contains(where: { $0.uri != nil }) { losses.append(.part("uri")) }
    if isLegacy, !isJSON,
      items.contains(where: { $0.links.contains { !["structure", "self"].contains($0.relation) } })
    {
      losses.append(.part("Link"))
    }
    let isValued = items.contains { $0.annotations.contains { $0.value != nil } }
    if isLegacy, isValued { losses.append(.part("AnnotationValue")) }
    return losses
  }

  private func ownParts(_ artefact: Artefact) -> [Loss] {
    if isLegacy, !StructureLosses.isKnownLegacy(artefact.reference.kind) {
      return [.part(artefact.reference.kind.rawValue)]
    }
    if isLegacy, artefact.references.contains(where: { $0.version.wildcard != nil }) {
      return [.part("+")]
    }
    switch artefact {
    case .codelist(let list): return of(list)
    case .dataStructure(let structure): return of(structure)
    case .dataflow(let flow):
      return version != .v3_1 && !flow.dimensions.isEmpty ? [.part("DimensionConstraint")] : []
    case .constraint(let constraint): return of(constraint)
    case .metadataSet: return isMetadata ? [] : [.part("MetadataSet")]
    case .conceptScheme(let scheme):
      let formats = scheme.concepts.compactMap(\.format)
      return isLegacy && formats.contains { $0.isArray || hasValueList($0) }
        ? [.part("CoreRepresentation")] : []
    default: return []
    }
  }

  private func of(_ list: Codelist) -> [Loss] {
    var losses: [Loss] = []
    if isLegacy, !list.extensions.isEmpty { losses.append(.part("CodelistExtension")) }
    if version == .v3_0,
      let parent = list.codes.lazy.compactMap(\.parent).first(where: { !Identifier.isName($0) })
    {
      losses.append(.parent(parent))
    }
    return losses
  }

  private func of(_ structure: DataStructureDefinition) -> [Loss] {
    var losses: [Loss] = []
    if isLegacy {
      if structure.measures.map(\.id) != ["OBS_VALUE"] { losses.append(.part("MeasureList")) }
      let formats = structure.components.compactMap(\.details.format)
      if formats.contains(where: { $0.isArray }) { losses.append(.part("maxOccurs")) }
      if formats.contains(where: { hasValueList($0) }) { losses.append(.part("ValueList")) }
      let texts = formats.compactMap(\.textFormat)
      if texts.contains(where: { $0.isMultilingual == true }) {
        losses.append(.part("isMultiLingual"))
      }
      if texts.contains(where: { $0.dataType == .geospatialInformation }) {
        losses.append(.part("GeospatialInformation"))
      }
      if structure.components.contains(where: { !$0.details.measures.isEmpty }) {
        losses.append(.part("MeasureRelationship"))
      }
      if structure.parts.metadataStructure != nil { losses.append(.part("Metadata")) }
    } else if structure.components.contains(where: { $0.details.isMeasureDimension }) {
      losses.append(.part("MeasureDimension"))
    }
    if version != .v3_1 {
      if structure.parts.isEvolving { losses.append(.part("evolvingStructure")) }
      if structure.components.contains(where: { !$0.details.optionalDimensions.isEmpty }) {
        losses.append(.part("optional"))
      }
    }
    return losses
  }

  private func of(_ constraint: Constraint) -> [Loss] {
    if version == .v3_1, constraint.role == .actual { return [.part("role")] }
    return []
  }

  private func hasValueList(_ format: RepresentationFormat) -> Bool {
    guard let list = format.enumeration else { return false }
    return list.kind.isListOfCodes && list.kind != .codelist
  }

  static func isKnownLegacy(_ kind: ArtefactKind) -> Bool {
    switch kind {
    case .valueList, .geographicCodelist, .geoGridCodelist, .metadataProviderScheme,
      .hierarchyAssociation, .metadataConstraint, .metadataProvisionAgreement, .metadataStructure,
      .metadataflow, .metadataSet, .structureMap, .representationMap, .conceptSchemeMap,
      .categorySchemeMap, .organisationSchemeMap, .reportingTaxonomyMap:
      false
    default: true
    }
  }
}
