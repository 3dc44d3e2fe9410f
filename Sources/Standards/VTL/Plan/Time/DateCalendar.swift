// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// How far apart the dates of a series are: the language leaves that to the one who reads them.
///
/// Dates on one day of the month, or all at the end of their months, are as many months apart as divide every
/// distance: twelve, six, three or one. Otherwise they are weeks apart where seven divides every
/// distance, and days in all other cases. A series of one date has the widest spacing of the dataset's
/// other series, and a year where there is none.
///
/// A date is then a unit, which all dates of the series share, and a place, which is the next whole number
/// for the next date. A unit is 10⁶ + step · 10⁴ + phase · 10² + day for months, 2 · 10⁶ + phase for weeks,
/// 3 · 10⁶ for days.
struct DateCalendar {
  private let time: String
  private let series: [String]
  private let prefix: String

  init(_ time: String, series: [String], hidden prefix: String) {
    self.time = time
    self.series = series
    self.prefix = prefix
  }

  private func hidden(_ name: String) -> String { "\(prefix)_\(name)" }

  private func value(_ name: String) -> PlanValue { .column(hidden(name)) }

  private static func flag(_ condition: PlanValue) -> PlanValue {
    .choice([(condition, TimeCode.whole(1))], otherwise: TimeCode.whole(0))
  }

  /// Steps of months and of days, the widest first, with the name of the column that says whether they fit.
  private static let steps: [(months: Int, days: Int, name: String)] = [
    (12, 0, "a"), (6, 0, "s"), (3, 0, "q"), (1, 0, "m"), (0, 7, "w"),
  ]

  /// The rows with the unit and the place of each date in columns of these names.
  func rows(_ input: Plan, unit: String, place: String) throws -> Plan {
    let spaced = try spaced(input)
    let (step, month, number) = (value("step"), value("month"), value("number"))
    let day = PlanValue.choice([(value("end").equals(1), 31)], otherwise: value("first"))
    let isMonths = step > 0
    let isWeeks = step.equals(-7)
    let units = PlanValue.choice(
      [
        (
          isMonths,
          TimeCode.whole(1_000_000) + step * TimeCode.whole(10_000)
            + .call(.remainder, month, step) * 100 + day
        ),
        (isWeeks, TimeCode.whole(2_000_000) + .call(.remainder, number, 7)),
      ],
      otherwise: TimeCode.whole(3_000_000)
    )
    let places = PlanValue.choice(
      [(isMonths, .call(.quotient, month, step)), (isWeeks, .call(.quotient, number, 7))],
      otherwise: number
    )
    return try spaced.project(
      input.schema.names.map { NamedExpression($0) } + [
        NamedExpression(unit, units), NamedExpression(place, places),
      ]
    )
  }

  /// The rows with the spacing of their series: months above zero, days below.
  private func spaced(_ input: Plan) throws -> Plan {
    let column = PlanValue.column(time)
    let next = PlanValue.call(.dateOfDay, .call(.dayNumber, column) + 1)
    let dated = try input.adding([
      NamedExpression(hidden("month"), TimeCode.month(of: column)),
      NamedExpression(hidden("day"), .call(.day, column)),
      // Far enough from zero, so that remainders are those of a calendar.
      NamedExpression(hidden("number"), .call(.dayNumber, column) + TimeCode.whole(1_400_000)),
      NamedExpression(hidden("last"), DateCalendar.flag(PlanValue.call(.day, next).equals(1))),
    ])
    let based = try dated.window([
      least("month", as: "month0"), least("number", as: "number0"), least("last", as: "end"),
      least("day", as: "first"),
      NamedWindow(hidden("count"), .aggregate(.countRows), partition: series),
    ])
    let isAligned = value("end").equals(1) || value("day").equals(value("first"))
    let fitting = try based.adding(
      DateCalendar.steps.map { step in
        let distance =
          step.months > 0 ? value("month") - value("month0") : value("number") - value("number0")
        let size = TimeCode.whole(max(step.months, step.days))
        let fits = PlanValue.call(.remainder, distance, size).equals(0)
        return NamedExpression(
          hidden(step.name),
          DateCalendar.flag(step.months > 0 ? isAligned && fits : fits)
        )
      }
    )
    let judged = try fitting.window(DateCalendar.steps.map { least($0.name, as: $0.name + "0") })
    var branches: [(condition: PlanValue, value: PlanValue)] = [
      (value("count").equals(1), .literal(.null(.integer)))
    ]
    for step in DateCalendar.steps {
      let size = step.months > 0 ? step.months : -step.days
      branches.append((value(step.name + "0").equals(1), TimeCode.whole(size)))
    }
    let own = NamedExpression(hidden("own"), .choice(branches, otherwise: TimeCode.whole(-1)))
    let compared = try judged.adding([own]).window([
      NamedWindow(hidden("widest"), .aggregate(.maximum(value("own"))))
    ])
    let step = PlanValue.call(.coalesce, value("own"), value("widest"), TimeCode.whole(12))
    return try compared.adding([NamedExpression(hidden("step"), step)])
  }

  private func least(_ name: String, as other: String) -> NamedWindow {
    NamedWindow(hidden(other), .aggregate(.minimum(value(name))), partition: series)
  }

  /// The date at a place of a unit.
  static func date(_ unit: PlanValue, _ place: PlanValue) -> PlanValue {
    let part = { (divisor: Int) in
      PlanValue.call(
        .remainder,
        .call(.quotient, unit, TimeCode.whole(divisor)),
        TimeCode.whole(100)
      )
    }
    let month = place * part(10_000) + part(100)
    let inMonth = PlanValue.call(
      .least,
      TimeCode.day(ofMonth: month) + part(1) - 1,
      TimeCode.day(ofMonth: month + 1) - 1
    )
    let kind = PlanValue.call(.quotient, unit, TimeCode.whole(1_000_000))
    let number = PlanValue.choice(
      [(kind.equals(2), place * 7 + part(1))],
      otherwise: place
    )
    let zero = TimeCode.whole(1_400_000)
    return .call(
      .dateOfDay,
      .choice([(kind.equals(1), inMonth)], otherwise: number - zero)
    )
  }
}
