// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Rules about components: what they state, how they are valued, whose time they took.
extension RegisterRule {
  static let componentRules: [RegisterRule] = [
    RegisterRule(
      "V6",
      .incomplete,
      CooperationDefinitions.measureMissing,
      on: .components,
      needs: [.components: ["MODALITY_GROUP", "AMOUNT", "QUANTITY", "UNIT"]],
      findings: measureMissing
    ),
    RegisterRule(
      "V7",
      .refuse,
      CooperationDefinitions.severalReported,
      on: .valuations,
      needs: [.valuations: ["REPORTED", "USD"]]
    ) { set throws(Diagnostic) in try reported(set, .column("_reported") > .literal(1)) },
    RegisterRule(
      "V7",
      .incomplete,
      CooperationDefinitions.noneReported,
      on: .valuations,
      needs: [.valuations: ["REPORTED", "USD"]]
    ) { set throws(Diagnostic) in try reported(set, .column("_reported") < .literal(1)) },
    RegisterRule(
      "V9",
      .incomplete,
      CooperationDefinitions.hoursImpossible,
      on: .efforts,
      needs: [.efforts: ["HOURS", "DAYS"]]
    ) { set throws(Diagnostic) in try hours(set, above: 24, upTo: nil) },
    RegisterRule(
      "V9",
      .warn,
      CooperationDefinitions.hoursMany,
      on: .efforts,
      needs: [.efforts: ["HOURS", "DAYS"]]
    ) { set throws(Diagnostic) in try hours(set, above: 12, upTo: 24) },
    RegisterRule(
      "V12",
      .warn,
      CooperationDefinitions.lumpSum,
      on: .components,
      needs: [.components: ["START", "END", "AMOUNT"]],
      findings: lumpSum
    ),
    RegisterRule(
      "V23",
      .incomplete,
      CooperationDefinitions.monthsBeyondPlan,
      on: .scholarships,
      needs: [.scholarships: ["MONTHS_PLANNED", "MONTHS_ACTUAL"]]
    ) { set throws(Diagnostic) in
      try set.rows(.scholarships).filter(.column("MONTHS_ACTUAL") > .column("MONTHS_PLANNED"))
        .findings(in: .scholarships, field: "MONTHS_ACTUAL")
    },
  ]

  /// V6: money, its own or by a valuation, where the group is in money, quantity and unit where it is in quantities, both or a
  /// reason where it is in both.
  @Sendable private static func measureMissing(_ set: RegisterSet) throws(Diagnostic) -> Plan {
    let rows = try set.rows(.components)
    let groups = set.settings.groups
    let inMoney = Expression.column("MODALITY_GROUP", isAny: groups[.money] ?? [])
    let inBoth = Expression.column("MODALITY_GROUP", isAny: groups[.moneyAndQuantity] ?? [])
    let inQuantity = Expression.column("MODALITY_GROUP", isAny: groups[.quantity] ?? [])
    let isExcused: Expression =
      rows.schema["REASON"] == nil ? .literal(false) : .column("REASON").isNotNull
    let missing = { (column: String, group: Expression) throws(Diagnostic) in
      try rows.filter(Expression.column(column).isNull && (group || (inBoth && !isExcused)))
        .findings(in: .components, field: column)
    }
    let unvalued = try set.valued().map { (valued) throws(Diagnostic) in
      try rows.join(valued, .anti, on: ["COMPONENT"])
    }
    let noMoney = Expression.column("AMOUNT").isNull && (inMoney || (inBoth && !isExcused))
    return try .union(
      (unvalued ?? rows).filter(noMoney).findings(in: .components, field: "AMOUNT"),
      missing("QUANTITY", inQuantity),
      missing("UNIT", inQuantity)
    )
  }

  /// V7: of the valuations of a component that have a value, exactly one is reported.
  private static func reported(
    _ set: RegisterSet,
    _ isWrong: Expression
  ) throws(Diagnostic) -> Plan {
    let rows = try set.rows(.valuations).filter(Expression.column("USD").isNotNull)
    let isReported = Expression.call(.coalesce, .column("REPORTED"), .literal(false))
    var aggregates = [NamedAggregate("_reported", .count(where: isReported))]
    if rows.schema["_line"] != nil {
      aggregates.append(NamedAggregate("_line", .minimum(.column("_line"))))
    }
    return try rows.aggregate(by: ["COMPONENT"], aggregates).filter(isWrong)
      .findings(in: .valuations, field: "REPORTED")
  }

  /// V9: the hours of one person fit into the days.
  private static func hours(
    _ set: RegisterSet,
    above least: Int64,
    upTo most: Int64?
  ) throws(Diagnostic) -> Plan {
    let hours = Expression.column("HOURS")
    let days = { (perDay: Int64) in
      Expression.column("DAYS")
        * .literal(.decimal(unscaled: Int128(perDay), precision: 2, scale: 0))
    }
    var isWrong = hours > days(least)
    if let most { isWrong = isWrong && hours <= days(most) }
    return try set.rows(.efforts).filter(isWrong).findings(in: .efforts, field: "HOURS")
  }

  /// V12: one amount for a time that reaches into another year says nothing of either year.
  @Sendable private static func lumpSum(_ set: RegisterSet) throws(Diagnostic) -> Plan {
    let spans =
      Expression.call(.year, .column("END")) > Expression.call(.year, .column("START"))
    return try set.rows(.components)
      .filter(spans && Expression.column("AMOUNT").isNotNull)
      .findings(in: .components, field: "AMOUNT")
  }
}
