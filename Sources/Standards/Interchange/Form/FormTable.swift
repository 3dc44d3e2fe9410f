// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// One sheet of a form while it is read: where its columns are, and its records.
final class FormTable {
  private(set) var rows: [FormRow] = []
  /// What stands beside the mark of the box for nothing to report.
  private(set) var nilAnswer: String?
  private(set) var nilMark: Int?
  private(set) var cellCount = 0
  private(set) var hasIdentifiers = false
  private let columns: [FormColumn]
  private let readings: [CellReading]
  private let labels: [String: [Int]]
  /// The columns of the form by the number of the sheet's column.
  private var places: [Int: Int] = [:]
  private var headings: [Int: String] = [:]
  private var headingRow: Int?
  private var strayColumns: Set<Int> = []
  private var repeatedColumns: Set<Int> = []

  /// How far down a sheet its heading is looked for.
  private static let headingRows = 50

  init(_ columns: [FormColumn]) {
    self.columns = columns
    readings = columns.map { CellReading($0) }
    var labels: [String: [Int]] = [:]
    for (position, column) in columns.enumerated() {
      let name = column.component.concept.name
      let texts = Set(name.languages.compactMap { name.texts[$0] }.map(CellText.folded))
      for text in texts { labels[text, default: []].append(position) }
    }
    self.labels = labels
  }

  /// Whether the sheet has the columns of the form.
  var isFound: Bool { headingRow != nil }

  /// The components whose columns are there.
  var components: Set<String> { Set(places.values.map { columns[$0].id }) }

  /// Takes a row of the sheet.
  func take(_ cells: [WorkbookCell]) {
    guard let first = cells.first else { return }
    cellCount += cells.count
    takeNilAnswer(cells)
    guard let heading = headingRow else {
      if first.row <= FormTable.headingRows { findHeading(cells) }
      return
    }
    // The labels stand below the identifiers.
    if hasIdentifiers, first.row <= heading + 1, areLabels(cells) {
      for cell in cells { headings[cell.column] = cell.content.typed }
      return
    }
    if let row = record(cells) { rows.append(row) }
  }

  private func takeNilAnswer(_ cells: [WorkbookCell]) {
    guard let mark = cells.first(where: { $0.content == .text(FormTexts.nilMark) }) else { return }
    nilMark = mark.row
    // The question stands between the mark and the box.
    let box = cells.last { $0.column >= mark.column + 2 }
    nilAnswer = box?.content.typed
  }

  // MARK: Where the columns are

  private func findHeading(_ cells: [WorkbookCell]) {
    let ids = places(cells) { text in columns.indices.filter { columns[$0].id == text } }
    // Nothing but a form has two identifiers in a row; labels may stand in other tables too.
    let enough = max(2, (columns.count + 1) / 2)
    if ids.count >= min(2, columns.count) {
      hasIdentifiers = true
      use(ids, cells)
      return
    }
    let named = places(cells) { text in labels[CellText.folded(text)] ?? [] }
    if named.count >= min(enough, columns.count) { use(named, cells) }
  }

  private func places(
    _ cells: [WorkbookCell],
    _ positions: (String) -> [Int]
  ) -> [Int: Int] {
    var places: [Int: Int] = [:]
    var taken: Set<Int> = []
    for cell in cells {
      guard case .text(let text) = cell.content else { continue }
      // Two components may have one label; the first that is free is meant.
      let all = positions(text)
      if let position = all.first(where: { !taken.contains($0) }) {
        places[cell.column] = position
        taken.insert(position)
      } else if !all.isEmpty {
        repeatedColumns.insert(cell.column)
      }
    }
    return places
  }

  private func use(_ found: [Int: Int], _ cells: [WorkbookCell]) {
    places = found
    headingRow = cells.first?.row
    for cell in cells { headings[cell.column] = cell.content.typed }
  }

  private func areLabels(_ cells: [WorkbookCell]) -> Bool {
    let matching = cells.filter { cell in
      guard let place = places[cell.column] else { return false }
      return (labels[CellText.folded(cell.content.typed)] ?? []).contains(place)
    }
    return matching.count * 2 >= places.count
  }

  // MARK: Records

  private func record(_ cells: [WorkbookCell]) -> FormRow? {
    var row = FormRow(line: cells.first?.row ?? 0)
    for cell in cells {
      guard let place = places[cell.column] else {
        if case .blank = cell.content { continue }
        if !repeatedColumns.contains(cell.column) { strayColumns.insert(cell.column) }
        continue
      }
      let outcome = readings[place].read(cell)
      let id = columns[place].id
      row.values[id] = outcome.value
      if let text = outcome.entered, !text.isEmpty { row.entered[id] = text }
      for remark in outcome.remarks {
        row.remark(remark.placed(at: Location("", line: cell.row, column: cell.column)), on: id)
      }
    }
    // A row of formulas that gave nothing, and a row of spaces, are no records.
    if row.values.isEmpty, row.entered.isEmpty { return nil }
    for column in columns where column.isRequired && !column.isFixed {
      guard row.values[column.id] == nil, row.entered[column.id] == nil else { continue }
      row.remark(FormDefinitions.requiredBlank.at(nil, ["column": column.argument]), on: column.id)
    }
    return row
  }

  /// Notes the merged ranges that touch records: at every record concerned, the first that touches it.
  func finish(_ merges: [MergedRange]) {
    guard let heading = headingRow else { return }
    // Each record is looked at once, however many ranges a sheet declares.
    var untouched = rows.indices.sorted { rows[$0].line < rows[$1].line }
    for range in merges where range.rows.upperBound > heading + (hasIdentifiers ? 1 : 0) {
      let touched = places.filter { range.columns.contains($0.key) }
      if touched.isEmpty { continue }
      let column = touched.min { $0.key < $1.key }.map { columns[$0.value].id } ?? ""
      let first = place(of: range.rows.lowerBound, in: untouched)
      let last = place(of: range.rows.upperBound + 1, in: untouched)
      for position in untouched[first..<last] {
        rows[position].remark(
          FormDefinitions.mergedCells.at(nil, ["range": .text(range.name)]),
          on: column
        )
      }
      untouched.removeSubrange(first..<last)
    }
  }

  /// Where the records of a line or a later one begin among records in the order of their lines.
  private func place(of line: Int, in positions: [Int]) -> Int {
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[positions[middle]].line < line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What is said of the columns as a whole.
  func remarks(_ file: String) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    let missing = columns.indices.filter { !places.values.contains($0) }
    for position in missing {
      remarks.append(
        FormDefinitions.missingColumn.at(Location(file), ["column": columns[position].argument])
      )
    }
    for column in strayColumns.sorted() {
      remarks.append(
        FormDefinitions.strayColumn.at(
          Location(file),
          ["column": .text(WorkbookCell.letters(column))]
        )
      )
    }
    for column in repeatedColumns.sorted() {
      remarks.append(
        FormDefinitions.repeatedColumn.at(
          Location(file),
          ["column": .text(WorkbookCell.letters(column))]
        )
      )
    }
    return remarks
  }
}
