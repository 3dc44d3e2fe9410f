// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// The structures that a project knows, found by reference.
public struct StructureCatalogue: Sendable {
  /// The codelists, in the order of their references.
  public private(set) var codelists: [ArtefactReference: Codelist] = [:]
  /// The data structures.
  public private(set) var structures: [ArtefactReference: DataStructureDefinition] = [:]
  /// The dataflows.
  public private(set) var dataflows: [ArtefactReference: Dataflow] = [:]

  /// Makes an empty catalogue.
  public init() {}

  /// Adds a codelist, in place of one with the same reference.
  public mutating func add(_ codelist: Codelist) { codelists[codelist.reference] = codelist }

  /// Adds a data structure, in place of one with the same reference.
  public mutating func add(_ structure: DataStructureDefinition) {
    structures[structure.reference] = structure
  }

  /// Adds a dataflow, in place of one with the same reference.
  public mutating func add(_ dataflow: Dataflow) { dataflows[dataflow.reference] = dataflow }

  /// The codelist of a component; `nil` where the component is not coded.
  ///
  /// - Throws: `structures.unknown-artefact`.
  public func codelist(of component: Component) throws(Diagnostic) -> Codelist? {
    guard case .codelist(let reference) = component.representation else { return nil }
    guard let list = codelists[reference] else {
      throw unknown("\(reference)", among: codelists.keys)
    }
    return list
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

  private func unknown(
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
