// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Relation

/// The first rows of a file that is being guessed at, as texts, and how the file is cut into them.
struct GuessedFile: Sendable {
  private(set) var columns: [GuessedColumn]
  /// What stands between fields; `nil` for a sheet.
  let delimiter: UInt8?
  let encoding: SourceDefinition.Encoding

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
    let format = DelimitedTextFormat.guessed(from: content.bytes)
    delimiter = format.delimiter
    var reader = DelimitedTextReader(content.bytes, format)
    let record = DelimitedRecord()
    guard reader.next(record) else { throw StepsDefinitions.emptyFile.at(Location(path)) }
    columns = try GuessedFile.named(record.texts.map { $0.trimmingSpaces }, path)
    var rows = 0
    while rows < GuessedFile.looked, reader.next(record) {
      guard record.fault == nil, record.count == columns.count else { continue }
      rows += 1
      for position in columns.indices {
        columns[position].append(record.text(position).trimmingSpaces)
      }
    }
  }

  /// Reads the first sheet of a workbook.
  ///
  /// - Throws: `import.damaged-workbook`, `import.repeated-column`, what the engine refuses.
  init(workbook path: String, _ session: any Session) async throws {
    try SpreadsheetBlocks.check(path, named: path)
    encoding = .utf8
    delimiter = nil
    let sheet = Source.spreadsheet(path: path, sheet: nil)
    let schema = try await session.schema(of: sheet)
    columns = try GuessedFile.named(schema.names, path)
    let plan = Plan.scan(sheet, schema: schema).limit(GuessedFile.looked)
    for try await batch in try await session.rows(of: plan) {
      for row in 0..<batch.rowCount where batch.columns.contains(where: { $0.isValid(row) }) {
        for position in columns.indices {
          let text = try batch.columns[position].string(at: row) ?? ""
          columns[position].append(text.trimmingSpaces)
        }
      }
    }
  }

  private static func named(_ names: [String], _ path: String) throws -> [GuessedColumn] {
    for (position, name) in names.enumerated() where names[..<position].contains(name) {
      throw StepsDefinitions.repeatedColumn.at(
        Location(path, line: 1),
        ["file": .text(path), "column": .text(name)]
      )
    }
    return GuessedColumn.named(names)
  }
}
