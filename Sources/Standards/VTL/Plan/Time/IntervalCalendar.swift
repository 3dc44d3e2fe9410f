// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Values

/// Intervals as a unit, which the intervals of a series share, and a place: the next interval begins where one
/// ends.
///
/// An interval of whole months that is written with days goes by months, so that the year 2020 as
/// `2020-01-01/2020-12-31` is followed by that of 2021. A unit is (rank · 2²⁴ + length) · 2²⁴ + phase with
/// rank 7 for months written with days.
enum IntervalCalendar {
  private static let width = TimeCode.whole(TimeCode.width)
  private static let writtenWithDays = TimeCode.whole(7)

  /// The unit and the place of an interval.
  static func place(of code: PlanValue) -> (unit: PlanValue, place: PlanValue) {
    let (first, last) = (TimeCode.firstDay(of: code), TimeCode.lastDay(of: code))
    let (from, to) = (PlanValue.call(.dateOfDay, first), PlanValue.call(.dateOfDay, last + 1))
    let isMonths =
      TimeCode.rank(of: code).equals(TimeCode.whole(TimeCode.rank(.daily)))
      && TimeCode.length(of: code) > 1
      && PlanValue.call(.day, from).equals(1) && PlanValue.call(.day, to).equals(1)
    let month = TimeCode.month(of: from)
    let months = TimeCode.month(of: to) - month
    let ordinal = TimeCode.ordinal(of: code) + TimeCode.whole(TimeCode.offset)
    let length = TimeCode.length(of: code)
    return (
      .choice(
        [(isMonths, unit(writtenWithDays, months, month))],
        otherwise: unit(TimeCode.rank(of: code), length, ordinal)
      ),
      .choice(
        [(isMonths, .call(.quotient, month, months))],
        otherwise: .call(.quotient, ordinal, length)
      )
    )
  }

  private static func unit(
    _ rank: PlanValue,
    _ length: PlanValue,
    _ ordinal: PlanValue
  ) -> PlanValue {
    (rank * width + length) * width + .call(.remainder, ordinal, length)
  }

  /// The interval at a place of a unit.
  static func code(_ unit: PlanValue, _ place: PlanValue) -> PlanValue {
    let rank = PlanValue.call(.quotient, unit, TimeCode.whole(TimeCode.width * TimeCode.width))
    let length = PlanValue.call(.remainder, .call(.quotient, unit, width), width)
    let ordinal = place * length + .call(.remainder, unit, width)
    let first = TimeCode.day(ofMonth: ordinal)
    let days = TimeCode.day(ofMonth: ordinal + length) - first
    return .choice(
      [(rank.equals(writtenWithDays), TimeCode.code(.daily, first, length: days))],
      otherwise: TimeCode.code(
        rank,
        ordinal - TimeCode.whole(TimeCode.offset),
        length: length
      )
    )
  }
}
