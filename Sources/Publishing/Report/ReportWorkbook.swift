// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Project

/// A report as a workbook: its words, a sheet for each table, and every number with its command.
struct ReportWorkbook: Sendable {
  private let document: ReportDocument
  private let settings: ProjectSettings
  private let release: String?
  private let words: PageLanguage
  private let notes: ReportNotes

  init(_ document: ReportDocument, settings: ProjectSettings, release: String?) {
    self.document = document
    self.settings = settings
    self.release = release
    words = PageLanguage(document.language)
    notes = ReportNotes(document, words)
  }

  /// Writes the file.
  ///
  /// - Throws: `interchange.workbook-failed`.
  func write(to path: String) throws {
    let workbook = try Workbook(path, title: document.title)
    let bold = workbook.format(bold: true)
    let wrapped = workbook.format(wrapped: true)
    let number = workbook.format(numbers: "#,##0.##########")
    let text = try workbook.sheet(words.text(ReportPageTexts.textSheet))
    write(text, bold, wrapped)
    for (position, table) in notes.tables.enumerated() {
      write(
        table.table,
        try workbook.sheet(words.text(ReportPageTexts.tableWord, ["number": .count(position + 1)])),
        bold,
        number
      )
    }
    writeNumbers(try workbook.sheet(words.text(ReportPageTexts.numbersSheet)), bold, number)
    try workbook.close()
  }

  /// What the report says in words.
  private func write(_ sheet: Sheet, _ bold: CellFormat, _ wrapped: CellFormat) {
    sheet.setWidth(110, column: 0)
    var row = 0
    let put = { (text: String, format: CellFormat) in
      _ = sheet.write(
        String(text.prefix(Sheet.limits.characters / 2)),
        row: row,
        column: 0,
        format
      )
      row += 1
    }
    put(document.title, bold)
    if let subtitle = document.subtitle { put(subtitle, wrapped) }
    put(words.plain(settings.name), wrapped)
    if let release {
      put("\(words.text(SiteTexts.release))\(words.language.colon)\(release)", wrapped)
    }
    if let licence = settings.release.licence {
      put("\(words.text(SiteTexts.licence))\(words.language.colon)\(licence)", wrapped)
    }
    for (text, isHeading) in lines(document.blocks) { put(text, isHeading ? bold : wrapped) }
  }

  private func lines(_ blocks: [ReportBlock]) -> [(String, Bool)] {
    blocks.flatMap { block -> [(String, Bool)] in
      switch block {
      case .heading(_, let line): [(ReportBody.plain(line, words), true)]
      case .paragraph(let line), .note(let line): [(ReportBody.plain(line, words), false)]
      case .list(_, let items): items.flatMap { lines($0).map { ("• \($0.0)", $0.1) } }
      case .quotation(let inner): lines(inner)
      case .code(let text): [(text, false)]
      case .table, .chart, .rule, .pageBreak: []
      }
    }
  }

  private func write(
    _ table: ReportTable,
    _ sheet: Sheet,
    _ bold: CellFormat,
    _ number: CellFormat
  ) {
    sheet.setWidth(40, column: 0)
    _ = sheet.write(ReportBody.plain(table.caption, words), row: 0, column: 0, bold)
    var row = 1
    for heading in table.spread {
      for (column, line) in heading.enumerated() {
        _ = sheet.write(ReportBody.plain(line, words), row: row, column: column, bold)
        if column > 0 { sheet.setWidth(22, column: column) }
      }
      row += 1
    }
    for entry in table.rows {
      _ = sheet.write(ReportBody.plain(entry.heading, words), row: row, column: 0)
      for (column, line) in entry.cells.enumerated() {
        if line.count == 1, case .number(let bound) = line[0], bound.unit == nil,
          let text = bound.text, let value = SheetColumn.number(text)
        {
          _ = sheet.write(value, row: row, column: column + 1, number)
        } else if !line.isEmpty {
          _ = sheet.write(ReportBody.plain(line, words), row: row, column: column + 1)
        }
      }
      row += 1
    }
    row += 1
    for note in table.notes {
      _ = sheet.write(ReportBody.plain(note, words), row: row, column: 0)
      row += 1
    }
  }

  /// One row = one number: where it stands, what it is, how to see it again.
  private func writeNumbers(_ sheet: Sheet, _ bold: CellFormat, _ number: CellFormat) {
    let headings = [
      ReportPageTexts.placeColumn, ReportPageTexts.valueColumn, ReportPageTexts.unitColumn,
      ReportPageTexts.formulaColumn, ReportPageTexts.measureColumn, ReportPageTexts.commandColumn,
    ]
    for (column, width) in [16.0, 20, 20, 30, 16, 110].enumerated() {
      sheet.setWidth(width, column: column)
    }
    sheet.freezeHeading()
    for (column, heading) in headings.enumerated() {
      _ = sheet.write(words.text(heading), row: 0, column: column, bold)
    }
    var row = 1
    for (place, bound) in places {
      row = write(bound, place, sheet, row, number)
    }
  }

  private var places: [(String, BoundNumber)] {
    notes.sentences.enumerated().map { ("\($0 + 1)", $1) }
      + notes.tables.enumerated().flatMap { table, entry in
        entry.numbers.enumerated().map { ("\(table + 1).\($0 + 1)", $1) }
      }
  }

  /// A number that comes from several observations takes a row for each.
  private func write(
    _ bound: BoundNumber,
    _ place: String,
    _ sheet: Sheet,
    _ first: Int,
    _ format: CellFormat
  ) -> Int {
    let numbers = NumberWords(words: words)
    var row = first
    for (position, reference) in bound.origin.references.enumerated() {
      if position == 0 {
        _ = sheet.write(place, row: row, column: 0)
        if let text = bound.text, let value = SheetColumn.number(text) {
          _ = sheet.write(value, row: row, column: 1, format)
        } else {
          _ = sheet.write(bound.text ?? numbers.text(bound), row: row, column: 1)
        }
        if let unit = bound.unit { _ = sheet.write(words.plain(unit), row: row, column: 2) }
        _ = sheet.write(numbers.formula(bound.origin), row: row, column: 3)
      }
      if let measure = reference.measure { _ = sheet.write(measure, row: row, column: 4) }
      _ = sheet.write(reference.command, row: row, column: 5)
      row += 1
    }
    return row
  }
}

extension ReportTable {
  /// The headings with each text in every column over which it stands.
  var spread: [[[ReportInline]]] {
    let width = (headings.first ?? []).map(\.columns).reduce(0, +)
    var grid = headings.map { _ in [[ReportInline]?](repeating: nil, count: width) }
    for (row, headings) in headings.enumerated() {
      var column = 0
      for heading in headings {
        while column < width, grid[row][column] != nil { column += 1 }
        for down in row..<min(grid.count, row + heading.rows) {
          for across in column..<min(width, column + heading.columns) {
            grid[down][across] = heading.content
          }
        }
        column += heading.columns
      }
    }
    return grid.map { $0.map { $0 ?? [] } }
  }
}
