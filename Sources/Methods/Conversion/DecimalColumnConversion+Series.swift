// SPDX-License-Identifier: Apache-2.0

public import Columns
internal import Diagnostics
public import Values

/// Which way the rates of a series are quoted.
public enum ConversionDirection: String, Hashable, Sendable, CaseIterable {
  /// Units of the currency for one reference unit, or index numbers: the amount is divided.
  case divide
  /// Reference units for one unit of the currency: the amount is multiplied.
  case multiply
}

extension DecimalColumnConversion {
  /// Each amount by the rate in the same row; no value where either has none.
  ///
  /// - Formula: amount · base ÷ rate, or amount · rate ÷ base, rounded once, half away from zero.
  /// - Parameters:
  ///   - amounts: a decimal column.
  ///   - rates: a decimal column of rates or index numbers, in the rows of the amounts.
  ///   - direction: which way rates are quoted.
  ///   - base: what a rate is per: 1, or 100 for index numbers.
  ///   - name: the name of the result.
  ///   - precision: the digits of the result.
  ///   - scale: the decimals of the result.
  /// - Returns: a decimal column.
  /// - Throws: `conversion.rate-not-positive`, `conversion.overflow`, `columns.wrong-type`.
  public static func converted(
    _ amounts: Column,
    by rates: Column,
    _ direction: ConversionDirection,
    base: Decimal,
    as name: String,
    precision: Int,
    scale: Int
  ) throws -> Column {
    let (values, quotients) = (try NumberValues(amounts), try NumberValues(rates))
    let limit = ScaledInteger.powerOfTen(precision) ?? .max
    var digits: [Int128?] = []
    digits.reserveCapacity(values.count)
    for row in 0..<values.count {
      guard let value = values[row], let quotient = quotients[row],
        let amount = Decimal(unscaled: value, scale: values.scale),
        let rate = Decimal(unscaled: quotient, scale: quotients.scale)
      else {
        digits.append(nil)
        continue
      }
      let result = try converted(amount, by: rate, direction, base: base, scale: scale)
      guard result.magnitude < limit.magnitude else { throw ConversionDefinitions.overflow.at() }
      digits.append(result)
    }
    return Column.decimals(name, precision: precision, scale: scale, count: digits.count) {
      filled,
      missing in
      for row in digits.indices {
        if let digit = digits[row] { filled[row] = digit } else { missing.insert(row) }
      }
    }
  }

  private static func converted(
    _ amount: Decimal,
    by rate: Decimal,
    _ direction: ConversionDirection,
    base: Decimal,
    scale: Int
  ) throws(Diagnostic) -> Int128 {
    guard rate > .zero else { throw ConversionDefinitions.rateNotPositive.at() }
    do throws(ArithmeticFailure) {
      switch direction {
      case .divide:
        return try amount.multiplied(by: base).divided(by: rate, scale: scale, rounding: .halfUp)
          .unscaled
      case .multiply:
        return try amount.multiplied(by: rate).divided(by: base, scale: scale, rounding: .halfUp)
          .unscaled
      }
    } catch { throw ConversionDefinitions.diagnostic(error) }
  }
}
