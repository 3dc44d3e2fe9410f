// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// The clauses of a viral propagation as the table of a binary operation over few values.
///
/// Every value that no clause names behaves like every other such value, and so does a missing one: they are
/// one class each. A group is then folded class by class: each step is a column that reads the one before it,
/// so that the statement grows with the number of classes and not with that of their combinations.
struct PropagationTable {
  /// The values that clauses name or give, each a class; behind them the class of all others, then the
  /// missing value.
  private let values: [Literal]
  /// The class of two classes together, by their positions.
  private let results: [[Int]]
  private let component: DatasetComponent

  private var other: Int { values.count }
  private var missing: Int { values.count + 1 }

  /// - Throws: `vtl.out-of-range` where a clause names a whole number that is none of 64 bits.
  init(
    _ rules: [ViralPropagationDefinition.Rule],
    _ otherwise: Constant?,
    _ component: DatasetComponent
  ) throws {
    self.component = component
    let literal = { (constant: Constant) throws -> Literal in
      try ValueCompiler.literal(constant.value, component.type)
    }
    let constants: [Constant?] = rules.flatMap { [$0.first, $0.second, $0.result] } + [otherwise]
    let named: [Constant] = constants.compactMap(\.self)
    let values = try named.map(literal).filter { !$0.isNull }.unique
    self.values = values
    let missing = values.count + 1
    let position = { (constant: Constant?) throws -> Int in
      try constant.flatMap { values.firstIndex(of: try literal($0)) } ?? missing
    }
    // Clauses for pairs come before those for one value, whatever their order.
    let ordered = try (rules.filter { $0.second != nil } + rules.filter { $0.second == nil }).map {
      (
        first: try position($0.first), second: try $0.second.map { try position($0) },
        result: try position($0.result)
      )
    }
    let rest = try position(otherwise)
    results = (0...missing).map { left in
      (0...missing).map { right in
        let clause = ordered.first { clause in
          guard let second = clause.second else { return [left, right].contains(clause.first) }
          return (clause.first, second) == (left, right) || (clause.first, second) == (right, left)
        }
        return clause?.result ?? rest
      }
    }
  }

  // MARK: Pairs

  /// Two values of a row as one.
  func pair(_ left: PlanValue, _ right: PlanValue) -> PlanValue {
    let branches = (0...other).map { position in
      (condition: test(left, position), value: column(of: position, with: right))
    }
    return .choice(branches, otherwise: column(of: missing, with: right))
  }

  /// What a class and a value give.
  private func column(of position: Int, with value: PlanValue) -> PlanValue {
    let row = results[position]
    guard Set(row).count > 1 else { return constant(row[0]) }
    return .choice(
      (0...other).map { (condition: test(value, $0), value: constant(row[$0])) },
      otherwise: constant(row[missing])
    )
  }

  /// Whether a value is of a class; those before it have been looked at.
  private func test(_ value: PlanValue, _ position: Int) -> PlanValue {
    position == other ? value.isNotNull : value.equals(.literal(values[position]))
  }

  private func constant(_ position: Int) -> PlanValue {
    .literal(
      values.indices.contains(position) ? values[position] : .null(component.type.columnType)
    )
  }

  // MARK: Groups

  /// The values of a group as one.
  func reduction(_ hidden: String) -> PlanCompiler.Reduction {
    let column = PlanValue.column(component.name)
    let one = TimeCode.whole(1)
    let isNamed = PlanValue.call(.coalesce, column.isIn(values), false)
    var aggregates = values.enumerated().map { position, value in
      NamedAggregate(
        "\(hidden)\(position)",
        .count(.choice([(column.equals(.literal(value)), one)]))
      )
    }
    let isOther = column.isNotNull && !isNamed
    aggregates += [
      NamedAggregate("\(hidden)\(other)", .count(.choice([(isOther, one)]))),
      NamedAggregate("\(hidden)\(missing)", .count(.choice([(column.isNull, one)]))),
      NamedAggregate("\(hidden)_any", .minimum(.choice([(isOther, column)]))),
      NamedAggregate("\(hidden)_rows", .countRows),
    ]
    var steps: [NamedExpression] = []
    for position in 0...missing {
      let state = steps.last.map { PlanValue.column($0.name) }
      let count = PlanValue.column("\(hidden)\(position)")
      steps.append(
        NamedExpression("\(hidden)_s\(position)", folded(state, position, count: count))
      )
    }
    let state = PlanValue.column("\(hidden)_s\(missing)")
    let single = PlanValue.column("\(hidden)_rows").equals(1) && state.equals(TimeCode.whole(other))
    let branches =
      [(condition: single, value: PlanValue.column("\(hidden)_any"))]
      + values.enumerated().map { position, value in
        (condition: state.equals(TimeCode.whole(position)), value: .literal(value))
      }
    return PlanCompiler.Reduction(
      aggregates: aggregates,
      steps: steps,
      value: .choice(branches, otherwise: constant(missing))
    )
  }

  /// The state after the values of a class, of the state before them: a class, or none at the beginning.
  private func folded(_ state: PlanValue?, _ position: Int, count: PlanValue) -> PlanValue {
    let none = PlanValue.literal(.null(.integer))
    let zero = TimeCode.whole(0)
    let twice = results[position][position]
    let own: PlanValue =
      twice == position
      ? TimeCode.whole(position)
      : .choice(
        [(count > TimeCode.whole(1), TimeCode.whole(twice))],
        otherwise: TimeCode.whole(position)
      )
    guard let state else { return .choice([(count.equals(zero), none)], otherwise: own) }
    let after = (0...missing).map { before in
      let once = results[before][position]
      let more = results[once][position]
      let value: PlanValue =
        once == more
        ? TimeCode.whole(once)
        : .choice(
          [(count > TimeCode.whole(1), TimeCode.whole(more))],
          otherwise: TimeCode.whole(once)
        )
      return (condition: state.equals(TimeCode.whole(before)), value: value)
    }
    return .choice([(count.equals(zero), state), (state.isNull, own)] + after)
  }
}
