// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Where an expression stands: beside datasets, or within a clause among components.
enum ExpressionContext: Sendable {
  case dataset
  case component
}

/// Expressions, by the precedence of their operators.
extension Parser {
  /// A whole expression.
  mutating func parseExpression(_ context: ExpressionContext) throws -> Expression {
    try nested { parser in try parser.parseOperators(context, above: 0) }
  }

  /// An expression of operators that bind tighter than a precedence.
  private mutating func parseOperators(
    _ context: ExpressionContext,
    above precedence: Int
  ) throws -> Expression {
    let start = position
    var left = try parseUnary(context)
    var length = 0
    while true {
      length += 1
      guard length <= Parser.chainLimit else {
        throw problem(VTLDefinitions.tooLong, ["limit": .count(Parser.chainLimit)])
      }
      if BinaryOperator.equal.precedence > precedence, let isNegated = takeMembershipTest() {
        let set = try parseValueSet()
        left = Expression(.inSet(left, isNegated: isNegated, set), at: place(from: start))
      } else if let operation = binaryOperator(), operation.precedence > precedence {
        let operatorPlace = token.place
        advance()
        let right = try parseOperators(context, above: operation.precedence)
        left = Expression(.binary(left, operation, operatorPlace, right), at: place(from: start))
      } else {
        return left
      }
    }
  }

  private mutating func takeMembershipTest() -> Bool? {
    if take(.in) { return false }
    return take(.notIn) ? true : nil
  }

  private func binaryOperator() -> BinaryOperator? {
    switch token.kind {
    case .symbol(let symbol): BinaryOperator(rawValue: symbol.rawValue)
    case .keyword(.and): .and
    case .keyword(.or): .or
    case .keyword(.xor): .xor
    default: nil
    }
  }

  private mutating func parseValueSet() throws -> ValueSet {
    guard take(.leftBrace) else { return .domain(try parseName("{ … }")) }
    let items = try parseList { parser in try parser.parseScalarItem() }
    try expect(.rightBrace)
    return .list(items)
  }

  private mutating func parseUnary(_ context: ExpressionContext) throws -> Expression {
    let start = position
    let operation: UnaryOperator
    switch token.kind {
    case .symbol(.plus): operation = .plus
    case .symbol(.minus): operation = .minus
    case .keyword(.not): operation = .not
    default: return try parsePostfix(context)
    }
    advance()
    let operand = try nested { parser in try parser.parseUnary(context) }
    return Expression(.unary(operation, operand), at: place(from: start))
  }

  /// A primary expression with its memberships and clauses.
  private mutating func parsePostfix(
    _ context: ExpressionContext
  ) throws -> Expression {
    let start = position
    var expression = try parsePrimary(context)
    var length = 0
    while true {
      length += 1
      guard length <= Parser.chainLimit else {
        throw problem(VTLDefinitions.tooLong, ["limit": .count(Parser.chainLimit)])
      }
      if isAt(.membership), isMembershipAllowed(expression, context) {
        advance()
        let name = try parseName(VTLDefinitions.nameOfComponent)
        expression = Expression(.membership(expression, name), at: place(from: start))
      } else if isAt(.leftBracket), context == .dataset {
        let clause = try parseBracketedClause()
        expression = Expression(.clause(expression, clause), at: place(from: start))
      } else {
        return expression
      }
    }
  }

  /// Among components only `alias#component` makes sense.
  private func isMembershipAllowed(
    _ expression: Expression,
    _ context: ExpressionContext
  ) -> Bool {
    if context == .dataset { return true }
    if case .name = expression.node { return true }
    return false
  }

  private mutating func parsePrimary(
    _ context: ExpressionContext
  ) throws -> Expression {
    let start = position
    switch token.kind {
    case .symbol(.leftParenthesis):
      advance()
      let inner = try parseExpression(context)
      try expect(.rightParenthesis)
      return Expression(.parenthesised(inner), at: place(from: start))
    case .integer, .number, .string, .keyword(.true), .keyword(.false), .keyword(.null):
      let constant = try parseConstant()
      return Expression(.constant(constant), at: constant.place)
    case .name:
      let name = try parseName()
      guard isAt(.leftParenthesis) else { return Expression(.name(name), at: name.place) }
      return try parseUserCall(name, context, from: start)
    case .keyword(.if): return try parseConditional(context)
    case .keyword(.case): return try parseChoice(context)
    case .keyword(let word): return try parseCall(word, context)
    default: throw unexpected("expression")
    }
  }

  private mutating func parseConditional(
    _ context: ExpressionContext
  ) throws -> Expression {
    let start = position
    try expect(.if)
    let condition = try parseExpression(context)
    try expect(.then)
    let value = try parseExpression(context)
    try expect(.else)
    let otherwise = try parseExpression(context)
    return Expression(
      .conditional(condition: condition, then: value, otherwise: otherwise),
      at: place(from: start)
    )
  }

  private mutating func parseChoice(_ context: ExpressionContext) throws -> Expression {
    let start = position
    try expect(.case)
    var branches: [ChoiceBranch] = []
    repeat {
      try expect(.when)
      let condition = try parseExpression(context)
      try expect(.then)
      branches.append(ChoiceBranch(condition: condition, value: try parseExpression(context)))
    } while isAt(.when)
    try expect(.else)
    let otherwise = try parseExpression(context)
    return Expression(.choice(branches, otherwise: otherwise), at: place(from: start))
  }

  private mutating func parseUserCall(
    _ name: Name,
    _ context: ExpressionContext,
    from start: Int
  ) throws -> Expression {
    do {
      let arguments = try parseArguments(context)
      return Expression(
        .userCall(UserCall(name: name, arguments: arguments)),
        at: place(from: start)
      )
    } catch {
      // A misspelt operator of the language has arguments that no defined operator takes.
      guard let nearest = NearestName.of(name.text, among: Parser.operatorWords) else {
        throw error
      }
      throw problem(
        VTLDefinitions.unknownOperator,
        ["name": .text(name.text)],
        at: name.place,
        suggestion: nearest
      )
    }
  }

  /// `(a, b, _)`.
  mutating func parseArguments(_ context: ExpressionContext) throws -> [Argument] {
    try expect(.leftParenthesis)
    if take(.rightParenthesis) { return [] }
    let arguments = try parseList { parser in
      try parser.parseArgument(context)
    }
    try expect(.rightParenthesis)
    return arguments
  }

  mutating func parseArgument(_ context: ExpressionContext) throws -> Argument {
    guard isAt(.omitted) else { return .expression(try parseExpression(context)) }
    defer { advance() }
    return .omitted(token.place)
  }
}
