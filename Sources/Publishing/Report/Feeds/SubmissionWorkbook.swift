// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform
public import Project
internal import Structures

/// A custodian's template, which the office has, filled with numbers of a release.
///
/// The template's own formats, formulas and other sheets stay as they are; beside it goes a list of every number with
/// the command that gives it again.
public enum SubmissionWorkbook {
  /// The template `submission`.
  public static let template: ReportTemplate = ReportTemplate(
    "submission",
    summary: Message(
      "report.submission",
      en: "a custodian's workbook filled with numbers of the release",
      fr: "le classeur d'un organisme responsable, rempli de nombres de la publication"
    )
  ) { preparation in
    let settings = try SubmissionSettings(preparation)
    return PreparedReport { context in
      try await SubmissionWriter(settings, context).output()
    }
  }
}

/// What the file of a submission says: the template, and what goes where.
struct SubmissionSettings: Sendable {
  /// The custodian's template, from the project folder.
  let workbook: String
  let workbookLocation: Location
  let file: String
  let cells: [SingleCell]
  let tables: [CellTable]
  let location: Location

  /// One cell and the number, or the words, that go into it.
  struct SingleCell: Sendable {
    let sheet: String
    let cell: String
    let content: Content
    let location: Location

    enum Content: Sendable {
      case text(String)
      case release
      case number(dataset: String, measure: String, key: [KeyPart])
    }

    init(_ table: TOMLTableReader) {
      location = table.location
      sheet = table.string("sheet")
      cell = table.string("cell")
      if let text = table.optionalString("text") {
        content = .text(text)
      } else if table.boolean("release") {
        content = .release
      } else {
        content = .number(
          dataset: table.string("dataset"),
          measure: table.string("measure"),
          key: SubmissionSettings.key("key", table)
        )
      }
    }
  }

  /// Rows of a dataset below each other, from a first row on.
  struct CellTable: Sendable {
    let sheet: String
    let firstRow: Int
    /// How many rows the template has room for; as many as there are by default.
    let room: Int?
    let dataset: String
    let key: [KeyPart]
    let columns: [(letters: String, component: String)]
    let hasLabels: Bool
    let location: Location

    init(_ table: TOMLTableReader) {
      location = table.location
      sheet = table.string("sheet")
      firstRow = table.integer("first_row")
      room = table.optionalInteger("rows")
      dataset = table.string("dataset")
      key = SubmissionSettings.key("where", table)
      columns =
        table.table("columns") { columns in
          columns.keys.map { (letters: $0, component: columns.string($0)) }
        } ?? []
      hasLabels = table.boolean("labels")
    }
  }

  init(_ preparation: ReportPreparation) throws {
    let name = preparation.definition.name
    self = try preparation.parameters { SubmissionSettings($0, name) }
    if !workbook.isEmpty {
      preparation.collector.collecting { [workbook, workbookLocation] in
        try preparation.root.file(workbook, namedAt: workbookLocation)
      }
    }
    if cells.isEmpty && tables.isEmpty {
      preparation.collector.report(
        PublishingDefinitions.badColumn.at(
          location,
          ["part": "[[parameters.cells]], [[parameters.tables]]"]
        )
      )
    }
    try preparation.collector.throwIfErrors()
  }

  private init(_ table: TOMLTableReader, _ name: String) {
    location = table.location
    workbook = table.string("workbook")
    workbookLocation = table.location(of: "workbook")
    file = table.optionalString("file") ?? "\(name).xlsx"
    cells = table.tables("cells") { SingleCell($0) }
    tables = table.tables("tables") { CellTable($0) }
  }

  private static func key(_ name: String, _ table: TOMLTableReader) -> [KeyPart] {
    table.table(name) { key in key.keys.map { KeyPart($0, key.string($0)) } } ?? []
  }
}

/// Fills the template.
private struct SubmissionWriter {
  let settings: SubmissionSettings
  let context: ReportContext
  private let numbers: NumberWords

  init(_ settings: SubmissionSettings, _ context: ReportContext) {
    self.settings = settings
    self.context = context
    numbers = NumberWords(words: PageLanguage(context.language))
  }

  func output() async throws -> ReportOutput {
    let path = try context.root.file(settings.workbook, namedAt: settings.workbookLocation)
    var editor = try WorkbookEditor(bytes: try WholeFile.bytes(path), named: settings.workbook)
    var bound: [(place: String, number: BoundNumber)] = []
    var blanks = 0
    for cell in settings.cells {
      do {
        let number = try await fill(cell, &editor)
        if let number { bound.append(("\(cell.sheet)!\(cell.cell)", number)) }
        if number?.text == nil && number != nil { blanks += 1 }
      } catch {
        context.collector.report(contentsOf: DiagnosticFailure(wrapping: error).diagnostics)
      }
    }
    for table in settings.tables {
      do {
        bound += try await fill(table, &editor)
      } catch {
        context.collector.report(contentsOf: DiagnosticFailure(wrapping: error).diagnostics)
      }
    }
    try context.collector.throwIfErrors()
    if blanks > 0 {
      context.collector.report(
        PublishingDefinitions.submissionBlank.at(settings.location, ["count": .count(blanks)])
      )
    }
    let list = settings.file.split(separator: ".").dropLast().joined(separator: ".")
    return ReportOutput(files: [
      ReportOutput.File(settings.file, try editor.bytes()),
      ReportOutput.File("\(list)-numbers.csv", listed(bound)),
    ])
  }

  /// Fills one cell.
  ///
  /// - Returns: the number that went into it; `nil` for words.
  private func fill(
    _ cell: SubmissionSettings.SingleCell,
    _ editor: inout WorkbookEditor
  ) async throws -> BoundNumber? {
    let place = try WorkbookEditor.place(cell.cell, at: cell.location)
    let content: WorkbookEditor.Content?
    var number: BoundNumber?
    switch cell.content {
    case .text(let text): content = .text(text)
    case .release: content = .text(context.release.id)
    case .number(let dataset, let measure, let key):
      let rows = try await context.release.rows(of: dataset, holding: key, at: cell.location)
      _ = try context.release.component(measure, of: rows.dataset, at: cell.location)
      guard rows.count == 1 else {
        throw PublishingDefinitions.submissionCell.at(
          cell.location,
          ["cell": .text("\(cell.sheet)!\(cell.cell)"), "rows": .count(rows.count)]
        )
      }
      let found = rows.number(0, measure)
      number = found
      content = found.text.map { .number($0) }
    }
    if let content {
      try editor.set(
        content,
        sheet: cell.sheet,
        row: place.row,
        column: place.column,
        at: cell.location
      )
    }
    return number
  }

  /// Fills rows of cells.
  private func fill(
    _ table: SubmissionSettings.CellTable,
    _ editor: inout WorkbookEditor
  ) async throws -> [(place: String, number: BoundNumber)] {
    let rows = try await context.release.rows(
      of: table.dataset,
      holding: table.key,
      at: table.location
    )
    if let room = table.room, rows.count > room {
      throw PublishingDefinitions.submissionRoom.at(
        table.location,
        ["sheet": .text(table.sheet), "rows": .count(rows.count), "room": .count(room)]
      )
    }
    var bound: [(place: String, number: BoundNumber)] = []
    for (letters, name) in table.columns {
      let component = try context.release.component(name, of: rows.dataset, at: table.location)
      let column = try WorkbookEditor.place("\(letters)1", at: table.location).column
      for row in rows.indices {
        let line = table.firstRow + row
        guard let text = rows[row, name] else { continue }
        let content: WorkbookEditor.Content
        if component.isNumber {
          content = .number(text)
          bound.append(("\(table.sheet)!\(letters)\(line)", rows.number(row, name)))
        } else if component.representation == .timePeriod, text.allSatisfy(\.isNumber) {
          // A year is a number to a spreadsheet program, which would mark one that is text.
          content = .number(text)
        } else {
          let label = rows.label(text, of: name).text(in: context.language) ?? text
          content = .text(table.hasLabels ? label : text)
        }
        try editor.set(
          content,
          sheet: table.sheet,
          row: line,
          column: column,
          like: table.firstRow,
          at: table.location
        )
      }
    }
    return bound
  }

  /// One row = one number of the workbook, and the command that gives it again.
  private func listed(_ bound: [(place: String, number: BoundNumber)]) -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = DelimitedTextWriter()
    writer.write(["CELL", "VALUE", "MEASURE", "COMMAND"], to: &bytes)
    for (place, number) in bound {
      guard let reference = number.origin.references.first else { continue }
      writer.write(
        [place, number.text ?? numbers.text(number), reference.measure, reference.command],
        to: &bytes
      )
    }
    return bytes
  }
}
