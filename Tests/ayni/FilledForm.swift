// SPDX-License-Identifier: Apache-2.0

import Foundation
import Interchange
import Values
import Workbooks

/// A form as somebody filled it in: its sheets are read, changed, and written anew by hand, so that what
/// comes back is not our own writer's.
struct FilledForm {
  typealias Cell = CraftedWorkbook.Cell

  /// The cells by sheet, row and column, from one.
  private(set) var cells: [String: [Int: [Int: Cell]]] = [:]
  private var order: [(name: String, isHidden: Bool)] = []
  private var merges: [String: [String]] = [:]
  private let ids: [String: Int]

  static let records = "Records"

  init(_ path: String) throws {
    let reader = try WorkbookReader(file: path)
    let found = Found()
    for sheet in reader.sheets {
      order.append((sheet.name, sheet.isHidden))
      try reader.read(sheet) { row in
        for cell in row {
          found.cells[sheet.name, default: [:]][cell.row, default: [:]][cell.column] = cell
        }
      }
    }
    var ids: [String: Int] = [:]
    for name in ["Records", "Enregistrements"] {
      for (column, cell) in found.cells[name]?[1] ?? [:] {
        if case .text(let id) = cell.content { ids[id] = column }
      }
    }
    self.ids = ids
    cells = found.cells.mapValues { $0.mapValues { $0.mapValues(FilledForm.cell) } }
  }

  private final class Found { var cells: [String: [Int: [Int: WorkbookCell]]] = [:] }

  private static func cell(_ cell: WorkbookCell) -> Cell {
    switch cell.content {
    case .blank: .none
    case .text(let text): .text(text)
    case .number(let number): .number("\(number)")
    case .boolean(let flag): .boolean(flag)
    case .date(let day, _): .day(String(day.daysSinceEpoch + 25_569))
    case .error(let text): .error(text)
    }
  }

  /// The sheet of records, in the language of the form.
  var recordSheet: String { cells["Records"] == nil ? "Enregistrements" : "Records" }

  /// Writes into the cell of a component; rows of records begin at 3.
  mutating func enter(_ cell: Cell, _ component: String, row: Int) {
    guard let column = ids[component] else { return }
    cells[recordSheet]?[row, default: [:]][column] = cell
  }

  /// Writes a text into the cell of a component.
  mutating func enter(_ text: String, _ component: String, row: Int) {
    enter(.text(text), component, row: row)
  }

  /// Removes a row of records.
  mutating func removeRow(_ row: Int) { cells[recordSheet]?[row] = nil }

  /// Swaps two columns of the sheet of records.
  mutating func swapColumns(_ first: Int, _ second: Int) {
    for row in cells[recordSheet]?.keys.sorted() ?? [] {
      let (left, right) = (cells[recordSheet]?[row]?[first], cells[recordSheet]?[row]?[second])
      cells[recordSheet]?[row]?[first] = right
      cells[recordSheet]?[row]?[second] = left
    }
  }

  /// Removes a column of the sheet of records.
  mutating func removeColumn(_ component: String) {
    guard let column = ids[component] else { return }
    for row in cells[recordSheet]?.keys.sorted() ?? [] {
      cells[recordSheet]?[row]?[column] = nil
    }
  }

  /// Answers the question of the first sheet.
  mutating func answerNil(_ word: String) {
    let cover = order[0].name
    let mark = cells[cover]?.first { $0.value[1] != nil }?.key ?? 0
    cells[cover]?[mark]?[3] = .text(word)
  }

  /// Changes what the hidden sheet says.
  mutating func identify(_ row: Int, _ text: String) { cells["_form"]?[row]?[2] = .text(text) }

  /// Merges cells of the sheet of records.
  mutating func merge(_ range: String) { merges[recordSheet, default: []].append(range) }

  /// Adds a sheet.
  mutating func add(_ name: String, isHidden: Bool) {
    order.append((name, isHidden))
    cells[name] = [1: [1: .text("something")]]
  }

  /// Takes a sheet out.
  mutating func removeSheet(_ name: String) { order.removeAll { $0.name == name } }

  /// Hides a sheet.
  mutating func hide(_ name: String) {
    order = order.map { ($0.name, $0.isHidden || $0.name == name) }
  }

  /// The workbook.
  var data: Data {
    Data(
      CraftedWorkbook(
        order.map { name, isHidden in
          let rows = (cells[name] ?? [:]).mapValues { row in
            (1...max(1, row.keys.max() ?? 1)).map { row[$0] ?? .none }
          }
          return CraftedWorkbook.Sheet(name, rows, isHidden: isHidden, merges: merges[name] ?? [])
        }
      ).bytes
    )
  }
}
