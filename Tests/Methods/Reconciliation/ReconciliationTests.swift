// SPDX-License-Identifier: Apache-2.0

import Testing
import Values

@testable import Reconciliation

/// Two offices' records of the same things; scores worked out by hand from the weights 1, 1, 3 and 5.
@Suite struct ReconciliationTests {
  private func record(
    _ id: String,
    _ title: String? = nil,
    amount: String? = nil,
    year: Int? = 2024,
    partner: String? = "GH",
    identifiers: [String?] = [],
    agreement: String? = nil,
    reporter: String? = nil
  ) -> RecordSide.Record {
    RecordSide.Record(
      id: id,
      identifiers: identifiers,
      agreement: agreement,
      partner: partner,
      year: year,
      amount: amount.flatMap { Decimal($0) },
      title: title.map { FoldedTitle($0) },
      reporter: reporter
    )
  }

  private func reconcile(
    _ ours: [RecordSide.Record],
    _ theirs: [RecordSide.Record],
    _ decisions: [ReconciliationDecision] = []
  ) -> [ReconciledPair] {
    Reconciliation(ReconciliationSettings(), decisions: decisions)
      .reconcile(RecordSide(ours), with: RecordSide(theirs))
  }

  @Test func `a shared identifier is stronger than a better score`() throws {
    let pairs = reconcile(
      [record("A", "Dams on the Volta", amount: "100", identifiers: ["XG-1"])],
      [
        record("1", "Dams on the Volta", amount: "100", identifiers: ["XG-2"]),
        record("2", "Volta basin works", amount: "90", identifiers: ["XG-1"]),
      ]
    )
    #expect(pairs.map(\.theirs) == ["2", "1"])
    #expect(pairs[0].basis == .identifier)
    #expect(pairs[1].outcome == .onlyTheirs)
  }

  @Test(
    arguments: [
      ("10000", "10600", ReconciledPair.Outcome.agreed),  // 5.7 %, but 600 only
      ("20000", "21500", .differs),  // 6.98 % and 1,500
      ("1000000", "1040000", .agreed),  // 40,000, but 3.8 % only
      ("20000", "21000", .agreed),  // 1,000 is not above 1,000
      ("20000", "20000.01", .agreed),
    ]
  )
  func `a difference is a task above both limits`(
    ours: String,
    theirs: String,
    outcome: ReconciledPair.Outcome
  ) {
    let pairs = reconcile(
      [record("A", "Seed banks", amount: ours)],
      [record("1", "Seed banks", amount: theirs)]
    )
    #expect(pairs.map(\.outcome) == [outcome])
  }

  @Test func `an amount on one side alone is a task, on neither side is not`() {
    let one = reconcile([record("A", "Seed banks", amount: "5")], [record("1", "Seed banks")])
    #expect(one.map(\.outcome) == [.differs])
    let none = reconcile([record("A", "Seed banks")], [record("1", "Seed banks")])
    #expect(none.map(\.outcome) == [.agreed])
  }

  @Test func `the score is the weighted mean of the evidence`() {
    // Partner 1, year 1/2, amount 1 − 20/100, title 1: (1 + 0.5 + 2.4 + 5) ÷ 10.
    let pairs = reconcile(
      [record("A", "Eye surgery", amount: "80", year: 2023)],
      [record("1", "Eye surgery", amount: "100")]
    )
    #expect(pairs.map(\.score) == [890])
    #expect(pairs[0].outcome == .differs)
    #expect(pairs[0].percent == Decimal("20"))
  }

  @Test func `little evidence is not taken for much`() {
    // Partner and year alone weigh 2 of 10: 2 ÷ 5 is below what is shown to a person.
    let pairs = reconcile([record("A")], [record("1")])
    #expect(Set(pairs.map(\.outcome)) == [.onlyOurs, .onlyTheirs])
  }

  @Test func `accents, case, punctuation and encoding do not matter in titles`() {
    let pairs = reconcile(
      [record("A", "Cooperación técnica — Água e Saúde", amount: "5")],
      [record("1", "COOPERACION TE\u{301}CNICA: agua  E SAUDE.", amount: "5")]
    )
    #expect(pairs.map(\.titleLikeness) == [1_000])
  }

  @Test func `two pairs that are nearly as likely are shown to a person`() {
    let pairs = reconcile(
      [record("A", "Visit of experts", amount: "100")],
      [
        record("1", "Visit of experts", amount: "100"),
        record("2", "Visit of experts", amount: "99"),
      ]
    )
    #expect(pairs[0].outcome == .likely)
    #expect(pairs[0].rivals == 1)
    #expect(pairs[0].theirs == "1")
  }

  @Test func `under one agreement the records of each year find each other`() {
    let years = 2020...2023
    let pairs = reconcile(
      years.map { record("A\($0)", "Line of credit", amount: "\($0)", year: $0, agreement: "K7") },
      years.reversed().map {
        record("\($0)", "Crédito concesional", amount: "\($0)", year: $0, agreement: "K7")
      }
    )
    #expect(pairs.allSatisfy { $0.basis == .agreement })
    #expect(pairs.allSatisfy { "A" + ($0.theirs ?? "") == $0.ours })
  }

  @Test func `what people decided holds at the next import`() {
    let ours = [record("A", "Solar pumps", amount: "20000")]
    let theirs = [
      record("1", "Solar pumps", amount: "30000"), record("2", "Pumps", amount: "20000"),
    ]
    let decide = { (answer: ReconciliationDecision.Answer, theirs: String, difference: String?) in
      ReconciliationDecision(
        ours: "A",
        theirs: theirs,
        answer: answer,
        difference: difference.flatMap { Decimal($0) }
      )
    }
    #expect(reconcile(ours, theirs)[0].theirs == "1")
    #expect(reconcile(ours, theirs, [decide(.different, "1", nil)]).contains { $0.theirs == "2" })
    let same = reconcile(ours, theirs, [decide(.same, "2", nil)])[0]
    #expect((same.theirs, same.basis) == ("2", .decision))
    let settled = reconcile(ours, theirs, [decide(.settled, "1", "-10000.00")])[0]
    #expect(settled.outcome == .settled)
  }

  @Test func `another difference than the one that was explained is a task again`() {
    let decision = ReconciliationDecision(
      ours: "A",
      theirs: "1",
      answer: .settled,
      difference: Decimal("-10000")
    )
    let pairs = reconcile(
      [record("A", "Solar pumps", amount: "20000")],
      [record("1", "Solar pumps", amount: "31000")],
      [decision]
    )
    #expect(pairs.map(\.outcome) == [.differs])
  }

  @Test func `agencies that report one thing are found, and no agency meets itself`() {
    let side = RecordSide([
      record("H1", "Training of nurses", amount: "500", reporter: "health"),
      record("H2", "Training of nurses", amount: "500", reporter: "health"),
      record("F1", "Training of nurses", amount: "500", reporter: "foreign affairs"),
    ])
    let pairs = Reconciliation(ReconciliationSettings()).reconcileReporters(side)
    #expect(Set(pairs.map { "\($0.ours ?? "") \($0.theirs ?? "")" }) == ["H1 F1", "H2 F1"])
  }
}
