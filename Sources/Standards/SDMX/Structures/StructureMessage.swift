// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
public import Structures

/// What a structure message says: who sends it, and its artefacts.
public struct StructureMessage: Sendable {
  /// What the message says of itself.
  public let header: MessageHeader
  /// The artefacts that could be read.
  public let catalogue: StructureCatalogue
  /// What was wrong with others, and with parts that are not read; the first of each kind by place.
  public let problems: [Diagnostic]
  /// The format that it is written in.
  public let format: StructureFormat
}

/// A format of structures.
public enum StructureFormat: Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// XML.
  case xml(SDMXMLVersion)
  /// JSON.
  case json(SDMXJSONVersion)

  /// All formats, those in XML first.
  public static var allCases: [StructureFormat] {
    SDMXMLVersion.allCases.map(StructureFormat.xml)
      + SDMXJSONVersion.allCases.map(StructureFormat.json)
  }

  /// The name that people know: `SDMX-ML 3.0`.
  public var description: String {
    switch self {
    case .xml(let version):
      "SDMX-ML "
        + version.rawValue.dropFirst().map { $0 == "_" ? "." : String($0) }.joined()
    case .json(let version): "SDMX-JSON \(version.rawValue)"
    }
  }

  /// The version of the standard that the format belongs to, by its own form in XML.
  var model: SDMXMLVersion {
    switch self {
    case .xml(let version): version
    case .json(.v1_0): .v2_1
    case .json(.v2_0): .v3_0
    case .json(.v2_1): .v3_1
    }
  }
}

/// Makes the artefacts of a message as its elements are read.
///
/// Data structures wait until the end, as the concepts they are named after may follow them.
struct StructureGathering {
  /// How many problems are kept; more are only counted.
  static let problemLimit = 1_000

  let decoder: StructureDecoder
  private let known: StructureCatalogue
  private(set) var catalogue = StructureCatalogue()
  private(set) var problems: [Diagnostic] = []
  private var waiting: [StructureNode] = []

  init(file: String, knowing known: StructureCatalogue) {
    decoder = StructureDecoder(file: file)
    self.known = known
  }

  mutating func report(_ error: any Error) {
    for problem in DiagnosticFailure(wrapping: error).diagnostics
    where problems.count < StructureGathering.problemLimit {
      problems.append(problem)
    }
  }

  /// Takes the element of an artefact without its codes, which come beside it.
  mutating func take(
    _ node: StructureNode,
    codes: [Code] = [],
    locations: [Location] = []
  ) {
    do {
      if node.name == "DataStructure" {
        waiting.append(node)
      } else if node.name == "HierarchicalCodelist" {
        for hierarchy in try decoder.hierarchies(inList: node) {
          catalogue.add(.hierarchy(hierarchy))
        }
      } else if let artefact = try artefact(node, codes, locations) {
        catalogue.add(artefact)
      } else {
        throw decoder.bad(node, "class")
      }
    } catch {
      report(error)
    }
  }

  /// Makes the data structures that have waited.
  mutating func finish() {
    var concepts = known
    concepts.add(catalogue)
    for node in waiting {
      do { catalogue.add(try decoder.dataStructure(node, concepts)) } catch { report(error) }
    }
    waiting = []
  }

  private func artefact(
    _ node: StructureNode,
    _ codes: [Code],
    _ locations: [Location]
  ) throws -> Artefact? {
    let name = ObjectReference.canonical(node.name)
    guard let kind = ArtefactKind(rawValue: name) else { return nil }
    switch kind {
    case .codelist, .valueList, .geographicCodelist, .geoGridCodelist:
      return .codelist(try decoder.codelist(kind, node, codes, locations))
    case .conceptScheme: return .conceptScheme(try decoder.conceptScheme(node))
    case .dataStructure: return nil
    case .dataflow: return .dataflow(try decoder.dataflow(node))
    case .agencyScheme, .dataProviderScheme, .dataConsumerScheme, .metadataProviderScheme,
      .organisationUnitScheme:
      return .organisationScheme(try decoder.organisationScheme(kind, node))
    case .categoryScheme, .reportingTaxonomy:
      return .categoryScheme(try decoder.categoryScheme(kind, node))
    case .categorisation: return .categorisation(try decoder.categorisation(node))
    case .hierarchy: return .hierarchy(try decoder.hierarchy(node))
    case .hierarchyAssociation:
      return .hierarchyAssociation(try decoder.hierarchyAssociation(node))
    case .dataConstraint, .metadataConstraint:
      return .constraint(try decoder.constraint(kind, node))
    case .provisionAgreement, .metadataProvisionAgreement:
      return .provisionAgreement(try decoder.provisionAgreement(kind, node))
    case .metadataStructure: return .metadataStructure(try decoder.metadataStructure(node))
    case .metadataflow: return .metadataflow(try decoder.metadataflow(node))
    case .metadataSet: return .metadataSet(try decoder.metadataSet(node))
    case .structureMap: return .structureMap(try decoder.structureMap(node))
    case .representationMap, .conceptSchemeMap, .categorySchemeMap, .organisationSchemeMap,
      .reportingTaxonomyMap:
      return .representationMap(try decoder.representationMap(kind, node))
    case .transformationScheme, .rulesetScheme, .userDefinedOperatorScheme, .vtlMappingScheme,
      .namePersonalisationScheme, .customTypeScheme:
      return .definitionScheme(try decoder.definitionScheme(kind, node))
    }
  }
}
