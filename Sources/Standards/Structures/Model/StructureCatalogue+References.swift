// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension StructureCatalogue {
  /// What artefacts here refer to and is not here, each reference once.
  ///
  /// - Returns: a problem `structures.dangling-reference` for each artefact that is missing, with one
  ///   that refers to it; whether that is wrong depends on where the rest is.
  public func danglingReferences() -> [Diagnostic] {
    var told: Set<ArtefactReference> = []
    var found: [Diagnostic] = []
    for artefact in artefacts {
      for reference in artefact.references where self[reference] == nil {
        guard told.insert(reference).inserted else { continue }
        found.append(
          StructuresDefinitions.danglingReference.at(
            nil,
            ["artefact": .text(reference.urn), "from": .text(artefact.reference.urn)]
          )
        )
      }
    }
    return found
  }
}

extension Artefact {
  /// The artefacts that it refers to, in order.
  public var references: [ArtefactReference] {
    switch self {
    case .codelist(let list): list.extensions.map(\.list)
    case .conceptScheme(let scheme): scheme.concepts.compactMap { $0.format?.enumeration }
    case .dataStructure(let structure): structure.references
    case .dataflow(let flow): [flow.structure]
    case .organisationScheme: []
    case .categoryScheme(let scheme): scheme.categories.flatMap(\.references)
    case .categorisation(let it): [it.source.artefact, it.target.artefact]
    case .hierarchy(let hierarchy): hierarchy.codes.flatMap(\.references)
    case .hierarchyAssociation(let it):
      [it.hierarchy, it.object.artefact] + (it.context.map { [$0.artefact] } ?? [])
    case .constraint(let constraint): constraint.attachments.map(\.artefact)
    case .provisionAgreement(let agreement): [agreement.flow, agreement.provider.artefact]
    case .metadataStructure(let structure): structure.attributes.flatMap(\.references)
    case .metadataflow(let flow): [flow.structure]
    case .metadataSet(let set): [set.flow]
    case .structureMap(let map): [map.source, map.target] + map.componentMaps.compactMap(\.map)
    case .representationMap(let map): (map.sources + map.targets).compactMap(\.list)
    case .definitionScheme(let scheme): scheme.uses
    }
  }
}

extension DataStructureDefinition {
  fileprivate var references: [ArtefactReference] {
    components.flatMap { component in
      let concepts = [component.details.conceptIdentity].compactMap { $0?.artefact }
      return concepts + [component.details.format?.enumeration].compactMap(\.self)
        + component.details.conceptRoles.map(\.artefact)
    } + codelists + [parts.metadataStructure].compactMap(\.self)
  }
}

extension Category {
  fileprivate var references: [ArtefactReference] {
    (structures + provisions).map(\.artefact) + children.flatMap(\.references)
  }
}

extension HierarchicalCode {
  fileprivate var references: [ArtefactReference] {
    [code.artefact] + children.flatMap(\.references)
  }
}

extension MetadataAttribute {
  fileprivate var references: [ArtefactReference] {
    [concept.artefact] + [format?.enumeration].compactMap(\.self) + children.flatMap(\.references)
  }
}

extension RepresentationMap.Domain {
  fileprivate var list: ArtefactReference? { if case .list(let list) = self { list } else { nil } }
}
