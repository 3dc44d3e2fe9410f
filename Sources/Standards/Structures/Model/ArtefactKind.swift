// SPDX-License-Identifier: Apache-2.0

/// The kinds of maintained artefacts, by their class in the information model.
///
/// - Source: SDMX 3.1, section 2 (information model), and 2.1 for the kinds that 3.0 ended.
public enum ArtefactKind: String, Hashable, Sendable, CaseIterable {
  /// A list of concepts.
  case conceptScheme = "ConceptScheme"
  /// A list of codes.
  case codelist = "Codelist"
  /// A list of values that need not be identifiers.
  case valueList = "ValueList"
  /// Codes of areas with their shapes.
  case geographicCodelist = "GeographicCodelist"
  /// Codes of the cells of a grid.
  case geoGridCodelist = "GeoGridCodelist"
  /// Dimensions, measures and attributes.
  case dataStructure = "DataStructure"
  /// A flow of data that follows a structure.
  case dataflow = "Dataflow"
  /// Agencies that maintain artefacts.
  case agencyScheme = "AgencyScheme"
  /// Those who send data.
  case dataProviderScheme = "DataProviderScheme"
  /// Those who receive data.
  case dataConsumerScheme = "DataConsumerScheme"
  /// Those who send reference metadata.
  case metadataProviderScheme = "MetadataProviderScheme"
  /// The units of an organisation.
  case organisationUnitScheme = "OrganisationUnitScheme"
  /// Subjects under which artefacts are found.
  case categoryScheme = "CategoryScheme"
  /// An artefact put under a subject.
  case categorisation = "Categorisation"
  /// The parts of a report.
  case reportingTaxonomy = "ReportingTaxonomy"
  /// Codes of several lists, one above the other.
  case hierarchy = "Hierarchy"
  /// A hierarchy linked to what uses it.
  case hierarchyAssociation = "HierarchyAssociation"
  /// Which data may be, or are there.
  case dataConstraint = "DataConstraint"
  /// Which reference metadata may be.
  case metadataConstraint = "MetadataConstraint"
  /// Who sends data for which flow.
  case provisionAgreement = "ProvisionAgreement"
  /// Who sends reference metadata for which flow.
  case metadataProvisionAgreement = "MetadataProvisionAgreement"
  /// The attributes of reference metadata.
  case metadataStructure = "MetadataStructure"
  /// A flow of reference metadata.
  case metadataflow = "Metadataflow"
  /// Reference metadata themselves.
  case metadataSet = "MetadataSet"
  /// How the data of one structure become those of another.
  case structureMap = "StructureMap"
  /// How values become other values.
  case representationMap = "RepresentationMap"
  /// How concepts become other concepts.
  case conceptSchemeMap = "ConceptSchemeMap"
  /// How categories become other categories.
  case categorySchemeMap = "CategorySchemeMap"
  /// How organisations become other organisations.
  case organisationSchemeMap = "OrganisationSchemeMap"
  /// How the parts of a report become those of another.
  case reportingTaxonomyMap = "ReportingTaxonomyMap"
  /// Statements of the Validation and Transformation Language.
  case transformationScheme = "TransformationScheme"
  /// Rules that the language uses.
  case rulesetScheme = "RulesetScheme"
  /// Operators that users define.
  case userDefinedOperatorScheme = "UserDefinedOperatorScheme"
  /// How names of the language stand for artefacts.
  case vtlMappingScheme = "VtlMappingScheme"
  /// Names in place of those that the language gives.
  case namePersonalisationScheme = "NamePersonalisationScheme"
  /// Types of the language, as a system has them.
  case customTypeScheme = "CustomTypeScheme"

  /// The package of the class, as URNs write it.
  public var package: String {
    switch self {
    case .conceptScheme: "conceptscheme"
    case .codelist, .valueList, .geographicCodelist, .geoGridCodelist, .hierarchy,
      .hierarchyAssociation:
      "codelist"
    case .dataStructure, .dataflow: "datastructure"
    case .agencyScheme, .dataProviderScheme, .dataConsumerScheme, .metadataProviderScheme,
      .organisationUnitScheme:
      "base"
    case .categoryScheme, .categorisation, .reportingTaxonomy: "categoryscheme"
    case .dataConstraint, .metadataConstraint, .provisionAgreement, .metadataProvisionAgreement:
      "registry"
    case .metadataStructure, .metadataflow, .metadataSet: "metadatastructure"
    case .structureMap, .representationMap, .conceptSchemeMap, .categorySchemeMap,
      .organisationSchemeMap, .reportingTaxonomyMap:
      "structuremapping"
    case .transformationScheme, .rulesetScheme, .userDefinedOperatorScheme, .vtlMappingScheme,
      .namePersonalisationScheme, .customTypeScheme:
      "transformation"
    }
  }

  /// The lists that a component may take its codes from.
  public var isListOfCodes: Bool {
    switch self {
    case .codelist, .valueList, .geographicCodelist, .geoGridCodelist: true
    default: false
    }
  }

  /// The lists of organisations, which have no versions since SDMX 3.0.
  public var isOrganisationScheme: Bool {
    switch self {
    case .agencyScheme, .dataProviderScheme, .dataConsumerScheme, .metadataProviderScheme,
      .organisationUnitScheme:
      true
    default: false
    }
  }
}
