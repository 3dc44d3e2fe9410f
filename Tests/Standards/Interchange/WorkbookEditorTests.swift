// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing
import Workbooks

@testable import Interchange

/// Cells that are filled in place, with all else kept byte for byte.
@Suite struct WorkbookEditorTests {
  private func sheet(_ bytes: [UInt8], _ path: String = "xl/worksheets/sheet1.xml") throws -> String
  {
    let archive = try ZipArchive(bytes, named: "t.xlsx", limits: WorkbookLimits())
    return String(decoding: try #require(try archive.open(path)?.all()), as: UTF8.self)
  }

  private func data(_ text: String) -> String {
    let start = text.firstRange(of: "<sheetData>")?.upperBound ?? text.startIndex
    let end = text.firstRange(of: "</sheetData>")?.lowerBound ?? text.endIndex
    return String(text[start..<end])
  }

  private func filled(
    _ raw: String,
    _ edits: [(String, WorkbookEditor.Content)],
    like model: Int? = nil
  ) throws -> String {
    let workbook = CraftedWorkbook([.init("S", [:], rawData: raw)])
    var editor = try WorkbookEditor(bytes: workbook.bytes, named: "t.xlsx")
    for (name, content) in edits {
      let place = try WorkbookEditor.place(name)
      try editor.set(content, sheet: "S", row: place.row, column: place.column, like: model)
    }
    return data(try sheet(try editor.bytes()))
  }

  @Test func `a cell keeps its format and its neighbours stay as they are`() throws {
    let raw =
      "<row r=\"2\" spans=\"1:3\" ht=\"30\"><c r=\"A2\" s=\"1\"><v>7</v></c><c r='C2' s='1' t='s'/></row>"
    let text = try filled(
      raw,
      [("C2", .number("12.50")), ("B2", .text("a < b & \"c\"")), ("A1", .text("=1+2"))]
    )
    #expect(
      text
        == "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+2</t></is></c></row>"
        + "<row r=\"2\" ht=\"30\"><c r=\"A2\" s=\"1\"><v>7</v></c>"
        + "<c r=\"B2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">a &lt; b &amp; \"c\"</t></is></c>"
        + "<c r=\"C2\" s=\"1\"><v>12.50</v></c></row>"
    )
  }

  @Test func `new rows take the format of a model row, in their places`() throws {
    let raw = "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row><row r=\"9\"/>"
    let text = try filled(
      raw,
      [("A3", .number("1")), ("A9", .number("2")), ("B12", .number("3"))],
      like: 1
    )
    #expect(
      text
        == "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row><row r=\"3\"><c r=\"A3\" s=\"1\"><v>1</v></c></row>"
        + "<row r=\"9\"><c r=\"A9\" s=\"1\"><v>2</v></c></row>"
        + "<row r=\"12\"><c r=\"B12\"><v>3</v></c></row>"
    )
  }

  @Test func `formulas and covered cells are refused, and what is no cell`() throws {
    #expect(throws: Diagnostic.self) {
      _ = try filled(
        "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row>",
        [("A1", .number("3"))]
      )
    }
    let workbook = CraftedWorkbook([.init("S", [1: [.text("x")]], merges: ["A1:B2"])])
    var editor = try WorkbookEditor(bytes: workbook.bytes, named: "t.xlsx")
    try editor.set(.number("1"), sheet: "S", row: 1, column: 1)
    #expect(throws: Diagnostic.self) {
      try editor.set(.number("1"), sheet: "S", row: 2, column: 1)
    }
    for name in ["", "7", "C", "A0", "XFE1", "A1048577", "A1:B2"] {
      #expect(throws: Diagnostic.self, "\(name)") { try WorkbookEditor.place(name) }
    }
    #expect(try WorkbookEditor.place("XFD1048576").column == 16_384)
  }

  @Test func `other parts stay packed as they were, and the same cells give the same bytes`() throws
  {
    let workbook = CraftedWorkbook([.init("S", [1: [.text("x")]]), .init("T", [1: [.text("y")]])])
    let old = workbook.bytes
    let fill = { () throws -> [UInt8] in
      var editor = try WorkbookEditor(bytes: old, named: "t.xlsx")
      try editor.set(.number("1"), sheet: "T", row: 1, column: 2)
      return try editor.bytes()
    }
    let new = try fill()
    #expect(try fill() == new)
    for path in ["xl/styles.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"] {
      #expect(try sheet(new, path) == (try sheet(old, path)), "\(path)")
    }
    #expect(try sheet(new, "xl/workbook.xml").contains("</sheets><calcPr fullCalcOnLoad=\"1\"/>"))
    let reader = try WorkbookReader(bytes: new, named: "t.xlsx")
    #expect(reader.sheets.map(\.name) == ["S", "T"])
  }

  @Test func `a setting for formulas that is there is changed in its place`() {
    let with = Array("<workbook><calcPr calcId=\"1\"/></workbook>".utf8)
    #expect(
      String(decoding: WorkbookSplice.computingAnew(with), as: UTF8.self)
        == "<workbook><calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/></workbook>"
    )
    let twice = WorkbookSplice.computingAnew(WorkbookSplice.computingAnew(with))
    #expect(twice == WorkbookSplice.computingAnew(with))
  }

  @Test func `comments and quotes do not mislead, and what is no sheet is none`() {
    let text = "<?xml version='1.0'?><!-- <sheetData> --><s x='a>b'><sheetData/></s>"
    #expect(SheetSplice(Array(text.utf8)) != nil)
    #expect(SheetSplice(Array("<s><data/></s>".utf8)) == nil)
    #expect(SheetSplice(Array("<s><sheetData><row r=\"1\">".utf8)) == nil)
    #expect(
      SheetSplice(Array("<s><sheetData><row r='2'/><row r='1'/></sheetData></s>".utf8)) == nil
    )
  }
}
