// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What `ayni check` finds before anything runs, and what is said when data or gates refuse.
@Suite struct CheckTests {
  private func check(_ change: (ScratchProject) throws -> Void) throws -> Ayni.Answer {
    let project = try ScratchProject()
    try change(project)
    return try Ayni.call("check", "--project", project.path)
  }

  private static let view = """
    dataset = "totals"
    title = "Totals"
    measure = "AMOUNT"
    rows = ["GROUP"]
    [fixed]
    GROUP = "_T"
    [chart]
    axis = "GROUP"

    """

  @Test(arguments: [
    ("measure = \"AMOUNT\"", "measure = \"AMUONT\"", 3, "AMOUNT", "project.view-component"),
    ("rows = [\"GROUP\"]", "rows = [\"GROUPS\"]", 4, "GROUP", "project.view-component"),
    ("GROUP = \"_T\"", "GROPU = \"_T\"", 6, "GROUP", "project.view-component"),
    ("GROUP = \"_T\"", "GROUP = \"_TT\"", 6, "_T", "project.view-code"),
    ("axis = \"GROUP\"", "axis = \"GRUOP\"", 8, "GROUP", "project.view-component"),
    ("dataset = \"totals\"", "dataset = \"totls\"", 1, "totals", "project.unknown-dataset"),
  ])
  func `a wrong name in a view is found with its line and the nearest name`(
    right: String,
    wrong: String,
    line: Int,
    nearest: String,
    code: String
  ) throws {
    #expect(try check { try $0.write(CheckTests.view, to: "views/totals.toml") }.exit == 0)
    let answer = try check {
      let text = CheckTests.view.replacingOccurrences(of: right, with: wrong)
      try $0.write(text, to: "views/totals.toml")
    }
    #expect(answer.exit == 2)
    #expect(answer.codes == [code])
    #expect(answer.messages.contains("views/totals.toml:\(line)"), "\(answer.messages)")
    #expect(answer.messages.contains("did you mean \(nearest)?"))
  }

  @Test(arguments: [
    ("threads = 2", "threads = 0", 8, "project.bad-threads", "from 1 to 1024"),
    ("threads = 2", "threads = -1", 8, "project.bad-threads", "from 1 to 1024"),
    ("threads = 2", "threads = 5000", 8, "project.bad-threads", "from 1 to 1024"),
    ("threads = 2", "threads = \"two\"", 8, "platform.toml-wrong-type", "should be a whole number"),
    ("\"500MB\"", "\"lots\"", 7, "project.bad-memory", "memory = \"2GB\""),
    ("\"500MB\"", "\"0MB\"", 7, "project.bad-memory", "memory = \"2GB\""),
    ("\"500MB\"", "\"99999999999999GB\"", 7, "project.bad-memory", "memory = \"2GB\""),
  ])
  func `what the engine would refuse in a run is refused before it`(
    right: String,
    wrong: String,
    line: Int,
    code: String,
    advice: String
  ) throws {
    #expect(try check { _ in }.exit == 0)
    let answer = try check { try $0.replace(right, with: wrong, in: "ayni.toml") }
    #expect(answer.exit == 2)
    #expect(answer.codes == [code], "\(answer.messages)")
    #expect(answer.messages.contains("ayni.toml:\(line)"), "\(answer.messages)")
    #expect(answer.messages.contains(advice), "\(answer.messages)")
  }

  @Test func `a message of SDMX among the structures is told, as nothing reads it`() throws {
    let answer = try check {
      try $0.write("<Structure/>", to: "structures/CL_AREA.xml")
      try $0.write("Where the lists come from.", to: "structures/NOTES.md")
    }
    #expect(answer.exit == 0, "\(answer.messages)")
    #expect(answer.codes == ["project.unread-structure"])
    #expect(answer.messages.contains("structures/CL_AREA.xml"))
    #expect(try check { _ in }.codes.isEmpty)
  }

  @Test func `names in ayni toml and in steps are found with their lines`() throws {
    let released = try check {
      try $0.replace("\"totals\", \"register\"", with: "\"totls\"", in: "ayni.toml")
    }
    #expect(released.messages.contains("ayni.toml:11"), "\(released.messages)")
    let measure = try check {
      try $0.replace("AMOUNT = \"AMOUNT\"", with: "AMOUNT = \"AMUONT\"", in: "steps/totals.toml")
    }
    #expect(measure.codes == ["steps.not-a-component"])
    #expect(measure.messages.contains("steps/totals.toml:9"), "\(measure.messages)")
    let input = try check {
      try $0.replace("[\"register\"]", with: "[\"registr\"]", in: "steps/totals.toml")
    }
    #expect(input.messages.contains("steps/totals.toml:2"), "\(input.messages)")
  }

  @Test func `a time dimension that SDMX cannot say is found before a run`() throws {
    let answer = try check {
      try $0.replace(
        "[[measure]]\nid = \"AMOUNT\"",
        with:
          "[[dimension]]\nid = \"YEAR\"\nname = \"Y\"\ntime = true\n[[measure]]\nid = \"AMOUNT\"",
        in: "structures/REGISTER.toml"
      )
      try $0.replace(
        "TITLE =",
        with: "YEAR = { constant = \"2020\" }\nTITLE =",
        in: "sources/register.toml"
      )
    }
    #expect(answer.exit == 2)
    #expect(answer.codes == ["sdmx.time-dimension-id"])
    #expect(answer.messages.contains("ayni.toml:11"), "\(answer.messages)")
  }

  @Test func `an unknown kind of step hides no other mistake and adds none`() throws {
    let answer = try check {
      try $0.write(
        "kind = \"unoin\"\ninputs = [\"register\"]\noutputs = [\"joined\"]\n",
        to: "steps/joined.toml"
      )
      try $0.write(
        "kind = \"union\"\ninputs = [\"joined\"]\noutputs = [\"again\"]\n",
        to: "steps/again.toml"
      )
      try $0.replace("AMOUNT = \"AMOUNT\"", with: "AMOUNT = \"AMUONT\"", in: "steps/totals.toml")
      try $0.replace("\"totals\", ", with: "\"totals\", \"again\", ", in: "ayni.toml")
    }
    #expect(answer.codes.sorted() == ["project.unknown-step-kind", "steps.not-a-component"])
    #expect(answer.messages.contains("steps/joined.toml:1"))
    #expect(answer.exit == 2)
  }

  @Test func `one step's mistake does not hide the mistakes of the next`() throws {
    let answer = try check {
      try $0.replace("COMPONENT = \"id\"", with: "COMPONNET = \"id\"", in: "sources/register.toml")
      try $0.write(
        try $0.read("sources/register.toml").replacingOccurrences(
          of: "COMPONNET",
          with: "COMPONENT"
        ),
        to: "sources/second.toml"
      )
      try $0.replace("[\"register\"]", with: "[\"second\"]", in: "steps/totals.toml")
      try $0.replace("GROUP = \"GROUP\"", with: "GROUP = \"GRUOP\"", in: "steps/totals.toml")
    }
    #expect(answer.codes.contains("import.unknown-component"))
    #expect(answer.codes.contains("steps.not-a-component"), "\(answer.messages)")
  }

  @Test func `publish says which gate refused, why, and what to do, in both languages`() throws {
    let project = try ScratchProject()
    try project.replace("10.50", with: "ten", in: "data/register.csv")
    let run = try project.run()
    #expect(run.exit == 1 && project.latest == nil)
    let answer = try Ayni.call("publish", "--project", project.path)
    #expect(answer.exit == 1)
    #expect(
      answer.codes == ["import.rows-rejected", "import.bad-number", "project.gate-closed"]
        || answer.codes == ["import.bad-number", "project.gate-closed"]
    )
    #expect(answer.messages.contains("data/register.csv:2"))
    #expect(
      answer.messages.contains("the gate “sound data” refuses it for 1 reason (import.bad-number)")
    )
    #expect(answer.messages.contains("allow_rejected_rows"))
    #expect(!answer.messages.contains("release.json"))
    let french = try Ayni.call("publish", "--project", project.path, "--lang", "fr")
    #expect(french.messages.contains("le contrôle « données saines » le refuse pour 1 raison"))
    #expect(!french.messages.contains("sound data"))
  }

  @Test func `blanks that a total leaves out are counted, in the run and in the release`() throws {
    let project = try ScratchProject()
    try project.replace("10.50", with: "", in: "data/register.csv")
    let run = try project.run()
    #expect(run.exit == 0)
    #expect(run.codes == ["steps.blanks-left-out"])
    let sentence = "1 of 3 rows of register has no AMOUNT: the totals of AMOUNT leave it out"
    #expect(run.messages.contains("steps/totals.toml:9:1: \(sentence)"), "\(run.messages)")
    #expect(try project.run().codes == ["steps.blanks-left-out"], "told again from what is stored")
    let id = try #require(project.latest)
    #expect(try project.read("releases/\(id)/release.json").contains(sentence))
    let whole = try ScratchProject()
    #expect(try whole.run().codes.isEmpty)
    let manifest = try whole.read("releases/\(try #require(whole.latest))/release.json")
    #expect(!manifest.contains("\"checks\""))
  }

  @Test func `bad files of data answer like other bad data`() throws {
    for (name, bytes) in [
      ("register.xlsx", Data("not a workbook".utf8)),
      ("register.csv", Data([0x50, 0x4B, 3, 4, 0])),
      ("register.csv", Data()),
    ] {
      let project = try ScratchProject()
      try project.write(bytes, to: "data/\(name)")
      try project.replace("register.csv", with: name, in: "sources/register.toml")
      #expect(try project.run().exit == 1)
    }
  }

  @Test func `one odd decimal comma is not blamed on the whole file`() throws {
    let project = try ScratchProject()
    try project.replace("10.50", with: "\"10,50\"", in: "data/register.csv")
    let answer = try project.run()
    #expect(answer.codes.contains("import.decimal-comma"))
    #expect(answer.messages.contains("1 row, at data/register.csv:2"))
    #expect(answer.messages.contains("where most rows read well, correct the rows that do not"))
  }

  @Test func `one is told in the singular, in both languages`() throws {
    let project = try ScratchProject()
    try project.replace("10.50", with: "ten", in: "data/register.csv")
    let english = try project.run()
    #expect(english.messages.contains("1 of 3 rows was rejected"))
    let french = try Ayni.call("run", "--project", project.path, "--lang", "fr")
    #expect(french.messages.contains("1 ligne sur 3 a été rejetée"))
    #expect(french.messages.contains("0 étape calculée, 2 étaient prêtes"), "\(french.messages)")
  }

  @Test(arguments: [("_U", false), ("2024", true), ("2024-Q1", true), ("unknown", false)])
  func `a code that stands for a period is a period`(code: String, isSound: Bool) throws {
    let project = try ScratchProject()
    for file in ["structures/REGISTER.toml", "structures/TOTALS.toml"] {
      let kind = file.contains("TOTALS") ? "dimension" : "attribute"
      try project.write(
        try project.read(file)
          + "\n[[\(kind)]]\nid = \"TIME_PERIOD\"\nname = \"Year\"\ntype = \"time-period\"\n",
        to: file
      )
    }
    try project.replace(
      "GROUP = \"GROUP\"",
      with: "GROUP = \"GROUP\"\nTIME_PERIOD = \"TIME_PERIOD\"",
      in: "steps/totals.toml"
    )
    try project.write(
      try project.read("steps/totals.toml") + "\n[parameters.blanks]\nTIME_PERIOD = \"\(code)\"\n",
      to: "steps/totals.toml"
    )
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(answer.codes.contains("project.bad-parameter") != isSound, "\(answer.messages)")
    if !isSound { #expect(answer.messages.contains("steps/totals.toml:"), "\(answer.messages)") }
  }
}
