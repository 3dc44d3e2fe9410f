// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange

/// The rows of a sheet below the names of its columns, as texts, each with the row on which it stands.
struct SheetTable {
  /// The names of the columns, from the first column of the sheet to the last that has one.
  let header: [String]
  /// The row with the names.
  let headerRow: Int
  /// What of the cells does not show in their texts.
  let remarks: SheetRemarks
  /// Whether days that are stored as numbers are counted from 1904.
  let countsFrom1904: Bool

  /// Goes through a sheet.
  ///
  /// - Parameters:
  ///   - path: the workbook.
  ///   - name: how messages name it.
  ///   - sheet: its sheet; the first that is not hidden where it is `nil`.
  ///   - header: the row with the names of the columns; the first that holds something where it is `nil`.
  ///   - mark: the decimal mark with which numbers are written.
  ///   - body: takes each row that holds something.
  /// - Throws: `import.empty-file`, `interchange.no-such-sheet`, and what reading a workbook gives.
  init(
    _ path: String,
    named name: String,
    sheet: String?,
    header: Int?,
    decimalMark mark: Character = ".",
    _ body: @escaping (SheetRow) -> Void
  ) throws {
    let workbook = try WorkbookReader(file: path, named: name, limits: SheetTable.limits)
    let pass = SheetPass(header, mark, body)
    let merges = try workbook.read(try workbook.sheet(sheet, named: name)) { pass.take($0) }
    guard pass.row > 0 else { throw StepsDefinitions.emptyFile.at(Location(name, line: header)) }
    (self.header, headerRow) = (pass.names, pass.row)
    remarks = SheetRemarks(
      uncomputed: pass.uncomputed,
      percents: pass.percents,
      merges: merges.compactMap { CoveringMerge($0, pass) },
      headerRow: pass.row
    )
    countsFrom1904 = workbook.countsFrom1904
  }

  /// A source of the office's own may be larger than what strangers send: a sheet of a million rows.
  static let limits = WorkbookLimits(
    fileBytes: 500_000_000,
    inflatedBytes: 8_000_000_000,
    cells: 50_000_000,
    sharedText: 2_000_000_000
  )
}

extension WorkbookReader {
  /// The sheet of a name, or the first that is not hidden, or the first where all are.
  ///
  /// - Throws: `interchange.no-such-sheet`, `import.empty-file`.
  func sheet(_ wanted: String?, named file: String) throws -> SheetEntry {
    guard let wanted else {
      guard let first = sheets.first(where: { !$0.isHidden }) ?? sheets.first else {
        throw StepsDefinitions.emptyFile.at(Location(file))
      }
      return first
    }
    if let found = sheets.first(where: { $0.name == wanted }) { return found }
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
