// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Definitions of operators, rulesets and propagation.
extension Parser {
  mutating func parseDefinition() throws -> Statement.Content {
    try expect(.define)
    switch try expect(among: [.operator, .datapoint, .hierarchical, .viral]) {
    case .operator: return .defineOperator(try parseOperatorDefinition())
    case .datapoint:
      try expect(.ruleset)
      return .defineDatapointRuleset(try parseDatapointRuleset())
    case .hierarchical:
      try expect(.ruleset)
      return .defineHierarchicalRuleset(try parseHierarchicalRuleset())
    default:
      try expect(.propagation)
      return .defineViralPropagation(try parseViralPropagation())
    }
  }

  // MARK: Operators

  private mutating func parseOperatorDefinition() throws -> OperatorDefinition {
    let name = try parseName(VTLDefinitions.nameOfOperator)
    try expect(.leftParenthesis)
    var parameters: [OperatorDefinition.Parameter] = []
    if !isAt(.rightParenthesis) {
      parameters = try parseList { parser in
        let name = try parser.parseName()
        let type = try parser.parseParameterType()
        let value = parser.take(.default) ? try parser.parseScalarItem() : nil
        return OperatorDefinition.Parameter(name: name, type: type, defaultValue: value)
      }
    }
    try expect(.rightParenthesis)
    let result = take(.returns) ? try parseResultType() : nil
    try expect(.is)
    let body = try parseExpression(.dataset)
    try expect(.end, .operator)
    return OperatorDefinition(name: name, parameters: parameters, result: result, body: body)
  }

  // MARK: Rulesets

  private mutating func parseSignatureKind() throws -> SignatureKind {
    let word = try expect(among: [.valuedomain, .variable])
    return word == .variable ? .variable : .valuedomain
  }

  private mutating func parseSignature() throws -> [SignatureItem] {
    try parseList { parser in
      let name = try parser.parseName()
      return SignatureItem(name: name, alias: parser.take(.as) ? try parser.parseName() : nil)
    }
  }

  /// Rules with semicolons between them; one that cannot be read is told, and the next one is read.
  private mutating func parseRules<Rule>(
    _ read: (inout Parser) throws -> Rule
  ) throws -> [Rule] {
    var rules: [Rule] = []
    while true {
      do {
        rules.append(try read(&self))
        guard isAt(.semicolon) || isAt(.end) else { throw unexpected("\";\", end") }
      } catch {
        guard isWithinDefinition else { throw error }
        report(error)
        while !isAt(.semicolon), !isAt(.end), token.kind != .end { advance() }
      }
      guard take(.semicolon) else { return rules }
    }
  }

  /// Whether the definition's `end` still follows, so that its next rules can be read.
  private var isWithinDefinition: Bool {
    var index = position
    while index < tokens.count {
      switch tokens[index].kind {
      case .keyword(.end): return true
      case .keyword(.define), .symbol(.persist): return false
      default: index += 1
      }
    }
    return false
  }

  private mutating func parseDatapointRuleset()
    throws -> DatapointRulesetDefinition
  {
    let name = try parseName(VTLDefinitions.nameOfRuleset)
    try expect(.leftParenthesis)
    let kind = try parseSignatureKind()
    let signature = isAt(.rightParenthesis) ? [] : try parseSignature()
    try expect(.rightParenthesis)
    try expect(.is)
    let rules = try parseRules { parser in try parser.parseDatapointRule() }
    try expect(.end, .datapoint, .ruleset)
    return DatapointRulesetDefinition(
      name: name,
      kind: kind,
      signature: signature,
      rules: rules
    )
  }

  private mutating func parseDatapointRule()
    throws -> DatapointRulesetDefinition.Rule
  {
    let start = position
    let name = parseRuleName()
    var antecedent: Expression?
    if take(.when) {
      antecedent = try parseExpression(.component)
      try expect(.then)
    }
    let consequent = try parseExpression(.component)
    return DatapointRulesetDefinition.Rule(
      name: name,
      antecedent: antecedent,
      consequent: consequent,
      errorCode: take(.errorcode) ? try parseConstant() : nil,
      errorLevel: take(.errorlevel) ? try parseConstant() : nil,
      place: place(from: start)
    )
  }

  /// The name of a rule with its colon, where one stands next.
  ///
  /// `R1:A` without a blank is one token for the lexer; at the start of a rule it is split.
  private mutating func parseRuleName() -> Name? {
    if case .name(let text, true) = token.kind,
      let colon = text.firstIndex(of: ":"), !text[colon...].contains("("),
      colon == text.lastIndex(of: ":")
    {
      let start = token.place.start
      let middle = start + text[..<colon].utf8.count
      replaceToken(with: [
        Token(
          kind: .name(String(text[..<colon]), isComposite: false),
          place: Place(start, middle)
        ),
        Token(kind: .symbol(.colon), place: Place(middle, middle + 1)),
        Token(
          kind: .name(String(text[text.index(after: colon)...]), isComposite: false),
          place: Place(middle + 1, token.place.end)
        ),
      ])
    }
    guard case .name(let text, _) = token.kind, token(ahead: 1).kind == .symbol(.colon) else {
      return nil
    }
    let name = Name(text, at: token.place)
    advance()
    advance()
    return name
  }

  private mutating func parseHierarchicalRuleset()
    throws -> HierarchicalRulesetDefinition
  {
    let name = try parseName(VTLDefinitions.nameOfRuleset)
    try expect(.leftParenthesis)
    let kind = try parseSignatureKind()
    let conditions = take(.condition) ? try parseSignature() : []
    try expect(.rule)
    let rule = try parseName()
    try expect(.rightParenthesis)
    try expect(.is)
    let rules = try parseRules { parser in try parser.parseHierarchicalRule() }
    try expect(.end, .hierarchical, .ruleset)
    return HierarchicalRulesetDefinition(
      name: name,
      kind: kind,
      conditions: conditions,
      rule: rule,
      rules: rules
    )
  }

  private mutating func parseHierarchicalRule()
    throws -> HierarchicalRulesetDefinition.Rule
  {
    let start = position
    let name = parseRuleName()
    var condition: Expression?
    if take(.when) {
      condition = try parseExpression(.component)
      try expect(.then)
    }
    let left = try parseCodeItem()
    guard case .symbol(let symbol) = token.kind,
      let relation = BinaryOperator(rawValue: symbol.rawValue), relation.isComparison,
      relation != .notEqual
    else { throw unexpected("=, >, >=, <, <=") }
    advance()
    var right = [try parseTerm(isFirst: true)]
    while isAt(.plus) || isAt(.minus) {
      guard right.count < 1_000_000 else { break }
      right.append(try parseTerm(isFirst: false))
    }
    return HierarchicalRulesetDefinition.Rule(
      name: name,
      condition: condition,
      left: left,
      relation: relation,
      right: right,
      errorCode: take(.errorcode) ? try parseConstant() : nil,
      errorLevel: take(.errorlevel) ? try parseConstant() : nil,
      place: place(from: start)
    )
  }

  private mutating func parseTerm(
    isFirst: Bool
  ) throws -> HierarchicalRulesetDefinition.Term {
    var sign: Sign?
    if take(.plus) { sign = .plus } else if take(.minus) { sign = .minus }
    let item = try parseCodeItem()
    var condition: Expression?
    if take(.leftBracket) {
      condition = try parseExpression(.component)
      try expect(.rightBracket)
    }
    return HierarchicalRulesetDefinition.Term(sign: sign, item: item, condition: condition)
  }

  private mutating func parseCodeItem() throws -> CodeItem {
    switch token.kind {
    case .integer, .number, .symbol(.plus), .symbol(.minus):
      guard isAtConstant else { throw unexpected("code") }
      return .number(try parseConstant())
    default: return .name(try parseName("code"))
    }
  }

  // MARK: Viral propagation

  private mutating func parseViralPropagation()
    throws -> ViralPropagationDefinition
  {
    let name = try parseName()
    try expect(.leftParenthesis)
    let kind = try parseSignatureKind()
    let target = try parseName()
    try expect(.rightParenthesis)
    try expect(.is)
    let body: ViralPropagationDefinition.Body
    if take(.aggregate) {
      body = .aggregate(try expect(among: [.min, .max, .sum, .avg]))
    } else {
      body = try parsePropagationRules()
    }
    try expect(.end, .viral, .propagation)
    return ViralPropagationDefinition(name: name, kind: kind, target: target, body: body)
  }

  private mutating func parsePropagationRules()
    throws -> ViralPropagationDefinition.Body
  {
    var rules: [ViralPropagationDefinition.Rule] = []
    repeat {
      if take(.else) {
        if rules.isEmpty { throw unexpected("when") }
        return .enumerated(rules, otherwise: try parseConstant())
      }
      let name = parseRuleName()
      try expect(.when)
      let first = try parseConstant()
      let second = take(.and) ? try parseConstant() : nil
      try expect(.then)
      rules.append(.init(name: name, first: first, second: second, result: try parseConstant()))
    } while take(.semicolon)
    return .enumerated(rules, otherwise: nil)
  }
}
