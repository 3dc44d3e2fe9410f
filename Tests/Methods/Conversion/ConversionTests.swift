// SPDX-License-Identifier: Apache-2.0

import Columns
import Conversion
import Diagnostics
import Testing
import Values

/// A decimal that a test writes as text.
private func decimal(_ text: String) throws -> Decimal { try #require(Decimal(text)) }

private func column(_ values: [Int128?], scale: Int) throws -> Column {
  let builder = DecimalColumnBuilder(scale: scale)
  for value in values {
    if let value { try builder.append(value) } else { builder.appendNull() }
  }
  return builder.finish("x")
}

@Suite struct ExchangeRateTests {
  /// Source: AidData, Global Chinese Official Finance Dataset 1.0, records 3, 21 and 560: amount,
  /// units per dollar, published dollars to the cent.
  @Test(arguments: [
    ("2000000000", "6.948655", "287825485.65"), ("117000000", "4.69288739", "24931346.16"),
    ("7000000", "8.2769575", "845721.39"),
  ])
  func `published amounts in dollars`(amount: String, rate: String, dollars: String) throws {
    let rate = try ExchangeRate(decimal(rate), .unitsPerReference)
    #expect(try rate.reference(of: decimal(amount)) == decimal(dollars))
  }

  /// Source: the same, record 3: 396,886,330.8 published, equal within a millionth.
  @Test func `constant prices are rounded once, not at each step`() throws {
    let rate = try ExchangeRate(decimal("6.948655"), .unitsPerReference)
    let amount = try rate.reference(
      of: decimal("2000000000"),
      deflatedBy: decimal("0.725208865")
    )
    #expect(try amount == decimal("396886331.02"))
    let identity = QuotientIdentity(tolerance: try decimal("0.000001"))
    #expect(try identity.holds(amount, over: .one, is: decimal("396886330.8")))
  }

  /// Two roundings would give 0.02: 0.0149… to 0.015 to 0.02.
  @Test func `a second rounding would change the cent`() throws {
    let rate = try ExchangeRate(decimal("6.7001"), .unitsPerReference)
    #expect(try rate.reference(of: decimal("0.1"), scale: 3) == decimal("0.015"))
    #expect(try rate.reference(of: decimal("0.1")) == decimal("0.01"))
  }

  @Test func `both quotations of one rate agree`() throws {
    let units = try ExchangeRate(decimal("1.25"), .unitsPerReference)
    let dollars = try ExchangeRate(decimal("0.8"), .referencePerUnit)
    for amount in ["0", "0.01", "-17.35", "1972.00", "99999999999999999999.99"] {
      let amount = try decimal(amount)
      #expect(try units.reference(of: amount) == dollars.reference(of: amount))
      #expect(try units.units(of: amount) == dollars.units(of: amount))
    }
    #expect(try units.reference(of: 10) == 8)
    #expect(try units.units(of: 8) == 10)
  }

  @Test(arguments: [0, -1]) func `a rate of zero or below is refused`(value: Int) throws {
    let error = #expect(throws: Diagnostic.self) {
      try ExchangeRate(Decimal(value), .unitsPerReference)
    }
    #expect(error?.definition == ConversionDefinitions.rateNotPositive)
    let rate = try ExchangeRate(2, .unitsPerReference)
    #expect(throws: Diagnostic.self) {
      try rate.reference(of: 1, deflatedBy: Decimal(value))
    }
  }

  @Test func `what has too many digits is refused`() throws {
    let rate = try ExchangeRate(decimal("0.0000000001"), .unitsPerReference)
    let error = #expect(throws: Diagnostic.self) {
      try rate.reference(of: decimal("99999999999999999999999999999999999999"))
    }
    #expect(error?.definition == ConversionDefinitions.overflow)
  }
}

@Suite struct RateTableTests {
  private func table() throws -> RateTable {
    var table = RateTable()
    let sol = try #require(Currency("PEN"))
    table[sol, 2023] = .init(
      try ExchangeRate(decimal("3.75"), .unitsPerReference),
      source: "central bank, annual average"
    )
    let euro = try #require(Currency("EUR"))
    table[euro, 2023] = .init(
      try ExchangeRate(decimal("1.10"), .referencePerUnit),
      source: "central bank, annual average"
    )
    return table
  }

  @Test func `a rate is found with its source, a missing year is not replaced`() throws {
    let (table, sol) = (try table(), try #require(Currency("PEN")))
    #expect(try table.entry(sol, 2023).source == "central bank, annual average")
    let error = #expect(throws: Diagnostic.self) { try table.entry(sol, 2022) }
    #expect(error?.definition == ConversionDefinitions.rateMissing)
    #expect(error?.arguments["year"] == .text("2022"))
  }

  @Test func `rows are converted by their own currency and year`() throws {
    let (codes, years) = (StringColumnBuilder(), IntegerColumnBuilder())
    for code in ["PEN", "EUR", "PEN"] { codes.append(code) }
    codes.appendNull()
    codes.append("EUR")
    for _ in 0..<5 { years.append(2023) }
    let amounts = try column([739_500, 10_000, nil, 1, -10_000], scale: 2)
    let result = try DecimalColumnConversion.reference(
      of: amounts,
      in: codes.finish("c"),
      year: years.finish("y"),
      by: table(),
      as: "USD",
      scale: 2
    )
    #expect(try (0..<5).map { try result.decimal(at: $0) } == [197_200, 11_000, nil, nil, -11_000])
    #expect(result.type == .decimal(precision: 38, scale: 2))
  }
}

@Suite struct DecimalColumnConversionTests {
  @Test func `rows are divided as single decimals are, at every scale`() throws {
    var random = Seeded(state: 7)
    for (amountScale, rateScale, scale) in [
      (2, 6, 2), (0, 0, 4), (10, 2, 0), (6, 20, 2), (20, 0, 2), (2, 2, 20),
    ] {
      var amounts: [Int128?] = (0..<200).map { _ in
        Int128(Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random))
      }
      var rates: [Int128?] = (0..<200).map { _ in
        Int128(Int64.random(in: 1...1_000_000_000, using: &random))
      }
      (amounts[3], rates[9]) = (nil, nil)
      let (left, right) = try (column(amounts, scale: amountScale), column(rates, scale: rateScale))
      let quotients = try DecimalColumnConversion.divide(left, by: right, as: "q", scale: scale)
      let products = try DecimalColumnConversion.multiply(left, by: right, as: "p", scale: scale)
      #expect(quotients.nullCount == 2)
      for row in 0..<200 {
        guard let amount = amounts[row], let rate = rates[row],
          let dividend = Decimal(unscaled: amount, scale: amountScale),
          let divisor = Decimal(unscaled: rate, scale: rateScale)
        else {
          #expect(!quotients.isValid(row) && !products.isValid(row))
          continue
        }
        let quotient = try dividend.divided(by: divisor, scale: scale, rounding: .halfUp)
        #expect(try quotients.decimal(at: row) == quotient.unscaled)
        let product = try dividend.multiplied(by: divisor).rounded(toScale: scale, .halfUp)
        #expect(try products.decimal(at: row) == product.unscaled)
      }
    }
  }

  @Test func `a rate of zero and unequal lengths are refused`() throws {
    let error = #expect(throws: Diagnostic.self) {
      try DecimalColumnConversion.divide(
        column([1], scale: 2),
        by: column([0], scale: 2),
        as: "q",
        scale: 2
      )
    }
    #expect(error?.definition == ConversionDefinitions.rateNotPositive)
    #expect(throws: Diagnostic.self) {
      try DecimalColumnConversion.divide(
        column([1, 2], scale: 2),
        by: column([1], scale: 2),
        as: "q",
        scale: 2
      )
    }
  }

  @Test func `the identity is checked within its tolerance, and not where a number is missing`()
    throws
  {
    let identity = QuotientIdentity(tolerance: try decimal("0.000001"))
    let answers = try identity.answers(
      column([1_000_000, 1_000_000, 1_000_000, nil, 0, -1_000_000], scale: 0),
      over: column([1, 1, 1, 1, 1, 1], scale: 0),
      are: column([1_000_001, 999_999, 1_000_002, 5, 0, -1_000_000], scale: 0)
    )
    // |10⁶ − 999,999| = 1 exceeds a millionth of 999,999.
    #expect(answers == [.holds, .fails, .fails, .incomplete, .holds, .holds])
  }
}

/// A small generator with a seed, so that each run tests the same rows (splitmix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
