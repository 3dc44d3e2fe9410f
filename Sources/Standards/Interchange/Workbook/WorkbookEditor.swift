// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform

/// Fills cells of a workbook and leaves all else as it is: formats, widths, formulas, pictures, other sheets.
///
/// The parts of the workbook that hold the cells are changed in place; every other part stays packed as it was.
/// Formulas are never replaced, and are computed anew when the workbook is opened.
public struct WorkbookEditor {
  private let archive: ZipArchive
  private let package: WorkbookPackage
  private let reader: WorkbookReader
  private var edits: [String: [Int: [Int: CellEdit]]] = [:]
  private var merges: [String: [MergedRange]] = [:]

  /// Opens a workbook.
  ///
  /// - Parameters:
  ///   - bytes: the workbook.
  ///   - name: how messages name it.
  ///   - limits: how large it may be.
  /// - Throws: as ``WorkbookReader``.
  public init(
    bytes: [UInt8],
    named name: String,
    limits: WorkbookLimits = WorkbookLimits()
  ) throws(Diagnostic) {
    reader = try WorkbookReader(bytes: bytes, named: name, limits: limits)
    archive = try ZipArchive(bytes, named: name, limits: limits)
    package = try WorkbookPackage(archive)
  }

  /// What a cell is to hold.
  public enum Content: Hashable, Sendable {
    /// A number in plain notation with all of its digits.
    case number(String)
    /// Text, which is never taken for a formula.
    case text(String)
  }

  /// Row and column of a name such as `C7`.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - location: where it is written.
  /// - Returns: both from one.
  /// - Throws: `interchange.not-a-cell`.
  public static func place(
    _ name: String,
    at location: Location? = nil
  ) throws(Diagnostic) -> (row: Int, column: Int) {
    guard let place = WorkbookCell.place(name.utf8), place.row <= 1_048_576, place.column <= 16_384
    else { throw InterchangeDefinitions.notACell.at(location, ["text": .text(name)]) }
    return place
  }

  /// Puts something into a cell.
  ///
  /// - Parameters:
  ///   - content: what it is to hold.
  ///   - sheet: the sheet, as its tab has it.
  ///   - row: the row, from one.
  ///   - column: the column, from one.
  ///   - model: a row whose cell in the same column lends its format where the cell has none of its own.
  ///   - location: where the cell is named.
  /// - Throws: `interchange.no-such-sheet` with the nearest name, `interchange.covered-cell`.
  public mutating func set(
    _ content: Content,
    sheet: String,
    row: Int,
    column: Int,
    like model: Int? = nil,
    at location: Location? = nil
  ) throws(Diagnostic) {
    guard let entry = package.sheets.first(where: { $0.name == sheet }) else {
      let names = package.sheets.map(\.name)
      throw InterchangeDefinitions.noSuchSheet.at(
        location,
        [
          "file": .text(archive.name), "sheet": .text(sheet),
          "sheets": .text(names.joined(separator: ", ")),
        ],
        suggestion: NearestName.of(sheet, among: names)
      )
    }
    let ranges: [MergedRange]
    if let known = merges[sheet] {
      ranges = known
    } else {
      ranges = try reader.read(entry) { _ in }
    }
    merges[sheet] = ranges
    let covering = ranges.first { range in
      range.rows.contains(row) && range.columns.contains(column)
        && (range.rows.lowerBound, range.columns.lowerBound) != (row, column)
    }
    if let covering {
      throw InterchangeDefinitions.coveredCell.at(
        location,
        [
          "cell": .text(WorkbookCell.name(row: row, column: column)), "sheet": .text(sheet),
          "range": .text(covering.name),
        ]
      )
    }
    edits[sheet, default: [:]][row, default: [:]][column] = CellEdit(
      content: content,
      model: model,
      location: location
    )
  }

  /// The workbook with its cells filled.
  ///
  /// - Returns: its bytes; the same cells give the same bytes.
  /// - Throws: `interchange.formula-cell`, `interchange.damaged-workbook`.
  public func bytes() throws(Diagnostic) -> [UInt8] {
    var contents: [String: [UInt8]] = [:]
    for sheet in package.sheets {
      guard let edits = edits[sheet.name] else { continue }
      guard let old = try archive.open(sheet.path)?.all() else { throw archive.damaged }
      guard let splice = SheetSplice(old) else { throw archive.damaged }
      contents[sheet.path] = try splice.filled(edits, sheet: sheet.name)
    }
    if !contents.isEmpty, let old = try archive.open(package.workbook)?.all() {
      contents[package.workbook] = WorkbookSplice.computingAnew(old)
    }
    return try ZipRewriter.archive(archive, replacing: contents)
  }
}

/// What is put into a cell.
struct CellEdit {
  let content: WorkbookEditor.Content
  let model: Int?
  let location: Location?
}
