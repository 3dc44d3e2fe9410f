// SPDX-License-Identifier: Apache-2.0

internal import Interchange

/// Which of the first rows of a sheet hold something, and in which columns.
struct SheetExtent {
  /// The first rows that hold something.
  let rows: [Row]

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
  ///   - sheet: the sheet; the first that is not hidden where it is `nil`.
  /// - Throws: what reading a workbook gives.
  init(_ path: String, named name: String, sheet: String?) throws {
    let workbook = try WorkbookReader(file: path, named: name, limits: SheetTable.limits)
    let seen = Seen()
    try workbook.read(try workbook.sheet(sheet, named: name)) { cells in
      let columns = cells.filter { $0.content != .blank }.map(\.column)
      guard let row = cells.first?.row, !columns.isEmpty else { return }
      if seen.rows.count < SheetExtent.looked {
        seen.rows.append(Row(number: row, columns: columns))
      }
    }
    rows = seen.rows
  }

  /// What the reader has passed.
  private final class Seen {
    var rows: [Row] = []
  }
}
