// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Platform
import Testing
import Values
import Workbooks

@testable import Interchange

/// Workbooks as they come by mail: read cell by cell, and refused where they would do harm.
@Suite struct WorkbookReaderTests {
  private func cells(_ bytes: [UInt8], sheet: Int = 0) throws -> [WorkbookCell] {
    let reader = try WorkbookReader(bytes: bytes, named: "return.xlsx")
    let found = Found()
    try reader.read(reader.sheets[sheet]) { found.cells += $0 }
    return found.cells
  }

  private final class Found {
    var cells: [WorkbookCell] = []
    var rows = 0
  }

  @Test func `cells come with their place, their kind, and whether a formula made them`() throws {
    let workbook = CraftedWorkbook([
      CraftedWorkbook.Sheet(
        "S",
        [
          1: [.text("a & b"), .number("0.1"), .boolean(true), .error("#REF!")],
          3: [.none, .day("45658"), .formula("A1+1", "7.5"), .formula("NOW()", nil)],
        ]
      )
    ])
    let read = try cells(workbook.bytes)
    #expect(read.map(\.name) == ["A1", "B1", "C1", "D1", "B3", "C3", "D3"])
    #expect(read[0].content == .text("a & b"))
    #expect(read[1].content == .number(0.1))
    #expect(read[2].content == .boolean(true))
    #expect(read[3].content == .error("#REF!"))
    // Excel and LibreOffice show the serial 45658 as 1 January 2025.
    #expect(read[4].content == .date(try #require(CalendarDate("2025-01-01")), second: 0))
    #expect(read[5].content == .number(7.5) && read[5].isFormula)
    #expect(read[6].content == .blank && read[6].isFormula)
  }

  @Test func `days are counted as each system of days counts them`() throws {
    // ISO/IEC 29500-1, 18.17.4.1: 1 is 1 January 1900, 61 is 1 March 1900; in the other system 0 is 1
    // January 1904.
    #expect(CellStyles.day(1, countsFrom1904: false)?.description == "1900-01-01")
    #expect(CellStyles.day(59, countsFrom1904: false)?.description == "1900-02-28")
    #expect(CellStyles.day(60, countsFrom1904: false) == nil)
    #expect(CellStyles.day(61, countsFrom1904: false)?.description == "1900-03-01")
    #expect(CellStyles.day(0, countsFrom1904: true)?.description == "1904-01-01")
    #expect(CellStyles.day(-1, countsFrom1904: false) == nil)
    #expect(CellStyles.day(.nan, countsFrom1904: false) == nil)
    let bytes = CraftedWorkbook([.init("S", [1: [.day("44196")]])], countsFrom1904: true).bytes
    #expect(
      try cells(bytes)[0].content
        == .date(try #require(CalendarDate("2025-01-01")), second: 0)
    )
  }

  @Test(arguments: [
    ("", 0), ("T00:00", 0), ("T13:30", 48_600), ("T23:59:59.5", 86_399), ("T01:02:03Z", 3_723),
    ("T24:00", nil), ("T1", nil), ("T1:2:3:4", nil), (" 13:30", nil), ("T-1:00", nil),
  ])
  func `hours of days that are written out`(text: String, second: Int?) {
    #expect(ClockTime.second(text) == second)
  }

  @Test(arguments: [
    ("yyyy-mm-dd", true), ("d/m/yy", true), ("[$-40C]d mmmm yyyy", true), ("mmm yy", true),
    ("jj/mm/aaaa", true), ("General", false), ("0.00", false), ("#,##0", false), ("h:mm", false),
    ("mm:ss", false), ("0.0\" days\"", false), ("[Red]0", false), ("@", false), ("yyyy", true),
    ("[h]:mm", false), ("[hh]:mm:ss", false), ("[mm]:ss", false), ("h:mm AM/PM", false),
    ("[$-409]h:mm:ss a/p", false), ("d/m/yyyy h:mm AM/PM", true), ("[Magenta]0", false),
    ("[Red]General", false), ("\"FY \"General", false), ("General\" km\"", false),
    ("[Blue]GENERAL;[Red]-General", false), ("General;[Red]yyyy", false),
  ])
  func `a format shows a day where it has a day's letters`(format: String, isDate: Bool) {
    #expect(CellStyles.isDate(format) == isDate)
  }

  @Test(arguments: [
    ("000", 3), ("00000;-00000", 5), ("0", nil), ("0.00", nil), ("00.0", nil), ("\"M\"000", nil),
    ("General", nil), (String(repeating: "0", count: 1_000), nil),
  ])
  func `a format of zeros alone shows a number with zeros in front`(format: String, digits: Int?) {
    #expect(
      CellStyles.display(format) == digits.map { WorkbookCell.Display.digits(atLeast: $0) }
        ?? .plain
    )
  }

  @Test(arguments: [
    ("0%", true), ("0.0%;[Red]-0.0%", true), ("[Blue]0.00 %", true), ("0\\%", false),
    ("0\" %\"", false), ("0.00", false),
  ])
  func `a format shows percent where the sign is no mere text`(format: String, isPercent: Bool) {
    #expect((CellStyles.display(format) == .percent) == isPercent)
  }

  @Test func `whole numbers have the zeros that are shown, and others do not`() throws {
    let numbers = ["4", "0", "1234", "-4", "4.5", "40"]
    let workbook = CraftedWorkbook([.init("S", [1: numbers.map { .threeDigits($0) }])])
    #expect(
      try cells(workbook.bytes).map { $0.text() } == ["004", "000", "1234", "-4", "4.5", "040"]
    )
  }

  @Test func `hidden sheets and merged ranges are told`() throws {
    let workbook = CraftedWorkbook([
      CraftedWorkbook.Sheet("Data", [1: [.text("x")]], merges: ["A1:A3", "B2:C5"]),
      CraftedWorkbook.Sheet("Notes", [:], isHidden: true),
    ])
    let reader = try WorkbookReader(bytes: workbook.bytes, named: "w.xlsx")
    #expect(reader.sheets.map(\.name) == ["Data", "Notes"])
    #expect(reader.sheets.map(\.isHidden) == [false, true])
    #expect(try reader.read(reader.sheets[0]) { _ in }.map(\.name) == ["A1:A3", "B2:C5"])
  }

  @Test func `what our writer writes is read back, escaped characters too`() throws {
    let temporary = try TemporaryFolder()
    let path = "\(temporary.path)/own.xlsx"
    let texts = ["=1+2", "two\nlines", "_x000D_", "é ü 漢", "bell\u{7}", "'quote", " space "]
    for streams in [true, false] {
      let workbook = try Workbook(path, title: "t", streams: streams)
      let sheet = try workbook.sheet("S")
      for (row, text) in texts.enumerated() { _ = sheet.write(text, row: row, column: 2) }
      _ = sheet.write(1234.5678, row: 20, column: 0)
      try workbook.close()
      let read = try cells(try WholeFile.bytes(path))
      #expect(read.map(\.content).dropLast() == texts.map { .text($0) }[...], "streams: \(streams)")
      #expect(read.last?.content == .number(1234.5678))
    }
  }

  @Test(arguments: ["9223372036854775807", "99999999999999999999", "-5", "x"])
  func `a row's number that no sheet has room for is counted from the row before`(
    number: String
  ) throws {
    let data =
      "<row r='7'><c r='A7'><v>1</v></c></row><row r='\(number)'><c><v>2</v></c></row>"
      + "<row><c><v>3</v></c></row>"
    let found = try cells(CraftedWorkbook([.init("S", [:], rawData: data)]).bytes)
    #expect(found.map(\.name) == ["A7", "A8", "A9"])
  }

  private func code(_ bytes: [UInt8], _ limits: WorkbookLimits = WorkbookLimits()) -> String? {
    do {
      let reader = try WorkbookReader(bytes: bytes, named: "w.xlsx", limits: limits)
      try reader.read(reader.sheets[0]) { _ in }
      return nil
    } catch { return error.code.rawValue }
  }

  /// The parts of a workbook whose first cells are these, with a relation to a part of shared texts.
  private func parts(
    cells: String = "",
    texts target: String
  ) -> [(path: String, text: String)] {
    let relation =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    let link = "<Relationship Id='rIdT' Type='\(relation)' Target='\(target)'/></Relationships>"
    let data = "<row r='1'>\(cells)</row>"
    return CraftedWorkbook([.init("S", [:], rawData: data)]).parts.map { part in
      let isList = part.path == "xl/_rels/workbook.xml.rels"
      let text = isList ? String(part.text.dropLast("</Relationships>".count)) + link : part.text
      return (path: part.path, text: text)
    }
  }

  @Test(arguments: ["2", "-1", "99999999999999999999", "x"])
  func `a shared text that the workbook does not have is damage and no blank`(place: String) throws
  {
    let table = [(path: "xl/texts.xml", text: "<sst><si><t>a</t></si><si><t>b</t></si></sst>")]
    let sound = parts(cells: "<c r='A1' t='s'><v>1</v></c>", texts: "texts.xml") + table
    #expect(try cells(CraftedWorkbook.archive(sound)).map(\.content) == [.text("b")])
    let other = parts(cells: "<c r='A1' t='s'><v>\(place)</v></c>", texts: "texts.xml") + table
    #expect(code(CraftedWorkbook.archive(other)) == "interchange.damaged-workbook")
  }

  @Test
  func `names of parts are found whatever their capitals, and texts that are not there are missed`()
    throws
  {
    let named = parts(cells: "<c r='A1' t='s'><v>0</v></c>", texts: "sharedStrings.xml")
    #expect(code(CraftedWorkbook.archive(named)) == "interchange.damaged-workbook")
    let capitals = named.map { part in
      (path: part.path.replacing("_rels/workbook", with: "_Rels/WORKBOOK"), text: part.text)
    }
    let table = [(path: "xl/SharedStrings.xml", text: "<sst><si><t>a</t></si></sst>")]
    for parts in [named + table, capitals + table] {
      #expect(try cells(CraftedWorkbook.archive(parts)).map(\.content) == [.text("a")])
    }
  }

  @Test func `merged ranges and empty shared texts are limited as cells and texts are`() throws {
    let merges = [String](repeating: "A1:B2", count: 20)
    let merged = CraftedWorkbook([.init("S", [1: [.text("x")]], merges: merges)]).bytes
    #expect(code(merged, WorkbookLimits(cells: 10)) == "interchange.workbook-limit")
    #expect(code(merged, WorkbookLimits(cells: 21)) == nil)
    var parts = parts(texts: "texts.xml")
    let texts = String(repeating: "<si/>", count: 100)
    parts.append((path: "xl/texts.xml", text: "<sst>\(texts)</sst>"))
    let shared = CraftedWorkbook.archive(parts)
    #expect(code(shared, WorkbookLimits(sharedText: 1_000)) == "interchange.workbook-limit")
    #expect(code(shared, WorkbookLimits(sharedText: 10_000)) == nil)
  }

  @Test func `a million empty rows cost nothing but their bytes`() throws {
    var rows = ""
    for row in 2...1_000_000 { rows += "<row r='\(row)' ht='15'/>" }
    let data =
      "<row r='1'><c r='A1'><v>1</v></c></row>" + rows
      + "<row r='1000001'><c r='B1000001'><v>2</v></c></row>"
    let bytes = CraftedWorkbook([.init("S", [:], rawData: data)]).bytes
    let reader = try WorkbookReader(bytes: bytes, named: "w.xlsx")
    let found = Found()
    try reader.read(reader.sheets[0]) { cells in
      found.rows += 1
      found.cells += cells
    }
    #expect(found.rows == 2)
    #expect(found.cells.map(\.name) == ["A1", "B1000001"])
  }

  @Test func `what is no workbook is told from what is damaged or locked`() throws {
    func code(_ bytes: [UInt8]) -> String? {
      do {
        _ = try cells(bytes)
        return nil
      } catch {
        return DiagnosticFailure(wrapping: error).diagnostics.first?.code.rawValue
      }
    }
    #expect(code(Array("a,b\n1,2\n".utf8)) == "interchange.not-a-workbook")
    #expect(code([0xD0, 0xCF, 0x11, 0xE0, 0, 0]) == "interchange.locked-workbook")
    let sound = CraftedWorkbook([.init("S", [1: [.text("x")]])]).bytes
    #expect(code(sound) == nil)
    #expect(code(Array(sound.prefix(sound.count / 2))) == "interchange.damaged-workbook")
    #expect(
      code(CraftedWorkbook.archive([("mimetype", "application/vnd.oasis.opendocument")]))
        == "interchange.not-a-workbook"
    )
    // One byte of the cell's text altered: the checksum no longer fits.
    var altered = sound
    let place = try #require(
      sound.indices.first { sound[$0...].starts(with: Array("<t>x".utf8)) }
    )
    altered[place + 3] = UInt8(ascii: "y")
    #expect(code(altered) == "interchange.damaged-workbook")
  }

  @Test func `limits hold for parts, cells, sizes and blown-up entries`() throws {
    let bytes = CraftedWorkbook([
      .init("S", [1: [.text("x"), .text("y")], 2: [.text("z")]])
    ]).bytes
    var limits = WorkbookLimits()
    limits.entries = 3
    #expect(throws: Diagnostic.self) {
      try WorkbookReader(bytes: bytes, named: "w", limits: limits)
    }
    limits = WorkbookLimits()
    limits.inflatedBytes = 100
    #expect(throws: Diagnostic.self) {
      try WorkbookReader(bytes: bytes, named: "w", limits: limits)
    }
    limits = WorkbookLimits()
    limits.cells = 2
    let reader = try WorkbookReader(bytes: bytes, named: "w", limits: limits)
    let failure = #expect(throws: Diagnostic.self) { try reader.read(reader.sheets[0]) { _ in } }
    #expect(failure?.code.rawValue == "interchange.workbook-limit")
  }

  @Test func `entities in a workbook are refused`() throws {
    var parts = CraftedWorkbook([.init("S", [1: [.text("x")]])]).parts
    let place = try #require(parts.firstIndex { $0.path == "xl/workbook.xml" })
    parts[place].text = "<!DOCTYPE w [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + parts[place].text
    let bytes = CraftedWorkbook.archive(parts)
    let failure = #expect(throws: Diagnostic.self) {
      try WorkbookReader(bytes: bytes, named: "w")
    }
    #expect(failure?.code.rawValue == "platform.xml-entity")
  }

  @Test func `two thousand altered workbooks are read or refused, none breaks the reader`() throws {
    let temporary = try TemporaryFolder()
    let path = "\(temporary.path)/own.xlsx"
    let workbook = try Workbook(path, title: "t")
    let sheet = try workbook.sheet("S")
    for row in 0..<30 {
      _ = sheet.write("text \(row)", row: row, column: 0)
      _ = sheet.write(Double(row) / 3, row: row, column: 1)
    }
    try workbook.close()
    let crafted = CraftedWorkbook([
      .init("S", [1: [.text("x"), .day("45658"), .formula("A1", "1")]], merges: ["A1:B2"])
    ]).bytes
    var random = SplitMix(seed: 7)
    var refused = 0
    for seed in [try WholeFile.bytes(path), crafted] {
      for _ in 0..<1_000 {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
          case 2: bytes.remove(at: place)
          default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
          }
        }
        do {
          let reader = try WorkbookReader(bytes: bytes, named: "fuzz")
          for sheet in reader.sheets { try reader.read(sheet) { _ in } }
        } catch {
          refused += 1
        }
      }
    }
    #expect(refused > 200)
  }
}

/// Random numbers that are the same in every run.
///
/// - Source: Steele, Lea and Flood (2014), SplitMix64.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
