// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// How alike titles are: what they share, where rare parts weigh more than common ones.
///
/// "Technical cooperation in …" begins thousands of titles and says little; "Kagera" says much.
///
/// - Formula: Dice's coefficient with weights, 2 · Σ w(shared) ÷ (Σ w(first) + Σ w(second)), over the
///   trigrams of the folded titles; w = ln(1 + N ÷ n), N titles, n of them with the trigram.
/// - Source: L. R. Dice, Measures of the amount of ecologic association between species, 1945; the
///   weight is the inverse document frequency of K. Spärck Jones, 1972.
public struct TitleLikeness: Sendable {
  private let weights: [Double]
  private let grams: [UInt32]
  private let starts: [Int]
  private let sums: [Double]

  /// Weighs the titles of both sides together.
  ///
  /// - Parameter titles: the titles; `nil` where a record has none.
  public init(_ titles: [FoldedTitle?]) {
    var numbers: [UInt64: UInt32] = [:]
    var counts: [Int] = []
    var grams: [UInt32] = []
    var starts = [0]
    for title in titles {
      let first = grams.count
      for gram in title?.trigrams ?? [] {
        let number = numbers[gram] ?? UInt32(counts.count)
        if Int(number) == counts.count {
          numbers[gram] = number
          counts.append(0)
        }
        counts[Int(number)] += 1
        grams.append(number)
      }
      grams[first...].sort()
      starts.append(grams.count)
    }
    let all = Double(titles.count { $0 != nil })
    weights = counts.map { log(1 + all / Double($0)) }
    (self.grams, self.starts) = (grams, starts)
    let found = weights
    sums = titles.indices.map { title in
      grams[starts[title]..<starts[title + 1]].reduce(0) { $0 + found[Int($1)] }
    }
  }

  /// How alike two titles are, from zero to one; `nil` where either has no letters.
  ///
  /// - Parameters:
  ///   - first: the position of one title among those that were weighed.
  ///   - second: the position of the other.
  /// - Returns: the likeness.
  public func between(_ first: Int, _ second: Int) -> Double? {
    let all = sums[first] + sums[second]
    guard sums[first] > 0, sums[second] > 0 else { return nil }
    var (left, right) = (starts[first], starts[second])
    let (leftEnd, rightEnd) = (starts[first + 1], starts[second + 1])
    var shared = 0.0
    while left < leftEnd, right < rightEnd {
      let (a, b) = (grams[left], grams[right])
      if a == b { shared += weights[Int(a)] }
      left += a <= b ? 1 : 0
      right += b <= a ? 1 : 0
    }
    return min(1, 2 * shared / all)
  }
}
