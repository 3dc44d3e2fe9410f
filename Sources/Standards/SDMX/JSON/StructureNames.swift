// SPDX-License-Identifier: Apache-2.0

internal import Structures

/// How the names of SDMX-ML's elements and those of SDMX-JSON's members stand for one another.
enum StructureNames {
  /// Elements that may be repeated, with the member that holds them as an array.
  static let arrays: [String: String] = {
    var names = [
      "Annotation": "annotations", "Link": "links", "Code": "codes", "ValueItem": "valueItems",
      "GeoFeatureSetCode": "geoFeatureSetCodes", "GeoGridCode": "geoGridCodes",
      "CodelistExtension": "codelistExtensions", "MemberValue": "memberValues",
      "Concept": "concepts", "Category": "categories", "ReportingCategory": "reportingCategories",
      "Agency": "agencies", "DataProvider": "dataProviders", "DataConsumer": "dataConsumers",
      "MetadataProvider": "metadataProviders", "OrganisationUnit": "organisationUnits",
      "Contact": "contacts", "Telephone": "telephones", "Fax": "faxes", "X400": "x400s",
      "URI": "uris", "Email": "emails", "Dimension": "dimensions", "Attribute": "attributes",
      "MetadataAttributeUsage": "metadataAttributeUsages", "Measure": "measures",
      "Group": "groups", "GroupDimension": "groupDimensions", "ConceptRole": "conceptRoles",
      "SentinelValue": "sentinelValues", "DataKeySet": "dataKeySets", "Key": "keys",
      "KeyValue": "keyValues", "Component": "components", "CubeRegion": "cubeRegions",
      "MetadataTargetRegion": "metadataTargetRegions", "Value": "values",
      "HierarchicalCode": "hierarchicalCodes", "MetadataAttribute": "metadataAttributes",
      "Target": "targets", "ReportedAttribute": "attributes", "EpochMap": "epochMaps",
      "DatePatternMap": "datePatternMaps",
      "FrequencyFormatMapping": "frequencyFormatMappings", "ComponentMap": "componentMaps",
      "FixedValueMap": "fixedValueMaps", "MappedFrequencies": "mappedFrequencies",
      "RepresentationMapping": "representationMappings", "ItemMap": "itemMaps",
      "SourceValue": "sourceValues", "TargetValue": "targetValues",
      "Transformation": "transformations", "Ruleset": "rulesets",
      "UserDefinedOperator": "userDefinedOperators", "VtlMapping": "vtlMappings",
      "NamePersonalisation": "namePersonalisations", "CustomType": "customTypes",
      "RulesetScheme": "rulesetSchemes", "UserDefinedOperatorScheme": "userDefinedOperatorSchemes",
      "StructuralMetadata": "structuralMetadata", "ProvisioningMetadata": "provisioningMetadata",
      "Hierarchy": "hierarchies", "IncludedCodelist": "includedCodelists",
      "TimeDimension": "timeDimensions", "MeasureDimension": "measureDimensions",
    ]
    names["Dataflow"] = "dataflows"
    names["DataStructure"] = "dataStructures"
    names["MetadataStructure"] = "metadataStructures"
    names["Metadataflow"] = "metadataflows"
    names["ProvisionAgreement"] = "provisionAgreements"
    names["MetadataProvisionAgreement"] = "metadataProvisionAgreements"
    return names
  }()

  /// Members that are arrays, with the element that each of their values is.
  static let elements: [String: String] = Dictionary(
    arrays.filter { $0.key != "ReportedAttribute" }.map { ($1, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  /// Elements that stand once in some places although they are repeated in others.
  static func isArray(_ element: String, in parent: String, _ version: SDMXJSONVersion) -> Bool {
    switch (parent, element) {
    case ("ComponentMap", "Source"), ("ComponentMap", "Target"): return true
    case (_, "Target"):
      return ["Metadataflow", "MetadataProvisionAgreement", "MetadataSet"].contains(parent)
    case ("CodelistExtension", "Codelist"), ("VtlMapping", "Concept"), ("VtlMapping", "Codelist"),
      ("VtlMapping", "Dataflow"), ("HierarchicalCode", "Code"),
      ("AttributeRelationship", "Group"), ("AttributeRelationship", "Dataflow"),
      ("ProvisionAgreement", _) where !["Annotation", "Link"].contains(element),
      ("ConstraintAttachment", "DataProvider"), ("ConstraintAttachment", "MetadataProvider"),
      ("ItemMap", "SourceValue"), ("ItemMap", "TargetValue"),
      ("RulesetScheme", "VtlMappingScheme"), ("UserDefinedOperatorScheme", "VtlMappingScheme"):
      return false
    case ("MetadataProvisionAgreement", _): return ["Annotation", "Link"].contains(element)
    case ("MetadataSet", "Metadataflow"), ("MetadataSet", "MetadataProvisionAgreement"):
      return false
    case ("DimensionList", "TimeDimension"): return version == .v1_0
    case ("TransformationScheme", "VtlMappingScheme"): return false
    default: return arrays[element] != nil
    }
  }

  /// The member of an element: lower case to begin with.
  static func member(_ element: String) -> String {
    switch element {
    case "TextFormat": return "format"
    case "ISOConceptReference": return "isoConceptReference"
    default:
      guard let first = element.first else { return element }
      return first.lowercased() + element.dropFirst()
    }
  }

  /// The element of a member: upper case to begin with.
  static func element(_ member: String) -> String {
    switch member {
    case "format", "textFormat": return "TextFormat"
    case "isoConceptReference": return "ISOConceptReference"
    default:
      guard let first = member.first else { return member }
      return first.uppercased() + member.dropFirst()
    }
  }

  /// Attributes whose values are truths.
  static let truths: Set<String> = [
    "isPartial", "isPartialLanguage", "isExternalReference", "isFinal", "include", "isIncluded",
    "removePrefix", "isInclusive", "isSequence", "isMultiLingual", "hasFormalLevels",
    "isPresentational", "isPersistent", "isRegEx", "evolvingStructure", "optional", "leveled",
  ]

  /// Attributes whose values are numbers.
  static let numbers: Set<String> = [
    "position", "minOccurs", "maxOccurs", "startIndex", "endIndex", "decimals", "minLength",
    "maxLength", "minValue", "maxValue", "interval", "startValue", "endValue",
  ]

  /// The member that holds the artefacts of a kind.
  static func group(of kind: ArtefactKind, _ version: SDMXJSONVersion) -> String {
    if version == .v1_0, kind == .dataConstraint { return "contentConstraints" }
    if version == .v1_0, kind == .hierarchy { return "hierarchicalCodelists" }
    return member(SDMXMLVersion.v3_1.group(of: kind))
  }
}
