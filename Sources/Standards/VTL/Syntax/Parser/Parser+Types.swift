// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Types, as parameters and results are written.
extension Parser {
  static let typeWords: Set<Keyword> = [
    .string, .integer, .number, .boolean, .date, .time, .timePeriod, .duration, .scalar,
  ]
  private static let rulesetWords: Set<Keyword> = [
    .ruleset, .datapoint, .datapointOnValuedomains, .datapointOnVariables, .hierarchical,
    .hierarchicalOnValuedomains, .hierarchicalOnVariables,
  ]
  private static let roleWords: Set<Keyword> = [
    .measure, .component, .identifier, .attribute, .viral,
  ]

  mutating func takeBasicType() -> BasicType? {
    take(among: Parser.typeWords).flatMap { BasicType(rawValue: $0.rawValue) }
  }

  mutating func parseTypeName() throws -> TypeName {
    if let type = takeBasicType() { return .basic(type) }
    if case .name = token.kind { return .domain(try parseName()) }
    throw unexpected("type", among: Parser.typeWords)
  }

  /// `integer { 0, 1 } not null`.
  private mutating func parseScalarType() throws -> ScalarTypeSyntax {
    let name = try parseTypeName()
    var constraint: ScalarTypeSyntax.Constraint?
    if take(.leftBracket) {
      constraint = .condition(try parseExpression(.component))
      try expect(.rightBracket)
    } else if take(.leftBrace) {
      constraint = .values(
        try parseList { parser in try parser.parseScalarItem() }
      )
      try expect(.rightBrace)
    }
    var nullability: ScalarTypeSyntax.Nullability?
    if take(.not) {
      try expect(.null)
      nullability = .notNull
    } else if take(.null) {
      nullability = .null
    }
    return ScalarTypeSyntax(name: name, constraint: constraint, nullability: nullability)
  }

  /// `< type >`, where one stands next.
  private mutating func parseTypeInAngles() throws -> ScalarTypeSyntax? {
    guard take(.less) else { return nil }
    let type = try parseScalarType()
    try expect(.greater)
    return type
  }

  private mutating func parseComponentType() throws -> ComponentTypeSyntax {
    guard let role = try parseRole() else {
      throw unexpected("measure, identifier, attribute", among: Parser.roleWords)
    }
    return ComponentTypeSyntax(role: role, type: try parseTypeInAngles())
  }

  private mutating func parseDatasetType() throws -> DatasetTypeSyntax {
    try expect(.dataset)
    guard take(.leftBrace) else { return DatasetTypeSyntax(components: []) }
    let components = try parseList { parser in
      let type = try parser.parseComponentType()
      return DatasetTypeSyntax.Constraint(type: type, target: try parser.parseTarget())
    }
    try expect(.rightBrace)
    return DatasetTypeSyntax(components: components)
  }

  private mutating func parseTarget() throws -> DatasetTypeSyntax.Target {
    guard take(.omitted) else { return .component(try parseComponentName()) }
    if take(.plus) { return .several(.plus) }
    return .several(take(.times) ? .times : nil)
  }

  mutating func parseResultType() throws -> ResultType {
    if isAt(.dataset) { return .dataset(try parseDatasetType()) }
    if keyword(among: Parser.roleWords) != nil { return .component(try parseComponentType()) }
    return .scalar(try parseScalarType())
  }

  mutating func parseParameterType() throws -> ParameterType {
    if isAt(.dataset) { return .dataset(try parseDatasetType()) }
    if keyword(among: Parser.roleWords) != nil { return .component(try parseComponentType()) }
    if take(.set) { return .set(try parseTypeInAngles()) }
    if let word = take(among: Parser.rulesetWords) {
      return .ruleset(try parseRulesetType(word))
    }
    return .scalar(try parseScalarType())
  }

  /// `datapoint_on_variables { a * b }`, `hierarchical_on_variables { rule (a * b) }`.
  private mutating func parseRulesetType(_ word: Keyword) throws -> RulesetTypeSyntax {
    let isHierarchical = word == .hierarchicalOnValuedomains || word == .hierarchicalOnVariables
    let isNarrow =
      isHierarchical || word == .datapointOnValuedomains || word == .datapointOnVariables
    guard isNarrow, take(.leftBrace) else {
      return RulesetTypeSyntax(kind: word, rule: nil, names: [])
    }
    var rule: Name?
    var names: [Name] = []
    if isHierarchical {
      rule = try parseName()
      if take(.leftParenthesis) {
        names = try parseProduct()
        try expect(.rightParenthesis)
      }
    } else {
      names = try parseProduct()
    }
    try expect(.rightBrace)
    return RulesetTypeSyntax(kind: word, rule: rule, names: names)
  }

  private mutating func parseProduct() throws -> [Name] {
    var names = [try parseName()]
    while take(.times) { names.append(try parseName()) }
    return names
  }
}
