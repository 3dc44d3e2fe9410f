// SPDX-License-Identifier: Apache-2.0

/// Why a total cannot be shared out.
public enum ApportionmentFailure: Error, Sendable, Hashable {
  /// No weight is above zero.
  case noWeight
  /// The weight at this position, counted from zero, is below zero.
  case negativeWeight(Int)
  /// The total has more decimals than the shares may have.
  case totalFinerThanShares
  /// The numbers have too many digits.
  case arithmetic(ArithmeticFailure)
}

/// Shares a total out by weights so that the shares add up to it exactly.
public enum Apportionment {
  /// Shares of a number of indivisible units by the method of largest remainders.
  ///
  /// - Method: share i is ⌊T·wᵢ/W⌋; the units left over go one each to the largest remainders
  ///   T·wᵢ mod W, and to the earlier position where remainders are equal. A negative total is
  ///   shared as its magnitude.
  /// - Parameters:
  ///   - units: the total T as a whole number of the smallest unit.
  ///   - weights: the weights wᵢ, none below zero, of sum W above zero.
  /// - Returns: the shares in the order of the weights.
  /// - Throws: ``ApportionmentFailure``.
  /// - Complexity: O(n log n) for n weights.
  /// - Source: Hare's quota with largest remainders; Balinski and Young, *Fair Representation*, 1982.
  public static func largestRemainder(
    _ units: Int128,
    weights: [Int128]
  ) throws(ApportionmentFailure) -> [Int128] {
    let sum = try total(weights)
    var shares: [UInt128] = []
    var remainders: [UInt128] = []
    shares.reserveCapacity(weights.count)
    remainders.reserveCapacity(weights.count)
    var left = units.magnitude
    for weight in weights {
      let (share, remainder) = try part(units.magnitude, weight.magnitude, sum)
      shares.append(share)
      remainders.append(remainder)
      left -= share
    }
    let ranked = remainders.indices.sorted {
      (remainders[$1], $0) < (remainders[$0], $1)
    }
    for position in ranked.prefix(Int(left)) { shares[position] += 1 }
    return shares.map { units < 0 ? -Int128($0) : Int128($0) }
  }

  /// Shares of a decimal by the method of largest remainders.
  ///
  /// - Parameters:
  ///   - total: what is shared.
  ///   - weights: the weights, none below zero, of sum above zero.
  ///   - scale: the decimals of a share: 2 for cents.
  /// - Returns: the shares in the order of the weights; they add up to the total.
  /// - Throws: ``ApportionmentFailure``.
  public static func largestRemainder(
    _ total: Decimal,
    weights: [Decimal],
    scale: Int
  ) throws(ApportionmentFailure) -> [Decimal] {
    do {
      let units = try total.rounded(toScale: scale, .down)
      guard units == total else { throw ApportionmentFailure.totalFinerThanShares }
      let finest = weights.map(\.scale).max() ?? 0
      var whole: [Int128] = []
      for weight in weights { whole.append(try weight.rounded(toScale: finest, .down).unscaled) }
      let shares = try largestRemainder(units.unscaled, weights: whole)
      return shares.map { Decimal(checked: $0, scale) }
    } catch let failure as ArithmeticFailure {
      throw .arithmetic(failure)
    } catch let failure as ApportionmentFailure {
      throw failure
    } catch {
      throw .arithmetic(.overflow)
    }
  }

  private static func total(_ weights: [Int128]) throws(ApportionmentFailure) -> UInt128 {
    var sum: UInt128 = 0
    for (position, weight) in weights.enumerated() {
      if weight < 0 { throw .negativeWeight(position) }
      let (next, overflow) = sum.addingReportingOverflow(weight.magnitude)
      if overflow { throw .arithmetic(.overflow) }
      sum = next
    }
    if sum == 0 { throw .noWeight }
    return sum
  }

  private static func part(
    _ units: UInt128,
    _ weight: UInt128,
    _ sum: UInt128
  ) throws(ApportionmentFailure) -> (UInt128, UInt128) {
    do { return try ScaledInteger.divideProduct(units, weight, sum) } catch {
      throw .arithmetic(error)
    }
  }
}
