// SPDX-License-Identifier: Apache-2.0

/// Why amounts of money have no result together.
public enum MoneyFailure: Error, Sendable, Hashable {
  /// The amounts are in different currencies: convert one first, at a stated rate.
  case differentCurrencies(Currency, Currency)
  /// The numbers have too many digits, or are divided by zero.
  case arithmetic(ArithmeticFailure)
}

/// An amount in a currency.
///
/// Amounts keep all their decimals through a computation; ``rounded(_:)`` brings the result to the
/// currency's own, once and last.
public struct Money: Sendable, Hashable, CustomStringConvertible {
  /// The amount, in whole units of the currency.
  public let amount: Decimal
  /// The currency.
  public let currency: Currency

  /// Puts an amount and its currency together.
  public init(_ amount: Decimal, _ currency: Currency) {
    self.amount = amount
    self.currency = currency
  }

  /// The exact sum of two amounts in one currency.
  ///
  /// - Parameter other: an amount in the same currency.
  /// - Returns: the sum.
  /// - Throws: ``MoneyFailure/differentCurrencies(_:_:)``, or too many digits.
  public func adding(_ other: Money) throws(MoneyFailure) -> Money {
    try requireSameCurrency(other)
    do { return Money(try amount.adding(other.amount), currency) } catch {
      throw .arithmetic(error)
    }
  }

  /// The exact difference of two amounts in one currency.
  ///
  /// - Parameter other: an amount in the same currency.
  /// - Returns: the difference.
  /// - Throws: ``MoneyFailure/differentCurrencies(_:_:)``, or too many digits.
  public func subtracting(_ other: Money) throws(MoneyFailure) -> Money {
    try adding(Money(other.amount.negated, other.currency))
  }

  /// The exact product of the amount and a quantity.
  ///
  /// - Parameter quantity: hours, pieces, a share.
  /// - Returns: the product, with all its decimals.
  /// - Throws: ``MoneyFailure/arithmetic(_:)`` for too many digits.
  public func multiplied(by quantity: Decimal) throws(MoneyFailure) -> Money {
    do { return Money(try amount.multiplied(by: quantity), currency) } catch {
      throw .arithmetic(error)
    }
  }

  /// The amount with the currency's own decimals.
  ///
  /// - Parameter rounding: where the rest goes; a half away from zero by default, as at a bank.
  /// - Returns: the rounded amount.
  /// - Throws: ``MoneyFailure/arithmetic(_:)`` for too many digits.
  public func rounded(_ rounding: Rounding = .halfUp) throws(MoneyFailure) -> Money {
    do {
      return Money(try amount.rounded(toScale: currency.minorUnits, rounding), currency)
    } catch { throw .arithmetic(error) }
  }

  /// The amount in another currency, rounded once to that currency's decimals.
  ///
  /// - Parameters:
  ///   - other: the currency wanted.
  ///   - rate: how many units of this currency one unit of the other costs: 3.75 PEN per USD.
  ///   - rounding: where the rest goes; a half away from zero by default.
  /// - Returns: amount / rate.
  /// - Throws: ``MoneyFailure/arithmetic(_:)`` for a rate of zero or too many digits.
  public func converted(
    to other: Currency,
    at rate: Decimal,
    rounding: Rounding = .halfUp
  ) throws(MoneyFailure) -> Money {
    do {
      let result = try amount.divided(by: rate, scale: other.minorUnits, rounding: rounding)
      return Money(result, other)
    } catch { throw .arithmetic(error) }
  }

  /// Shares of the amount that add up to it exactly.
  ///
  /// - Parameter weights: the weights, none below zero, of sum above zero.
  /// - Returns: the shares in the order of the weights, in the currency's decimals.
  /// - Throws: ``ApportionmentFailure``.
  public func shared(by weights: [Decimal]) throws(ApportionmentFailure) -> [Money] {
    try Apportionment.largestRemainder(amount, weights: weights, scale: currency.minorUnits)
      .map { Money($0, currency) }
  }

  /// The amount and the code: `7793.62 PEN`.
  public var description: String { "\(amount) \(currency)" }

  private func requireSameCurrency(_ other: Money) throws(MoneyFailure) {
    if currency != other.currency { throw .differentCurrencies(currency, other.currency) }
  }
}
