// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Set operators and `exists_in`.
extension Analyser {
  /// Sets of data points, compared by their identifiers.
  mutating func analyseSet(
    _ call: FunctionCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let name = call.function.rawValue
    var datasets: [DatasetExpression] = []
    for argument in call.arguments {
      guard let expression = argument.expression else { continue }
      datasets.append(try dataset(expression, scope, for: name))
    }
    guard let first = datasets.first else {
      throw problem(VTLDefinitions.datasetExpected, ["operator": .text(name)], at: place)
    }
    var components = first.structure.components
    for other in datasets.dropFirst() {
      components = try merge(components, other, name)
    }
    return DatasetExpression(
      node: .set(call.function, datasets),
      structure: DatasetStructure(components),
      place: place
    )
  }

  /// Components that two datasets share, with the type common to both.
  func merge(
    _ components: [DatasetComponent],
    _ other: DatasetExpression,
    _ name: String
  ) throws -> [DatasetComponent] {
    let left = Set(components.map { "\($0.name) \($0.role.rawValue)" })
    let right = Set(other.structure.components.map { "\($0.name) \($0.role.rawValue)" })
    guard left == right else {
      let different = left.symmetricDifference(right).sorted()
      throw problem(
        VTLDefinitions.structuresDiffer,
        [
          "operator": .text(name), "components": .text(different.joined(separator: ", ")),
        ],
        at: other.place
      )
    }
    var merged: [DatasetComponent] = []
    for component in components {
      guard let twin = other.structure[component.name] else { continue }
      guard let type = component.type.common(with: twin.type) else {
        throw typesDiffer(name, component.type, twin.type, at: other.place)
      }
      merged.append(
        component.with(type: type, isNullable: component.isNullable || twin.isNullable)
      )
    }
    return merged
  }

  mutating func analyse(
    _ call: ExistsInCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let name = Keyword.existsIn.rawValue
    let left = try dataset(call.left, scope, for: name)
    let right = try dataset(call.right, scope, for: name)
    let keys = try commonIdentifiers(left, right, name, at: place)
    let retain: Bool? =
      switch call.retain {
      case .true: true
      case .false: false
      default: nil
      }
    let test = DatasetComponent(
      ScalarType.boolean.genericMeasure,
      .measure,
      .boolean,
      isNullable: false
    )
    return DatasetExpression(
      node: .existsIn(left, right, keys: keys, retain: retain),
      structure: DatasetStructure(
        left.structure.identifiers + [test] + left.structure.viralAttributes
      ),
      place: place
    )
  }
}
