// SPDX-License-Identifier: Apache-2.0

public import Columns
internal import Diagnostics
public import Values

/// Checks that published amounts are what their amounts and rates make: |a/r − p| ≤ t·|p|.
///
/// The quotient is taken with twelve decimals, the rest is exact.
public struct QuotientIdentity: Hashable, Sendable {
  /// The largest relative difference that still counts as equal.
  public let tolerance: Decimal

  /// Takes a relative tolerance, such as one in a million.
  public init(tolerance: Decimal) { self.tolerance = tolerance }

  /// What a comparison says.
  public enum Answer: Hashable, Sendable {
    /// The identity holds.
    case holds
    /// It does not.
    case fails
    /// One of the numbers is missing.
    case incomplete
  }

  /// Whether an amount over its rate is the published amount.
  ///
  /// - Throws: `conversion.overflow`, `conversion.rate-not-positive`.
  public func holds(_ amount: Decimal, over rate: Decimal, is published: Decimal) throws -> Bool {
    guard rate > .zero else { throw ConversionDefinitions.rateNotPositive.at() }
    do throws(ArithmeticFailure) {
      let quotient = try amount.divided(by: rate, scale: 12, rounding: .halfEven)
      let difference = try quotient.subtracting(published).magnitude
      return try difference <= published.magnitude.multiplied(by: tolerance)
    } catch { throw ConversionDefinitions.diagnostic(error) }
  }

  /// The answer for each row of three decimal columns.
  ///
  /// - Parameters:
  ///   - amounts: the dividends.
  ///   - rates: the divisors.
  ///   - published: what the quotients should be.
  /// - Returns: one answer a row.
  /// - Throws: `conversion.overflow`, `conversion.rate-not-positive`, `columns.wrong-type`,
  ///   `columns.unequal-lengths`.
  public func answers(
    _ amounts: Column,
    over rates: Column,
    are published: Column
  ) throws -> [Answer] {
    let batch = try RecordBatch([
      amounts.renamed("amount"), rates.renamed("rate"), published.renamed("published"),
    ])
    let scales = batch.columns.map { DecimalColumnConversion.decimals(of: $0) }
    return try (0..<batch.rowCount).map { row in
      let numbers = try batch.columns.indices.map { column in
        try batch.columns[column].decimal(at: row)
          .flatMap { Decimal(unscaled: $0, scale: scales[column]) }
      }
      guard let amount = numbers[0], let rate = numbers[1], let published = numbers[2] else {
        return .incomplete
      }
      return try holds(amount, over: rate, is: published) ? .holds : .fails
    }
  }
}
