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
