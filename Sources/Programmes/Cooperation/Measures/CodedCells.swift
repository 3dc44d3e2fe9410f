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
  ///
  /// - Returns: one row = one total, in the columns of the measures.
  /// - Throws: `cooperation.overflow`, and what the engine refuses.
  func totals(_ context: StepContext) async throws -> Plan {
    let names = measurement.keys.map(\.output).filter { measurement.totals[$0] != nil }
    let kinds = (0..<(1 << names.count)).map { pattern in
      Set(names.indices.filter { pattern & (1 << $0) != 0 }.map { names[$0] })
    }
    let table = try await added(over: kinds, context)
    let plans = try kinds.enumerated().map { kind, summed in
      try total(over: summed, in: table.filter(isOf(kind)))
    }
    guard let first = plans.first else { return combinations }
    return try .union(first, Array(plans.dropFirst()))
  }

  /// What the totals of several kinds add up to, from one pass over the observations.
  private func added(over kinds: [Set<String>], _ context: StepContext) async throws -> Plan {
    var groups: [[Int]] = []
    for summed in kinds { groups.append(try await group(over: summed, context.session)) }
    // The sum has the type that the engine would give it, or is refused as the engine would.
    let sum = try observations.aggregate(
      by: [],
      [NamedAggregate("_sum", .sum(.column(Measurement.observation)))]
    )
    guard case .decimal(let precision, let scale)? = sum.schema["_sum"]?.type else { return sum }
    var pass = TotalsPass(groups: groups)
    let columns = TotalsPass.Names(
      code: Self.code,
      activity: Self.number,
      value: Measurement.observation,
      lacking: Measurement.lacking
    )
    let ordered = try observations.sort(by: [Self.number])
    for try await batch in try await context.session.rows(of: ordered) {
      try pass.add(batch, columns)
    }
    let batch = try pass.batch(sum: (precision, scale))
    return try await context.session.ingest(
      [batch],
      into: context.tablePrefix + "added",
      schema: batch.schema
    )
  }

  /// The group of each combination, by its number, in totals over some of the keys.
  private func group(over summed: Set<String>, _ session: any Session) async throws -> [Int] {
    var groups = [0]
    let plan = try grouped(over: summed).select([Self.code, Self.group]).sort(by: [Self.code])
    for try await batch in try await session.rows(of: plan) {
      for row in 0..<batch.rowCount {
        groups.append(Int(try batch[Self.group]?.integer(at: row) ?? 0))
      }
    }
    return groups
  }

  private func isOf(_ kind: Int) -> Expression {
    Expression.column("_kind").equals(.literal(.integer(Int64(kind))))
  }

  private func kept(_ summed: Set<String>) -> [String] {
    CodedCells.names(measurement).filter { !summed.contains($0) }
  }

  private func grouped(over summed: Set<String>) throws(Diagnostic) -> Plan {
    try combinations.window([
      NamedWindow(Self.group, .denseRank, order: kept(summed).map { SortKey($0) })
    ])
  }

  private func total(over summed: Set<String>, in sums: Plan) throws(Diagnostic) -> Plan {
    let kept = kept(summed)
    let groups = try grouped(over: summed).select(kept + [Self.group]).distinct()
    return try sums.join(groups, on: [JoinKey("_total", Self.group)])
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
