// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Relation
internal import Values

/// What a column seems to hold, from its first ten thousand values.
struct GuessedColumn: Sendable {
  private static let looked = 10_000

  let id: String
  let name: String
  private(set) var isNumber = true
  private(set) var isTime = true
  private(set) var isKey = true
  private var decimals = 0
  private var seen: Set<String> = []

  init(_ name: String, others: [String]) {
    self.name = name
    var id = name.uppercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "_"
    }.joined()
    if id.first?.isLetter != true { id = "C_" + id }
    var unique = id
    var number = 2
    while others.contains(unique) {
      unique = "\(id)_\(number)"
      number += 1
    }
    self.id = unique
  }

  var quotedName: String {
    "\"" + name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }

  var typeText: String {
    guard isNumber else { return "type = \"text\"" }
    return decimals > 0 ? "type = \"decimal\"\ndecimals = \(decimals)" : "type = \"integer\""
  }

  mutating func look(at value: String) {
    let trimmed = value.trimmingSpaces
    if trimmed.isEmpty {
      isKey = false
      return
    }
    if isKey, !seen.insert(trimmed).inserted { isKey = false }
    if isTime {
      isTime =
        trimmed.utf8.count >= 4
        && TimePeriod(trimmed).map { $0.year > 1800 && $0.year < 2200 } ?? false
    }
    guard isNumber else { return }
    if let number = Decimal(trimmed) {
      decimals = max(decimals, number.reduced.scale)
    } else {
      isNumber = false
    }
  }

  /// The columns of a delimited file.
  static func delimited(_ path: String) throws -> [GuessedColumn] {
    let content = try FileContent(path, encoding: nil)
    if let kind = content.foreignKind {
      throw StepsDefinitions.notText.at(Location(path), ["kind": .text(kind)])
    }
    var reader = DelimitedTextReader(content.bytes, .guessed(from: content.bytes))
    let record = DelimitedRecord()
    guard reader.next(record) else { throw StepsDefinitions.emptyFile.at(Location(path)) }
    var columns = named(record.texts.map { $0.trimmingSpaces })
    var rows = 0
    while rows < looked, reader.next(record) {
      rows += 1
      guard record.count == columns.count else { continue }
      for position in columns.indices { columns[position].look(at: record.text(position)) }
    }
    return columns
  }

  /// The columns of the first sheet of a workbook.
  static func workbook(_ path: String, _ session: any Session) async throws -> [GuessedColumn] {
    try SpreadsheetBlocks.check(path, named: path)
    let sheet = Source.spreadsheet(path: path, sheet: nil)
    let schema = try await session.schema(of: sheet)
    var columns = named(schema.names)
    let plan = Plan.scan(sheet, schema: schema).limit(looked)
    for try await batch in try await session.rows(of: plan) {
      for row in 0..<batch.rowCount {
        for position in columns.indices {
          columns[position].look(at: try batch.columns[position].string(at: row) ?? "")
        }
      }
    }
    return columns
  }

  private static func named(_ names: [String]) -> [GuessedColumn] {
    names.reduce(into: []) { $0.append(GuessedColumn($1, others: $0.map(\.id))) }
  }
}
