// SPDX-License-Identifier: Apache-2.0

internal import Interchange

/// A row of a sheet as texts.
struct SheetRow: Sendable {
  /// The number that the sheet gives it.
  let number: Int
  /// A text for every column with a name, and more where the row goes on beyond the last.
  let texts: [String]
  /// Where the spreadsheet program left an error, such as `#REF!`, by position among the texts.
  let errors: [Int]
}

/// What has been seen of a sheet on the way down.
final class SheetPass {
  private(set) var names: [String] = []
  private(set) var row = 0
  private(set) var uncomputed = (count: 0, row: 0)
  private(set) var percents: [Int: (count: Int, row: Int)] = [:]
  /// The rows that hold something, from the top.
  private var rows: [Int] = []
  private let wanted: Int?
  private let mark: Character
  private let body: (SheetRow) -> Void

  /// A sheet has no more columns.
  ///
  /// - Source: ISO/IEC 29500-1, 18.3.1.4: columns run to XFD.
  private static let mostColumns = 16_384

  init(_ wanted: Int?, _ mark: Character, _ body: @escaping (SheetRow) -> Void) {
    (self.wanted, self.mark, self.body) = (wanted, mark, body)
  }

  func take(_ cells: [WorkbookCell]) {
    guard let number = cells.first?.row, number > row else { return }
    let found = self.row(number, cells)
    guard found.texts.contains(where: { !$0.isEmpty }) else { return }
    if row > 0 {
      rows.append(number)
      return body(found)
    }
    guard number == wanted ?? number else { return }
    (names, row) = (found.texts, number)
  }

  /// Whether one of these rows holds something, below the names.
  func holdsSomething(in range: Range<Int>) -> Bool {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] < range.upperBound
  }

  /// A text for each column with a name, and for those beyond that hold something.
  private func row(_ number: Int, _ cells: [WorkbookCell]) -> SheetRow {
    var texts = [String](repeating: "", count: names.count)
    var errors: [Int] = []
    for cell in cells {
      // What stands above the names is not read.
      if row > 0 { note(cell) }
      let text = cell.text(decimalMark: mark).trimmingSpaces
      guard !text.isEmpty, cell.column <= SheetPass.mostColumns else { continue }
      while texts.count < cell.column { texts.append("") }
      texts[cell.column - 1] = text
      if case .error = cell.content { errors.append(cell.column - 1) }
    }
    return SheetRow(number: number, texts: texts, errors: errors)
  }

  private func note(_ cell: WorkbookCell) {
    if cell.isUncomputed {
      uncomputed = (uncomputed.count + 1, uncomputed.count == 0 ? cell.row : uncomputed.row)
    } else if cell.display == .percent {
      percents[cell.column - 1, default: (0, cell.row)].count += 1
    }
  }
}
