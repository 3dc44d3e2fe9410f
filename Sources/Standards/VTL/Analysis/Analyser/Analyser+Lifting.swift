// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Operators on the measures of datasets.
extension Analyser {
  /// An operator on the measures of one dataset, or on the measures of the same names of two.
  func lift(
    _ operation: ScalarOperator,
    _ signature: OperatorSignature,
    _ arguments: [DatasetOrValue?],
    _ values: [ValueExpression?],
    _ indices: [Int],
    at place: Place
  ) throws -> DatasetExpression {
    let name = operation.spelling
    var datasets: [DatasetExpression] = []
    for index in indices {
      if case .dataset(let dataset)? = arguments[index] { datasets.append(dataset) }
    }
    for dataset in datasets { try checkMeasures(dataset, signature, name, at: dataset.place) }
    let base = datasets.count == 1 ? datasets[0] : try pair(datasets, name, at: place)
    var outputs = keptComponents(of: base)
    for measure in datasets[0].structure.measures {
      var row = values
      for (position, index) in indices.enumerated() {
        let column = datasets.count == 1 ? measure.name : "\(position)#\(measure.name)"
        row[index] = read(column, base, at: datasets[position].place)
      }
      let value = try apply(operation, signature, row, at: place)
      let output = signature.changesType ? value.type.genericMeasure : measure.name
      outputs.append((measure.renamed(output).with(type: value.type), value))
    }
    return project(base, outputs, at: place)
  }

  /// A column of a dataset as a value of its row.
  func read(_ column: String, _ dataset: DatasetExpression, at place: Place) -> ValueExpression {
    let component = dataset.structure[column]
    return ValueExpression(
      node: .component(column),
      type: component?.type ?? .scalar,
      isNullable: component?.isNullable ?? true,
      place: place
    )
  }

  func checkMeasures(
    _ dataset: DatasetExpression,
    _ signature: OperatorSignature,
    _ name: String,
    at place: Place
  ) throws {
    let measures = dataset.structure.measures
    if dataset.structure.isOpen {
      throw problem(VTLDefinitions.openStructure, ["component": .text(name)], at: place)
    }
    if measures.isEmpty {
      throw problem(VTLDefinitions.noMeasure, ["operator": .text(name)], at: place)
    }
    if signature.changesType || signature.isSingleMeasure, measures.count != 1 {
      throw problem(
        VTLDefinitions.oneMeasure,
        ["operator": .text(name), "count": .count(measures.count)],
        at: place
      )
    }
  }

  /// The identifiers and viral attributes of a dataset, as they are.
  func keptComponents(
    of dataset: DatasetExpression
  ) -> [(DatasetComponent, ValueExpression)] {
    (dataset.structure.identifiers + dataset.structure.viralAttributes).map {
      ($0, read($0.name, dataset, at: dataset.place))
    }
  }

  /// A dataset of computed columns: identifiers first, then measures, then attributes.
  func project(
    _ dataset: DatasetExpression,
    _ outputs: [(DatasetComponent, ValueExpression)],
    at place: Place
  ) -> DatasetExpression {
    let roles: [[ComponentRole]] = [[.identifier], [.measure], [.attribute, .viralAttribute]]
    let ordered = roles.flatMap { group in outputs.filter { group.contains($0.0.role) } }
    return DatasetExpression(
      node: .project(dataset, ordered.map { ProjectedComponent(name: $0.0.name, value: $0.1) }),
      structure: DatasetStructure(ordered.map { $0.0.with(isNullable: $0.1.isNullable) }),
      place: place
    )
  }
}
