// SPDX-License-Identifier: Apache-2.0

import Reconciliation
import Testing

@testable import Cooperation

/// The ranking of solutions for needs, against the full cross product.
@Suite struct SolutionMatchingTests {
  /// A generator with a seed, so that a failure can be seen again.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mixed = state
      mixed ^= mixed >> 33
      return mixed &* 0xff51_afd7_ed55_8ccd
    }
  }

  private static let words = [
    "water", "law", "census", "health", "roads", "rivers", "soil", "schools", "energy", "trade",
  ]

  private func records(
    _ count: Int,
    _ letter: String,
    themes: Int,
    _ generator: inout Seeded
  ) -> [MatchingRecord] {
    (0..<count).map { number in
      let country = Int.random(in: 0..<40, using: &generator)
      let target = Int.random(in: 0..<169, using: &generator)
      let title = (0..<3).map { _ in Self.words.randomElement(using: &generator) ?? "" }
      return MatchingRecord(
        id: "\(letter)\(number)",
        country: "C\(country)",
        region: "R\(country % 5)",
        theme: "T\(Int.random(in: 0..<themes, using: &generator))",
        target: "G\(target / 10).\(target % 10)",
        goal: "G\(target / 10)",
        language: ["en", "fr", "es"].randomElement(using: &generator),
        title: FoldedTitle(title.joined(separator: " ")),
        evidence: [0, 300, 1_000].randomElement(using: &generator) ?? 0
      )
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the ranks are those of the full cross product`(seed: UInt64) {
    var generator = Seeded(state: seed)
    let needs = records(60, "N", themes: 6, &generator)
    let solutions = records(150, "S", themes: 6, &generator)
    let settings = MatchingSettings()
    let found = SolutionMatching(needs, solutions, settings).pairs([:])
    let likeness = TitleLikeness(needs.map(\.title) + solutions.map(\.title))
    for (position, need) in needs.enumerated() {
      var all: [(score: Int, solution: Int)] = []
      for (other, solution) in solutions.enumerated() {
        let isNear =
          need.theme == solution.theme || need.target == solution.target
          || need.goal == solution.goal
        guard isNear, need.country != solution.country else { continue }
        let target = need.target == solution.target ? 1.0 : need.goal == solution.goal ? 0.5 : 0
        let title = (1_000 * (likeness.between(position, needs.count + other) ?? 0)).rounded()
        let weight =
          3_000 * (need.theme == solution.theme ? 1.0 : 0) + 3_000 * target
          + 1_000 * (need.language == solution.language ? 1 : 0) + 2 * title
          + Double(solution.evidence) + 1_000 * (need.region == solution.region ? 1 : 0)
        let score = Int((weight / 11).rounded())
        if score >= settings.least { all.append((score, other)) }
      }
      all.sort { ($1.score, $0.solution) < ($0.score, $1.solution) }
      let mine = found.filter { $0.need == position }
      #expect(mine.map(\.score) == all.prefix(5).map(\.score), "\(need.id), seed \(seed)")
      #expect(mine.map(\.solution) == all.prefix(5).map(\.solution), "\(need.id), seed \(seed)")
      #expect(mine.map(\.rank) == Array(1..<(mine.count + 1)))
    }
  }

  @Test func `no country is matched with itself, and decisions are honoured`() {
    var generator = Seeded(state: 7)
    let needs = records(30, "N", themes: 2, &generator)
    let solutions = records(60, "S", themes: 2, &generator)
    let matching = SolutionMatching(needs, solutions, MatchingSettings())
    let first = matching.pairs([:])
    #expect(first.allSatisfy { needs[$0.need].country != solutions[$0.solution].country })
    let best = first[0]
    let refused = MatchKey(need: needs[best.need].id, solution: solutions[best.solution].id)
    let after = matching.pairs([refused: .refused])
    #expect(!after.contains { $0.need == best.need && $0.solution == best.solution })
    // A pair that no search would find stands first once a person accepted it.
    let far = MatchKey(need: needs[best.need].id, solution: solutions.last?.id ?? "")
    let accepted = matching.pairs([far: .accepted]).first { $0.need == best.need }
    #expect(accepted?.solution == solutions.count - 1 && accepted?.rank == 1)
    #expect(accepted?.decision == .accepted)
  }

  @Test func `large registers are matched without looking at every pair`() {
    var generator = Seeded(state: 11)
    let needs = records(2_000, "N", themes: 20, &generator)
    let solutions = records(2_000, "S", themes: 20, &generator)
    let clock = ContinuousClock()
    var count = 0
    let time = clock.measure {
      count = SolutionMatching(needs, solutions, MatchingSettings()).pairs([:]).count
    }
    #expect(count > 2_000 && count <= 10_000)
    #expect(time < .seconds(120), "\(time) without optimisation")
  }

  @Test func `where everything shares a theme, the best evidence is looked at`() {
    var settings = MatchingSettings()
    settings.candidates = 10
    let need = MatchingRecord(id: "N", country: "A", theme: "T")
    let solutions = (0..<100).map {
      MatchingRecord(id: "S\($0)", country: "B", theme: "T", evidence: $0 == 99 ? 1_000 : 0)
    }
    let pairs = SolutionMatching([need], solutions, settings).pairs([:])
    #expect(pairs.first?.solution == 99)
  }
}
