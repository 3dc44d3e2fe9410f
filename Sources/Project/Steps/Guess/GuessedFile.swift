// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform

/// The first rows of a file that is being guessed at, as texts, and how the file is cut into them.
struct GuessedFile: Sendable {
  private(set) var columns: [GuessedColumn]
  /// The line, or the row of the sheet, on which each row stands.
  private(set) var lines: [Int] = []
  /// What stands between fields; `nil` for a sheet.
  let delimiter: UInt8?
  let encoding: SourceDefinition.Encoding
  /// The sheet of a workbook; `nil` for a file of text.
  let sheet: GuessedSheet?
  /// The line or row with the names of the columns: titles may stand above it.
  let header: Int

  /// Rows that are looked at: enough that what a guess has not seen is rare.
  private static let looked = 100_000

  /// Reads a delimited file; one that is not UTF-8 is taken for Windows-1252.
  ///
  /// - Throws: `import.not-text`, `import.empty-file`, `import.repeated-column`, `import.nameless-columns`.
  init(delimited path: String) throws {
    let plain = try FileContent(path, encoding: nil)
    if let kind = plain.foreignKind {
      throw StepsDefinitions.notText.at(Location(path), ["kind": .text(kind)])
    }
    let isUTF8 = String(validating: plain.bytes, as: UTF8.self) != nil
    encoding = isUTF8 ? .utf8 : .windows1252
    sheet = nil
    let content = isUTF8 ? plain : try FileContent(path, encoding: encoding.singleByte)
    header = GuessedHeader.line(of: content.bytes)
    let format = DelimitedTextFormat.guessed(from: content.bytes, line: header)
    delimiter = format.delimiter
    var reader = DelimitedTextReader(content.bytes, format)
    let record = DelimitedRecord()
    repeat {
      guard reader.next(record) else { throw StepsDefinitions.emptyFile.at(Location(path)) }
    } while record.line < header
    columns = GuessedColumn.named(record.texts.map { $0.trimmingSpaces })
    var rows = 0
    while rows < GuessedFile.looked, reader.next(record) {
      guard record.fault == nil, record.count == columns.count else { continue }
      rows += 1
      lines.append(record.line)
      for position in columns.indices {
        columns[position].append(record.text(position).trimmingSpaces)
      }
    }
    try dropNameless(path)
  }

  /// Reads a sheet of a workbook.
  ///
  /// - Parameters:
  ///   - path: the workbook.
  ///   - wanted: its sheet; the first that is not hidden where it is `nil`.
  /// - Throws: `import.damaged-workbook`, `import.repeated-column`, `import.nameless-columns`, and what reading
  ///   a workbook gives.
  init(workbook path: String, sheet wanted: String?) throws {
    try SpreadsheetBlocks.check(path, named: path)
    encoding = .utf8
    delimiter = nil
    let sheet = try GuessedSheet(path, wanted: wanted)
    self.sheet = sheet
    let rows = try SheetExtent(path, named: path, sheet: sheet.name).rows
    let found = GuessedHeader.row(rows.map { ($0.number, $0.columns.count) })
    let seen = Seen()
    let table = try SheetTable(path, named: path, sheet: sheet.name, header: found) {
      seen.add($0)
    }
    header = table.headerRow
    columns = GuessedColumn.named(table.header)
    lines = seen.rows.map(\.number)
    for row in seen.rows {
      for position in columns.indices {
        columns[position].append(position < row.texts.count ? row.texts[position] : "")
      }
    }
    try dropNameless(path)
  }

  /// The first rows of a sheet.
  private final class Seen {
    private(set) var rows: [SheetRow] = []

    func add(_ row: SheetRow) {
      if rows.count < GuessedFile.looked { rows.append(row) }
    }
  }

  /// Leaves out columns without a name or a value, and refuses those that a source could not tell apart.
  ///
  /// One column without a name is found as the one whose name is empty; of several none is, even where the
  /// others hold nothing.
  private mutating func dropNameless(_ path: String) throws {
    let nameless = columns.indices.filter { columns[$0].name.isEmpty }
    let filled = nameless.filter { !columns[$0].texts.allSatisfy(\.isEmpty) }
    if nameless.count > 1, !filled.isEmpty {
      let places = filled.map { sheet == nil ? "\($0 + 1)" : WorkbookCell.letters($0 + 1) }
      throw StepsDefinitions.namelessColumns.at(
        Location(path, line: header),
        ["count": .count(places.count), "places": .text(places.joined(separator: ", "))]
      )
    }
    columns = columns.indices.filter { !nameless.contains($0) || filled.contains($0) }
      .map { columns[$0] }
    let names = columns.map(\.name)
    for (position, name) in names.enumerated() where names[..<position].contains(name) {
      throw StepsDefinitions.repeatedColumn.at(
        Location(path, line: header),
        ["file": .text(path), "column": .text(name)]
      )
    }
  }
}
