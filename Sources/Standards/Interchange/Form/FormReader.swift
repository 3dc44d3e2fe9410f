// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Structures
internal import Values

/// Reads a form that somebody filled in; what cannot be read is told beside its cell, and its row is kept.
public struct FormReader {
  private let reader: WorkbookReader
  private let file: String
  /// Hidden names and values by which the form is known; empty where the hidden sheet is gone.
  public let identity: [String: [String]]

  /// Opens a form.
  ///
  /// - Parameters:
  ///   - path: the workbook.
  ///   - name: how messages name it.
  ///   - limits: how large it may be.
  /// - Throws: codes of ``WorkbookReader``.
  public init(
    file path: String,
    named name: String,
    limits: WorkbookLimits = WorkbookLimits()
  ) throws(Diagnostic) {
    try self.init(try WorkbookReader(file: path, named: name, limits: limits), named: name)
  }

  /// Opens a form from memory.
  public init(
    bytes: [UInt8],
    named name: String,
    limits: WorkbookLimits = WorkbookLimits()
  ) throws(Diagnostic) {
    try self.init(try WorkbookReader(bytes: bytes, named: name, limits: limits), named: name)
  }

  private init(_ reader: WorkbookReader, named name: String) throws(Diagnostic) {
    self.reader = reader
    file = name
    let pairs = Gathered()
    if let sheet = reader.sheets.first(where: { $0.name == FormTexts.identitySheet }) {
      try reader.read(sheet) { cells in
        guard cells.count == 2, case .text(let key) = cells[0].content else { return }
        pairs.values[key, default: []].append(cells[1].content.typed)
      }
    }
    identity = pairs.values
  }

  private final class Gathered { var values: [String: [String]] = [:] }

  /// Reads the records.
  ///
  /// - Parameter columns: what the form asks for; columns are found wherever they were moved to, by their
  ///   identifiers, else by their labels in any language.
  /// - Returns: the records and all that is said of them.
  /// - Throws: `interchange.form-not-found` where no sheet has the columns, codes of the reader.
  public func contents(_ columns: [FormColumn]) throws(Diagnostic) -> FormContents {
    var tables: [(sheet: WorkbookReader.SheetEntry, table: FormTable)] = []
    var answer: String?
    var remarks: [Diagnostic] = []
    let ours = [FormTexts.identitySheet, FormTexts.listSheet]
    // Sheets that we wrote ourselves and that hold no records.
    let further = [FormTexts.remarks, FormTexts.cover].flatMap { [$0.english, $0.french] }
    for sheet in reader.sheets where !ours.contains(sheet.name) {
      let table = FormTable(columns)
      let merges = try reader.read(sheet) { table.take($0) }
      table.finish(merges)
      if let text = table.nilAnswer { answer = text }
      if table.isFound { tables.append((sheet, table)) }
      let arguments: [String: MessageArgument] = ["sheet": .text(sheet.name)]
      if sheet.isHidden {
        remarks.append(FormDefinitions.hiddenSheet.at(Location(file), arguments))
      } else if !table.isFound, table.nilMark == nil, table.cellCount > 0,
        !further.contains(sheet.name)
      {
        remarks.append(FormDefinitions.otherSheet.at(Location(file), arguments))
      }
    }
    // A sheet whose identifiers stand in their row is the form; one that has labels alone may be a copy.
    let best = tables.first { $0.table.hasIdentifiers } ?? tables.first
    guard let best else {
      throw FormDefinitions.notFound.at(Location(file), ["file": .text(file)])
    }
    for other in tables where other.sheet != best.sheet {
      remarks.append(
        FormDefinitions.secondTable.at(
          Location(file),
          ["sheet": .text(other.sheet.name), "used": .text(best.sheet.name)]
        )
      )
    }
    return FormContents(
      sheet: best.sheet.name,
      components: best.table.components,
      rows: best.table.rows,
      remarks: remarks + best.table.remarks(file),
      nilAnswer: answer.map { TypedWord.boolean($0) == nil ? .unclear : answerOf($0) } ?? .blank
    )
  }

  private func answerOf(_ text: String) -> FormContents.NilAnswer {
    TypedWord.boolean(text) == true ? .yes : .no
  }
}

/// What a form holds.
public struct FormContents: Sendable {
  /// The sheet with the records.
  public let sheet: String
  /// The components whose columns are there.
  public let components: Set<String>
  /// The records, in order.
  public let rows: [FormRow]
  /// What is said of the workbook as a whole.
  public let remarks: [Diagnostic]
  /// What stands in the box for nothing to report.
  public let nilAnswer: NilAnswer

  /// What stands in the box for nothing to report.
  public enum NilAnswer: Hashable, Sendable {
    /// Nothing.
    case blank
    /// A yes.
    case yes
    /// A no.
    case no
    /// A word that is neither.
    case unclear
  }
}

extension WorkbookCell.Content {
  /// What a person sees in the cell, or nearly.
  var typed: String {
    switch self {
    case .blank: ""
    case .text(let text), .error(let text): text
    case .number(let number): CellText.decimal(number)?.description ?? number.description
    case .boolean(let flag): flag ? "true" : "false"
    case .date(let day, _): day.description
    }
  }
}
