// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Groups of rows.
extension PlanCompiler {
  /// Aggregates of each group, the condition on groups, then the columns of the result.
  mutating func aggregate(
    _ input: Plan,
    _ aggregation: Aggregation,
    _ structure: DatasetStructure
  ) throws -> Plan {
    var values = ValueCompiler(self)
    var input = input
    if let time = aggregation.time, let type = structure[time.component]?.type {
      let period = try values.aggregated(.column(time.component), type, time.period)
      input = try input.replacing(time.component, by: period)
    }
    var columns = aggregation.keys.map { NamedExpression($0) }
    for output in aggregation.outputs {
      let type = structure[output.name]?.type.columnType ?? .string
      columns.append(NamedExpression(output.name, try values.value(output.value, as: type)))
    }
    let condition = try aggregation.having.map { try values.value($0, as: .boolean) }
    var aggregates = values.aggregates
    var steps: [NamedExpression] = []
    for name in aggregation.propagated {
      guard let component = structure[name] else { continue }
      let reduction = try reduction(of: component)
      aggregates += reduction.aggregates
      steps += reduction.steps
      columns.append(NamedExpression(name, reduction.value))
    }
    // A group needs something that is computed of it.
    if aggregates.isEmpty { aggregates = [NamedAggregate("_a1", .countRows)] }
    var grouped = try beside(input, values).aggregate(by: aggregation.keys, aggregates)
    if let condition { grouped = try grouped.filter(condition) }
    return try grouped.adding(oneByOne: steps).project(columns).select(structure.names)
  }
}
