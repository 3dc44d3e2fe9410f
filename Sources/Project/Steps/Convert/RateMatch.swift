// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

/// Finds the rate of each row: equal values, and the last day on or before its own.
struct RateMatch {
  private let request: ConversionRequest

  init(_ request: ConversionRequest) { self.request = request }

  /// The column that holds the rate.
  static let rate = "_rate"
  /// The column that holds the age of the rate in days; only where days are matched.
  static let age = "_age"
  private static let day = "_day"
  private static let isRow = "_isRow"

  /// One row = one row of the input, with its rate and what the output keeps of it.
  func plan(_ rows: Plan, _ series: Plan) throws(Diagnostic) -> Plan {
    let kept = request.kept.map { NamedExpression("_kept_" + $0.output, .column($0.input)) }
    let names = request.matches.map(\.output)
    let matching = request.matches.map { NamedExpression("_of_" + $0.output, .column($0.input)) }
    var columns = matching + [NamedExpression(Self.rate, .column(request.rate))] + kept
    if let days = request.days { columns.append(NamedExpression(Self.day, .column(days.input))) }
    let rates = try series.filter(Expression.column(request.rate).isNotNull).project(columns)
    let input = try rows.select(
      rows.schema.names.filter { !request.kept.map(\.output).contains($0) }
    )
    let matched =
      if let days = request.days { try latest(input, rates, days.output) } else {
        try input.join(rates, .left, on: names.map { JoinKey($0, "_of_" + $0) })
      }
    return try matched.project(
      input.schema.names.map { NamedExpression($0) } + [NamedExpression(Self.rate)]
        + request.kept.map { NamedExpression($0.output, .column("_kept_" + $0.output)) }
        + (request.days == nil ? [] : [NamedExpression(Self.age)])
    )
  }

  /// The last rate on or before the day of each row: rows and rates in one order, and the last rate known.
  ///
  /// One pass over both; a join of every row with every earlier rate would be as large as their product.
  private func latest(_ rows: Plan, _ rates: Plan, _ day: String) throws(Diagnostic) -> Plan {
    let names = request.matches.map(\.output)
    let own = rows.schema.fields
    let keptFields = rates.schema.fields.filter { $0.name.hasPrefix("_kept_") }
    let known = try rates.project(
      own.map { field in
        NamedExpression(
          field.name,
          names.contains(field.name) ? .column("_of_" + field.name) : .literal(.null(field.type))
        )
      } + [NamedExpression(Self.rate)] + keptFields.map { NamedExpression($0.name) } + [
        NamedExpression("_on", .column(Self.day)), NamedExpression(Self.day),
        NamedExpression(Self.isRow, .literal(.integer(0))),
      ]
    )
    guard let rateType = rates.schema[Self.rate]?.type else { return rows }
    let asked = try rows.project(
      own.map { NamedExpression($0.name) } + [
        NamedExpression(Self.rate, .literal(.null(rateType)))
      ] + keptFields.map { NamedExpression($0.name, .literal(.null($0.type))) } + [
        NamedExpression("_on", .literal(.null(.date))), NamedExpression(Self.day, .column(day)),
        NamedExpression(Self.isRow, .literal(.integer(1))),
      ]
    )
    let order = [SortKey(Self.day), SortKey(Self.isRow)]
    let carried = [Self.rate, "_on"] + keptFields.map(\.name)
    let filled = try Plan.union(known, [asked]).window(
      carried.map { name in
        NamedWindow(
          "_last" + name,
          .lastKnown(.column(name)),
          partition: names,
          order: order,
          frame: .untilCurrent
        )
      }
    ).filter(Expression.column(Self.isRow).equals(.literal(1)))
    // A row without a day stands last in the order, and would take the newest rate.
    let hasDay = Expression.column(Self.day).isNotNull
    let age =
      Expression.call(.dayNumber, .column(Self.day)) - .call(.dayNumber, .column("_last_on"))
    return try filled.project(
      own.map { NamedExpression($0.name) }
        + ([Self.rate] + keptFields.map(\.name)).map { name in
          NamedExpression(name, .choice([(condition: hasDay, value: .column("_last" + name))]))
        } + [NamedExpression(Self.age, age)]
    )
  }
}
