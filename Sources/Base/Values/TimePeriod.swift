// SPDX-License-Identifier: Apache-2.0

/// A year, half-year, quarter, month, week or day, as a pair of integers.
///
/// The ordinal counts periods of one frequency, so that the next period is always one more and a
/// lag of a year over months is twelve. Years from 1 to 9999 exist.
///
/// - Method: the ordinal of a period of a year is y·n + i − 1, with n periods a year and i from 1;
///   a week counts from the Monday 1969-12-29; a day from 1970-01-01.
/// - Source: SDMX 2.1 section 6, "Time and Time Format"; ISO 8601-1:2019 for weeks.
public struct TimePeriod: Sendable, Hashable, Comparable {
  /// How long the period is.
  public let frequency: Frequency
  /// Which one it is among those of its frequency.
  public let ordinal: Int

  /// Takes a frequency and an ordinal.
  ///
  /// It is `nil` outside the years 1 to 9999.
  ///
  /// - Parameters:
  ///   - frequency: how long the period is.
  ///   - ordinal: which one it is.
  public init?(_ frequency: Frequency, ordinal: Int) {
    guard TimePeriod.ordinals(of: frequency).contains(ordinal) else { return nil }
    self.init(checked: frequency, ordinal)
  }

  private init(checked frequency: Frequency, _ ordinal: Int) {
    self.frequency = frequency
    self.ordinal = ordinal
  }

  /// Takes a year and the number of the period in it.
  ///
  /// It is `nil` where the year has no such period.
  ///
  /// - Parameters:
  ///   - frequency: how long the period is.
  ///   - year: from 1 to 9999; for a week the year that its Thursday is in.
  ///   - index: from 1: the quarter, the month, the week, the day of the year.
  public init?(_ frequency: Frequency, year: Int, index: Int = 1) {
    guard 1...9999 ~= year, index >= 1, index <= TimePeriod.count(of: frequency, in: year) else {
      return nil
    }
    switch frequency {
    case .annual, .halfYearly, .quarterly, .monthly:
      self.init(frequency, ordinal: year * (frequency.periodsInYear ?? 1) + index - 1)
    case .weekly: self.init(frequency, ordinal: TimePeriod.firstWeek(of: year) + index - 1)
    case .daily: self.init(frequency, ordinal: CalendarDate.count(year, 1, 1) + index - 1)
    }
  }

  /// The period of a frequency that a day is in.
  ///
  /// It is `nil` outside the years 1 to 9999.
  ///
  /// - Parameters:
  ///   - frequency: how long the period is.
  ///   - date: a day of it.
  public init?(_ frequency: Frequency, containing date: CalendarDate) {
    let (year, month, _) = date.components
    switch frequency {
    case .annual, .halfYearly, .quarterly, .monthly:
      let count = frequency.periodsInYear ?? 1
      self.init(frequency, ordinal: year * count + (month - 1) * count / 12)
    case .weekly:
      self.init(frequency, ordinal: (Int(date.daysSinceEpoch) + 3).floorDivided(by: 7))
    case .daily: self.init(frequency, ordinal: Int(date.daysSinceEpoch))
    }
  }

  /// The year that the period belongs to; of a week that of its Thursday.
  public var year: Int { position.year }

  /// The number of the period in its year, from 1.
  public var index: Int { position.index }

  private var position: (year: Int, index: Int) {
    if let count = frequency.periodsInYear {
      return (ordinal.floorDivided(by: count), ordinal.floorRemainder(by: count) + 1)
    }
    let first = start
    return frequency == .weekly ? first.isoWeek : (first.components.year, first.dayOfYear)
  }

  /// The first day.
  public var start: CalendarDate { TimePeriod.startDay(frequency, ordinal) }

  /// The last day.
  public var end: CalendarDate {
    let next = TimePeriod.startDay(frequency, ordinal + 1)
    return CalendarDate(daysSinceEpoch: next.daysSinceEpoch - 1)
  }

  /// How many days it has.
  public var dayCount: Int { start.days(until: end) + 1 }

  private static func startDay(_ frequency: Frequency, _ ordinal: Int) -> CalendarDate {
    let count: Int
    switch frequency {
    case .annual, .halfYearly, .quarterly, .monthly:
      let inYear = frequency.periodsInYear ?? 1
      let month = ordinal.floorRemainder(by: inYear) * (12 / inYear) + 1
      count = CalendarDate.count(ordinal.floorDivided(by: inYear), month, 1)
    case .weekly: count = ordinal * 7 - 3
    case .daily: count = ordinal
    }
    return CalendarDate(daysSinceEpoch: Int32(clamping: count))
  }

  private static func firstWeek(of year: Int) -> Int {
    // 4 January is always in the first week.
    (CalendarDate.count(year, 1, 4) + 3).floorDivided(by: 7)
  }

  private static func ordinals(of frequency: Frequency) -> Range<Int> {
    switch frequency {
    case .annual, .halfYearly, .quarterly, .monthly:
      let count = frequency.periodsInYear ?? 1
      return count..<(10_000 * count)
    case .weekly: return firstWeek(of: 1)..<firstWeek(of: 10_000)
    case .daily: return CalendarDate.count(1, 1, 1)..<CalendarDate.count(10_000, 1, 1)
    }
  }

  /// How many periods of a frequency a year has: 52 or 53 weeks, 365 or 366 days.
  public static func count(of frequency: Frequency, in year: Int) -> Int {
    switch frequency {
    case .annual, .halfYearly, .quarterly, .monthly: frequency.periodsInYear ?? 1
    case .weekly: firstWeek(of: year + 1) - firstWeek(of: year)
    case .daily: CalendarDate.isLeap(year) ? 366 : 365
    }
  }

  /// Orders by time within a frequency; different frequencies stand apart, the longest first.
  public static func < (left: TimePeriod, right: TimePeriod) -> Bool {
    (left.frequency, left.ordinal) < (right.frequency, right.ordinal)
  }
}
