// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// The terms of rules as rows, so that a join and a grouping evaluate thousands of rules at once.
///
/// - Output: one row = one code on a side of a rule: `_rule` its position, `_item` the code, `_left` the
///   code that the rule speaks of, `_sign` 1 or −1, `_side` 0 on the left and 1 on the right, `_term` its
///   position on its side, `_terms` how many codes the rule has, `_relation` the position of its relation;
///   with ``CodeSupply`` also `_asks`, in which view of the data points the code is looked for.
struct RuleTable {
  let plan: Plan
  /// How views of data points and rows of the table meet; none where all rules read the same.
  let views: [JoinKey]
  /// Conditions of rules and of terms; a rule or term without one always counts.
  private(set) var conditions: [(condition: ValueExpression, terms: Terms)] = []

  /// The rules and terms to which a condition belongs.
  struct Terms {
    fileprivate var rules: [Literal] = []
    /// Positions of terms, each as a number of its own.
    fileprivate var terms: [Literal] = []

    /// Whether a row of the table is one of them.
    var test: PlanValue {
      let isTerm =
        PlanValue.column("_side").equals(1)
        && (PlanValue.column("_rule") * RuleTable.width + .column("_term")).isIn(terms)
      return terms.isEmpty
        ? PlanValue.column("_rule").isIn(rules) : PlanValue.column("_rule").isIn(rules) || isTerm
    }
  }

  /// More terms than any rule has.
  private static let width = TimeCode.whole(1 << 24)

  /// Tables the rules at some positions of a ruleset.
  ///
  /// - Parameters:
  ///   - ruleset: the rules.
  ///   - chosen: the positions of those that are tabled.
  ///   - withLeft: whether the code on the left is a row as well.
  ///   - type: the type of the codes.
  ///   - numbers: the type of the measure.
  ///   - supply: what rules compute for each other.
  /// - Throws: what the plan refuses.
  init(
    _ ruleset: TypedHierarchicalRuleset,
    _ chosen: [Int],
    withLeft: Bool,
    codes type: ColumnType,
    numbers: ColumnType,
    supply: CodeSupply? = nil
  ) throws {
    var rows: [[Literal]] = []
    let relations = BinaryOperator.relations
    var positions: [ValueExpression: Int] = [:]
    var conditions: [(condition: ValueExpression, terms: Terms)] = []
    func terms(of condition: ValueExpression) -> Int {
      if let known = positions[condition] { return known }
      positions[condition] = conditions.count
      conditions.append((condition, Terms()))
      return conditions.count - 1
    }
    func code(_ text: String) -> Literal {
      type == .integer ? Int64(text).map { .integer($0) } ?? .null(.integer) : .string(text)
    }
    func sign(_ value: Int) -> Literal {
      numbers == .double ? .double(Double(value)) : .integer(Int64(value))
    }
    func asks(_ item: String, _ rule: Int) -> [Literal] {
      supply.map { [.integer(Int64($0.view(of: item, by: rule)))] } ?? []
    }
    for position in chosen {
      let rule = ruleset.rules[position]
      let count = rule.right.count + (withLeft ? 1 : 0)
      let number = Literal.integer(Int64(position))
      let relation = Literal.integer(Int64(relations.firstIndex(of: rule.relation) ?? 0))
      if let condition = rule.condition {
        conditions[terms(of: condition)].terms.rules.append(number)
      }
      if withLeft {
        rows.append(
          [
            number, code(rule.left), code(rule.left), sign(1), 0, 0, .integer(Int64(count)),
            relation,
          ] + asks(rule.left, position)
        )
      }
      for (index, term) in rule.right.enumerated() {
        let place = Literal.integer(Int64(index))
        rows.append(
          [
            number, code(term.item), code(rule.left), sign(term.isNegative ? -1 : 1), 1, place,
            .integer(Int64(count)), relation,
          ] + asks(term.item, position)
        )
        if let condition = term.condition {
          let key = Literal.integer(Int64(position << 24 + index))
          conditions[terms(of: condition)].terms.terms.append(key)
        }
      }
    }
    plan = try .values(
      rows,
      schema: Schema(
        [
          Field("_rule", .integer), Field("_item", type), Field("_left", type),
          Field("_sign", numbers), Field("_side", .integer), Field("_term", .integer),
          Field("_terms", .integer), Field("_relation", .integer),
        ] + (supply == nil ? [] : [Field("_asks", .integer)])
      )
    )
    views = supply == nil ? [] : [JoinKey("_view", "_asks")]
    self.conditions = conditions
  }
}

extension BinaryOperator {
  /// What a rule can say of its two sides.
  static let relations: [BinaryOperator] = [.equal, .greater, .greaterOrEqual, .less, .lessOrEqual]
}
