// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// How the principal of a loan is paid back.
public enum RepaymentType: String, Hashable, Sendable, CaseIterable {
  /// The same part of the principal in every period, interest on the rest.
  case equalPrincipal = "equal-principal"
  /// The same payment, of principal and interest together, in every period.
  case annuity
  /// All principal at maturity, interest in every period.
  case lumpSum = "lump-sum"
  /// Interest of the grace period is added to the principal, which is then paid back in equal parts.
  case capitalised
  /// Some other schedule, which the terms do not tell.
  case other = "schedule"

  /// The type that has a code of the creditor reporting system; others are ``other``.
  ///
  /// - Source: OECD DAC creditor reporting system, type of repayment: 1 equal principal payments, 2
  ///   annuity, 3 lump sum, 5 other.
  public init(creditorReportingCode code: Int) {
    switch code {
    case 1: self = .equalPrincipal
    case 2: self = .annuity
    case 3: self = .lumpSum
    default: self = .other
    }
  }
}

/// The terms of a loan that decide how much of it is a grant.
public struct LoanTerms: Hashable, Sendable {
  /// Interest in percent a year; a period bears its part of it.
  public let interestPercent: Double
  /// Years until the last payment.
  public let maturityYears: Double
  /// Years until the first repayment of principal.
  public let graceYears: Double
  /// Payments a year: 1, 2, 4 or 12.
  public let paymentsPerYear: Int
  /// How the principal is paid back.
  public let repayment: RepaymentType

  /// Takes terms that fit together.
  ///
  /// - Parameters:
  ///   - interestPercent: interest in percent a year, zero or more.
  ///   - maturityYears: years until the last payment.
  ///   - graceYears: years until the first repayment of principal, at most the maturity.
  ///   - paymentsPerYear: 1, 2, 4 or 12; 2 by default.
  ///   - repayment: how the principal is paid back; equal principal by default.
  /// - Throws: `cooperation.loan-terms`.
  public init(
    interestPercent: Double,
    maturityYears: Double,
    graceYears: Double,
    paymentsPerYear: Int = 2,
    repayment: RepaymentType = .equalPrincipal
  ) throws(Diagnostic) {
    let isInterest = interestPercent.isFinite && interestPercent >= 0
    let isMaturity = maturityYears.isFinite && maturityYears > 0
    let isGrace = graceYears >= 0 && graceYears <= maturityYears
    let isPayments = [1, 2, 4, 12].contains(paymentsPerYear)
    guard isInterest && isMaturity && isGrace && isPayments else {
      let what: MessageArgument =
        !isInterest ? "interest" : !isMaturity ? "maturity" : !isGrace ? "grace" : "payments"
      throw CooperationDefinitions.badTerms.at(nil, ["what": what])
    }
    self.interestPercent = interestPercent
    self.maturityYears = maturityYears
    self.graceYears = graceYears
    self.paymentsPerYear = paymentsPerYear
    self.repayment = repayment
  }

  /// Interest of one period, as a fraction.
  var periodRate: Double { interestPercent / 100 / Double(paymentsPerYear) }
  /// Periods until the last payment.
  var periods: Double { maturityYears * Double(paymentsPerYear) }
  /// Periods before the one that ends with the first repayment; principal never comes back before
  /// the first period has ended.
  var gracePeriods: Double { max(graceYears * Double(paymentsPerYear) - 1, 0) }
}
