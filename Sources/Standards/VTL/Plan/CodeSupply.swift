// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// `check_hierarchy … dataset_priority`: where the operand has no value for a code, a rule reads what
/// another rule computes for it.
///
/// A rule never reads its own result, so that data points are looked for in views: the one of a rule that
/// computes the code itself, which shows the results of the others, and one for all other rules. Of several
/// rules that compute a code the first one of the ruleset with a value is read. A rule that computes a code
/// from itself, and one of another relation than `=`, computes for nobody.
///
/// - Source: VTL 2.2 reference manual, "Check hierarchy", parameter `input`.
struct CodeSupply {
  private let evaluation: HierarchyEvaluation
  /// By code, the rules that compute it.
  private let definers: [String: [Int]]
  /// The view of the rules that do not compute the code.
  private static let common = -1

  init(_ evaluation: HierarchyEvaluation) {
    self.evaluation = evaluation
    var definers: [String: [Int]] = [:]
    for position in evaluation.call.ruleset.order.sorted() {
      let rule = evaluation.call.ruleset.rules[position]
      if rule.right.contains(where: { $0.item == rule.left }) { continue }
      definers[rule.left, default: []].append(position)
    }
    self.definers = definers
  }

  private var rules: [TypedHierarchicalRuleset.Rule] { evaluation.call.ruleset.rules }

  /// The rules whose results others read, by how many others must be computed before.
  var levels: [[Int]] {
    var uses: [String: Int] = [:]
    for rule in rules {
      for code in Set(rule.right.map(\.item) + [rule.left]) { uses[code, default: 0] += 1 }
    }
    return evaluation.levels.map { level in
      level.filter { position in
        let code = rules[position].left
        return definers[code]?.contains(position) == true && uses[code, default: 0] > 1
      }
    }.filter { !$0.isEmpty }
  }

  /// The view in which a rule looks for a code.
  func view(of code: String, by rule: Int) -> Int {
    definers[code]?.contains(rule) == true ? rule : CodeSupply.common
  }

  /// The data points that some rules read: one row = one data point in one view, which is in `_view`.
  ///
  /// - Parameters:
  ///   - operand: the operand.
  ///   - computed: what rules computed, by rule in `_by`.
  ///   - readers: the positions of the rules that read.
  ///   - withLeft: whether they read the codes on their left as well.
  ///   - compiler: what stores rows that are read twice.
  /// - Returns: the operand's data points that have a value; else what was computed; else the operand's.
  /// - Throws: what the plan refuses.
  func pool(
    _ operand: Plan,
    _ computed: [Plan],
    for readers: [Int],
    withLeft: Bool,
    storing compiler: inout PlanCompiler
  ) throws -> Plan {
    let (views, sources) = try tables(readers, withLeft: withLeft)
    let names = evaluation.structure.names + ["_view"]
    let keys = (evaluation.structure.identifiers.map(\.name) + ["_view"]).map { JoinKey($0, $0) }
    let code = evaluation.call.rule
    let own = try operand.join(views, on: [JoinKey(code, "_code")]).select(names)
    guard let first = computed.first else { return own }
    let offered = try Plan.union(first, Array(computed.dropFirst()))
      .join(sources, on: [JoinKey(code, "_code"), JoinKey("_by", "_source")])
    let value = PlanValue.column(evaluation.call.measure)
    let known = try own.filter(value.isNotNull)
    let filled = compiler.stored(
      try preferred(offered, keys.map(\.left)).select(names).except(known, by: keys)
    )
    let rest = try own.filter(value.isNull).except(filled, by: keys)
    return try .union(known, [filled, rest])
  }

  /// Of several results for one code the first with a value, or the first of all.
  private func preferred(_ offered: Plan, _ keys: [String]) throws -> Plan {
    if definers.values.allSatisfy({ $0.count == 1 }) { return offered }
    let isMissing = PlanValue.column(evaluation.call.measure).isNull
    let marked = try offered.adding([
      NamedExpression("_missing", .choice([(isMissing, TimeCode.whole(1))], otherwise: 0))
    ])
    return try marked.window([
      NamedWindow(
        "_place",
        .rowNumber,
        partition: keys,
        order: [SortKey("_missing"), SortKey("_by")]
      )
    ]).filter(PlanValue.column("_place").equals(1))
  }

  /// Which codes are looked for in which views, and whose results each view shows.
  private func tables(_ readers: [Int], withLeft: Bool) throws -> (views: Plan, sources: Plan) {
    var views: [[Literal]] = []
    var sources: [[Literal]] = []
    var seen: Set<[Literal]> = []
    for reader in readers {
      let rule = rules[reader]
      for code in rule.right.map(\.item) + (withLeft ? [rule.left] : []) {
        let view = view(of: code, by: reader)
        let row = [evaluation.literal(code), .integer(Int64(view))]
        guard seen.insert(row).inserted else { continue }
        views.append(row)
        sources += definers[code, default: []].filter { $0 != view }
          .map { row + [.integer(Int64($0))] }
      }
    }
    let fields = [Field("_code", evaluation.codeType), Field("_view", .integer)]
    return (
      try .values(views, schema: Schema(fields)),
      try .values(sources, schema: Schema(fields + [Field("_source", .integer)]))
    )
  }
}
