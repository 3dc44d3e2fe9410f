// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Workbooks

/// A register into a workbook and back.
@Suite struct RegisterExchangeTests {
  private func register(_ project: ScratchProject, _ words: String...) throws -> Ayni.Answer {
    try Ayni.start(["register"] + words + ["--project", project.path]).finish()
  }

  @Test func `a register comes back as it was, with every type and further columns`() throws {
    let project = try ScratchProject(copying: "Examples/annual-round")
    let heading =
      "activity,year,agency,title,partner,group,start,amount,persons,triangular,blanks"
    let records = [
      #"A-1,2024,MOA,"=2+2, ""quoted""",BEN,B,1899-12-30,9999999999999999.99,9223372036854775807,true,"#,
      "A-2,2024-Q2,MOH,\"two\nlines\",,C,2024-05-13,-0.10,,false,",
      "007,2025-05,,1.50,GHA,,,12345678901234.56,-1,,x",
    ]
    let plain = ([heading] + records).joined(separator: "\n") + "\n"
    let noted = zip([heading] + records, ["own note", "kept", "", "too"])
      .map { "\($0),\($1)\n" }.joined()
    try project.write(noted, to: "registers/activities.csv")
    for language in ["en", "fr"] {
      let file = "\(project.path)/register.xlsx"
      #expect(try register(project, "export", "activities", file, "--lang", language).exit == 0)
      let answer = try register(project, "load", "activities", file)
      #expect(answer.exit == 0, "\(answer.messages)")
      #expect(answer.messages.contains("0 new, 0 corrected, 3 as they were, 0 not there"))
      #expect(try project.read("registers/activities.csv") == noted)
    }
    // Into an empty register: the same records, without the column that no structure knows.
    try project.write(heading + "\n", to: "registers/activities.csv")
    #expect(try register(project, "load", "activities", "\(project.path)/register.xlsx").exit == 0)
    #expect(try project.read("registers/activities.csv") == plain)
  }

  @Test func `changes are taken, what is gone stays unless it shall go, and a bad cell stops all`()
    throws
  {
    let project = try ScratchProject(copying: "Examples/annual-round")
    let file = "\(project.path)/register.xlsx"
    #expect(try register(project, "export", "activities", file).exit == 0)
    let before = try project.read("registers/activities.csv")
    var form = try FilledForm(file)
    form.enter("Seeds", "TITLE", row: 3)
    form.removeRow(4)
    form.enter("half", "AMOUNT", row: 5)
    try project.write(form.data, to: "edited.xlsx")
    let bad = try register(project, "load", "activities", "\(project.path)/edited.xlsx")
    #expect(bad.exit == 1 && bad.codes == ["interchange.form-number"])
    #expect(bad.messages.contains("edited.xlsx:5"))
    #expect(try project.read("registers/activities.csv") == before)
    form.enter(.number("0.5"), "AMOUNT", row: 5)
    try project.write(form.data, to: "edited.xlsx")
    let kept = try register(project, "load", "activities", "\(project.path)/edited.xlsx")
    #expect(kept.messages.contains("0 new, 2 corrected, 1 as they were, 1 not there"))
    #expect(try project.read("registers/activities.csv").contains("MOA-2024-001,2024,MOA,Seeds,"))
    #expect(try project.read("registers/activities.csv").contains("MOH-2024-001"))
    _ = try register(project, "load", "activities", "\(project.path)/edited.xlsx", "--remove")
    #expect(try !project.read("registers/activities.csv").contains("MOH-2024-001"))
  }

  @Test func `another register's workbook and a source that is no register are refused`() throws {
    let project = try ScratchProject(copying: "Examples/annual-round")
    let file = "\(project.path)/agencies.xlsx"
    #expect(try register(project, "export", "agencies", file).exit == 0)
    #expect(try register(project, "load", "activities", file).codes == ["command.other-register"])
    #expect(try register(project, "export", "activites", file).codes == ["project.no-register"])
    try project.replace(
      "registers/agencies.csv",
      with: "data/agencies.csv",
      in: "sources/agencies.toml"
    )
    #expect(try register(project, "export", "agencies", file).codes == ["project.register-source"])
  }
}
