// SPDX-License-Identifier: Apache-2.0

/// What names an artefact or a thing within it: a code, a concept, a component, a category.
///
///     urn:sdmx:org.sdmx.infomodel.codelist.Code=AYNI:CL_GROUP(1.0.0).A
///
/// - Source: SDMX 3.1, section 5 (registry), "Universal Resource Name".
public struct ObjectReference: Hashable, Sendable, CustomStringConvertible {
  /// The maintained artefact.
  public let artefact: ArtefactReference
  /// The class of the thing in the information model: `Code`; that of the artefact for itself.
  public let className: String
  /// The way to the thing from the artefact, `[]` for the artefact itself.
  public let path: [String]

  /// Names an artefact.
  public init(_ artefact: ArtefactReference) {
    self.init(artefact, artefact.kind.rawValue, [])
  }

  /// Names a thing within an artefact.
  ///
  /// - Parameters:
  ///   - artefact: what maintains it.
  ///   - className: its class: `Code`, `Concept`, `Dimension`.
  ///   - path: the way to it.
  public init(_ artefact: ArtefactReference, _ className: String, _ path: [String]) {
    self.artefact = artefact
    self.className = className
    self.path = path
  }

  /// Reads an SDMX URN; `nil` where it is none, or of a class that is not known here.
  public init?(urn: String) {
    let prefix = "urn:sdmx:org.sdmx.infomodel."
    guard urn.hasPrefix(prefix), let equals = urn.firstIndex(of: "=") else { return nil }
    let name = urn[urn.index(urn.startIndex, offsetBy: prefix.count)..<equals]
      .split(separator: ".", omittingEmptySubsequences: false)
    let rest = urn[urn.index(after: equals)...]
    guard name.count == 2, let close = rest.lastIndex(of: ")") else { return nil }
    let written = String(name[1])
    let className = ObjectReference.canonical(written)
    guard let kind = ObjectReference.kind(of: className), kind.package == name[0] else {
      return nil
    }
    let tail = rest[rest.index(after: close)...]
    guard let artefact = ArtefactReference(kind, short: rest[...close]),
      !artefact.agency.isEmpty, !artefact.id.isEmpty, tail.isEmpty || tail.hasPrefix(".")
    else { return nil }
    let path = tail.split(separator: ".").map(String.init)
    guard path.isEmpty == (kind.rawValue == className) else { return nil }
    self.init(artefact, className, path)
  }

  /// The last part of the way: the identifier of the thing, or of the artefact.
  public var id: String { path.last ?? artefact.id }

  /// The URN.
  public var urn: String {
    if path.isEmpty { return artefact.urn }
    return "urn:sdmx:org.sdmx.infomodel.\(artefact.kind.package).\(className)=\(description)"
  }

  /// The short form: `AYNI:CL_GROUP(1.0.0).A`.
  public var description: String {
    ([artefact.description] + path).joined(separator: ".")
  }

  /// The kind of artefact that holds things of a class; `nil` for a class that is not known.
  public static func kind(of className: String) -> ArtefactKind? {
    if let kind = ArtefactKind(rawValue: className) { return kind }
    return holders[className]
  }

  /// The name that a class has since SDMX 3.0.
  public static func canonical(_ className: String) -> String {
    currentNames[className] ?? className
  }

  /// Names that classes had in SDMX 2.1.
  private static let currentNames: [String: String] = [
    "ContentConstraint": "DataConstraint", "AttachmentConstraint": "DataConstraint",
    "PrimaryMeasure": "Measure",
  ]

  /// The classes of things within artefacts.
  private static let holders: [String: ArtefactKind] = [
    "Code": .codelist, "GeoFeatureSetCode": .geographicCodelist, "GeoGridCode": .geoGridCodelist,
    "ValueItem": .valueList, "Concept": .conceptScheme, "Category": .categoryScheme,
    "ReportingCategory": .reportingTaxonomy, "Agency": .agencyScheme,
    "DataProvider": .dataProviderScheme, "DataConsumer": .dataConsumerScheme,
    "MetadataProvider": .metadataProviderScheme, "OrganisationUnit": .organisationUnitScheme,
    "HierarchicalCode": .hierarchy, "Level": .hierarchy, "Dimension": .dataStructure,
    "TimeDimension": .dataStructure, "MeasureDimension": .dataStructure,
    "Measure": .dataStructure, "DataAttribute": .dataStructure,
    "DimensionDescriptor": .dataStructure, "MeasureDescriptor": .dataStructure,
    "AttributeDescriptor": .dataStructure, "GroupDimensionDescriptor": .dataStructure,
    "MetadataAttribute": .metadataStructure, "Transformation": .transformationScheme,
    "Ruleset": .rulesetScheme, "UserDefinedOperator": .userDefinedOperatorScheme,
    "VtlMapping": .vtlMappingScheme, "VtlCodelistMapping": .vtlMappingScheme,
    "VtlConceptMapping": .vtlMappingScheme, "VtlDataflowMapping": .vtlMappingScheme,
    "NamePersonalisation": .namePersonalisationScheme, "CustomType": .customTypeScheme,
    "EpochMap": .structureMap, "DatePatternMap": .structureMap,
    "FrequencyFormatMapping": .structureMap,
  ]
}
