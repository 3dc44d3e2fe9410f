// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Workbooks

/// What `ayni import` writes passes `check`, `run` and `publish` as it is, for ordinary files.
@Suite struct ImportTests {
  /// A file is taken in, and its dataset published without a word being corrected.
  private func published(_ data: Data, as name: String) throws -> (ScratchProject, rows: String) {
    let project = try ScratchProject()
    let file = "\(project.path)/outside/\(name)"
    try project.write(data, to: "outside/\(name)")
    let taken = try Ayni.call("import", file, "--name", "new", "--project", project.path)
    #expect(taken.exit == 0, "\(taken.messages)")
    try project.replace("\"totals\", \"register\"", with: "\"new\"", in: "ayni.toml")
    let check = try Ayni.call("check", "--project", project.path)
    #expect(check.exit == 0, "\(check.messages)")
    let run = try project.run()
    #expect(run.exit == 0, "\(run.messages)")
    #expect(project.latest != nil, "\(run.messages)")
    return (project, try Ayni.call("explain", "new", "--project", project.path).output)
  }

  private func published(
    _ text: String,
    as name: String = "new.csv"
  ) throws -> (ScratchProject, rows: String) {
    try published(Data(text.utf8), as: name)
  }

  @Test func `semicolons with decimal commas and a column YEAR`() throws {
    let (project, rows) = try published(
      "Pays;YEAR;Secteur;Montant\nKEN;2020;A;1,5\nKEN;2021;A;2,25\nUGA;2020;B;1200,00\nUGA;2021;B;\n"
    )
    #expect(rows.contains("PAYS=KEN SECTEUR=A TIME_PERIOD=2020 MONTANT=1.50"))
    let structure = try project.read("structures/NEW.toml")
    #expect(structure.contains("[[dimension]]\nid = \"TIME_PERIOD\"\nname = \"YEAR\"\ntime = true"))
    #expect(structure.contains("[[measure]]\nid = \"MONTANT\""))
    #expect(try project.read("sources/new.toml").contains("TIME_PERIOD = \"YEAR\""))
  }

  @Test func `a word among amounts is told with its line, and goes under blank`() throws {
    let project = try ScratchProject()
    try project.write(
      "id;amount\n1;10,5\n\n2;unknown\n3;20,5\n4;30,5\n5;40,25\n",
      to: "outside/new.csv"
    )
    let words = ["import", "\(project.path)/outside/new.csv", "--project", project.path]
    let taken = try Ayni.start(words).finish()
    #expect(taken.exit == 0 && taken.codes.contains("import.mixed-column"), "\(taken.messages)")
    #expect(taken.messages.contains("new.csv:4") && taken.messages.contains("1 of its 5 values"))
    #expect(!taken.messages.contains("unknown"))
    #expect(
      try project.read("structures/NEW.toml").contains(
        "id = \"AMOUNT\"\nname = \"amount\"\ntype = \"text\""
      )
    )
    // What the remedy says, done.
    try project.replace(
      "type = \"text\"",
      with: "type = \"decimal\"\ndecimals = 2",
      in: "structures/NEW.toml"
    )
    try project.replace(
      "[columns]",
      with: "blank = [\"unknown\"]\n[columns]",
      in: "sources/new.toml"
    )
    let run = try project.run()
    #expect(run.exit == 0, "\(run.messages)")
    let rows = try Ayni.call("explain", "new", "--project", project.path).output
    #expect(rows.contains("AMOUNT=40.25"), "\(rows)")
  }

  /// A project with `loans`, whose structure and source a person has corrected.
  private func corrected() throws -> ScratchProject {
    let project = try ScratchProject()
    try project.write("id,amount\nL1,5\nL2,6\n", to: "outside/loans.csv")
    let taken = try Ayni.call(
      "import",
      "\(project.path)/outside/loans.csv",
      "--project",
      project.path
    )
    #expect(taken.exit == 0, "\(taken.messages)")
    try project.replace(
      "name = \"amount\"",
      with: "name = \"Dollars\"",
      in: "structures/LOANS.toml"
    )
    try project.replace(
      "structure = ",
      with: "# file = \"by hand\"\nblank = [\"unknown\"]\nstructure = ",
      in: "sources/loans.toml"
    )
    try project.replace("\"totals\", \"register\"", with: "\"loans\"", in: "ayni.toml")
    return project
  }

  private func replace(
    with text: String,
    as file: String,
    in project: ScratchProject,
    _ options: String...
  ) throws -> Ayni.Answer {
    try project.write(text, to: "outside/\(file)")
    let words = ["import", "\(project.path)/outside/\(file)", "--replace"]
    return try Ayni.start(words + ["--project", project.path] + options).finish()
  }

  @Test func `a newer file of the same data leaves what was corrected by hand`() throws {
    let project = try corrected()
    let before = try project.read("sources/loans.toml")
    let newer = try replace(
      with: "id,amount\nL1,5\nL2,unknown\nL3,7\n",
      as: "march.csv",
      in: project,
      "--name",
      "loans"
    )
    #expect(newer.exit == 0, "\(newer.messages)")
    let after = try project.read("sources/loans.toml")
    let changed = zip(before.split(separator: "\n"), after.split(separator: "\n")).filter {
      $0 != $1
    }
    #expect(changed.count == 1 && changed[0].1.hasPrefix("file = \"data/loans-"), "\(after)")
    #expect(try project.read("structures/LOANS.toml").contains("Dollars"))
    let run = try project.run()
    #expect(run.exit == 0, "\(run.messages)")
    let rows = try Ayni.call("explain", "loans", "--project", project.path).output
    #expect(rows.contains("ID=L3 AMOUNT=7"), "\(rows)")
    // The same file once more changes nothing.
    let again = try replace(
      with: "id,amount\nL1,5\nL2,unknown\nL3,7\n",
      as: "loans.csv",
      in: project
    )
    #expect(again.exit == 0)
    #expect(try project.read("sources/loans.toml") == after)
  }

  @Test func `a newer file mends a project whose file is gone, whatever its source is called`()
    throws
  {
    let project = try corrected()
    let text = try project.read("sources/loans.toml")
    let old = try #require(text.split(separator: "\"").first { $0.hasPrefix("data/loans-") })
    // As an editor on Windows writes it, below another folder and with a hyphen.
    try project.write(
      text.replacingOccurrences(of: "\n", with: "\r\n"),
      to: "sources/2025/loan-register.toml"
    )
    for path in ["sources/loans.toml", String(old)] {
      try FileManager.default.removeItem(atPath: "\(project.path)/\(path)")
    }
    try project.replace("\"loans\"", with: "\"loan-register\"", in: "ayni.toml")
    #expect(try project.run().codes == ["project.missing-file"])
    let newer = try replace(with: "id,amount\nL9,5\n", as: "loan-register.csv", in: project)
    #expect(newer.exit == 0, "\(newer.messages)")
    #expect(newer.output.hasSuffix("sources/2025/loan-register.toml\n"), "\(newer.output)")
    let after = try project.read("sources/2025/loan-register.toml")
    #expect(after.contains("file = \"data/loan-register-") && after.contains("\r\n"))
    let run = try project.run()
    #expect(run.exit == 0, "\(run.messages)")
  }

  @Test func `a newer file that fits no source changes nothing`() throws {
    let project = try corrected()
    let before = try project.read("sources/loans.toml")
    let unknown = try replace(with: "id,amount\nL1,5\n", as: "loan.csv", in: project)
    #expect(unknown.exit == 2 && unknown.codes == ["import.no-such-source"], "\(unknown.messages)")
    #expect(unknown.messages.contains("did you mean loans?"))
    let workbook = try replace(with: "x", as: "loans.xlsx", in: project)
    #expect(workbook.exit == 2 && workbook.codes == ["import.other-type"], "\(workbook.messages)")
    #expect(try project.read("sources/loans.toml") == before)
    // A name that is written in another way cannot be changed without touching what a person wrote.
    let line = try #require(before.split(separator: "\n").first { $0.hasPrefix("file =") })
    let name = line.dropFirst(8).dropLast()
    try project.replace(
      String(line),
      with: "file = \"\"\"\\\n  \(name)\"\"\"",
      in: "sources/loans.toml"
    )
    let spread = try replace(with: "id,amount\nL1,5\n", as: "loans.csv", in: project)
    #expect(spread.exit == 2 && spread.codes == ["import.file-line"], "\(spread.messages)")
    let both = try replace(with: "id,amount\nL1,5\n", as: "loans.csv", in: project, "--dry-run")
    #expect(both.exit == 2, "\(both.messages)")
  }

  @Test func `rows of nothing but delimiters are left out, and counted`() throws {
    let project = try ScratchProject()
    try project.write(
      "id,group,amount,day,title\n1,A,1.00,,x\n,,,,\n2,B,2.00,,y\n , ,\u{A0},,\n",
      to: "data/register.csv"
    )
    let run = try project.run()
    #expect(run.exit == 0 && run.codes == ["import.empty-rows"], "\(run.messages)")
    #expect(run.messages.contains("2 rows, the first at data/register.csv:3"), "\(run.messages)")
    let total = try Ayni.call("explain", "totals", "GROUP=_T", "--project", project.path).output
    #expect(total.contains("AMOUNT=3.00 COMPONENTS=2"), "\(total)")
  }

  @Test(
    arguments: [
      ("a;1.234\nb;12.000\n", "import.ambiguous-number"), ("a;1.234\nb;12.00\n", nil),
      ("a;0.234\nb;12.000\n", nil), ("a;03/04/2024\nb;12/01/2024\n", "import.ambiguous-date"),
      ("a;03/04/2024\nb;13/01/2024\n", nil), ("a;2024-03-04\nb;2024-01-12\n", nil),
    ] as [(String, String?)]
  )
  func `what can be read in two ways is told while it is guessed`(
    rows: String,
    code: String?
  ) throws {
    let project = try ScratchProject()
    try project.write("id;value\n\(rows)", to: "outside/two.csv")
    let taken = try Ayni.call(
      "import",
      "\(project.path)/outside/two.csv",
      "--project",
      project.path
    )
    let codes = taken.codes.filter { $0.hasPrefix("import.") }
    #expect(taken.exit == 0 && codes == [code].compactMap(\.self), "\(taken.messages)")
    if code != nil { #expect(taken.messages.contains("outside/two.csv:2"), "\(taken.messages)") }
  }

  @Test func `tabs and months`() throws {
    let (_, rows) = try published(
      "region\tperiod\tvalue\nNorth\t2020-01\t5\nNorth\t2020-02\t6\nSouth\t2020-01\t7\n"
    )
    #expect(rows.contains("REGION=North TIME_PERIOD=2020-02 VALUE=6"))
  }

  @Test(arguments: [" ", "\u{A0}", "\u{202F}"])
  func `spaces between thousands, plain or not to be broken`(space: String) throws {
    let (_, rows) = try published(
      "area,year,population\nAA,2020,1\(space)200\nBB,2020,13\(space)400\(space)500\nCC,2020,950\n"
    )
    #expect(rows.contains("AREA=BB TIME_PERIOD=2020 POPULATION=13400500"))
  }

  @Test func `commas between thousands and quoted fields`() throws {
    let (_, rows) = try published("name,price\n\"a, b\",\"1,200\"\nc,\"13,400.50\"\n")
    #expect(rows.contains("PRICE=1200.0") && rows.contains("PRICE=13400.5"))
  }

  @Test func `dates of a register with the day first`() throws {
    let (_, rows) = try published(
      "id,day,amount,note\n1,31/12/2020,5.5,first\n2,01/02/2021,6,second\n3,,7.25,\"third, one\"\n"
    )
    #expect(rows.contains("ID=2 AMOUNT=6.00 DAY=2021-02-01"))
  }

  @Test func `codes with their labels beside them`() throws {
    let (project, _) = try published(
      """
      country_code,country,sector_code,sector,year,usd
      KEN,Kenya,0110,Education,2020,100
      KEN,Kenya,0120,Health,2020,200
      UGA,Uganda,0110,Education,2020,50

      """
    )
    let structure = try project.read("structures/NEW.toml")
    for id in ["COUNTRY_CODE", "SECTOR_CODE"] {
      #expect(structure.contains("[[dimension]]\nid = \"\(id)\""))
    }
    for id in ["COUNTRY", "SECTOR"] { #expect(structure.contains("[[attribute]]\nid = \"\(id)\"")) }
    #expect(structure.contains("[[measure]]\nid = \"USD\""))
  }

  @Test func `a workbook with days, whole numbers and computed ones`() throws {
    let (_, rows) = try published(
      SmallWorkbook.data([
        [.text("ref"), .text("day"), .text("amount"), .text("share"), .text("year")],
        [
          .text("P1"), .day(43_831), .number("1200.5"), .number("0.30000000000000004"),
          .number("2020"),
        ],
        [.text("P2"), .empty, .number("13400"), .number("0.5"), .number("2020")],
      ]),
      as: "new.xlsx"
    )
    #expect(rows.contains("REF=P1 TIME_PERIOD=2020 AMOUNT=1200.5 SHARE=0.3"))
    #expect(rows.contains("DAY=2020-01-01"))
  }

  @Test func `a workbook with titles above the names of its columns`() throws {
    let (project, rows) = try published(
      SmallWorkbook.data([
        [.text("Ministry of cooperation, activities of 2024")], [],
        [.text("ref"), .text("partner"), .text("amount")],
        [.text("P1"), .text("KEN"), .number("1200.5")],
        [.text("P2"), .text("GHA"), .number("13400")],
      ]),
      as: "new.xlsx"
    )
    #expect(try project.read("sources/new.toml").contains("header = 3\n"))
    #expect(rows.contains("REF=P2 AMOUNT=13400.0"), "\(rows)")
    #expect(rows.contains(".xlsx:5"), "\(rows)")
  }

  private func workbook(_ sheets: [CraftedWorkbook.Sheet]) throws -> ScratchProject {
    let project = try ScratchProject()
    try project.write(Data(CraftedWorkbook(sheets).bytes), to: "outside/new.xlsx")
    return project
  }

  private func take(
    _ file: String = "new.xlsx",
    in project: ScratchProject,
    _ options: String...
  ) throws -> Ayni.Answer {
    let words = ["import", "\(project.path)/outside/\(file)", "--project", project.path]
    return try Ayni.start(words + options).finish()
  }

  private static let rows: [Int: [CraftedWorkbook.Cell]] = [
    1: [.text("ref"), .text("amount")], 2: [.text("P1"), .number("5")],
  ]

  @Test func `the first sheet that is not hidden is taken, and the others are told`() throws {
    let project = try workbook([
      .init("Lists", [1: [.text("a")]], isHidden: true), .init("Grants", Self.rows),
      .init("Empty", [:]), .init("Loans", [1: [.text("code")], 2: [.text("L7")]]),
    ])
    let taken = try take(in: project)
    #expect(taken.exit == 0 && taken.codes.first == "import.other-sheets", "\(taken.messages)")
    #expect(taken.messages.contains("“Grants” is taken") && taken.messages.contains("“Loans”"))
    #expect(!taken.messages.contains("Lists") && !taken.messages.contains("Empty"))
    #expect(try project.read("sources/new.toml").contains("sheet = \"Grants\"\n"))
    let chosen = try take(in: project, "--sheet", "Loans", "--name", "loans")
    #expect(chosen.exit == 0 && !chosen.messages.contains("warning"), "\(chosen.messages)")
    #expect(try project.read("sources/loans.toml").contains("sheet = \"Loans\"\n"))
    let run = try project.run()
    #expect(run.exit == 0, "\(run.messages)")
    let loans = try Ayni.call("explain", "loans", "--project", project.path).output
    #expect(loans.contains("=L7"), "\(loans)")
    // A source that names no sheet reads the same one.
    try project.replace("sheet = \"Grants\"\n", with: "", in: "sources/new.toml")
    #expect(try project.run().exit == 0)
    let grants = try Ayni.call("explain", "new", "--project", project.path).output
    #expect(grants.contains("REF=P1 AMOUNT=5"), "\(grants)")
  }

  @Test func `where all sheets are hidden the first is taken`() throws {
    let project = try workbook([
      .init("One", Self.rows, isHidden: true), .init("Two", [:], isHidden: true),
    ])
    let taken = try take(in: project)
    #expect(taken.exit == 0 && !taken.messages.contains("warning"), "\(taken.messages)")
    #expect(try project.read("sources/new.toml").contains("sheet = \"One\"\n"))
    let single = try workbook([.init("One", Self.rows)])
    #expect(try take(in: single).exit == 0)
    #expect(try !single.read("sources/new.toml").contains("sheet"))
  }

  @Test func `a sheet that is not there, or of a file that has none, is refused`() throws {
    let project = try workbook([.init("Grants", Self.rows), .init("Loans", Self.rows)])
    let other = try take(in: project, "--sheet", "Grant")
    #expect(other.exit == 2 && other.codes == ["interchange.no-such-sheet"], "\(other.messages)")
    #expect(other.messages.contains("did you mean Grants"), "\(other.messages)")
    let replaced = try take(in: project, "--sheet", "Loans", "--replace")
    #expect(replaced.exit == 2 && replaced.codes == ["command.arguments"], "\(replaced.messages)")
    try project.write("a,b\nx,1\n", to: "outside/new.csv")
    let text = try take("new.csv", in: project, "--sheet", "Grants")
    #expect(text.exit == 2 && text.codes == ["import.no-sheets"], "\(text.messages)")
    #expect(!project.has("sources/new.toml"))
  }

  @Test func `columns without a name or a value are left out`() throws {
    let (_, rows) = try published("ref,amount,,\nP1,5,,\nP2,6,,\n")
    #expect(rows.contains("REF=P2 AMOUNT=6"))
  }

  @Test func `one column without a name is taken, as programs write the numbers of rows`() throws {
    let (_, rows) = try published(",ref,amount\n1,P1,5\n2,P2,6\n")
    #expect(rows.contains("COLUMN=2") && rows.contains("AMOUNT=6"), "\(rows)")
  }

  @Test
  func `columns without a name are refused by their place where a source cannot tell them apart`()
    throws
  {
    let project = try workbook([
      .init(
        "S",
        [
          1: [.text("id"), .none, .text("n"), .none, .text("m")],
          2: [.text("a"), .text("x"), .number("1"), .none, .text("k")],
        ]
      )
    ])
    let sheet = try take(in: project)
    #expect(sheet.exit == 2 && sheet.codes == ["import.nameless-columns"], "\(sheet.messages)")
    #expect(sheet.messages.contains("new.xlsx:1: the column B holds"), "\(sheet.messages)")
    try project.write("id,,n,\na,x,1,\nb,y,2,\n", to: "outside/one.csv")
    let one = try take("one.csv", in: project)
    #expect(one.codes == ["import.nameless-columns"], "\(one.messages)")
    #expect(one.messages.contains("one.csv:1: the column 2 holds"), "\(one.messages)")
    try project.write("id,,n,,m\na,x,1,y,5\nb,y,2,z,6\n", to: "outside/two.csv")
    let two = try take("two.csv", in: project)
    #expect(two.messages.contains("two.csv:1: the columns 2, 4 hold"), "\(two.messages)")
    #expect(!project.has("sources/one.toml") && !project.has("sources/two.toml"))
  }

  @Test func `an older encoding with accents in the header`() throws {
    var bytes = Data("Ann".utf8) + [0xE9] + Data("e;R".utf8) + [0xE9] + Data("gion;Valeur\n".utf8)
    bytes += Data("2020;Qu".utf8) + [0xE9] + Data("bec;3,25\n2021;Gatineau;4\n".utf8)
    let (_, rows) = try published(bytes, as: "new.csv")
    #expect(rows.contains("REGION=Québec TIME_PERIOD=2020 VALEUR=3.25"))
  }

  @Test func `words for blanks, but NA stays Namibia`() throws {
    let (project, rows) = try published(
      "country,year,value\nNA,2020,5\nKE,2020,n/a\nNA,2021,7\nKE,2021,-\n"
    )
    #expect(rows.contains("COUNTRY=NA TIME_PERIOD=2021 VALUE=7"))
    #expect(try project.read("sources/new.toml").contains("blank = [\"-\", \"n/a\"]"))
  }

  @Test func `rows that nothing tells apart are told apart by their line`() throws {
    let (_, rows) = try published("group,value\nx,1\nx,1\n")
    #expect(rows.contains("LINE=2 VALUE=1 GROUP=x") && rows.contains("LINE=3"))
  }

  @Test func `a name that is taken is told, with what to do, and nothing is written over`() throws {
    let project = try ScratchProject()
    try project.write("a,b\nx,1\n", to: "outside/register.csv")
    let before = try project.read("sources/register.toml")
    let answer = try Ayni.call(
      "import",
      "\(project.path)/outside/register.csv",
      "--project",
      project.path
    )
    #expect(answer.exit == 2)
    #expect(answer.codes == ["import.name-taken"])
    #expect(answer.messages.contains("--name"))
    #expect(try project.read("sources/register.toml") == before)
  }

  @Test func `a header that names a column twice is refused before anything is written`() throws {
    let project = try ScratchProject()
    try project.write("a,a\nx,1\n", to: "outside/new.csv")
    let answer = try Ayni.call(
      "import",
      "\(project.path)/outside/new.csv",
      "--project",
      project.path
    )
    #expect(answer.codes == ["import.repeated-column"])
    #expect(!project.has("sources/new.toml"))
  }

  @Test(arguments: [
    ("delimiter = \"::\"", "delimiter"), ("decimal = \"x\"", "decimal"),
    ("grouping = \"..\"", "grouping"), ("decimal = \",\"\ngrouping = \",\"", "grouping"),
  ])
  func `impossible marks of a source are refused by check with their line`(
    lines: String,
    key: String
  ) throws {
    let project = try ScratchProject()
    try project.replace("file =", with: "\(lines)\nfile =", in: "sources/register.toml")
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(answer.exit == 2)
    #expect(answer.codes == ["project.bad-parameter"])
    let line = 1 + lines.split(separator: "\n").count
    #expect(answer.messages.contains("sources/register.toml:\(line)"), "\(answer.messages)")
    #expect(answer.messages.contains(" \(key) "))
  }
}
