// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Rows of several datasets that meet.
extension PlanCompiler {
  /// Joins operands from the left; each keeps its columns apart under `number.name` until the end.
  mutating func combine(
    _ combination: Combination,
    _ structure: DatasetStructure
  ) throws -> Plan {
    var joined: Plan?
    var keyColumns: [String: String] = [:]
    for (index, operand) in combination.operands.enumerated() {
      let part = try renamed(plan(operand.dataset), index)
      let present = combination.keys.filter { part.schema["\(index).\($0)"] != nil }
      guard let left = joined else {
        joined = part
        for key in present { keyColumns[key] = "\(index).\(key)" }
        continue
      }
      var pairs: [JoinKey] = []
      for key in present {
        if let column = keyColumns[key] {
          pairs.append(JoinKey(column, "\(index).\(key)"))
        } else {
          keyColumns[key] = "\(index).\(key)"
        }
      }
      joined = try left.join(part, kind(combination.kind), on: pairs)
    }
    guard let joined else { throw unsupported("join") }
    let columns = try zip(combination.columns, structure.components).map { column, component in
      NamedExpression(
        column.name,
        try value(of: column, component, keyColumns, joined)
      )
    }
    return try joined.project(columns)
  }

  private func kind(_ kind: Combination.Kind) -> JoinKind {
    switch kind {
    case .left: .left
    case .full: .full
    case .inner, .cross: .inner
    }
  }

  private func renamed(_ plan: Plan, _ index: Int) throws -> Plan {
    try plan.project(
      plan.schema.names.map { NamedExpression("\(index).\($0)", .column($0)) }
    )
  }

  private func value(
    of column: Combination.Column,
    _ component: DatasetComponent,
    _ keys: [String: String],
    _ joined: Plan
  ) throws -> PlanValue {
    if let key = keys[column.name], column.sources.contains(where: { $0.component == column.name }),
      !column.isPropagated
    {
      return widened(.column(key), joined.schema[key]?.type, component)
    }
    let values = column.sources.map { source in
      let name = "\(source.operand).\(source.component)"
      return widened(.column(name), joined.schema[name]?.type, component)
    }
    guard var value = values.first else { throw unsupported(column.name) }
    if column.isPropagated { value = try propagated(values, component) }
    guard let other = column.defaultValue else { return value }
    let literal = ValueExpression(
      node: .constant(other),
      type: component.type,
      isNullable: false,
      place: Place(0, 0)
    )
    var values2 = ValueCompiler(self)
    return .call(.coalesce, value, try values2.value(literal, as: component.type.columnType))
  }

  private func widened(
    _ value: PlanValue,
    _ type: ColumnType?,
    _ component: DatasetComponent
  ) -> PlanValue {
    value.converted(from: type, to: component.type.columnType)
  }
}
