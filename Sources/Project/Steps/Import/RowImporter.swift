// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Structures

/// Turns rows of text into typed batches: sound rows are kept, others are put aside with the reason.
///
/// Used by one reader at a time; the reader hands over one row after the other.
final class RowImporter {
  private let source: SourceDefinition
  private let style: FieldStyle
  private let fields: [Field]
  private let lines = IntegerColumnBuilder()
  private let collector: DiagnosticCollector
  private let rejected: RejectedRows
  private(set) var rowCount = 0

  /// A component with what reads it and where its values come from.
  ///
  /// A class, so that the loop over rows copies a pointer and not a component with all its names.
  final class Field {
    let component: Component
    let mapping: ColumnMapping?
    let reader: FieldReader
    /// The position of the column in the file; `nil` for constants and for what is not mapped.
    let position: Int?
    /// The bytes of a constant.
    let constant: [UInt8]?
    let isMandatory: Bool

    init(
      component: Component,
      mapping: ColumnMapping?,
      reader: FieldReader,
      position: Int?,
      constant: [UInt8]?
    ) {
      self.component = component
      self.mapping = mapping
      self.reader = reader
      self.position = position
      self.constant = constant
      isMandatory = component.isMandatory
    }
  }

  init(
    _ source: SourceDefinition,
    _ fields: [Field],
    _ collector: DiagnosticCollector,
    _ rejected: RejectedRows
  ) {
    self.source = source
    style = source.style
    self.fields = fields
    self.collector = collector
    self.rejected = rejected
  }

  /// How many rows wait to be handed over.
  var pendingCount: Int { lines.count }

  /// Takes a row.
  ///
  /// - Parameters:
  ///   - line: the physical line, or the row of the sheet.
  ///   - count: how many fields the row has.
  ///   - field: the bytes of a field by its position.
  /// - Throws: what a builder refuses.
  func take(
    line: Int,
    count: Int,
    _ field: (Int) -> UnsafeBufferPointer<UInt8>
  ) throws {
    rowCount += 1
    var problems: [Diagnostic] = []
    for entry in fields {
      if let problem = read(entry, field) { problems.append(problem) }
    }
    guard problems.isEmpty else {
      reject(line: line, problems, (0..<count).map { String(decoding: field($0), as: UTF8.self) })
      return
    }
    for entry in fields { try entry.reader.commit() }
    lines.append(Int64(line))
  }

  /// Puts a row aside that could not be cut into fields.
  func reject(line: Int, _ problems: [Diagnostic], _ texts: [String]) {
    for problem in problems { collector.report(problem, row: Location(source.file, line: line)) }
    rejected.add(line: line, problems, texts)
  }

  /// The sound rows since the last call as a batch.
  func finish() throws -> RecordBatch {
    let columns = fields.map { $0.reader.builder.finish($0.component.id) }
    return try RecordBatch(columns + [lines.finish("_line")])
  }

  private func read(
    _ entry: Field,
    _ field: (Int) -> UnsafeBufferPointer<UInt8>
  ) -> Diagnostic? {
    guard let position = entry.position else { return readConstant(entry) }
    let trimmed = style.trimmed(field(position))
    return read(entry, trimmed: trimmed)
  }

  private func readConstant(_ entry: Field) -> Diagnostic? {
    guard let constant = entry.constant else {
      entry.reader.readNull()
      return nil
    }
    return constant.withUnsafeBufferPointer { read(entry, trimmed: $0) }
  }

  private func read(_ entry: Field, trimmed: UnsafeBufferPointer<UInt8>) -> Diagnostic? {
    if style.isBlank(trimmed) {
      entry.reader.readNull()
      return entry.isMandatory
        ? problem(StepsDefinitions.missingValue, entry) : nil
    }
    return entry.reader.read(trimmed).map { problem($0.definition, entry) }
  }

  private func problem(_ definition: DiagnosticDefinition, _ entry: Field) -> Diagnostic {
    let column = if case .column(let name)? = entry.mapping?.origin { name } else { "" }
    var arguments: [String: MessageArgument] = [
      "column": .text(column), "component": .text(entry.component.id),
      "format": .text(source.style.date.rawValue),
    ]
    switch entry.component.representation {
    case .decimal(_, let scale): arguments["scale"] = .count(scale)
    case .integer: arguments["scale"] = .count(0)
    case .codelist(let list): arguments["list"] = .text(list.id)
    case .text, .double, .boolean, .date, .timePeriod: break
    }
    return definition.at(entry.mapping?.location, arguments)
  }
}

extension FieldReader.Fault {
  /// The code that a fault is told by.
  var definition: DiagnosticDefinition {
    switch self {
    case .badNumber: StepsDefinitions.badNumber
    case .decimalComma: StepsDefinitions.decimalComma
    case .tooManyDecimals: StepsDefinitions.tooManyDecimals
    case .tooLarge: StepsDefinitions.tooLarge
    case .badDate: StepsDefinitions.badDate
    case .badPeriod: StepsDefinitions.badPeriod
    case .badBoolean: StepsDefinitions.badBoolean
    case .unknownCode: StepsDefinitions.unknownCode
    }
  }
}
