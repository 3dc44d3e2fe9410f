// SPDX-License-Identifier: Apache-2.0

internal import CXlsxWriter

/// What forms need of sheets: lists to choose from, hints, remarks, hidden and locked parts.
extension Sheet {
  /// What a column lets one enter.
  enum Entry {
    /// Anything.
    case any
    /// One of the texts of a range, such as `'_lists'!$A$1:$A$9`.
    case list(range: String)
    /// One of a few words.
    case words([String])
    /// A number.
    case number
    /// A day.
    case day
  }

  /// Says what some cells of a column take, with a hint that is shown when one of them is entered.
  ///
  /// - Parameters:
  ///   - entry: what they take; spreadsheet programs ask back where something else is typed.
  ///   - hint: a title and a sentence.
  ///   - rows: which rows.
  ///   - column: the column.
  func validate(
    _ entry: Entry,
    hint: (title: String, text: String)?,
    rows: ClosedRange<Int>,
    column: Int
  ) {
    var validation = lxw_data_validation()
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    // The library refuses titles of more than 32 characters and hints of more than 255.
    let title = CopiedText(String((hint?.title ?? "").prefix(32)))
    let text = CopiedText(String((hint?.text ?? "").prefix(255)))
    if hint != nil {
      validation.input_title = title.pointer
      validation.input_message = text.pointer
    }
    let formula: CopiedText
    switch entry {
    case .any:
      guard hint != nil else { return }
      formula = CopiedText("")
      validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .list(let range):
      formula = CopiedText("=" + range)
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = formula.pointer
    case .words(let words):
      validate(words, &validation, rows, column)
      return
    case .number:
      formula = CopiedText("")
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = -1e18
      validation.maximum_number = 1e18
    case .day:
      formula = CopiedText("")
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      validation.value_datetime = lxw_datetime(
        year: 1900,
        month: 3,
        day: 1,
        hour: 0,
        min: 0,
        sec: 0
      )
    }
    apply(&validation, rows, column)
    withExtendedLifetime((title, text, formula)) {}
  }

  private func validate(
    _ words: [String],
    _ validation: inout lxw_data_validation,
    _ rows: ClosedRange<Int>,
    _ column: Int
  ) {
    let copies = words.map { CopiedText($0) }
    var list = copies.map { Optional($0.pointer) } + [nil]
    validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
    list.withUnsafeMutableBufferPointer { list in
      validation.value_list = list.baseAddress
      apply(&validation, rows, column)
    }
    withExtendedLifetime(copies) {}
  }

  private func apply(
    _ validation: inout lxw_data_validation,
    _ rows: ClosedRange<Int>,
    _ column: Int
  ) {
    let column = lxw_col_t(column)
    let (first, last) = (lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
    _ = worksheet_data_validation_range(handle, first, column, last, column, &validation)
  }

  /// Puts a remark beside a cell, which is shown when one points at it.
  func remark(_ text: String, row: Int, column: Int) {
    var options = lxw_comment_options()
    options.width = 320
    options.height = UInt16(min(400, 40 + 18 * (text.utf8.count / 42 + 1)))
    let text = String(text.prefix(4_000))
    _ = worksheet_write_comment_opt(handle, lxw_row_t(row), lxw_col_t(column), text, &options)
  }

  /// Hides the sheet.
  func hide() { worksheet_hide(handle) }

  /// Shows this sheet first.
  func showFirst() { worksheet_activate(handle) }

  /// Hides a row.
  func hideRow(_ row: Int) {
    var options = lxw_row_col_options()
    options.hidden = 1
    _ = worksheet_set_row_opt(handle, lxw_row_t(row), LXW_DEF_ROW_HEIGHT, nil, &options)
  }

  /// Prints the sheet on A4 across, so that it can be read: on as many pages as its columns need.
  ///
  /// - Parameters:
  ///   - letters: the width of all columns.
  ///   - row: a row that is repeated on each page, and with it the first column.
  func printAcross(letters: Double, repeating row: Int? = nil) {
    let pages = max(1, (letters / Sheet.lettersAcross).rounded(.up))
    worksheet_set_landscape(handle)
    worksheet_set_paper(handle, Sheet.a4)
    worksheet_fit_to_pages(handle, UInt16(min(pages, 20)), 0)
    guard let row else { return }
    _ = worksheet_repeat_rows(handle, lxw_row_t(row), lxw_row_t(row))
    if pages > 1 { _ = worksheet_repeat_columns(handle, 0, 0) }
  }

  /// How many letters a page across holds at two thirds of their size.
  private static let lettersAcross = 190.0

  /// The number of the paper size A4 in a workbook.
  private static let a4: UInt8 = 9

  /// Lets one write in unlocked cells only; there is no password, as this is a help and no fence.
  func protect() { worksheet_protect(handle, nil, nil) }
}

/// A copy of a text that the library may keep a pointer to while it is called.
private final class CopiedText {
  let pointer: UnsafeMutablePointer<CChar>

  init(_ text: String) {
    let bytes = text.utf8CString
    pointer = .allocate(capacity: bytes.count)
    _ = UnsafeMutableBufferPointer(start: pointer, count: bytes.count).initialize(from: bytes)
  }

  deinit { pointer.deallocate() }
}
