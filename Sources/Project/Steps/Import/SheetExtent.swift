// SPDX-License-Identifier: Apache-2.0

internal import Interchange

/// Which rows and columns of a sheet hold something.
struct SheetExtent {
  /// The first rows that hold something.
  private(set) var rows: [Row] = []
  private var lastRow = 0

  /// A row of the sheet and the columns that hold something in it, from one.
  struct Row {
    let number: Int
    let columns: [Int]
  }

  /// How far down names of columns are looked for.
  private static let looked = 1_000

  /// Goes through a sheet.
  ///
  /// - Parameters:
  ///   - path: the workbook.
  ///   - name: how messages name it.
  ///   - sheet: the sheet; the first where it is `nil`.
  /// - Throws: what reading a workbook gives.
  init(_ path: String, named name: String, sheet: String?) throws {
    let workbook = try WorkbookReader(file: path, named: name)
    let named = workbook.sheets.first { sheet == nil || $0.name == sheet }
    guard let entry = named else { return }
    let seen = Seen()
    _ = try workbook.read(entry) { cells in
      let columns = cells.filter { $0.content != .blank }.map(\.column)
      guard let row = cells.first?.row, !columns.isEmpty else { return }
      if seen.rows.count < SheetExtent.looked {
        seen.rows.append(Row(number: row, columns: columns))
      }
      seen.lastRow = row
    }
    rows = seen.rows
    lastRow = seen.lastRow
  }

  /// The range from a row with the names of columns to the last row of the sheet: `A3:H40`.
  ///
  /// - Returns: `nil` where the row has no names.
  func range(header: Int) -> String? {
    guard let row = rows.first(where: { $0.number == header }),
      let first = row.columns.min(), let last = row.columns.max()
    else { return nil }
    return WorkbookCell.name(row: header, column: first) + ":"
      + WorkbookCell.name(row: max(lastRow, header), column: last)
  }

  /// What the reader has passed.
  private final class Seen {
    var rows: [Row] = []
    var lastRow = 0
  }
}
