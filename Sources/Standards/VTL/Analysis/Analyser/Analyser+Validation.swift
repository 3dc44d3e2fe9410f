// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// `hierarchy`, `check_hierarchy`, `check_datapoint` and `check`.
extension Analyser {
  // MARK: Hierarchies

  mutating func analyse(
    _ call: HierarchyCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let name = Keyword.hierarchy.rawValue
    let dataset = try dataset(call.operand, scope, for: name)
    let definition = try hierarchicalRuleset(call.ruleset, scope)
    let measure = try numericMeasure(of: dataset, name, at: place)
    let rule = try ruleComponent(call.rule, definition, dataset, call.ruleset, scope)
    let ruleset = try typedRuleset(definition, call.conditions, rule, dataset, call.ruleset, scope)
    let ordered = try computable(ruleset, at: call.ruleset.place)
    let essential = dataset.structure.components.filter { $0.role != .attribute }
    return DatasetExpression(
      node: .hierarchy(
        HierarchyExpression(
          operand: dataset,
          ruleset: ordered,
          rule: rule,
          measure: measure.name,
          mode: call.mode ?? .nonNull,
          input: call.input ?? .rule,
          output: call.output ?? .computed,
          isCheck: false
        )
      ),
      structure: DatasetStructure(essential),
      place: place
    )
  }

  mutating func analyse(
    _ call: CheckHierarchyCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let name = Keyword.checkHierarchy.rawValue
    let dataset = try dataset(call.operand, scope, for: name)
    let definition = try hierarchicalRuleset(call.ruleset, scope)
    let measure = try numericMeasure(of: dataset, name, at: place)
    let rule = try ruleComponent(call.rule, definition, dataset, call.ruleset, scope)
    var ruleset = try typedRuleset(definition, call.conditions, rule, dataset, call.ruleset, scope)
    // Only there do rules read what others compute.
    if call.input == .datasetPriority { ruleset = try computable(ruleset, at: call.ruleset.place) }
    let output = call.output ?? .invalid
    let imbalance = DatasetComponent("imbalance", .measure, measure.type)
    let components =
      try checkIdentifiers(dataset, at: place)
      + checkMeasures([measure], output)
      + [imbalance]
      + errorMeasures(ruleset.rules.map { ($0.errorCode, $0.errorLevel) })
      + dataset.structure.viralAttributes
    return DatasetExpression(
      node: .hierarchy(
        HierarchyExpression(
          operand: dataset,
          ruleset: ruleset,
          rule: rule,
          measure: measure.name,
          mode: call.mode ?? .nonNull,
          input: call.input ?? .dataset,
          output: output,
          isCheck: true
        )
      ),
      structure: DatasetStructure(components),
      place: place
    )
  }

  /// The ruleset with the order in which its codes are computed.
  private func computable(
    _ ruleset: TypedHierarchicalRuleset,
    at place: Place
  ) throws -> TypedHierarchicalRuleset {
    let (ordered, circle) = ruleset.ordered()
    guard circle.isEmpty else {
      throw problem(
        VTLDefinitions.cyclicRules,
        ["ruleset": .text(ruleset.name), "codes": .text(circle.joined(separator: " → "))],
        at: place
      )
    }
    return ordered
  }

  func numericMeasure(
    of dataset: DatasetExpression,
    _ operation: String,
    at place: Place
  ) throws -> DatasetComponent {
    let measures = dataset.structure.measures
    guard measures.count == 1 else {
      throw problem(
        VTLDefinitions.oneMeasure,
        ["operator": .text(operation), "count": .count(measures.count)],
        at: dataset.place
      )
    }
    _ = try convert(read(measures[0].name, dataset, at: place), to: .number, for: operation)
    return measures[0]
  }

  /// The identifier whose codes a ruleset relates.
  func ruleComponent(
    _ written: ComponentName?,
    _ definition: HierarchicalRulesetDefinition,
    _ dataset: DatasetExpression,
    _ ruleset: Name,
    _ scope: Scope
  ) throws -> String {
    let row = Row(dataset.structure)
    if let written {
      return try identifier(written, row, scope, Keyword.rule.rawValue)
    }
    guard definition.kind == .variable else {
      throw problem(
        VTLDefinitions.signatureMismatch,
        ["ruleset": .text(ruleset.text), "expected": 1, "count": 0],
        at: ruleset.place
      )
    }
    let name = ComponentName(dataset: nil, name: Name(definition.rule.text, at: ruleset.place))
    return try identifier(name, row, scope, Keyword.rule.rawValue)
  }

  mutating func typedRuleset(
    _ definition: HierarchicalRulesetDefinition,
    _ conditions: [ComponentName],
    _ rule: String,
    _ dataset: DatasetExpression,
    _ ruleset: Name,
    _ scope: Scope
  ) throws -> TypedHierarchicalRuleset {
    let row = try ruleRow(
      definition.conditions,
      definition.kind,
      conditions,
      dataset,
      ruleset,
      scope
    )
    let named =
      definition.kind == .valuedomain
      ? definition.rule.text : dataset.structure[rule]?.domain
    return try typed(
      definition,
      row,
      domain: named.flatMap { environment.domains[$0] },
      scope
    )
  }

  // MARK: check_datapoint

  mutating func analyse(
    _ call: CheckDatapointCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let dataset = try dataset(call.operand, scope, for: Keyword.checkDatapoint.rawValue)
    var name = call.ruleset
    if case .ruleset(let bound)? = scope.bindings[name.text] { name = bound }
    guard let definition = datapointRulesets[name.text] else {
      throw unknownRuleset(name, Array(datapointRulesets.keys))
    }
    let row = try ruleRow(
      definition.signature,
      definition.kind,
      call.components,
      dataset,
      call.ruleset,
      scope
    )
    let rules = try typed(definition, row, scope)
    let output = call.output ?? .invalid
    let components =
      try checkIdentifiers(dataset, at: place)
      + checkMeasures(dataset.structure.measures, output)
      + errorMeasures(rules.map { ($0.errorCode, $0.errorLevel) })
      + dataset.structure.viralAttributes
    return DatasetExpression(
      node: .checkDatapoint(
        DatapointCheckExpression(operand: dataset, rules: rules, output: output)
      ),
      structure: DatasetStructure(components),
      place: place
    )
  }

  mutating func typed(
    _ definition: DatapointRulesetDefinition,
    _ row: Row,
    _ scope: Scope
  ) throws -> [DatapointCheckExpression.Rule] {
    let inner = scope.within(row)
    var rules: [DatapointCheckExpression.Rule] = []
    for (index, rule) in definition.rules.enumerated() {
      let antecedent =
        try rule.antecedent.map { expression in
          try condition(expression, inner, for: Keyword.when.rawValue)
        }
      let consequent = try condition(rule.consequent, inner, for: Keyword.then.rawValue)
      rules.append(
        .init(
          name: rule.name?.text ?? "\(index + 1)",
          antecedent: antecedent,
          consequent: consequent,
          errorCode: rule.errorCode?.value,
          errorLevel: rule.errorLevel?.value,
          place: rule.place
        )
      )
    }
    return rules
  }

  // MARK: What checks give

  func checkIdentifiers(
    _ dataset: DatasetExpression,
    at place: Place
  ) throws -> [DatasetComponent] {
    if dataset.structure["ruleid"] != nil { throw duplicate("ruleid", at: place) }
    return dataset.structure.identifiers + [DatasetComponent("ruleid", .identifier, .string)]
  }

  func checkMeasures(
    _ measures: [DatasetComponent],
    _ output: Keyword
  ) -> [DatasetComponent] {
    let test = DatasetComponent(ScalarType.boolean.genericMeasure, .measure, .boolean)
    switch output {
    case .all: return [test]
    case .allMeasures: return measures + [test]
    default: return measures
    }
  }

  /// `errorcode` and `errorlevel`, of the types that the rules write.
  func errorMeasures(
    _ constants: [(Constant.Value?, Constant.Value?)]
  ) -> [DatasetComponent] {
    [
      DatasetComponent("errorcode", .measure, type(of: constants.map(\.0), or: .string)),
      DatasetComponent("errorlevel", .measure, type(of: constants.map(\.1), or: .integer)),
    ]
  }

  func type(of constants: [Constant.Value?], or other: ScalarType) -> ScalarType {
    var type = ScalarType.scalar
    for constant in constants.compactMap(\.self) {
      let value = value(of: Constant(value: constant, place: Place(0, 0)))
      type = type.common(with: value.type) ?? .string
    }
    return type == .scalar ? other : type
  }
}
