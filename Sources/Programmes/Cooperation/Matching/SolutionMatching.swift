// SPDX-License-Identifier: Apache-2.0

internal import Reconciliation

/// Ranks solutions for needs, each pair with the reasons for its score.
///
/// - Formula: score = Σ wᵢ rᵢ ÷ Σ wᵢ over the reasons: same theme; same target, or a part of it for another target
///   of the same goal; same language; likeness of titles; grade of the evidence; same region. Each rᵢ lies between
///   zero and one; a reason that a pair lacks counts as zero.
/// - Complexity: only solutions that share a target, a theme or a goal with a need are looked at, at most
///   ``MatchingSettings/candidates`` of them; titles are compared only where they could still change the ranks.
struct SolutionMatching: Sendable {
  let settings: MatchingSettings
  let needs: [MatchingRecord]
  let solutions: [MatchingRecord]
  private let likeness: TitleLikeness
  private let byTarget: [String: [Int]]
  private let byTheme: [String: [Int]]
  private let byGoal: [String: [Int]]

  init(_ needs: [MatchingRecord], _ solutions: [MatchingRecord], _ settings: MatchingSettings) {
    self.settings = settings
    self.needs = needs
    self.solutions = solutions
    likeness = TitleLikeness(needs.map(\.title) + solutions.map(\.title))
    // The best evidence comes first, so that what is cut off where too many share a theme has the least.
    let order = solutions.indices.sorted {
      (solutions[$1].evidence, $0) < (solutions[$0].evidence, $1)
    }
    let block = { (key: (MatchingRecord) -> String?) in
      var found: [String: [Int]] = [:]
      for position in order {
        if let text = key(solutions[position]) { found[text, default: []].append(position) }
      }
      return found
    }
    byTarget = block { $0.target }
    byTheme = block { $0.theme }
    byGoal = block { $0.goal }
  }

  /// The ranked pairs, in the order of needs and ranks.
  ///
  /// Pairs that a person accepted come first, however they score; pairs that a person refused are left out.
  ///
  /// - Parameter decisions: what people decided, by need and solution.
  /// - Returns: the pairs.
  func pairs(_ decisions: [MatchKey: MatchDecision]) -> [MatchedPair] {
    let positions = Dictionary(
      solutions.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var accepted: [String: [Int]] = [:]
    for (key, decision) in decisions where decision.isAccepted {
      if let position = positions[key.solution] { accepted[key.need, default: []].append(position) }
    }
    var seen = [Int](repeating: -1, count: solutions.count)
    var pairs: [MatchedPair] = []
    for (number, need) in needs.enumerated() {
      let first = (accepted[need.id] ?? []).sorted().map { pair(number, $0, title: nil) }
      for pair in first { seen[pair.solution] = number }
      let open = ranked(number, &seen) {
        decisions[MatchKey(need: need.id, solution: solutions[$0].id)] == nil
      }
      for (rank, pair) in (first.sorted(by: MatchedPair.isBefore) + open).enumerated() {
        var pair = pair
        pair.rank = rank + 1
        pair.decision = decisions[MatchKey(need: need.id, solution: solutions[pair.solution].id)]
        pairs.append(pair)
      }
    }
    return pairs
  }

  /// The best pairs of a need among its candidates.
  private func ranked(
    _ need: Int,
    _ seen: inout [Int],
    where isOpen: (Int) -> Bool
  ) -> [MatchedPair] {
    let candidates = candidates(need, &seen).filter(isOpen)
    let cheap = candidates.map { pair(need, $0, title: 0) }
      .sorted { ($1.weight, $0.solution) < ($0.weight, $1.solution) }
    var best: [MatchedPair] = []
    for candidate in cheap {
      let most = settings.score(candidate.weight + settings.weights.title * 1_000)
      // What cannot reach the last rank with the best of titles cannot reach any.
      if most < settings.least { break }
      if best.count == settings.limit, let last = best.last, most < last.score { break }
      let pair = pair(need, candidate.solution, title: nil)
      guard pair.score >= settings.least else { continue }
      let place = best.firstIndex { MatchedPair.isBefore(pair, $0) } ?? best.count
      best.insert(pair, at: place)
      if best.count > settings.limit { best.removeLast() }
    }
    return best
  }

  /// The solutions that share a target, a theme or a goal with a need, each once, none of its own country.
  private func candidates(_ need: Int, _ seen: inout [Int]) -> [Int] {
    let record = needs[need]
    let blocks = [
      record.target.flatMap { byTarget[$0] }, record.theme.flatMap { byTheme[$0] },
      record.goal.flatMap { byGoal[$0] },
    ]
    var found: [Int] = []
    for position in blocks.lazy.compactMap(\.self).joined() {
      if found.count == settings.candidates { break }
      guard seen[position] != need else { continue }
      seen[position] = need
      let country = solutions[position].country
      if country == nil || country != record.country { found.append(position) }
    }
    return found
  }

  private static func isShared(_ left: String?, _ right: String?) -> Bool {
    left != nil && left == right
  }

  /// A pair with its reasons.
  ///
  /// - Parameters:
  ///   - need: the position of the need.
  ///   - solution: the position of the solution.
  ///   - title: how alike the titles are, in thousandths; they are compared where it is `nil`.
  /// - Returns: the pair, without a rank.
  private func pair(_ need: Int, _ solution: Int, title: Int?) -> MatchedPair {
    let (left, right) = (needs[need], solutions[solution])
    let isTarget = SolutionMatching.isShared(left.target, right.target)
    let isGoal = isTarget || SolutionMatching.isShared(left.goal, right.goal)
    let reasons = MatchReasons(
      theme: SolutionMatching.isShared(left.theme, right.theme) ? 1_000 : 0,
      target: isTarget ? 1_000 : isGoal ? settings.goal : 0,
      language: SolutionMatching.isShared(left.language, right.language) ? 1_000 : 0,
      title: title
        ?? likeness.between(need, needs.count + solution).map { Int((1_000 * $0).rounded()) } ?? 0,
      evidence: right.evidence,
      region: SolutionMatching.isShared(left.region, right.region) ? 1_000 : 0
    )
    let weight = settings.weights.sum(reasons)
    return MatchedPair(
      need: need,
      solution: solution,
      reasons: reasons,
      weight: weight,
      score: settings.score(weight)
    )
  }
}

/// A need or a solution as the matching sees it.
struct MatchingRecord: Sendable {
  let id: String
  var country: String?
  var region: String?
  var theme: String?
  var target: String?
  var goal: String?
  var language: String?
  var title: FoldedTitle?
  /// The grade of the evidence, in thousandths.
  var evidence = 0
}

/// What weighs how much.
struct MatchingSettings: Sendable {
  var weights = Weights()
  /// What another target of the same goal counts, in thousandths of the same target.
  var goal = 500
  /// How many solutions are ranked for a need.
  var limit = 5
  /// The least score that is ranked, in thousandths.
  var least = 300
  /// How many solutions are looked at for a need.
  var candidates = 5_000

  struct Weights: Sendable {
    var theme = 3.0
    var target = 3.0
    var language = 1.0
    var title = 2.0
    var evidence = 1.0
    var region = 1.0

    var all: Double { theme + target + language + title + evidence + region }

    /// The weighed reasons, in thousandths.
    func sum(_ reasons: MatchReasons) -> Double {
      theme * Double(reasons.theme) + target * Double(reasons.target)
        + language * Double(reasons.language) + title * Double(reasons.title)
        + evidence * Double(reasons.evidence) + region * Double(reasons.region)
    }
  }

  /// The score of weighed reasons, in thousandths.
  func score(_ weight: Double) -> Int {
    weights.all > 0 ? Int((weight / weights.all).rounded()) : 0
  }
}

/// The reasons for a score, each in thousandths.
struct MatchReasons: Sendable, Hashable {
  let theme: Int
  let target: Int
  let language: Int
  let title: Int
  let evidence: Int
  let region: Int
}

/// A need and a solution that may meet it.
struct MatchedPair: Sendable, Hashable {
  let need: Int
  let solution: Int
  let reasons: MatchReasons
  /// The weighed reasons, before they are divided by all weights.
  let weight: Double
  /// In thousandths.
  let score: Int
  var rank = 0
  var decision: MatchDecision?

  /// The better score first; of equal ones the first of the register.
  static func isBefore(_ left: MatchedPair, _ right: MatchedPair) -> Bool {
    (right.score, left.solution) < (left.score, right.solution)
  }
}

/// A need and a solution by their identifiers.
struct MatchKey: Hashable, Sendable {
  let need: String
  let solution: String
}

/// What a person decided about a pair.
enum MatchDecision: String, Sendable, CaseIterable {
  case accepted, refused, approved

  var isAccepted: Bool { self != .refused }
}
