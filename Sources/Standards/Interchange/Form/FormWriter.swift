// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
internal import Structures

/// Writes a form as a workbook that Excel and LibreOffice can fill in.
///
/// The first sheet explains and asks for nothing to report; the second has the records below a hidden row
/// of identifiers, so that columns are known wherever they are moved to; a hidden sheet says whose form
/// it is. What is said of a cell stands beside it as a remark, and once more in a list.
public struct FormWriter {
  private let form: Form
  private let rows: [FormRow]
  private let remarks: [Diagnostic]
  private let isNil: Bool
  private let words: Catalogue

  /// How many rows below the last record are prepared for new ones.
  private static let spareRows = 1_000
  /// The first row of records, from zero.
  private static let firstRow = 2

  /// Prepares a form.
  ///
  /// - Parameters:
  ///   - form: what it asks.
  ///   - rows: the records that stand in it already.
  ///   - remarks: what is said of the workbook as a whole.
  ///   - isNil: whether the box for nothing to report says yes.
  public init(_ form: Form, rows: [FormRow], remarks: [Diagnostic] = [], isNil: Bool = false) {
    self.form = form
    self.rows = rows
    self.remarks = remarks
    self.isNil = isNil
    words = Catalogue(form.language)
  }

  /// The bytes of the workbook; the same form gives the same bytes.
  ///
  /// - Throws: `interchange.workbook-failed`, `interchange.text-too-long`.
  public func bytes() throws -> [UInt8] {
    let temporary = try TemporaryFolder()
    let path = "\(temporary.path)/form.xlsx"
    let workbook = try Workbook(path, title: form.title, streams: false)
    let formats = FormFormats(workbook)
    let cover = try workbook.sheet(words.text(FormTexts.cover))
    writeCover(cover, formats)
    let records = try workbook.sheet(words.text(FormTexts.records))
    let lists = ListRanges(form)
    try writeRecords(records, formats, lists)
    if hasRemarks {
      writeRemarks(try workbook.sheet(words.text(FormTexts.remarks)), formats)
    }
    lists.write(try workbook.sheet(FormTexts.listSheet))
    writeIdentity(try workbook.sheet(FormTexts.identitySheet))
    (hasRemarks || form.nilQuestion == nil ? records : cover).showFirst()
    try workbook.close()
    return try WholeFile.bytes(path)
  }

  private var hasRemarks: Bool { !remarks.isEmpty || rows.contains { !$0.remarks.isEmpty } }

  private func writeCover(_ sheet: Sheet, _ formats: FormFormats) {
    sheet.setWidth(2, column: 0, isHidden: true)
    sheet.setWidth(44, column: 1)
    sheet.setWidth(60, column: 2)
    sheet.printAcross(letters: 104)
    _ = sheet.write(form.title, row: 0, column: 1, formats.heading)
    var row = 2
    for paragraph in form.introduction {
      _ = sheet.write(paragraph, row: row, column: 1)
      row += 1
    }
    row += 1
    for fact in form.facts {
      _ = sheet.write(fact.name, row: row, column: 1, formats.heading)
      _ = sheet.write(fact.value, row: row, column: 2)
      row += 1
    }
    guard let question = form.nilQuestion else { return sheet.protect() }
    row += 1
    _ = sheet.write(FormTexts.nilMark, row: row, column: 0)
    _ = sheet.write(question, row: row, column: 1, formats.wrapped)
    if isNil {
      _ = sheet.write(words.text(FormTexts.yes), row: row, column: 2, formats.box)
    } else {
      sheet.writeBlank(row: row, column: 2, formats.box)
    }
    let answers = [words.text(FormTexts.yes), words.text(FormTexts.no)]
    sheet.validate(.words(answers), hint: nil, rows: row...row, column: 2)
    sheet.protect()
  }

  private func writeRecords(
    _ sheet: Sheet,
    _ formats: FormFormats,
    _ lists: ListRanges
  ) throws {
    let last = FormWriter.firstRow + rows.count + FormWriter.spareRows
    sheet.hideRow(0)
    sheet.printAcross(letters: form.columns.map(width).reduce(0, +), repeating: 1)
    sheet.freezeHeading(rows: 2, columns: form.columns.first?.isFixed == true ? 1 : 0)
    for (position, column) in form.columns.enumerated() {
      let label = column.label(in: form.language)
      sheet.setWidth(width(column), column: position, formats.plain(column))
      _ = sheet.write(column.id, row: 0, column: position)
      _ = sheet.write(
        column.isRequired ? "\(label) *" : label,
        row: 1,
        column: position,
        column.isFixed ? formats.fixedHeading : formats.columnHeading
      )
      sheet.validate(
        entry(column, lists),
        hint: hint(column).map { (label, $0) },
        rows: FormWriter.firstRow...last,
        column: position
      )
    }
    for (position, row) in rows.enumerated() {
      for (place, column) in form.columns.enumerated() {
        try write(row, column, sheet, FormWriter.firstRow + position, place, formats)
      }
    }
  }

  private func width(_ column: FormColumn) -> Double {
    let label = Double(column.label(in: form.language).count + 4)
    switch column.component.representation {
    case .text where !column.isFixed, .codelist: return max(label, 28)
    default: return max(label, 14)
    }
  }

  private func entry(_ column: FormColumn, _ lists: ListRanges) -> Sheet.Entry {
    if let range = lists.range(of: column) { return .list(range: range) }
    switch column.component.representation {
    case .boolean: return .words([words.text(FormTexts.yes), words.text(FormTexts.no)])
    case .integer, .decimal, .double: return .number
    case .date: return .day
    case .text, .codelist, .timePeriod: return .any
    }
  }

  private func hint(_ column: FormColumn) -> String? {
    let parts = [
      column.isFixed ? words.text(FormTexts.fixed) : nil,
      column.hint?.text(in: form.language),
      column.isRequired && !column.isFixed ? words.text(FormTexts.required) : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func write(
    _ row: FormRow,
    _ column: FormColumn,
    _ sheet: Sheet,
    _ line: Int,
    _ place: Int,
    _ formats: FormFormats
  ) throws {
    var remarks = row.remarks[column.id] ?? []
    // What is said of the row stands beside its first cell.
    if place == 0 { remarks += row.remarks[""] ?? [] }
    let severity = remarks.map(\.severity).max()
    let format = formats.format(column, severity)
    let isWritten: Bool
    if let text = row.values[column.id] {
      isWritten = write(text, column, sheet, line, place, format)
    } else if let text = row.entered[column.id] {
      isWritten = sheet.write(text, row: line, column: place, format)
    } else {
      if severity != nil { sheet.writeBlank(row: line, column: place, format) }
      isWritten = true
    }
    guard isWritten else {
      throw InterchangeDefinitions.textTooLong.at(
        nil,
        ["column": .text(column.id), "limit": .count(Sheet.limits.characters)]
      )
    }
    if !remarks.isEmpty {
      let texts = remarks.map { "\($0.message(in: words)). → \($0.remedy(in: words))." }
      sheet.remark(texts.joined(separator: "\n"), row: line, column: place)
    }
  }

  private func write(
    _ text: String,
    _ column: FormColumn,
    _ sheet: Sheet,
    _ row: Int,
    _ place: Int,
    _ format: CellFormat
  ) -> Bool {
    var shown = text
    switch column.component.representation {
    case .codelist:
      shown = column.codelist?[text].map { column.choice($0, in: form.language) } ?? text
    case .integer, .decimal, .double:
      if let number = CellText.number(text) {
        return sheet.write(number, row: row, column: place, format)
      }
    case .date:
      if let serial = CellText.serial(text) {
        return sheet.write(serial, row: row, column: place, format)
      }
    case .boolean:
      if text == "true" { shown = words.text(FormTexts.yes) }
      if text == "false" { shown = words.text(FormTexts.no) }
    case .text, .timePeriod: break
    }
    return sheet.write(shown, row: row, column: place, format)
  }

  private func writeRemarks(_ sheet: Sheet, _ formats: FormFormats) {
    let headings = [
      (FormTexts.cell, 10.0), (FormTexts.column, 28), (FormTexts.weight, 16), (FormTexts.said, 70),
      (FormTexts.remedy, 70),
    ]
    sheet.printAcross(letters: headings.map(\.1).reduce(0, +), repeating: 0)
    for (position, (heading, width)) in headings.enumerated() {
      sheet.setWidth(width, column: position)
      _ = sheet.write(words.text(heading), row: 0, column: position, formats.columnHeading)
    }
    sheet.freezeHeading()
    var line = 1
    for remark in remarks { write(remark, "", "", sheet, &line, formats) }
    for (position, row) in rows.enumerated() {
      for (place, column) in form.columns.enumerated() {
        let said = (row.remarks[column.id] ?? []) + (place == 0 ? row.remarks[""] ?? [] : [])
        let cell = WorkbookCell.name(row: FormWriter.firstRow + position + 1, column: place + 1)
        for remark in said {
          write(remark, cell, column.label(in: form.language), sheet, &line, formats)
        }
      }
    }
  }

  private func write(
    _ remark: Diagnostic,
    _ cell: String,
    _ label: String,
    _ sheet: Sheet,
    _ line: inout Int,
    _ formats: FormFormats
  ) {
    let texts = [
      cell, label, words.text(FormTexts.kind(remark.severity)), remark.message(in: words),
      remark.remedy(in: words),
    ]
    for (position, text) in texts.enumerated() {
      _ = sheet.write(text, row: line, column: position, formats.wrapped)
    }
    line += 1
  }

  private func writeIdentity(_ sheet: Sheet) {
    for (row, entry) in ([("layout", FormTexts.version)] + form.identity).enumerated() {
      _ = sheet.write(entry.0, row: row, column: 0)
      _ = sheet.write(entry.1, row: row, column: 1)
    }
    sheet.protect()
    sheet.hide()
  }
}
