// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The golden project that compares a register with a partner's file.
@Suite struct ReconciliationStepTests {
  private static let golden = "Tests/Programmes/Cooperation/Golden/reconciliation"

  private func pairs(_ project: ScratchProject) throws -> [String] {
    try project.read(".ayni/candidate/sdmx/pairs.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3).joined(separator: ",")
    }
  }

  @Test func `each record stands once, with what there is to do and the evidence`() throws {
    let project = try ScratchProject(copying: Self.golden)
    let answer = try project.run()
    let expected = try project.read("expected.csv").split(separator: "\n").map(String.init)
    #expect(try pairs(project) == expected)
    #expect(
      answer.codes == [
        "steps.unknown-decision", "steps.records-differ", "steps.records-to-confirm",
      ]
    )
    #expect(answer.messages.contains("2 records of activities state another amount or year"))
  }

  @Test func `a decision holds when the partner's file comes again, until the difference changes`()
    throws
  {
    let project = try ScratchProject(copying: Self.golden)
    _ = try project.run()
    try project.replace(
      "T8,GH,2024,21500.00",
      with: "T8,GH,2024,23000.00",
      in: "registers/ghana.csv"
    )
    _ = try project.run()
    let found = try pairs(project)
    #expect(found.contains("A9,T9,0.500,0.00,0.00,0,agreed,decision"))
    #expect(found.contains { $0.hasPrefix("A8,T8,") && $0.hasSuffix("differs,decision") })
  }

  @Test func `one dataset alone is compared by its reporters`() throws {
    let project = try ScratchProject(copying: Self.golden)
    try project.write(
      """
      kind = "reconcile"
      inputs = ["activities"]
      outputs = ["pairs"]

      [parameters]
      structure = "PAIRS"

      [parameters.ours]
      record = "ACTIVITY"
      partner = "PARTNER"
      period = "YEAR"
      amount = "USD"
      title = "TITLE"
      reporter = "THEIR_ID"
      """,
      to: "steps/pairs.toml"
    )
    try project.write(
      """
      activity,their_id,partner,year,usd,title
      H1,health,GH,2024,500.00,Training of nurses
      H2,health,GH,2024,500.00,Training of nurses
      F1,foreign,GH,2024,500.00,Training of nurses
      F2,foreign,GH,2019,7.00,Flags

      """,
      to: "registers/activities.csv"
    )
    _ = try project.run()
    #expect(
      Set(try pairs(project)) == [
        "F1,H1,1.000,0.00,0.00,0,agreed,score", "F1,H2,1.000,0.00,0.00,0,agreed,score",
      ]
    )
  }

  @Test func `parameters that cannot be met are all told before anything runs`() throws {
    let project = try ScratchProject(copying: Self.golden)
    let step = "steps/pairs.toml"
    try project.replace("partner = \"PARTNER\"", with: "partner = \"PARTNERS\"", in: step)
    try project.replace("amount = \"USD\"", with: "amount = \"TITLE\"", in: step)
    try project.replace(
      "decisions = \"decisions\"",
      with: "decisions = \"decision\"\naccepted = 85\namount = -1",
      in: step
    )
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(
      Set(answer.codes) == [
        "steps.not-a-component", "steps.side-column", "steps.not-a-score", "steps.not-a-limit",
        "steps.not-an-input", "steps.side-missing",
      ]
    )
    #expect(answer.messages.contains("did you mean PARTNER?"))
  }
}
