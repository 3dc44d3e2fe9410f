// SPDX-License-Identifier: Apache-2.0

internal import Values

/// Compares what two offices, or two agencies of one, state about the same things.
///
/// - Method: what a person decided comes first, then identifiers that both sides know, then numbers of
///   agreements, then a score over partner, year, amount and title. Each record is in one pair at most.
///   Pairs that are not sure, and sure pairs whose amounts differ by more than both limits, are tasks.
public struct Reconciliation: Sendable {
  private let settings: ReconciliationSettings
  private let decisions: [Key: ReconciliationDecision]
  /// Their records that a person said are ours, by our record.
  private let decidedSame: [String: [String]]

  private struct Key: Hashable {
    let ours: String
    let theirs: String
  }

  /// Prepares a comparison.
  ///
  /// - Parameters:
  ///   - settings: limits and weights.
  ///   - decisions: what people decided; of several about one pair, the last.
  public init(_ settings: ReconciliationSettings, decisions: [ReconciliationDecision] = []) {
    self.settings = settings
    self.decisions = Dictionary(
      decisions.map { (Key(ours: $0.ours, theirs: $0.theirs), $0) },
      uniquingKeysWith: { $1 }
    )
    decidedSame = Dictionary(
      grouping: self.decisions.values.filter { $0.answer != .different },
      by: \.ours
    ).mapValues { $0.map(\.theirs) }
  }

  /// Compares two sides.
  ///
  /// - Parameters:
  ///   - ours: our records.
  ///   - theirs: the other office's.
  /// - Returns: every record once: pairs, strongest first; then ours alone, then theirs alone, in order.
  public func reconcile(_ ours: RecordSide, with theirs: RecordSide) -> [ReconciledPair] {
    let chosen = Pairing(candidates(ours, theirs, isItself: false), settings).chosen()
    var pairs = chosen.map { reconciled($0, ours, theirs) }
    let (pairedOurs, pairedTheirs) = (
      Set(chosen.map(\.pair.ours)), Set(chosen.map(\.pair.theirs))
    )
    for (position, record) in ours.records.enumerated() where !pairedOurs.contains(position) {
      var alone = ReconciledPair(ours: record.id, theirs: nil, outcome: .onlyOurs)
      (alone.amountOurs, alone.yearOurs) = (record.amount, record.year)
      pairs.append(alone)
    }
    for (position, record) in theirs.records.enumerated() where !pairedTheirs.contains(position) {
      var alone = ReconciledPair(ours: nil, theirs: record.id, outcome: .onlyTheirs)
      (alone.amountTheirs, alone.yearTheirs) = (record.amount, record.year)
      pairs.append(alone)
    }
    return pairs
  }

  /// Looks for things that two reporters of one side state.
  ///
  /// - Parameter side: records with their reporters; records of one reporter are never a pair.
  /// - Returns: the pairs, strongest first; a record may be in several.
  public func reconcileReporters(_ side: RecordSide) -> [ReconciledPair] {
    Pairing(candidates(side, side, isItself: true), settings).all()
      .map { reconciled($0, side, side) }
  }

  // MARK: Candidates

  private func candidates(
    _ ours: RecordSide,
    _ theirs: RecordSide,
    isItself: Bool
  ) -> [CandidatePair] {
    let titles = TitleLikeness(
      ours.records.map(\.title) + (isItself ? [] : theirs.records.map(\.title))
    )
    let offset = isItself ? 0 : ours.records.count
    let shared = SharedKeys(theirs)
    var search = CandidateSearch(theirs)
    var pairs: [CandidatePair] = []
    for (position, record) in ours.records.enumerated() {
      var found = shared.pairs(for: record)
      for candidate in search.candidates(for: record, position) where found[candidate] == nil {
        let other = theirs.records[candidate]
        let isShared = record.agreement != nil && record.agreement == other.agreement
        found[candidate] = isShared ? .agreement : .score
      }
      for candidate in decided(record.id, shared) { found[candidate] = .decision }
      for (candidate, basis) in found {
        let other = theirs.records[candidate]
        if isItself, !Reconciliation.areTwoReports(ours.records, position, candidate) { continue }
        if decisions[Key(ours: record.id, theirs: other.id)]?.answer == .different { continue }
        let score = PairScore(
          record,
          other,
          title: titles.between(position, offset + candidate),
          settings.weights
        )
        guard basis != .score || score.score >= settings.likely else { continue }
        pairs.append(
          CandidatePair(ours: position, theirs: candidate, basis: basis, score: score)
        )
      }
    }
    return pairs
  }

  /// The other side's records that a person said are this one.
  private func decided(_ id: String, _ shared: SharedKeys) -> [Int] {
    (decidedSame[id] ?? []).compactMap { shared.position(of: $0) }
  }

  private static func areTwoReports(
    _ records: [RecordSide.Record],
    _ first: Int,
    _ second: Int
  ) -> Bool {
    first < second && records[first].reporter != records[second].reporter
  }

  // MARK: Results

  private func reconciled(
    _ chosen: Pairing.Chosen,
    _ ours: RecordSide,
    _ theirs: RecordSide
  ) -> ReconciledPair {
    let (mine, other) = (ours.records[chosen.pair.ours], theirs.records[chosen.pair.theirs])
    var pair = ReconciledPair(ours: mine.id, theirs: other.id, outcome: .likely)
    pair.basis = chosen.pair.basis
    (pair.score, pair.titleLikeness) = (chosen.pair.score.score, chosen.pair.score.title)
    pair.rivals = chosen.rivals
    (pair.amountOurs, pair.amountTheirs) = (mine.amount, other.amount)
    (pair.yearOurs, pair.yearTheirs) = (mine.year, other.year)
    if chosen.isSure { pair.outcome = outcome(pair) }
    return pair
  }

  /// What there is to do about two records that are one.
  private func outcome(_ pair: ReconciledPair) -> ReconciledPair.Outcome {
    guard isTask(pair) else { return .agreed }
    let decision = decisions[Key(ours: pair.ours ?? "", theirs: pair.theirs ?? "")]
    return decision?.answer == .settled && decision?.difference == pair.difference
      ? .settled : .differs
  }

  /// Rule V15: above both limits; or one side states an amount and the other none; or another year.
  private func isTask(_ pair: ReconciledPair) -> Bool {
    if let ours = pair.yearOurs, let theirs = pair.yearTheirs, ours != theirs { return true }
    guard let ours = pair.amountOurs, let theirs = pair.amountTheirs else {
      return (pair.amountOurs == nil) != (pair.amountTheirs == nil)
    }
    // What is too large to compare differs.
    guard let difference = pair.difference?.magnitude,
      let part = try? max(ours.magnitude, theirs.magnitude).multiplied(by: settings.percent),
      let hundredfold = try? difference.multiplied(by: 100)
    else { return true }
    return hundredfold > part && difference > settings.amount
  }
}
