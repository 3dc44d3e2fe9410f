// SPDX-License-Identifier: Apache-2.0

/// Ten to the power of zero to 38, each put together from powers that fit one machine word.
///
/// The words stand in the program as they are: a table that is made when it is first asked for has to be
/// looked after at every access.
@usableFromInline
struct PowersOfTen: Sendable {
  /// The exponents.
  @usableFromInline var indices: ClosedRange<Int> { 0...38 }

  @usableFromInline
  init() {}

  /// The power with an exponent of ``indices``.
  @usableFromInline
  subscript(_ exponent: Int) -> UInt128 {
    if exponent < 20 { return UInt128(PowersOfTen.words[exponent]) }
    return UInt128(PowersOfTen.words[19]) * UInt128(PowersOfTen.words[exponent - 19])
  }

  private static let words: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]
}
