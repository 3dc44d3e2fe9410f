// SPDX-License-Identifier: Apache-2.0

/// Definitions and types.
extension ScriptLayout {
  static func of(_ definition: OperatorDefinition) -> Layout {
    let parameters = definition.parameters.map { parameter in
      var parts = [token(parameter.name), .blank, of(parameter.type)]
      if let value = parameter.defaultValue {
        parts += [.blank, .token("default"), .blank, of(value)]
      }
      return Layout.sequence(parts)
    }
    var head: [Layout] = [
      .words("define", "operator"), .blank, function(spelling(of: definition.name), parameters),
    ]
    if let result = definition.result {
      head += [.nest(.sequence([.line, .token("returns"), .blank, of(result)]))]
    }
    return .sequence([
      .group(.sequence(head)), .blank, .token("is"),
      .nest(.sequence([.hardLine, of(definition.body)])), .hardLine, .words("end", "operator"),
    ])
  }

  // MARK: Rulesets

  private static func of(_ signature: [SignatureItem]) -> Layout {
    .list(
      signature.map { item in
        guard let alias = item.alias else { return token(item.name) }
        return .sequence([token(item.name), .blank, .token("as"), .blank, token(alias)])
      }
    )
  }

  private static func definition(
    _ words: [String],
    _ name: Name,
    _ signature: Layout,
    _ rules: [Layout]
  ) -> Layout {
    let kind = Layout.joined(words.map { .token($0) }, by: [.blank])
    return .sequence([
      .token("define"), .blank, kind, .blank, token(name), .enclosed("(", signature, ")"), .blank,
      .token("is"),
      .nest(.sequence([.hardLine, .joined(rules, by: [.token(";"), .hardLine])])),
      .hardLine, .token("end"), .blank, kind,
    ])
  }

  private static func named(_ name: Name?) -> [Layout] {
    name.map { [token($0), .token(":"), .blank] } ?? []
  }

  static func of(_ definition: DatapointRulesetDefinition) -> Layout {
    var signature: [Layout] = [.token(definition.kind.rawValue)]
    if !definition.signature.isEmpty { signature += [.blank, of(definition.signature)] }
    let rules = definition.rules.map { rule in
      var parts: [Layout] = []
      if let antecedent = rule.antecedent {
        parts += [.token("when"), .blank, of(antecedent), .line, .token("then"), .blank]
      }
      parts.append(of(rule.consequent))
      parts += errorParts(rule.errorCode, rule.errorLevel)
      return Layout.group(.sequence(named(rule.name) + [.nest(.sequence(parts))]))
    }
    return self.definition(
      ["datapoint", "ruleset"],
      definition.name,
      .sequence(signature),
      rules
    )
  }

  static func of(_ definition: HierarchicalRulesetDefinition) -> Layout {
    var signature: [Layout] = [.token(definition.kind.rawValue), .blank]
    if !definition.conditions.isEmpty {
      signature += [.token("condition"), .blank, of(definition.conditions), .line]
    }
    signature += [.token("rule"), .blank, token(definition.rule)]
    return self.definition(
      ["hierarchical", "ruleset"],
      definition.name,
      .sequence(signature),
      definition.rules.map { of($0) }
    )
  }

  private static func of(_ rule: HierarchicalRulesetDefinition.Rule) -> Layout {
    var parts: [Layout] = []
    if let condition = rule.condition {
      parts += [.token("when"), .blank, of(condition), .line, .token("then"), .blank]
    }
    parts += [of(rule.left), .blank, .token(rule.relation.rawValue)]
    for (index, term) in rule.right.enumerated() {
      parts.append(index == 0 ? .blank : .line)
      if let sign = term.sign {
        parts.append(.token(sign.rawValue))
        if index > 0 { parts.append(.blank) }
      }
      parts.append(of(term.item))
      if let condition = term.condition {
        parts += [.blank, .token("["), of(condition), .token("]")]
      }
    }
    parts += errorParts(rule.errorCode, rule.errorLevel)
    return .group(.sequence(named(rule.name) + [.nest(.sequence(parts))]))
  }

  private static func of(_ item: CodeItem) -> Layout {
    switch item {
    case .name(let name): token(name)
    case .number(let constant): of(constant)
    }
  }

  static func of(_ definition: ViralPropagationDefinition) -> Layout {
    let signature: [Layout] = [
      .token(definition.kind.rawValue), .blank, token(definition.target),
    ]
    var rules: [Layout]
    switch definition.body {
    case .aggregate(let function): rules = [.words("aggregate", function.rawValue)]
    case .enumerated(let enumerated, let otherwise):
      rules = enumerated.map { rule in
        var parts: [Layout] = [.token("when"), .blank, of(rule.first)]
        if let second = rule.second { parts += [.blank, .token("and"), .blank, of(second)] }
        parts += [.blank, .token("then"), .blank, of(rule.result)]
        return .sequence(named(rule.name) + parts)
      }
      if let otherwise { rules.append(.sequence([.token("else"), .blank, of(otherwise)])) }
    }
    return self.definition(
      ["viral", "propagation"],
      definition.name,
      .sequence(signature),
      rules
    )
  }

  // MARK: Types

  static func of(_ type: TypeName) -> Layout {
    switch type {
    case .basic(let basic): .token(basic.rawValue)
    case .domain(let name): token(name)
    }
  }

  private static func of(_ type: ScalarTypeSyntax) -> Layout {
    var parts = [of(type.name)]
    switch type.constraint {
    case .condition(let condition): parts += [.blank, .enclosed("[", of(condition), "]")]
    case .values(let items): parts += [.blank, .enclosed("{", .list(items.map { of($0) }), "}")]
    case nil: break
    }
    switch type.nullability {
    case .null: parts += [.blank, .token("null")]
    case .notNull: parts += [.blank, .words("not", "null")]
    case nil: break
    }
    return .sequence(parts)
  }

  private static func inAngles(_ type: ScalarTypeSyntax?) -> [Layout] {
    type.map { [.token("<"), of($0), .token(">")] } ?? []
  }

  private static func of(_ type: ComponentTypeSyntax) -> Layout {
    .sequence(roleParts(type.role).dropLast() + inAngles(type.type))
  }

  private static func of(_ type: DatasetTypeSyntax) -> Layout {
    if type.components.isEmpty { return .token("dataset") }
    let components = type.components.map { constraint in
      var parts = [of(constraint.type), .blank]
      switch constraint.target {
      case .component(let name): parts.append(of(name))
      case .several(let sign):
        parts.append(.token("_"))
        if let sign { parts.append(.token(sign.rawValue)) }
      }
      return Layout.sequence(parts)
    }
    return .sequence([.token("dataset"), .blank, .enclosed("{", .list(components), "}")])
  }

  static func of(_ type: ResultType) -> Layout {
    switch type {
    case .scalar(let scalar): of(scalar)
    case .component(let component): of(component)
    case .dataset(let dataset): of(dataset)
    }
  }

  private static func of(_ type: ParameterType) -> Layout {
    switch type {
    case .scalar(let scalar): of(scalar)
    case .component(let component): of(component)
    case .dataset(let dataset): of(dataset)
    case .set(let element): .sequence([.token("set")] + inAngles(element))
    case .ruleset(let ruleset): of(ruleset)
    }
  }

  private static func of(_ type: RulesetTypeSyntax) -> Layout {
    if type.rule == nil, type.names.isEmpty { return token(type.kind) }
    let product = Layout.joined(
      type.names.map { token($0) },
      by: [.blank, .token("*"), .blank]
    )
    var content = product
    if let rule = type.rule {
      content =
        type.names.isEmpty
        ? token(rule) : .sequence([token(rule), .blank, .token("("), product, .token(")")])
    }
    return .sequence([token(type.kind), .blank, .token("{"), content, .token("}")])
  }
}
