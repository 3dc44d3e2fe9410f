// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Diagnostics
import Glibc
import Testing

@Suite struct GrantElementTests {
  private func terms(_ row: [String: String], payments: Int = 2) throws -> LoanTerms {
    try LoanTerms(
      interestPercent: row.number("interest"),
      maturityYears: row.number("maturity"),
      graceYears: row.number("grace"),
      paymentsPerYear: payments
    )
  }

  @Test func `five loans at five rates of discount`() throws {
    var compared = 0
    for row in try goldenRows("grant-element") {
      let terms = try terms(row, payments: Int(row.number("payments")))
      for percent in [5, 6, 7, 9, 10] {
        let discount = try DiscountRate(percent: Double(percent), .effective)
        let expected = try row.number("at\(percent)")
        #expect(abs(try GrantElement(terms, at: discount).percent - expected) <= 1e-6)
        compared += 1
      }
    }
    #expect(compared == 25)
  }

  @Test func `six published loans, and one that is published wrong`() throws {
    let nominal = try DiscountRate(percent: 10, .nominal)
    let effective = try DiscountRate(percent: 10, .effective)
    var compared = 0
    for row in try goldenRows("published-loans") {
      let terms = try terms(row)
      let computed = try GrantElement(terms, at: nominal).percent
      if row["id"] == "31294" {
        #expect(abs(computed - 62.31) <= 0.005)
        continue
      }
      #expect(abs(try computed - row.number("published")) <= 0.005)
      // The convention decides: with the other one no row comes near.
      #expect(abs(try GrantElement(terms, at: effective).percent - row.number("published")) > 0.5)
      compared += 1
    }
    #expect(compared == 6)
  }

  /// Source: as the golden loans, loan A at 5 % effective.
  @Test func `annuity and lump sum`() throws {
    let discount = try DiscountRate(percent: 5, .effective)
    for (repayment, expected) in [(RepaymentType.annuity, 31.4420), (.lumpSum, 43.3869)] {
      let terms = try LoanTerms(
        interestPercent: 1.5,
        maturityYears: 20,
        graceYears: 5,
        repayment: repayment
      )
      #expect(abs(try GrantElement(terms, at: discount).percent - expected) <= 5e-5)
    }
  }

  @Test(arguments: [RepaymentType.equalPrincipal, .annuity, .lumpSum], [1, 2, 4, 12])
  func `closed form and sum over payments agree`(repayment: RepaymentType, payments: Int) throws {
    for maturity in [1.0, 5, 12.0, 40] {
      for grace in [0.0, 1, maturity / 2, maturity] {
        for interest in [0.0, 0.75, 5, 12] {
          let terms = try LoanTerms(
            interestPercent: interest,
            maturityYears: maturity,
            graceYears: (grace * Double(payments)).rounded(.down) / Double(payments),
            paymentsPerYear: payments,
            repayment: repayment
          )
          for convention in DiscountRate.Convention.allCases {
            for percent in [0, 1e-6, 0.13, 5, 10, 12] {
              let discount = try DiscountRate(percent: percent, convention)
              let closed = try GrantElement(terms, at: discount).percent
              let summed = try GrantElement(RepaymentSchedule(terms), at: discount).percent
              #expect(abs(closed - summed) <= 1e-9, "\(terms) at \(discount)")
            }
          }
        }
      }
    }
  }

  @Test func `a loan at the discount rate is no grant`() throws {
    let discount = try DiscountRate(percent: 5, .effective)
    // Twice d = √1.05 − 1, in percent: 4.9390153192.
    let rate = 2 * discount.perPeriod(2) * 100
    #expect(abs(rate - 4.939_015_319_2) < 1e-10)
    let terms = try LoanTerms(interestPercent: rate, maturityYears: 20, graceYears: 5)
    #expect(abs(try GrantElement(terms, at: discount).percent) < 1e-12)
  }

  /// Source: as the golden loans: 20 years, 5 of grace, equal principal, half-yearly.
  @Test func `the line of concessionality`() throws {
    let test = try ConcessionalityTest(
      leastPercent: 35,
      at: DiscountRate(percent: 5, .effective)
    )
    let below = try LoanTerms(interestPercent: 1.041_730, maturityYears: 20, graceYears: 5)
    let above = try LoanTerms(interestPercent: 1.041_733, maturityYears: 20, graceYears: 5)
    #expect(try test.isConcessional(below))
    #expect(try !test.isConcessional(above))
  }

  @Test func `a schedule of any shape`() throws {
    let discount = try DiscountRate(percent: 10, .nominal)
    let schedule = RepaymentSchedule(payments: [0, 1.21], periodsPerYear: 1)
    #expect(abs(GrantElement(schedule, at: discount).percent) < 1e-12)
    let gift = RepaymentSchedule(payments: [], periodsPerYear: 1)
    #expect(GrantElement(gift, at: discount).percent == 100)
  }

  @Test func `terms that do not tell the payments are refused`() throws {
    let discount = try DiscountRate(percent: 5, .effective)
    for (maturity, repayment) in [(10.0, RepaymentType.other), (10.25, .annuity)] {
      let terms = try LoanTerms(
        interestPercent: 1,
        maturityYears: maturity,
        graceYears: 1,
        repayment: repayment
      )
      let error = #expect(throws: Diagnostic.self) { try GrantElement(terms, at: discount) }
      #expect(error?.code.rawValue == "cooperation.no-repayment-schedule")
    }
  }

  @Test(arguments: [
    (-1.0, 10.0, 1.0, 2), (.nan, 10, 1, 2), (1, 0, 0, 2), (1, 10, 11, 2), (1, 10, -1, 2),
    (1, 10, 1, 3),
  ])
  func `terms that do not fit are refused`(
    interest: Double,
    maturity: Double,
    grace: Double,
    payments: Int
  ) {
    let error = #expect(throws: Diagnostic.self) {
      try LoanTerms(
        interestPercent: interest,
        maturityYears: maturity,
        graceYears: grace,
        paymentsPerYear: payments
      )
    }
    #expect(error?.code.rawValue == "cooperation.loan-terms")
  }
}
