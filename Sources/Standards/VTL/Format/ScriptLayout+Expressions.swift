// SPDX-License-Identifier: Apache-2.0

/// Expressions.
extension ScriptLayout {
  static func of(_ expression: Expression) -> Layout {
    switch expression.node {
    case .constant(let constant): of(constant)
    case .name(let name): token(name)
    case .parenthesised(let inner): .enclosed("(", of(inner), ")")
    case .unary(let operation, let operand): unary(operation, operand)
    case .binary, .inSet: operators(expression)
    case .membership, .clause: postfix(expression)
    case .conditional(let condition, let value, let otherwise):
      conditional(condition, value, otherwise)
    case .choice(let branches, let otherwise): choice(branches, otherwise)
    case .call(let call): function(call.function.rawValue, call.arguments.map { of($0) })
    case .userCall(let call): function(spelling(of: call.name), call.arguments.map { of($0) })
    case .cast(let call): of(call)
    case .eval(let call): of(call)
    case .join(let call): of(call)
    case .aggregate(let call): of(call)
    case .analytic(let call): of(call)
    case .timeAggregation(let call): of(call)
    case .existsIn(let call): of(call)
    case .fillTimeSeries(let call): of(call)
    case .stringDistance(let call): of(call)
    case .hierarchy(let call): of(call)
    case .checkHierarchy(let call): of(call)
    case .checkDatapoint(let call): of(call)
    case .check(let call): of(call)
    }
  }

  static func function(_ name: String, _ arguments: [Layout]) -> Layout {
    if arguments.isEmpty { return .sequence([.token(name), .token("("), .token(")")]) }
    return .sequence([.token(name), .enclosed("(", .list(arguments), ")")])
  }

  static func of(_ argument: Argument) -> Layout {
    switch argument {
    case .expression(let expression): of(expression)
    case .omitted: .token("_")
    }
  }

  private static func unary(_ operation: UnaryOperator, _ operand: Expression) -> Layout {
    let sign = Layout.token(operation.rawValue)
    return operation == .not
      ? .sequence([sign, .blank, of(operand)]) : .sequence([sign, of(operand)])
  }

  /// Operators of one precedence in one group, which breaks before each of them or before none.
  ///
  /// The left operands are walked in a loop, for a long chain is deep on its left.
  private static func operators(_ expression: Expression) -> Layout {
    var links: [(precedence: Int, layout: Layout)] = []
    var first = expression
    spine: while true {
      switch first.node {
      case .binary(let left, let operation, _, let right):
        let link = Layout.sequence([.token(operation.rawValue), .blank, of(right)])
        links.append((operation.precedence, link))
        first = left
      case .inSet(let left, let isNegated, let set):
        let link = Layout.sequence([.token(isNegated ? "not_in" : "in"), .blank, of(set)])
        links.append((BinaryOperator.equal.precedence, link))
        first = left
      default: break spine
      }
    }
    var chain = [of(first)]
    var precedence = links.last?.precedence ?? 0
    for link in links.reversed() {
      if link.precedence != precedence {
        chain = [.group(.nest(.sequence(chain)))]
        precedence = link.precedence
      }
      chain += [.line, link.layout]
    }
    return .group(.nest(.sequence(chain)))
  }

  private static func of(_ set: ValueSet) -> Layout {
    switch set {
    case .domain(let name): token(name)
    case .list(let items): .enclosed("{", .list(items.map { of($0) }), "}")
    }
  }

  /// A dataset with its memberships and clauses; where they do not fit, a line for each clause.
  private static func postfix(_ expression: Expression) -> Layout {
    var links: [Layout] = []
    var first = expression
    spine: while true {
      switch first.node {
      case .membership(let operand, let name):
        links.append(.sequence([.token("#"), token(name)]))
        first = operand
      case .clause(let operand, let clause):
        let content = Layout.sequence([.token("["), of(clause), .token("]")])
        links.append(.sequence([.softLine, .group(content)]))
        first = operand
      default: break spine
      }
    }
    return .group(.sequence([of(first), .nest(.sequence(Array(links.reversed())))]))
  }

  private static func conditional(
    _ condition: Expression,
    _ value: Expression,
    _ otherwise: Expression
  ) -> Layout {
    .group(
      .nest(
        .sequence([
          .token("if"), .blank, of(condition), .line, .token("then"), .blank, of(value), .line,
          .token("else"), .blank, of(otherwise),
        ])
      )
    )
  }

  private static func choice(_ branches: [ChoiceBranch], _ otherwise: Expression) -> Layout {
    var parts: [Layout] = [.token("case")]
    for branch in branches {
      parts += [
        .line,
        .group(
          .sequence([
            .token("when"), .blank, of(branch.condition),
            .nest(.sequence([.line, .token("then"), .blank, of(branch.value)])),
          ])
        ),
      ]
    }
    parts += [.line, .token("else"), .blank, of(otherwise)]
    return .group(.nest(.sequence(parts)))
  }

  // MARK: Calls

  static func of(_ call: CastCall) -> Layout {
    function(
      "cast",
      [of(call.operand), of(call.target)] + (call.mask.map { [of($0)] } ?? [])
    )
  }

  static func of(_ call: EvalCall) -> Layout {
    let arguments = call.arguments.map { argument in
      switch argument {
      case .component(let name): of(name)
      case .scalar(let item): of(item)
      }
    }
    var parts = [function(spelling(of: call.routine), arguments)]
    if let language = call.language { parts += [.line, .token("language"), .blank, of(language)] }
    if let result = call.result { parts += [.line, .token("returns"), .blank, of(result)] }
    return .sequence([.token("eval"), .enclosed("(", .sequence(parts), ")")])
  }

  static func of(_ call: TimeAggregationCall) -> Layout {
    var arguments = [of(call.period)]
    switch call.from {
    case .constant(let constant): arguments.append(of(constant))
    case .omitted: arguments.append(.token("_"))
    case nil: break
    }
    if let operand = call.operand { arguments.append(of(operand)) }
    if let limit = call.limit { arguments.append(token(limit)) }
    return function("time_agg", arguments)
  }

  static func of(_ period: PeriodReference) -> Layout {
    switch period {
    case .constant(let constant): of(constant)
    case .name(let name): token(name)
    }
  }

  static func of(_ count: CountReference) -> Layout {
    switch count {
    case .constant(let constant): of(constant)
    case .name(let name): token(name)
    }
  }

  static func of(_ call: ExistsInCall) -> Layout {
    function(
      "exists_in",
      [of(call.left), of(call.right)] + (call.retain.map { [token($0)] } ?? [])
    )
  }

  static func of(_ call: FillTimeSeriesCall) -> Layout {
    function("fill_time_series", [of(call.operand)] + (call.limits.map { [token($0)] } ?? []))
  }

  static func of(_ call: StringDistanceCall) -> Layout {
    function("string_distance", [token(call.method), of(call.left), of(call.right)])
  }

  // MARK: Rulesets

  static func of(_ call: HierarchyCall) -> Layout {
    rulesetCall(
      "hierarchy",
      call.operand,
      call.ruleset,
      optional("condition", call.conditions) + optional("rule", call.rule.map { [$0] } ?? [])
        + words([call.mode, call.input, call.output])
    )
  }

  static func of(_ call: CheckHierarchyCall) -> Layout {
    rulesetCall(
      "check_hierarchy",
      call.operand,
      call.ruleset,
      optional("condition", call.conditions) + optional("rule", call.rule.map { [$0] } ?? [])
        + words([call.mode, call.input, call.output])
    )
  }

  static func of(_ call: CheckDatapointCall) -> Layout {
    rulesetCall(
      "check_datapoint",
      call.operand,
      call.ruleset,
      optional("components", call.components) + words([call.output])
    )
  }

  static func of(_ call: CheckCall) -> Layout {
    var parts = [of(call.operand)]
    parts += errorParts(call.errorCode, call.errorLevel)
    if let imbalance = call.imbalance {
      parts += [.line, .token("imbalance"), .blank, of(imbalance)]
    }
    parts += words([call.output])
    return .sequence([.token("check"), .enclosed("(", .sequence(parts), ")")])
  }

  static func errorParts(_ code: Constant?, _ level: Constant?) -> [Layout] {
    var parts: [Layout] = []
    if let code { parts += [.line, .token("errorcode"), .blank, of(code)] }
    if let level { parts += [.line, .token("errorlevel"), .blank, of(level)] }
    return parts
  }

  private static func rulesetCall(
    _ word: String,
    _ operand: Expression,
    _ ruleset: Name,
    _ rest: [Layout]
  ) -> Layout {
    let parts = [of(operand), .token(","), .line, token(ruleset)] + rest
    return .sequence([.token(word), .enclosed("(", .sequence(parts), ")")])
  }

  private static func optional(_ word: String, _ components: [ComponentName]) -> [Layout] {
    components.isEmpty ? [] : [.line, .token(word), .blank, .group(.nest(of(components)))]
  }

  private static func words(_ words: [Keyword?]) -> [Layout] {
    words.compactMap(\.self).flatMap { [.line, token($0)] }
  }
}
