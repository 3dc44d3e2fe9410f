// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Aggregate and analytic operators.
extension Parser {
  /// `sum(…)` with or without `group …` or `over (…)`.
  mutating func parseGroupFunction(
    _ word: Keyword,
    _ context: ExpressionContext
  ) throws -> Expression.Node {
    let start = token.place
    advance()
    try expect(.leftParenthesis)
    if word == .count || word == .rank, isAt(.rightParenthesis) || isAt(.over) {
      return try parseWithoutOperand(word, context, start)
    }
    let operand = try parseExpression(context)
    var offset: CountReference?
    var defaultValue: ScalarItem?
    if word == .lag || word == .lead, take(.comma) {
      offset = try parseCountReference()
      if take(.comma) { defaultValue = try parseScalarItem() }
    }
    if isAt(.over) || Parser.analyticWords.contains(word) {
      if word == .rank { throw unexpected("over") }
      let call = try parseAnalyticEnd(word, operand, offset, defaultValue)
      return .analytic(call)
    }
    guard context == .dataset else {
      try expect(.rightParenthesis)
      return .aggregate(
        AggregateCall(function: word, operand: operand, grouping: nil, having: nil)
      )
    }
    let grouping = try parseGrouping()
    let having = grouping != nil && take(.having) ? try parseExpression(.component) : nil
    try expect(.rightParenthesis)
    return .aggregate(
      AggregateCall(function: word, operand: operand, grouping: grouping, having: having)
    )
  }

  /// `count()` or `rank(over (…))`, which look at whole data points of a clause.
  private mutating func parseWithoutOperand(
    _ word: Keyword,
    _ context: ExpressionContext,
    _ start: Place
  ) throws -> Expression.Node {
    guard context == .component else {
      throw problem(
        VTLDefinitions.componentsOnly,
        ["operator": .text(word.rawValue)],
        at: start
      )
    }
    if word == .rank || isAt(.over) {
      return .analytic(try parseAnalyticEnd(word, nil, nil, nil))
    }
    try expect(.rightParenthesis)
    return .aggregate(AggregateCall(function: word, operand: nil, grouping: nil, having: nil))
  }

  // MARK: Grouping

  /// `group by …`, `group except …` or `group all …`, where one stands next.
  mutating func parseGrouping() throws -> Grouping? {
    guard take(.group) else { return nil }
    let kind: Grouping.Kind
    if take(.all) {
      kind = .all
    } else if try expect(among: [.by, .except, .all]) == .by {
      kind = .by(try parseComponentNames())
    } else {
      kind = .except(try parseComponentNames())
    }
    return Grouping(kind: kind, timeAggregation: try parseGroupTimeAggregation())
  }

  // MARK: Analytic

  /// `over (…))` with what the operator needs of it.
  private mutating func parseAnalyticEnd(
    _ word: Keyword,
    _ operand: Expression?,
    _ offset: CountReference?,
    _ defaultValue: ScalarItem?
  ) throws -> AnalyticCall {
    try expect(.over)
    try expect(.leftParenthesis)
    let partition = try parsePartition()
    if partition == nil, word == .ratioToReport { throw unexpected("partition") }
    let order = word == .ratioToReport ? [] : try parseOrder()
    if order.isEmpty, [.lag, .lead, .rank].contains(word) { throw unexpected("order by") }
    let takesWindow = ![.lag, .lead, .rank, .ratioToReport].contains(word)
    let window = takesWindow ? try parseWindow() : nil
    try expect(.rightParenthesis)
    try expect(.rightParenthesis)
    return AnalyticCall(
      function: word,
      operand: operand,
      offset: offset,
      defaultValue: defaultValue,
      partition: partition,
      order: order,
      window: window
    )
  }

  private mutating func parsePartition() throws -> AnalyticCall.Partition? {
    guard take(.partition) else { return nil }
    if try expect(among: [.by, .except]) == .by { return .by(try parseComponentNames()) }
    return take(.all) ? .exceptAll : .except(try parseComponentNames())
  }

  private mutating func parseOrder() throws -> [AnalyticCall.OrderItem] {
    guard take(.order) else { return [] }
    try expect(.by)
    return try parseList { parser in
      let component = try parser.parseComponentName()
      return AnalyticCall.OrderItem(
        component: component,
        direction: parser.take(among: [.asc, .desc])
      )
    }
  }

  private mutating func parseWindow() throws -> AnalyticCall.Window? {
    let isRange = take(.range)
    if !isRange {
      guard take(.data) else { return nil }
      try expect(.points)
    }
    try expect(.between)
    let from = try parseBound()
    try expect(.and)
    return AnalyticCall.Window(isRange: isRange, from: from, to: try parseBound())
  }

  private mutating func parseBound() throws -> AnalyticCall.Bound {
    if take(.current) {
      try expect(.data, .point)
      return .currentDataPoint
    }
    if take(.unbounded) {
      let direction = try expect(among: [.preceding, .following])
      return direction == .preceding ? .unboundedPreceding : .unboundedFollowing
    }
    let count = try parseCountReference()
    let direction = try expect(among: [.preceding, .following])
    return direction == .preceding ? .preceding(count) : .following(count)
  }

  private mutating func parseCountReference() throws -> CountReference {
    if case .name = token.kind { return .name(try parseName()) }
    return .constant(try parseWholeNumber())
  }
}
