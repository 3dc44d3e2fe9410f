// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Clauses and joins.
extension Parser {
  static let clauseWords: Set<Keyword> = [
    .filter, .calc, .aggr, .keep, .drop, .rename, .pivot, .unpivot, .sub,
  ]

  /// `[ clause ]`.
  mutating func parseBracketedClause() throws -> Clause {
    try expect(.leftBracket)
    guard let word = keyword(among: Parser.clauseWords) else {
      let list = Parser.clauseWords.map(\.rawValue).sorted().joined(separator: ", ")
      throw unexpected(list, among: Parser.clauseWords)
    }
    let clause = try nested { parser in try parser.parseClause(word) }
    try expect(.rightBracket)
    return clause
  }

  private mutating func parseClause(_ word: Keyword) throws -> Clause {
    let start = position
    advance()
    let content = try parseClauseContent(word)
    return Clause(content: content, place: place(from: start))
  }

  private mutating func parseClauseContent(_ word: Keyword) throws -> Clause.Content {
    switch word {
    case .filter: return .filter(try parseExpression(.component))
    case .apply: return .apply(try parseExpression(.dataset))
    case .calc:
      return .calc(try parseList { parser in try parser.parseCalculation() })
    case .aggr: return try parseAggregation()
    case .keep: return .keep(try parseComponentNames())
    case .drop: return .drop(try parseComponentNames())
    case .rename:
      return .rename(try parseList { parser in try parser.parseRename() })
    case .sub:
      return .subspace(try parseList { parser in try parser.parseSubspace() })
    default:
      let identifier = try parseComponentName()
      try expect(.comma)
      let measure = try parseComponentName()
      return word == .pivot
        ? .pivot(identifier: identifier, measure: measure)
        : .unpivot(identifier: identifier, measure: measure)
    }
  }

  /// `role component := expression`.
  private mutating func parseCalculation() throws -> CalculationItem {
    let role = try parseRole()
    let component = try parseComponentName()
    try expect(.assign)
    return CalculationItem(
      role: role,
      component: component,
      expression: try parseExpression(.component)
    )
  }

  /// A role, where one stands next.
  mutating func parseRole() throws -> RoleName? {
    if take(.viral) {
      try expect(.attribute)
      return .viralAttribute
    }
    guard let word = take(among: [.measure, .component, .identifier, .attribute]) else {
      return nil
    }
    return RoleName(rawValue: word.rawValue)
  }

  private mutating func parseAggregation() throws -> Clause.Content {
    let items = try parseList { parser in
      let start = parser.token.place
      let item = try parser.parseCalculation()
      guard case .aggregate = item.expression.node else {
        throw parser.problem(VTLDefinitions.notAnAggregate, at: start)
      }
      return item
    }
    let grouping = try parseGrouping()
    let having = grouping != nil && take(.having) ? try parseExpression(.component) : nil
    return .aggregate(items, grouping, having: having)
  }

  private mutating func parseRename() throws -> RenameItem {
    let from = try parseComponentName()
    try expect(.to)
    return RenameItem(from: from, to: try parseComponentName())
  }

  private mutating func parseSubspace() throws -> SubspaceItem {
    let component = try parseComponentName()
    try expect(.equal)
    if case .name = token.kind {
      return SubspaceItem(component: component, value: .name(try parseName()))
    }
    return SubspaceItem(component: component, value: .scalar(try parseScalarItem()))
  }

  // MARK: Joins

  mutating func parseJoin(_ kind: Keyword) throws -> JoinCall {
    advance()
    try expect(.leftParenthesis)
    let operands = try parseList { parser in
      let expression = try parser.parseExpression(.dataset)
      let alias = parser.take(.as) ? try parser.parseName("alias") : nil
      return JoinOperand(expression: expression, alias: alias)
    }
    var using: [ComponentName] = []
    var defaults: [JoinDefault] = []
    if kind != .crossJoin, take(.using) { (using, defaults) = try parseUsing(kind) }
    let body = try parseJoinBody()
    try expect(.rightParenthesis)
    return JoinCall(
      kind: kind,
      operands: operands,
      using: using,
      defaults: defaults,
      body: body
    )
  }

  /// `Id_1, Id_2, nvl(Id_2, "x")`.
  private mutating func parseUsing(
    _ kind: Keyword
  ) throws -> ([ComponentName], [JoinDefault]) {
    var components = [try parseComponentName()]
    var defaults: [JoinDefault] = []
    while take(.comma) {
      if kind != .innerJoin, take(.nvl) {
        try expect(.leftParenthesis)
        let component = try parseComponentName()
        try expect(.comma)
        let value = try parseConstant()
        try expect(.rightParenthesis)
        defaults.append(JoinDefault(component: component, value: value))
      } else if defaults.isEmpty {
        components.append(try parseComponentName())
      } else {
        throw unexpected("nvl")
      }
    }
    return (components, defaults)
  }

  /// `filter`, then one of `calc`, `apply`, `aggr`, then `keep` or `drop`, then `rename`.
  private mutating func parseJoinBody() throws -> [Clause] {
    var body: [Clause] = []
    let stages: [Set<Keyword>] = [[.filter], [.calc, .apply, .aggr], [.keep, .drop], [.rename]]
    for stage in stages {
      if let word = keyword(among: stage) { body.append(try parseClause(word)) }
    }
    return body
  }
}
