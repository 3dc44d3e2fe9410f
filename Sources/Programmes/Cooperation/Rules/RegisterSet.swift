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

  /// Whether the column holds one of the codes that stand for a meaning.
  func column(_ name: String, isAny codes: [String]) -> Expression {
    codes.isEmpty
      ? .literal(false)
      : Expression.call(
        .coalesce,
        Expression.column(name).isIn(codes.map { .string($0) }),
        .literal(false)
      )
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
