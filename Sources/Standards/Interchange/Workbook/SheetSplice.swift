// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// A sheet cut into its rows and cells, so that some can be replaced and all else kept byte for byte.
///
/// - Source: ISO/IEC 29500-1, 18.3.1.80 (sheetData), 18.3.1.73 (row), 18.3.1.4 (c).
struct SheetSplice {
  private let bytes: [UInt8]
  /// What stands between the tags of the data, or the empty tag itself.
  private let data: Range<Int>
  private let isEmpty: Bool
  private let prefix: String
  private var rows: [Row] = []

  private struct Row {
    let number: Int
    let range: Range<Int>
    let tag: MarkupTags.Tag
    var cells: [Cell] = []
  }

  private struct Cell {
    let column: Int
    let range: Range<Int>
    /// The attribute of the format, as it is written.
    let style: String?
    var isFormula = false
  }

  /// Cuts a sheet; `nil` where it is none.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    var tags = MarkupTags(bytes)
    var found: MarkupTags.Tag?
    while found == nil, let tag = tags.next() {
      if tag.local == "sheetData", !tag.isEnd { found = tag }
    }
    guard let start = found else { return nil }
    prefix = start.prefix
    isEmpty = start.isEmpty
    if start.isEmpty {
      data = start.range
      return
    }
    var row: Row?
    var cell: Cell?
    var end: Int?
    while end == nil, let tag = tags.next() {
      switch (tag.local, tag.isEnd) {
      case ("sheetData", true): end = tag.range.lowerBound
      case ("row", false):
        let number = tags.attribute("r", of: tag).flatMap { UInt32($0.value) }.map(Int.init)
        let next = Row(
          number: number ?? (rows.last?.number ?? 0) + 1,
          range: tag.range,
          tag: tag
        )
        if tag.isEmpty { rows.append(next) } else { row = next }
      case ("row", true):
        if let whole = row {
          var closed = Row(
            number: whole.number,
            range: whole.range.lowerBound..<tag.range.upperBound,
            tag: whole.tag
          )
          closed.cells = whole.cells
          rows.append(closed)
        }
        row = nil
      case ("c", false):
        let place = tags.attribute("r", of: tag).flatMap { WorkbookCell.place($0.value.utf8) }
        let next = Cell(
          column: place?.column ?? (row?.cells.last?.column ?? 0) + 1,
          range: tag.range,
          style: tags.attribute("s", of: tag)?.value
        )
        if tag.isEmpty { row?.cells.append(next) } else { cell = next }
      case ("f", false): cell?.isFormula = true
      case ("c", true):
        if let whole = cell {
          var closed = Cell(
            column: whole.column,
            range: whole.range.lowerBound..<tag.range.upperBound,
            style: whole.style
          )
          closed.isFormula = whole.isFormula
          row?.cells.append(closed)
        }
        cell = nil
      default: break
      }
    }
    guard let end else { return nil }
    data = start.range.upperBound..<end
    // Rows that do not ascend are no sheet that could be put together again.
    guard zip(rows, rows.dropFirst()).allSatisfy({ $0.number < $1.number }) else { return nil }
  }

  /// The sheet with some cells filled.
  ///
  /// - Throws: `interchange.formula-cell`.
  func filled(_ edits: [Int: [Int: CellEdit]], sheet: String) throws(Diagnostic) -> [UInt8] {
    var content: [UInt8] = []
    var waiting = edits.keys.sorted()[...]
    for row in rows {
      while let next = waiting.first, next < row.number {
        content += try written(next, nil, edits[next] ?? [:], sheet)
        waiting = waiting.dropFirst()
      }
      if waiting.first == row.number {
        content += try written(row.number, row, edits[row.number] ?? [:], sheet)
        waiting = waiting.dropFirst()
      } else {
        content += bytes[row.range]
      }
    }
    for next in waiting { content += try written(next, nil, edits[next] ?? [:], sheet) }
    let (open, close) = (
      Array("<\(prefix)sheetData>".utf8), Array("</\(prefix)sheetData>".utf8)
    )
    return Array(bytes[..<data.lowerBound]) + (isEmpty ? open + content + close : content)
      + bytes[data.upperBound...]
  }

  private func written(
    _ number: Int,
    _ row: Row?,
    _ edits: [Int: CellEdit],
    _ sheet: String
  ) throws(Diagnostic) -> [UInt8] {
    var content = row.map(opening) ?? Array("<\(prefix)row r=\"\(number)\">".utf8)
    var waiting = edits.keys.sorted()[...]
    for cell in row?.cells ?? [] {
      while let next = waiting.first, next < cell.column {
        content += written(number, next, nil, edits[next])
        waiting = waiting.dropFirst()
      }
      guard waiting.first == cell.column else {
        content += bytes[cell.range]
        continue
      }
      if cell.isFormula {
        throw InterchangeDefinitions.formulaCell.at(
          edits[cell.column]?.location,
          [
            "cell": .text(WorkbookCell.name(row: number, column: cell.column)),
            "sheet": .text(sheet),
          ]
        )
      }
      content += written(number, cell.column, cell, edits[cell.column])
      waiting = waiting.dropFirst()
    }
    for next in waiting { content += written(number, next, nil, edits[next]) }
    return content + Array("</\(prefix)row>".utf8)
  }

  /// The start tag of a row without the hint of its width, which may be wrong now.
  private func opening(_ row: Row) -> [UInt8] {
    var tag = Array(bytes[row.tag.range])
    if let spans = MarkupTags(bytes).attribute("spans", of: row.tag) {
      let start = row.tag.range.lowerBound
      tag.removeSubrange((spans.range.lowerBound - start)..<(spans.range.upperBound - start))
    }
    if row.tag.isEmpty { tag.replaceSubrange(tag.count - 2..<tag.count, with: [UInt8(ascii: ">")]) }
    return tag
  }

  private func written(_ row: Int, _ column: Int, _ cell: Cell?, _ edit: CellEdit?) -> [UInt8] {
    guard let edit else { return [] }
    let model = edit.model.flatMap { number in
      rows.first { $0.number == number }?.cells.first { $0.column == column }?.style
    }
    let style = (cell?.style ?? model).map { " s=\"\($0)\"" } ?? ""
    let name = WorkbookCell.name(row: row, column: column)
    let start = "<\(prefix)c r=\"\(name)\"\(style)"
    let end = "</\(prefix)c>"
    let text =
      switch edit.content {
      case .number(let number):
        "\(start)><\(prefix)v>\(SheetSplice.escaped(number))</\(prefix)v>\(end)"
      case .text(let text):
        "\(start) t=\"inlineStr\"><\(prefix)is><\(prefix)t xml:space=\"preserve\">"
          + SheetSplice.escaped(EscapedText.encoded(text)) + "</\(prefix)t></\(prefix)is>\(end)"
      }
    return Array(text.utf8)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// The part of a workbook that lists its sheets, with one setting changed.
enum WorkbookSplice {
  /// Lets every formula be computed when the workbook is opened: the numbers saved with them are old now.
  ///
  /// - Source: ISO/IEC 29500-1, 18.2.2 (calcPr, fullCalcOnLoad), and the order of elements in 18.2.27.
  static func computingAnew(_ bytes: [UInt8]) -> [UInt8] {
    let setting = " fullCalcOnLoad=\"1\""
    var tags = MarkupTags(bytes)
    var found: (place: Int, prefix: String)?
    while let tag = tags.next() {
      if tag.local == "calcPr", !tag.isEnd {
        if tags.attribute("fullCalcOnLoad", of: tag) != nil { return bytes }
        let end = tag.range.upperBound - (tag.isEmpty ? 2 : 1)
        return bytes[..<end] + Array(setting.utf8) + bytes[end...]
      }
      let isBefore = ["sheets", "functionGroups", "externalReferences", "definedNames"]
      if isBefore.contains(tag.local), tag.isEnd || tag.isEmpty {
        found = (tag.range.upperBound, tag.prefix)
      }
    }
    guard let found else { return bytes }
    let element = Array("<\(found.prefix)calcPr\(setting)/>".utf8)
    return bytes[..<found.place] + element + bytes[found.place...]
  }
}
