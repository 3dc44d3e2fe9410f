// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation
internal import Values

/// Operators on time series: the rows that share every identifier but the time.
///
/// Periods of different frequencies are different series.
///
/// - Source: VTL 2.2 reference manual, "Time operators".
extension PlanCompiler {
  // MARK: Flows and stocks

  /// Running totals along the time, or the differences from the value before; what is missing stays
  /// missing and is passed over.
  mutating func flow(
    _ operand: DatasetExpression,
    _ time: String,
    isCumulative: Bool,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let input = try plan(operand)
    let (rows, partition) = try series(input, time, structure)
    var windows: [NamedWindow] = []
    var columns: [NamedExpression] = []
    for component in structure.components {
      guard component.role == .measure, component.type.isNumeric else {
        columns.append(NamedExpression(component.name))
        continue
      }
      let (hidden, type) = (hiddenName(), component.type.columnType)
      let value = PlanValue.column(component.name)
      let sum: Aggregate = type == .double ? .approximateSum(value) : .sum(value)
      windows.append(
        NamedWindow(
          hidden,
          isCumulative ? .aggregate(sum) : .lastKnown(value),
          partition: partition,
          order: [SortKey(time)],
          frame: WindowFrame(preceding: nil, following: isCumulative ? 0 : -1)
        )
      )
      let seen = PlanValue.column(hidden).cast(to: type)
      let zero: PlanValue = .literal(type == .double ? .double(0) : .integer(0))
      columns.append(
        NamedExpression(
          component.name,
          isCumulative
            ? .choice([(value.isNotNull, seen)]) : value - .call(.coalesce, seen, zero)
        )
      )
    }
    return try rows.window(windows).project(columns)
  }

  /// The rows with what their series is told by.
  private mutating func series(
    _ input: Plan,
    _ time: String,
    _ structure: DatasetStructure
  ) throws -> (Plan, partition: [String]) {
    let others = structure.identifiers.map(\.name).filter { $0 != time }
    guard structure[time]?.type == .timePeriod else { return (input, others) }
    let rank = hiddenName()
    let named = NamedExpression(rank, TimeCode.rank(of: .column(time)))
    return (try input.adding([named]), others + [rank])
  }

  // MARK: timeshift

  mutating func timeshift(
    _ operand: DatasetExpression,
    _ time: String,
    by shift: ValueExpression,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let input = try plan(operand)
    var values = ValueCompiler(self)
    let count = try values.value(shift, as: .integer)
    let column = PlanValue.column(time)
    guard structure[time]?.type != .timePeriod else {
      return try input.replacing(time, by: TimeCode.shifted(column, by: count))
    }
    let placed = try self.placed(input, time, structure)
    return try placed.rows.replacing(time, by: placed.back(placed.place + count))
      .select(structure.names)
  }

  // MARK: fill_time_series

  mutating func fillTimeSeries(
    _ operand: DatasetExpression,
    _ time: String,
    isSingle: Bool,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let placed = try self.placed(plan(operand), time, structure)
    let others = structure.identifiers.map(\.name).filter { $0 != time }
    let expected = try self.expected(placed, others, isSingle: isSingle)
    let joined = try expected.join(placed.rows, .left, on: others + placed.names)
    return try joined.project(
      structure.components.map { component in
        component.name == time
          ? NamedExpression(time, .call(.coalesce, .column(time), placed.back(placed.place)))
          : NamedExpression(component.name)
      }
    )
  }

  /// Rows whose times are a unit that their series shares and a place that is a whole number.
  private struct Placed {
    let rows: Plan
    /// The columns of the unit and the place.
    let names: [String]
    let type: ScalarType

    var place: PlanValue { .column(names[1]) }

    /// The time at a place.
    func back(_ place: PlanValue) -> PlanValue {
      let unit = PlanValue.column(names[0])
      return switch type {
      case .date: DateCalendar.date(unit, place)
      case .time: IntervalCalendar.code(unit, place)
      default: TimeCode.code(unit, place)
      }
    }
  }

  private mutating func placed(
    _ input: Plan,
    _ time: String,
    _ structure: DatasetStructure
  ) throws -> Placed {
    let names = [hiddenName(), hiddenName()]
    let type = structure[time]?.type ?? .timePeriod
    let column = PlanValue.column(time)
    if type == .date {
      let others = structure.identifiers.map(\.name).filter { $0 != time }
      let calendar = DateCalendar(time, series: others, hidden: hiddenName())
      let rows = try calendar.rows(input, unit: names[0], place: names[1])
      return Placed(rows: rows, names: names, type: type)
    }
    let (unit, place) =
      type == .time
      ? IntervalCalendar.place(of: column)
      : (TimeCode.rank(of: column), TimeCode.ordinal(of: column))
    let rows = try input.adding([
      NamedExpression(names[0], unit), NamedExpression(names[1], place),
    ])
    return Placed(rows: rows, names: names, type: type)
  }

  /// Every place between the limits of each series.
  private mutating func expected(
    _ placed: Placed,
    _ others: [String],
    isSingle: Bool
  ) throws -> Plan {
    let (first, last) = (hiddenName(), hiddenName())
    let limits = [
      NamedAggregate(first, .minimum(placed.place)), NamedAggregate(last, .maximum(placed.place)),
    ]
    let unit = placed.names[0]
    let series = others + [unit]
    let bounded: Plan
    if isSingle {
      bounded = try placed.rows.aggregate(by: series, limits)
    } else if placed.type == .timePeriod {
      bounded = try withinAll(placed, series, first, last)
    } else {
      bounded = try placed.rows.select(series).distinct()
        .join(placed.rows.aggregate(by: [unit], limits), on: [unit])
    }
    return try bounded.expanding(placed.names[1], from: .column(first), through: .column(last))
      .select(series + [placed.names[1]])
  }

  /// The series with the first and the last of their periods that lie within the days of the whole dataset.
  private mutating func withinAll(
    _ placed: Placed,
    _ series: [String],
    _ first: String,
    _ last: String
  ) throws -> Plan {
    let code = placed.back(placed.place)
    let (from, through) = (hiddenName(), hiddenName())
    let days = try placed.rows.project([
      NamedExpression(from, TimeCode.firstDay(of: code)),
      NamedExpression(through, TimeCode.lastDay(of: code)),
    ]).aggregate(
      by: [],
      [
        NamedAggregate(from, .minimum(.column(from))),
        NamedAggregate(through, .maximum(.column(through))),
      ]
    )
    let limited = try placed.rows.select(series).distinct().join(days, on: [JoinKey]())
    var lower: [(condition: PlanValue, value: PlanValue)] = []
    var upper = lower
    for frequency in Frequency.allCases {
      let isOwn = PlanValue.column(placed.names[0])
        .equals(TimeCode.whole(TimeCode.rank(frequency)))
      let begin = TimeCode.ordinal(frequency, containing: .column(from))
      let end = TimeCode.ordinal(frequency, containing: .column(through))
      let isCut = TimeCode.firstDay(frequency, begin) < .column(from)
      let isOver = TimeCode.firstDay(frequency, end + 1) - 1 > .column(through)
      lower.append((isOwn, .choice([(isCut, begin + 1)], otherwise: begin)))
      upper.append((isOwn, .choice([(isOver, end - 1)], otherwise: end)))
    }
    return try limited.adding([
      NamedExpression(first, .choice(lower)), NamedExpression(last, .choice(upper)),
    ])
  }
}

extension Plan {
  /// The same columns, one of them computed anew.
  func replacing(_ name: String, by value: PlanValue) throws -> Plan {
    try project(
      schema.names.map { $0 == name ? NamedExpression(name, value) : NamedExpression($0) }
    )
  }
}
