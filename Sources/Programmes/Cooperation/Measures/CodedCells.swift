// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

/// Observations whose keys and activities are numbers, so that every total is a sum over numbers.
///
/// A register has many rows, many activities and few combinations of keys. Each combination is numbered once;
/// a total joins numbers of combinations to numbers of groups, and no text is compared again.
struct CodedCells {
  private let measurement: Measurement
  /// One row = one combination of the keys and the unit, with its number.
  private let combinations: Plan
  /// One row = one observation: numbers of its combination and of its activity, its value, what it lacks.
  private let observations: Plan

  private static let code = "_code"
  private static let number = "_number"
  private static let group = "_group"

  private static func names(_ measurement: Measurement) -> [String] {
    measurement.keys.map(\.output) + [Measurement.unit]
  }

  /// Numbers the observations of a plan.
  init(_ measurement: Measurement, _ observed: Plan, _ context: StepContext) async throws {
    self.measurement = measurement
    let names = CodedCells.names(measurement)
    let numbered = { (plan: Plan, column: String) throws(Diagnostic) in
      try plan.distinct().window([NamedWindow(column, .rowNumber)])
    }
    let kept = { (plan: Plan, name: String) async throws -> Plan in
      try await context.session.keep(plan, as: context.tablePrefix + name)
      return .scan(.table(context.tablePrefix + name), schema: plan.schema)
    }
    combinations = try await kept(
      try numbered(observed.select(names), CodedCells.code),
      "combinations"
    )
    let activities = try await kept(
      try numbered(observed.select([Measurement.activity]), CodedCells.number),
      "activities"
    )
    let coded =
      try observed
      .join(combinations, on: names.map { JoinKey($0, $0, nullsMatch: true) })
      .join(activities, .left, on: [Measurement.activity])
      .select([
        CodedCells.code, CodedCells.number, Measurement.observation, Measurement.lacking,
      ])
    observations = try await kept(coded, "observations")
  }

  /// Every combination of totals: all keys, each summed, several summed; the unit is always kept.
  func totals() throws(Diagnostic) -> Plan {
    let summed = measurement.keys.map(\.output).filter { measurement.totals[$0] != nil }
    var plans: [Plan] = []
    for pattern in 0..<(1 << summed.count) {
      let replaced = summed.indices.filter { pattern & (1 << $0) != 0 }.map { summed[$0] }
      plans.append(try total(over: Set(replaced)))
    }
    guard let first = plans.first else { return combinations }
    return try .union(first, Array(plans.dropFirst()))
  }

  private func total(over summed: Set<String>) throws(Diagnostic) -> Plan {
    let kept = CodedCells.names(measurement).filter { !summed.contains($0) }
    let grouped = try combinations.window([
      NamedWindow(Self.group, .denseRank, order: kept.map { SortKey($0) })
    ])
    let sums = try observations.join(grouped.select([Self.code, Self.group]), on: [Self.code])
      .aggregate(
        by: [Self.group],
        [
          NamedAggregate("_sum", .sum(.column(Measurement.observation))),
          NamedAggregate("_activities", .countDistinct(.column(Self.number))),
          NamedAggregate("_incomplete", .sum(.column(Measurement.lacking))),
        ]
      )
    return try sums.join(grouped.select(kept + [Self.group]).distinct(), on: [Self.group])
      .project(
        measurement.structure.components.map { component in
          NamedExpression(component.id, expression(component, summed, kept))
        }
      )
  }

  private func expression(
    _ component: Component,
    _ summed: Set<String>,
    _ kept: [String]
  ) -> Expression {
    let type = component.representation.columnType
    switch component.id {
    case Measurement.value: return Expression.column("_sum").cast(to: type)
    case Measurement.activities: return Expression.column("_activities").cast(to: type)
    case Measurement.incomplete: return Expression.column("_incomplete").cast(to: type)
    case let id where summed.contains(id):
      return .literal(.string(measurement.totals[id] ?? ""))
    case let id where kept.contains(id): return .column(id)
    default: return .literal(.null(type))
    }
  }
}
