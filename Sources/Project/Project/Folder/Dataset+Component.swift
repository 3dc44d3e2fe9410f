// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

extension Dataset {
  /// A component that a person names.
  ///
  /// - Throws: `project.not-a-component` with the nearest name.
  func component(named name: String, at location: Location? = nil) throws(Diagnostic) -> Component {
    if let component = structure[name] { return component }
    let ids = structure.components.map(\.id)
    throw ProjectDefinitions.notAComponent.at(
      location,
      [
        "component": .text(name), "dataset": .text(self.name),
        "components": .text(ids.joined(separator: ", ")),
      ],
      suggestion: NearestName.of(name, among: ids)
    )
  }
}
