// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Rules about who takes part.
extension RegisterRule {
  static let partnerRules: [RegisterRule] = [
    RegisterRule(
      "V1",
      .incomplete,
      CooperationDefinitions.partnersMissing,
      on: .activities,
      needs: [.activities: [], .participations: ["ROLE", "COUNTRY"]],
      findings: partnersMissing
    ),
    RegisterRule(
      "V2",
      .incomplete,
      CooperationDefinitions.notOfTheSouth,
      on: .activities,
      needs: [
        .activities: ["TYPE", "START"], .participations: ["ROLE", "COUNTRY"],
        .countryGroups: ["GROUP", "FROM", "TO"],
      ],
      findings: notOfTheSouth
    ),
    RegisterRule(
      "V3",
      .incomplete,
      CooperationDefinitions.notTriangular,
      on: .activities,
      needs: [
        .activities: ["TYPE", "START"], .participations: ["PARTNER", "COUNTRY"],
        .countryGroups: ["GROUP", "FROM", "TO"],
      ],
      findings: notTriangular
    ),
  ]

  /// V1: at least one provider and one recipient, and not the same country alone.
  @Sendable private static func partnersMissing(_ set: RegisterSet) throws(Diagnostic) -> Plan {
    let roles = set.settings.roles
    let gives = set.column("ROLE", isAny: (roles[.provider] ?? []) + (roles[.both] ?? []))
    let takes = set.column("ROLE", isAny: (roles[.recipient] ?? []) + (roles[.both] ?? []))
    let country = Expression.column("COUNTRY")
    let counts = try set.rows(.participations).aggregate(
      by: ["ACTIVITY"],
      [
        NamedAggregate("_gives", .count(where: gives)),
        NamedAggregate("_takes", .count(where: takes)),
        NamedAggregate("_countries", .countDistinct(country, where: gives || takes)),
        NamedAggregate("_unnamed", .count(where: (gives || takes) && country.isNull)),
      ]
    )
    let joined = try set.rows(.activities).join(counts, .left, on: ["ACTIVITY"])
    let none = { (column: String) in
      Expression.call(.coalesce, .column(column), .literal(0)).equals(.literal(0))
    }
    let alone = Expression.column("_countries").equals(.literal(1)) && none("_unnamed")
    return try .union(
      joined.filter(none("_gives") || none("_takes")).findings(in: .activities, field: "ROLE"),
      joined.filter(!none("_gives") && !none("_takes") && alone)
        .findings(in: .activities, field: "COUNTRY")
    )
  }

  /// V2: both sides of a bilateral activity belong to the South on the day it starts, or it is recorded
  /// that they count as of the South.
  @Sendable private static func notOfTheSouth(_ set: RegisterSet) throws(Diagnostic) -> Plan {
    let roles = set.settings.roles
    let sides = (roles[.provider] ?? []) + (roles[.recipient] ?? []) + (roles[.both] ?? [])
    let partners = try partners(set, ofType: .bilateral)
      .filter(set.column("ROLE", isAny: sides) && !.column("_south"))
    return try set.rows(.activities)
      .intersect(partners, by: [JoinKey("ACTIVITY", "ACTIVITY")])
      .findings(in: .activities, field: "TYPE")
  }

  /// V3: a triangular activity has three partners, two of them countries of the South.
  @Sendable private static func notTriangular(_ set: RegisterSet) throws(Diagnostic) -> Plan {
    let south = Expression.column("_south")
    let counts = try partners(set, ofType: .triangular).aggregate(
      by: ["ACTIVITY"],
      [
        NamedAggregate("_partners", .countDistinct(.column("PARTNER"))),
        NamedAggregate("_southern", .countDistinct(.column("COUNTRY"), where: south)),
      ]
    )
    let triangular = try set.rows(.activities)
      .filter(set.column("TYPE", isAny: set.settings.types[.triangular] ?? []))
      .join(counts, .left, on: ["ACTIVITY"])
    let fewer = { (column: String, count: Int64) in
      Expression.call(.coalesce, .column(column), .literal(0)) < .literal(.integer(count))
    }
    return try .union(
      triangular.filter(fewer("_partners", 3)).findings(in: .activities, field: "PARTNER"),
      triangular.filter(!fewer("_partners", 3) && fewer("_southern", 2))
        .findings(in: .activities, field: "COUNTRY")
    )
  }

  /// The partners of the activities of a type, with `_south`: whether each counts as of the South.
  private static func partners(
    _ set: RegisterSet,
    ofType type: RuleSettings.ActivityType
  ) throws(Diagnostic) -> Plan {
    let activities = try set.rows(.activities)
      .filter(set.column("TYPE", isAny: set.settings.types[type] ?? []))
      .project([NamedExpression("ACTIVITY"), NamedExpression("_start", .column("START"))])
    let partners = try set.rows(.participations).join(activities, on: ["ACTIVITY"])
    let start = Expression.column("_start")
    let members = try set.rows(.countryGroups)
      .filter(Expression.column("GROUP").equals(.literal(.string(set.settings.developing))))
      .project([
        NamedExpression("_member", .column("COUNTRY")), NamedExpression("_from", .column("FROM")),
        NamedExpression("_to", .column("TO")),
      ])
    // A membership without a first or a last day has always begun, or goes on.
    let within =
      Expression.call(.coalesce, .column("_from") <= start, .literal(true))
      && Expression.call(.coalesce, start < .column("_to"), .literal(true))
    let belonging = try partners.select(["ACTIVITY", "COUNTRY", "_start"])
      .join(members, on: [JoinKey("COUNTRY", "_member")]).filter(within)
      .select(["ACTIVITY", "COUNTRY"]).distinct()
      .adding([NamedExpression("_belongs", .literal(true))])
    let joined = try partners.join(belonging, .left, on: ["ACTIVITY", "COUNTRY"])
    var south = Expression.column("_belongs").isNotNull
    if partners.schema["DECLARED"] != nil {
      south = south || Expression.call(.coalesce, .column("DECLARED"), .literal(false))
    }
    return try joined.adding([NamedExpression("_south", south)])
  }
}
