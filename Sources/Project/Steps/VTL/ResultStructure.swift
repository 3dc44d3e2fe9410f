// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Structures
internal import VTL

/// Finds the data structure of a script's result.
struct ResultStructure {
  private let inputs: [DataStructureDefinition]
  private let agency: String

  init(_ preparation: StepPreparation) {
    inputs = preparation.inputs
    agency = preparation.agency
  }

  /// A structure made of the result's components.
  ///
  /// What has the name of a component of an input has its label; its codelist too, where the value domain
  /// is still the same.
  ///
  /// - Throws: ``DiagnosticFailure`` where such a dataset cannot be stored.
  func structure(
    _ name: String,
    _ structure: DatasetStructure,
    at location: Location
  ) throws -> DataStructureDefinition {
    try DataStructureDefinition(
      ArtefactReference(
        .dataStructure,
        agency: agency,
        id: name.uppercased(),
        version: Version(1)
      ),
      name: InternationalString(en: name),
      components: structure.components.map { component in
        let known = inputs.compactMap { $0[component.name] }.first
        return Component(
          known?.concept
            ?? Concept(component.name, name: InternationalString(en: component.name)),
          role: role(component, known),
          representation: representation(component, known)
        )
      },
      location: location
    )
  }

  private func role(_ component: DatasetComponent, _ known: Component?) -> Component.Role {
    switch component.role {
    case .identifier:
      component.type == .timePeriod && known?.role == .timeDimension ? .timeDimension : .dimension
    case .measure: .measure
    case .attribute, .viralAttribute:
      .attribute(.observation, isMandatory: false)
    }
  }

  private func representation(
    _ component: DatasetComponent,
    _ known: Component?
  ) -> Representation {
    switch component.type {
    case .string:
      if case .codelist(let list)? = known?.representation, component.domain == list.id {
        .codelist(list)
      } else {
        .text
      }
    case .integer: .integer
    case .number: .double
    case .boolean: .boolean
    case .date: .date
    case .timePeriod: .timePeriod
    case .time, .duration, .scalar: .text
    }
  }

  /// Whether a result fits a structure of the project.
  ///
  /// - Throws: `steps.result-structure` with the component that does not fit.
  func check(
    _ wanted: DataStructureDefinition,
    _ structure: DatasetStructure,
    _ name: String,
    at location: Location
  ) throws {
    for component in wanted.components {
      let found = structure[component.id]
      let isIdentifier = found?.role == .identifier
      guard let found, isIdentifier == component.isDimension,
        fits(found.type, component.representation)
      else {
        throw StepsDefinitions.resultStructure.at(
          location,
          [
            "name": .text(name), "component": .text(component.id),
            "structure": .text(wanted.reference.id),
          ],
          suggestion: found == nil ? NearestName.of(component.id, among: structure.names) : nil
        )
      }
    }
    // An identifier that is left out would leave several rows with one key.
    for identifier in structure.identifiers where wanted[identifier.name] == nil {
      throw StepsDefinitions.resultStructure.at(
        location,
        [
          "name": .text(name), "component": .text(identifier.name),
          "structure": .text(wanted.reference.id),
        ]
      )
    }
  }

  private func fits(_ type: ScalarType, _ representation: Representation) -> Bool {
    switch (type, representation) {
    case (.string, .text), (.string, .codelist), (.integer, .integer), (.integer, .double),
      (.integer, .decimal), (.number, .double), (.number, .decimal), (.boolean, .boolean),
      (.date, .date), (.timePeriod, .timePeriod), (.time, .text), (.duration, .text),
      (.timePeriod, .text):
      true
    default: false
    }
  }
}
