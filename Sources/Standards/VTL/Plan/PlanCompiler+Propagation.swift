// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Viral attributes: several values as one, by the rule of the attribute.
///
/// Where a script defines none, the least value prevails, and no value prevails over any: an operation that
/// does not depend on the order of values, as the standard demands.
///
/// - Source: VTL 2.2 reference manual, "define viral propagation".
extension PlanCompiler {
  /// The values that stand beside each other in a row as one.
  func propagated(_ values: [PlanValue], _ component: DatasetComponent) throws -> PlanValue {
    guard let first = values.first, values.count > 1 else {
      return values.first ?? .literal(.null(component.type.columnType))
    }
    let none = PlanValue.literal(.null(component.type.columnType))
    guard let rule = propagation.rule(of: component) else {
      let isMissing = PlanValue.balanced(values.map(\.isNull), .or) ?? false
      return .choice([(isMissing, none)], otherwise: .call(.least, values))
    }
    switch rule.body {
    case .aggregate(.min): return .call(.least, values)
    case .aggregate(.max): return .call(.greatest, values)
    case .aggregate(let word):
      guard let sum = PropagatedSum(component, word) else {
        throw unsupported("viral propagation \(rule.name.text)")
      }
      return sum.value(of: values)
    case .enumerated(let rules, let otherwise):
      let table = try PropagationTable(rules, otherwise, component)
      return values.dropFirst().reduce(first) { table.pair($0, $1) }
    }
  }

  /// The values of a group as one.
  struct Reduction {
    /// What is taken of the rows of the group.
    let aggregates: [NamedAggregate]
    /// Columns that are computed after them, each of which reads the one before it.
    var steps: [NamedExpression] = []
    /// The value, of these columns.
    let value: PlanValue
  }

  /// How the values of a viral attribute in a group become one.
  func reduction(of component: DatasetComponent) throws -> Reduction {
    let hidden = "_p_\(component.name)"
    let column = PlanValue.column(component.name)
    guard let rule = propagation.rule(of: component) else {
      let isKnown = PlanValue.column(hidden + "_n").equals(.column(hidden + "_k"))
      let none = PlanValue.literal(.null(component.type.columnType))
      return Reduction(
        aggregates: [
          NamedAggregate(hidden, .minimum(column)), NamedAggregate(hidden + "_n", .countRows),
          NamedAggregate(hidden + "_k", .count(column)),
        ],
        value: .choice([(isKnown, .column(hidden))], otherwise: none)
      )
    }
    switch rule.body {
    case .aggregate(.min):
      return Reduction(
        aggregates: [NamedAggregate(hidden, .minimum(column))],
        value: .column(hidden)
      )
    case .aggregate(.max):
      return Reduction(
        aggregates: [NamedAggregate(hidden, .maximum(column))],
        value: .column(hidden)
      )
    case .aggregate(let word):
      guard let sum = PropagatedSum(component, word) else {
        throw unsupported("viral propagation \(rule.name.text)")
      }
      return Reduction(
        aggregates: [NamedAggregate(hidden, sum.aggregate(of: column))],
        value: sum.result(of: .column(hidden))
      )
    case .enumerated(let rules, let otherwise):
      return try PropagationTable(rules, otherwise, component).reduction(hidden)
    }
  }
}

/// Viral propagation by `sum` and `avg`: values that are missing do not count.
struct PropagatedSum {
  private let isMean: Bool
  private let type: ColumnType

  /// `nil` where the attribute is no number, or its mean would be none of its type.
  init?(_ component: DatasetComponent, _ word: Keyword) {
    isMean = word == .avg
    type = component.type.columnType
    guard component.type == .number || component.type == .integer && !isMean else { return nil }
  }

  func value(of values: [PlanValue]) -> PlanValue {
    let zero = PlanValue.literal(type == .double ? .double(0) : .integer(0))
    let sum = PlanValue.balanced(values.map { .call(.coalesce, $0, zero) }, .add) ?? zero
    let isNothing = PlanValue.balanced(values.map(\.isNull), .and) ?? true
    let none = PlanValue.literal(.null(type))
    guard isMean else { return .choice([(isNothing, none)], otherwise: sum) }
    let ones = values.map { value in
      PlanValue.choice([(value.isNull, zero)], otherwise: .literal(.double(1)))
    }
    let count = PlanValue.balanced(ones, .add) ?? zero
    return .choice([(isNothing, none)], otherwise: sum / count)
  }

  func aggregate(of column: PlanValue) -> Aggregate {
    if isMean { return .approximateMean(column) }
    return type == .double ? .approximateSum(column) : .sum(column)
  }

  func result(of sum: PlanValue) -> PlanValue { type == .double ? sum : sum.cast(to: type) }
}

extension Plan {
  /// The plan with computed columns, each of which may read those before it.
  func adding(oneByOne columns: [NamedExpression]) throws -> Plan {
    try columns.reduce(self) { plan, column in try plan.adding([column]) }
  }
}
