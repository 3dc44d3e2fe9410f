// SPDX-License-Identifier: Apache-2.0

internal import Values

/// How much speaks for two records being one.
///
/// - Formula: Σ wᵢ sᵢ ÷ Σ wᵢ over the evidence that both records have: sᵢ from zero to one. Where
///   the evidence that is there weighs less than half of all, the score is lowered in that proportion, so
///   that two records with little but a year in common are not taken for one.
struct PairScore: Sendable {
  /// In thousandths.
  let score: Int
  /// How alike the titles are, in thousandths.
  let title: Int?

  init(
    _ ours: RecordSide.Record,
    _ theirs: RecordSide.Record,
    title: Double?,
    _ weights: ReconciliationSettings.Weights
  ) {
    let evidence: [(weight: Double, value: Double?)] = [
      (weights.partner, PairScore.partner(ours, theirs)),
      (weights.period, PairScore.year(ours, theirs)),
      (weights.amount, PairScore.amount(ours, theirs)),
      (weights.title, title),
    ]
    let all = evidence.reduce(0) { $0 + $1.weight }
    var (known, speaking) = (0.0, 0.0)
    for (weight, value) in evidence {
      guard let value else { continue }
      known += weight
      speaking += weight * value
    }
    let base = max(known, all / 2)
    score = base > 0 ? Int((1_000 * speaking / base).rounded()) : 0
    self.title = title.map { Int((1_000 * $0).rounded()) }
  }

  private static func partner(_ ours: RecordSide.Record, _ theirs: RecordSide.Record) -> Double? {
    guard let ours = ours.partner, let theirs = theirs.partner else { return nil }
    return ours == theirs ? 1 : 0
  }

  private static func year(_ ours: RecordSide.Record, _ theirs: RecordSide.Record) -> Double? {
    guard let ours = ours.year, let theirs = theirs.year else { return nil }
    return max(0, 1 - Double((ours - theirs).magnitude) / 2)
  }

  private static func amount(_ ours: RecordSide.Record, _ theirs: RecordSide.Record) -> Double? {
    guard let ours = ours.amount.map({ Double($0) }), let theirs = theirs.amount.map({ Double($0) })
    else { return nil }
    let larger = max(ours.magnitude, theirs.magnitude)
    return larger == 0 ? 1 : max(0, 1 - (ours - theirs).magnitude / larger)
  }
}
