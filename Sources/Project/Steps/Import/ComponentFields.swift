// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Platform

/// The fields of one component in some rows of a file, in order.
struct ComponentFields {
  private let origin: Origin
  private let rows: [Int]
  private let blanks: BlankFields
  /// Whether the file or a constant gives values at all.
  private let isRead: Bool
  /// What was found wrong, by the position of the row among these rows.
  private(set) var faults: [(row: Int, fault: FieldFault)] = []

  private enum Origin {
    case column(DelimitedFields, starts: UnsafeBufferPointer<Int>, position: Int)
    /// Every row of the file is read, and all have as many fields.
    case regular(DelimitedFields, width: Int, position: Int)
    case constant(UnsafeBufferPointer<UInt8>)
    case nothing
  }

  /// Takes the fields of a column of the file.
  ///
  /// - Parameters:
  ///   - fields: the fields of all rows.
  ///   - starts: where those of each row begin.
  ///   - position: the column; each of the rows to read has it.
  ///   - rows: the rows to read.
  ///   - blanks: which fields hold no value.
  init(
    _ fields: DelimitedFields,
    _ starts: UnsafeBufferPointer<Int>,
    _ position: Int,
    _ rows: [Int],
    _ blanks: BlankFields
  ) {
    let width = starts.count > 1 ? starts[1] - starts[0] : 0
    // Sound rows all have the width of the header, so where none is left out they follow each other.
    let isRegular = rows.count == starts.count - 1 && fields.count == rows.count * width
    origin =
      isRegular
      ? .regular(fields, width: width, position: position)
      : .column(fields, starts: starts, position: position)
    isRead = true
    self.rows = rows
    self.blanks = blanks
  }

  /// The same field in every row; `nil` for no value in any.
  init(constant: UnsafeBufferPointer<UInt8>?, _ rows: [Int], _ blanks: BlankFields) {
    let field = constant?.trimmingSpaces
    isRead = constant != nil
    origin = field.flatMap { blanks.contains($0) ? nil : .constant($0) } ?? .nothing
    self.rows = rows
    self.blanks = blanks
  }

  /// How many rows.
  var count: Int { rows.count }

  /// Reads every row's field into a column that is being filled.
  ///
  /// - Parameters:
  ///   - values: receives a value for each row that has one.
  ///   - missing: receives the rows without a value, and those with a fault.
  ///   - read: reads the field of a row, without white space around it.
  @inline(__always)
  mutating func fill<Value>(
    _ values: UnsafeMutableBufferPointer<Value>,
    _ missing: inout MissingRows,
    _ read: (UnsafeBufferPointer<UInt8>) throws(FieldFault) -> Value
  ) {
    forEach(&missing) { row, field throws(FieldFault) in values[row] = try read(field) }
  }

  @inline(__always)
  private mutating func forEach(
    _ missing: inout MissingRows,
    _ body: (Int, UnsafeBufferPointer<UInt8>) throws(FieldFault) -> Void
  ) {
    for row in 0..<count {
      guard let field = self[row] else {
        missing.insert(row)
        continue
      }
      do throws(FieldFault) { try body(row, field) } catch {
        missing.insert(row)
        fail(row, error)
      }
    }
  }

  /// Notes what is wrong with the field of a row.
  mutating func fail(_ row: Int, _ fault: FieldFault) { faults.append((row, fault)) }

  /// Notes every row without a value.
  mutating func demandValues(_ column: Column) {
    // What no column of the file gives, such as the number of the line, is not the file's to miss.
    guard isRead else { return }
    guard column.nullCount > faults.count else { return }
    let known = Set(faults.map(\.row))
    for row in 0..<count where !column.isValid(row) && !known.contains(row) {
      fail(row, .missingValue)
    }
  }

  /// The field of a row without white space around it; `nil` for no value.
  @inline(__always)
  subscript(_ row: Int) -> UnsafeBufferPointer<UInt8>? {
    switch origin {
    case .column(let fields, let starts, let position):
      let field = fields[starts[rows[row]] &+ position].trimmingSpaces
      return blanks.contains(field) ? nil : field
    case .regular(let fields, let width, let position):
      let field = fields[row &* width &+ position].trimmingSpaces
      return blanks.contains(field) ? nil : field
    case .constant(let field): return field
    case .nothing: return nil
    }
  }
}

/// Which fields hold no value: empty ones, and those that a source names.
struct BlankFields: Sendable {
  private let texts: [[UInt8]]

  init(_ texts: [String]) { self.texts = texts.map { Array($0.utf8) } }

  @inline(__always)
  func contains(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    if field.isEmpty { return true }
    return !texts.isEmpty && texts.contains { $0.elementsEqual(field) }
  }
}
