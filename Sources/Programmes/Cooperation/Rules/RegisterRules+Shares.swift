// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Rules about parts of a whole.
extension RegisterRule {
  static let shareRules: [RegisterRule] = [
    RegisterRule(
      "V4",
      .incomplete,
      CooperationDefinitions.ownersDiffer,
      on: .components,
      needs: [.components: ["AMOUNT"], .ownerShares: ["AMOUNT"]],
      findings: ownersDiffer
    ),
    RegisterRule(
      "V5",
      .incomplete,
      CooperationDefinitions.sharesDiffer,
      on: .shares,
      needs: [.shares: ["VOCABULARY", "PERCENT"]]
    ) { set throws(Diagnostic) in try shares(set, isRounded: false) },
    RegisterRule(
      "V5",
      .warn,
      CooperationDefinitions.sharesRounded,
      on: .shares,
      needs: [.shares: ["VOCABULARY", "PERCENT"]]
    ) { set throws(Diagnostic) in try shares(set, isRounded: true) },
  ]

  /// V4: what the owners of the resources paid is the amount of the component, to the cent.
  @Sendable private static func ownersDiffer(_ set: RegisterSet) throws(Diagnostic) -> Plan {
    let paid = try set.rows(.ownerShares).aggregate(
      by: ["COMPONENT"],
      [
        NamedAggregate("_paid", .sum(.column("AMOUNT"))),
        NamedAggregate("_blank", .count(where: Expression.column("AMOUNT").isNull)),
      ]
    )
    return try set.rows(.components).join(paid, on: ["COMPONENT"])
      .filter(
        Expression.column("_blank").equals(.literal(0))
          && Expression.column("_paid").differs(from: .column("AMOUNT"))
      )
      .findings(in: .components, field: "AMOUNT")
  }

  /// V5: the parts of an activity in one vocabulary are 100 percent together; parts that were rounded
  /// miss it by 0.5 at most, and are proposed for scaling.
  private static func shares(
    _ set: RegisterSet,
    isRounded: Bool
  ) throws(Diagnostic) -> Plan {
    let rows = try set.rows(.shares)
    var aggregates = [
      NamedAggregate("_percent", .sum(.column("PERCENT"))),
      NamedAggregate("_blank", .count(where: Expression.column("PERCENT").isNull)),
    ]
    if rows.schema["_line"] != nil {
      aggregates.append(NamedAggregate("_line", .minimum(.column("_line"))))
    }
    let percent = Expression.column("_percent")
    let hundred = Expression.literal(.decimal(unscaled: 100, precision: 3, scale: 0))
    let half = Expression.literal(.decimal(unscaled: 5, precision: 2, scale: 1))
    let isNear = percent >= hundred - half && percent <= hundred + half
    let misses = percent.differs(from: hundred)
    let blank = !Expression.column("_blank").equals(.literal(0))
    let sums = try rows.aggregate(by: ["ACTIVITY", "VOCABULARY"], aggregates)
    return try sums.filter(
      isRounded ? !blank && misses && isNear : blank || (misses && !isNear)
    ).findings(in: .shares, field: "PERCENT")
  }
}
