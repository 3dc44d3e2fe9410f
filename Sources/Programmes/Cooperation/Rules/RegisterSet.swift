// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// The registers at hand, with what the office's codes stand for.
struct RegisterSet: Sendable {
  let settings: RuleSettings
  private let plans: [Register: Plan]

  init(_ plans: [Register: Plan], _ settings: RuleSettings) {
    self.plans = plans
    self.settings = settings
  }

  /// The rows of a register; none where the project has no such register.
  func rows(_ register: Register) throws(Diagnostic) -> Plan {
    if let plan = plans[register] { return plan }
    return try .values([], schema: Schema([Field(register.record, .string)]))
  }

  /// The components that a valuation gives a value in money; `nil` where there is no such register.
  func valued() throws(Diagnostic) -> Plan? {
    guard let valuations = plans[.valuations], valuations.schema["USD"] != nil else { return nil }
    return try valuations.filter(Expression.column("USD").isNotNull).select(["COMPONENT"])
  }
}

extension Expression {
  /// Whether a column holds one of the codes that stand for a meaning; false where it holds none.
  static func column(_ name: String, isAny codes: [String]) -> Expression {
    let codes = codes.map { Literal.string($0) }
    return codes.isEmpty
      ? .literal(false) : .call(.coalesce, Expression.column(name).isIn(codes), .literal(false))
  }
}

extension Aggregate {
  /// How many different values an expression has in the rows for which a condition holds.
  static func countDistinct(_ value: Expression, where condition: Expression) -> Aggregate {
    .countDistinct(.choice([(condition: condition, value: value)]))
  }

  /// How many rows there are for which a condition holds.
  static func count(where condition: Expression) -> Aggregate {
    .count(.choice([(condition: condition, value: .literal(1))]))
  }
}
