// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation
internal import Structures

/// Components as observations: one for each unit that a component is measured in.
extension Measurement {
  private static let activity = "_activity"

  /// The valuations that are reported.
  func reported(_ components: Plan) throws(Diagnostic) -> Plan {
    guard components.schema["REPORTED"] != nil else { return components }
    return try components.filter(.call(.coalesce, .column("REPORTED"), .literal(false)))
  }

  /// One row = one activity in one combination of the keys and one unit: its sum, and how many of its
  /// components lack what the sum needs.
  ///
  /// Activities are kept apart so that each total counts an activity once.
  ///
  /// - Parameters:
  ///   - components: one row = one component, for what is counted in other units.
  ///   - owned: the same with money of one's own.
  /// - Returns: the cells.
  /// - Throws: what the plan refuses.
  func cells(_ components: Plan, money owned: Plan) throws(Diagnostic) -> Plan {
    var observed: [Plan] = []
    for unit in money { observed.append(try self.observed(unit, in: owned, isMoney: true)) }
    if components.schema["QUANTITY"] != nil { observed.append(try native(components)) }
    for unit in otherMoney {
      observed.append(try self.observed(unit, in: owned, isMoney: false))
    }
    for unit in quantities {
      observed.append(try self.observed(unit, in: components, isMoney: false))
    }
    guard let first = observed.first else { return components }
    return try Plan.union(first, Array(observed.dropFirst())).aggregate(
      by: keys.map(\.output) + [Self.unit, Self.activity],
      [
        NamedAggregate("_sum", .sum(.column("_value"))),
        NamedAggregate("_lacking", .sum(.column("_lacks"))),
      ]
    )
  }

  /// The components that belong to a group with one of these meanings; all where no group is said.
  private func belonging(
    _ components: Plan,
    to meanings: Set<RuleSettings.GroupMeaning>
  ) throws(Diagnostic) -> Plan {
    guard !groups.isEmpty else { return components }
    let codes = meanings.flatMap { groups[$0] ?? [] }.sorted()
    return try components.filter(.column("MODALITY_GROUP", isAny: codes))
  }

  /// A column with a unit of its own.
  ///
  /// Money is asked of every component of a group in money; another
  /// quantity only counts where it is stated, and where the component's own quantity is not the same.
  private func observed(
    _ unit: Unit,
    in components: Plan,
    isMoney: Bool
  ) throws(Diagnostic) -> Plan {
    let value = Expression.column(unit.column)
    let code = Expression.literal(.string(unit.code))
    guard isMoney else {
      var stated = value.isNotNull
      if components.schema["QUANTITY"] != nil {
        let isSame = Expression.call(.coalesce, Expression.column("UNIT").equals(code), false)
        stated = stated && !(isSame && Expression.column("QUANTITY").isNotNull)
      }
      return try row(components.filter(stated), value, unit: code)
    }
    return try row(belonging(components, to: [.money, .moneyAndQuantity]), value, unit: code)
  }

  /// Quantities in the units that the components state.
  private func native(_ components: Plan) throws(Diagnostic) -> Plan {
    let counted = try belonging(components, to: [.quantity, .moneyAndQuantity])
    let unit = Expression.call(.coalesce, .column("UNIT"), .literal(.string(unknownUnit)))
    // A number without a unit is no quantity: it is counted as lacking, and added to nothing.
    let value = Expression.choice([
      (condition: Expression.column("UNIT").isNotNull, value: .column("QUANTITY"))
    ])
    return try row(counted, value, unit: unit)
  }

  private func row(
    _ components: Plan,
    _ value: Expression,
    unit: Expression
  ) throws(Diagnostic) -> Plan {
    let type = structure[Self.value]?.representation.columnType ?? .decimal(precision: 38, scale: 2)
    let lacks = Expression.choice(
      [(condition: value.isNull, value: .literal(.integer(1)))],
      otherwise: .literal(.integer(0))
    )
    return try components.project(
      keys.map { NamedExpression($0.output, .column($0.input)) } + [
        NamedExpression(Self.unit, unit), NamedExpression(Self.activity, .column("ACTIVITY")),
        NamedExpression("_value", value.cast(to: type)), NamedExpression("_lacks", lacks),
      ]
    )
  }

  /// Every combination of totals: all keys, each summed, several summed; the unit is always kept.
  func totals(of cells: Plan) throws(Diagnostic) -> Plan {
    let summed = keys.map(\.output).filter { totals[$0] != nil }
    var plans: [Plan] = []
    for pattern in 0..<(1 << summed.count) {
      let replaced = summed.indices.filter { pattern & (1 << $0) != 0 }.map { summed[$0] }
      plans.append(try total(cells, over: Set(replaced)))
    }
    guard let first = plans.first else { return cells }
    return try .union(first, Array(plans.dropFirst()))
  }

  private func total(_ cells: Plan, over summed: Set<String>) throws(Diagnostic) -> Plan {
    let kept = keys.map(\.output).filter { !summed.contains($0) }
    let grouped = try cells.aggregate(
      by: kept + [Self.unit],
      [
        NamedAggregate("_value", .sum(.column("_sum"))),
        NamedAggregate("_activities", .countDistinct(.column(Self.activity))),
        NamedAggregate("_incomplete", .sum(.column("_lacking"))),
      ]
    )
    return try grouped.project(
      structure.components.map { component in
        let type = component.representation.columnType
        let expression: Expression =
          switch component.id {
          case Self.value: Expression.column("_value").cast(to: type)
          case Self.activities: Expression.column("_activities").cast(to: type)
          case Self.incomplete: Expression.column("_incomplete").cast(to: type)
          case let id where summed.contains(id): .literal(.string(totals[id] ?? ""))
          case let id where kept.contains(id) || id == Self.unit: .column(id)
          default: .literal(.null(type))
          }
        return NamedExpression(component.id, expression)
      }
    )
  }
}
