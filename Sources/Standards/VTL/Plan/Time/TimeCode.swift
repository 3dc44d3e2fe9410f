// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Values

/// Periods and intervals as whole numbers, so that their order and arithmetic are those of numbers.
///
/// A code is (rank · 2²⁴ + ordinal + 10⁶) · 2²⁴ + length − 1: the frequency from the year (1) to the day
/// (6), the ordinal of ``TimePeriod`` and, for an interval, how many periods it has. A period is an interval
/// of one; an interval between two days is one of days. So codes of one frequency are in the order of time,
/// and frequencies stand apart.
enum TimeCode {
  /// Room for an ordinal and for a length.
  static let width = 1 << 24
  /// What makes every ordinal of the years 1 to 9999 positive.
  static let offset = 1_000_000

  static func rank(_ frequency: Frequency) -> Int {
    (Frequency.allCases.sorted().firstIndex(of: frequency) ?? 0) + 1
  }

  /// The code of a period that is known.
  static func literal(_ period: TimePeriod) -> PlanValue {
    whole((rank(period.frequency) * width + period.ordinal + offset) * width)
  }

  // MARK: Making and taking apart

  static func code(
    _ frequency: Frequency,
    _ ordinal: PlanValue,
    length: PlanValue? = nil
  ) -> PlanValue {
    code(whole(rank(frequency)), ordinal, length: length)
  }

  static func code(
    _ rank: PlanValue,
    _ ordinal: PlanValue,
    length: PlanValue? = nil
  ) -> PlanValue {
    let code = (rank * whole(width) + ordinal + whole(offset)) * whole(width)
    return length.map { code + $0 - 1 } ?? code
  }

  static func rank(of code: PlanValue) -> PlanValue {
    .call(.quotient, code, whole(width * width))
  }

  static func ordinal(of code: PlanValue) -> PlanValue {
    .call(.remainder, .call(.quotient, code, whole(width)), whole(width)) - whole(offset)
  }

  /// How many periods an interval has.
  static func length(of code: PlanValue) -> PlanValue {
    .call(.remainder, code, whole(width)) + 1
  }

  /// The interval so many periods of its own length later.
  static func shifted(_ code: PlanValue, by count: PlanValue) -> PlanValue {
    code + count * length(of: code) * whole(width)
  }

  static func whole(_ number: Int) -> PlanValue { .literal(.integer(Int64(number))) }

  // MARK: Days

  /// The number of the first day.
  static func firstDay(of code: PlanValue) -> PlanValue {
    firstDay(rank(of: code), ordinal(of: code))
  }

  /// The number of the last day.
  static func lastDay(of code: PlanValue) -> PlanValue {
    firstDay(rank(of: code), ordinal(of: code) + length(of: code)) - 1
  }

  private static func firstDay(_ rank: PlanValue, _ ordinal: PlanValue) -> PlanValue {
    .choice(
      Frequency.allCases.sorted().map { frequency in
        (rank.equals(whole(self.rank(frequency))), firstDay(frequency, ordinal))
      }
    )
  }

  static func firstDay(_ frequency: Frequency, _ ordinal: PlanValue) -> PlanValue {
    switch frequency {
    case .daily: return ordinal
    case .weekly: return ordinal * 7 - 3
    case .annual, .halfYearly, .quarterly, .monthly:
      return day(ofMonth: ordinal * whole(months(in: frequency)))
    }
  }

  /// The number of the first day of a month, counted from the year 0.
  static func day(ofMonth month: PlanValue) -> PlanValue {
    let year = PlanValue.call(.quotient, month, 12)
    return day(year, .call(.remainder, month, 12) + 1, 1)
  }

  static func day(_ year: PlanValue, _ month: PlanValue, _ day: PlanValue) -> PlanValue {
    .call(.dayNumber, .call(.date, year, month, day))
  }

  /// The month of a date, counted from the year 0.
  static func month(of date: PlanValue) -> PlanValue {
    .call(.year, date) * 12 + .call(.month, date) - 1
  }

  static func months(in frequency: Frequency) -> Int {
    switch frequency {
    case .annual: 12
    case .halfYearly: 6
    case .quarterly: 3
    case .monthly, .weekly, .daily: 1
    }
  }

  /// The ordinal of the period that a day is in.
  static func ordinal(_ frequency: Frequency, containing day: PlanValue) -> PlanValue {
    switch frequency {
    case .daily: return day
    case .weekly:
      // Quotients are cut towards zero: far enough from it they are rounded down.
      let weeks = 200_000
      return .call(.quotient, day + whole(3 + 7 * weeks), 7) - whole(weeks)
    case .annual, .halfYearly, .quarterly, .monthly:
      let month = month(of: .call(.dateOfDay, day))
      return .call(.quotient, month, whole(months(in: frequency)))
    }
  }

  /// The code of a day.
  static func code(ofDate date: PlanValue) -> PlanValue {
    code(.daily, .call(.dayNumber, date))
  }

  // MARK: Longer periods

  /// The longer period that a period belongs to; a week belongs to that of its Thursday.
  static func converted(_ code: PlanValue, to frequency: Frequency) -> PlanValue {
    let ordinal = ordinal(of: code)
    let rank = rank(of: code)
    let branches = Frequency.allCases.sorted().filter { $0 >= frequency }.map { own in
      let isOwn = rank.equals(whole(self.rank(own)))
      if own == frequency { return (condition: isOwn, value: code) }
      let converted: PlanValue
      switch own {
      case .weekly: converted = self.ordinal(frequency, containing: ordinal * 7)
      case .daily: converted = self.ordinal(frequency, containing: ordinal)
      default:
        // A longer period of months has a whole number of shorter ones.
        converted = .call(.quotient, ordinal, whole(months(in: frequency) / months(in: own)))
      }
      return (condition: isOwn, value: self.code(frequency, converted))
    }
    return .choice(branches)
  }

  /// An interval as the one period that it is: a year, half-year, quarter, month, week or day.
  ///
  /// - Returns: the code; no value where it is no such period.
  static func regular(_ code: PlanValue) -> PlanValue {
    let (first, last) = (firstDay(of: code), lastDay(of: code))
    let (from, to) = (PlanValue.call(.dateOfDay, first), PlanValue.call(.dateOfDay, last + 1))
    let isWhole = PlanValue.call(.day, from).equals(1) && PlanValue.call(.day, to).equals(1)
    let month = month(of: from)
    let count = self.month(of: to) - month
    var branches: [(condition: PlanValue, value: PlanValue)] = [(length(of: code).equals(1), code)]
    for frequency in [Frequency.annual, .halfYearly, .quarterly, .monthly] {
      let months = whole(months(in: frequency))
      let isOne =
        isWhole && count.equals(months) && PlanValue.call(.remainder, month, months).equals(0)
      branches.append((isOne, self.code(frequency, .call(.quotient, month, months))))
    }
    let week = ordinal(.weekly, containing: first)
    branches.append(
      (last.equals(first + 6) && first.equals(week * 7 - 3), self.code(.weekly, week))
    )
    return .choice(branches)
  }
}
