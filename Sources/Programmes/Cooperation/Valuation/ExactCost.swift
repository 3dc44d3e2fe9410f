// SPDX-License-Identifier: Apache-2.0

public import Conversion
public import Diagnostics
public import Values

/// What something cost, before its one rounding: a dividend over a divisor.
///
/// A rate an hour, a yearly depreciation or a month's part of a tuition fee is a fraction; rounding it on
/// the way makes totals wrong by cents that nobody finds. So every method gives its fraction, and it is
/// divided once, in the currency that is asked for.
public struct ExactCost: Hashable, Sendable {
  /// What is divided, in the currency of the record.
  public let dividend: Decimal
  /// What it is divided by; above zero.
  public let divisor: Decimal

  init(_ dividend: Decimal, over divisor: Decimal = .one) {
    self.dividend = dividend
    self.divisor = divisor
  }

  /// The cost in the currency of the record.
  ///
  /// - Parameters:
  ///   - scale: the decimals of the result, 2 by default.
  ///   - rounding: where the rest goes; a half goes away from zero by default.
  /// - Returns: the cost, rounded once.
  /// - Throws: `cooperation.overflow`.
  public func value(
    scale: Int = 2,
    rounding: Rounding = .halfUp
  ) throws(Diagnostic) -> Decimal {
    do throws(ArithmeticFailure) {
      if divisor == .one { return try dividend.rounded(toScale: scale, rounding) }
      return try dividend.divided(by: divisor, scale: scale, rounding: rounding)
    } catch { throw CooperationDefinitions.overflow.at() }
  }

  /// The cost in dollars, or in whatever the rate leads to.
  ///
  /// - Parameters:
  ///   - rate: the rate between the currency of the record and the reference.
  ///   - scale: the decimals of the result, 2 by default.
  ///   - rounding: where the rest goes; a half goes away from zero by default.
  /// - Returns: the cost in reference units, from one division and one rounding.
  /// - Throws: `conversion.overflow`.
  public func value(
    in rate: ExchangeRate,
    scale: Int = 2,
    rounding: Rounding = .halfUp
  ) throws(Diagnostic) -> Decimal {
    if divisor == .one {
      return try rate.reference(of: dividend, scale: scale, rounding: rounding)
    }
    // The divisor divides as a deflator does.
    return try rate.reference(of: dividend, deflatedBy: divisor, scale: scale, rounding: rounding)
  }

  /// Adds up and multiplies exactly.
  ///
  /// - Throws: `cooperation.overflow`.
  static func exactly(
    _ work: () throws(ArithmeticFailure) -> ExactCost
  ) throws(Diagnostic) -> ExactCost {
    do throws(ArithmeticFailure) { return try work() } catch {
      throw CooperationDefinitions.overflow.at()
    }
  }
}
