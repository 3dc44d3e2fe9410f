// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Definitions, and rulesets as an operator applies them.
extension Analyser {
  /// Checks what can be checked of definitions before they are used.
  mutating func checkDefinitions() {
    for definition in datapointRulesets.values {
      checkRuleNames(definition.rules.map(\.name), definition.name)
    }
    for definition in hierarchicalRulesets.values {
      checkRuleNames(definition.rules.map(\.name), definition.name)
    }
    for definition in operators.values {
      var seen: Set<String> = []
      for parameter in definition.parameters where !seen.insert(parameter.name.text).inserted {
        report(
          problem(
            VTLDefinitions.definedTwice,
            ["name": .text(parameter.name.text)],
            at: parameter.name.place
          )
        )
      }
    }
    for definition in propagation.variables.values { check(definition) }
    for definition in propagation.domains.values { check(definition) }
  }

  /// Either all rules have a name or none, and no two the same.
  private mutating func checkRuleNames(_ names: [Name?], _ ruleset: Name) {
    let given = names.compactMap(\.self)
    if !given.isEmpty, given.count != names.count {
      report(
        problem(VTLDefinitions.ruleNames, ["ruleset": .text(ruleset.text)], at: ruleset.place)
      )
    }
    var seen: Set<String> = []
    for name in given where !seen.insert(name.text).inserted {
      report(problem(VTLDefinitions.definedTwice, ["name": .text(name.text)], at: name.place))
    }
  }

  /// Every combination of values may be described once.
  private mutating func check(_ definition: ViralPropagationDefinition) {
    guard case .enumerated(let rules, _) = definition.body else { return }
    var seen: Set<Set<Constant>> = []
    for rule in rules {
      let values = Set([rule.first] + (rule.second.map { [$0] } ?? []))
      let isPair = rule.second != nil
      if !seen.insert(values).inserted, !(isPair && values.count == 1) {
        report(
          problem(
            VTLDefinitions.definedTwice,
            ["name": .text(definition.name.text)],
            at: rule.first.place
          )
        )
      }
    }
  }

  // MARK: Rows of rules

  /// The row in which the rules of a ruleset are read: only the signature's names may be used.
  ///
  /// The signature's value domains or variables are bound to the components that the call names, in
  /// order; those of variables are found by name where the call names none.
  func ruleRow(
    _ signature: [SignatureItem],
    _ kind: SignatureKind,
    _ components: [ComponentName],
    _ dataset: DatasetExpression,
    _ ruleset: Name,
    _ scope: Scope
  ) throws -> Row {
    var row = Row(dataset.structure)
    let open = Row(dataset.structure)
    if components.isEmpty
      ? kind == .valuedomain && !signature.isEmpty : components.count != signature.count
    {
      throw problem(
        VTLDefinitions.signatureMismatch,
        [
          "ruleset": .text(ruleset.text), "expected": .count(signature.count),
          "count": .count(components.count),
        ],
        at: ruleset.place
      )
    }
    for (index, item) in signature.enumerated() {
      let name: String
      if components.isEmpty {
        guard dataset.structure[item.name.text] != nil else {
          throw unknownComponent(Name(item.name.text, at: ruleset.place), open)
        }
        name = item.name.text
      } else {
        name = try column(components[index], open, scope)
      }
      row.substitutes[item.alias?.text ?? item.name.text] = name
      if kind == .variable { row.substitutes[item.name.text] = name }
    }
    row.isClosed = true
    return row
  }

  // MARK: Hierarchical rulesets

  func hierarchicalRuleset(
    _ name: Name,
    _ scope: Scope
  ) throws -> HierarchicalRulesetDefinition {
    var name = name
    if case .ruleset(let bound)? = scope.bindings[name.text] { name = bound }
    guard let definition = hierarchicalRulesets[name.text] else {
      throw unknownRuleset(name, Array(hierarchicalRulesets.keys))
    }
    return definition
  }

  func unknownRuleset(_ name: Name, _ known: [String]) -> Diagnostic {
    problem(
      VTLDefinitions.unknownRuleset,
      ["name": .text(name.text)],
      at: name.place,
      suggestion: NearestName.of(name.text, among: known)
    )
  }

  /// The rules of a ruleset with their conditions in the operand's row.
  mutating func typed(
    _ definition: HierarchicalRulesetDefinition,
    _ row: Row,
    domain: ValueDomain?,
    _ scope: Scope
  ) throws -> TypedHierarchicalRuleset {
    var rules: [TypedHierarchicalRuleset.Rule] = []
    let inner = scope.within(row)
    let codes = domain?.values.map(Set.init)
    for (index, rule) in definition.rules.enumerated() {
      try checkCode(rule.left, codes, domain)
      var terms: [TypedHierarchicalRuleset.Term] = []
      for term in rule.right {
        try checkCode(term.item, codes, domain)
        let condition =
          try term.condition.map { expression in
            try self.condition(expression, inner, for: "[ ]")
          }
        terms.append(
          .init(isNegative: term.sign == .minus, item: term.item.text, condition: condition)
        )
      }
      let condition =
        try rule.condition.map { expression in
          try self.condition(expression, inner, for: Keyword.when.rawValue)
        }
      rules.append(
        .init(
          name: rule.name?.text ?? "\(index + 1)",
          condition: condition,
          left: rule.left.text,
          relation: rule.relation,
          right: terms,
          errorCode: rule.errorCode?.value,
          errorLevel: rule.errorLevel?.value,
          place: rule.place
        )
      )
    }
    return TypedHierarchicalRuleset(name: definition.name.text, rules: rules, order: [])
  }

  private func checkCode(
    _ item: CodeItem,
    _ codes: Set<String>?,
    _ domain: ValueDomain?
  ) throws {
    guard let codes, let domain, !codes.contains(item.text) else { return }
    throw problem(
      VTLDefinitions.unknownCode,
      ["code": .text(item.text), "domain": .text(domain.name)],
      at: item.place,
      suggestion: NearestName.of(item.text, among: codes)
    )
  }
}

extension TypedHierarchicalRuleset {
  /// The ruleset with an order in which it can be computed.
  ///
  /// - Method: depth-first search with a stack of its own over the rules that define a code by `=`; a
  ///   code that is defined as itself depends on nothing.
  /// - Returns: the ruleset, or the codes of a circle.
  func ordered() -> (ruleset: TypedHierarchicalRuleset, circle: [String]) {
    let computing = rules.indices.filter { rules[$0].relation == .equal }
    var definers: [String: [Int]] = [:]
    for index in computing { definers[rules[index].left, default: []].append(index) }
    var state = [Int](repeating: 0, count: rules.count)
    var order: [Int] = []
    for start in computing where state[start] == 0 {
      var stack = [start]
      while let next = stack.last {
        if state[next] == 0 {
          state[next] = 1
          for term in rules[next].right where term.item != rules[next].left {
            for used in definers[term.item] ?? [] {
              if state[used] == 1, stack.contains(used) {
                return (self, circle(stack, from: used))
              }
              if state[used] == 0 { stack.append(used) }
            }
          }
        } else {
          stack.removeLast()
          if state[next] == 1 {
            state[next] = 2
            order.append(next)
          }
        }
      }
    }
    return (TypedHierarchicalRuleset(name: name, rules: rules, order: order), [])
  }

  private func circle(_ stack: [Int], from rule: Int) -> [String] {
    let codes = stack.filter { index in
      rules[index].relation == .equal
    }.map { rules[$0].left }
    return (codes.drop { $0 != rules[rule].left } + [rules[rule].left]).unique
  }
}
