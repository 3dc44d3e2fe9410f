// SPDX-License-Identifier: Apache-2.0

import Foundation
import Interchange
import Testing
import Workbooks

/// The annual round as a person runs it: forms out, returns in, problems back.
@Suite struct AnnualRoundTests {
  static let example = "Examples/annual-round"

  private func opened() throws -> ScratchProject {
    let project = try ScratchProject(copying: Self.example)
    let answer = try round(project, "open", "2025")
    #expect(answer.exit == 0, "\(answer.messages)")
    return project
  }

  private func round(
    _ project: ScratchProject,
    _ words: String...,
    environment: [String: String] = [:]
  ) throws -> Ayni.Answer {
    try Ayni.start(["round"] + words + ["--project", project.path], environment: environment)
      .finish()
  }

  private func form(_ project: ScratchProject, _ agency: String) throws -> FilledForm {
    try FilledForm("\(project.path)/rounds/2025/out/\(agency).xlsx")
  }

  /// Loads a form as somebody filled it in, in time unless said otherwise.
  private func load(
    _ form: FilledForm,
    _ project: ScratchProject,
    _ options: [String] = ["--received", "2026-03-01"],
    as name: String = "return.xlsx"
  ) throws -> Ayni.Answer {
    try project.write(form.data, to: "post/\(name)")
    let words = ["round", "load", "2025", "\(project.path)/post/\(name)"] + options
    return try Ayni.start(words + ["--project", project.path]).finish()
  }

  /// The records of the register in a year, by identifier.
  private func records(
    _ project: ScratchProject,
    _ year: String = "2025"
  ) throws -> [String: [String]] {
    let rows = try project.read("registers/activities.csv").split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return Dictionary(uniqueKeysWithValues: rows.filter { $0[1] == year }.map { ($0[0], $0) })
  }

  /// The row of an agency in the register of returns.
  private func entry(_ project: ScratchProject, _ agency: String) throws -> [String] {
    let rows = try project.read("registers/returns.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return try #require(rows.first { $0[0] == "2025" && $0[1] == agency })
  }

  /// What is said in the list of remarks of the workbook that goes back.
  private func remarks(_ project: ScratchProject, _ agency: String) throws -> [[String]] {
    let reader = try WorkbookReader(file: "\(project.path)/rounds/2025/back/\(agency).xlsx")
    guard let sheet = reader.sheets.first(where: { ["Remarks", "Remarques"].contains($0.name) })
    else { return [] }
    let found = Found()
    try reader.read(sheet) { row in
      var texts = [String](repeating: "", count: 5)
      for cell in row where cell.column <= 5 {
        if case .text(let text) = cell.content { texts[cell.column - 1] = text }
      }
      found.rows.append(texts)
    }
    return Array(found.rows.dropFirst())
  }

  private final class Found { var rows: [[String]] = [] }

  // MARK: The plain way

  @Test func `forms have last year's records, in the language of the agency`() throws {
    let project = try opened()
    let english = try WorkbookReader(file: "\(project.path)/rounds/2025/out/MOH.xlsx")
    let french = try WorkbookReader(file: "\(project.path)/rounds/2025/out/MOE.xlsx")
    #expect(english.sheets.map(\.name) == ["Return", "Records", "_lists", "_form"])
    #expect(french.sheets.map(\.name) == ["Déclaration", "Enregistrements", "_lists", "_form"])
    #expect(english.sheets.map(\.isHidden) == [false, false, true, true])
    let texts = Found()
    try french.read(french.sheets[1]) { row in
      texts.rows.append(
        row.map { if case .text(let text) = $0.content { text } else { "\($0.content)" } }
      )
    }
    #expect(texts.rows[1].contains("Pays partenaire *"))
    #expect(texts.rows[2].contains("Ghana [GHA]") && texts.rows[2].contains("non"))
    #expect(try entry(project, "MOH")[2] == "OUTSTANDING")
  }

  /// The Ministry of Education returns its form without a record, and says that there is nothing to report.
  private func answerNil(_ project: ScratchProject) throws {
    var form = try form(project, "MOE")
    form.removeRow(3)
    form.answerNil("oui")
    let answer = try load(form, project)
    #expect(answer.exit == 0, "\(answer.messages)")
    #expect(try entry(project, "MOE")[2] == "NIL")
  }

  @Test func `records are blank until an agency answers, and zero only where it says so`() throws {
    let project = try opened()
    #expect(try entry(project, "MOH")[5...6] == ["", ""])
    try answerNil(project)
    #expect(try entry(project, "MOE")[5...6] == ["0", "0"])
    // The register is read again with its blanks, and what others answered leaves them as they are.
    #expect(try entry(project, "MOH")[5...6] == ["", ""])
  }

  @Test func `a return adds records, numbers new ones, and loading it twice changes nothing`()
    throws
  {
    let project = try opened()
    var form = try form(project, "MOH")
    form.enter("Clinic for mothers", "TITLE", row: 5)
    form.enter("Kenya [KEN]", "PARTNER", row: 5)
    form.enter("A", "MODALITY_GROUP", row: 5)
    form.enter(.number("2500.5"), "AMOUNT", row: 5)
    let first = try load(form, project)
    #expect(first.exit == 0, "\(first.messages)")
    #expect(first.messages.contains("3 new, 0 corrected"))
    let records = try records(project)
    #expect(records.keys.sorted() == ["MOH-2024-001", "MOH-2024-002", "MOH-2025-001"])
    #expect(
      records["MOH-2025-001"] == [
        "MOH-2025-001", "2025", "MOH", "Clinic for mothers", "KEN", "A", "", "2500.50", "", "", "",
      ]
    )
    #expect(try entry(project, "MOH")[2] == "RETURNED")
    let before = try project.read("registers/activities.csv")
    let returns = try project.read("registers/returns.csv")
    let second = try load(form, project, ["--received", "2026-03-05"])
    #expect(second.messages.contains("nothing was changed"))
    #expect(try project.read("registers/activities.csv") == before)
    #expect(try project.read("registers/returns.csv") == returns)
    // The workbook as it came is kept under its digest.
    #expect(project.has("data/returns/\(try entry(project, "MOH")[9]).xlsx"))
  }

  @Test func `the same return with one change corrects that record and says which`() throws {
    let project = try opened()
    var form = try form(project, "MOH")
    form.enter("Clinic for mothers", "TITLE", row: 5)
    form.enter("KEN", "PARTNER", row: 5)
    form.enter("A", "MODALITY_GROUP", row: 5)
    #expect(try load(form, project).exit == 0)
    form.enter("Clinic for mothers and children", "TITLE", row: 5)
    let answer = try load(form, project, as: "again.xlsx")
    #expect(answer.messages.contains("0 new, 1 corrected, 2 as they were"))
    #expect(answer.messages.contains("corrected: MOH-2025-001"))
    #expect(try records(project)["MOH-2025-001"]?[3] == "Clinic for mothers and children")
    // The first workbook, found again on a stick, does not bring the old title back.
    let old = try Ayni.call(
      "round",
      "load",
      "2025",
      "\(project.path)/post/return.xlsx",
      "--project",
      project.path
    )
    #expect(old.messages.contains("which a later one replaced"))
    #expect(try records(project)["MOH-2025-001"]?[3] == "Clinic for mothers and children")
  }

  @Test func `returns give the same registers in whatever order they come`() throws {
    var registers: Set<String> = []
    for order in [["MOA", "MOE", "MOH"], ["MOH", "MOE", "MOA"], ["MOE", "MOH", "MOA"]] {
      let project = try opened()
      for agency in order {
        var form = try form(project, agency)
        form.enter("New of \(agency)", "TITLE", row: 9)
        form.enter("GHA", "PARTNER", row: 9)
        form.enter("C", "MODALITY_GROUP", row: 9)
        #expect(try load(form, project, as: "\(agency).xlsx").exit == 0)
      }
      registers.insert(
        try project.read("registers/activities.csv") + project.read("registers/returns.csv")
      )
    }
    #expect(registers.count == 1)
  }

  @Test func `what went back can be corrected and sent again`() throws {
    let project = try opened()
    var form = try form(project, "MOH")
    form.enter("about 500", "AMOUNT", row: 3)
    let first = try load(form, project)
    #expect(first.exit == 1)
    #expect(try records(project)["MOH-2024-001"]?[7] == "")
    #expect(try records(project)["MOH-2024-001"]?[10] == "AMOUNT=unreadable")
    let said = try remarks(project, "MOH")
    #expect(said.map { $0[1] } == ["Amount in USD"])
    #expect(said[0][2] == "to correct" && said[0][3].contains("no number that fits there"))
    var back = try FilledForm("\(project.path)/rounds/2025/back/MOH.xlsx")
    back.enter(.number("500"), "AMOUNT", row: 3)
    let second = try load(back, project, as: "corrected.xlsx")
    #expect(second.exit == 0, "\(second.messages)")
    #expect(try records(project)["MOH-2024-001"]?[7] == "500.00")
    #expect(try records(project)["MOH-2024-001"]?[10] == "")
    #expect(try entry(project, "MOH")[6] == "0")
  }

  // MARK: Nil, late, signed off

  @Test func `an agency may say that it has nothing to report`() throws {
    let project = try opened()
    try answerNil(project)
    #expect(try records(project).isEmpty)
    #expect(try records(project, "2024").count == 4)
  }

  @Test func `a yes beside rows, and neither rows nor a yes, are told to the agency`() throws {
    let project = try opened()
    var both = try form(project, "MOE")
    both.answerNil("oui")
    #expect(try load(both, project).exit == 1)
    #expect(try remarks(project, "MOE").contains { $0[3].contains("mais il y a des lignes") })
    #expect(try records(project).count == 1)
    var neither = try form(project, "MOA")
    neither.removeRow(3)
    #expect(try load(neither, project, as: "empty.xlsx").exit == 1)
    #expect(try entry(project, "MOA")[2] == "OUTSTANDING")
    #expect(try remarks(project, "MOA").contains { $0[3].contains("there are no rows") })
  }

  @Test func `a return after the due date is late, a correction of one in time is not`() throws {
    let project = try opened()
    let moh = try form(project, "MOH")
    #expect(try load(moh, project, ["--received", "2026-04-01"]).messages.contains("due date"))
    #expect(try entry(project, "MOH")[2] == "LATE")
    var moa = try form(project, "MOA")
    #expect(try load(moa, project, ["--received", "2026-03-31"], as: "a.xlsx").exit == 0)
    moa.enter(.number("1"), "AMOUNT", row: 3)
    #expect(try load(moa, project, ["--received", "2026-05-01"], as: "b.xlsx").exit == 0)
    #expect(try entry(project, "MOA")[2] == "RETURNED")
    let status = try round(project, "status", "2025")
    #expect(status.messages.contains("1 of 3 agencies returned in time"))
    #expect(status.messages.contains("late: 1, outstanding: 1"))
    let french = try round(project, "status", "2025", "--lang", "fr")
    #expect(french.output.contains("en attente") && french.messages.contains("en retard : 1"))
  }

  @Test func `a signed-off return changes only where it is opened again`() throws {
    let project = try opened()
    #expect(
      try round(project, "sign-off", "2025", "MOH", "--by", "A").codes == [
        "cooperation.nothing-to-sign"
      ]
    )
    var form = try form(project, "MOH")
    #expect(try load(form, project).exit == 0)
    let signed = try round(project, "sign-off", "2025", "MOH", "--by", "The director")
    #expect(signed.exit == 0)
    #expect(try entry(project, "MOH")[7] == "The director")
    let before = try entry(project, "MOH")
    var moved = form
    moved.swapColumns(2, 3)
    let same = try load(moved, project)
    #expect(same.exit == 0 && same.messages.contains("nothing was changed"))
    #expect(try entry(project, "MOH") == before)
    form.enter(.number("7"), "AMOUNT", row: 3)
    let refused = try load(form, project)
    #expect(refused.codes == ["cooperation.return-signed-off"])
    #expect(try records(project)["MOH-2024-001"]?[7] == "")
    let opened = try load(form, project, ["--received", "2026-03-01", "--reopen"])
    #expect(opened.exit == 0)
    #expect(try records(project)["MOH-2024-001"]?[7] == "7.00")
    #expect(try entry(project, "MOH")[7] == "")
  }

  // MARK: What should not have been sent

  @Test func `a return of another year, project or agency is refused and changes nothing`() throws {
    let project = try opened()
    let before =
      try project.read("registers/activities.csv") + project.read("registers/returns.csv")
    for (row, text, code) in [
      (2, "other", "return-other-project"), (3, "2024", "return-other-year"),
      (4, "MOX", "return-other-agency"),
    ] {
      var form = try form(project, "MOH")
      form.identify(row, text)
      #expect(try load(form, project).codes == ["cooperation.\(code)"])
    }
    let form = try form(project, "MOH")
    #expect(
      try load(form, project, ["--agency", "MOA"]).codes == ["cooperation.return-other-agency"]
    )
    var anonymous = form
    anonymous.removeSheet("_form")
    #expect(try load(anonymous, project).codes == ["cooperation.return-unknown"])
    var numberless = form
    numberless.removeColumn("ACTIVITY")
    #expect(try load(numberless, project).codes == ["cooperation.return-without-identifiers"])
    try project.write("not a workbook", to: "post/x.xlsx")
    let text = try round(project, "load", "2025", "\(project.path)/post/x.xlsx")
    #expect(text.codes == ["interchange.not-a-workbook"])
    #expect(
      try project.read("registers/activities.csv") + project.read("registers/returns.csv") == before
    )
  }

  @Test func `one refused workbook keeps no other out`() throws {
    let project = try opened()
    try project.write("not a workbook", to: "post/a.xlsx")
    try project.write(try form(project, "MOH").data, to: "post/b.xlsx")
    let answer = try round(
      project,
      "load",
      "2025",
      "\(project.path)/post/a.xlsx",
      "\(project.path)/post/b.xlsx"
    )
    #expect(answer.exit == 1)
    #expect(try records(project).count == 2)
  }

  @Test func `everything that goes wrong with a form is answered at once, and no row is lost`()
    throws
  {
    let project = try opened()
    var form = try form(project, "MOE")
    form.swapColumns(2, 6)
    form.enter("03/04/2025", "START", row: 3)
    form.enter("Atlantide", "PARTNER", row: 3)
    form.enter(.formula("1+1", "2"), "PERSONS", row: 3)
    form.enter("Sages-femmes", "TITLE", row: 4)
    form.enter("Kenya", "PARTNER", row: 4)
    form.enter("in kind, valued", "MODALITY_GROUP", row: 4)
    form.enter("12 mars 2025", "START", row: 4)
    form.enter("Sans pays", "TITLE", row: 5)
    form.merge("D4:D5")
    form.add("Brouillon", isHidden: true)
    form.add("Calculs", isHidden: false)
    let answer = try load(form, project)
    #expect(answer.exit == 1, "\(answer.messages)")
    // Columns moved in the sheet are known by the hidden row above them.
    let records = try records(project)
    #expect(records.keys.sorted() == ["MOE-2024-001", "MOE-2025-001", "MOE-2025-002"])
    let said = try remarks(project, "MOE").map { $0[3] }
    for words in [
      "deux façons", "pas dans la liste", "contient une formule", "comme texte et a été lu",
      "sont fusionnées", "demande Pays partenaire", "Brouillon est cachée", "Calculs n'est pas",
    ] { #expect(said.contains { $0.contains(words) }, "\(words): \(said)") }
    #expect(records["MOE-2025-001"]?[6] == "2025-03-12")
  }

  @Test func `a record that was removed from the sheet is kept, and asked about once`() throws {
    let project = try opened()
    var form = try form(project, "MOH")
    form.removeRow(4)
    let answer = try load(form, project)
    #expect(answer.messages.contains("1 record stood in the form and is gone"))
    #expect(try records(project, "2024").count == 4)
    #expect(try records(project).keys.sorted() == ["MOH-2024-001"])
    #expect(try remarks(project, "MOH").contains { $0[2] == "question" })
    var back = try FilledForm("\(project.path)/rounds/2025/back/MOH.xlsx")
    back.removeRow(4)
    let second = try load(back, project, as: "again.xlsx")
    #expect(!second.messages.contains("is gone"), "\(second.messages)")
  }

  @Test
  func `copied rows and foreign identifiers become activities of their own, and are asked about`()
    throws
  {
    let project = try opened()
    var form = try form(project, "MOH")
    form.enter("MOH-2024-001", "ACTIVITY", row: 5)
    form.enter("Copied", "TITLE", row: 5)
    form.enter("MOA-2024-001", "ACTIVITY", row: 6)
    form.enter("Of another", "TITLE", row: 6)
    _ = try load(form, project)
    let records = try records(project)
    #expect(records["MOH-2025-001"]?[3] == "Copied")
    #expect(records["MOH-2025-002"]?[3] == "Of another")
    #expect(try self.records(project, "2024")["MOA-2024-001"]?[3] == "Seeds for dry soils")
    #expect(try remarks(project, "MOH").count { $0[3].contains("none of the agency's") } == 2)
  }

  @Test func `what the checks found stands beside the cells of a workbook that goes back`() throws {
    let project = try opened()
    try project.write(
      """
      kind = "cooperation.check"
      inputs = ["activities"]
      outputs = ["findings"]
      [parameters]
      structure = "FINDINGS"
      as_of = "2026-03-31"
      [parameters.registers]
      activities = "components"
      [parameters.groups]
      A = "money"
      B = "money-and-quantity"
      C = "quantity"
      """,
      to: "steps/findings.toml"
    )
    try project.write(Self.findings, to: "structures/FINDINGS.toml")
    // The rules know components and their measures by these names.
    let names = [
      "\"ACTIVITY\"": "\"COMPONENT\"", "ACTIVITY = ": "COMPONENT = ", "TITLE": "UNIT",
      "PERSONS": "QUANTITY", "type = \"integer\"": "type = \"decimal\"",
    ]
    for file in ["structures/ACTIVITIES.toml", "sources/activities.toml", "rounds/2025.toml"] {
      for (old, new) in names { try project.replace(old, with: new, in: file) }
    }
    #expect(try round(project, "open", "2025").exit == 0)
    var form = try form(project, "MOH")
    form.enter("No money", "UNIT", row: 5)
    form.enter("KEN", "PARTNER", row: 5)
    form.enter("A", "MODALITY_GROUP", row: 5)
    #expect(try load(form, project).exit == 0)
    #expect(try remarks(project, "MOH").isEmpty)
    let answer = try round(project, "back", "2025", "MOH")
    #expect(answer.exit == 0, "\(answer.messages)")
    let said = try remarks(project, "MOH")
    #expect(said.contains { $0[0] == "F5" && $0[1] == "Amount in USD" }, "\(said)")
  }

  private static let findings = """
    id = "FINDINGS"
    name = "Findings"
    [[dimension]]
    id = "RULE"
    name = "Rule"
    type = "text"
    [[dimension]]
    id = "REGISTER"
    name = "Register"
    type = "text"
    [[dimension]]
    id = "RECORD"
    name = "Record"
    type = "text"
    [[dimension]]
    id = "FIELD"
    name = "Field"
    type = "text"
    [[dimension]]
    id = "CODE"
    name = "Code"
    type = "text"
    [[measure]]
    id = "LINE"
    name = "Line"
    type = "integer"
    [[attribute]]
    id = "OUTCOME"
    name = "Outcome"
    type = "text"
    """

  // MARK: The machine fails

  @Test(arguments: [
    "cooperation.round-kept-workbook", "cooperation.round-wrote-register",
    "cooperation.round-wrote-returns", "platform.rename", "platform.fsync",
  ])
  func `killed while a return is loaded, a second loading mends it`(point: String) throws {
    let whole = try opened()
    var form = try form(whole, "MOH")
    form.enter("New", "TITLE", row: 5)
    form.enter("KEN", "PARTNER", row: 5)
    form.enter("A", "MODALITY_GROUP", row: 5)
    #expect(try load(form, whole).exit == 0)
    for passage in 0..<4 {
      let project = try opened()
      try project.write(form.data, to: "post/return.xlsx")
      let killed = try round(
        project,
        "load",
        "2025",
        "\(project.path)/post/return.xlsx",
        "--received",
        "2026-03-01",
        environment: ["AYNI_FAILPOINT": "\(point)=kill:after \(passage)"]
      )
      if passage == 0 { #expect(killed.isKilled, "\(point)") }
      let answer = try load(form, project)
      #expect(answer.exit == 0, "\(point) \(passage): \(answer.messages)")
      for file in ["registers/activities.csv", "registers/returns.csv"] {
        #expect(try project.read(file) == whole.read(file), "\(point) \(passage) \(file)")
      }
      #expect(project.has("rounds/2025/back/MOH.xlsx"))
    }
  }

  // MARK: What is published

  @Test func `an activity whose partner nobody could read is counted, published and explained`()
    throws
  {
    let project = try opened()
    var form = try form(project, "MOH")
    form.enter("Atlantis", "PARTNER", row: 3)
    #expect(try load(form, project).exit == 1)
    let run = try project.run()
    #expect(run.exit == 0, "\(run.messages)")
    let answer = try Ayni.call(
      "explain",
      "totals",
      "PARTNER=_U",
      "TIME_PERIOD=2025",
      "--project",
      project.path
    )
    #expect(answer.output.contains("ACTIVITIES=1"), "\(answer.messages)")
    #expect(answer.output.contains("ACTIVITY=MOH-2024-001"))
  }

  @Test func `lists of a form offer no total`() throws {
    let project = try ScratchProject(copying: Self.example)
    try project.replace(
      "required = [",
      with: "without = [\"BOL\"]\nrequired = [",
      in: "rounds/2025.toml"
    )
    #expect(try round(project, "open", "2025").exit == 0)
    var form = try form(project, "MOA")
    form.enter("Bolivia", "PARTNER", row: 3)
    #expect(try load(form, project).exit == 1)
    form.enter("Ghana", "PARTNER", row: 3)
    #expect(try load(form, project).exit == 0)
  }

  @Test func `totals state who answered, in English and French, on pages and in workbooks`() throws
  {
    let project = try opened()
    try project.replace("ROUND = \"2024\"", with: "ROUND = \"2025\"", in: "views/totals.toml")
    try project.replace("Round 2024", with: "Round 2025", in: "views/totals.toml")
    try project.replace("Collecte 2024", with: "Collecte 2025", in: "views/totals.toml")
    var form = try form(project, "MOE")
    form.removeRow(3)
    form.answerNil("oui")
    #expect(try load(form, project).exit == 0)
    #expect(try load(try self.form(project, "MOH"), project, as: "b.xlsx").exit == 0)
    let answer = try project.run()
    #expect(answer.exit == 0, "\(answer.messages)")
    let release = "releases/\(try #require(project.latest))"
    let english = "Round 2025: 2 of 3 agencies returned (nil return: 1); outstanding: 1"
    let french = "Collecte 2025 : 2 administrations sur 3 ont répondu (néant : 1) ; en attente : 1"
    // On pages the spaces before French marks do not break.
    let unbroken = french.replacing(" :", with: "\u{A0}:").replacing(" ;", with: "\u{A0};")
    #expect(try project.read("\(release)/site/en/totals.html").contains(english))
    #expect(try project.read("\(release)/site/fr/totals.html").contains(unbroken))
    #expect(try project.read("\(release)/site/en/index.html").contains(english))
    let reader = try WorkbookReader(file: "\(project.path)/\(release)/spreadsheets/totals.xlsx")
    let about = try #require(reader.sheets.first { $0.name == "About" })
    let found = Found()
    try reader.read(about) { row in
      found.rows.append(row.map { if case .text(let text) = $0.content { text } else { "" } })
    }
    #expect(found.rows.contains(["Coverage", english]))
    #expect(found.rows.contains(["Couverture", french]))
  }

  @Test func `a round that does not fit its register is told with everything that is wrong`() throws
  {
    let project = try ScratchProject(copying: Self.example)
    try project.replace("year = \"TIME_PERIOD\"", with: "year = \"START\"", in: "rounds/2025.toml")
    try project.replace(
      "\"TITLE\", \"PARTNER\", \"MODALITY_GROUP\"]",
      with: "\"TITEL\"]",
      in: "rounds/2025.toml"
    )
    let answer = try round(project, "open", "2025")
    #expect(answer.exit == 2)
    #expect(answer.codes.sorted() == ["cooperation.round-component", "cooperation.round-key"])
    #expect(
      try Ayni.call("check", "--project", project.path).codes.sorted()
        == ["cooperation.round-component", "cooperation.round-key"]
    )
    #expect(try round(project, "open", "2031").codes == ["cooperation.no-round"])
  }
}
