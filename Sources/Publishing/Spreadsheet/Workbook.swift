// SPDX-License-Identifier: Apache-2.0

internal import CXlsxWriter
internal import Diagnostics

/// A workbook that is being written, row by row, in little memory.
struct Workbook: ~Copyable {
  private let handle: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private var closed = false

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - title: its title.
  /// - Throws: `publishing.spreadsheet-failed`.
  init(_ path: String, title: String) throws(Diagnostic) {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let handle = workbook_new_opt(path, &options) else {
      throw PublishingDefinitions.spreadsheetFailed.at(nil, ["file": .text(path)])
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

  /// Adds a sheet; a sheet is finished before the next is begun.
  func sheet(_ name: String) throws(Diagnostic) -> Sheet {
    guard let sheet = workbook_add_worksheet(handle, name) else { throw failure(nil) }
    return Sheet(handle: sheet)
  }

  /// A way to show cells.
  func format(bold: Bool = false, wrapped: Bool = false, numbers: String? = nil) -> CellFormat {
    let format = workbook_add_format(handle)
    if bold { format_set_bold(format) }
    if wrapped { format_set_text_wrap(format) }
    if let numbers { format_set_num_format(format, numbers) }
    return CellFormat(handle: format)
  }

  /// Writes the file.
  ///
  /// - Throws: `publishing.spreadsheet-failed`.
  consuming func close() throws(Diagnostic) {
    closed = true
    let code = workbook_close(handle)
    guard code == LXW_NO_ERROR else { throw failure(code) }
  }

  private func failure(_ code: lxw_error?) -> Diagnostic {
    PublishingDefinitions.spreadsheetFailed.at(
      nil,
      ["file": .text(path)],
      cause: code.flatMap { lxw_strerror($0) }.map { String(cString: $0) }
    )
  }
}

/// A way to show cells, which lives as long as its workbook.
struct CellFormat {
  fileprivate let handle: UnsafeMutablePointer<lxw_format>?
}

/// A sheet, which lives as long as its workbook; rows are written in order.
struct Sheet {
  fileprivate let handle: UnsafeMutablePointer<lxw_worksheet>

  /// The most rows of a sheet, and the most characters of a cell.
  static let limits = (rows: 1_048_576, characters: 32_767)

  /// Writes text as text: what looks like a formula or a link is none.
  ///
  /// - Returns: whether the cell could hold it.
  func write(_ text: String, row: Int, column: Int, _ format: CellFormat? = nil) -> Bool {
    guard text.utf16.count <= Sheet.limits.characters else { return false }
    return worksheet_write_string(
      handle,
      lxw_row_t(row),
      lxw_col_t(column),
      text,
      format?.handle
    ) == LXW_NO_ERROR
  }

  /// Writes a number.
  func write(_ number: Double, row: Int, column: Int, _ format: CellFormat? = nil) -> Bool {
    worksheet_write_number(handle, lxw_row_t(row), lxw_col_t(column), number, format?.handle)
      == LXW_NO_ERROR
  }

  /// Sets the width of a column, in letters.
  func setWidth(_ letters: Double, column: Int) {
    _ = worksheet_set_column(handle, lxw_col_t(column), lxw_col_t(column), letters, nil)
  }

  /// Keeps the first row in sight.
  func freezeHeading() { worksheet_freeze_panes(handle, 1, 0) }
}
