// SPDX-License-Identifier: Apache-2.0

/// Exact arithmetic on the unscaled integers of decimals, for kernels that run over columns.
///
/// A column of decimals holds integers that share one scale. These functions never trap on input:
/// what does not fit is thrown.
public enum ScaledInteger {
  /// The most digits that a decimal holds, and its largest scale.
  public static let maximumDigits: Int = 38

  /// The largest magnitude of an unscaled integer: 38 nines.
  public static let maximum: Int128 = 99_999_999_999_999_999_999_999_999_999_999_999_999

  /// Ten to the power of zero to 38.
  @usableFromInline static let powers: PowersOfTen = PowersOfTen()

  /// Ten to a power.
  ///
  /// - Parameter exponent: from 0 to 38.
  /// - Returns: the power; `nil` outside that range.
  public static func powerOfTen(_ exponent: Int) -> Int128? {
    powers.indices.contains(exponent) ? Int128(powers[exponent]) : nil
  }

  /// The quotient a·b/c, computed with a product of 256 bits and rounded once.
  ///
  /// - Parameters:
  ///   - a: a factor.
  ///   - b: a factor.
  ///   - c: the divisor.
  ///   - rounding: where the quotient goes when it is not whole.
  /// - Returns: the rounded quotient, of at most 38 digits.
  /// - Throws: ``ArithmeticFailure`` where c is zero or the quotient has more than 38 digits.
  @inlinable
  public static func mulDiv(
    _ a: Int128,
    _ b: Int128,
    _ c: Int128,
    rounding: Rounding
  ) throws(ArithmeticFailure) -> Int128 {
    if c == 0 { throw .divisionByZero }
    let negative = ((a < 0) != (b < 0)) != (c < 0)
    let (quotient, remainder) = try divideProduct(a.magnitude, b.magnitude, c.magnitude)
    return try rounded(
      quotient,
      CutPart(remainder: remainder, divisor: c.magnitude),
      negative: negative,
      rounding
    )
  }

  /// The whole part of a·b/c and what remains of the product.
  @inlinable
  static func divideProduct(
    _ a: UInt128,
    _ b: UInt128,
    _ c: UInt128
  ) throws(ArithmeticFailure) -> (quotient: UInt128, remainder: UInt128) {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    if !overflow {
      // Most products of money fit one machine word, where division is tens of times faster.
      if let product = UInt64(exactly: product), let c = UInt64(exactly: c) {
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: c)
        return (UInt128(quotient), UInt128(remainder))
      }
      return product.quotientAndRemainder(dividingBy: c)
    }
    let wide = a.multipliedFullWidth(by: b)
    if wide.high >= c { throw .overflow }
    return c.dividingFullWidth(wide)
  }

  /// Puts rounding and sign to a magnitude and checks that it fits.
  @inlinable
  static func rounded(
    _ quotient: UInt128,
    _ part: CutPart,
    negative: Bool,
    _ rounding: Rounding
  ) throws(ArithmeticFailure) -> Int128 {
    let odd = quotient & 1 == 1
    let grows = rounding.growsMagnitude(part, odd: odd, negative: negative)
    // A quotient at the limit of its type overflows here, one beyond 38 digits just below.
    let (magnitude, overflow) = quotient.addingReportingOverflow(grows ? 1 : 0)
    if overflow { throw .overflow }
    return try signed(magnitude, negative: negative)
  }

  /// A magnitude with its sign, if it has at most 38 digits.
  @inlinable
  static func signed(
    _ magnitude: UInt128,
    negative: Bool
  ) throws(ArithmeticFailure) -> Int128 {
    if magnitude > UInt128(maximum) { throw .overflow }
    return negative ? -Int128(magnitude) : Int128(magnitude)
  }

  /// The integer that stands for the same number at a larger scale.
  ///
  /// - Parameters:
  ///   - unscaled: the integer.
  ///   - places: how many decimal places are added, from 0.
  /// - Returns: the integer times ten to that power.
  /// - Throws: ``ArithmeticFailure/overflow`` past 38 digits.
  public static func scaledUp(
    _ unscaled: Int128,
    by places: Int
  ) throws(ArithmeticFailure) -> Int128 {
    if places == 0 || unscaled == 0 { return unscaled }
    guard powers.indices.contains(places) else { throw .overflow }
    let (product, overflow) = unscaled.magnitude.multipliedReportingOverflow(by: powers[places])
    if overflow { throw .overflow }
    return try signed(product, negative: unscaled < 0)
  }

  /// The integer that stands for the number at a smaller scale, rounded once.
  ///
  /// - Parameters:
  ///   - unscaled: the integer.
  ///   - places: how many decimal places are taken away, from 0.
  ///   - rounding: where a fraction goes.
  /// - Returns: the integer divided by ten to that power.
  /// - Throws: ``ArithmeticFailure/overflow`` where rounding up passes 38 digits.
  public static func scaledDown(
    _ unscaled: Int128,
    by places: Int,
    rounding: Rounding
  ) throws(ArithmeticFailure) -> Int128 {
    guard powers.indices.contains(places) else {
      return try rounded(
        0,
        unscaled == 0 ? .nothing : .belowHalf,
        negative: unscaled < 0,
        rounding
      )
    }
    let divisor = powers[places]
    let (quotient, remainder) = unscaled.magnitude.quotientAndRemainder(dividingBy: divisor)
    return try rounded(
      quotient,
      CutPart(remainder: remainder, divisor: divisor),
      negative: unscaled < 0,
      rounding
    )
  }
}
