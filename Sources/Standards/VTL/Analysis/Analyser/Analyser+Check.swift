// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// `check`.
extension Analyser {
  mutating func analyse(
    _ call: CheckCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let name = Keyword.check.rawValue
    let dataset = try dataset(call.operand, scope, for: name)
    let measures = dataset.structure.measures
    guard measures.count == 1 else {
      throw problem(
        VTLDefinitions.oneMeasure,
        ["operator": .text(name), "count": .count(measures.count)],
        at: dataset.place
      )
    }
    _ = try convert(read(measures[0].name, dataset, at: dataset.place), to: .boolean, for: name)
    let (imbalance, type) = try imbalance(call, dataset, scope)
    let components =
      dataset.structure.identifiers
      + [
        DatasetComponent(ScalarType.boolean.genericMeasure, .measure, .boolean),
        DatasetComponent("imbalance", .measure, type),
      ] + errorMeasures([(call.errorCode?.value, call.errorLevel?.value)])
      + dataset.structure.viralAttributes
    return DatasetExpression(
      node: .check(
        CheckExpression(
          operand: dataset,
          condition: measures[0].name,
          errorCode: call.errorCode?.value,
          errorLevel: call.errorLevel?.value,
          imbalance: imbalance,
          keepsInvalidOnly: call.output == .invalid
        )
      ),
      structure: DatasetStructure(components),
      place: place
    )
  }

  mutating func imbalance(
    _ call: CheckCall,
    _ dataset: DatasetExpression,
    _ scope: Scope
  ) throws -> (DatasetOrValue?, ScalarType) {
    guard let expression = call.imbalance else { return (nil, .number) }
    let name = Keyword.imbalance.rawValue
    let value = try analyse(expression, scope)
    switch value {
    case .value(let scalar):
      return (value, try convert(scalar, to: .number, for: name).type)
    case .dataset(let other):
      let measure = try numericMeasure(of: other, name, at: expression.place)
      guard other.structure.identifierNames == dataset.structure.identifierNames else {
        throw problem(
          VTLDefinitions.identifiersDiffer,
          [
            "operator": .text(name),
            "left": .text(dataset.structure.identifiers.map(\.name).joined(separator: ", ")),
            "right": .text(other.structure.identifiers.map(\.name).joined(separator: ", ")),
          ],
          at: other.place
        )
      }
      return (value, measure.type)
    }
  }
}
