// SPDX-License-Identifier: Apache-2.0

import Conversion
import Cooperation
import Diagnostics
import Testing
import Values

/// Synthetic cases, computed by hand with exact decimals, rounded half away from zero at the cent.
@Suite struct ValuationTests {
  /// Three experts: 12 hours of preparation, five days of eight hours, 6 hours of follow-up, two
  /// days of travel.
  private func mission() throws -> PersonEffort {
    try PersonEffort(experts: 3, preparation: 12, delivery: 40, followUp: 6, travel: 16)
  }

  @Test func `hours of experts, with travel and without`() throws {
    #expect(try mission().hours() == 174)
    #expect(try mission().hours(withTravel: true) == 222)
  }

  @Test func `one mission valued in four ways`() throws {
    let salary = try HourlyPay(6_800, forHours: 160)
    let dollar = try ExchangeRate(decimal("3.75"), .unitsPerReference)
    let parity = try ExchangeRate(decimal("1.70"), .unitsPerReference)
    #expect(try mission().value(at: salary) == decimal("7395.00"))
    #expect(try mission().value(at: salary, in: dollar) == decimal("1972.00"))
    #expect(try mission().value(at: salary, withTravel: true) == decimal("9435.00"))
    #expect(try mission().value(at: salary, in: dollar, withTravel: true) == decimal("2516.00"))
    #expect(try mission().value(at: salary, in: parity) == decimal("4350.00"))
    #expect(try mission().value(at: HourlyPay(decimal("31.25"))) == decimal("5437.50"))
  }

  /// 78,832 over 1,760 hours is 44.79090…; rounding that first would give 7,793.46.
  @Test func `a rate an hour is not rounded on the way`() throws {
    let pay = try HourlyPay(
      monthlySalary: 5_200,
      load: decimal("1.18"),
      yearlyAddition: 5_200,
      workingDays: 220
    )
    #expect(pay.pay == 78_832)
    #expect(pay.hours == 1_760)
    #expect(try mission().value(at: pay) == decimal("7793.62"))
  }

  @Test func `costs by component`() throws {
    let cost = try ActualCost([
      .init(3, 7, at: 180), .init(3, at: 850), .init(at: 640),
    ])
    #expect(try cost.lines.map { try $0.cost() } == [3_780, 2_550, 640])
    #expect(try cost.total() == decimal("6970.00"))
    #expect(try cost.total().description == "6970.00")
  }

  @Test func `small cases`() throws {
    let volunteers = try PersonEffort(experts: 25, delivery: 120)
    #expect(try volunteers.hours() == 3_000)
    #expect(try volunteers.value(at: HourlyPay(decimal("4.80"))) == 14_400)
    let deflator = try ExchangeRate(decimal("1.0820"), .unitsPerReference)
    #expect(try deflator.reference(of: decimal("1972.00")) == decimal("1822.55"))
    let dollar = try #require(Currency("USD"))
    let works = try Money(12_000_000, dollar).shared(by: [15, 45, 40])
    #expect(works.map(\.amount) == [1_800_000, 5_400_000, 4_800_000])
    let relief = try ActualCost([.init(at: 3_000_000), .init(at: 240_000)])
    #expect(try relief.total() == 3_240_000)
  }

  @Test func `numbers below zero and pay for no hours are refused`() {
    #expect(throws: Diagnostic.self) { try PersonEffort(experts: -1, delivery: 1) }
    #expect(throws: Diagnostic.self) { try PersonEffort(experts: 1, delivery: -1) }
    #expect(throws: Diagnostic.self) { try HourlyPay(100, forHours: 0) }
    #expect(throws: Diagnostic.self) { try HourlyPay(-1) }
    #expect(throws: Diagnostic.self) { try ActualCost.Line(-1, at: 1) }
  }
}
