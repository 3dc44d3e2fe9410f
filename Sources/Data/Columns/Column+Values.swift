// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension Column {
  /// Reads an integer column; what the closure receives is valid during the call only.
  ///
  /// - Throws: `columns.wrong-type`, or what the closure throws.
  public func withInt64s<Result>(
    _ body: (UnsafeBufferPointer<Int64>, Validity) throws -> Result
  ) throws -> Result {
    guard type == .integer else { throw wrongType(.integer) }
    return try withFixed(Int64.self, body)
  }

  /// Reads a double column; what the closure receives is valid during the call only.
  ///
  /// - Throws: `columns.wrong-type`, or what the closure throws.
  public func withDoubles<Result>(
    _ body: (UnsafeBufferPointer<Double>, Validity) throws -> Result
  ) throws -> Result {
    guard type == .double else { throw wrongType(.double) }
    return try withFixed(Double.self, body)
  }

  /// Reads the unscaled numbers of a decimal column; the scale stands in its type.
  ///
  /// - Throws: `columns.wrong-type`, or what the closure throws.
  public func withDecimals<Result>(
    _ body: (DecimalValues, Validity) throws -> Result
  ) throws -> Result {
    guard case .decimal = type else { throw wrongType(.decimal(precision: 38, scale: 0)) }
    let decimals = DecimalValues(layout, values, offset: offset, count: count)
    return try withExtendedLifetime(owner) { try body(decimals, validity) }
  }

  /// Reads the days since 1970-01-01 of a date column.
  ///
  /// - Throws: `columns.wrong-type`, or what the closure throws.
  public func withDates<Result>(
    _ body: (UnsafeBufferPointer<Int32>, Validity) throws -> Result
  ) throws -> Result {
    guard type == .date else { throw wrongType(.date) }
    return try withFixed(Int32.self, body)
  }

  /// Reads the microseconds since 1970-01-01T00:00 of a timestamp column.
  ///
  /// - Throws: `columns.wrong-type`, or what the closure throws.
  public func withTimestamps<Result>(
    _ body: (UnsafeBufferPointer<Int64>, Validity) throws -> Result
  ) throws -> Result {
    guard type == .timestamp else { throw wrongType(.timestamp) }
    return try withFixed(Int64.self, body)
  }

  /// Reads a boolean column; what the closure receives is valid during the call only.
  ///
  /// - Throws: `columns.wrong-type`, or what the closure throws.
  public func withBooleans<Result>(
    _ body: (BooleanValues, Validity) throws -> Result
  ) throws -> Result {
    guard type == .boolean else { throw wrongType(.boolean) }
    let bits = BooleanValues(
      bits: values?.assumingMemoryBound(to: UInt8.self),
      offset: offset,
      count: count
    )
    return try withExtendedLifetime(owner) { try body(bits, validity) }
  }

  /// Reads a text column; what the closure receives is valid during the call only.
  ///
  /// - Throws: `columns.wrong-type`, or what the closure throws.
  public func withStrings<Result>(
    _ body: (StringValues, Validity) throws -> Result
  ) throws -> Result {
    guard type == .string else { throw wrongType(.string) }
    let strings = StringValues(count == 0 ? .empty : stringLayout, count: count)
    return try withExtendedLifetime(owner) { try body(strings, validity) }
  }

  /// Which rows have a value; valid as long as the column is kept.
  var validity: Validity { Validity(bits: validityBits, offset: offset, nullCount: nullCount) }

  private var stringLayout: StringValues.Layout {
    guard let values else { return .empty }
    let bytes = (text ?? values).assumingMemoryBound(to: UInt8.self)
    switch layout {
    case .offsets32: return .offsets32(values.assumingMemoryBound(to: Int32.self) + offset, bytes)
    case .offsets64: return .offsets64(values.assumingMemoryBound(to: Int64.self) + offset, bytes)
    case .views: return variadic.map { .views(values + offset * 16, $0.buffers) } ?? .empty
    case .fixed, .narrow, .bits: return .empty
    }
  }

  private func withFixed<Element: BitwiseCopyable, Result>(
    _ element: Element.Type,
    _ body: (UnsafeBufferPointer<Element>, Validity) throws -> Result
  ) throws -> Result {
    let start = values.map { $0.assumingMemoryBound(to: element) + offset }
    let buffer = UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    return try withExtendedLifetime(owner) { try body(buffer, validity) }
  }

  private func wrongType(_ expected: ColumnType) -> Diagnostic {
    let expectedName = if case .decimal = expected { "decimal" } else { expected.description }
    return ColumnsDefinitions.wrongType.at(
      nil,
      ["column": .text(name), "actual": .text(type.description), "expected": .text(expectedName)]
    )
  }
}

/// Single values, for headers, small tables and tests; loops over many rows use `with…`.
extension Column {
  /// Whether the row has a value.
  public func isValid(_ row: Int) -> Bool {
    withExtendedLifetime(owner) { validity.isValid(checked(row)) }
  }

  /// The whole number of a row, `nil` where it has none.
  public func integer(at row: Int) throws -> Int64? {
    try withInt64s { $1.isValid(checked(row)) ? $0[row] : nil }
  }

  /// The double of a row, `nil` where it has none.
  public func double(at row: Int) throws -> Double? {
    try withDoubles { $1.isValid(checked(row)) ? $0[row] : nil }
  }

  /// The unscaled decimal of a row, `nil` where it has none.
  public func decimal(at row: Int) throws -> Int128? {
    try withDecimals { $1.isValid(checked(row)) ? $0[row] : nil }
  }

  /// The text of a row, `nil` where it has none.
  public func string(at row: Int) throws -> String? {
    try withStrings { $1.isValid(checked(row)) ? $0.string(at: row) : nil }
  }

  /// The truth of a row, `nil` where it has none.
  public func boolean(at row: Int) throws -> Bool? {
    try withBooleans { $1.isValid(checked(row)) ? $0[row] : nil }
  }

  /// The day of a row since 1970-01-01, `nil` where it has none.
  public func date(at row: Int) throws -> Int32? {
    try withDates { $1.isValid(checked(row)) ? $0[row] : nil }
  }

  /// The microsecond of a row since 1970-01-01T00:00, `nil` where it has none.
  public func timestamp(at row: Int) throws -> Int64? {
    try withTimestamps { $1.isValid(checked(row)) ? $0[row] : nil }
  }

  private func checked(_ row: Int) -> Int {
    precondition(row >= 0 && row < count, "row outside the column")
    return row
  }
}
