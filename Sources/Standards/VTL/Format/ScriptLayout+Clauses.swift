// SPDX-License-Identifier: Apache-2.0

/// Clauses, joins, groups and windows.
extension ScriptLayout {
  static func of(_ clause: Clause) -> Layout {
    switch clause.content {
    case .filter(let condition): clauseLayout("filter", of(condition))
    case .apply(let expression): clauseLayout("apply", of(expression))
    case .calc(let items): clauseLayout("calc", .list(items.map { of($0) }))
    case .aggregate(let items, let grouping, let having):
      .sequence(
        [clauseLayout("aggr", .list(items.map { of($0) }))]
          + groupParts(grouping, having).map { .nest($0) }
      )
    case .keep(let components): clauseLayout("keep", of(components))
    case .drop(let components): clauseLayout("drop", of(components))
    case .rename(let items):
      clauseLayout(
        "rename",
        .list(items.map { .sequence([of($0.from), .blank, .token("to"), .blank, of($0.to)]) })
      )
    case .pivot(let identifier, let measure):
      clauseLayout("pivot", .list([of(identifier), of(measure)]))
    case .unpivot(let identifier, let measure):
      clauseLayout("unpivot", .list([of(identifier), of(measure)]))
    case .subspace(let items): clauseLayout("sub", .list(items.map { of($0) }))
    }
  }

  private static func clauseLayout(_ word: String, _ content: Layout) -> Layout {
    .sequence([.token(word), .blank, .nest(content)])
  }

  private static func of(_ item: CalculationItem) -> Layout {
    .sequence(
      roleParts(item.role) + [
        of(item.component), .blank, .token(":="), .blank, of(item.expression),
      ]
    )
  }

  static func roleParts(_ role: RoleName?) -> [Layout] {
    switch role {
    case nil: []
    case .viralAttribute: [.token("viral"), .blank, .token("attribute"), .blank]
    case .some(let role): [.token(role.rawValue), .blank]
    }
  }

  private static func of(_ item: SubspaceItem) -> Layout {
    let value: Layout =
      switch item.value {
      case .name(let name): token(name)
      case .scalar(let scalar): of(scalar)
      }
    return .sequence([of(item.component), .blank, .token("="), .blank, value])
  }

  // MARK: Joins

  static func of(_ call: JoinCall) -> Layout {
    let operands = call.operands.map { operand in
      var parts = [of(operand.expression)]
      if let alias = operand.alias { parts += [.blank, .token("as"), .blank, token(alias)] }
      return Layout.sequence(parts)
    }
    var parts: [Layout] = [.list(operands)]
    if !call.using.isEmpty {
      let defaults = call.defaults.map { function("nvl", [of($0.component), of($0.value)]) }
      let using = Layout.list(call.using.map { of($0) } + defaults)
      parts += [.line, .group(.sequence([.token("using"), .blank, .nest(using)]))]
    }
    for clause in call.body { parts += [.line, .group(of(clause))] }
    return .sequence([token(call.kind), .enclosed("(", .sequence(parts), ")")])
  }

  // MARK: Groups

  static func of(_ call: AggregateCall) -> Layout {
    guard let operand = call.operand else { return function(call.function.rawValue, []) }
    return .sequence([
      token(call.function),
      .enclosed("(", .sequence([of(operand)] + groupParts(call.grouping, call.having)), ")"),
    ])
  }

  private static func groupParts(_ grouping: Grouping?, _ having: Expression?) -> [Layout] {
    guard let grouping else { return [] }
    var content: [Layout]
    switch grouping.kind {
    case .by(let components): content = [.words("group", "by"), .blank, of(components)]
    case .except(let components): content = [.words("group", "except"), .blank, of(components)]
    case .all: content = [.words("group", "all")]
    }
    if let time = grouping.timeAggregation {
      let arguments = [of(time.period)] + (time.limit.map { [token($0)] } ?? [])
      content += [.blank, function("time_agg", arguments)]
    }
    var parts: [Layout] = [.line, .group(.nest(.sequence(content)))]
    if let having { parts += [.line, .token("having"), .blank, of(having)] }
    return parts
  }

  static func of(_ call: AnalyticCall) -> Layout {
    var arguments: [Layout] = call.operand.map { [of($0)] } ?? []
    if let offset = call.offset { arguments.append(of(offset)) }
    if let value = call.defaultValue { arguments.append(of(value)) }
    var over: [Layout] = []
    if let partition = call.partition { over.append(of(partition)) }
    if !call.order.isEmpty { over.append(of(call.order)) }
    if let window = call.window { over.append(of(window)) }
    var parts: [Layout] = arguments.isEmpty ? [] : [.list(arguments), .line]
    parts += [.token("over"), .blank]
    parts.append(
      over.isEmpty
        ? .sequence([.token("("), .token(")")])
        : .enclosed("(", .joined(over, by: [.line]), ")")
    )
    return .sequence([token(call.function), .enclosed("(", .sequence(parts), ")")])
  }

  private static func of(_ partition: AnalyticCall.Partition) -> Layout {
    switch partition {
    case .by(let components): .sequence([.words("partition", "by"), .blank, of(components)])
    case .except(let components):
      .sequence([.words("partition", "except"), .blank, of(components)])
    case .exceptAll: .words("partition", "except", "all")
    }
  }

  private static func of(_ order: [AnalyticCall.OrderItem]) -> Layout {
    let items = order.map { item in
      Layout.sequence(
        [of(item.component)] + (item.direction.map { [.blank, token($0)] } ?? [])
      )
    }
    return .sequence([.words("order", "by"), .blank, .list(items)])
  }

  private static func of(_ window: AnalyticCall.Window) -> Layout {
    .sequence([
      window.isRange ? .token("range") : .words("data", "points"), .blank, .token("between"),
      .blank, of(window.from), .blank, .token("and"), .blank, of(window.to),
    ])
  }

  private static func of(_ bound: AnalyticCall.Bound) -> Layout {
    switch bound {
    case .preceding(let count): .sequence([of(count), .blank, .token("preceding")])
    case .following(let count): .sequence([of(count), .blank, .token("following")])
    case .currentDataPoint: .words("current", "data", "point")
    case .unboundedPreceding: .words("unbounded", "preceding")
    case .unboundedFollowing: .words("unbounded", "following")
    }
  }
}
