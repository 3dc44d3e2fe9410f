// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Operators that apply rulesets, and `check`.
extension Parser {
  private static let modes: Set<Keyword> = [
    .nonNull, .nonZero, .partialNull, .partialZero, .alwaysNull, .alwaysZero,
  ]

  mutating func parseHierarchy() throws -> HierarchyCall {
    let (operand, ruleset) = try parseRulesetCallStart()
    let conditions = take(.condition) ? try parseComponentNames() : []
    let rule = try parseRuleComponent()
    let mode = take(among: Parser.modes)
    let input = take(among: [.rule, .dataset, .rulePriority])
    let output = take(among: [.computed, .all])
    try expect(.rightParenthesis)
    return HierarchyCall(
      operand: operand,
      ruleset: ruleset,
      conditions: conditions,
      rule: rule,
      mode: mode,
      input: input,
      output: output
    )
  }

  mutating func parseCheckHierarchy() throws -> CheckHierarchyCall {
    let (operand, ruleset) = try parseRulesetCallStart()
    let conditions = take(.condition) ? try parseComponentNames() : []
    let rule = take(.rule) ? try parseComponentName() : nil
    let mode = take(among: Parser.modes)
    let input = take(among: [.dataset, .datasetPriority])
    let output = take(among: [.invalid, .all, .allMeasures])
    try expect(.rightParenthesis)
    return CheckHierarchyCall(
      operand: operand,
      ruleset: ruleset,
      conditions: conditions,
      rule: rule,
      mode: mode,
      input: input,
      output: output
    )
  }

  mutating func parseCheckDatapoint() throws -> CheckDatapointCall {
    let (operand, ruleset) = try parseRulesetCallStart()
    let components = take(.components) ? try parseComponentNames() : []
    let output = take(among: [.invalid, .all, .allMeasures])
    try expect(.rightParenthesis)
    return CheckDatapointCall(
      operand: operand,
      ruleset: ruleset,
      components: components,
      output: output
    )
  }

  /// `(operand, ruleset`.
  private mutating func parseRulesetCallStart() throws -> (Expression, Name) {
    advance()
    try expect(.leftParenthesis)
    let operand = try parseExpression(.dataset)
    try expect(.comma)
    return (operand, try parseName(VTLDefinitions.nameOfRuleset))
  }

  /// `rule component`; the word alone is the input mode of the same name.
  private mutating func parseRuleComponent() throws -> ComponentName? {
    guard isAt(.rule), case .name = token(ahead: 1).kind else { return nil }
    advance()
    return try parseComponentName()
  }

  mutating func parseCheck() throws -> CheckCall {
    advance()
    try expect(.leftParenthesis)
    let operand = try parseExpression(.dataset)
    let errorCode = take(.errorcode) ? try parseConstant() : nil
    let errorLevel = take(.errorlevel) ? try parseConstant() : nil
    let imbalance = take(.imbalance) ? try parseExpression(.dataset) : nil
    let output = take(among: [.invalid, .all])
    try expect(.rightParenthesis)
    return CheckCall(
      operand: operand,
      errorCode: errorCode,
      errorLevel: errorLevel,
      imbalance: imbalance,
      output: output
    )
  }
}
