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
    for name in aggregation.propagated {
      guard let component = structure[name] else { continue }
      let hidden = "_p_\(name)"
      let (more, value) = try reduced(component, hidden)
      aggregates += more
      columns.append(NamedExpression(name, value))
    }
    // A group needs something that is computed of it.
    if aggregates.isEmpty { aggregates = [NamedAggregate("_a1", .countRows)] }
    var grouped = try beside(input, values).aggregate(by: aggregation.keys, aggregates)
    if let condition { grouped = try grouped.filter(condition) }
    return try grouped.project(columns).select(structure.names)
  }

  /// The values of a viral attribute in a group as one, by its propagation.
  ///
  /// Clauses for single values come down to their presence in the group; those for pairs need the set
  /// of values, which no plan has yet.
  func reduced(
    _ component: DatasetComponent,
    _ hidden: String
  ) throws -> ([NamedAggregate], PlanValue) {
    let column = PlanValue.column(component.name)
    let type = component.type.columnType
    let least = NamedAggregate(hidden, .minimum(column))
    let greatest = NamedAggregate(hidden + "_", .maximum(column))
    guard let rule = propagation.rule(of: component) else {
      let all = NamedAggregate(hidden + "_n", .countRows)
      let known = NamedAggregate(hidden + "_k", .count(column))
      let isKnown = PlanValue.column(hidden + "_n").equals(.column(hidden + "_k"))
      return (
        [least, all, known],
        .choice([(isKnown, .column(hidden))], otherwise: .literal(.null(type)))
      )
    }
    switch rule.body {
    case .aggregate(.min): return ([least], .column(hidden))
    case .aggregate(.max): return ([greatest], .column(hidden + "_"))
    case .aggregate: throw unsupported("viral propagation \(rule.name.text)")
    case .enumerated(let rules, let otherwise):
      guard rules.allSatisfy({ $0.second == nil }), type == .string else {
        throw unsupported("viral propagation \(rule.name.text)")
      }
      return presence(rules, otherwise, component, hidden)
    }
  }

  private func presence(
    _ rules: [ViralPropagationDefinition.Rule],
    _ otherwise: Constant?,
    _ component: DatasetComponent,
    _ hidden: String
  ) -> ([NamedAggregate], PlanValue) {
    var aggregates: [NamedAggregate] = [
      NamedAggregate(hidden, .countRows),
      NamedAggregate(hidden + "_", .minimum(.column(component.name))),
    ]
    var branches: [(condition: PlanValue, value: PlanValue)] = [
      // One value alone is not combined with anything.
      (PlanValue.column(hidden).equals(1), .column(hidden + "_"))
    ]
    for (index, rule) in rules.enumerated() {
      guard case .string(let text) = rule.first.value else { continue }
      let name = "\(hidden)\(index)"
      let isThere = PlanValue.choice(
        [(PlanValue.column(component.name).equals(.literal(.string(text))), 1)]
      )
      aggregates.append(NamedAggregate(name, .count(isThere)))
      branches.append((PlanValue.column(name) > 0, resultText(rule.result)))
    }
    return (aggregates, .choice(branches, otherwise: otherwise.map { resultText($0) }))
  }

  private func resultText(_ constant: Constant) -> PlanValue {
    if case .string(let text) = constant.value { return .literal(.string(text)) }
    return .literal(.null(.string))
  }
}
