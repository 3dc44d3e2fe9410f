// SPDX-License-Identifier: Apache-2.0

/// Two records that may be one.
struct CandidatePair: Sendable {
  let ours: Int
  let theirs: Int
  let basis: ReconciledPair.Basis
  let score: PairScore

  /// Stronger evidence first, then the better score, then the order of the records.
  static func precedes(_ left: CandidatePair, _ right: CandidatePair) -> Bool {
    if left.basis != right.basis { return left.basis < right.basis }
    if left.score.score != right.score.score { return left.score.score > right.score.score }
    return (left.ours, left.theirs) < (right.ours, right.theirs)
  }
}

/// Gives each record at most one partner: the strongest pairs first.
struct Pairing {
  private let pairs: [CandidatePair]
  private let byOurs: [Int: [Int]]
  private let byTheirs: [Int: [Int]]
  private let settings: ReconciliationSettings

  init(_ candidates: [CandidatePair], _ settings: ReconciliationSettings) {
    let sorted = candidates.sorted(by: CandidatePair.precedes)
    pairs = sorted
    byOurs = Dictionary(grouping: sorted.indices) { sorted[$0].ours }
    byTheirs = Dictionary(grouping: sorted.indices) { sorted[$0].theirs }
    self.settings = settings
  }

  /// A pair that was chosen.
  struct Chosen {
    let pair: CandidatePair
    let rivals: Int
    let isSure: Bool
  }

  /// The pairs, strongest first, no record in two of them.
  func chosen() -> [Chosen] {
    var (takenOurs, takenTheirs): (Set<Int>, Set<Int>) = ([], [])
    var chosen: [Chosen] = []
    for (position, pair) in pairs.enumerated() {
      guard !takenOurs.contains(pair.ours), !takenTheirs.contains(pair.theirs) else { continue }
      let isOpen = { (other: Int) in
        other != position && !takenOurs.contains(pairs[other].ours)
          && !takenTheirs.contains(pairs[other].theirs)
      }
      let rivals = rivals(of: position, isOpen)
      takenOurs.insert(pair.ours)
      takenTheirs.insert(pair.theirs)
      chosen.append(Chosen(pair: pair, rivals: rivals, isSure: isSure(pair, rivals)))
    }
    return chosen
  }

  /// All pairs, for a side that is reconciled with itself: three agencies may report one thing.
  func all() -> [Chosen] {
    pairs.map { Chosen(pair: $0, rivals: 0, isSure: isSure($0, 0)) }
  }

  /// How many open pairs of either record rest on evidence as strong and are nearly as likely.
  private func rivals(of position: Int, _ isOpen: (Int) -> Bool) -> Int {
    let pair = pairs[position]
    let others = (byOurs[pair.ours] ?? []) + (byTheirs[pair.theirs] ?? [])
    return others.count { other in
      pairs[other].basis == pair.basis
        && pairs[other].score.score > pair.score.score - settings.margin && isOpen(other)
    }
  }

  private func isSure(_ pair: CandidatePair, _ rivals: Int) -> Bool {
    switch pair.basis {
    case .decision: true
    case .identifier: rivals == 0
    // Activities of several years hang on one agreement: what else is known must not speak against it.
    case .agreement: rivals == 0 && pair.score.score >= settings.likely
    case .score: rivals == 0 && pair.score.score >= settings.accepted
    }
  }
}
