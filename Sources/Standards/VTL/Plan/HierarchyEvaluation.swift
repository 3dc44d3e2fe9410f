// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// What the evaluation of a hierarchical ruleset needs to know at each of its stages.
struct HierarchyEvaluation {
  let call: HierarchyExpression
  let structure: DatasetStructure

  init(_ call: HierarchyExpression, _ structure: DatasetStructure) {
    self.call = call
    self.structure = structure
  }

  /// The identifiers beside that of the codes.
  var others: [String] { structure.identifiers.map(\.name).filter { $0 != call.rule } }

  var codeType: ColumnType { structure[call.rule]?.type.columnType ?? .string }

  var measureType: ColumnType { structure[call.measure]?.type.columnType ?? .double }

  var zero: PlanValue {
    .literal(measureType == .double ? .double(0) : .integer(0))
  }

  /// Whether missing codes count as zero.
  private var isZeroMode: Bool {
    [.nonZero, .partialZero, .alwaysZero].contains(call.mode)
  }

  // MARK: Levels

  /// The computing rules by how many others must be computed before.
  var levels: [[Int]] {
    if call.input == .dataset { return call.ruleset.order.isEmpty ? [] : [call.ruleset.order] }
    var level: [String: Int] = [:]
    var levels: [[Int]] = []
    for position in call.ruleset.order {
      let rule = call.ruleset.rules[position]
      let needed = rule.right.filter { $0.item != rule.left }.map { level[$0.item] ?? 0 }
      let own = max((needed.max() ?? 0) + 1, 1)
      level[rule.left] = max(level[rule.left] ?? 0, own)
      while levels.count < own { levels.append([]) }
      levels[own - 1].append(position)
    }
    return levels
  }

  /// The codes that rules compute.
  private var definedCodes: [Literal] {
    // A code that is computed from itself takes it from the operand.
    let codes = call.ruleset.order.map { call.ruleset.rules[$0] }
      .filter { rule in !rule.right.contains { $0.item == rule.left } }.map(\.left).unique
    return codes.map(literal)
  }

  /// A code as the column of codes has it.
  func literal(_ code: String) -> Literal {
    codeType == .integer ? Int64(code).map { .integer($0) } ?? .null(.integer) : .string(code)
  }

  /// Whether several rules compute the same code.
  var hasSharedCodes: Bool {
    let codes = call.ruleset.order.map { call.ruleset.rules[$0].left }
    return codes.unique.count < codes.count
  }

  // MARK: Pools

  /// The operand's data points whose codes no rule computes.
  func undefined(_ operand: Plan) throws -> Plan {
    try operand.filter(!PlanValue.column(call.rule).isIn(definedCodes))
  }

  /// The data points that rules of a later level read.
  func pool(_ operand: Plan, _ results: Plan) throws -> Plan {
    if call.input == .rule { return try .union(undefined(operand), results) }
    let keys = structure.identifiers.map { JoinKey($0.name, $0.name) }
    let known = try results.filter(.column(call.measure).isNotNull)
    return try .union(operand.except(known, by: keys), known)
  }

  /// The outcomes of several rules for one code as one.
  func summed(_ results: Plan) throws -> Plan {
    let measure = PlanValue.column(call.measure)
    let sum: Aggregate = measureType == .double ? .approximateSum(measure) : .sum(measure)
    var aggregates = [NamedAggregate("_sum", sum)]
    for attribute in structure.viralAttributes {
      aggregates.append(NamedAggregate(attribute.name, .minimum(.column(attribute.name))))
    }
    let total = PlanValue.column("_sum")
    return try results.aggregate(by: structure.identifiers.map(\.name), aggregates).project(
      structure.components.map { component in
        component.name == call.measure
          ? NamedExpression(component.name, total.cast(to: measureType))
          : NamedExpression(component.name)
      }
    )
  }

  // MARK: Values

  /// The value of a side: none where a code has none; where it is missing, none or zero by the mode.
  func total(_ sum: PlanValue) -> PlanValue {
    let none = PlanValue.literal(.null(measureType))
    let all = PlanValue.column(isZeroMode ? "_found" : "_terms")
    return .choice(
      [(PlanValue.column("_known") < all, none)],
      otherwise: .call(.coalesce, sum, zero)
    )
  }

  /// The value of the code on the left; where it is missing, none or zero by the mode.
  var left: PlanValue {
    let value = PlanValue.column("_value")
    if !isZeroMode { return value }
    return .choice([(PlanValue.column("_lefts").equals(0), zero)], otherwise: value)
  }

  /// The computed data points that the mode gives out.
  func given(_ results: Plan) throws -> Plan {
    let value = PlanValue.column(call.measure)
    return switch call.mode {
    case .nonNull: try results.filter(value.isNotNull)
    case .nonZero: try results.filter(value.isNull || value.differs(from: zero))
    default: results
    }
  }

  /// The rows that a check gives by its mode.
  func produced(_ groups: Plan) throws -> Plan {
    switch call.mode {
    case .nonNull: try groups.filter(PlanValue.column("_known").equals(.column("_terms")))
    case .nonZero: try groups.filter(.column("_nonzero") > 0)
    case .alwaysNull, .alwaysZero: groups
    default: try groups.filter(.column("_found") > 0)
    }
  }

  /// Whether the relation of each rule holds, with the tolerance of numbers.
  func test(_ left: PlanValue, _ right: PlanValue) -> PlanValue {
    var isEqual = left.equals(right)
    if measureType == .double {
      isEqual = NumberTolerance.isNear(left, right)
    }
    var branches: [(condition: PlanValue, value: PlanValue)] = []
    let used = Set(call.ruleset.rules.map(\.relation))
    for (index, relation) in BinaryOperator.relations.enumerated().dropFirst()
    where used.contains(relation) {
      let isRule = PlanValue.column("_relation").equals(TimeCode.whole(index))
      let value: PlanValue =
        switch relation {
        case .greater: left > right && !isEqual
        case .greaterOrEqual: left > right || isEqual
        case .less: left < right && !isEqual
        default: left < right || isEqual
        }
      branches.append((isRule, value))
    }
    return branches.isEmpty ? isEqual : .choice(branches, otherwise: isEqual)
  }
}
