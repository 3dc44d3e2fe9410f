// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Values

/// What a currency is worth against a reference unit: the United States dollar, or the international
/// dollar of purchasing power parities.
///
/// The direction is said when the rate is made, because both ways of quoting are in use and a rate
/// does not show which one it is.
public struct ExchangeRate: Hashable, Sendable {
  /// Which way a rate is quoted.
  public enum Quotation: String, Hashable, Sendable, CaseIterable {
    /// Units of the currency for one reference unit: 3.75 soles a dollar.
    case unitsPerReference
    /// Reference units for one unit of the currency: 1.10 dollars a euro.
    case referencePerUnit
  }

  /// The number as it was published.
  public let value: Decimal
  /// Which way it is quoted.
  public let quotation: Quotation

  /// Takes a published rate.
  ///
  /// - Parameters:
  ///   - value: the number, above zero.
  ///   - quotation: which way it is quoted.
  /// - Throws: `conversion.rate-not-positive`.
  public init(_ value: Decimal, _ quotation: Quotation) throws(Diagnostic) {
    guard value > .zero else { throw ConversionDefinitions.rateNotPositive.at() }
    self.value = value
    self.quotation = quotation
  }

  /// An amount of the currency in reference units, rounded once.
  ///
  /// - Formula: amount ÷ rate of units per reference, amount × rate of reference per unit; over
  ///   the deflator where one is given.
  /// - Parameters:
  ///   - amount: what is converted.
  ///   - deflator: the price level of the year, 1 in the base year; 1 by default.
  ///   - scale: the decimals of the result, 2 by default.
  ///   - rounding: where the rest goes; a half goes away from zero by default.
  /// - Returns: the amount in reference units.
  /// - Throws: `conversion.overflow`, `conversion.rate-not-positive` for the deflator.
  public func reference(
    of amount: Decimal,
    deflatedBy deflator: Decimal = .one,
    scale: Int = 2,
    rounding: Rounding = .halfUp
  ) throws(Diagnostic) -> Decimal {
    guard deflator > .zero else { throw ConversionDefinitions.rateNotPositive.at() }
    do throws(ArithmeticFailure) {
      switch quotation {
      case .unitsPerReference:
        let divisor = try value.multiplied(by: deflator)
        return try amount.divided(by: divisor, scale: scale, rounding: rounding)
      case .referencePerUnit:
        let product = try amount.multiplied(by: value)
        return try product.divided(by: deflator, scale: scale, rounding: rounding)
      }
    } catch { throw ConversionDefinitions.diagnostic(error) }
  }

  /// Reference units in the currency, rounded once.
  ///
  /// - Parameters:
  ///   - amount: what is converted.
  ///   - scale: the decimals of the result, 2 by default.
  ///   - rounding: where the rest goes; a half goes away from zero by default.
  /// - Returns: the amount in the currency.
  /// - Throws: `conversion.overflow`.
  public func units(
    of amount: Decimal,
    scale: Int = 2,
    rounding: Rounding = .halfUp
  ) throws(Diagnostic) -> Decimal {
    do throws(ArithmeticFailure) {
      switch quotation {
      case .unitsPerReference:
        return try amount.multiplied(by: value).rounded(toScale: scale, rounding)
      case .referencePerUnit:
        return try amount.divided(by: value, scale: scale, rounding: rounding)
      }
    } catch { throw ConversionDefinitions.diagnostic(error) }
  }
}
