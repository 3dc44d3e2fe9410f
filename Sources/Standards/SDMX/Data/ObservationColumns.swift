// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Structures
internal import Values

/// Puts the values of observations into columns as their bytes come by.
///
/// A row is set value by value, in any order, and ended; what was not set has no value.
final class ObservationColumns {
  /// How many rows make a batch.
  static let batchRows = 16_384

  let header: DataSetHeader
  private let file: String
  private let collector: DiagnosticCollector
  private let cells: [Cells]
  private let names: [String]
  /// The row in which each component was set last, then the current row, then the number of rows.
  ///
  /// Rows are counted from one. Plain memory: each value that comes by looks at it.
  private let setIn: UnsafeMutablePointer<Int>
  private var row: Int {
    @inline(__always) get { setIn[cells.count] }
    set { setIn[cells.count] = newValue }
  }
  /// The line of each row of the batch.
  private var lines: [Int32] = []
  /// How many values of each component could not be read, and the line of the first.
  private var refused: [(count: Int, line: Int)]
  private(set) var count: Int {
    @inline(__always) get { setIn[cells.count + 1] }
    set { setIn[cells.count + 1] = newValue }
  }

  /// The builder of a component's column.
  private enum Cells {
    case text(StringColumnBuilder)
    case integer(IntegerColumnBuilder)
    case double(DoubleColumnBuilder)
    case decimal(DecimalColumnBuilder)
    case boolean(BooleanColumnBuilder)
    case date(DateColumnBuilder)

    init(_ representation: Representation) {
      switch representation {
      case .codelist, .text, .timePeriod: self = .text(StringColumnBuilder())
      case .integer: self = .integer(IntegerColumnBuilder())
      case .double: self = .double(DoubleColumnBuilder())
      case .decimal(let precision, let scale):
        self = .decimal(DecimalColumnBuilder(precision: precision, scale: scale))
      case .boolean: self = .boolean(BooleanColumnBuilder())
      case .date: self = .date(DateColumnBuilder())
      }
    }

    var builder: any ColumnBuilder {
      switch self {
      case .text(let builder): builder
      case .integer(let builder): builder
      case .double(let builder): builder
      case .decimal(let builder): builder
      case .boolean(let builder): builder
      case .date(let builder): builder
      }
    }

    @inline(__always)
    func appendNull() {
      switch self {
      case .text(let builder): builder.appendNull()
      case .integer(let builder): builder.appendNull()
      case .double(let builder): builder.appendNull()
      case .decimal(let builder): builder.appendNull()
      case .boolean(let builder): builder.appendNull()
      case .date(let builder): builder.appendNull()
      }
    }

    /// Appends a value; tells whether the bytes are one of the column's type.
    @inline(__always)
    func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      switch self {
      case .text(let builder):
        builder.append(utf8: bytes)
        return true
      case .double(let builder):
        guard let value = NumberText.double(bytes) else { return false }
        builder.append(value)
      case .integer(let builder):
        guard let value = NumberText.integer(bytes) else { return false }
        builder.append(value)
      case .decimal(let builder):
        guard let value = NumberText.decimal(bytes, scale: builder.scale),
          (try? builder.append(value)) != nil
        else { return false }
      case .boolean(let builder):
        guard let value = NumberText.boolean(bytes) else { return false }
        builder.append(value)
      case .date(let builder):
        guard let day = CalendarDate(iso: bytes) else { return false }
        builder.append(day.daysSinceEpoch)
      }
      return true
    }
  }

  init(_ header: DataSetHeader, file: String, _ collector: DiagnosticCollector) {
    self.header = header
    self.file = file
    self.collector = collector
    let components = header.structure.components
    cells = components.map { Cells($0.representation) }
    names = components.map(\.id)
    refused = components.map { _ in (0, 0) }
    setIn = .allocate(capacity: components.count + 2)
    setIn.initialize(repeating: 0, count: components.count + 2)
    setIn[components.count] = 1
  }

  deinit {
    tellRefused()
    setIn.deallocate()
  }

  /// How many components there are.
  var width: Int { cells.count }

  /// Whether the current row has a value, or had one that could not be read.
  @inline(__always)
  func isSet(_ component: Int) -> Bool { setIn[component] == row }

  /// Sets a value of the current row; the first one counts.
  @inline(__always)
  func set(_ component: Int, _ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    if setIn[component] == row { return }
    setIn[component] = row
    if cells[component].append(bytes) { return }
    cells[component].appendNull()
    // Blank text is no number, and none was meant.
    if !bytes.isEmpty { refuse(component, line) }
  }

  private func refuse(_ component: Int, _ line: Int) {
    if refused[component].count == 0 { refused[component].line = line }
    refused[component].count += 1
  }

  /// Tells what could not be read since the last time: once a component, however many rows there are.
  private func tellRefused() {
    for (component, found) in refused.enumerated() where found.count > 0 {
      refused[component] = (0, 0)
      let type = header.structure.components[component].representation.columnType
      collector.report(
        SDMXDefinitions.badValue.at(
          Location(file),
          ["component": .text(names[component]), "type": .text("\(type)")]
        ),
        rows: found.count,
        first: Location(file, line: found.line > 0 ? found.line : nil)
      )
    }
  }

  /// Ends the row, which stands at a line: what was not set has no value.
  @inline(__always)
  func endRow(line: Int) {
    lines.append(Int32(truncatingIfNeeded: line))
    for component in 0..<cells.count where setIn[component] != row {
      cells[component].appendNull()
    }
    row += 1
    count += 1
  }

  /// The rows so far; `nil` where there are none.
  func take() throws -> DataBatch? {
    guard count > 0 else { return nil }
    count = 0
    tellRefused()
    let columns = zip(cells, names).map { $0.builder.finish($1) }
    defer { lines.removeAll(keepingCapacity: true) }
    return DataBatch(header: header, batch: try RecordBatch(columns), lines: lines)
  }
}

extension CalendarDate {
  /// Reads `2024-05-17`.
  init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }
}
