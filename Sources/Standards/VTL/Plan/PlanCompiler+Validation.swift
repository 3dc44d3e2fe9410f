// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Checks of data points.
extension PlanCompiler {
  /// One part for each rule, one after the other.
  mutating func checkDatapoint(
    _ check: DatapointCheckExpression,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let input = try plan(check.operand)
    var parts: [Plan] = []
    for rule in check.rules {
      var values = ValueCompiler(self)
      let consequent = try values.value(rule.consequent, as: .boolean)
      let result =
        try rule.antecedent.map { antecedent in
          // Where the antecedent does not hold, the rule does.
          !(try values.value(antecedent, as: .boolean)) || consequent
        } ?? consequent
      let name = hiddenName()
      var tested = try input.adding([NamedExpression(name, result)])
      if check.output == .invalid { tested = try tested.filter(!PlanValue.column(name)) }
      let error = try errors(rule.errorCode, rule.errorLevel, .column(name), structure)
      let columns = structure.components.map { component in
        switch component.name {
        case "ruleid": NamedExpression("ruleid", .literal(.string(rule.name)))
        case ScalarType.boolean.genericMeasure where check.output != .invalid:
          NamedExpression(component.name, .column(name))
        case "errorcode", "errorlevel":
          NamedExpression(component.name, error[component.name] ?? .literal(.null(.string)))
        default: NamedExpression(component.name)
        }
      }
      parts.append(try tested.project(columns))
    }
    guard let first = parts.first else { throw unsupported("check_datapoint") }
    return try .union(first, Array(parts.dropFirst()))
  }

  mutating func check(
    _ check: CheckExpression,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let keys = structure.identifiers.map(\.name)
    var rows = try plan(check.operand)
    let test = PlanValue.column(check.condition)
    var imbalance = PlanValue.literal(
      .null(structure["imbalance"]?.type.columnType ?? .double)
    )
    switch check.imbalance {
    case .value(let value)?:
      var values = ValueCompiler(self)
      imbalance = try values.value(value, as: structure["imbalance"]?.type.columnType ?? .double)
    case .dataset(let dataset)?:
      let name = hiddenName()
      let measure = dataset.structure.measures.first?.name ?? ""
      let other = try plan(dataset).project(
        keys.map { NamedExpression($0) } + [NamedExpression(name, .column(measure))]
      )
      rows = try rows.join(other, .left, on: keys)
      imbalance = .column(name)
    case nil: break
    }
    if check.keepsInvalidOnly { rows = try rows.filter(!test) }
    let error = try errors(check.errorCode, check.errorLevel, test, structure)
    let columns = structure.components.map { component in
      switch component.name {
      case ScalarType.boolean.genericMeasure: NamedExpression(component.name, test)
      case "imbalance": NamedExpression(component.name, imbalance)
      case "errorcode", "errorlevel":
        NamedExpression(component.name, error[component.name] ?? .literal(.null(.string)))
      default: NamedExpression(component.name)
      }
    }
    return try rows.project(columns)
  }

  /// What is said of a data point where its test fails.
  private func errors(
    _ code: Constant.Value?,
    _ level: Constant.Value?,
    _ test: PlanValue,
    _ structure: DatasetStructure
  ) throws -> [String: PlanValue] {
    var errors: [String: PlanValue] = [:]
    for (name, constant) in [("errorcode", code), ("errorlevel", level)] {
      let type = structure[name]?.type ?? .string
      let literal = ValueExpression(
        node: .constant(constant ?? .null),
        type: type,
        isNullable: true,
        place: Place(0, 0)
      )
      var values = ValueCompiler(self)
      errors[name] = .choice(
        [(!test, try values.value(literal, as: type.columnType))],
        otherwise: .literal(.null(type.columnType))
      )
    }
    return errors
  }
}
