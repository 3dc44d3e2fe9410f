// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange

/// The rows of a sheet below the names of its columns, as texts, each with the row on which it stands.
struct SheetTable {
  /// The names of the columns, from the first column of the sheet to the last that has one.
  let header: [String]
  /// The row with the names.
  let headerRow: Int
  /// Formulas whose value no program has computed, and the row of the first.
  let uncomputed: (count: Int, row: Int)

  /// Goes through a sheet.
  ///
  /// - Parameters:
  ///   - path: the workbook.
  ///   - name: how messages name it.
  ///   - sheet: its sheet; the first where it is `nil`.
  ///   - header: the row with the names of the columns; the first that holds something where it is `nil`.
  ///   - mark: the decimal mark with which numbers are written.
  ///   - body: takes each row that holds something: its number and a text for every column, and more where
  ///     it goes on beyond the last name.
  /// - Throws: `import.empty-file`, `interchange.no-such-sheet`, and what reading a workbook gives.
  init(
    _ path: String,
    named name: String,
    sheet: String?,
    header: Int?,
    decimalMark mark: Character = ".",
    _ body: @escaping (Int, [String]) -> Void
  ) throws {
    let workbook = try WorkbookReader(file: path, named: name, limits: SheetTable.limits)
    let pass = Pass(header, mark, body)
    try workbook.read(try workbook.sheet(sheet, named: name)) { pass.take($0) }
    guard pass.row > 0 else { throw StepsDefinitions.emptyFile.at(Location(name, line: header)) }
    (self.header, headerRow, uncomputed) = (pass.names, pass.row, pass.uncomputed)
  }

  /// A source of the office's own may be larger than what strangers send: a sheet of a million rows.
  static let limits = WorkbookLimits(
    fileBytes: 500_000_000,
    inflatedBytes: 8_000_000_000,
    cells: 50_000_000,
    sharedText: 2_000_000_000
  )

  /// What has been seen of the sheet.
  private final class Pass {
    private(set) var names: [String] = []
    private(set) var row = 0
    private(set) var uncomputed = (count: 0, row: 0)
    private let wanted: Int?
    private let mark: Character
    private let body: (Int, [String]) -> Void

    init(_ wanted: Int?, _ mark: Character, _ body: @escaping (Int, [String]) -> Void) {
      (self.wanted, self.mark, self.body) = (wanted, mark, body)
    }

    func take(_ cells: [WorkbookCell]) {
      guard let number = cells.first?.row, number > row else { return }
      let texts = self.texts(cells, named: names.count)
      guard texts.contains(where: { !$0.isEmpty }) else { return }
      if row > 0 { return body(number, texts) }
      guard number == wanted ?? number else { return }
      (names, row) = (texts, number)
    }

    /// A text for each column with a name, and for those beyond that hold something.
    private func texts(_ cells: [WorkbookCell], named count: Int) -> [String] {
      var texts = [String](repeating: "", count: count)
      for cell in cells {
        // What stands above the names is not read.
        if cell.isUncomputed, row > 0 {
          uncomputed = (uncomputed.count + 1, uncomputed.count == 0 ? cell.row : uncomputed.row)
        }
        let text = cell.text(decimalMark: mark).trimmingSpaces
        guard !text.isEmpty, cell.column <= SheetTable.mostColumns else { continue }
        while texts.count < cell.column { texts.append("") }
        texts[cell.column - 1] = text
      }
      return texts
    }
  }

  /// A sheet has no more columns.
  ///
  /// - Source: ISO/IEC 29500-1, 18.3.1.4: columns run to XFD.
  private static let mostColumns = 16_384
}

extension WorkbookReader {
  /// The sheet of a name, or the first.
  ///
  /// - Throws: `interchange.no-such-sheet`, `import.empty-file`.
  func sheet(_ wanted: String?, named file: String) throws -> SheetEntry {
    if let found = sheets.first(where: { wanted == nil || $0.name == wanted }) { return found }
    guard let wanted else { throw StepsDefinitions.emptyFile.at(Location(file)) }
    throw InterchangeDefinitions.noSuchSheet.at(
      Location(file),
      [
        "file": .text(file), "sheet": .text(wanted),
        "sheets": .text(sheets.map(\.name).joined(separator: ", ")),
      ],
      suggestion: NearestName.of(wanted, among: sheets.map(\.name))
    )
  }
}
