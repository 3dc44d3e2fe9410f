// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Values

@Suite struct MoneyTests {
  private func decimal(_ text: String) throws -> Decimal { try #require(Decimal(text)) }

  @Test func `person-hours are valued in two currencies`() throws {
    // Golden case G1: 174 hours of experts at 42.50 soles, then at 3.75 soles a dollar.
    let (sol, dollar) = (try #require(Currency("PEN")), try #require(Currency("USD")))
    let hourly = try decimal("6800").divided(by: 160, scale: 4, rounding: .halfUp)
    let hours = Decimal(3 * (12 + 5 * 8 + 6))
    #expect(hours == 174)
    let cost = try Money(hourly, sol).multiplied(by: hours).rounded()
    #expect(cost.description == "7395.00 PEN")
    #expect(try cost.converted(to: dollar, at: decimal("3.75")).description == "1972.00 USD")
    let travelling = try Money(hourly, sol).multiplied(by: Decimal(174 + 48)).rounded()
    #expect(travelling.description == "9435.00 PEN")
    #expect(try travelling.converted(to: dollar, at: decimal("3.75")).description == "2516.00 USD")
    #expect(try Money(decimal("31.25"), dollar).multiplied(by: 174).amount == decimal("5437.5"))
  }

  @Test func `different currencies do not add up`() throws {
    let (sol, dollar) = (try #require(Currency("PEN")), try #require(Currency("USD")))
    #expect(throws: MoneyFailure.differentCurrencies(sol, dollar)) {
      try Money(1, sol).adding(Money(1, dollar))
    }
    #expect(throws: MoneyFailure.arithmetic(.divisionByZero)) {
      try Money(1, sol).converted(to: dollar, at: 0)
    }
  }

  @Test(arguments: ["usd", "US", "USDT", "U1D", "", "ÉUR"])
  func `a code of another shape is refused`(code: String) { #expect(Currency(code) == nil) }

  @Test func `amounts take the decimals of their currency`() throws {
    let yen = try #require(Currency("JPY", minorUnits: 0))
    #expect(try Money(decimal("12.5"), yen).rounded().description == "13 JPY")
    #expect(try Money(decimal("12.5"), yen).rounded(.halfEven).description == "12 JPY")
  }
}

@Suite struct ApportionmentTests {
  /// Golden case G7: total, weights, shares.
  @Test(arguments: [
    ("100.00", "1 1 1", "33.34 33.33 33.33"),
    ("1000.01", "2 3 5", "200.00 300.00 500.01"),
    ("0.05", "1 1 1 1 1 1 1", "0.01 0.01 0.01 0.01 0.01 0.00 0.00"),
    ("120000", "33.33 33.33 33.34", "39996.00 39996.00 40008.00"),
    ("-100.00", "1 1 1", "-33.34 -33.33 -33.33"),
    ("0", "1 2", "0.00 0.00"),
  ])
  func `shares add up to the total`(total: String, weights: String, shares: String) throws {
    let result = try Apportionment.largestRemainder(
      try #require(Decimal(total)),
      weights: weights.split(separator: " ").map { try #require(Decimal(String($0))) },
      scale: 2
    )
    #expect(result.map(\.description).joined(separator: " ") == shares)
    #expect(try Decimal.sum(result) == Decimal(total))
  }

  @Test func `two hundred totals agree with Python's fractions`() throws {
    let rows = try goldenRows("apportionment")
    #expect(rows.count > 190)
    for row in rows {
      let weights = row[1].split(separator: " ").compactMap { Int128($0) }
      let shares = row[2].split(separator: " ").compactMap { Int128($0) }
      let units = try #require(Int128(row[0]))
      let result = try Apportionment.largestRemainder(units, weights: weights)
      #expect(result == shares, "\(row)")
    }
  }

  @Test func `impossible shares say why`() {
    #expect(throws: ApportionmentFailure.noWeight) {
      try Apportionment.largestRemainder(1, weights: [0, 0])
    }
    #expect(throws: ApportionmentFailure.noWeight) {
      try Apportionment.largestRemainder(1, weights: [])
    }
    #expect(throws: ApportionmentFailure.negativeWeight(1)) {
      try Apportionment.largestRemainder(1, weights: [3, -1])
    }
    #expect(throws: ApportionmentFailure.totalFinerThanShares) {
      try Apportionment.largestRemainder(try #require(Decimal("0.001")), weights: [1], scale: 2)
    }
  }
}
