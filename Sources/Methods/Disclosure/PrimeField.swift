// SPDX-License-Identifier: Apache-2.0

/// Numbers modulo the prime 2⁶¹ − 1: exact elimination without fractions that grow.
///
/// What depends on others over the fractions depends on them here too, so nothing that can be worked out
/// is missed; the other way round can fail only where a determinant is a multiple of the prime, and then a
/// cell too many is withheld.
enum PrimeField {
  static let prime: UInt64 = (1 << 61) - 1

  static func add(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let sum = left &+ right
    return sum >= prime ? sum &- prime : sum
  }

  static func subtract(_ left: UInt64, _ right: UInt64) -> UInt64 {
    left >= right ? left &- right : left &+ prime &- right
  }

  static func multiply(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return add(low & prime, (high << 3) | (low >> 61))
  }

  /// The number that gives one when multiplied by this, which is not zero (Fermat: its power p − 2).
  static func inverse(_ number: UInt64) -> UInt64 {
    var (result, base, exponent) = (UInt64(1), number, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = multiply(result, base) }
      base = multiply(base, base)
      exponent >>= 1
    }
    return result
  }
}
