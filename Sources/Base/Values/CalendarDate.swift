// SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01, without a time of day.
///
/// The count is that of a date column in Arrow, Parquet and DuckDB.
///
/// - Source: ISO 8601-1:2019; the computation goes in eras of 400 years, 146,097 days each.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before.
  public let daysSinceEpoch: Int32

  /// Takes a count of days.
  public init(daysSinceEpoch: Int32) { self.daysSinceEpoch = daysSinceEpoch }

  /// Takes a year, a month and a day.
  ///
  /// It is `nil` where there is no such day.
  ///
  /// - Parameters:
  ///   - year: from 1 to 9999.
  ///   - month: from 1 to 12.
  ///   - day: from 1 to the month's last.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    self.init(daysSinceEpoch: Int32(CalendarDate.count(year, month, day)))
  }

  /// Year, month and day.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * marchMonth + 2) / 5 + 1
    )
  }

  /// The day of the week by ISO 8601: Monday is 1, Sunday 7.
  public var weekday: Int { (Int(daysSinceEpoch) + 3).floorRemainder(by: 7) + 1 }

  /// The week by ISO 8601 and the year that it belongs to, which is that of its Thursday.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = Int(daysSinceEpoch) + 4 - weekday
    let year = CalendarDate(daysSinceEpoch: Int32(clamping: thursday)).components.year
    return (year, (thursday - CalendarDate.count(year, 1, 1)) / 7 + 1)
  }

  /// The day in the year, from 1 to 366.
  public var dayOfYear: Int {
    Int(daysSinceEpoch) - CalendarDate.count(components.year, 1, 1) + 1
  }

  /// The day so many days later, or earlier where the number is negative.
  ///
  /// - Parameter days: how many.
  /// - Returns: `nil` where the count of days does not fit.
  public func advanced(by days: Int) -> CalendarDate? {
    let (sum, overflow) = Int(daysSinceEpoch).addingReportingOverflow(days)
    return overflow ? nil : Int32(exactly: sum).map(CalendarDate.init(daysSinceEpoch:))
  }

  /// How many days lie between this day and another; negative where the other is earlier.
  public func days(until other: CalendarDate) -> Int {
    Int(other.daysSinceEpoch) - Int(daysSinceEpoch)
  }

  /// Whether a year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// How many days a month has.
  ///
  /// - Parameters:
  ///   - month: from 1 to 12.
  ///   - year: the year, which matters in February.
  /// - Returns: 28 to 31; 0 for a month that does not exist.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 0
    }
  }

  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  /// The count of a day: years begin in March, so that a leap day comes last.
  static func count(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear.floorDivided(by: 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CalendarDate: LosslessStringConvertible {
  /// Reads a day written `2024-02-29`.
  ///
  /// It is `nil` where there is no such day.
  ///
  /// - Parameter text: four digits, two and two, joined by hyphens.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = parts[0].digits(4), let month = parts[1].digits(2),
      let day = parts[2].digits(2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as `2024-02-29`.
  public var description: String {
    let (year, month, day) = components
    return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
  }
}
