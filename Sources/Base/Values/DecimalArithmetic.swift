// SPDX-License-Identifier: Apache-2.0

extension Decimal {
  /// The exact sum, at the larger of the two scales where it fits.
  ///
  /// - Parameter other: what is added.
  /// - Returns: the sum.
  /// - Throws: ``ArithmeticFailure/overflow`` where no decimal holds the exact sum.
  public func adding(_ other: Decimal) throws(ArithmeticFailure) -> Decimal {
    if unscaled == 0, scale <= other.scale { return other }
    if other.unscaled == 0, other.scale <= scale { return self }
    if scale == other.scale {
      // Two magnitudes below 10³⁸ add up to less than 2¹²⁷ only up to 1.7·10³⁸: report, not trap.
      let (sum, overflow) = unscaled.addingReportingOverflow(other.unscaled)
      if !overflow, let result = Decimal(unscaled: sum, scale: scale) { return result }
    } else if let sum = try? aligned(self, other) {
      return sum
    }
    return try aligned(reduced, other.reduced)
  }

  /// The exact difference, at the larger of the two scales where it fits.
  ///
  /// - Parameter other: what is taken away.
  /// - Returns: the difference.
  /// - Throws: ``ArithmeticFailure/overflow`` where no decimal holds the exact difference.
  public func subtracting(_ other: Decimal) throws(ArithmeticFailure) -> Decimal {
    try adding(other.negated)
  }

  /// The exact product, at the sum of the scales where it fits.
  ///
  /// - Parameter other: the other factor.
  /// - Returns: the product; with fewer decimals where trailing zeros have to give way.
  /// - Throws: ``ArithmeticFailure/overflow`` where no decimal holds the exact product.
  public func multiplied(by other: Decimal) throws(ArithmeticFailure) -> Decimal {
    let places = scale + other.scale
    if let left = Int64(exactly: unscaled), let right = Int64(exactly: other.unscaled),
      let product = Decimal(unscaled: Int128(left) * Int128(right), scale: places)
    {
      return product
    }
    var wide = unscaled.magnitude.multipliedFullWidth(by: other.unscaled.magnitude)
    var decimals = places
    while wide.high > 0 || wide.low > UInt128(ScaledInteger.maximum)
      || decimals > ScaledInteger.maximumDigits
    {
      let (quotient, remainder) = Decimal.divided(wide, by: 10)
      if remainder != 0 || decimals == 0 { throw .overflow }
      wide = quotient
      decimals -= 1
    }
    let negative = isNegative != other.isNegative
    return Decimal(checked: try ScaledInteger.signed(wide.low, negative: negative), decimals)
  }

  /// The quotient at a scale, computed exactly and rounded once.
  ///
  /// - Method: a/b = u·10^(s − p + q)/v of the digits u, v and scales p, q, with a dividend of 256
  ///   bits; larger powers are divided in two steps, as one does by hand.
  /// - Parameters:
  ///   - divisor: what it is divided by.
  ///   - places: the decimals of the quotient, from 0 to 38.
  ///   - rounding: where the rest goes.
  /// - Returns: the quotient with exactly that many decimals.
  /// - Throws: ``ArithmeticFailure`` for division by zero and where the quotient does not fit.
  public func divided(
    by divisor: Decimal,
    scale places: Int,
    rounding: Rounding
  ) throws(ArithmeticFailure) -> Decimal {
    if divisor.isZero { throw .divisionByZero }
    guard 0...ScaledInteger.maximumDigits ~= places else { throw .overflow }
    let exponent = places - scale + divisor.scale
    let negative = isNegative != divisor.isNegative
    let (quotient, part) = try Decimal.quotient(
      unscaled.magnitude,
      timesTenTo: exponent,
      by: divisor.unscaled.magnitude
    )
    return Decimal(
      checked: try ScaledInteger.rounded(quotient, part, negative: negative, rounding),
      places
    )
  }

  /// The number with a given number of decimals.
  ///
  /// - Parameters:
  ///   - places: the decimals of the result, from 0 to 38.
  ///   - rounding: where the rest goes.
  /// - Returns: the number with exactly that many decimals; more decimals only add zeros.
  /// - Throws: ``ArithmeticFailure/overflow`` where the digits do not fit.
  public func rounded(
    toScale places: Int,
    _ rounding: Rounding
  ) throws(ArithmeticFailure) -> Decimal {
    guard 0...ScaledInteger.maximumDigits ~= places else { throw .overflow }
    if places >= scale {
      return Decimal(checked: try ScaledInteger.scaledUp(unscaled, by: places - scale), places)
    }
    let digits = try ScaledInteger.scaledDown(unscaled, by: scale - places, rounding: rounding)
    return Decimal(checked: digits, places)
  }

  /// The exact sum of several numbers; zero of none.
  ///
  /// - Parameter values: what is added, in this order.
  /// - Returns: the sum.
  /// - Throws: ``ArithmeticFailure/overflow`` where a sum on the way does not fit.
  public static func sum(
    _ values: some Sequence<Decimal>
  ) throws(ArithmeticFailure) -> Decimal {
    var total = Decimal.zero
    for value in values { total = try total.adding(value) }
    return total
  }

  private func aligned(
    _ left: Decimal,
    _ right: Decimal
  ) throws(ArithmeticFailure) -> Decimal {
    let places = max(left.scale, right.scale)
    let first = try ScaledInteger.scaledUp(left.unscaled, by: places - left.scale)
    let second = try ScaledInteger.scaledUp(right.unscaled, by: places - right.scale)
    let (sum, overflow) = first.addingReportingOverflow(second)
    guard !overflow, let result = Decimal(unscaled: sum, scale: places) else { throw .overflow }
    return result
  }

  private static func quotient(
    _ dividend: UInt128,
    timesTenTo exponent: Int,
    by divisor: UInt128
  ) throws(ArithmeticFailure) -> (UInt128, CutPart) {
    let powers = ScaledInteger.powers
    if exponent < 0 {
      // Money fits one machine word, where division is tens of times faster.
      if exponent > -20, let small = UInt64(exactly: dividend), let part = UInt64(exactly: divisor)
      {
        let (wide, overflow) = part.multipliedReportingOverflow(by: UInt64(powers[-exponent]))
        if !overflow {
          let (quotient, remainder) = small.quotientAndRemainder(dividingBy: wide)
          return (
            UInt128(quotient), CutPart(remainder: UInt128(remainder), divisor: UInt128(wide))
          )
        }
      }
      let wide = divisor.multipliedFullWidth(by: powers[-exponent])
      // A divisor of more than 128 bits is far more than twice any dividend of 38 digits, unless
      // it is just above: the comparison is by the rest of the way.
      guard wide.high == 0 else { return (0, smallPart(dividend, of: wide)) }
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: wide.low)
      return (quotient, CutPart(remainder: remainder, divisor: wide.low))
    }
    let first = min(exponent, ScaledInteger.maximumDigits)
    let (whole, rest) = try ScaledInteger.divideProduct(dividend, powers[first], divisor)
    if exponent == first { return (whole, CutPart(remainder: rest, divisor: divisor)) }
    let power = powers[exponent - first]
    let (shifted, overflow) = whole.multipliedReportingOverflow(by: power)
    let (further, remainder) = try ScaledInteger.divideProduct(rest, power, divisor)
    let (quotient, carry) = shifted.addingReportingOverflow(further)
    if overflow || carry { throw .overflow }
    return (quotient, CutPart(remainder: remainder, divisor: divisor))
  }

  private static func smallPart(
    _ dividend: UInt128,
    of divisor: (high: UInt128, low: UInt128)
  ) -> CutPart {
    if dividend == 0 { return .nothing }
    let (low, borrow) = divisor.low.subtractingReportingOverflow(dividend)
    let high = divisor.high - (borrow ? 1 : 0)
    if high > 0 || dividend < low { return .belowHalf }
    return dividend == low ? .half : .aboveHalf
  }

  private static func divided(
    _ wide: (high: UInt128, low: UInt128),
    by divisor: UInt128
  ) -> (quotient: (high: UInt128, low: UInt128), remainder: UInt128) {
    let (high, carried) = wide.high.quotientAndRemainder(dividingBy: divisor)
    let (low, remainder) = divisor.dividingFullWidth((carried, wide.low))
    return ((high, low), remainder)
  }
}
