// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Values

/// The days of a period, and what texts of periods lie before or after them.
///
/// Texts of one frequency have one length, so their order is that of time: a bound is one text for each
/// frequency, and the engine need not read periods.
struct PeriodBounds {
  /// The first day.
  let first: Int32
  /// The last day.
  let last: Int32

  /// Takes a period, a day or a moment; `nil` for a text that is none.
  init?(_ text: String) {
    if let period = TimePeriod(text) {
      (first, last) = (period.start.daysSinceEpoch, period.end.daysSinceEpoch)
    } else if let date = CalendarDate(String(text.prefix { $0 != "T" && $0 != "/" })) {
      (first, last) = (date.daysSinceEpoch, date.daysSinceEpoch)
    } else {
      return nil
    }
  }

  /// How the texts of a frequency are told from others: their length, and the sixth character.
  private struct Shape {
    let frequency: Frequency
    let length: Int64
    let letter: String?
  }

  private static let shapes: [Shape] = [
    Shape(frequency: .annual, length: 4, letter: nil),
    Shape(frequency: .halfYearly, length: 7, letter: "S"),
    Shape(frequency: .quarterly, length: 7, letter: "Q"),
    Shape(frequency: .monthly, length: 7, letter: nil),
    Shape(frequency: .weekly, length: 8, letter: "W"),
  ]

  /// Whether the period of a text lies before or after the bound.
  ///
  /// `ge` holds for periods that begin with the bound or later, `le` for those that end with it or
  /// earlier, `gt` and `lt` for those that have no day in common with it.
  ///
  /// - Source: SDMX REST 2.2, "Data queries": periods of other frequencies are compared by their days.
  func condition(_ comparison: DataQuery.Operator, _ column: Expression) -> Expression {
    let isFrom = comparison == .greater || comparison == .greaterOrEqual
    let day =
      switch comparison {
      case .greaterOrEqual: first
      case .greater: last + 1
      case .lessOrEqual: last
      default: first - 1
      }
    let length = Expression.call(.length, column)
    let letter = Expression.call(
      .substring,
      column,
      .literal(.integer(6)),
      .literal(.integer(1))
    )
    var alternatives: [Expression] = []
    for shape in PeriodBounds.shapes {
      guard let text = PeriodBounds.limit(shape.frequency, day, isFrom) else { continue }
      var conditions = [length.equals(.literal(.integer(shape.length)))]
      if let mark = shape.letter {
        conditions.append(letter.equals(.literal(.string(mark))))
      } else if shape.length == 7 {
        conditions.append(letter.isIn([.string("0"), .string("1")]))
      }
      conditions.append(compare(column, .literal(.string(text)), isFrom))
      alternatives.append(QueryCompiler.all(conditions))
    }
    // Days and moments: their first ten characters.
    let date = Expression.call(.substring, column, .literal(.integer(1)), .literal(.integer(10)))
    let limit = CalendarDate(daysSinceEpoch: day).description
    alternatives.append(
      length >= .literal(.integer(10)) && compare(date, .literal(.string(limit)), isFrom)
    )
    return QueryCompiler.any(alternatives)
  }

  private func compare(_ left: Expression, _ right: Expression, _ isFrom: Bool) -> Expression {
    isFrom ? left >= right : left <= right
  }

  /// The first period of a frequency that begins on a day or later; the last that ends on it or earlier.
  private static func limit(_ frequency: Frequency, _ day: Int32, _ isFrom: Bool) -> String? {
    let date = CalendarDate(daysSinceEpoch: day)
    guard let period = TimePeriod(frequency, containing: date) else { return nil }
    let isWhole = isFrom ? period.start == date : period.end == date
    return (isWhole ? period : period.advanced(by: isFrom ? 1 : -1))?.description
  }
}
