// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Operators of the language that are written as functions.
extension Parser {
  static let aggregateWords: Set<Keyword> = [
    .sum, .avg, .count, .median, .min, .max, .stddevPop, .stddevSamp, .varPop, .varSamp,
  ]
  static let analyticWords: Set<Keyword> = [
    .firstValue, .lastValue, .lag, .lead, .rank, .ratioToReport,
  ]
  static let joinWords: Set<Keyword> = [.innerJoin, .leftJoin, .fullJoin, .crossJoin]

  /// The operators that are written as functions, for suggestions.
  static let operatorWords: [String] =
    (Array(FunctionShape.all.keys) + aggregateWords + analyticWords + joinWords + [
      .cast, .eval, .existsIn, .fillTimeSeries, .timeAgg, .stringDistance, .hierarchy, .check,
      .checkHierarchy, .checkDatapoint,
    ]).map(\.rawValue).sorted()

  mutating func parseCall(
    _ word: Keyword,
    _ context: ExpressionContext
  ) throws -> Expression {
    let start = position
    let node = try parseCallNode(word, context)
    return Expression(node, at: place(from: start))
  }

  private mutating func parseCallNode(
    _ word: Keyword,
    _ context: ExpressionContext
  ) throws -> Expression.Node {
    if let shape = FunctionShape.all[word] {
      return .call(try parseFunction(word, shape, context))
    }
    if Parser.aggregateWords.contains(word) || Parser.analyticWords.contains(word) {
      return try parseGroupFunction(word, context)
    }
    switch word {
    case .cast: return .cast(try parseCast(context))
    case .eval: return .eval(try parseEval())
    case .timeAgg: return .timeAggregation(try parseTimeAggregation(context))
    case .fillTimeSeries: return .fillTimeSeries(try parseFillTimeSeries(context))
    case .stringDistance: return .stringDistance(try parseStringDistance(context))
    default: break
    }
    let isDatasetOperator =
      Parser.joinWords.contains(word)
      || [.existsIn, .hierarchy, .checkHierarchy, .checkDatapoint, .check].contains(word)
    guard isDatasetOperator else { throw unexpected("expression") }
    try requireDatasets(word, context)
    switch word {
    case .existsIn: return .existsIn(try parseExistsIn())
    case .hierarchy: return .hierarchy(try parseHierarchy())
    case .checkHierarchy: return .checkHierarchy(try parseCheckHierarchy())
    case .checkDatapoint: return .checkDatapoint(try parseCheckDatapoint())
    case .check: return .check(try parseCheck())
    default: return .join(try parseJoin(word))
    }
  }

  /// Refuses an operator on datasets within a clause.
  private func requireDatasets(
    _ word: Keyword,
    _ context: ExpressionContext
  ) throws {
    if context == .component {
      throw problem(VTLDefinitions.datasetsOnly, ["operator": .text(word.rawValue)])
    }
  }

  private mutating func parseFunction(
    _ word: Keyword,
    _ shape: FunctionShape,
    _ context: ExpressionContext
  ) throws -> FunctionCall {
    if shape.isDatasetOnly { try requireDatasets(word, context) }
    let place = token.place
    advance()
    let arguments = try parseArguments(context)
    let most = shape.optional.map { shape.required + $0 } ?? Int.max
    guard (shape.required...most).contains(arguments.count) else {
      throw problem(
        VTLDefinitions.argumentCount,
        [
          "operator": .text(word.rawValue), "expected": .text(shape.description),
          "count": .count(arguments.count),
        ],
        at: place
      )
    }
    for (index, argument) in arguments.enumerated() {
      guard case .omitted(let omitted) = argument else { continue }
      if index < shape.required || shape.optional == nil || word == .periodIndicator {
        throw problem(
          VTLDefinitions.argumentOmitted,
          ["operator": .text(word.rawValue), "number": .count(index + 1)],
          at: omitted
        )
      }
    }
    if word == .timeshift { try checkShift(arguments[1]) }
    return FunctionCall(function: word, arguments: arguments)
  }

  /// The shift of `timeshift` is a whole number with an optional sign, or a scalar's name.
  private func checkShift(_ argument: Argument) throws {
    guard let expression = argument.expression else { return }
    var value = expression
    if case .unary(let operation, let operand) = value.node, operation != .not { value = operand }
    switch value.node {
    case .name where value.place.start == expression.place.start: return
    case .constant(let constant):
      if case .integer = constant.value { return }
    default: break
    }
    throw problem(
      VTLDefinitions.unexpectedToken,
      ["found": "expression", "expected": "integer"],
      at: expression.place
    )
  }

  private mutating func parseCast(_ context: ExpressionContext) throws -> CastCall {
    advance()
    try expect(.leftParenthesis)
    let operand = try parseExpression(context)
    try expect(.comma)
    let target = try parseTypeName()
    let mask = take(.comma) ? try parseText() : nil
    try expect(.rightParenthesis)
    return CastCall(operand: operand, target: target, mask: mask)
  }

  private mutating func parseEval() throws -> EvalCall {
    advance()
    try expect(.leftParenthesis)
    let routine = try parseName()
    try expect(.leftParenthesis)
    var arguments: [EvalCall.EvalArgument] = []
    if !isAt(.rightParenthesis) {
      arguments = try parseList { parser in
        parser.isAtScalarItem()
          ? .scalar(try parser.parseScalarItem()) : .component(try parser.parseComponentName())
      }
    }
    try expect(.rightParenthesis)
    let language = take(.language) ? try parseText() : nil
    let result = take(.returns) ? try parseResultType() : nil
    try expect(.rightParenthesis)
    return EvalCall(routine: routine, arguments: arguments, language: language, result: result)
  }

  private mutating func parseStringDistance(
    _ context: ExpressionContext
  ) throws -> StringDistanceCall {
    advance()
    try expect(.leftParenthesis)
    let method = try expect(
      among: [.levenshtein, .damerauLevenshtein, .hamming, .jaroWinkler]
    )
    try expect(.comma)
    let left = try parseExpression(context)
    try expect(.comma)
    let right = try parseExpression(context)
    try expect(.rightParenthesis)
    return StringDistanceCall(method: method, left: left, right: right)
  }

  private mutating func parseExistsIn() throws -> ExistsInCall {
    advance()
    try expect(.leftParenthesis)
    let left = try parseExpression(.dataset)
    try expect(.comma)
    let right = try parseExpression(.dataset)
    let retain = take(.comma) ? try expect(among: [.true, .false, .all]) : nil
    try expect(.rightParenthesis)
    return ExistsInCall(left: left, right: right, retain: retain)
  }

  private mutating func parseFillTimeSeries(
    _ context: ExpressionContext
  ) throws -> FillTimeSeriesCall {
    advance()
    try expect(.leftParenthesis)
    let operand = try parseExpression(context)
    let limits = take(.comma) ? try expect(among: [.single, .all]) : nil
    try expect(.rightParenthesis)
    return FillTimeSeriesCall(operand: operand, limits: limits)
  }

  // MARK: Time aggregation

  private mutating func parseTimeAggregation(
    _ context: ExpressionContext
  ) throws -> TimeAggregationCall {
    advance()
    try expect(.leftParenthesis)
    let period = try parsePeriodReference()
    var from: TimeAggregationCall.From?
    var operand: Argument?
    var limit: Keyword?
    if isAt(.comma) { from = try parseSourcePeriod() }
    if isAt(.comma), !isLimit(token(ahead: 1)) {
      advance()
      operand = try parseArgument(context)
    }
    if take(.comma) { limit = try expect(among: [.first, .last]) }
    try expect(.rightParenthesis)
    return TimeAggregationCall(period: period, from: from, operand: operand, limit: limit)
  }

  /// The duration to aggregate from, where the next argument is one.
  private mutating func parseSourcePeriod() throws -> TimeAggregationCall.From? {
    let behind = token(ahead: 2).kind
    guard behind == .symbol(.comma) || behind == .symbol(.rightParenthesis) else { return nil }
    switch token(ahead: 1).kind {
    case .string:
      advance()
      return .constant(try parseConstant())
    case .symbol(.omitted):
      advance()
      advance()
      return .omitted
    default: return nil
    }
  }

  private func isLimit(_ token: Token) -> Bool {
    token.kind == .keyword(.first) || token.kind == .keyword(.last)
  }

  mutating func parsePeriodReference() throws -> PeriodReference {
    if case .string = token.kind { return .constant(try parseConstant()) }
    return .name(try parseName("\"A\", \"Q\", \"M\" …"))
  }

  mutating func parseGroupTimeAggregation() throws -> GroupTimeAggregation? {
    guard take(.timeAgg) else { return nil }
    try expect(.leftParenthesis)
    let period = try parsePeriodReference()
    let limit = take(.comma) ? try expect(among: [.first, .last]) : nil
    try expect(.rightParenthesis)
    return GroupTimeAggregation(period: period, limit: limit)
  }
}
