// SPDX-License-Identifier: Apache-2.0

/// Anything that an agency maintains under a name and a version.
public enum Artefact: Hashable, Sendable {
  /// Codes, values, areas or cells.
  case codelist(Codelist)
  /// Concepts.
  case conceptScheme(ConceptScheme)
  /// Dimensions, measures and attributes.
  case dataStructure(DataStructureDefinition)
  /// A flow of data.
  case dataflow(Dataflow)
  /// Agencies, providers, consumers or units.
  case organisationScheme(OrganisationScheme)
  /// Subjects, or the parts of a report.
  case categoryScheme(CategoryScheme)
  /// An artefact put under a subject.
  case categorisation(Categorisation)
  /// Codes one above the other.
  case hierarchy(Hierarchy)
  /// A hierarchy linked to what uses it.
  case hierarchyAssociation(HierarchyAssociation)
  /// Which data or metadata may be.
  case constraint(Constraint)
  /// Who sends what.
  case provisionAgreement(ProvisionAgreement)
  /// Attributes of reference metadata.
  case metadataStructure(MetadataStructure)
  /// A flow of reference metadata.
  case metadataflow(Metadataflow)
  /// Reference metadata.
  case metadataSet(MetadataSet)
  /// How data become those of another structure.
  case structureMap(StructureMap)
  /// How values or items become others.
  case representationMap(RepresentationMap)
  /// Definitions of the Validation and Transformation Language.
  case definitionScheme(DefinitionScheme)

  /// Notes, links and the address that the artefact as a whole bears.
  public var item: ItemDetails {
    switch self {
    case .codelist(let list): list.details.item
    case .conceptScheme(let scheme): scheme.details.item
    case .dataStructure(let structure): structure.parts.details.item
    case .dataflow(let flow): flow.details.item
    case .organisationScheme(let scheme): scheme.details.item
    case .categoryScheme(let scheme): scheme.details.item
    case .categorisation(let categorisation): categorisation.details.item
    case .hierarchy(let hierarchy): hierarchy.details.item
    case .hierarchyAssociation(let association): association.details.item
    case .constraint(let constraint): constraint.details.item
    case .provisionAgreement(let agreement): agreement.details.item
    case .metadataStructure(let structure): structure.details.item
    case .metadataflow(let flow): flow.details.item
    case .metadataSet(let set): set.details.item
    case .structureMap(let map): map.details.item
    case .representationMap(let map): map.details.item
    case .definitionScheme(let scheme): scheme.details.item
    }
  }

  /// What names it.
  public var reference: ArtefactReference {
    switch self {
    case .codelist(let list): list.reference
    case .conceptScheme(let scheme): scheme.reference
    case .dataStructure(let structure): structure.reference
    case .dataflow(let flow): flow.reference
    case .organisationScheme(let scheme): scheme.reference
    case .categoryScheme(let scheme): scheme.reference
    case .categorisation(let categorisation): categorisation.reference
    case .hierarchy(let hierarchy): hierarchy.reference
    case .hierarchyAssociation(let association): association.reference
    case .constraint(let constraint): constraint.reference
    case .provisionAgreement(let agreement): agreement.reference
    case .metadataStructure(let structure): structure.reference
    case .metadataflow(let flow): flow.reference
    case .metadataSet(let set): set.reference
    case .structureMap(let map): map.reference
    case .representationMap(let map): map.reference
    case .definitionScheme(let scheme): scheme.reference
    }
  }
}
