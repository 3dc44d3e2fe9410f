// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Steps

/// What columns of texts seem to be.
@Suite struct GuessTests {
  private func columns(_ texts: [(String, [String])]) -> [GuessedColumn] {
    var columns = GuessedColumn.named(texts.map(\.0))
    for (position, column) in texts.enumerated() {
      for text in column.1 { columns[position].append(text) }
    }
    return columns
  }

  private func style(_ texts: [String], delimiter: Character = ";") -> GuessedStyle {
    GuessedStyle(columns([("x", texts)]), delimiter: delimiter.asciiValue)
  }

  @Test(
    arguments: [
      (["1.5", "2"], ";", ".", nil), (["1,5", "2"], ";", ",", nil),
      (["1 200", "950"], ";", ".", " "), (["1\u{202F}200,50"], ";", ",", " "),
      (["1.200,50", "13.400,00"], ";", ",", "."), (["1,200.50"], ";", ".", ","),
      (["1,200", "950"], ",", ".", ","), (["1,200", "950"], ";", ",", nil),
      (["1'200"], ";", ".", "'"), (["12 34"], ";", ".", nil), (["a", "b"], ";", ".", nil),
    ] as [([String], Character, Character, Character?)]
  )
  func `marks of numbers`(
    texts: [String],
    delimiter: Character,
    decimal: Character,
    grouping: Character?
  ) {
    let number = style(texts, delimiter: delimiter).number
    #expect(number.decimal == decimal)
    #expect(number.grouping == grouping)
  }

  @Test(
    arguments: [
      ("a;b;c\n1;2;3\n", 1), ("Report 2024;;\n(provisional);;\na;b;c\n1;2;3\n", 3),
      ("Report\n\na;b\n1;2\n", 3), ("a\n1\n2\n", 1), (";b;c\n1;2;3\n", 1), ("a,b,\n1,2,\n", 1),
    ]
  )
  func `titles above the names of columns`(text: String, line: Int) {
    let found = Array(text.utf8).withUnsafeBufferPointer { GuessedHeader.line(of: $0) }
    #expect(found == line)
  }

  @Test(arguments: [
    (["2020-01-31"], "YYYY-MM-DD"), (["31/12/2020", "01/02/2020"], "DD/MM/YYYY"),
    (["01/02/2020", "12/31/2020"], "MM/DD/YYYY"), (["31.12.2020"], "DD.MM.YYYY"),
    (["01/02/2020"], "DD/MM/YYYY"),
  ])
  func `forms of dates`(texts: [String], form: String) {
    #expect(style(texts).date.rawValue == form)
  }

  @Test(arguments: [
    (["1", "20"], GuessedContent.number(decimals: 0)), (["1.5", "2.25"], .number(decimals: 2)),
    (["007", "012"], .text), (["0", "1"], .number(decimals: 0)), (["2020", "2021"], .period),
    (["2020-Q1"], .period), (["2020-01-31"], .date), (["yes", "no"], .boolean), (["", ""], .text),
    (["1e3"], .number(decimals: 0)), (["12a"], .text), (["2023-02-29"], .text),
  ])
  func `contents of columns`(texts: [String], content: GuessedContent) {
    let column = columns([("x", texts)])[0]
    #expect(column.content(style(texts)) == content)
  }

  @Test(arguments: [
    (["1", "2", "3", "4", "x"], 5, 1, 4), (["1,5", "?", "2,5", "3,5", "4,5"], 5, 1, 1),
    (["31/12/2020", "1/1/2021", "2/1/2021", "", "3/1/2021", "soon"], 5, 1, 5),
    (["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4", "2021", "later"], 6, 1, 5),
  ])
  func `a few values that spoil a column are told`(
    texts: [String],
    values: Int,
    odd: Int,
    row: Int
  ) throws {
    let column = columns([("x", texts)])[0]
    #expect(column.content(style(texts)) == .text)
    let lines = texts.indices.map { $0 * 10 }
    let warning = try #require(MixedColumn(column, style(texts))).warning("f.csv", lines: lines)
    #expect(warning.code.rawValue == "import.mixed-column")
    #expect(warning.location == Location("f.csv", line: row * 10))
    #expect(
      warning.arguments["odd"] == .count(odd) && warning.arguments["values"] == .count(values)
    )
  }

  @Test(arguments: [
    ["a", "b"], ["1", "2", "x"], ["007", "012", "9", "8", "x"], [""], ["1", "2"],
    ["yes", "no", "yes", "no", "1"],
  ])
  func `columns of texts are not doubted`(texts: [String]) {
    #expect(MixedColumn(columns([("x", texts)])[0], style(texts)) == nil)
  }

  @Test(arguments: [
    ("Année", "ANNEE"), ("country code", "COUNTRY_CODE"), ("2020", "COLUMN_2020"),
    ("", "COLUMN"), ("  %", "COLUMN"), ("Größe", "GROSSE"), ("名", "COLUMN"), ("a-b.c", "A_B_C"),
    ("GDP (USD)", "GDP__USD"), ("œuvre", "OEUVRE"),
  ])
  func `names become identifiers`(name: String, id: String) {
    #expect(GuessedName.identifier(name, otherwise: "COLUMN") == id)
  }

  @Test func `identifiers differ where names do not`() {
    #expect(GuessedColumn.named(["a b", "a-b", "A.B"]).map(\.id) == ["A_B", "A_B_2", "A_B_3"])
  }

  private func roles(
    _ texts: [(String, [String])]
  ) -> (dimensions: [String], time: String?, measures: [String], line: Bool) {
    let columns = columns(texts)
    let style = GuessedStyle(columns, delimiter: 59)
    let contents = columns.map { $0.content(style) }
    let roles = GuessedRoles(columns, contents, style)
    return (
      roles.dimensions.map { columns[$0].id }, roles.time.map { columns[$0].id },
      columns.indices.filter(roles.isMeasure).map { columns[$0].id }, roles.needsLine
    )
  }

  @Test func `a register has its identifier as key`() {
    let found = roles([
      ("title", ["Roads", "Roads", "Wells"]), ("id", ["1", "2", "3"]), ("usd", ["5", "6", "7"]),
    ])
    #expect(found.dimensions == ["ID"] && found.measures == ["USD"] && !found.line)
  }

  @Test func `a panel has its codes and its time as key, and labels explain`() {
    let found = roles([
      ("iso3", ["KEN", "KEN", "UGA"]), ("country", ["Kenya", "Kenya", "Uganda"]),
      ("year", ["2020", "2021", "2020"]), ("people", ["5", "6", "5"]),
    ])
    #expect(found.dimensions == ["ISO3"] && found.time == "YEAR" && found.measures == ["PEOPLE"])
  }

  @Test func `bare years are time only beside something observed`() {
    let found = roles([("place", ["a", "a"]), ("n", ["2010", "2020"])])
    #expect(found.time == nil && found.measures == ["N"])
    let named = roles([("place", ["a", "a"]), ("when", ["2010", "2020"]), ("n", ["1", "2"])])
    #expect(named.time == "WHEN" && named.dimensions == ["PLACE"])
  }

  @Test func `a blank keeps a column from being a key`() {
    let found = roles([("id", ["1", ""]), ("n", ["5", "6"])])
    #expect(found.dimensions.isEmpty && found.line)
  }

  @Test func `a file without rows is told apart by its lines`() {
    #expect(roles([("a", []), ("b", [])]).line)
  }
}
