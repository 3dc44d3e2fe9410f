// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Structures

/// Makes a national structure from a global one: an office's own agency, its own areas and breakdowns,
/// and the map by which its data become those of the global structure again.
public struct NationalStructure: Sendable {
  private let global: DataStructureDefinition
  private let agency: String
  private let id: String
  private var codes: [String: NationalCodes] = [:]
  private var added: [(component: String, codes: NationalCodes)] = []

  /// Begins with the global structure as it is.
  ///
  /// - Parameters:
  ///   - global: the structure that is agreed upon.
  ///   - agency: the office.
  ///   - id: the identifier of the national structure.
  public init(_ global: DataStructureDefinition, agency: String, id: String) {
    self.global = global
    self.agency = agency
    self.id = id
  }

  /// What names an artefact of the office.
  public func reference(_ kind: ArtefactKind, _ id: String) -> ArtefactReference {
    ArtefactReference(kind, agency: agency, id: id, version: Version(1, 0, 0))
  }

  /// Gives a component of the global structure the office's own codes.
  ///
  /// - Parameters:
  ///   - component: the component.
  ///   - codes: the list, and what its codes stand for.
  /// - Throws: `sdmx.query-beyond-structure` for a component that the structure does not have.
  public mutating func replace(_ component: String, _ codes: NationalCodes) throws(Diagnostic) {
    guard global[component] != nil else { throw QueryCompiler.beyond(component, global) }
    self.codes[component] = codes
  }

  /// Adds a dimension of the office's own; the total over it is what the global structure knows.
  ///
  /// - Parameters:
  ///   - component: the dimension.
  ///   - codes: its list, whose total is `_T`, else its first code.
  public mutating func add(_ component: String, _ codes: NationalCodes) {
    added.append((component, codes))
  }

  /// The national structure, its lists, its flow, and the maps back.
  ///
  /// - Returns: what the office maintains; what it takes over stays with the global agency.
  /// - Throws: ``DiagnosticFailure`` where the structure would not be sound.
  public func artefacts() throws -> StructureCatalogue {
    var catalogue = StructureCatalogue()
    let structure = try structure()
    for list in codes.values.map(\.list) + added.map(\.codes.list) { catalogue.add(list) }
    catalogue.add(structure)
    let flow = reference(.dataflow, id)
    catalogue.add(
      Dataflow(flow, name: global.name, structure: structure.reference)
    )
    for artefact in maps(structure) { catalogue.add(artefact) }
    return catalogue
  }

  private func structure() throws -> DataStructureDefinition {
    var components = global.components.map { component in
      guard let own = codes[component.id] else { return component }
      var details = component.details
      details.format = RepresentationFormat(.enumeration(own.list.reference, nil))
      return Component(
        component.id,
        component.concept,
        role: component.role,
        representation: .codelist(own.list.reference),
        details: details
      )
    }
    for (id, own) in added {
      let concept = Concept(id, name: own.list.name)
      components.append(
        Component(concept, role: .dimension, representation: .codelist(own.list.reference))
      )
    }
    var parts = global.parts
    parts.details = ArtefactDetails()
    return try DataStructureDefinition(
      reference(.dataStructure, id),
      name: global.name,
      components: components,
      parts: parts,
      demandsMeasure: false
    )
  }

  /// The map back, and those of its values.
  private func maps(_ structure: DataStructureDefinition) -> [Artefact] {
    var artefacts: [Artefact] = []
    var map = StructureMap(
      reference(.structureMap, "SM_\(id)"),
      name: InternationalString(
        en: "\(agency):\(id) to \(global.reference.agency):\(global.reference.id)",
        fr: "\(agency):\(id) vers \(global.reference.agency):\(global.reference.id)"
      ),
      source: structure.reference,
      target: global.reference
    )
    for component in global.components {
      guard let own = codes[component.id] else {
        map.componentMaps.append(ComponentMap([component.id], [component.id]))
        continue
      }
      var values = RepresentationMap(
        reference(.representationMap, "RM_\(id)_\(component.id)"),
        name: own.list.name
      )
      values.sources = [.list(own.list.reference)]
      values.targets = [
        component.enumeration.map { .list($0) } ?? .type(.string)
      ]
      values.mappings = own.list.ids.map { code in
        ValueMapping([.init(code)], [own.global[code].flatMap { $0 } ?? ""])
      }
      map.componentMaps.append(
        ComponentMap([component.id], [component.id], map: values.reference)
      )
      artefacts.append(.representationMap(values))
    }
    for (component, own) in added {
      let total = own.list["_T"]?.id ?? own.list.ids.first ?? "_T"
      map.fixedValues.append(FixedValueMap(component, isSource: true, [total]))
    }
    return artefacts + [.structureMap(map)]
  }
}
