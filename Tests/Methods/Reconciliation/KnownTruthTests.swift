// SPDX-License-Identifier: Apache-2.0

import Testing
import Values

@testable import Reconciliation

/// A partner's file that was made from ours by known changes, so that every pair is known.
@Suite struct KnownTruthTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let deeds = ["Training", "Technical cooperation", "Supply", "Study", "Visit"]
  private static let things = [
    "vaccines", "irrigation", "statistics", "seeds", "customs", "solar pumps", "teachers", "ports",
    "cadastre", "malaria control", "fisheries", "road safety", "census", "dairy", "radio",
  ]

  private func records(_ count: Int, _ random: inout Generator) -> [RecordSide.Record] {
    (0..<count).map { number in
      let place = String(
        (0..<7).map { _ in "abcdefghijklmnoprstuvz".randomElement(using: &random) ?? "a" }
      )
      let deed = Self.deeds.randomElement(using: &random) ?? ""
      let thing = Self.things.randomElement(using: &random) ?? ""
      return RecordSide.Record(
        id: "\(number)",
        identifiers: [],
        agreement: nil,
        partner: ["BO", "GH", "MD", "PE"].randomElement(using: &random),
        year: Int.random(in: 2015...2024, using: &random),
        amount: Decimal(unscaled: Int128.random(in: 10_000...90_000_000, using: &random), scale: 2),
        title: FoldedTitle("\(deed) in \(thing), \(place) district"),
        reporter: nil
      )
    }
  }

  /// The same record as the other office has it: amount off by up to 4 percent, a word less or another.
  private func changed(
    _ record: RecordSide.Record,
    _ random: inout Generator
  ) -> RecordSide.Record {
    var words = record.title?.words ?? []
    if Bool.random(using: &random) { words.removeLast() } else { words[0] = "project" }
    let change = Int128.random(in: 960...1_040, using: &random)
    return RecordSide.Record(
      id: "T" + record.id,
      identifiers: [],
      agreement: nil,
      partner: record.partner,
      year: record.year,
      amount: record.amount.flatMap { Decimal(unscaled: $0.unscaled * change / 1_000, scale: 2) },
      title: FoldedTitle(words.joined(separator: " ")),
      reporter: nil
    )
  }

  @Test func `nearly all records find their counterpart and hardly any a wrong one`() {
    var random = Generator(state: 20_251_124)
    let ours = records(3_000, &random)
    // A fifth of ours is unknown to them, and a fifth of theirs to us.
    let strangers = records(600, &random).map { record in
      RecordSide.Record(
        id: "S" + record.id,
        identifiers: [],
        agreement: nil,
        partner: record.partner,
        year: record.year,
        amount: record.amount,
        title: record.title,
        reporter: nil
      )
    }
    let theirs = (ours.prefix(2_400).map { changed($0, &random) } + strangers).shuffled(
      using: &random
    )
    let pairs = Reconciliation(ReconciliationSettings())
      .reconcile(RecordSide(ours), with: RecordSide(theirs))
    let sure = pairs.filter { $0.outcome == .agreed || $0.outcome == .differs }
    let right = sure.count { $0.theirs == "T" + ($0.ours ?? "") }
    let found = pairs.count { $0.ours != nil && $0.theirs == "T" + ($0.ours ?? "") }
    #expect(sure.count - right <= 5, "\(sure.count - right) sure pairs are wrong")
    #expect(found >= 2_376, "\(found) of 2,400 were found")
    #expect(right >= 1_900, "\(right) are sure")
  }

  @Test func `every record is in the result once`() {
    var random = Generator(state: 7)
    let ours = records(400, &random)
    let theirs = records(300, &random) + ours.prefix(50).map { changed($0, &random) }
    let pairs = Reconciliation(ReconciliationSettings())
      .reconcile(RecordSide(ours), with: RecordSide(theirs))
    #expect(pairs.compactMap(\.ours).sorted() == ours.map(\.id).sorted())
    #expect(pairs.compactMap(\.theirs).sorted() == theirs.map(\.id).sorted())
  }

  @Test func `the sides can be exchanged`() {
    var random = Generator(state: 11)
    let ours = records(200, &random)
    let theirs = ours.map { changed($0, &random) }
    let method = Reconciliation(ReconciliationSettings())
    let forth = method.reconcile(RecordSide(ours), with: RecordSide(theirs))
    let back = method.reconcile(RecordSide(theirs), with: RecordSide(ours))
    #expect(
      Set(forth.map { "\($0.ours ?? "") \($0.theirs ?? "") \($0.score ?? 0)" })
        == Set(back.map { "\($0.theirs ?? "") \($0.ours ?? "") \($0.score ?? 0)" })
    )
  }

  @Test func `few of all possible pairs are looked at`() {
    var random = Generator(state: 5)
    let side = RecordSide(records(5_000, &random))
    var search = CandidateSearch(side)
    let looked = side.records.enumerated().reduce(0) {
      $0 + search.candidates(for: $1.element, $1.offset).count
    }
    #expect(looked < 5_000 * 150, "\(looked) of 25,000,000")
  }
}
