// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation
internal import Structures

/// Components as observations: one for each unit that a component is measured in.
extension Measurement {
  static let activity = "_activity"
  static let observation = "_value"
  static let lacking = "_lacks"

  /// The valuations that are reported.
  func reported(_ components: Plan) throws(Diagnostic) -> Plan {
    guard components.schema["REPORTED"] != nil else { return components }
    return try components.filter(.call(.coalesce, .column("REPORTED"), .literal(false)))
  }

  /// One row = one component in one unit: its value, and whether it lacks what a sum needs.
  ///
  /// - Parameters:
  ///   - components: one row = one component, for what is counted in other units.
  ///   - owned: the same with money of one's own.
  /// - Returns: the keys, the unit, ``activity``, ``observation`` and ``lacking``.
  /// - Throws: what the plan refuses.
  func observed(_ components: Plan, money owned: Plan) throws(Diagnostic) -> Plan {
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
    return try Plan.union(first, Array(observed.dropFirst()))
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
        NamedExpression(Self.observation, value.cast(to: type)),
        NamedExpression(Self.lacking, lacks),
      ]
    )
  }
}
