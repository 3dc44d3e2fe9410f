// SPDX-License-Identifier: Apache-2.0

internal import Columns
public import Diagnostics
internal import Platform
public import Structures

/// Reads the rows of SDMX-CSV 1.0, 2.0 and 2.1, with labels, keys, actions and several values.
///
/// Columns may stand in any order; those that are no component are passed over. Rows of several
/// flows and actions may follow one another. The separator of fields is known from the first line;
/// where it is a semicolon, a comma in a number is the decimal mark.
///
/// - Source: SDMX-CSV 1.0 and 2.0 field guides, data message.
public final class SDMXCSVReader: DataMessageReader {
  private let file: String
  private let source: Source
  private let first: SDMXCSVHeader
  private let resolution: StructureResolution
  private let collector: DiagnosticCollector
  private var reader: DelimitedTextReader
  private var rows = DelimitedRows(rows: SDMXCSVReader.blockRows, fields: 16)
  private var nextRow = 0
  /// Rows of the block that cannot be cut into fields, or hold bytes that are no text.
  private var skipped: Set<Int> = []
  private var columns: ObservationColumns?
  private var targets: [Target] = []
  /// The fields of the row before that say what rows follow.
  private var state: [UInt8] = []
  /// The columns that say it.
  private let stateFields: [Int]

  static let blockRows = 2_048

  /// Where the bytes are.
  private final class Source {
    let file: MappedFile?
    let bytes: [UInt8]
    let buffer: UnsafeBufferPointer<UInt8>
    private let copy: UnsafeMutableBufferPointer<UInt8>?

    init(path: String) throws(Diagnostic) {
      let mapped = try MappedFile(path)
      // The mapping stays where it is until this object goes.
      buffer = mapped.withBytes { span in
        span.withUnsafeBytes { $0.bindMemory(to: UInt8.self) }
      }
      file = consume mapped
      bytes = []
      copy = nil
    }

    init(bytes: [UInt8]) {
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = copy.update(fromContentsOf: bytes)
      self.copy = copy
      self.bytes = []
      file = nil
      buffer = UnsafeBufferPointer(copy)
    }

    deinit { copy?.deallocate() }

    /// Where the bytes begin that have not been forgotten.
    private var kept = 0

    /// Forgets what has been read, so that memory does not grow with the message.
    func forget(before position: Int) {
      guard position - kept > 4 << 20 else { return }
      file?.forget(kept..<position)
      kept = position
    }
  }

  /// The component of a column, and what has to be done with its fields.
  private struct Target {
    let column: SDMXCSVHeader.Column
    let component: Int
    let isCoded: Bool
    let isNumber: Bool
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it; the path by default.
  ///   - catalogue: the structures that data may follow.
  ///   - collector: takes what is wrong with single rows and values.
  /// - Throws: `sdmx.not-a-message`, or a diagnostic of ``PlatformDefinitions``.
  public convenience init(
    file path: String,
    named name: String? = nil,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) throws(Diagnostic) {
    try self.init(try Source(path: path), name ?? path, catalogue, collector)
  }

  /// Takes a message from memory.
  ///
  /// - Parameters:
  ///   - bytes: the message.
  ///   - name: how messages name it.
  ///   - catalogue: the structures that data may follow.
  ///   - collector: takes what is wrong with single rows and values.
  /// - Throws: `sdmx.not-a-message`.
  public convenience init(
    bytes: [UInt8],
    named name: String,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) throws(Diagnostic) {
    try self.init(Source(bytes: bytes), name, catalogue, collector)
  }

  private init(
    _ source: Source,
    _ file: String,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) throws(Diagnostic) {
    guard let header = SDMXCSVHeader(source.buffer) else {
      throw SDMXDefinitions.notSDMX.at(
        Location(file),
        ["path": .text(file), "content": .text("data")]
      )
    }
    self.source = source
    self.file = file
    self.collector = collector
    first = header
    stateFields = [header.structureColumn, header.identifierColumn, header.actionColumn ?? 0]
    resolution = StructureResolution(catalogue: catalogue, file: file)
    reader = DelimitedTextReader(source.buffer, header.format)
    let record = DelimitedRecord()
    _ = reader.next(record)
  }

  /// SDMX-CSV says nothing of itself.
  public var header: MessageHeader { MessageHeader(id: "", prepared: "", sender: "") }

  /// How many bytes have been read, for progress.
  public var bytesRead: Int { reader.bytesRead }

  /// The version of the format, as far as the first line tells it.
  public var version: SDMXCSVVersion { first.version }

  /// The next rows; `nil` at the end of the message.
  ///
  /// - Returns: some thousands of rows of one set of data.
  /// - Throws: `sdmx.structure-needed`, `sdmx.bad-element` for a row whose structure is named wrongly.
  public func next() throws -> DataBatch? {
    while true {
      if let columns, columns.count >= ObservationColumns.batchRows { return try columns.take() }
      if nextRow >= rows.count {
        nextRow = 0
        source.forget(before: reader.bytesRead)
        guard reader.next(SDMXCSVReader.blockRows, &rows) else { return try columns?.take() }
        tellFaults()
      }
      if let finished = try readRows() { return finished }
    }
  }

  private func tellFaults() {
    skipped.removeAll(keepingCapacity: true)
    for (row, fault) in rows.unsound(width: width) {
      if fault != nil { skipped.insert(row) }
      let definition = fault == nil ? SDMXDefinitions.raggedRow : SDMXDefinitions.badRow
      collector.report(
        definition.at(Location(file)),
        row: Location(file, line: rows.line(row))
      )
    }
  }

  private var width: Int {
    (first.columns.map(\.position).max() ?? 0) + 1
  }

  /// Reads rows until the block ends, or other rows begin.
  private func readRows() throws -> DataBatch? {
    var row = nextRow
    defer { nextRow = row }
    while row < rows.count {
      if !skipped.isEmpty, skipped.contains(row) {
        row += 1
        continue
      }
      if let finished = try change(to: row, rows) { return finished }
      guard let columns else {
        row += 1
        continue
      }
      row = readAlike(from: row, rows, columns)
    }
    return nil
  }

  /// Looks whether the row follows what the one before followed; gives the rows before if not.
  private func change(to row: Int, _ rows: borrowing DelimitedRows) throws -> DataBatch? {
    guard rows.fieldCount(row) > first.identifierColumn else { return nil }
    let fields = stateFields
    if columns != nil, SDMXCSVReader.isSame(row, rows, fields, state) { return nil }
    let finished = try columns?.take()
    state = fields.filter { $0 < rows.fieldCount(row) }.flatMap { Array(rows.field(row, $0)) + [0] }
    try begin(row)
    return finished
  }

  /// Whether a row says of its structure and its action what was said before.
  private static func isSame(
    _ row: Int,
    _ rows: borrowing DelimitedRows,
    _ fields: [Int],
    _ state: [UInt8]
  ) -> Bool {
    var position = 0
    for field in fields where field < rows.fieldCount(row) {
      let bytes = rows.field(row, field)
      guard position + bytes.count < state.count, state[position + bytes.count] == 0 else {
        return false
      }
      for index in 0..<bytes.count where state[position + index] != bytes[index] { return false }
      position += bytes.count + 1
    }
    return position == state.count
  }

  /// Reads rows as long as they follow what the first of them follows; gives the row after them.
  private func readAlike(
    from first: Int,
    _ rows: borrowing DelimitedRows,
    _ columns: ObservationColumns
  ) -> Int {
    // Local copies: what belongs to an object is looked up, and guarded, at every use.
    let (targets, fields, state, skipped) = (targets, stateFields, state, skipped)
    let isComma = self.first.format == .comma
    var row = first
    repeat {
      readRow(row, rows, targets, isComma: isComma, columns)
      row += 1
    } while row < rows.count && columns.count < ObservationColumns.batchRows
      && (skipped.isEmpty || !skipped.contains(row))
      && SDMXCSVReader.isSame(row, rows, fields, state)
    return row
  }

  private func begin(_ row: Int) throws {
    let texts = rows.texts(row)
    let text = { (column: Int?) in
      column.flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
    }
    let kind: ArtefactKind? =
      first.version == .v1_0
      ? .dataflow : SDMXCSVReader.kind(text(first.structureColumn))
    let name = text(first.identifierColumn)
    // A label may follow; where no version is named, the first one is meant.
    let short = name.firstIndex(of: ")").map { String(name[...$0]) } ?? name + "(1.0.0)"
    guard let kind, let reference = ArtefactReference(kind, short: short) else {
      throw SDMXDefinitions.badElement.at(
        Location(file, line: rows.line(row)),
        ["element": "STRUCTURE_ID", "part": .text("AGENCY:ID(VERSION)")]
      )
    }
    let structure = try resolution.structure(reference)
    let action = DataAction(rawValue: String(text(first.actionColumn).prefix(1))) ?? .information
    columns = ObservationColumns(
      DataSetHeader(structure, reference, action),
      file: file,
      collector
    )
    let components = structure.components
    targets = first.columns.compactMap { column in
      guard let position = components.firstIndex(where: { $0.id == column.name }) else {
        return nil
      }
      let isCoded = if case .codelist = components[position].representation { true } else { false }
      let isNumber =
        switch components[position].representation {
        case .decimal, .double: true
        default: false
        }
      return Target(column: column, component: position, isCoded: isCoded, isNumber: isNumber)
    }
  }

  private static func kind(_ word: String) -> ArtefactKind? {
    switch word {
    case "dataflow": .dataflow
    case "datastructure": .dataStructure
    case "dataprovision": .provisionAgreement
    default: nil
    }
  }

  @inline(__always)
  private func readRow(
    _ row: Int,
    _ rows: borrowing DelimitedRows,
    _ targets: [Target],
    isComma: Bool,
    _ columns: ObservationColumns
  ) {
    let count = rows.fieldCount(row)
    let line = rows.line(row)
    for target in targets where target.column.position < count {
      var field = rows.field(row, target.column.position)
      if field.isEmpty { continue }
      if target.column.hasLabels, target.isCoded, !target.column.isMultiple {
        field = field.beforeLabel
      }
      if target.isNumber, !isComma, field.contains(UInt8(ascii: ",")) {
        set(target.component, text(field).map { $0 == "," ? "." : $0 }, columns, line)
      } else if target.column.isMultiple {
        setMultiple(target, text(field), columns, line)
      } else {
        columns.set(target.component, field, line: line)
      }
    }
    columns.endRow(line: line)
  }

  private func text(_ field: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: field, as: UTF8.self)
  }

  private func set(
    _ component: Int,
    _ text: some Sequence<Character>,
    _ columns: ObservationColumns,
    _ line: Int
  ) {
    var text = String(text)
    text.withUTF8 { columns.set(component, $0, line: line) }
  }

  /// Several values, with this library's own separator, and without labels.
  private func setMultiple(
    _ target: Target,
    _ field: String,
    _ columns: ObservationColumns,
    _ line: Int
  ) {
    var field = field
    if first.subDelimiter != ";" {
      field = MultipleValues.join(
        MultipleValues.split(field, by: first.subDelimiter.unicodeScalars.first ?? ";")
      )
    }
    if target.column.hasLabels, target.isCoded {
      let values = MultipleValues.split(field).map { value in
        value.firstIndex(of: ":").map { String(value[..<$0]) } ?? value
      }
      field = MultipleValues.join(values)
    }
    set(target.component, field, columns, line)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The code before `: ` and a label.
  fileprivate var beforeLabel: UnsafeBufferPointer<UInt8> {
    for position in indices.dropLast()
    where self[position] == UInt8(ascii: ":") && self[position + 1] == UInt8(ascii: " ") {
      return UnsafeBufferPointer(rebasing: self[..<position])
    }
    return self
  }
}
