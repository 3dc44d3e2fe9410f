// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// The terms of rules as rows, so that a join and a grouping evaluate thousands of rules at once.
///
/// - Output: one row = one code on a side of a rule: `_rule` its position, `_item` the code, `_left` the
///   code that the rule speaks of, `_sign` 1 or −1, `_side` 0 on the left and 1 on the right, `_term` its
///   position on its side, `_terms` how many codes the rule has.
struct RuleTable {
  let plan: Plan
  /// Conditions of rules and of terms; a rule or term without one always counts.
  let conditions: [(test: PlanValue, condition: ValueExpression)]

  /// Tables the rules at some positions of a ruleset.
  ///
  /// - Parameters:
  ///   - ruleset: the rules.
  ///   - positions: those that are tabled.
  ///   - withLeft: whether the code on the left is a row as well.
  ///   - type: the type of the codes.
  ///   - numbers: the type of the measure.
  /// - Throws: what the plan refuses.
  init(
    _ ruleset: TypedHierarchicalRuleset,
    _ positions: [Int],
    withLeft: Bool,
    codes type: ColumnType,
    numbers: ColumnType
  ) throws {
    var rows: [[Literal]] = []
    var conditions: [(PlanValue, ValueExpression)] = []
    func code(_ text: String) -> Literal {
      type == .integer ? Int64(text).map { .integer($0) } ?? .null(.integer) : .string(text)
    }
    func sign(_ value: Int) -> Literal {
      numbers == .double ? .double(Double(value)) : .integer(Int64(value))
    }
    for position in positions {
      let rule = ruleset.rules[position]
      let count = rule.right.count + (withLeft ? 1 : 0)
      let number = Literal.integer(Int64(position))
      let isRule = PlanValue.column("_rule").equals(.literal(number))
      if let condition = rule.condition { conditions.append((isRule, condition)) }
      if withLeft {
        rows.append([
          number, code(rule.left), code(rule.left), sign(1), 0, 0, .integer(Int64(count)),
        ])
      }
      for (index, term) in rule.right.enumerated() {
        let place = Literal.integer(Int64(index))
        rows.append([
          number, code(term.item), code(rule.left), sign(term.isNegative ? -1 : 1), 1, place,
          .integer(Int64(count)),
        ])
        if let condition = term.condition {
          let isTerm =
            isRule && PlanValue.column("_side").equals(1)
            && PlanValue.column("_term").equals(.literal(place))
          conditions.append((isTerm, condition))
        }
      }
    }
    plan = try .values(
      rows,
      schema: Schema([
        Field("_rule", .integer), Field("_item", type), Field("_left", type),
        Field("_sign", numbers), Field("_side", .integer), Field("_term", .integer),
        Field("_terms", .integer),
      ])
    )
    self.conditions = conditions
  }
}
