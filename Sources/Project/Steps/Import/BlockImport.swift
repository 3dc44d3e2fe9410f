// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Interchange
internal import Platform
internal import Structures

/// Some rows of a source, to be read at once.
///
/// `@unchecked Sendable`: the rows are not changed any more, and `memory` keeps alive what they point
/// to.
final class SourceBlock: @unchecked Sendable {
  let rows: DelimitedRows
  /// The rows in which a spreadsheet program left an error, by the position of the field.
  let errors: [Int: Set<Int>]
  private let memory: AnyObject?

  init(_ rows: consuming DelimitedRows, in memory: AnyObject?, errors: [Int: Set<Int>] = [:]) {
    self.rows = rows
    self.memory = memory
    self.errors = errors
  }
}

/// What became of the rows of a block.
struct ImportedBlock: Sendable {
  /// How many rows were read.
  let rowCount: Int
  /// The sound rows.
  let batch: RecordBatch
  /// The others, in order.
  let rejected: [RejectedRow]
  /// The lines of rows without any value, which are left out.
  let empty: [Int]
}

/// A row that is put aside, with the reasons.
struct RejectedRow: Sendable {
  let line: Int
  let problems: [Diagnostic]
  let texts: [String]
}

/// Turns rows of text into typed columns, component by component; knows no order of blocks, so that
/// several can be read at once.
struct BlockImport: Sendable {
  private let source: SourceDefinition
  private let components: [ImportedComponent]
  private let width: Int

  /// Makes the import of a source.
  ///
  /// - Parameters:
  ///   - source: how it is written.
  ///   - components: what is read, in the order of the columns that come out.
  ///   - width: how many fields each row should have.
  init(_ source: SourceDefinition, _ components: [ImportedComponent], width: Int) {
    self.source = source
    self.components = components
    self.width = width
  }

  /// Reads a block.
  ///
  /// - Returns: the sound rows with `_line`, and what is wrong with the others.
  /// - Throws: what building a batch gives.
  func read(_ block: SourceBlock) throws -> ImportedBlock {
    var problems = textProblems(block)
    var rows = (0..<block.rows.count).filter { problems[$0] == nil }
    let empty = rows.filter { isEmpty(block, $0) }
    if !empty.isEmpty { rows.removeAll(where: Set(empty).contains) }
    var read = columns(block, rows)
    if !read.problems.isEmpty {
      for (row, found) in read.problems { problems[rows[row]] = found }
      rows = rows.filter { problems[$0] == nil }
      read = columns(block, rows)
    }
    let lines = Column.integers("_line", count: rows.count) { lines, _ in
      for (position, row) in rows.enumerated() { lines[position] = Int64(block.rows.line(row)) }
    }
    return ImportedBlock(
      rowCount: block.rows.count,
      batch: try RecordBatch(read.columns + [lines]),
      rejected: problems.sorted { $0.key < $1.key }.map { row, found in
        RejectedRow(line: block.rows.line(row), problems: found, texts: block.rows.texts(row))
      },
      empty: empty.map { block.rows.line($0) }
    )
  }

  /// Whether no field of a row holds anything: spreadsheet programs write such rows below a table.
  private func isEmpty(_ block: SourceBlock, _ row: Int) -> Bool {
    for position in 0..<width where !block.rows.field(row, position).trimmingSpaces.isEmpty {
      return false
    }
    return true
  }

  /// What keeps rows from being cut into the fields of the header.
  private func textProblems(_ block: SourceBlock) -> [Int: [Diagnostic]] {
    var problems: [Int: [Diagnostic]] = [:]
    for (row, fault) in block.rows.unsound(width: width) {
      problems[row] = [problem(fault, fields: block.rows.fieldCount(row))]
    }
    return problems
  }

  private func problem(_ fault: DelimitedRecord.Fault?, fields: Int) -> Diagnostic {
    switch fault {
    case .openQuote?: StepsDefinitions.openQuote.at(source.location)
    case .textAfterQuote?: StepsDefinitions.textAfterQuote.at(source.location)
    case .notUTF8?: StepsDefinitions.wrongEncoding.at(source.location)
    case .noCharacter?: StepsDefinitions.noCharacter.at(source.location)
    case nil where source.style.isWorkbook && fields > width:
      StepsDefinitions.besideTable.at(
        source.location,
        ["letters": .text(WorkbookCell.letters(fields))]
      )
    case nil:
      StepsDefinitions.raggedRow.at(
        source.location,
        ["actual": .count(fields), "expected": .count(width)]
      )
    }
  }

  /// The columns of some rows, and what is wrong by position among them.
  private func columns(
    _ block: SourceBlock,
    _ rows: [Int]
  ) -> (columns: [Column], problems: [Int: [Diagnostic]]) {
    var columns: [Column] = []
    var problems: [Int: [Diagnostic]] = [:]
    for component in components {
      let (column, faults) = read(component, block, rows)
      columns.append(column)
      // An error is read as a text, which may even be one that the component takes.
      let errors = cellErrors(component, block, rows)
      for (row, text) in errors {
        problems[row, default: []].append(
          problem(StepsDefinitions.cellError, component, ["error": .text(text)])
        )
      }
      for (row, fault) in faults where errors[row] == nil {
        problems[row, default: []].append(problem(fault.definition, component))
      }
    }
    return (columns, problems)
  }

  /// The errors of a spreadsheet program that stand where a component is read and are no blanks, by
  /// position among the rows.
  private func cellErrors(
    _ component: ImportedComponent,
    _ block: SourceBlock,
    _ rows: [Int]
  ) -> [Int: String] {
    guard case .column(let position) = component.origin, let found = block.errors[position] else {
      return [:]
    }
    var errors: [Int: String] = [:]
    for (place, row) in rows.enumerated() where found.contains(row) {
      let field = block.rows.field(row, position)
      if source.style.blanks.contains(field) { continue }
      errors[place] = String(decoding: field, as: UTF8.self)
    }
    return errors
  }

  private func read(
    _ component: ImportedComponent,
    _ block: SourceBlock,
    _ rows: [Int]
  ) -> (Column, [(row: Int, fault: FieldFault)]) {
    switch component.origin {
    case .column(let position):
      block.rows.withFields { fields, starts in
        read(component, ComponentFields(fields, starts, position, rows, source.style.blanks))
      }
    case .constant(let bytes):
      bytes.withUnsafeBufferPointer { constant in
        read(component, ComponentFields(constant: constant, rows, source.style.blanks))
      }
    case .nothing: read(component, ComponentFields(constant: nil, rows, source.style.blanks))
    }
  }

  private func read(
    _ component: ImportedComponent,
    _ fields: ComponentFields
  ) -> (Column, [(row: Int, fault: FieldFault)]) {
    var fields = fields
    let column = component.reading.column(&fields, component.component.id)
    if component.component.isMandatory { fields.demandValues(column) }
    return (column, fields.faults)
  }

  private func problem(
    _ definition: DiagnosticDefinition,
    _ entry: ImportedComponent,
    _ more: [String: MessageArgument] = [:]
  ) -> Diagnostic {
    var arguments: [String: MessageArgument] = [
      "column": .text(entry.columnName), "component": .text(entry.component.id),
      "format": .text(source.style.date.rawValue), "others": .text(source.style.date.others),
    ]
    switch entry.component.representation {
    case .decimal(_, let scale): arguments["scale"] = .count(scale)
    case .integer: arguments["scale"] = .count(0)
    case .codelist(let list): arguments["list"] = .text(list.id)
    case .text, .double, .boolean, .date, .timePeriod: break
    }
    return definition.at(entry.mapping?.location, arguments.merging(more) { $1 })
  }
}
