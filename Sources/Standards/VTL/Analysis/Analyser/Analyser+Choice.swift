// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// `if`, `case` and `nvl`.
extension Analyser {
  mutating func analyseChoice(
    _ branches: [ChoiceBranch],
    _ otherwise: Expression,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetOrValue {
    var conditions: [DatasetOrValue] = []
    var values: [DatasetOrValue] = []
    for branch in branches {
      conditions.append(try analyse(branch.condition, scope))
      values.append(try analyse(branch.value, scope))
    }
    let last = try analyse(otherwise, scope)
    if conditions.contains(where: \.isDataset) {
      return .dataset(try chooseDatasets(conditions, values, last, at: place))
    }
    var typed: [ValueBranch] = []
    let type = try commonType(values + [last], at: place)
    for (condition, value) in zip(conditions, values) {
      guard case .value(let condition) = condition, case .value(let value) = value else {
        throw problem(VTLDefinitions.datasetCondition, at: place)
      }
      typed.append(
        ValueBranch(
          condition: try convert(condition, to: .boolean, for: "if"),
          value: try convert(value, to: type, for: "if")
        )
      )
    }
    guard case .value(let final) = last else {
      throw problem(VTLDefinitions.datasetCondition, at: place)
    }
    let otherwise = try convert(final, to: type, for: "else")
    return .value(
      ValueExpression(
        node: .choice(typed, otherwise: otherwise),
        type: type,
        isNullable: otherwise.isNullable || typed.contains { $0.value.isNullable },
        place: place
      )
    )
  }

  /// The type to which all branches convert.
  private func commonType(
    _ values: [DatasetOrValue],
    at place: Place
  ) throws -> ScalarType {
    var type = ScalarType.scalar
    for case .value(let value) in values {
      if value.isText, type.isTemporal || type == .duration { continue }
      guard let common = type.common(with: value.type) else {
        throw typesDiffer("if", type, value.type, at: value.place)
      }
      type = common
    }
    return type
  }

  // MARK: Datasets

  private func chooseDatasets(
    _ conditions: [DatasetOrValue],
    _ values: [DatasetOrValue],
    _ otherwise: DatasetOrValue,
    at place: Place
  ) throws -> DatasetExpression {
    var components: [DatasetComponent]?
    for case .dataset(let dataset) in values + [otherwise] {
      if let known = components {
        components = try merge(known, dataset.essential, "if")
      } else {
        components = dataset.essential.structure.components
      }
    }
    guard var components else {
      throw problem(VTLDefinitions.datasetExpected, ["operator": "if"], at: place)
    }
    for case .value(let value) in values + [otherwise] {
      components = try widen(components, by: value)
    }
    let identifiers = Set(components.filter { $0.role == .identifier }.map(\.name))
    var branches: [DatasetBranch] = []
    for (condition, value) in zip(conditions, values) {
      guard case .dataset(let dataset) = condition else {
        throw problem(VTLDefinitions.datasetCondition, at: place)
      }
      let measures = dataset.structure.measures
      guard measures.count == 1, measures[0].type == .boolean else {
        throw problem(
          VTLDefinitions.oneMeasure,
          ["operator": "if", "count": .count(measures.count)],
          at: dataset.place
        )
      }
      guard dataset.structure.identifierNames == identifiers else {
        throw problem(
          VTLDefinitions.identifiersDiffer,
          [
            "operator": "if",
            "left": .text(dataset.structure.identifiers.map(\.name).joined(separator: ", ")),
            "right": .text(identifiers.sorted().joined(separator: ", ")),
          ],
          at: dataset.place
        )
      }
      branches.append(DatasetBranch(condition: dataset, value: value))
    }
    return DatasetExpression(
      node: .choice(branches, otherwise: otherwise),
      structure: DatasetStructure(components),
      place: place
    )
  }

  /// Measures that take a scalar in some branch.
  private func widen(
    _ components: [DatasetComponent],
    by value: ValueExpression
  ) throws -> [DatasetComponent] {
    var widened: [DatasetComponent] = []
    for component in components {
      guard component.role == .measure else {
        widened.append(component)
        continue
      }
      guard let type = component.type.common(with: value.type) else {
        throw typesDiffer("if", component.type, value.type, at: value.place)
      }
      widened.append(
        component.with(type: type, isNullable: component.isNullable || value.isNullable)
      )
    }
    return widened
  }

  // MARK: nvl

  mutating func analyseNvl(
    _ arguments: [DatasetOrValue?],
    at place: Place
  ) throws -> DatasetOrValue {
    let result = try apply(.function(.nvl), arguments, at: place)
    let isFilled: Bool
    if case .value(let value)?? = arguments.last {
      isFilled = !value.isNullable
    } else {
      isFilled = false
    }
    switch result {
    case .value(let value):
      return .value(
        ValueExpression(
          node: value.node,
          type: value.type,
          isNullable: value.isNullable && !isFilled,
          place: place
        )
      )
    case .dataset(let dataset):
      guard isFilled else { return result }
      return .dataset(
        DatasetExpression(
          node: dataset.node,
          structure: DatasetStructure(
            dataset.structure.components.map {
              $0.role == .measure ? $0.with(isNullable: false) : $0
            }
          ),
          place: place
        )
      )
    }
  }
}

extension DatasetOrValue {
  var isDataset: Bool {
    if case .dataset = self { true } else { false }
  }
}

extension DatasetExpression {
  /// The dataset as operators see it: without the attributes that are not carried on.
  fileprivate var essential: DatasetExpression {
    DatasetExpression(
      node: node,
      structure: DatasetStructure(structure.components.filter { $0.role != .attribute }),
      place: place
    )
  }
}
