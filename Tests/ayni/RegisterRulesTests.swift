// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The rules of the register on the golden project that breaks each of them.
@Suite struct RegisterRulesTests {
  private static let golden = "Tests/Programmes/Cooperation/Golden/register-rules"

  /// The findings of a run, one line each, without the columns that name the dataflow.
  private func findings(_ project: ScratchProject) throws -> [String] {
    try project.read(".ayni/candidate/sdmx/findings.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3).joined(separator: ",")
    }
  }

  private func expected(_ project: ScratchProject) throws -> [String] {
    try project.read("expected.csv").split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func `every rule finds what breaks it and passes what keeps it by a hair`() throws {
    let project = try ScratchProject(copying: Self.golden)
    let answer = try project.run()
    #expect(try findings(project) == (try expected(project)))
    // A component that is reported twice shuts the gate; nothing else does.
    #expect(answer.codes.last == "project.gate-closed")
    #expect(answer.messages.contains("for 1 reason (cooperation.several-reported)"))
    #expect(answer.messages.contains("2 rows, the first at registers/activities.csv:7"))
    #expect(!answer.messages.contains("Estonia") && !answer.messages.contains("salaries"))
  }

  @Test func `what is told a second time is told from what was stored`() throws {
    let project = try ScratchProject(copying: Self.golden)
    let first = try project.run()
    #expect(try project.run().codes == first.codes)
  }

  @Test func `a rule is left out where the office says so, or a register does not say enough`()
    throws
  {
    let project = try ScratchProject(copying: Self.golden)
    try project.replace(
      "as_of = \"2025-12-31\"",
      with: "without = [\"V2\", \"V7\"]",
      in: "steps/findings.toml"
    )
    try project.replace(
      "[[measure]]\nid = \"DAYS\"",
      with: "[[measure]]\nid = \"CALENDAR\"",
      in: "structures/EFFORTS.toml"
    )
    try project.replace("DAYS =", with: "CALENDAR =", in: "sources/efforts.toml")
    let answer = try project.run()
    #expect(answer.exit == 0, "\(answer.messages)")
    let left = try expected(project).filter { line in
      !["V2,", "V7,", "V9,"].contains { line.hasPrefix($0) } && !line.contains("future-movement")
    }
    #expect(try findings(project) == left)
  }

  @Test func `what the step's parameters get wrong is told before anything runs`() throws {
    let project = try ScratchProject(copying: Self.golden)
    try project.replace(
      "DONOR = \"provider\"",
      with: "DONOR = \"giver\"",
      in: "steps/findings.toml"
    )
    try project.replace(
      "as_of = \"2025-12-31\"",
      with: "as_of = \"2025-02-30\"",
      in: "steps/findings.toml"
    )
    try project.replace(
      "developing = \"SOUTH\"",
      with: "without = [\"V99\"]",
      in: "steps/findings.toml"
    )
    try project.write(
      try project.read("steps/findings.toml") + "\n[parameters.registers]\nloanz = \"loans\"\n",
      to: "steps/findings.toml"
    )
    try project.replace(
      "id = \"PAYMENTS\"\nname = \"Payments\"\ntype = \"integer\"",
      with: "id = \"PAYMENTS\"\nname = \"Payments\"\ntype = \"text\"",
      in: "structures/LOANS.toml"
    )
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(
      Set(answer.codes) == [
        "project.bad-parameter", "cooperation.bad-day", "cooperation.unknown-rule",
        "cooperation.not-an-input", "cooperation.register-column",
      ]
    )
    #expect(answer.messages.contains("steps/findings.toml:"))
    #expect(answer.messages.contains("did you mean loans?"))
  }
}
