// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Glibc

/// The payments of a loan of one unit, period by period.
public struct RepaymentSchedule: Hashable, Sendable {
  /// What is paid at the end of each period, for one unit lent.
  public let payments: [Double]
  /// How many periods a year has.
  public let periodsPerYear: Int

  /// Takes payments that were agreed one by one.
  ///
  /// - Parameters:
  ///   - payments: what is paid at the end of each period, over the amount lent.
  ///   - periodsPerYear: how many periods a year has.
  public init(payments: [Double], periodsPerYear: Int) {
    self.payments = payments
    self.periodsPerYear = periodsPerYear
  }

  /// Follows the loan from period to period: interest on what is outstanding, then principal.
  ///
  /// - Throws: `cooperation.no-repayment-schedule` for other repayment and for broken periods.
  public init(_ terms: LoanTerms) throws(Diagnostic) {
    let (last, grace) = (terms.periods.rounded(), terms.gracePeriods.rounded())
    guard terms.repayment != .other, last >= 1, last > grace, last <= 100_000,
      abs(last - terms.periods) < 1e-9, abs(grace - terms.gracePeriods) < 1e-9
    else { throw CooperationDefinitions.noSchedule.at() }
    let count = last - grace
    let rate = terms.periodRate
    var outstanding = 1.0
    var payments: [Double] = []
    for period in 1...Int(last) {
      if terms.repayment == .capitalised, Double(period) <= grace {
        outstanding *= 1 + rate
        payments.append(0)
        continue
      }
      let interest = outstanding * rate
      var principal = 0.0
      if period == Int(last) {
        principal = outstanding
      } else if Double(period) > grace {
        switch terms.repayment {
        case .equalPrincipal: principal = 1 / count
        case .capitalised: principal = exp(grace * log1p(rate)) / count
        case .annuity: principal = RepaymentSchedule.annuity(rate, count) - interest
        case .lumpSum, .other: break
        }
      }
      payments.append(interest + principal)
      outstanding -= principal
    }
    self.init(payments: payments, periodsPerYear: terms.paymentsPerYear)
  }

  /// What all payments together are worth on the day of the loan.
  ///
  /// - Formula: Σ payment(k) · (1 + d)^−k.
  public func presentValue(at rate: DiscountRate) -> Double {
    let factor = 1 / (1 + rate.perPeriod(periodsPerYear))
    // Added from the last, so that each addition is discounted with the ones before it.
    return payments.reversed().reduce(0) { ($0 + $1) * factor }
  }

  /// The level payment that pays one unit back in so many periods.
  ///
  /// - Formula: i ÷ (1 − (1 + i)^−n), and 1 ÷ n without interest.
  static func annuity(_ rate: Double, _ count: Double) -> Double {
    rate == 0 ? 1 / count : rate / -expm1(-count * log1p(rate))
  }
}
