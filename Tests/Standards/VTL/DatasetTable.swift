// SPDX-License-Identifier: Apache-2.0

import Columns
import Relation
import Values

@testable import VTL

/// A dataset as a CSV table: a header, a comma between cells, an empty cell where there is no value.
struct DatasetTable {
  let names: [String]
  let rows: [[String?]]

  init(names: [String], rows: [[String?]]) {
    self.names = names
    self.rows = rows
  }

  init(_ text: String) {
    var records: [[String?]] = []
    for line in text.split(whereSeparator: \.isNewline) { records.append(Self.cells(line)) }
    names = (records.first ?? []).map { ($0 ?? "").filter { $0 != "\u{FEFF}" } }
    rows = Array(records.dropFirst())
  }

  private static func cells(_ line: Substring) -> [String?] {
    var cells: [String?] = []
    var cell = ""
    var isQuoted = false
    var wasQuoted = false
    for character in line {
      switch character {
      case "\"":
        isQuoted.toggle()
        wasQuoted = true
      case "," where !isQuoted:
        cells.append(cell.isEmpty && !wasQuoted ? nil : cell)
        (cell, wasQuoted) = ("", false)
      default: cell.append(character)
      }
    }
    return cells + [cell.isEmpty && !wasQuoted ? nil : cell]
  }

  /// The rows as a plan with the columns of a structure; `nil` where a cell is not of its type.
  func plan(_ structure: DatasetStructure) throws -> Plan? {
    var literals: [[Literal]] = []
    for row in rows {
      var line: [Literal] = []
      for component in structure.components {
        let index = names.firstIndex { $0.lowercased() == component.name.lowercased() }
        let cell = index.flatMap { row.indices.contains($0) ? row[$0] : nil }
        guard let value = Self.literal(cell, component.type.writtenType) else { return nil }
        line.append(value)
      }
      literals.append(line)
    }
    return try structure.computable(.values(literals, schema: structure.writtenSchema))
  }

  private static func literal(_ cell: String?, _ type: ColumnType) -> Literal? {
    guard let cell else { return .null(type) }
    switch type {
    case .boolean: return .boolean(cell.lowercased() == "true")
    case .integer: return Int64(cell).map { .integer($0) }
    case .double: return Double(cell).map { .double($0) }
    case .date: return day(cell).map { .date(day: $0) }
    default: return .string(cell)
    }
  }

  /// Days since 1970-01-01.
  private static func day(_ text: String) -> Int32? {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let (year, month) = (parts[1] <= 2 ? parts[0] - 1 : parts[0], parts[1])
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + parts[2] - 1
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(days - 719_468)
  }

  /// The rows of a stream, each cell as text.
  static func texts(of stream: BatchStream) async throws -> [[String?]] {
    var rows: [[String?]] = []
    for try await batch in stream {
      for row in 0..<batch.rowCount {
        rows.append(try batch.columns.map { try text($0, row) })
      }
    }
    return rows
  }

  private static func text(_ column: Column, _ row: Int) throws -> String? {
    guard column.isValid(row) else { return nil }
    switch column.type {
    case .boolean: return try column.boolean(at: row).map { $0 ? "true" : "false" }
    case .integer: return try column.integer(at: row).map { "\($0)" }
    case .double: return try column.double(at: row).map { "\($0)" }
    case .date: return try column.date(at: row).map { "day \($0)" }
    default: return try column.string(at: row)
    }
  }

  /// What differs between two tables without regard to the order of rows; `nil` where nothing does.
  ///
  /// Numbers are the same at 10⁻⁷ absolute or 10⁻⁵ relative.
  static func difference(_ actual: [[String?]], _ expected: [[String?]]) -> String? {
    guard actual.count == expected.count else {
      return "\(actual.count) rows, not \(expected.count): \(actual)"
    }
    var open = expected
    for row in actual {
      guard let match = open.firstIndex(where: { isSame(row, $0) }) else {
        return "row \(row) is none of \(open)"
      }
      open.remove(at: match)
    }
    return nil
  }

  private static func isSame(_ left: [String?], _ right: [String?]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
  }

  private static func isSame(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return (left ?? "").isEmpty && (right ?? "").isEmpty }
    if left == right || left.lowercased() == right.lowercased() { return true }
    if left.hasPrefix("day "), let day = day(right) { return left == "day \(day)" }
    if let first = TimePeriod(spelt: left), first == TimePeriod(spelt: right) { return true }
    let numbers = [left, right].compactMap { Double($0.filter { $0 != " " }) }
    guard numbers.count == 2 else { return false }
    let (first, second) = (numbers[0], numbers[1])
    let difference = abs(first - second)
    return difference <= 1e-7 || difference <= 1e-5 * max(abs(first), abs(second))
  }
}
