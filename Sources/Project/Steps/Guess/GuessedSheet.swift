// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange

/// The sheet of a workbook that a guess is about, beside those that it leaves.
struct GuessedSheet: Sendable {
  /// What its tab says.
  let name: String
  /// Whether the workbook has no other sheet, hidden ones included.
  let isOnly: Bool
  /// The other sheets that are not hidden and hold something; none where a person chose the sheet.
  let others: [String]

  /// Chooses the sheet.
  ///
  /// - Parameters:
  ///   - path: the workbook.
  ///   - wanted: the sheet that a person chose; the first that is not hidden where it is `nil`.
  /// - Throws: `interchange.no-such-sheet`, and what reading a workbook gives.
  init(_ path: String, wanted: String?) throws {
    let workbook = try WorkbookReader(file: path, named: path, limits: SheetTable.limits)
    let taken = try workbook.sheet(wanted, named: path)
    name = taken.name
    isOnly = workbook.sheets.count == 1
    let left = wanted == nil ? workbook.sheets.filter { $0 != taken && !$0.isHidden } : []
    // A sheet that cannot be read is no reason to refuse another, and more than nothing.
    others = left.filter { (try? GuessedSheet.holdsSomething($0, workbook)) ?? true }.map(\.name)
  }

  /// What a person is told of the sheets that are left.
  ///
  /// - Parameter file: the workbook, as messages name it.
  /// - Returns: a warning; `nil` where no other sheet holds anything.
  func warning(_ file: String) -> Diagnostic? {
    guard !others.isEmpty else { return nil }
    return StepsDefinitions.otherSheets.at(
      Location(file),
      ["sheet": .text(name), "others": .text(others.map { "“\($0)”" }.joined(separator: ", "))]
    )
  }

  private static func holdsSomething(
    _ sheet: WorkbookReader.SheetEntry,
    _ workbook: WorkbookReader
  ) throws -> Bool {
    let found = Found()
    try workbook.read(sheet) { cells in
      found.isThere = found.isThere || cells.contains { $0.content != .blank }
    }
    return found.isThere
  }

  private final class Found {
    var isThere = false
  }
}
