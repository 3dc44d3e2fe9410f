// SPDX-License-Identifier: Apache-2.0

public import Structures

/// A query for structures, in the grammar of SDMX REST 1.5 or 2.2.
///
/// - Source: SDMX REST 2.2, "Structure queries"; SDMX REST 1.5, section 4.3.
public struct StructureQuery: Hashable, Sendable {
  /// How much of each artefact is sent.
  public enum Detail: String, Hashable, Sendable, CaseIterable {
    /// Everything.
    case full
    /// Names of all artefacts.
    case allStubs = "allstubs"
    /// Names of those that the answers refer to.
    case referenceStubs = "referencestubs"
    /// Names, descriptions and notes of all artefacts.
    case allCompleteStubs = "allcompletestubs"
    /// Names, descriptions and notes of those that the answers refer to.
    case referenceCompleteStubs = "referencecompletestubs"
    /// Of those that the answers refer to only what is used.
    case referencePartial = "referencepartial"
    /// As it was written, extensions not carried out.
    case raw
  }

  /// Words for artefacts that are sent besides.
  static let references: Set<String> = [
    "none", "parents", "parentsandsiblings", "ancestors", "children", "descendants", "all",
  ]

  /// The kinds of artefacts; none for all.
  public var kinds: [ArtefactKind] = []
  /// The agencies; none for all.
  public var agencies: [String] = []
  /// The identifiers; none for all.
  public var ids: [String] = []
  /// The versions; none for all.
  public var versions: [VersionQuery] = [.latest]
  /// The items: codes, concepts; none for all.
  public var items: [String] = []
  /// How much is sent.
  public var detail: Detail = .full
  /// The artefacts that are sent besides: `children`, `descendants`, a kind.
  public var references: [String] = []
  /// The moment whose state is sent.
  public var asOf: String?

  /// Asks for the latest versions of everything.
  public init() {}

  /// The artefacts of a catalogue that the query asks for, with those that it asks for besides.
  ///
  /// Artefacts that refer to an answer are its parents, those that it refers to its children.
  ///
  /// - Parameter catalogue: all that there is.
  /// - Returns: the answers; whole artefacts, whatever the detail.
  public func answer(from catalogue: StructureCatalogue) -> StructureCatalogue {
    var found = Set(matches(in: catalogue))
    let all = catalogue.artefacts
    var used: [ArtefactReference: [ArtefactReference]] = [:]
    for artefact in all {
      used[artefact.reference] = artefact.references.compactMap { catalogue[$0]?.reference }
    }
    let up = { (set: Set<ArtefactReference>) in
      Set(used.filter { !set.isDisjoint(with: $0.value) }.keys)
    }
    let down = { (set: Set<ArtefactReference>) in Set(set.flatMap { used[$0] ?? [] }) }
    let matched = found
    for word in references {
      switch word {
      case "children": found.formUnion(down(matched))
      case "descendants": found.formUnion(StructureQuery.closure(matched, down))
      case "parents": found.formUnion(up(matched))
      case "ancestors": found.formUnion(StructureQuery.closure(matched, up))
      case "parentsandsiblings": found.formUnion(up(matched).union(down(up(matched))))
      case "all":
        found.formUnion(StructureQuery.closure(matched, down))
        found.formUnion(StructureQuery.closure(up(matched), down))
      default:
        guard let kind = ArtefactKind(query: word) else { continue }
        let near = StructureQuery.closure(matched, down).union(up(matched))
        found.formUnion(near.filter { $0.kind == kind })
      }
    }
    var answer = StructureCatalogue()
    for artefact in all where found.contains(artefact.reference) { answer.add(artefact) }
    return answer
  }

  private func matches(in catalogue: StructureCatalogue) -> [ArtefactReference] {
    let near = catalogue.artefacts.map(\.reference).filter { reference in
      (kinds.isEmpty || kinds.contains(reference.kind))
        && (agencies.isEmpty || agencies.contains(reference.agency))
        && (ids.isEmpty || ids.contains(reference.id))
    }
    if versions.isEmpty { return near }
    var found: Set<ArtefactReference> = []
    for version in versions {
      let fitting = near.filter { version.matches($0.version) }
      guard version.isLatestOnly else {
        found.formUnion(fitting)
        continue
      }
      let same = Dictionary(grouping: fitting) { [$0.kind.rawValue, $0.agency, $0.id] }
      for group in same.values {
        if let latest = group.max(by: { $0.version < $1.version }) { found.insert(latest) }
      }
    }
    return Array(found)
  }

  private static func closure(
    _ start: Set<ArtefactReference>,
    _ step: (Set<ArtefactReference>) -> Set<ArtefactReference>
  ) -> Set<ArtefactReference> {
    var all = start
    var last = start
    while !last.isEmpty {
      last = step(last).subtracting(all)
      all.formUnion(last)
    }
    return all
  }
}

extension ArtefactKind {
  /// The kind that a query names in small letters: `codelist`; names of version 1.5 are understood.
  init?(query word: String) {
    let former = ["contentconstraint": "dataconstraint", "hierarchicalcodelist": "hierarchy"]
    let word = former[word] ?? word
    guard let kind = ArtefactKind.allCases.first(where: { $0.rawValue.lowercased() == word })
    else { return nil }
    self = kind
  }
}

/// A query for the schema of data of a structure, a flow or an agreement.
public struct SchemaQuery: Hashable, Sendable {
  /// The kind of artefact.
  public var kind: ArtefactKind
  /// The agency.
  public var agency: String
  /// The identifier.
  public var id: String
  /// The version; the latest by default.
  public var version: VersionQuery = .latest
  /// The dimension of observations.
  public var observationDimension: String?
  /// Whether the types of observations name measures, as SDMX 2.1 allows.
  public var namesMeasures = false
  /// Whether the schema is for messages that remove data.
  public var isForDeletion = false
}

/// A query for reference metadata.
public struct MetadataQuery: Hashable, Sendable {
  /// What leads to the metadata.
  public enum Path: Hashable, Sendable {
    /// The artefacts that they describe.
    case structures(StructureQuery)
    /// Their flow, and those who sent them.
    case flows(StructureQuery, providers: [String])
    /// Those who sent them, and their own names.
    case sets(providers: [String], ids: [String], versions: [VersionQuery])
  }

  /// What leads to them.
  public var path: Path
  /// Whether names alone are sent.
  public var isStub = false
  /// Only what has changed since.
  public var updatedAfter: String?
}
