// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Two datasets whose rows meet.
extension Analyser {
  /// Two datasets whose rows meet by their common identifiers.
  ///
  /// The measures of the left stand as `0#name`, those of the right as `1#name`.
  func pair(
    _ datasets: [DatasetExpression],
    _ name: String,
    at place: Place
  ) throws -> DatasetExpression {
    let (left, right) = (datasets[0], datasets[1])
    let leftMeasures = left.structure.measures.map(\.name)
    guard Set(leftMeasures) == Set(right.structure.measures.map(\.name)) else {
      throw problem(
        VTLDefinitions.measuresDiffer,
        [
          "operator": .text(name), "left": .text(leftMeasures.joined(separator: ", ")),
          "right": .text(right.structure.measures.map(\.name).joined(separator: ", ")),
        ],
        at: place
      )
    }
    let keys = try commonIdentifiers(left, right, name, at: place)
    let isLeftWider = left.structure.identifiers.count >= right.structure.identifiers.count
    let wider = isLeftWider ? 0 : 1
    var columns: [(DatasetComponent, Combination.Column)] = []
    for identifier in datasets[wider].structure.identifiers {
      columns.append((identifier, .of(identifier.name, [(wider, identifier.name)])))
    }
    for (index, dataset) in datasets.enumerated() {
      for measure in dataset.structure.measures {
        let column = "\(index)#\(measure.name)"
        columns.append((measure.renamed(column), .of(column, [(index, measure.name)])))
      }
    }
    columns += viralColumns(datasets)
    return combination(.inner, datasets, ["0", "1"], keys: keys, columns, at: place)
  }

  /// The viral attributes of several datasets, each once.
  func viralColumns(
    _ datasets: [DatasetExpression]
  ) -> [(DatasetComponent, Combination.Column)] {
    var columns: [(DatasetComponent, Combination.Column)] = []
    for (index, dataset) in datasets.enumerated() {
      for attribute in dataset.structure.viralAttributes {
        if columns.contains(where: { $0.0.name == attribute.name }) { continue }
        let sources = datasets.enumerated().filter {
          $0.element.structure[attribute.name]?.role == .viralAttribute && $0.offset >= index
        }
        let list = sources.map { ($0.offset, attribute.name) }
        columns.append((attribute, .of(attribute.name, list, isPropagated: list.count > 1)))
      }
    }
    return columns
  }

  func combination(
    _ kind: Combination.Kind,
    _ datasets: [DatasetExpression],
    _ aliases: [String],
    keys: [String],
    _ columns: [(DatasetComponent, Combination.Column)],
    at place: Place
  ) -> DatasetExpression {
    DatasetExpression(
      node: .combine(
        Combination(
          kind: kind,
          operands: zip(aliases, datasets).map { .init(alias: $0, dataset: $1) },
          keys: keys,
          columns: columns.map(\.1)
        )
      ),
      structure: DatasetStructure(columns.map(\.0)),
      place: place
    )
  }

  /// The identifiers that both datasets have; one of them must have all of the other's.
  func commonIdentifiers(
    _ left: DatasetExpression,
    _ right: DatasetExpression,
    _ name: String,
    at place: Place
  ) throws -> [String] {
    let first = left.structure.identifierNames
    let second = right.structure.identifierNames
    guard first.isSubset(of: second) || second.isSubset(of: first) else {
      throw problem(
        VTLDefinitions.identifiersDiffer,
        [
          "operator": .text(name),
          "left": .text(left.structure.identifiers.map(\.name).joined(separator: ", ")),
          "right": .text(right.structure.identifiers.map(\.name).joined(separator: ", ")),
        ],
        at: place
      )
    }
    let keys = left.structure.identifiers.map(\.name).filter(second.contains)
    try checkKeyTypes(keys, left, right, at: place)
    return keys
  }

  func checkKeyTypes(
    _ keys: [String],
    _ left: DatasetExpression,
    _ right: DatasetExpression,
    at place: Place
  ) throws {
    for key in keys {
      guard let first = left.structure[key], let second = right.structure[key] else { continue }
      if first.type.common(with: second.type) == nil {
        throw typesDiffer(key, first.type, second.type, at: place)
      }
    }
  }
}
