// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Checks of data points.
extension PlanCompiler {
  /// How many rules one scan of the data looks at.
  ///
  /// Each rule costs a column in its scan and a branch for each row that it gives; more rules mean more scans.
  private static let rulesInScan = 16

  /// Every rule on each data point, a scan for several rules at once.
  mutating func checkDatapoint(
    _ check: DatapointCheckExpression,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let size = Self.rulesInScan
    var input = try plan(check.operand)
    if check.rules.count > size { input = stored(input) }
    var parts: [Plan] = []
    for start in stride(from: 0, to: check.rules.count, by: size) {
      let rules = Array(check.rules[start..<min(start + size, check.rules.count)])
      parts.append(try checked(input, rules, check.output, structure))
    }
    guard let first = parts.first else { throw unsupported("check_datapoint") }
    return try .union(first, Array(parts.dropFirst()))
  }

  /// One row for each data point and rule; of those that fail alone where only they are asked for.
  private mutating func checked(
    _ input: Plan,
    _ rules: [DatapointCheckExpression.Rule],
    _ output: Keyword,
    _ structure: DatasetStructure
  ) throws -> Plan {
    var values = ValueCompiler(self)
    var tests: [NamedExpression] = []
    for rule in rules {
      let consequent = try values.value(rule.consequent, as: .boolean)
      // Where the antecedent does not hold, the rule does.
      let antecedent = try rule.antecedent.map { try values.value($0, as: .boolean) }
      tests.append(
        NamedExpression(hiddenName(), antecedent.map { !$0 || consequent } ?? consequent)
      )
    }
    var tested = try beside(input, values).adding(tests)
    if output == .invalid {
      let failures = tests.map { !PlanValue.column($0.name) }
      tested = try tested.filter(failures.dropFirst().reduce(failures[0]) { $0 || $1 })
    }
    let number = hiddenName()
    let (result, isRule) = (
      tests.map { PlanValue.column($0.name) },
      tests.indices.map { PlanValue.column(number).equals(TimeCode.whole($0)) }
    )
    func perRule(_ values: [PlanValue]) -> PlanValue {
      values.count == 1
        ? values[0]
        : .choice(zip(isRule, values).map { (condition: $0, value: $1) })
    }
    let test = perRule(result)
    var rows =
      try rules.count == 1
      ? tested
      : tested.expanding(number, from: 0, through: TimeCode.whole(rules.count - 1))
    if output == .invalid, rules.count > 1 { rows = try rows.filter(!test) }
    let columns = try structure.components.map { component in
      switch component.name {
      case "ruleid":
        NamedExpression("ruleid", perRule(rules.map { .literal(.string($0.name)) }))
      case ScalarType.boolean.genericMeasure where output != .invalid:
        NamedExpression(component.name, test)
      case "errorcode", "errorlevel":
        NamedExpression(
          component.name,
          perRule(
            try zip(rules, result).map { rule, result in
              let constant = component.name == "errorcode" ? rule.errorCode : rule.errorLevel
              return try error(constant, component.type, where: result)
            }
          )
        )
      default: NamedExpression(component.name)
      }
    }
    return try rows.project(columns)
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
      rows = try beside(rows, values)
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
    let columns = try structure.components.map { component in
      switch component.name {
      case ScalarType.boolean.genericMeasure: NamedExpression(component.name, test)
      case "imbalance": NamedExpression(component.name, imbalance)
      case "errorcode":
        NamedExpression("errorcode", try error(check.errorCode, component.type, where: test))
      case "errorlevel":
        NamedExpression("errorlevel", try error(check.errorLevel, component.type, where: test))
      default: NamedExpression(component.name)
      }
    }
    return try rows.project(columns)
  }

  /// What is said of a data point where its test fails.
  private func error(
    _ constant: Constant.Value?,
    _ type: ScalarType,
    where test: PlanValue
  ) throws -> PlanValue {
    let none = PlanValue.literal(.null(type.columnType))
    guard let constant else { return none }
    let literal = ValueExpression(
      node: .constant(constant),
      type: type,
      isNullable: true,
      place: Place(0, 0)
    )
    var values = ValueCompiler(self)
    return .choice([(!test, try values.value(literal, as: type.columnType))], otherwise: none)
  }
}
