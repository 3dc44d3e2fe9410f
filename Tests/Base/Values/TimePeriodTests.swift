// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Values

@Suite struct CalendarDateTests {
  @Test func `four hundred days agree with Python's datetime`() throws {
    let rows = try goldenRows("calendar")
    #expect(rows.count == 400)
    for row in rows {
      let date = try #require(CalendarDate(row[0]), "\(row)")
      #expect(date.daysSinceEpoch == Int32(row[1]), "\(row)")
      #expect(date.isoWeek.year == Int(row[2]), "\(row)")
      #expect(date.isoWeek.week == Int(row[3]), "\(row)")
      #expect(date.weekday == Int(row[4]), "\(row)")
      #expect(date.dayOfYear == Int(row[5]), "\(row)")
      #expect(date.description == row[0])
    }
  }

  @Test func `every day of four centuries reads back`() throws {
    for days in Int32(-40_000)..<106_097 {
      let date = CalendarDate(daysSinceEpoch: days)
      let (year, month, day) = date.components
      let back = CalendarDate(year: year, month: month, day: day)
      if back != date { Issue.record("\(days) became \(date)") }
    }
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-1-01", "0000-01-01",
  ])
  func `days that do not exist are refused`(text: String) { #expect(CalendarDate(text) == nil) }

  @Test func `the ends of the count do not trap`() {
    for days in [Int32.min, Int32.max] {
      let date = CalendarDate(daysSinceEpoch: days)
      #expect(1...7 ~= date.weekday && 1...53 ~= date.isoWeek.week && 1...366 ~= date.dayOfYear)
      #expect(TimePeriod(.weekly, containing: date) == nil)
    }
    #expect(CalendarDate(daysSinceEpoch: .max).advanced(by: 1) == nil)
    #expect(CalendarDate(daysSinceEpoch: .max).advanced(by: .max) == nil)
  }
}

@Suite struct TimePeriodTests {
  private func period(_ text: String) throws -> TimePeriod {
    try #require(TimePeriod(text), "\(text)")
  }

  @Test(arguments: [
    ("2023", "2023-A1", "2023-01-01", "2023-12-31"),
    ("2023-S1", "2023-S1", "2023-01-01", "2023-06-30"),
    ("2023-S2", "2023-S2", "2023-07-01", "2023-12-31"),
    ("2023-Q2", "2023-Q2", "2023-04-01", "2023-06-30"),
    ("2024-02", "2024-M02", "2024-02-01", "2024-02-29"),
    ("2020-W53", "2020-W53", "2020-12-28", "2021-01-03"),
    ("2026-W53", "2026-W53", "2026-12-28", "2027-01-03"),
    ("2025-W01", "2025-W01", "2024-12-30", "2025-01-05"),
    ("2024-02-29", "2024-D060", "2024-02-29", "2024-02-29"),
  ])
  func `both forms of SDMX are one period`(
    text: String,
    reporting: String,
    start: String,
    end: String
  ) throws {
    let period = try period(text)
    #expect(period == TimePeriod(reporting))
    #expect(period.description == text)
    #expect(period.reportingForm == reporting)
    #expect(period.start.description == start)
    #expect(period.end.description == end)
  }

  @Test(arguments: [
    "", "23", "02023", "2023-", "2023-A2", "2023-S3", "2023-Q5", "2023-Q0", "2023-13", "2023-M00",
    "2023-M5", "2023-W53", "2024-W53", "2023-W00", "2023-02-29", "2023-D366", "2023-X1", "2023-q1",
    "0000", "2023-Q1-1", "-2023", "2023-٠٥",
  ])
  func `periods that do not exist are refused`(text: String) { #expect(TimePeriod(text) == nil) }

  @Test(arguments: Frequency.allCases)
  func `thousands of periods read back and touch the next`(frequency: Frequency) throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let day = Int32.random(in: -719_162...2_932_000, using: &generator)
      let date = CalendarDate(daysSinceEpoch: day)
      let period = try #require(TimePeriod(frequency, containing: date))
      #expect(period.start <= date && date <= period.end)
      #expect(TimePeriod(period.description) == period)
      #expect(TimePeriod(period.reportingForm) == period)
      #expect(TimePeriod(frequency, year: period.year, index: period.index) == period)
      if let next = period.advanced(by: 1) {
        #expect(period.end.days(until: next.start) == 1)
        #expect(period < next && period.distance(to: next) == 1)
      }
    }
  }

  @Test func `every shorter period belongs to exactly one longer`() throws {
    for year in 2015...2030 {
      let whole = try #require(TimePeriod(.annual, year: year))
      for longer in Frequency.allCases {
        for shorter in Frequency.allCases where longer <= shorter && longer != .weekly {
          let outer = try #require(whole.parts(longer))
          var all: [TimePeriod] = []
          for period in TimePeriod.stride(from: outer.lowerBound, through: outer.upperBound) {
            let inner = try #require(period.parts(shorter))
            let parts = TimePeriod.stride(from: inner.lowerBound, through: inner.upperBound)
            #expect(parts.allSatisfy { $0.converted(to: longer) == period })
            all += parts
          }
          #expect(all.count == TimePeriod.count(of: shorter, in: year))
          #expect(all == all.sorted() && Set(all).count == all.count)
        }
      }
    }
  }

  @Test func `a week belongs to the month of its Thursday`() throws {
    #expect(try period("2020-W53").converted(to: .annual) == period("2020"))
    #expect(try period("2024-W05").converted(to: .monthly) == period("2024-02"))
    #expect(try period("2024-02").converted(to: .weekly) == nil)
    #expect(try period("2024-W05").parts(.daily)?.upperBound == period("2024-02-04"))
  }

  @Test func `steps stay inside the years and inside a frequency`() throws {
    #expect(try period("9999").advanced(by: 1) == nil)
    #expect(try period("0001-01").advanced(by: -1) == nil)
    #expect(try period("2023").advanced(by: .max) == nil)
    #expect(TimePeriod(.daily, ordinal: .max) == nil && TimePeriod(.weekly, ordinal: .min) == nil)
    #expect(try period("2023").distance(to: period("2023-Q1")) == nil)
    let lag = TimePeriod.stride(from: try period("2022-11"), through: try period("2023-05"), by: 2)
    #expect(lag.map(\.description) == ["2022-11", "2023-01", "2023-03", "2023-05"])
    #expect(try TimePeriod.stride(from: period("2022"), through: period("2023-05")).isEmpty)
    #expect(try TimePeriod.stride(from: period("2022"), through: period("2023"), by: 0).isEmpty)
  }
}
