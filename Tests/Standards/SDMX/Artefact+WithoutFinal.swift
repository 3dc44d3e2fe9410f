// SPDX-License-Identifier: Apache-2.0

import Structures

extension Artefact {
  /// Without what only SDMX 2.1 says: that an artefact is final, which SDMX 3 says by its version.
  var withoutFinal: Artefact {
    switch self {
    case .codelist(let list):
      let bare = try? Codelist(
        list.reference,
        name: list.name,
        codes: list.codes,
        extensions: list.extensions,
        grid: list.grid,
        details: list.details.withoutFinal
      )
      return .codelist(bare ?? list)
    case .conceptScheme(let scheme):
      return .conceptScheme(
        ConceptScheme(
          scheme.reference,
          name: scheme.name,
          concepts: scheme.concepts,
          details: scheme.details.withoutFinal
        )
      )
    case .dataStructure(let structure):
      var parts = structure.parts
      parts.details = parts.details.withoutFinal
      let bare = try? DataStructureDefinition(
        structure.reference,
        name: structure.name,
        components: structure.components.map(\.withoutSingleOccurrence),
        parts: parts,
        demandsMeasure: false
      )
      return .dataStructure(bare ?? structure)
    case .dataflow(let flow):
      return .dataflow(
        Dataflow(
          flow.reference,
          name: flow.name,
          structure: flow.structure,
          dimensions: flow.dimensions,
          details: flow.details.withoutFinal
        )
      )
    case .hierarchy(var it):
      it.details = it.details.withoutFinal
      return .hierarchy(it)
    case .metadataStructure(var it):
      it.details = it.details.withoutFinal
      return .metadataStructure(it)
    case .categoryScheme(var it):
      it.details = it.details.withoutFinal
      return .categoryScheme(it)
    case .constraint(var it):
      it.details = it.details.withoutFinal
      return .constraint(it)
    case .provisionAgreement(var it):
      it.details = it.details.withoutFinal
      return .provisionAgreement(it)
    case .metadataflow(var it):
      it.details = it.details.withoutFinal
      return .metadataflow(it)
    case .categorisation(var it):
      it.details = it.details.withoutFinal
      return .categorisation(it)
    case .organisationScheme(var it):
      it.details = it.details.withoutFinal
      return .organisationScheme(it)
    default: return self
    }
  }
}

extension ArtefactDetails {
  fileprivate var withoutFinal: ArtefactDetails {
    var details = self
    details.isFinal = false
    // SDMX-JSON names the structure of a flow by such a link, and every artefact itself.
    details.item.links.removeAll { ["structure", "self"].contains($0.relation) }
    return details
  }
}

extension Component {
  /// Without saying that there is one value at the most, as SDMX 2.1 always means.
  fileprivate var withoutSingleOccurrence: Component {
    var details = details
    if details.format?.maximumOccurrences == .times(1) {
      details.format?.maximumOccurrences = nil
      details.format?.minimumOccurrences = nil
    }
    return Component(id, concept, role: role, representation: representation, details: details)
  }
}
