// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// The structures that a project knows, found by reference.
public struct StructureCatalogue: Hashable, Sendable {
  /// The codelists, in the order of their references.
  public private(set) var codelists: [ArtefactReference: Codelist] = [:]
  /// The data structures.
  public private(set) var structures: [ArtefactReference: DataStructureDefinition] = [:]
  /// The dataflows.
  public private(set) var dataflows: [ArtefactReference: Dataflow] = [:]
  /// All other artefacts.
  public private(set) var others: [ArtefactReference: Artefact] = [:]

  /// Makes an empty catalogue.
  public init() {}

  /// Adds a codelist, in place of one with the same reference; a stub takes no one's place.
  public mutating func add(_ codelist: Codelist) {
    if codelist.isStub, codelists[codelist.reference] != nil { return }
    codelists[codelist.reference] = codelist
  }

  /// Adds a data structure, in place of one with the same reference; a stub takes no one's place.
  public mutating func add(_ structure: DataStructureDefinition) {
    if structure.isStub, structures[structure.reference] != nil { return }
    structures[structure.reference] = structure
  }

  /// Adds a dataflow, in place of one with the same reference.
  public mutating func add(_ dataflow: Dataflow) { dataflows[dataflow.reference] = dataflow }

  /// Adds an artefact of any kind, in place of one with the same reference.
  public mutating func add(_ artefact: Artefact) {
    switch artefact {
    case .codelist(let list): add(list)
    case .dataStructure(let structure): add(structure)
    case .dataflow(let flow): add(flow)
    default: others[artefact.reference] = artefact
    }
  }

  /// Adds everything that another catalogue has, in place of what has the same references.
  public mutating func add(_ other: StructureCatalogue) {
    codelists.merge(other.codelists) { old, new in new.isStub ? old : new }
    structures.merge(other.structures) { old, new in new.isStub ? old : new }
    dataflows.merge(other.dataflows) { _, new in new }
    others.merge(other.others) { _, new in new }
  }

  /// How many artefacts there are.
  public var count: Int { codelists.count + structures.count + dataflows.count + others.count }

  /// All artefacts: by kind in the order of ``ArtefactKind``, then by agency, identifier, version.
  public var artefacts: [Artefact] {
    let ranks = Dictionary(
      ArtefactKind.allCases.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let all =
      codelists.values.map(Artefact.codelist) + structures.values.map(Artefact.dataStructure)
      + dataflows.values.map(Artefact.dataflow) + others.values
    return all.sorted { left, right in
      let (a, b) = (left.reference, right.reference)
      return (ranks[a.kind] ?? 0, a.agency, a.id, a.version)
        < (ranks[b.kind] ?? 0, b.agency, b.id, b.version)
    }
  }

  /// The artefact that a reference names; where it leaves its version open, the latest that fits.
  public subscript(_ reference: ArtefactReference) -> Artefact? {
    if let list = codelists[reference] { return .codelist(list) }
    if let structure = structures[reference] { return .dataStructure(structure) }
    if let flow = dataflows[reference] { return .dataflow(flow) }
    if let other = others[reference] { return other }
    if reference.kind == .codelist {
      // URNs call geographic lists by the name of plain ones.
      for kind in [ArtefactKind.geographicCodelist, .geoGridCodelist] {
        let other = ArtefactReference(
          kind,
          agency: reference.agency,
          id: reference.id,
          version: reference.version
        )
        if let list = self[other] { return list }
      }
    }
    guard reference.version.wildcard != nil else { return nil }
    let fitting = references.filter {
      $0.kind == reference.kind && $0.agency == reference.agency && $0.id == reference.id
        && reference.version.includes($0.version)
    }
    return fitting.max { $0.version < $1.version }.flatMap { self[$0] }
  }

  /// The concept that a reference names, where its scheme is here.
  public func concept(_ reference: ObjectReference) -> Concept? {
    guard case .conceptScheme(let scheme)? = self[reference.artefact] else { return nil }
    return scheme[reference.id]
  }

  private var references: [ArtefactReference] {
    [ArtefactReference](codelists.keys) + structures.keys + dataflows.keys + others.keys
  }

  /// The codelist of a component; `nil` where the component is not coded.
  ///
  /// - Throws: `structures.unknown-artefact`.
  public func codelist(of component: Component) throws(Diagnostic) -> Codelist? {
    guard case .codelist(let reference) = component.representation else { return nil }
    guard case .codelist(let list)? = self[reference] else {
      throw unknown("\(reference)", among: codelists.keys)
    }
    return try expanded(list)
  }

  /// The codes that components may hold, each once and in the order of its list.
  ///
  /// - Parameters:
  ///   - structure: the structure of the components.
  ///   - components: which of them; those that are not coded are left out.
  /// - Returns: by the name of the component.
  /// - Throws: `structures.unknown-artefact`.
  public func codes(
    of structure: DataStructureDefinition,
    _ components: Set<String>
  ) throws(Diagnostic) -> [String: [String]] {
    var codes: [String: [String]] = [:]
    for component in structure.components where components.contains(component.id) {
      guard let list = try codelist(of: component) else { continue }
      // By their bytes: letters that only look alike differ.
      var seen: Set<[UInt8]> = []
      codes[component.id] = list.ids.filter { seen.insert(Array($0.utf8)).inserted }
    }
    return codes
  }

  /// The structure with an identifier, in its latest version.
  ///
  /// - Parameters:
  ///   - id: the identifier, without agency and version.
  ///   - location: where it is named, for the message.
  /// - Returns: the structure.
  /// - Throws: `structures.unknown-artefact` with the nearest name.
  public func structure(
    id: String,
    at location: Location? = nil
  ) throws(Diagnostic) -> DataStructureDefinition {
    let found = structures.values.filter { $0.reference.id == id }
    guard let latest = found.max(by: { $0.reference.version < $1.reference.version }) else {
      throw unknown(id, among: structures.keys, at: location)
    }
    return latest
  }

  /// The codelist with an identifier, in its latest version.
  ///
  /// - Parameters:
  ///   - id: the identifier, without agency and version.
  ///   - location: where it is named, for the message.
  /// - Returns: the codelist.
  /// - Throws: `structures.unknown-artefact` with the nearest name.
  public func codelist(
    id: String,
    at location: Location? = nil
  ) throws(Diagnostic) -> Codelist {
    let found = codelists.values.filter { $0.reference.id == id }
    guard let latest = found.max(by: { $0.reference.version < $1.reference.version }) else {
      throw unknown(id, among: codelists.keys, at: location)
    }
    return latest
  }

  func unknown(
    _ name: String,
    among known: some Sequence<ArtefactReference>,
    at location: Location? = nil
  ) -> Diagnostic {
    StructuresDefinitions.unknownArtefact.at(
      location,
      ["artefact": .text(name)],
      suggestion: NearestName.of(name, among: known.map(\.id))
    )
  }
}

extension Codelist {
  /// Whether only the name is here and the codes are elsewhere.
  fileprivate var isStub: Bool { codes.isEmpty && extensions.isEmpty }
}

extension DataStructureDefinition {
  /// Whether only the name is here and the components are elsewhere.
  fileprivate var isStub: Bool { components.isEmpty }
}
