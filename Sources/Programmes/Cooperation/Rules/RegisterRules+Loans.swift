// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation
internal import Values

/// Rules about loans.
extension RegisterRule {
  static let loanRules: [RegisterRule] = [
    RegisterRule(
      "V10",
      .incomplete,
      CooperationDefinitions.termsImpossible,
      on: .loans,
      needs: [.loans: ["INTEREST", "MATURITY", "GRACE", "PAYMENTS"]],
      findings: termsImpossible
    ),
    RegisterRule(
      "V11",
      .incomplete,
      CooperationDefinitions.drawnBeyondCommitment,
      on: .loanFlows,
      needs: [.loanFlows: ["KIND", "AMOUNT"]],
      findings: drawnBeyondCommitment
    ),
    RegisterRule(
      "V11",
      .incomplete,
      CooperationDefinitions.futureMovement,
      on: .loanFlows,
      needs: [.loanFlows: ["DATE"]],
      findings: futureMovement
    ),
    RegisterRule(
      "V22",
      .incomplete,
      CooperationDefinitions.forgivenBeyondDebt,
      on: .loanFlows,
      needs: [.loanFlows: ["KIND", "AMOUNT"]],
      findings: forgivenBeyondDebt
    ),
  ]

  /// V10: 0 ≤ grace ≤ maturity, no interest below zero, and 1, 2, 4 or 12 payments a year.
  @Sendable private static func termsImpossible(_ set: RegisterSet) throws(Diagnostic) -> Plan {
    let zero = Expression.literal(.decimal(unscaled: 0, precision: 1, scale: 0))
    let payments: [Literal] = [1, 2, 4, 12]
    let rows = try set.rows(.loans)
    let (grace, maturity) = (Expression.column("GRACE"), Expression.column("MATURITY"))
    return try .union(
      rows.filter(.column("INTEREST") < zero).findings(in: .loans, field: "INTEREST"),
      rows.filter(grace < zero || grace > maturity).findings(in: .loans, field: "GRACE"),
      rows.filter(!Expression.column("PAYMENTS").isIn(payments))
        .findings(in: .loans, field: "PAYMENTS")
    )
  }

  /// V11: what was drawn is not more than what was committed.
  @Sendable private static func drawnBeyondCommitment(
    _ set: RegisterSet
  ) throws(Diagnostic) -> Plan {
    try balances(set).filter(.column("_draw") > .column("_commitment"))
      .findings(in: .loanFlows, field: "AMOUNT")
  }

  /// V11: nothing has happened after the day as of which the office reports.
  @Sendable private static func futureMovement(_ set: RegisterSet) throws(Diagnostic) -> Plan {
    let rows = try set.rows(.loanFlows)
    let isLate: Expression =
      set.settings.asOf.map { .column("DATE") > .literal(.date(day: $0.daysSinceEpoch)) }
      ?? .literal(false)
    return try rows.filter(isLate).findings(in: .loanFlows, field: "DATE")
  }

  /// V22: what was forgiven is not more than what was still owed.
  @Sendable private static func forgivenBeyondDebt(_ set: RegisterSet) throws(Diagnostic) -> Plan {
    let zero = Expression.literal(.decimal(unscaled: 0, precision: 1, scale: 0))
    return try balances(set)
      .filter(.column("_owed") < zero && .column("_forgiveness") > zero)
      .findings(in: .loanFlows, field: "KIND")
  }

  /// One row = one loan, with the sum of each kind of movement.
  private static func balances(_ set: RegisterSet) throws(Diagnostic) -> Plan {
    let rows = try set.rows(.loanFlows)
    guard let type = rows.schema["AMOUNT"]?.type, case .decimal(let precision, let scale) = type
    else { return rows }
    let zero = Expression.literal(.decimal(unscaled: 0, precision: precision, scale: scale))
    let amount = Expression.call(.coalesce, .column("AMOUNT"), zero)
    let moves = { (flow: RuleSettings.LoanFlow) in
      set.column("KIND", isAny: set.settings.flows[flow] ?? [])
    }
    var aggregates = [RuleSettings.LoanFlow.commitment, .draw, .forgiveness].map { flow in
      NamedAggregate(
        "_\(flow.rawValue)",
        .sum(.choice([(condition: moves(flow), value: amount)], otherwise: zero))
      )
    }
    let owed = Expression.choice(
      [
        (condition: moves(.draw), value: amount),
        (condition: moves(.principal) || moves(.forgiveness), value: .call(.negate, amount)),
      ],
      otherwise: zero
    )
    aggregates.append(NamedAggregate("_owed", .sum(owed)))
    if rows.schema["_line"] != nil {
      aggregates.append(NamedAggregate("_line", .minimum(.column("_line"))))
    }
    return try rows.aggregate(by: ["COMPONENT"], aggregates)
  }
}
