// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Relation

/// The first rows of a file that is being guessed at, as texts, and how the file is cut into them.
struct GuessedFile: Sendable {
  private(set) var columns: [GuessedColumn]
  /// The line, or the row of the sheet, on which each row stands.
  private(set) var lines: [Int] = []
  /// What stands between fields; `nil` for a sheet.
  let delimiter: UInt8?
  let encoding: SourceDefinition.Encoding
  /// The line or row with the names of the columns: titles may stand above it.
  let header: Int

  /// Rows that are looked at: enough that what a guess has not seen is rare.
  private static let looked = 100_000

  /// Reads a delimited file; one that is not UTF-8 is taken for Windows-1252.
  ///
  /// - Throws: `import.not-text`, `import.empty-file`, `import.repeated-column`.
  init(delimited path: String) throws {
    let plain = try FileContent(path, encoding: nil)
    if let kind = plain.foreignKind {
      throw StepsDefinitions.notText.at(Location(path), ["kind": .text(kind)])
    }
    let isUTF8 = String(validating: plain.bytes, as: UTF8.self) != nil
    encoding = isUTF8 ? .utf8 : .windows1252
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

  /// Reads the first sheet of a workbook.
  ///
  /// - Throws: `import.damaged-workbook`, `import.repeated-column`, what the engine refuses.
  init(workbook path: String, _ session: any Session) async throws {
    try SpreadsheetBlocks.check(path, named: path)
    encoding = .utf8
    delimiter = nil
    // What only looks for titles must not refuse what the engine reads.
    let rows = (try? SheetExtent(path, named: path, sheet: nil))?.rows ?? []
    header = GuessedHeader.row(rows.map { ($0.number, $0.columns.count) }) ?? 1
    let sheet = try SpreadsheetBlocks.scan(path, path, nil, header: header)
    let schema = try await session.schema(of: sheet)
    columns = GuessedColumn.named(schema.names)
    let plan = Plan.scan(sheet, schema: schema).limit(GuessedFile.looked)
    var line = header
    for try await batch in try await session.rows(of: plan) {
      for row in 0..<batch.rowCount {
        line += 1
        guard batch.columns.contains(where: { $0.isValid(row) }) else { continue }
        lines.append(line)
        for position in columns.indices {
          let text = try batch.columns[position].string(at: row) ?? ""
          columns[position].append(text.trimmingSpaces)
        }
      }
    }
    try dropNameless(path)
  }

  /// Leaves out columns without a name or a value, and refuses names that stand twice.
  private mutating func dropNameless(_ path: String) throws {
    columns.removeAll { $0.name.isEmpty && $0.texts.allSatisfy(\.isEmpty) }
    let names = columns.map(\.name)
    for (position, name) in names.enumerated() where names[..<position].contains(name) {
      throw StepsDefinitions.repeatedColumn.at(
        Location(path, line: header),
        ["file": .text(path), "column": .text(name.isEmpty ? "“”" : name)]
      )
    }
  }
}
