// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Platform
import Testing

@testable import Steps

/// Single fields through what reads their types.
@Suite struct FieldReadingTests {
  /// A style as a source states it.
  private func style(_ settings: String = "", isWorkbook: Bool = false) throws -> FieldStyle {
    let collector = DiagnosticCollector()
    let document = try TOMLDocument(settings, file: "sources/x.toml")
    let style = document.read(collector) {
      FieldStyle($0, isWorkbook: isWorkbook, collector)
    }
    try collector.throwIfErrors()
    return style
  }

  /// The column that one field makes, and what is wrong with the field.
  private func read(
    _ text: String,
    _ reading: any FieldReading,
    _ style: FieldStyle
  ) -> (column: Column, fault: FieldFault?) {
    var text = text
    return text.withUTF8 { bytes in
      var fields = ComponentFields(constant: bytes, [0], style.blanks)
      let column = reading.column(&fields, "x")
      fields.demandValues(column)
      return (column, fields.faults.first?.fault)
    }
  }

  /// What a field becomes: the unscaled number with two decimals.
  private func cents(_ text: String, _ settings: String = "") throws -> Int128? {
    let style = try style(settings)
    let read = read(text, DecimalReading(precision: 18, scale: 2, style), style)
    return read.fault == nil ? try read.column.decimal(at: 0) : nil
  }

  @Test(arguments: [
    ("12.5", "", 1_250), ("-0.01", "", -1), ("12,5", "decimal = \",\"", 1_250),
    ("1 200", "grouping = \" \"", 120_000),
    ("1\u{202F}200,5", "decimal = \",\"\ngrouping = \" \"", 120_050),
    ("1\u{A0}200", "grouping = \" \"", 120_000), ("1,200.50", "grouping = \",\"", 120_050),
    ("1.200,50", "decimal = \",\"\ngrouping = \".\"", 120_050), ("1.005", "round = true", 101),
    ("1e2", "", 10_000),
  ])
  func `decimals as sources write them`(text: String, settings: String, cents: Int128) throws {
    #expect(try self.cents(text, settings) == cents)
  }

  @Test(arguments: [
    ("12,5", FieldFault.decimalComma), ("1.005", .tooManyDecimals), ("x", .badNumber),
    ("1 200", .badNumber), ("12345678901234567.00", .tooLarge), ("--1", .badNumber),
    ("1.2.3", .badNumber),
  ])
  func `decimals that are refused, with the reason`(text: String, fault: FieldFault) throws {
    let style = try style()
    let reading = DecimalReading(precision: 18, scale: 2, style)
    #expect(read(text, reading, style).fault == fault)
  }

  @Test(arguments: [
    ("1,234,567.89", "grouping = \",\"", 123_456_789 as Int128?),
    ("12,34,567", "grouping = \",\"", 123_456_700),
    ("-1,234.5", "grouping = \",\"", -123_450), ("1234.56", "grouping = \",\"", 123_456),
    ("12,50", "grouping = \",\"", nil), ("1,2,3,4", "grouping = \",\"", nil),
    (",500", "grouping = \",\"", nil), ("1,234.567,8", "grouping = \",\"", nil),
    ("1234,567", "grouping = \",\"", nil), ("1,23,45,678", "grouping = \",\"", 1_234_567_800),
    ("1234.56", "decimal = \",\"\ngrouping = \".\"", nil),
    ("3500.10", "decimal = \",\"\ngrouping = \".\"", nil),
    ("1.234.567,8", "decimal = \",\"\ngrouping = \".\"", 123_456_780),
    ("12 50", "grouping = \" \"", nil), ("- 5", "grouping = \" \"", nil),
    ("12\u{202F}50", "grouping = \" \"", nil), ("1'234", "grouping = \"'\"", 123_400),
  ])
  func `marks between thousands stand between thousands`(
    text: String,
    settings: String,
    cents: Int128?
  ) throws {
    #expect(try self.cents(text, settings) == cents)
  }

  @Test(arguments: ["0x1A", "1p3", "inf", "nan", "infinity", "1e999"])
  func `what programs alone take for a number is none`(text: String) throws {
    let style = try style()
    #expect(read(text, DoubleReading(style: style), style).fault == .badNumber)
  }

  @Test(arguments: [
    ("05/01/24", "DD/MM/YYYY"), ("31-12-24", "YYYY-MM-DD"), ("24-01-05", "YYYY-MM-DD"),
    ("1/2/3", "DD/MM/YYYY"), ("05.01.024", "DD.MM.YYYY"), ("2024-001-05", "YYYY-MM-DD"),
  ])
  func `a year has four digits`(text: String, form: String) throws {
    #expect(try day(text, "date = \"\(form)\"") == nil)
  }

  /// The day of a field since 1970-01-01; `nil` where there is none.
  private func day(
    _ text: String,
    _ settings: String = "",
    isWorkbook: Bool = false
  ) throws -> Int32? {
    let style = try style(settings, isWorkbook: isWorkbook)
    let read = read(text, DateReading(style: style), style)
    return read.fault == nil ? try read.column.date(at: 0) : nil
  }

  @Test func `days in the form that the source states`() throws {
    #expect(try day("1970-01-02") == 1)
    #expect(try day("02/01/1970", "date = \"DD/MM/YYYY\"") == 1)
    #expect(try day("01/02/1970", "date = \"MM/DD/YYYY\"") == 1)
    #expect(try day("02.01.1970", "date = \"DD.MM.YYYY\"") == 1)
    #expect(try day("2023-02-29") == nil)
    #expect(try day("02/01/1970") == nil)
  }

  @Test func `days as a workbook stores them, and only there`() throws {
    // 43,831 is 1 January 2020 in the 1900 date system (ISO/IEC 29500-1, 18.17.4.1).
    #expect(try day("43831", isWorkbook: true) == 18_262)
    #expect(try day("25570", isWorkbook: true) == 1)
    #expect(try day("60", isWorkbook: true) == nil, "the 29 February 1900 that never was")
    #expect(try day("43831") == nil)
    #expect(try day("2020-01-01", isWorkbook: true) == 18_262)
  }

  @Test func `blanks are the empty field and the words that the source names`() throws {
    let style = try style("blank = [\"n/a\"]")
    for (text, isBlank) in [("", true), (" n/a ", true), ("NA", false), ("0", false)] {
      #expect((read(text, TextReading(), style).fault == .missingValue) == isBlank)
    }
  }

  @Test(
    arguments: [
      ("a\u{A0}", "a"), ("\u{A0} a", "a"), (" \u{202F}a b\u{2009}", "a b"), ("é", "é"), ("à ", "à"),
      ("\u{A0}", nil), ("a\u{A0}b", "a\u{A0}b"),
    ] as [(String, String?)]
  )
  func `spaces that nobody sees are no part of a text`(field: String, text: String?) throws {
    let style = try style()
    let read = read(field, TextReading(), style)
    #expect(try read.column.string(at: 0) == text)
  }

  @Test func `settings that mean nothing are refused with their line`() throws {
    for text in ["decimal = \"x\"", "grouping = \";\"", "grouping = \".\"", "date = \"Y\""] {
      let failure = #expect(throws: DiagnosticFailure.self) { try style("\n" + text) }
      #expect(failure?.diagnostics.map(\.code.rawValue) == ["project.bad-parameter"])
      #expect(failure?.diagnostics.first?.location?.line == 2)
    }
  }
}
