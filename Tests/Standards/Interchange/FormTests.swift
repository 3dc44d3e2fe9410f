// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Structures
import Testing
import Workbooks

@testable import Interchange

/// Forms as they are sent, and as people fill them in.
@Suite struct FormTests {
  typealias Cell = CraftedWorkbook.Cell

  static let reference = ArtefactReference(
    .codelist,
    agency: "T",
    id: "CL_PARTNER",
    version: Version(1, 0, 0)
  )
  static let partners = try? Codelist(
    reference,
    name: InternationalString(en: "Partners"),
    codes: [
      Code("CIV", name: InternationalString(en: "Côte d'Ivoire", fr: "Côte d'Ivoire")),
      Code(
        "DEU",
        name: InternationalString([
          .english: "Germany", .french: "Allemagne", Language(rawValue: "es"): "Alemania",
        ])
      ),
      Code("GHA", name: InternationalString(en: "Ghana", fr: "Ghana")),
      Code("COD", name: InternationalString(en: "Congo")),
      Code("COG", name: InternationalString(en: "Congo")),
    ]
  )

  static func column(
    _ id: String,
    _ representation: Representation,
    fr label: String? = nil,
    required: Bool = false,
    fixed: Bool = false
  ) -> FormColumn {
    let concept = Concept(
      id,
      name: InternationalString(en: String(id.prefix(1)) + id.dropFirst().lowercased(), fr: label)
    )
    return FormColumn(
      Component(concept, role: fixed ? .dimension : .measure, representation: representation),
      codelist: id == "PARTNER" ? partners : nil,
      isRequired: required,
      isFixed: fixed
    )
  }

  static let columns = [
    column("ID", .text, fr: "Identifiant", fixed: true),
    column("TITLE", .text, fr: "Intitulé", required: true),
    column(
      "PARTNER",
      .codelist(FormTests.reference),
      fr: "Partenaire"
    ),
    column("AMOUNT", .decimal(precision: 12, scale: 2), fr: "Montant"),
    column("PERSONS", .integer, fr: "Personnes"),
    column("START", .date, fr: "Début"),
    column("YEAR", .timePeriod, fr: "Année"),
    column("JOINT", .boolean, fr: "Conjoint"),
    column("RATE", .double, fr: "Taux"),
  ]

  private func read(
    _ rows: [[Cell]],
    heading: [String]? = nil,
    merges: [String] = []
  ) throws -> FormContents {
    var sheet: [Int: [Cell]] = [1: (heading ?? Self.columns.map(\.id)).map { .text($0) }]
    for (position, row) in rows.enumerated() { sheet[position + 3] = row }
    let bytes = CraftedWorkbook([.init("Records", sheet, merges: merges)]).bytes
    return try FormReader(bytes: bytes, named: "return.xlsx").contents(Self.columns)
  }

  /// What one cell in a row with a title is read as: the value, or the codes said of it.
  private func read(_ id: String, _ cell: Cell) throws -> (value: String?, codes: [String]) {
    var row = [Cell](repeating: .none, count: Self.columns.count)
    row[1] = .text("Roads")
    let place = try #require(Self.columns.firstIndex { $0.id == id })
    row[place] = cell
    let contents = try read([row])
    let found = try #require(contents.rows.first)
    let codes = (found.remarks[id] ?? []).map { String($0.code.rawValue.dropFirst(12)) }
    return (found.values[id], codes)
  }

  // MARK: Sent and read back

  @Test func `every type comes back as it was, with its digits`() throws {
    let values = [
      [
        "ID": "A-1", "TITLE": "=SUM(A1)", "PARTNER": "CIV", "AMOUNT": "1234567890.12",
        "PERSONS": "-7", "START": "2025-02-28", "YEAR": "2025-Q3", "JOINT": "true", "RATE": "0.1",
      ],
      [
        "ID": "007", "TITLE": "two\nlines, \"quoted\" é", "PARTNER": "COD", "AMOUNT": "0.05",
        "PERSONS": "9223372036854775807", "START": "1899-12-31", "YEAR": "2025", "JOINT": "false",
        "RATE": "0.30000000000000004",
      ],
      [
        "ID": "1e5", "TITLE": "2025-03-04", "AMOUNT": "-9999999999.99", "RATE": "1e-300",
        "YEAR": "2025-05", "START": "1900-02-28",
      ],
    ]
    for language in [Language.english, .french] {
      var form = Form(title: "T", language: language, columns: Self.columns, identity: [("k", "v")])
      form.nilQuestion = "Nothing?"
      let bytes = try FormWriter(form, rows: values.map { FormRow(values: $0) }).bytes()
      let reader = try FormReader(bytes: bytes, named: "form.xlsx")
      #expect(reader.identity == ["layout": ["1"], "k": ["v"]])
      let contents = try reader.contents(Self.columns)
      #expect(contents.nilAnswer == .blank)
      #expect(contents.remarks.isEmpty)
      #expect(contents.rows.map(\.values) == values)
      #expect(contents.rows.allSatisfy { $0.remarks.isEmpty })
    }
  }

  @Test func `the same form gives the same bytes`() throws {
    let form = Form(title: "T", language: .french, columns: Self.columns, identity: [])
    let rows = [FormRow(values: ["ID": "1", "PARTNER": "GHA"])]
    #expect(try FormWriter(form, rows: rows).bytes() == FormWriter(form, rows: rows).bytes())
  }

  @Test func `what is said of cells stands in a list, and what stood in them stays`() throws {
    let form = Form(title: "T", language: .french, columns: Self.columns, identity: [])
    var row = FormRow(values: ["ID": "1", "TITLE": "x"], entered: ["AMOUNT": "cent"])
    row.remark(
      FormDefinitions.badNumber.at(nil, ["column": Self.columns[3].argument]),
      on: "AMOUNT"
    )
    let bytes = try FormWriter(form, rows: [row]).bytes()
    let reader = try WorkbookReader(bytes: bytes, named: "back.xlsx")
    let sheet = try #require(reader.sheets.first { $0.name == "Remarques" })
    let texts = Texts()
    try reader.read(sheet) { texts.all += $0.map(\.content.typed) }
    #expect(texts.all.contains("D3") && texts.all.contains("à corriger"))
    #expect(texts.all.contains("ce qui figure dans Montant n'est pas un nombre qui y convient"))
    let again = try FormReader(bytes: bytes, named: "back.xlsx").contents(Self.columns)
    #expect(again.rows.map(\.entered) == [["AMOUNT": "cent"]])
    #expect(again.remarks.isEmpty)
  }

  private final class Texts { var all: [String] = [] }

  @Test func `a text that no cell can hold is refused, not cut`() throws {
    let form = Form(title: "T", language: .english, columns: Self.columns, identity: [])
    let row = FormRow(values: ["TITLE": String(repeating: "x", count: 32_768)])
    let failure = #expect(throws: Diagnostic.self) { try FormWriter(form, rows: [row]).bytes() }
    #expect(failure?.code.rawValue == "interchange.text-too-long")
  }

  // MARK: Filled in by people

  @Test func `moved columns are known by their identifiers, others are told`() throws {
    let contents = try read(
      [[.number("5"), .text("Roads"), .text("note"), .text("GHA")]],
      heading: ["AMOUNT", "TITLE", "Remarks", "PARTNER", "ID"]
    )
    #expect(
      contents.rows.map(\.values) == [["AMOUNT": "5.00", "TITLE": "Roads", "PARTNER": "GHA"]]
    )
    let codes = contents.remarks.map(\.code.rawValue)
    #expect(codes.count { $0 == "interchange.form-missing-column" } == 5)
    #expect(codes.count { $0 == "interchange.form-stray-column" } == 1)
  }

  @Test func `without identifiers, columns are known by their labels in any language`() throws {
    let contents = try read(
      [[.text("Routes"), .text("Allemagne"), .number("5"), .none, .none, .text("oui")]],
      heading: ["INTITULE", "Partner", "montant *", "Personnes", "Début", "joint"]
    )
    #expect(
      contents.rows.map(\.values)
        == [["TITLE": "Routes", "PARTNER": "DEU", "AMOUNT": "5.00", "JOINT": "true"]]
    )
  }

  @Test(arguments: [
    ("GHA", "GHA"), ("Ghana [GHA]", "GHA"), ("ghana", "GHA"), ("Alemania", "DEU"),
    ("COTE D'IVOIRE", "CIV"), ("Côte d’Ivoire", "CIV"), ("Old name [DEU]", "DEU"),
  ])
  func `codes are known by code, label in any language, or both`(text: String, code: String) throws
  {
    #expect(try read("PARTNER", .text(text)) == (code, []))
  }

  @Test func `a label of two codes and a word of none are problems, and the rows are kept`() throws
  {
    #expect(try read("PARTNER", .text("Congo")) == (nil, ["form-several-codes"]))
    #expect(try read("PARTNER", .text("Atlantis")) == (nil, ["form-unknown-code"]))
    #expect(try read("PARTNER", .day("45658")) == (nil, ["form-date-instead"]))
  }

  @Test(
    arguments: [
      ("2025-03-12", "2025-03-12", []), ("12.03.2025", "2025-03-12", ["form-text-date"]),
      ("25/12/2025", "2025-12-25", ["form-text-date"]),
      ("12/25/2025", "2025-12-25", ["form-text-date"]),
      ("05/05/2025", "2025-05-05", ["form-text-date"]),
      ("2025/3/12", "2025-03-12", ["form-text-date"]),
      ("12 March 2025", "2025-03-12", ["form-text-date"]),
      ("March 12th, 2025", "2025-03-12", ["form-text-date"]),
      ("1er août 2025", "2025-08-01", ["form-text-date"]),
      ("12 de marzo 2025", nil, ["form-date"]), ("03/04/2025", nil, ["form-ambiguous-date"]),
      ("3-4-2025", nil, ["form-ambiguous-date"]), ("12.03.25", nil, ["form-date"]),
      ("31/02/2025", nil, ["form-date"]), ("2025", nil, ["form-date"]),
      ("spring", nil, ["form-date"]), ("12 jui 2025", nil, ["form-date"]),
    ] as [(String, String?, [String])]
  )
  func `text dates are read where there is one way to read them`(
    text: String,
    day: String?,
    codes: [String]
  ) throws {
    #expect(try read("START", .text(text)) == (day, codes))
  }

  @Test func `real dates are read, with an hour too, and bare numbers are no dates`() throws {
    #expect(try read("START", .day("45658")) == ("2025-01-01", []))
    #expect(try read("START", .day("45658.75")) == ("2025-01-01", []))
    #expect(try read("START", .number("2025")) == (nil, ["form-date"]))
  }

  @Test(
    arguments: [
      ("1234.5", "1234.50", []), ("1 234,50", "1234.50", ["form-text-number"]),
      ("1\u{202F}234,50", "1234.50", ["form-text-number"]),
      ("1,234,567.05", "1234567.05", ["form-text-number"]),
      ("1.234.567,05", "1234567.05", ["form-text-number"]),
      ("1'234.5", "1234.50", ["form-text-number"]), ("-12,5", "-12.50", ["form-text-number"]),
      ("1,234", nil, ["form-ambiguous-number"]), ("1.234", nil, ["form-ambiguous-number"]),
      ("12,34,567", nil, ["form-number"]), ("USD 100", nil, ["form-number"]),
      ("100-200", nil, ["form-number"]), ("1.239,5,1", nil, ["form-number"]),
      ("0.125", nil, ["form-decimals"]), ("99999999999.00", nil, ["form-number"]),
    ] as [(String, String?, [String])]
  )
  func `numbers typed as text are read where there is one way to read them`(
    text: String,
    number: String?,
    codes: [String]
  ) throws {
    #expect(try read("AMOUNT", .text(text)) == (number, codes))
  }

  @Test func `numbers keep the digits that were typed, and nothing is rounded`() throws {
    // Excel saves 0.1 + 0.2 with seventeen digits; fifteen were shown.
    #expect(try read("AMOUNT", .number("0.30000000000000004")) == ("0.30", []))
    #expect(try read("AMOUNT", .number("1234567.8899999999")) == ("1234567.89", []))
    #expect(try read("AMOUNT", .number("0.125")) == (nil, ["form-decimals"]))
    #expect(try read("PERSONS", .number("3.0")) == ("3", []))
    #expect(try read("PERSONS", .number("3.5")) == (nil, ["form-decimals"]))
    #expect(try read("PERSONS", .number("1E+3")) == ("1000", []))
  }

  @Test func `formulas give the saved value and say so; without one they are a problem`() throws {
    #expect(try read("AMOUNT", .formula("A1*2", "7.5")) == ("7.50", ["form-formula"]))
    #expect(try read("AMOUNT", .formula("A1*2", nil)) == (nil, ["form-formula-without-value"]))
    #expect(try read("AMOUNT", .error("#REF!")) == (nil, ["form-error-cell"]))
  }

  @Test func `periods and yes and no are read as people write them`() throws {
    #expect(try read("YEAR", .number("2025")) == ("2025", []))
    #expect(try read("YEAR", .text("2025-Q2")) == ("2025-Q2", []))
    #expect(try read("YEAR", .text("last year")) == (nil, ["form-period"]))
    #expect(try read("JOINT", .boolean(true)) == ("true", []))
    #expect(try read("JOINT", .text("NON")) == ("false", []))
    #expect(try read("JOINT", .number("1")) == ("true", []))
    #expect(try read("JOINT", .text("maybe")) == (nil, ["form-yes-no"]))
  }

  @Test func `merged cells are told with their range at each row, and no row is lost`() throws {
    let contents = try read(
      [
        [.none, .text("a"), .text("GHA")], [.none, .text("b")], [.none, .text("c")],
      ],
      merges: ["C3:C4", "K1:L1"]
    )
    #expect(contents.rows.count == 3)
    let codes = contents.rows.map { $0.remarks["PARTNER"]?.map(\.code.rawValue) ?? [] }
    #expect(codes == [["interchange.form-merged-cells"], ["interchange.form-merged-cells"], []])
    let text = contents.rows[0].remarks["PARTNER"]?.first?.message(in: Catalogue(.french))
    #expect(text?.contains("C3:C4") == true)
  }

  @Test func `of many merged ranges a row is told the first`() throws {
    let contents = try read(
      [[.none, .text("a")], [.none, .text("b")], [.none, .text("c")]],
      merges: ["B4:C4"] + [String](repeating: "A1:XFD1048576", count: 1_000)
    )
    let said = contents.rows.map { row in
      row.remarks.values.joined().map { $0.message(in: Catalogue(.english)) }
    }
    #expect(said.map { $0.count { $0.contains("merged") } } == [1, 1, 1])
    #expect(said[1].contains { $0.contains("B4:C4") })
  }

  @Test func `a text longer than a cell's is told, and the form can still go back`() throws {
    let long = String(repeating: "😀", count: 16_384)
    #expect(try read("TITLE", .text(long)) == (nil, ["form-long-text"]))
    #expect(try read("PARTNER", .text(long)).codes == ["form-long-text"])
    #expect(try read("TITLE", .text(String(long.dropLast()))).codes == [])
    // A null would end the text where it is written again.
    #expect(try read("TITLE", .text("a_x0000_b")) == ("a_x0000_b", []))
    let contents = try read([[.none, .text(long), .error(String(repeating: "x", count: 40_000))]])
    #expect(contents.rows[0].entered.values.allSatisfy { $0.utf16.count <= 32_767 })
  }

  @Test func `a blank that is asked for is a problem, and the row is kept`() throws {
    let contents = try read([[.none, .none, .text("GHA")]])
    #expect(contents.rows.map(\.values) == [["PARTNER": "GHA"]])
    #expect(contents.rows[0].remarks["TITLE"]?.first?.code.rawValue == "interchange.form-required")
  }

  @Test func `hidden sheets, further sheets and second tables are told`() throws {
    let heading = Self.columns.map { Cell.text($0.id) }
    let bytes = CraftedWorkbook([
      .init("Records", [1: heading, 3: [.none, .text("a")]]),
      .init("Draft", [1: heading, 3: [.none, .text("b")]]),
      .init("Secret", [1: [.text("x")]], isHidden: true),
      .init("Notes", [1: [.text("y")]]),
      .init("Empty", [:]),
    ]).bytes
    let contents = try FormReader(bytes: bytes, named: "r.xlsx").contents(Self.columns)
    #expect(contents.rows.map(\.values) == [["TITLE": "a"]])
    #expect(
      contents.remarks.map(\.code.rawValue).sorted() == [
        "interchange.form-hidden-sheet", "interchange.form-other-sheet",
        "interchange.form-second-sheet",
      ]
    )
  }

  @Test func `a workbook without the form is refused in words`() throws {
    let bytes = CraftedWorkbook([.init("S", [1: [.text("a"), .text("b")]])]).bytes
    let failure = #expect(throws: Diagnostic.self) {
      try FormReader(bytes: bytes, named: "r.xlsx").contents(Self.columns)
    }
    #expect(failure?.code.rawValue == "interchange.form-not-found")
  }
}
