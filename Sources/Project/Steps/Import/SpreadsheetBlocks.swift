// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

/// The rows of a sheet, block by block.
///
/// A sheet has a million rows at most, so its text is held in memory while it is converted.
final class SpreadsheetBlocks: SourceBlocks {
  let header: [String]
  let countsFrom1904: Bool
  private let file: String
  private let remarks: SheetRemarks
  private var blocks: ArraySlice<SourceBlock>

  init(_ source: SourceDefinition, _ context: StepContext) throws {
    let path = try context.root.resolve(source.file)
    try SpreadsheetBlocks.check(path, named: source.file)
    let filling = BlockFilling()
    let table = try SheetTable(
      path,
      named: source.file,
      sheet: source.sheet,
      // Rows without content above the names of the columns need not be counted by hand.
      header: source.header > 1 ? source.header : nil,
      decimalMark: Character(UnicodeScalar(source.style.decimalMark))
    ) { filling.add($0) }
    header = table.header
    countsFrom1904 = table.countsFrom1904
    blocks = filling.finish()[...]
    file = source.file
    remarks = table.remarks
  }

  func report(on components: [ImportedComponent], to collector: DiagnosticCollector) {
    remarks.report(on: components, file, to: collector)
  }

  /// Refuses a workbook that is cut short before it is opened.
  ///
  /// What does not begin as an archive is no workbook or a locked one, which the reader tells.
  ///
  /// - Parameters:
  ///   - path: the workbook.
  ///   - name: how messages name it.
  /// - Throws: `import.damaged-workbook`.
  static func check(_ path: String, named name: String) throws {
    let file = try MappedFile(path)
    let isCutShort = file.withBytes { span in
      span.withUnsafeBytes { $0.starts(with: Array("PK".utf8)) && !ZipDirectory.isWhole($0) }
    }
    if isCutShort { throw StepsDefinitions.damagedWorkbook.at(Location(name)) }
  }

  func next() throws -> SourceBlock? { blocks.popFirst() }
}

/// Gathers rows of texts into blocks.
final class BlockFilling {
  private static let blockRows = 2_048

  private var blocks: [SourceBlock] = []
  private var rows = DelimitedRows()
  private var errors: [Int: Set<Int>] = [:]

  /// Adds a row.
  func add(_ row: SheetRow) {
    for position in row.errors { errors[position, default: []].insert(rows.count) }
    rows.append(copying: row.texts, line: row.number)
    if rows.count == BlockFilling.blockRows { close() }
  }

  /// The blocks of all rows that were added.
  func finish() -> [SourceBlock] {
    if rows.count > 0 { close() }
    return blocks
  }

  private func close() {
    var full = DelimitedRows()
    swap(&full, &rows)
    blocks.append(SourceBlock(full, in: nil, errors: errors))
    errors = [:]
  }
}
