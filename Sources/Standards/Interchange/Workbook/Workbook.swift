// SPDX-License-Identifier: Apache-2.0

internal import CXlsxWriter
public import Diagnostics

/// A workbook that is being written.
public struct Workbook: ~Copyable {
  private let handle: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private var closed = false

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - title: its title.
  ///   - streams: whether rows are written in order and leave the memory at once; they do by default.
  /// - Throws: `interchange.workbook-failed`.
  public init(_ path: String, title: String, streams: Bool = true) throws(Diagnostic) {
    var options = lxw_workbook_options()
    options.constant_memory = streams ? 1 : 0
    guard let handle = workbook_new_opt(path, &options) else {
      throw InterchangeDefinitions.workbookFailed.at(nil, ["file": .text(path)])
    }
    self.handle = handle
    self.path = path
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      // The library takes zero for "now"; the first day that zip files know keeps bytes the same.
      properties.created = 315_532_800
      _ = workbook_set_properties(handle, &properties)
    }
  }

  deinit { if !closed { lxw_workbook_free(handle) } }

  /// Adds a sheet; where rows stream, a sheet is finished before the next is begun.
  ///
  /// - Parameter name: what its tab says, at most 31 characters.
  /// - Returns: the sheet.
  /// - Throws: `interchange.workbook-failed`.
  public func sheet(_ name: String) throws(Diagnostic) -> Sheet {
    guard let sheet = workbook_add_worksheet(handle, name) else { throw failure(nil) }
    return Sheet(handle: sheet)
  }

  /// A way to show cells.
  ///
  /// - Parameters:
  ///   - bold: whether text is bold.
  ///   - wrapped: whether long text goes on below.
  ///   - numbers: the format of numbers, such as `#,##0.00`; `@` for text.
  ///   - fill: the colour behind, as `0xRRGGBB`.
  ///   - ink: the colour of the text.
  ///   - isUnlocked: whether a protected sheet lets one write there.
  /// - Returns: the format.
  public func format(
    bold: Bool = false,
    wrapped: Bool = false,
    numbers: String? = nil,
    fill: UInt32? = nil,
    ink: UInt32? = nil,
    isUnlocked: Bool = false
  ) -> CellFormat {
    let format = workbook_add_format(handle)
    if bold { format_set_bold(format) }
    if wrapped { format_set_text_wrap(format) }
    if let numbers { format_set_num_format(format, numbers) }
    if let fill { format_set_bg_color(format, fill) }
    if let ink { format_set_font_color(format, ink) }
    if isUnlocked { format_set_unlocked(format) }
    return CellFormat(handle: format)
  }

  /// Writes the file.
  ///
  /// - Throws: `interchange.workbook-failed`.
  public consuming func close() throws(Diagnostic) {
    closed = true
    let code = workbook_close(handle)
    guard code == LXW_NO_ERROR else { throw failure(code) }
  }

  private func failure(_ code: lxw_error?) -> Diagnostic {
    InterchangeDefinitions.workbookFailed.at(
      nil,
      ["file": .text(path)],
      cause: code.flatMap { lxw_strerror($0) }.map { String(cString: $0) }
    )
  }
}

/// A way to show cells, which lives as long as its workbook.
public struct CellFormat {
  let handle: UnsafeMutablePointer<lxw_format>?
}

/// A sheet, which lives as long as its workbook; rows and columns count from zero.
public struct Sheet {
  let handle: UnsafeMutablePointer<lxw_worksheet>

  /// The most rows of a sheet, and the most characters of a cell.
  public static let limits: (rows: Int, characters: Int) = (rows: 1_048_576, characters: 32_767)

  /// Writes text as text: what looks like a formula or a link is none.
  ///
  /// - Returns: whether the cell could hold it.
  public func write(
    _ text: String,
    row: Int,
    column: Int,
    _ format: CellFormat? = nil
  ) -> Bool {
    guard text.utf16.count <= Sheet.limits.characters else { return false }
    return worksheet_write_string(
      handle,
      lxw_row_t(row),
      lxw_col_t(column),
      EscapedText.encoded(text),
      format?.handle
    ) == LXW_NO_ERROR
  }

  /// Writes a number.
  public func write(
    _ number: Double,
    row: Int,
    column: Int,
    _ format: CellFormat? = nil
  ) -> Bool {
    worksheet_write_number(handle, lxw_row_t(row), lxw_col_t(column), number, format?.handle)
      == LXW_NO_ERROR
  }

  /// Gives a cell a format and no content.
  public func writeBlank(row: Int, column: Int, _ format: CellFormat) {
    _ = worksheet_write_blank(handle, lxw_row_t(row), lxw_col_t(column), format.handle)
  }

  /// Sets the width of a column, in letters, and how its cells are shown.
  public func setWidth(
    _ letters: Double,
    column: Int,
    _ format: CellFormat? = nil,
    isHidden: Bool = false
  ) {
    let column = lxw_col_t(column)
    var options = lxw_row_col_options()
    options.hidden = isHidden ? 1 : 0
    _ = worksheet_set_column_opt(handle, column, column, letters, format?.handle, &options)
  }

  /// Keeps the first rows and columns in sight; the first row by default.
  public func freezeHeading(rows: Int = 1, columns: Int = 0) {
    worksheet_freeze_panes(handle, lxw_row_t(rows), lxw_col_t(columns))
  }
}
