// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Hierarchical rulesets: rules are rows, and groups of rows are their evaluation.
///
/// - Source: VTL 2.2 reference manual, "Hierarchical roll-up" and "Check hierarchy", tables of modes.
extension PlanCompiler {
  /// The codes that the rules compute, level by level.
  mutating func hierarchy(
    _ call: HierarchyExpression,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let operand = try stored(plan(call.operand)).select(structure.names)
    let evaluation = HierarchyEvaluation(call, structure)
    var computed: [Plan] = []
    let levels = evaluation.levels
    for level in levels {
      var pool = operand
      if call.input != .dataset, let first = computed.first {
        let results = try Plan.union(first, Array(computed.dropFirst()))
        pool = try evaluation.pool(operand, results)
      } else if call.input == .rule {
        pool = try evaluation.undefined(operand)
      }
      let table = try RuleTable(
        call.ruleset,
        level,
        withLeft: false,
        codes: evaluation.codeType,
        numbers: evaluation.measureType
      )
      let groups = try ruleGroups(evaluation, operand, pool, table)
      let results = try results(evaluation, groups)
      // Later levels read them, and so does the result.
      let isReadAgain = levels.count > 1 || call.output == .all
      computed.append(isReadAgain ? stored(results) : results)
    }
    guard let first = computed.first else { return operand.limit(0) }
    var result = try Plan.union(first, Array(computed.dropFirst()))
    if evaluation.hasSharedCodes { result = try evaluation.summed(result) }
    result = try evaluation.given(result)
    if call.output == .all {
      let keys = structure.identifiers.map { JoinKey($0.name, $0.name) }
      result = try .union(operand.except(result, by: keys), result)
    }
    return result
  }

  // MARK: Groups

  /// One row for each rule and each combination of the other identifiers.
  ///
  /// Where nothing depends on codes that are missing, only the data points there are meet the rules;
  /// otherwise every rule meets every combination.
  private mutating func ruleGroups(
    _ evaluation: HierarchyEvaluation,
    _ operand: Plan,
    _ pool: Plan,
    _ table: RuleTable
  ) throws -> Plan {
    let call = evaluation.call
    let others = evaluation.others
    let marked = try pool.adding([NamedExpression("_there", true)])
    let joined: Plan
    let isSparse =
      table.conditions.isEmpty && call.mode != .alwaysNull && call.mode != .alwaysZero
    if isSparse {
      joined = try marked.join(table.plan, on: [JoinKey(call.rule, "_item")] + table.views)
    } else {
      // Without other identifiers all data points are one group.
      let combinations =
        others.isEmpty ? [NamedExpression("_all", 0)] : others.map { NamedExpression($0) }
      var expected = try operand.project(combinations).distinct()
        .join(table.plan, on: [JoinKey]())
      var values = ValueCompiler(self)
      if let test = try self.test(table, &values) {
        expected = try beside(expected, values).filter(test)
      }
      joined = try expected.join(
        marked,
        .left,
        on: others.map { JoinKey($0, $0) } + [JoinKey("_item", call.rule)]
          + table.views.map { JoinKey($0.right, $0.left) }
      )
    }
    return try aggregated(evaluation, joined, isSparse)
  }

  /// Whether the conditions of rules and terms hold; one that many share is computed once.
  private func test(_ table: RuleTable, _ values: inout ValueCompiler) throws -> PlanValue? {
    var tests: [PlanValue] = []
    for (condition, terms) in table.conditions {
      let holds = try values.value(condition, as: .boolean)
      tests.append(!terms.test || .call(.coalesce, holds, false))
    }
    return .balanced(tests, .and)
  }

  private func aggregated(
    _ evaluation: HierarchyEvaluation,
    _ joined: Plan,
    _ isSparse: Bool
  ) throws -> Plan {
    let measure = PlanValue.column(evaluation.call.measure)
    let signed = measure * .column("_sign")
    let isLeft = PlanValue.column("_side").equals(0)
    let isDouble = evaluation.measureType == .double
    let sum = { (value: PlanValue) -> Aggregate in
      isDouble ? .approximateSum(value) : .sum(value)
    }
    let nothing = PlanValue.literal(.null(evaluation.measureType))
    var aggregates = [
      NamedAggregate("_right", sum(.choice([(isLeft, nothing)], otherwise: signed))),
      NamedAggregate("_value", sum(.choice([(isLeft, measure)], otherwise: nothing))),
      NamedAggregate("_found", .count(.column("_there"))),
      NamedAggregate(
        "_lefts",
        .count(.choice([(isLeft, PlanValue.column("_there"))]))
      ),
      NamedAggregate("_known", .count(measure)),
      NamedAggregate(
        "_nonzero",
        .count(.choice([(measure.differs(from: evaluation.zero), PlanValue.literal(true))]))
      ),
      NamedAggregate("_rows", .countRows), NamedAggregate("_terms", .maximum(.column("_terms"))),
      NamedAggregate("_relation", .maximum(.column("_relation"))),
    ]
    var columns = (evaluation.others + ["_rule", "_left"]).map { NamedExpression($0) }
    columns += ["_found", "_lefts", "_known", "_nonzero", "_relation"].map { NamedExpression($0) }
    columns.append(NamedExpression("_terms", .column(isSparse ? "_terms" : "_rows")))
    for name in ["_right", "_value"] {
      let sum = PlanValue.column(name)
      columns.append(NamedExpression(name, isDouble ? sum : sum.cast(to: .integer)))
    }
    var steps: [NamedExpression] = []
    for component in evaluation.structure.viralAttributes {
      let reduction = try reduction(of: component)
      aggregates += reduction.aggregates
      steps += reduction.steps
      let value = reduction.value
      // A code that is missing has no attribute, which prevails where no rule says otherwise.
      let isWhole = PlanValue.column("_found").equals(
        .column(isSparse ? "_terms" : "_rows")
      )
      let none = PlanValue.literal(.null(component.type.columnType))
      columns.append(
        NamedExpression(
          component.name,
          propagation.rule(of: component) == nil
            ? .choice([(isWhole, value)], otherwise: none) : value
        )
      )
    }
    return try joined.aggregate(by: evaluation.others + ["_rule", "_left"], aggregates)
      .adding(oneByOne: steps).project(columns)
  }

  /// The data points that a level of rules computes.
  ///
  /// Those that the mode does not give out are among them, for later levels read them.
  private func results(
    _ evaluation: HierarchyEvaluation,
    _ groups: Plan,
    naming: Bool = false
  ) throws -> Plan {
    let call = evaluation.call
    let isAlways = call.mode == .alwaysNull || call.mode == .alwaysZero
    let found = isAlways ? groups : try groups.filter(.column("_found") > 0)
    return try found.project(
      evaluation.structure.components.map { component in
        switch component.name {
        case call.rule: NamedExpression(component.name, .column("_left"))
        case call.measure:
          NamedExpression(component.name, evaluation.total(.column("_right")))
        default: NamedExpression(component.name)
        }
      } + (naming ? [NamedExpression("_by", .column("_rule"))] : [])
    )
  }

  // MARK: check_hierarchy

  mutating func checkHierarchy(
    _ call: HierarchyExpression,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let essential = DatasetStructure(
      call.operand.structure.components.filter { $0.role != .attribute }
    )
    let operand = try stored(plan(call.operand)).select(essential.names)
    let evaluation = HierarchyEvaluation(call, essential)
    // A code that is related to itself says nothing.
    let positions = call.ruleset.rules.indices.filter { index in
      let rule = call.ruleset.rules[index]
      return rule.right.map(\.item) != [rule.left]
    }
    var supply: CodeSupply?
    var pool = operand
    if call.input == .datasetPriority {
      let priority = CodeSupply(evaluation)
      supply = priority
      pool = try priority.pool(
        operand,
        computed(evaluation, operand, priority),
        for: positions,
        withLeft: true,
        storing: &self
      )
    }
    let table = try RuleTable(
      call.ruleset,
      Array(positions),
      withLeft: true,
      codes: evaluation.codeType,
      numbers: evaluation.measureType,
      supply: supply
    )
    let groups = try ruleGroups(evaluation, operand, pool, table)
    let checked = try groups.adding([
      NamedExpression("_l", evaluation.left),
      NamedExpression("_r", evaluation.total(.column("_right"))),
    ])
    let test = evaluation.test(.column("_l"), .column("_r"))
    let tested = try evaluation.produced(checked).adding([NamedExpression("_test", test)])
    let kept = call.output == .invalid ? try tested.filter(!PlanValue.column("_test")) : tested
    let facts = try facts(evaluation, structure)
    return try kept.join(facts, on: ["_rule"]).project(
      structure.components.map { try column($0, evaluation) }
    )
  }

  /// What rules compute that others may read: one row = one data point of one rule, which is in `_by`.
  private mutating func computed(
    _ evaluation: HierarchyEvaluation,
    _ operand: Plan,
    _ supply: CodeSupply
  ) throws -> [Plan] {
    var computed: [Plan] = []
    for level in supply.levels {
      let table = try RuleTable(
        evaluation.call.ruleset,
        level,
        withLeft: false,
        codes: evaluation.codeType,
        numbers: evaluation.measureType,
        supply: supply
      )
      let pool = try supply.pool(operand, computed, for: level, withLeft: false, storing: &self)
      let groups = try ruleGroups(evaluation, operand, pool, table)
      computed.append(stored(try results(evaluation, groups, naming: true)))
    }
    return computed
  }

  /// What is said of each rule: one row = one rule.
  private func facts(
    _ evaluation: HierarchyEvaluation,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let types = ["errorcode", "errorlevel"].map { structure[$0]?.type ?? .string }
    func literal(_ constant: Constant.Value?, _ type: ScalarType) throws -> Literal {
      try ValueCompiler.literal(constant ?? .null, type)
    }
    let rows = try evaluation.call.ruleset.rules.enumerated().map { index, rule in
      [
        .integer(Int64(index)), .string(rule.name), try literal(rule.errorCode, types[0]),
        try literal(rule.errorLevel, types[1]),
      ]
    }
    return try .values(
      rows,
      schema: Schema([
        Field("_rule", .integer), Field("_ruleid", .string),
        Field("_errorcode", types[0].columnType), Field("_errorlevel", types[1].columnType),
      ])
    )
  }

  /// A column of the result of a check.
  private func column(
    _ component: DatasetComponent,
    _ evaluation: HierarchyEvaluation
  ) throws -> NamedExpression {
    let none = PlanValue.literal(.null(component.type.columnType))
    let failed = !PlanValue.column("_test")
    switch component.name {
    case evaluation.call.rule: return NamedExpression(component.name, .column("_left"))
    case evaluation.call.measure: return NamedExpression(component.name, .column("_l"))
    case "ruleid": return NamedExpression("ruleid", .column("_ruleid"))
    case ScalarType.boolean.genericMeasure:
      return NamedExpression(component.name, .column("_test"))
    case "imbalance":
      return NamedExpression("imbalance", PlanValue.column("_l") - .column("_r"))
    case "errorcode", "errorlevel":
      let said = PlanValue.column("_\(component.name)")
      return NamedExpression(component.name, .choice([(failed, said)], otherwise: none))
    default: return NamedExpression(component.name)
    }
  }
}
