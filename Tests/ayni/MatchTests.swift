// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Needs and solutions on the golden project: ranks, decisions, the note, the approval.
@Suite struct MatchTests {
  private static let golden = "Tests/Programmes/Cooperation/Golden/matching"

  private func project() throws -> ScratchProject { try ScratchProject(copying: Self.golden) }

  private func match(_ project: ScratchProject, _ words: String...) throws -> Ayni.Answer {
    try Ayni.start(["match"] + words + ["--project", project.path]).finish()
  }

  private func pairs(_ project: ScratchProject) throws -> [String] {
    try project.read(".ayni/candidate/sdmx/matches.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3).joined(separator: ",")
    }
  }

  @Test func `pairs have the worked-out scores and ranks`() throws {
    let project = try project()
    let answer = try project.run()
    #expect(answer.codes == ["cooperation.match-decision"])
    let expected = try project.read("expected.csv").split(separator: "\n").map(String.init)
    #expect(try pairs(project) == expected)
    let list = try match(project, "list", "N1")
    #expect(list.output.split(separator: "\n").count == 2)
    #expect(list.output.hasPrefix("N1\t1\tS1\t0.818\t-\tWater law\tWater law\tTHEME=1.000"))
  }

  @Test func `a title neither steers the terminal nor leaves its column`() throws {
    let project = try project()
    try project.replace(
      "Water law",
      with: "\"\u{1B}[31mWater\u{7}\tof\nlaw\"",
      in: "registers/needs.csv"
    )
    _ = try project.run()
    let lines = try match(project, "list", "N1").output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("N1\t1\tS1\t"))
    #expect(lines[0].contains("\t\u{FFFD}[31mWater\u{FFFD} of law\t"))
    #expect(!lines.joined().unicodeScalars.contains("\u{1B}"))
  }

  @Test func `a refusal holds at the next run, and an acceptance comes first`() throws {
    let project = try project()
    #expect(try match(project, "refuse", "N1", "S1", "--by", "Ana").exit == 0)
    #expect(try match(project, "accept", "N1", "S2", "--by", "Ana", "--on", "2025-02-01").exit == 0)
    #expect(
      try project.read("registers/decisions.csv").contains("N1,S2,accepted,Ana,2025-02-01\n")
    )
    _ = try project.run()
    let found = try pairs(project).filter { $0.hasPrefix("N1,") }
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("N1,S2,1,0.636,") && found[0].hasSuffix(",accepted"))
    // A person may change their mind.
    #expect(try match(project, "accept", "N1", "S1", "--by", "Eva").exit == 0)
    let decisions = try project.read("registers/decisions.csv")
    #expect(decisions.contains("N1,S1,accepted,Eva,"))
    #expect(decisions.split(separator: "\n").filter { $0.hasPrefix("N1,S1,") }.count == 1)
  }

  @Test func `an approved match is an activity of the register, typed once and added once`() throws
  {
    let project = try project()
    #expect(
      try match(project, "approve", "N1", "S1", "--by", "B").codes
        == ["cooperation.match-not-accepted"]
    )
    _ = try match(project, "accept", "N1", "S1", "--by", "Ana", "--on", "2025-02-01")
    let before = try project.read("registers/activities.csv")
    let asked = try match(project, "approve", "N1", "S1", "--by", "B")
    #expect(asked.codes == ["cooperation.approval-needs"])
    #expect(asked.messages.contains("START"))
    let wrong = try match(
      project,
      "approve",
      "N1",
      "S1",
      "--by",
      "B",
      "START=2025-03-01",
      "TYPE=BLI",
      "STRAT=1"
    )
    #expect(Set(wrong.codes) == ["cooperation.approval-code", "cooperation.approval-unknown"])
    #expect(wrong.messages.contains("did you mean BIL?"))
    #expect(wrong.messages.contains("did you mean START?"))
    #expect(try project.read("registers/activities.csv") == before, "nothing was written")
    let approve = [
      "approve", "N1", "S1", "--by", "B. Mamani", "--on", "2025-02-03", "START=2025-03-01",
    ]
    for _ in 0..<2 {
      let answer = try Ayni.start(["match"] + approve + ["--project", project.path]).finish()
      #expect(answer.exit == 0, "\(answer.messages)")
    }
    #expect(
      try project.read("registers/activities.csv")
        == before + "N1-S1,BIL,Water law,2025-03-01,PLAN,T6_5,N1,S1,\n"
    )
    #expect(
      try project.read("registers/participations.csv").hasSuffix(
        "N1-S1,Water board,GIVES,BOL\nN1-S1,Ministry of Water,TAKES,UGA\n"
      )
    )
    #expect(
      try project.read("registers/agreements.csv")
        == "AGREEMENT,ACTIVITY,TITLE\nN1-S1,N1-S1,Water law\n"
    )
    #expect(
      try project.read("registers/decisions.csv").contains("N1,S1,approved,B. Mamani,2025-02-03\n")
    )
    #expect(try project.run().codes == ["cooperation.match-decision"], "the registers import well")
    #expect(
      try match(project, "refuse", "N1", "S1", "--by", "x").codes
        == ["cooperation.match-approved-already"]
    )
  }

  @Test func `an approval that was cut short is finished by the next call`() throws {
    let project = try project()
    _ = try match(project, "accept", "N1", "S1", "--by", "Ana")
    _ = try match(project, "approve", "N1", "S1", "--by", "B", "START=2025-03-01")
    // As after a crash behind the first register: the activity is there, the rest is not.
    try project.replace(
      "N1-S1,Ministry of Water,TAKES,UGA\n",
      with: "",
      in: "registers/participations.csv"
    )
    try project.replace("N1-S1,N1-S1,Water law\n", with: "", in: "registers/agreements.csv")
    try project.replace("approved", with: "accepted", in: "registers/decisions.csv")
    let again = try match(project, "approve", "N1", "S1", "--by", "B", "START=2025-03-01")
    #expect(again.messages.contains("2 records were added"))
    #expect(
      try project.read("registers/participations.csv").contains("N1-S1,Ministry of Water,TAKES,UGA")
    )
    let activities = try project.read("registers/activities.csv")
    #expect(activities.split(separator: "\n").filter { $0.hasPrefix("N1-S1,") }.count == 1)
  }

  @Test func `a concept note says in both languages what the registers hold and lack`() throws {
    let project = try project()
    _ = try match(project, "accept", "N1", "S1", "--by", "Ana", "--on", "2025-02-01")
    let answer = try match(project, "note", "N1", "S1", "--to", "html")
    let paths = answer.output.split(separator: "\n").map(String.init)
    #expect(paths.map { $0.suffix(8) } == [".en.html", ".fr.html"])
    let english = try String(contentsOfFile: paths[0], encoding: .utf8)
    for words in [
      "Concept note: Water law", "Need N1 and solution S1", "A law on shared rivers", "Bolivia",
      "Accepted by Ana on 2025-02-01", "value=\"0.818\"", "Still to be agreed",
      "ayni explain matches NEED=N1 SOLUTION=S1<", "When the work begins",
    ] { #expect(english.contains(words), "\(words)") }
    #expect(!english.contains("--release"))
    let french = try String(contentsOfFile: paths[1], encoding: .utf8)
    for words in ["Note conceptuelle", "Bolivie", "Accepté par Ana", "Reste à convenir", "0,818"] {
      #expect(french.contains(words), "\(words)")
    }
  }

  @Test func `slips are told with the nearest name`() throws {
    let project = try project()
    let cases: [([String], String, String?)] = [
      (["accept", "N1", "S11", "--by", "x"], "cooperation.unknown-need", "S1"),
      (["accept", "N1", "S3", "--by", "x"], "cooperation.same-country", nil),
      (["accept", "N1", "S1"], "command.option-value", nil),
      (["lsit"], "command.arguments", nil),
    ]
    for (words, code, near) in cases {
      let answer = try Ayni.start(["match"] + words + ["--project", project.path]).finish()
      #expect(answer.codes.first == code, "\(words) \(answer.messages)")
      if let near { #expect(answer.messages.contains("did you mean \(near)?")) }
    }
    try project.replace("EVAL = 1.0", with: "EVAL = 2.0", in: "steps/matches.toml")
    try project.replace(
      "as_of = \"2025-06-30\"",
      with: "as_of = \"June\"",
      in: "steps/matches.toml"
    )
    try project.replace("id = \"RANK\"", with: "id = \"RNAK\"", in: "structures/MATCHES.toml")
    let check = try Ayni.call("check", "--project", project.path)
    for code in ["cooperation.match-share", "cooperation.bad-day", "cooperation.match-result"] {
      #expect(check.codes.contains(code), "\(code)")
    }
    let none = try ScratchProject()
    #expect(try match(none, "list").codes == ["cooperation.no-match-step"])
  }
}
