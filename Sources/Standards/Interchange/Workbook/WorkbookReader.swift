// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform

/// Reads a workbook (ISO/IEC 29500, XLSX) sheet by sheet, row by row.
///
/// Nothing in it is run or fetched: formulas give the value that was saved with them, links and macros are
/// passed over. Rows without content cost nothing. The reader belongs to one task at a time.
public final class WorkbookReader {
  /// The sheets, in the order of their tabs.
  public let sheets: [SheetEntry]
  /// Whether days that are stored as numbers are counted from 1904 and not from 1900.
  public let countsFrom1904: Bool
  private let archive: ZipArchive
  private let limits: WorkbookLimits
  private let texts: [String]
  private let styles: CellStyles

  /// A sheet of a workbook.
  public struct SheetEntry: Hashable, Sendable {
    /// What its tab says.
    public let name: String
    /// Whether its tab is hidden.
    public let isHidden: Bool
    let path: String
  }

  /// Opens a workbook.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it; the path by default.
  ///   - limits: how large it may be.
  /// - Throws: `interchange.not-a-workbook`, `interchange.damaged-workbook`,
  ///   `interchange.locked-workbook`, `interchange.workbook-limit`.
  public convenience init(
    file path: String,
    named name: String? = nil,
    limits: WorkbookLimits = WorkbookLimits()
  ) throws(Diagnostic) {
    let name = name ?? path
    let size = try MappedFile(path).count
    guard size <= limits.fileBytes else {
      throw InterchangeDefinitions.workbookLimit.at(
        Location(name),
        ["file": .text(name), "limit": .count(limits.fileBytes)]
      )
    }
    try self.init(bytes: try WholeFile.bytes(path), named: name, limits: limits)
  }

  /// Opens a workbook from memory.
  ///
  /// - Parameters:
  ///   - bytes: the workbook.
  ///   - name: how messages name it.
  ///   - limits: how large it may be.
  /// - Throws: as the other initialiser.
  public init(
    bytes: [UInt8],
    named name: String,
    limits: WorkbookLimits = WorkbookLimits()
  ) throws(Diagnostic) {
    let start = Array(bytes.prefix(4))
    // A workbook with a password is an old container, as .xls files are.
    if start == [0xD0, 0xCF, 0x11, 0xE0] {
      throw InterchangeDefinitions.lockedWorkbook.at(Location(name), ["file": .text(name)])
    }
    guard start == [0x50, 0x4B, 3, 4] else {
      throw InterchangeDefinitions.notAWorkbook.at(Location(name), ["file": .text(name)])
    }
    let archive = try ZipArchive(bytes, named: name, limits: limits)
    let package = try WorkbookPackage(archive)
    self.archive = archive
    self.limits = limits
    sheets = package.sheets
    countsFrom1904 = package.countsFrom1904
    texts =
      try package.texts.map { (path) throws(Diagnostic) in
        try SharedTexts.read(archive, path, limits: limits)
      } ?? []
    styles = try CellStyles(
      try package.styles.flatMap { (path) throws(Diagnostic) in try archive.open(path)?.all() },
      named: name,
      countsFrom1904: package.countsFrom1904
    )
  }

  /// Goes through the rows of a sheet that have a content.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - body: called with the cells of each row that has any, in order.
  /// - Returns: the ranges of merged cells.
  /// - Throws: `interchange.damaged-workbook`, `interchange.workbook-limit`, and codes of XML.
  @discardableResult
  public func read(
    _ sheet: SheetEntry,
    _ body: @escaping ([WorkbookCell]) -> Void
  ) throws(Diagnostic) -> [MergedRange] {
    guard let entry = try archive.open(sheet.path) else { throw archive.damaged }
    let state = SheetState(texts, styles, body)
    let sink = XMLSink(
      start: { state.start($0) },
      end: { state.end($0) },
      text: { state.add($0) }
    )
    let stream = try XMLStream(
      pieces: { (buffer) throws(Diagnostic) in try entry.read(into: buffer) },
      named: archive.name,
      sink
    )
    while try stream.pump() {
      if state.lacksText { throw archive.damaged }
      if state.cellCount > limits.cells {
        throw InterchangeDefinitions.workbookLimit.at(
          Location(archive.name),
          ["file": .text(archive.name), "limit": .count(limits.cells)]
        )
      }
    }
    if state.lacksText { throw archive.damaged }
    return state.merges
  }
}
