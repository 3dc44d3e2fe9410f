// SPDX-License-Identifier: Apache-2.0

internal import Platform
internal import Values

/// What has been read of a sheet, element by element.
///
/// - Source: ISO/IEC 29500-1, 18.3.1 (worksheets): sheetData, row, c, v, f, is, mergeCell.
final class SheetState {
  private(set) var merges: [MergedRange] = []
  private(set) var cellCount = 0
  /// Whether a cell shares a text that the workbook does not have.
  private(set) var lacksText = false
  private let texts: [String]
  private let styles: CellStyles
  private let body: ([WorkbookCell]) -> Void
  /// What the names of elements mean: a few, which are found sooner by looking than by a hash.
  private var tags: [(name: XMLRawName, tag: Tag)] = []
  private var cells: [WorkbookCell] = []
  private var row = 0
  private var column = 0
  private var kind: Kind = .number
  private var style = 0
  private var isFormula = false
  private var isValue = false
  private var hasValue = false
  private var hints = 0
  private var value: [UInt8] = []

  private enum Tag { case row, cell, value, formula, text, phonetic, merge, other }

  private enum Kind { case number, shared, text, boolean, error, day }

  init(_ texts: [String], _ styles: CellStyles, _ body: @escaping ([WorkbookCell]) -> Void) {
    self.texts = texts
    self.styles = styles
    self.body = body
  }

  func start(_ element: XMLRawElement) {
    switch tag(element.name) {
    case .row:
      // A number that no sheet has room for is none, so that the next row can be counted.
      row = attribute("r", element).flatMap { UInt32($0) }.map(Int.init) ?? row + 1
      column = 0
    case .cell: startCell(element)
    case .value:
      value.removeAll(keepingCapacity: true)
      isValue = true
      hasValue = true
    case .formula: isFormula = true
    case .text: isValue = hints == 0
    case .phonetic: hints += 1
    case .merge:
      // Ranges fill memory as cells do, and count like them.
      cellCount += 1
      if let range = attribute("ref", element).flatMap(MergedRange.init) { merges.append(range) }
    case .other: break
    }
  }

  func end(_ name: XMLRawName) {
    switch tag(name) {
    case .row:
      if !cells.isEmpty { body(cells) }
      cells.removeAll(keepingCapacity: true)
    case .cell: endCell()
    case .value, .text: isValue = false
    case .phonetic: hints -= 1
    case .formula, .merge, .other: break
    }
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    // A cell holds 32,767 characters; more is not kept, so that no cell fills memory.
    if isValue, value.count < 1 << 18 { value.append(contentsOf: bytes) }
  }

  private func startCell(_ element: XMLRawElement) {
    column += 1
    for position in 0..<element.count {
      let bytes = element.value(position)
      switch element.name(position).text {
      case "r": if let place = WorkbookCell.place(bytes) { column = place.column }
      case "s": style = Int(String(decoding: bytes, as: UTF8.self)) ?? 0
      case "t": kind = SheetState.kind(String(decoding: bytes, as: UTF8.self))
      default: break
      }
    }
    value.removeAll(keepingCapacity: true)
    hasValue = false
  }

  private func endCell() {
    defer {
      kind = .number
      style = 0
      isFormula = false
    }
    let content = self.content
    guard content != .blank || isFormula else { return }
    cellCount += 1
    var display = WorkbookCell.Display.plain
    if case .number = content { display = styles.display(style: style) }
    cells.append(
      WorkbookCell(row: row, column: column, content, isFormula: isFormula, display: display)
    )
  }

  private var content: WorkbookCell.Content {
    // A formula that gave no text is saved as one with an empty value; without a value none was computed.
    if value.isEmpty { return isFormula && hasValue && kind == .text ? .text("") : .blank }
    let text = String(decoding: value, as: UTF8.self)
    switch kind {
    case .number:
      return Double(text).map { styles.content($0, style: style) } ?? .text(text)
    case .shared:
      guard let position = Int(text), texts.indices.contains(position) else {
        lacksText = true
        return .blank
      }
      return texts[position].isEmpty ? .blank : .text(texts[position])
    case .text: return .text(EscapedText.decoded(value))
    case .boolean: return .boolean(text == "1" || text == "true")
    case .error: return .error(text)
    case .day:
      guard let day = CalendarDate(String(text.prefix(10))),
        let second = ClockTime.second(text.dropFirst(10))
      else { return .text(text) }
      return .date(day, second: second)
    }
  }

  private static func kind(_ word: String) -> Kind {
    switch word {
    case "s": .shared
    case "str", "inlineStr": .text
    case "b": .boolean
    case "e": .error
    case "d": .day
    default: .number
    }
  }

  private func attribute(_ name: String, _ element: XMLRawElement) -> String? {
    for position in 0..<element.count where element.name(position).text == name {
      return String(decoding: element.value(position), as: UTF8.self)
    }
    return nil
  }

  private func tag(_ name: XMLRawName) -> Tag {
    for known in tags where known.name == name { return known.tag }
    let tag: Tag =
      switch name.text {
      case "row": .row
      case "c": .cell
      case "v": .value
      case "f": .formula
      case "t": .text
      case "rPh": .phonetic
      case "mergeCell": .merge
      default: .other
      }
    tags.append((name, tag))
    return tag
  }
}
