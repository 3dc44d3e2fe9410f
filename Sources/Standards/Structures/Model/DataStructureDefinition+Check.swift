// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension DataStructureDefinition {
  /// Makes a structure after checking its components; everything wrong is told at once.
  ///
  /// - Parameters:
  ///   - reference: what names the structure.
  ///   - name: its label.
  ///   - components: dimensions, measures and attributes in any order; they are put in order here.
  ///   - parts: groups, metadata, description.
  ///   - demandsMeasure: whether a structure without a measure is refused; SDMX 3 knows them.
  ///   - location: the file, for messages.
  /// - Throws: ``DiagnosticFailure`` with `structures.duplicate-component`,
  ///   `structures.invalid-id`, `structures.no-dimension`, `structures.no-measure`,
  ///   `structures.two-time-dimensions`, `structures.unknown-dimension`.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    components: [Component],
    parts: StructureParts = StructureParts(),
    demandsMeasure: Bool = true,
    location: Location? = nil
  ) throws {
    let collector = DiagnosticCollector()
    let structure = MessageArgument.text(reference.id)
    var seen: Set<String> = []
    for component in components {
      let arguments = ["structure": structure, "id": .text(component.id)]
      if !seen.insert(component.id).inserted {
        collector.report(StructuresDefinitions.duplicateComponent.at(location, arguments))
      }
      if !Identifier.isName(component.id) {
        collector.report(StructuresDefinitions.invalidID.at(location, arguments))
      }
    }
    let roles = components.map(\.role)
    // A stub has no components, as they stand elsewhere.
    let isTolerated =
      !demandsMeasure && (roles.contains(.timeDimension) || components.isEmpty)
    if !roles.contains(.dimension), !isTolerated {
      collector.report(StructuresDefinitions.noDimension.at(location, ["structure": structure]))
    }
    if demandsMeasure, !roles.contains(.measure) {
      collector.report(StructuresDefinitions.noMeasure.at(location, ["structure": structure]))
    }
    if roles.count(where: { $0 == .timeDimension }) > 1 {
      collector.report(
        StructuresDefinitions.twoTimeDimensions.at(location, ["structure": structure])
      )
    }
    DataStructureDefinition.checkAttachments(components, parts, structure, location, collector)
    try collector.throwIfErrors()
    self.init(
      reference,
      name: name,
      sound: [0, 1, 2, 3].flatMap { rank in components.filter { $0.rank == rank } },
      parts: parts
    )
  }

  private static func checkAttachments(
    _ components: [Component],
    _ parts: StructureParts,
    _ structure: MessageArgument,
    _ location: Location?,
    _ collector: DiagnosticCollector
  ) {
    let dimensions = components.filter(\.isDimension).map(\.id)
    let groups = parts.groups.map(\.id)
    let demand = { (name: String, known: [String], owner: String) in
      if known.contains(name) { return }
      collector.report(
        StructuresDefinitions.unknownDimension.at(
          location,
          ["structure": structure, "attribute": .text(owner), "dimension": .text(name)],
          suggestion: NearestName.of(name, among: known)
        )
      )
    }
    for component in components {
      guard case .attribute(let attachment, _) = component.role else { continue }
      switch attachment {
      case .dimensions(let names): for name in names { demand(name, dimensions, component.id) }
      case .group(let name): demand(name, groups, component.id)
      case .observation, .dataset: break
      }
    }
    for group in parts.groups {
      for name in group.dimensions { demand(name, dimensions, group.id) }
    }
  }
}

extension Component {
  fileprivate var rank: Int {
    switch role {
    case .dimension: 0
    case .timeDimension: 1
    case .measure: 2
    case .attribute: 3
    }
  }
}
