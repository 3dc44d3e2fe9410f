// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Glibc

/// How much of a loan is a grant: what the lender gives up, in percent of the loan.
///
/// - Formula: for equal principal with a payments a year, interest r, maturity M and grace G in
///   years, rate of discount d a period, N = aM and G' = aG − 1, not below 0:
///   `GE = 1 − PV = (1 − (r/a)/d) · (1 − ((1+d)^−G' − (1+d)^−N) ÷ (d · (N − G')))`.
/// - Source: OECD DAC, converged statistical reporting directives, annex on the grant element;
///   UNCTAD, manual for the framework to measure South-South cooperation, concessional loans.
/// - Complexity: O(1) for equal principal and lump sum; O(N) for annuities.
///
/// Closed form and the sum over payments agree within 1e-9 points.
public struct GrantElement: Hashable, Sendable, Comparable {
  /// Percent of the loan; below zero where the borrower pays more than the discount rate.
  public let percent: Double

  /// Takes a percentage.
  public init(percent: Double) { self.percent = percent }

  /// The grant element of a loan from its terms.
  ///
  /// - Parameters:
  ///   - terms: the terms of the loan.
  ///   - discount: the rate of discount and its convention.
  /// - Throws: `cooperation.no-repayment-schedule` where the terms do not tell the payments.
  public init(_ terms: LoanTerms, at discount: DiscountRate) throws(Diagnostic) {
    let rate = discount.perPeriod(terms.paymentsPerYear)
    switch terms.repayment {
    case _ where rate < GrantElement.leastRate, .annuity, .capitalised, .other:
      try self.init(RepaymentSchedule(terms), at: discount)
    case .equalPrincipal:
      let count = terms.periods - terms.gracePeriods
      guard count > 0 else { throw CooperationDefinitions.noSchedule.at() }
      self.init(percent: GrantElement.closedForm(terms, rate, grace: terms.gracePeriods))
    case .lumpSum:
      self.init(percent: GrantElement.closedForm(terms, rate, grace: terms.periods - 1))
    }
  }

  /// The grant element of any schedule of payments.
  public init(_ schedule: RepaymentSchedule, at discount: DiscountRate) {
    self.init(percent: 100 * (1 - schedule.presentValue(at: discount)))
  }

  /// Below this rate a period the closed form loses digits (it is 0 ÷ 0 without discount), and the
  /// payments are added up instead.
  private static let leastRate = 1e-4

  private static func closedForm(
    _ terms: LoanTerms,
    _ discount: Double,
    grace: Double
  ) -> Double {
    let logarithm = log1p(discount)
    let count = terms.periods - grace
    // (1+d)^−G' − (1+d)^−N, without cancelling digits where the two are near.
    let difference = exp(-terms.periods * logarithm) * expm1(count * logarithm)
    let meanFactor = difference / (discount * count)
    return 100 * (1 - terms.periodRate / discount) * (1 - meanFactor)
  }

  /// Orders by percent.
  public static func < (left: GrantElement, right: GrantElement) -> Bool {
    left.percent < right.percent
  }
}

/// From which grant element on a loan counts as concessional.
public struct ConcessionalityTest: Hashable, Sendable {
  /// The least grant element in percent.
  public let leastPercent: Double
  /// The rate of discount.
  public let discount: DiscountRate

  /// Takes a threshold and the rate at which it is computed.
  public init(leastPercent: Double, at discount: DiscountRate) {
    self.leastPercent = leastPercent
    self.discount = discount
  }

  /// Whether a loan passes.
  ///
  /// - Throws: `cooperation.no-repayment-schedule` where the terms do not tell the payments.
  public func isConcessional(_ terms: LoanTerms) throws(Diagnostic) -> Bool {
    try GrantElement(terms, at: discount).percent >= leastPercent
  }
}
