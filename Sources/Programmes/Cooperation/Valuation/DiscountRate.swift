// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Glibc

/// By how much payments are worth less when they come later.
public struct DiscountRate: Hashable, Sendable {
  /// What a rate a year means for a part of the year.
  public enum Convention: String, Hashable, Sendable, CaseIterable {
    /// The rate over the periods of the year: d = r ÷ m.
    case nominal
    /// The rate that compounds to the year's: d = (1 + r)^(1/m) − 1.
    case effective
  }

  /// The rate in percent a year.
  public let percent: Double
  /// What it means for a part of the year.
  public let convention: Convention

  /// Takes a rate.
  ///
  /// - Parameters:
  ///   - percent: percent a year, zero or more.
  ///   - convention: what it means for a part of the year.
  /// - Throws: `cooperation.discount-rate`.
  public init(percent: Double, _ convention: Convention) throws(Diagnostic) {
    guard percent.isFinite, percent >= 0 else { throw CooperationDefinitions.badDiscount.at() }
    self.percent = percent
    self.convention = convention
  }

  /// The rate of one of so many periods of a year, as a fraction.
  public func perPeriod(_ periodsPerYear: Int) -> Double {
    switch convention {
    case .nominal: percent / 100 / Double(periodsPerYear)
    case .effective: expm1(log1p(percent / 100) / Double(periodsPerYear))
    }
  }
}
