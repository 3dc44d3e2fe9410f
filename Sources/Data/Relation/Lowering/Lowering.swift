// SPDX-License-Identifier: Apache-2.0

/// A named rewrite that brings a plan closer to what every engine can write.
///
/// Rewrites are pure, are applied from the leaves upward in the order of ``all``, and never change
/// what a plan yields. Each has its own test.
struct Lowering: Sendable {
  /// The name, for tests and traces.
  let name: String
  /// The rewrite of one node whose inputs are rewritten already.
  let apply: @Sendable (Plan) -> Plan

  /// All rewrites, in order.
  static let all: [Lowering] = [
    keySetsAsJoins, flatUnions, joinedFilters, joinedProjections, emptyValues, wideDecimals,
  ]

  /// The plan with all rewrites applied.
  static func lower(_ plan: Plan) -> Plan {
    all.reduce(plan) { plan, lowering in plan.rewritten(by: lowering.apply) }
  }

  /// Set operations by key become semi and anti joins in which missing keys are equal.
  static let keySetsAsJoins = Lowering(name: "key-sets-as-joins") { plan in
    guard case .keySet(let left, let right, let kind, let keys) = plan.node else { return plan }
    let joinKeys = keys.map { JoinKey($0.left, $0.right, nullsMatch: true) }
    return Plan(
      .join(left, right, kind == .intersect ? .semi : .anti, joinKeys),
      schema: plan.schema
    )
  }

  /// A union of unions becomes one union.
  static let flatUnions = Lowering(name: "flat-unions") { plan in
    guard case .union(let inputs) = plan.node else { return plan }
    let flat = inputs.flatMap { input in
      if case .union(let inner) = input.node { inner } else { [input] }
    }
    return Plan(.union(flat), schema: plan.schema)
  }

  /// A filter of a filter becomes one filter.
  static let joinedFilters = Lowering(name: "joined-filters") { plan in
    guard case .filter(let inner, let outerCondition) = plan.node,
      case .filter(let input, let innerCondition) = inner.node
    else { return plan }
    return Plan(.filter(input, innerCondition && outerCondition), schema: plan.schema)
  }

  /// Values without a row become one row of missing values that no one lets through.
  static let emptyValues = Lowering(name: "empty-values") { plan in
    guard case .values(let rows) = plan.node, rows.isEmpty else { return plan }
    let missing = plan.schema.fields.map { Literal.null($0.type) }
    return Plan(.filter(Plan(.values([missing]), schema: plan.schema), false), schema: plan.schema)
  }
}

extension Plan {
  /// The plan with every node replaced, inputs first.
  func rewritten(by rewrite: (Plan) -> Plan) -> Plan {
    func inner(_ plan: Plan) -> Plan { plan.rewritten(by: rewrite) }
    let node: Node =
      switch node {
      case .scan, .values: node
      case .filter(let input, let condition): .filter(inner(input), condition)
      case .project(let input, let columns): .project(inner(input), columns)
      case .join(let left, let right, let kind, let keys):
        .join(inner(left), inner(right), kind, keys)
      case .aggregate(let input, let keys, let columns):
        .aggregate(inner(input), by: keys, columns)
      case .window(let input, let columns): .window(inner(input), columns)
      case .expand(let input, let name, let lower, let upper):
        .expand(inner(input), name, from: lower, through: upper)
      case .query(let text, let inputs):
        .query(text, inputs.map { NamedPlan($0.name, inner($0.plan)) })
      case .union(let inputs): .union(inputs.map(inner))
      case .distinct(let input): .distinct(inner(input))
      case .keySet(let left, let right, let kind, let keys):
        .keySet(inner(left), inner(right), kind, keys)
      case .sort(let input, let keys): .sort(inner(input), keys)
      case .limit(let input, let count, let offset):
        .limit(inner(input), count: count, offset: offset)
      }
    return rewrite(Plan(node, schema: schema))
  }

  /// The inputs of the plan's outermost operation.
  var inputs: [Plan] {
    switch node {
    case .scan, .values: []
    case .filter(let input, _), .project(let input, _), .aggregate(let input, _, _),
      .window(let input, _), .expand(let input, _, _, _), .distinct(let input), .sort(let input, _),
      .limit(let input, _, _):
      [input]
    case .join(let left, let right, _, _), .keySet(let left, let right, _, _): [left, right]
    case .query(_, let inputs): inputs.map(\.plan)
    case .union(let inputs): inputs
    }
  }
}
