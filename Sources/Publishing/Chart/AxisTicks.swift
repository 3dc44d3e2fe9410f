// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Round numbers that cover a range: whole multiples of 1, 2 or 5 times a power of ten.
///
/// - Method: the step is the least m·10ᵏ, m ∈ {1, 2, 5}, that is at least (max − min)/target; the ticks
///   go from the multiple at or below the minimum to the one at or above the maximum.
/// - Source: P. S. Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990, with the step rounded
///   up, so that there are never more steps than asked for and one more at either end.
struct AxisTicks: Sendable, Hashable {
  /// The ticks, ascending; at least two.
  let values: [Double]
  /// How many decimals the ticks need.
  let decimals: Int

  /// Covers a range.
  ///
  /// - Parameters:
  ///   - range: what must be covered; what is not finite counts as 0…1.
  ///   - target: about how many steps.
  init(_ range: ClosedRange<Double>, target: Int) {
    let isUsable = range.lowerBound.isFinite && range.upperBound.isFinite
    let (low, high) = isUsable ? (range.lowerBound, range.upperBound) : (0, 1)
    let width = high > low ? high - low : max(abs(high), 1)
    let raw = width / Double(max(1, target))
    var exponent = Int(floor(log10(raw)))
    let fraction = raw / pow(10, Double(exponent))
    var factor = [1.0, 2, 5].first { fraction <= $0 + 1e-9 } ?? 10
    if factor == 10 { (factor, exponent) = (1, exponent + 1) }
    // Multiplying by whole powers of ten and dividing once keeps 0.3 from becoming 0.30000000000000004.
    let value = { (count: Double) in
      exponent >= 0
        ? count * factor * pow(10, Double(exponent)) : count * factor / pow(10, Double(-exponent))
    }
    let step = value(1)
    let first = floor(low / step + 1e-9)
    var last = ceil(high / step - 1e-9)
    if last <= first { last = first + 1 }
    values = stride(from: first, through: last, by: 1).map(value)
    decimals = max(0, -exponent)
  }

  /// The least tick.
  var lowest: Double { values.first ?? 0 }
  /// The greatest tick.
  var highest: Double { values.last ?? 1 }
}
