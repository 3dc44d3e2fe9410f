// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// The ways in which cells of a form are shown: by type, and by what is said of them.
struct FormFormats {
  let heading: CellFormat
  let columnHeading: CellFormat
  let fixedHeading: CellFormat
  let wrapped: CellFormat
  let box: CellFormat
  private let formats: [Key: CellFormat]

  private struct Key: Hashable {
    let numbers: String
    let fill: UInt32?
  }

  /// Behind what must be corrected, what is asked, what is told, and what the office gives.
  private static let fills: [Severity: UInt32] = [
    .error: 0xF8CBAD, .warning: 0xFFE699, .note: 0xDDEBF7,
  ]
  private static let fixedFill: UInt32 = 0xEDEDED

  init(_ workbook: borrowing Workbook) {
    heading = workbook.format(bold: true)
    columnHeading = workbook.format(bold: true, wrapped: true, fill: 0xD9E1F2)
    fixedHeading = workbook.format(bold: true, wrapped: true, fill: FormFormats.fixedFill)
    wrapped = workbook.format(wrapped: true)
    box = workbook.format(bold: true, fill: 0xFFF2CC, isUnlocked: true)
    var formats: [Key: CellFormat] = [:]
    let kinds = ["@", "General", "0", "yyyy-mm-dd"] + (1...18).map(FormFormats.decimals)
    for numbers in kinds {
      for fill in [nil, FormFormats.fixedFill] + FormFormats.fills.values.sorted() {
        formats[Key(numbers: numbers, fill: fill)] = workbook.format(numbers: numbers, fill: fill)
      }
    }
    self.formats = formats
  }

  private static func decimals(_ scale: Int) -> String {
    "#,##0." + String(repeating: "0", count: scale)
  }

  /// How cells of a column are shown where nothing is said of them.
  func plain(_ column: FormColumn) -> CellFormat { format(column, nil) }

  /// How a cell is shown, by the heaviest thing said of it.
  func format(_ column: FormColumn, _ severity: Severity?) -> CellFormat {
    let numbers =
      switch column.component.representation {
      case .codelist, .text, .timePeriod, .boolean: "@"
      case .integer: "0"
      case .double: "General"
      case .decimal(_, let scale): scale > 0 ? FormFormats.decimals(min(scale, 18)) : "0"
      case .date: "yyyy-mm-dd"
      }
    let own = column.isFixed ? FormFormats.fixedFill : nil
    let fill = severity.flatMap { FormFormats.fills[$0] } ?? own
    return formats[Key(numbers: numbers, fill: fill)] ?? heading
  }
}

/// The lists to choose from, a column each on a hidden sheet.
struct ListRanges {
  private let lists: [(component: String, choices: [String])]

  init(_ form: Form) {
    lists = form.columns.compactMap { column in
      guard let list = column.codelist, !list.codes.isEmpty else { return nil }
      return (column.id, list.codes.map { column.choice($0, in: form.language) })
    }
  }

  /// Where the choices of a column stand; `nil` where it has none.
  func range(of column: FormColumn) -> String? {
    guard let place = lists.firstIndex(where: { $0.component == column.id }) else { return nil }
    let letters = WorkbookCell.letters(place + 1)
    return "'\(FormTexts.listSheet)'!$\(letters)$1:$\(letters)$\(lists[place].choices.count)"
  }

  /// Writes the choices.
  func write(_ sheet: Sheet) {
    for (column, list) in lists.enumerated() {
      for (row, choice) in list.choices.enumerated() {
        _ = sheet.write(choice, row: row, column: column)
      }
    }
    sheet.protect()
    sheet.hide()
  }
}
