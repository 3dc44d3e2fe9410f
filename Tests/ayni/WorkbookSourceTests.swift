// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Workbooks

/// A sheet of a workbook as a source: what people see in its cells is what is imported, or told.
@Suite struct WorkbookSourceTests {
  private typealias Cell = CraftedWorkbook.Cell

  private static let names: [Cell] = ["id", "group", "amount", "day", "title"].map { .text($0) }

  private func project(_ bytes: [UInt8], _ settings: String = "") throws -> ScratchProject {
    let project = try ScratchProject()
    try project.write(Data(bytes), to: "data/register.xlsx")
    try project.replace(
      "register.csv\"",
      with: "register.xlsx\"\n\(settings)",
      in: "sources/register.toml"
    )
    return project
  }

  private func project(_ rows: [Int: [Cell]], _ settings: String = "") throws -> ScratchProject {
    try project(CraftedWorkbook([CraftedWorkbook.Sheet("S", rows)]).bytes, settings)
  }

  private func rows(_ project: ScratchProject) throws -> String {
    let run = try project.run()
    #expect(run.exit == 0, "\(run.messages)")
    return try Ayni.call("explain", "register", "--project", project.path).output
  }

  @Test(arguments: [
    ("1234.5599999999999", "1234.56"), ("72741516.98999999", "72741516.99"), ("0.1", "0.10"),
    ("7", "7.00"), ("1.2E3", "1200.00"), ("-0.57999999999999996", "-0.58"),
  ])
  func `a number is the one that was typed, not the one that is stored`(
    stored: String,
    typed: String
  ) throws {
    let project = try project([1: Self.names, 2: [.number("1"), .text("A"), .number(stored)]])
    let rows = try rows(project)
    #expect(rows.contains("COMPONENT=1 AMOUNT=\(typed) "), "\(rows)")
  }

  @Test func `a text keeps every digit, and is refused where it has too many`() throws {
    let project = try project([
      1: Self.names, 2: [.number("1"), .text("A"), .text("1234.5599999999999")],
    ])
    #expect(try project.run().codes.contains("import.too-many-decimals"))
  }

  @Test func `numbers keep their value where the source writes decimal commas`() throws {
    let project = try project(
      [
        1: Self.names, 2: [.text("1"), .text("A"), .number("1234.5")],
        3: [.text("2"), .text("A"), .text("2.000,25")],
      ],
      "decimal = \",\"\ngrouping = \".\""
    )
    let rows = try rows(project)
    #expect(rows.contains("COMPONENT=1 AMOUNT=1234.50 "), "\(rows)")
    #expect(rows.contains("COMPONENT=2 AMOUNT=2000.25 "), "\(rows)")
  }

  @Test func `cells that are shown as days are days, beside those that people type`() throws {
    let project = try project(
      [
        1: Self.names, 2: [.text("1"), .text("A"), .number("1"), .day("43831.25"), .day("43831")],
        3: [.text("2"), .text("A"), .number("1"), .text("31/12/2020"), .text("43831")],
      ],
      "date = \"DD/MM/YYYY\""
    )
    let rows = try rows(project)
    #expect(
      rows.contains("COMPONENT=1 AMOUNT=1.00 GROUP=A DAY=2020-01-01 TITLE=2020-01-01"),
      "\(rows)"
    )
    #expect(rows.contains("COMPONENT=2 AMOUNT=1.00 GROUP=A DAY=2020-12-31 TITLE=43831"), "\(rows)")
  }

  @Test(arguments: ["2024", "19999", "60001", "20240501", "-43831"])
  func `a number that is no day of our times is no date`(number: String) throws {
    let project = try project([
      1: Self.names, 2: [.text("1"), .text("A"), .number("1"), .number("43831")],
      3: [.text("2"), .text("A"), .number("1"), .number(number)],
    ])
    let run = try project.run()
    #expect(run.codes.contains("import.no-such-date"), "\(run.messages)")
    #expect(run.messages.contains("register.xlsx:3"), "\(run.messages)")
    let rows = try Ayni.call("explain", "register", "--project", project.path).output
    #expect(rows.contains("DAY=2020-01-01"), "\(rows)")
  }

  @Test func `days are counted from 1904 where the workbook says so, formatted or not`() throws {
    let sheet = CraftedWorkbook.Sheet(
      "S",
      [
        1: Self.names, 2: [.text("1"), .text("A"), .number("1"), .number("42369")],
        3: [.text("2"), .text("A"), .number("1"), .day("42369")],
      ]
    )
    let project = try project(CraftedWorkbook([sheet], countsFrom1904: true).bytes)
    let rows = try rows(project)
    #expect(rows.components(separatedBy: "DAY=2020-01-01").count == 3, "\(rows)")
  }

  @Test func `a cell with an hour keeps it in a text, to the second that is shown`() throws {
    let hours = ["43831.5", "43831.999999", "43831.020844907408"]
    let project = try project(
      [1: Self.names].merging(
        hours.enumerated().map { place, hour in
          (place + 2, [.text("\(place)"), .text("A"), .number("1"), .none, .day(hour)])
        }
      ) { $1 }
    )
    let rows = try rows(project)
    for hour in ["2020-01-01T12:00:00", "2020-01-02", "2020-01-01T00:30:01"] {
      #expect(rows.contains("TITLE=\(hour)"), "\(rows)")
    }
  }

  @Test func `rows are told by their number, whatever stands above and between`() throws {
    let project = try project([
      3: Self.names, 4: [.text("1"), .text("A"), .number("1")],
      7: [.text("2"), .text("Q"), .number("1")],
    ])
    let run = try project.run()
    #expect(run.codes.contains("import.unknown-code"))
    #expect(run.messages.contains("data/register.xlsx:7"), "\(run.messages)")
    #expect(try project.read(".ayni/rejected/register.csv").contains("\n7,"))
    let known = try Ayni.call("explain", "register", "--project", project.path).output
    #expect(known.contains("register.xlsx:4"), "\(known)")
  }

  @Test func `what stands beyond the names is not lost without a word`() throws {
    let project = try project([
      1: Self.names,
      2: [.text("1"), .text("A"), .number("1"), .none, .text("t"), .text(" ")],
      3: [.text("2"), .text("A"), .number("1"), .none, .text("t"), .none, .text("see note 3")],
    ])
    let run = try project.run()
    #expect(run.codes.contains("import.beside-table") && run.messages.contains("register.xlsx:3"))
    #expect(try project.read(".ayni/rejected/register.csv").contains("see note 3"))
    #expect(!run.messages.contains("register.xlsx:2"), "\(run.messages)")
  }

  @Test func `a name that stands twice, and a truth among amounts, are refused`() throws {
    let twice = try project([
      1: Self.names + [.text("amount")], 2: [.text("1"), .text("A"), .number("1")],
    ])
    #expect(try twice.run().codes == ["import.repeated-column"])
    let truth = try project([1: Self.names, 2: [.text("1"), .text("A"), .boolean(true)]])
    #expect(try truth.run().codes.contains("import.bad-number"))
  }

  @Test func `an error of the spreadsheet program is told as one, whatever the column holds`()
    throws
  {
    let project = try project([
      1: Self.names + [.text("note")], 2: [.error("#REF!"), .text("A"), .number("1")],
      3: [.text("2"), .error("#NAME?"), .number("1")],
      4: [.text("3"), .text("A"), .error("#DIV/0!")],
      5: [.text("4"), .text("A"), .number("1"), .error("#VALUE!")],
      6: [.text("5"), .text("A"), .number("1"), .none, .error("#N/A")],
      // Nobody reads the last column, and what is typed is a text.
      7: [.text("6"), .text("A"), .number("1"), .none, .text("#N/A"), .error("#N/A")],
    ])
    let run = try project.run()
    let codes = Set(run.codes.filter { $0.hasPrefix("import.") })
    #expect(codes == ["import.cell-error", "import.rows-rejected"], "\(run.messages)")
    for error in ["#REF!", "#NAME?", "#DIV/0!", "#VALUE!", "#N/A"] {
      #expect(run.messages.contains("holds \(error),"), "\(run.messages)")
    }
    let rows = try Ayni.call("explain", "register", "--project", project.path).output
    #expect(rows.contains("COMPONENT=6 ") && rows.contains("TITLE=#N/A"), "\(rows)")
    #expect(!rows.contains("COMPONENT=#REF!") && !rows.contains("COMPONENT=5"), "\(rows)")
  }

  @Test func `an error that the source counts as a blank is one`() throws {
    let project = try project(
      [
        1: Self.names, 2: [.text("1"), .text("A"), .error("#N/A"), .none, .error("#N/A")],
        3: [.text("2"), .text("A"), .error("#REF!")],
      ],
      "blank = [\"#N/A\"]"
    )
    let run = try project.run()
    #expect(
      run.messages.contains("#REF!") && !run.messages.contains("holds #N/A"),
      "\(run.messages)"
    )
    let rows = try Ayni.call("explain", "register", "--project", project.path).output
    #expect(rows.contains("COMPONENT=1 ") && !rows.contains("#N/A"), "\(rows)")
  }

  @Test func `formulas whose value nobody computed are told`() throws {
    let project = try project([
      1: Self.names, 2: [.text("1"), .text("A"), .formula("1+1", "2")],
      3: [.text("2"), .text("A"), .formula("1+1", nil)],
      4: [.text("3"), .text("A"), .formula("1+1", nil)],
    ])
    let run = try project.run()
    #expect(run.exit == 0 && run.codes.contains("import.uncomputed-formulas"), "\(run.messages)")
    #expect(run.messages.contains("register.xlsx:3"), "\(run.messages)")
    let rows = try Ayni.call("explain", "register", "--project", project.path).output
    #expect(rows.contains("COMPONENT=1 AMOUNT=2.00"), "\(rows)")
  }

  @Test func `a formula that gave no text is a blank, and one above the names is not read`() throws
  {
    let project = try project(
      [
        1: [.formula("TODAY()", nil)], 2: [.text("id")],
        3: Self.names,
        4: [.text("1"), .text("A"), .number("1"), .none, .formulaText("IF(B2=\"\",\"\",B2)", "")],
        5: [.text("2"), .text("A"), .number("1"), .none, .formulaText("B2", "roads")],
      ],
      "header = 3"
    )
    let run = try project.run()
    #expect(run.exit == 0 && run.codes.isEmpty, "\(run.messages)")
    let rows = try Ayni.call("explain", "register", "--project", project.path).output
    #expect(rows.contains("TITLE=roads") && !rows.contains("TITLE= "), "\(rows)")
  }

  @Test func `whole numbers keep every digit that the file has`() throws {
    let numbers = ["1234567890123456", "1234567890123457", "9007199254740991"]
    let project = try project(
      [1: Self.names].merging(
        numbers.enumerated().map { place, number in
          (place + 2, [.number(number), .text("A"), .number("1")])
        }
      ) { $1 }
    )
    let rows = try rows(project)
    for number in numbers { #expect(rows.contains("COMPONENT=\(number) "), "\(rows)") }
  }

  @Test func `codes that are shown with zeros in front have them, and numbers stay numbers`() throws
  {
    let project = try project([
      1: Self.names,
      2: [.threeDigits("4"), .text("A"), .threeDigits("7"), .none, .threeDigits("12")],
    ])
    let rows = try rows(project)
    #expect(rows.contains("COMPONENT=004 AMOUNT=7.00 ") && rows.contains("TITLE=012"), "\(rows)")
  }

  @Test func `numbers that are shown as percent are fractions, and told`() throws {
    let project = try project([
      1: Self.names, 2: [.text("1"), .text("A"), .number("4"), .none, .percent("0.5")],
      3: [.text("2"), .text("A"), .percent("0.04")], 4: [.text("3"), .text("A"), .percent("1")],
    ])
    let run = try project.run()
    #expect(run.exit == 0 && run.codes == ["import.percent-cells"], "\(run.messages)")
    #expect(run.messages.contains("2 rows, the first at data/register.xlsx:3"), "\(run.messages)")
    #expect(run.messages.contains("column amount"), "\(run.messages)")
    let rows = try Ayni.call("explain", "register", "--project", project.path).output
    #expect(rows.contains("COMPONENT=2 AMOUNT=0.04") && rows.contains("TITLE=0.5"), "\(rows)")
  }

  /// What is said of merged cells in a register of two rows below a title and the names.
  private func merged(_ ranges: [String]) throws -> Ayni.Answer {
    let rows: [Int: [Cell]] = [
      1: [.text("Register")], 2: Self.names + [.text("note")],
      3: [.text("1"), .text("A"), .number("4"), .day("43831"), .text("roads"), .text("n")],
      5: [.text("2"), .text("A"), .number("5")],
    ]
    let sheet = CraftedWorkbook.Sheet("S", rows, merges: ranges)
    return try project(CraftedWorkbook([sheet]).bytes, "header = 2").run()
  }

  @Test func `merged cells that leave a row without a value are told`() throws {
    let run = try merged(["A1:E1", "D2:E2", "D3:D5", "E3:E5", "F3:F5", "A8:E8"])
    #expect(run.exit == 0 && run.codes == ["import.merged-cells"], "\(run.messages)")
    #expect(run.messages.contains("data/register.xlsx:3: 2 ranges"), "\(run.messages)")
    let one = try merged(["C5:D5"])
    #expect(one.messages.contains("data/register.xlsx:5: 1 range "), "\(one.messages)")
  }

  @Test(arguments: ["A1:E1", "A1:A2", "F3:F5", "E3:F3", "A4:E4", "A9:E10", "E3:E4"])
  func `merged cells that take no value from a row are not`(range: String) throws {
    let run = try merged([range])
    #expect(run.exit == 0 && run.codes.isEmpty, "\(run.messages)")
  }

  @Test func `hours that go on beyond a day are numbers`() throws {
    let project = try project([1: Self.names, 2: [.text("1"), .text("A"), .hours("1.25")]])
    #expect(try rows(project).contains("AMOUNT=1.25 "))
  }

  @Test(arguments: [
    "<!DOCTYPE w [<!ENTITY a 'EXPANDED'>]>",
    "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>",
    "<!DOCTYPE w [<!ENTITY b 'xxxxxxxxxx'><!ENTITY a '&b;&b;&b;&b;&b;&b;&b;&b;'>]>",
  ])
  func `entities within a workbook are refused`(prologue: String) throws {
    var parts = CraftedWorkbook([
      CraftedWorkbook.Sheet(
        "S",
        [1: Self.names, 2: [.text("1"), .text("A"), .number("1"), .none, .text("xENTITYy")]]
      )
    ]).parts
    let sheet = try #require(parts.firstIndex { $0.path.hasSuffix("sheet1.xml") })
    parts[sheet].text = prologue + parts[sheet].text.replacingOccurrences(of: "ENTITY", with: "&a;")
    let project = try project(CraftedWorkbook.archive(parts))
    let run = try project.run()
    #expect(run.exit == 1 && run.codes == ["platform.xml-entity"], "\(run.messages)")
    #expect(run.messages.contains("data/register.xlsx"), "\(run.messages)")
    #expect(project.latest == nil)
  }

  @Test func `archives that are whole and workbooks that are not are told by their path`() throws {
    var parts = CraftedWorkbook([CraftedWorkbook.Sheet("S", [1: Self.names])]).parts
    let sheet = try #require(parts.firstIndex { $0.path.hasSuffix("sheet1.xml") })
    parts[sheet].text = String(parts[sheet].text.prefix(parts[sheet].text.count / 2))
    let cut = try project(CraftedWorkbook.archive(parts)).run()
    let other = try project(CraftedWorkbook.archive([("readme.txt", "no workbook")])).run()
    let empty = try project([:]).run()
    for answer in [cut, other, empty] {
      #expect(answer.exit == 1, "\(answer.messages)")
      #expect(answer.messages.contains("data/register.xlsx"), "\(answer.messages)")
      #expect(!answer.codes.contains { $0.hasPrefix("engine.") }, "\(answer.messages)")
    }
    #expect(empty.codes == ["import.empty-file"])
    #expect(other.codes.allSatisfy { $0.hasPrefix("interchange.") }, "\(other.messages)")
  }

  @Test(arguments: [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "interchange.locked-workbook"),
    (Array("<!DOCTYPE html><html></html>".utf8), "interchange.not-a-workbook"),
    (Array("id,amount\n1,5\n".utf8), "interchange.not-a-workbook"),
    ([], "interchange.not-a-workbook"), (Array("PK\u{3}\u{4}".utf8), "import.damaged-workbook"),
  ])
  func `a file that is called a workbook is told by what it is`(bytes: [UInt8], code: String) throws
  {
    let project = try project(bytes)
    let run = try project.run()
    #expect(run.codes == [code] && run.messages.contains("data/register.xlsx"), "\(run.messages)")
    let file = "\(project.path)/data/register.xlsx"
    let taken = try Ayni.call("import", file, "--name", "other", "--project", project.path)
    #expect(taken.exit != 0 && taken.codes == [code], "\(taken.messages)")
    #expect(!project.has("sources/other.toml"))
  }

  @Test func `a sheet that is not there is told with those that are`() throws {
    let project = try project([1: Self.names], "sheet = \"Sheet\"")
    let run = try project.run()
    #expect(run.codes == ["interchange.no-such-sheet"], "\(run.messages)")
    #expect(run.messages.contains("register.xlsx"))
  }
}
