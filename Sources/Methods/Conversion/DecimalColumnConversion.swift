// SPDX-License-Identifier: Apache-2.0

public import Columns
internal import Diagnostics
public import Values

/// Converts columns of amounts row by row, exactly and rounded once.
public enum DecimalColumnConversion {
  /// Each amount over the rate in the same row; no value where either has none.
  ///
  /// - Method: with unscaled integers a and r of scales s and t, the quotient at scale p is
  ///   a · 10^(p − s + t) ÷ r, computed with a product of 256 bits.
  /// - Parameters:
  ///   - amounts: a decimal column.
  ///   - rates: a decimal column of rates, in units for one reference unit, or of deflators.
  ///   - name: the name of the result.
  ///   - scale: the decimals of the result.
  ///   - rounding: where the rest goes; a half goes away from zero by default.
  /// - Returns: a decimal column of 38 digits.
  /// - Throws: `conversion.rate-not-positive`, `conversion.overflow`, `columns.wrong-type`,
  ///   `columns.unequal-lengths`.
  public static func divide(
    _ amounts: Column,
    by rates: Column,
    as name: String,
    scale: Int,
    rounding: Rounding = .halfUp
  ) throws -> Column {
    let exponent = scale - decimals(of: amounts) + decimals(of: rates)
    let power = ScaledInteger.powerOfTen(exponent)
    return try combine(amounts, rates, as: name, scale: scale) {
      (amount: Int128, rate: Int128) throws(ArithmeticFailure) -> Int128 in
      guard rate > 0 else { throw ArithmeticFailure.divisionByZero }
      if let power { return try ScaledInteger.mulDiv(amount, power, rate, rounding: rounding) }
      guard let dividend = Decimal(unscaled: amount, scale: decimals(of: amounts)),
        let divisor = Decimal(unscaled: rate, scale: decimals(of: rates))
      else { throw ArithmeticFailure.overflow }
      return try dividend.divided(by: divisor, scale: scale, rounding: rounding).unscaled
    }
  }

  /// Each amount times the rate in the same row; no value where either has none.
  ///
  /// - Parameters:
  ///   - amounts: a decimal column.
  ///   - rates: a decimal column of rates, in reference units for one unit.
  ///   - name: the name of the result.
  ///   - scale: the decimals of the result.
  ///   - rounding: where the rest goes; a half goes away from zero by default.
  /// - Returns: a decimal column of 38 digits.
  /// - Throws: as ``divide(_:by:as:scale:rounding:)``.
  public static func multiply(
    _ amounts: Column,
    by rates: Column,
    as name: String,
    scale: Int,
    rounding: Rounding = .halfUp
  ) throws -> Column {
    let exponent = decimals(of: amounts) + decimals(of: rates) - scale
    return try combine(amounts, rates, as: name, scale: scale) {
      (amount: Int128, rate: Int128) throws(ArithmeticFailure) -> Int128 in
      guard rate > 0 else { throw ArithmeticFailure.divisionByZero }
      if let power = ScaledInteger.powerOfTen(exponent) {
        return try ScaledInteger.mulDiv(amount, rate, power, rounding: rounding)
      }
      guard exponent < 0 else { throw ArithmeticFailure.overflow }
      let product = try ScaledInteger.mulDiv(amount, rate, 1, rounding: rounding)
      return try ScaledInteger.scaledUp(product, by: -exponent)
    }
  }

  private static func combine(
    _ amounts: Column,
    _ rates: Column,
    as name: String,
    scale: Int,
    _ compute: (Int128, Int128) throws(ArithmeticFailure) -> Int128
  ) throws -> Column {
    // A batch refuses columns of unequal lengths.
    let batch = try RecordBatch([amounts.renamed("amount"), rates.renamed("rate")])
    let builder = DecimalColumnBuilder(scale: scale)
    builder.reserve(batch.rowCount)
    try amounts.withDecimals { amounts, amountValidity in
      try rates.withDecimals { rates, rateValidity in
        for row in 0..<batch.rowCount {
          guard amountValidity.isValid(row), rateValidity.isValid(row) else {
            builder.appendNull()
            continue
          }
          do { try builder.append(compute(amounts[row], rates[row])) } catch {
            guard let failure = error as? ArithmeticFailure else { throw error }
            throw ConversionDefinitions.diagnostic(failure)
          }
        }
      }
    }
    return builder.finish(name)
  }

  static func decimals(of column: Column) -> Int {
    if case .decimal(_, let scale) = column.type { scale } else { 0 }
  }
}
