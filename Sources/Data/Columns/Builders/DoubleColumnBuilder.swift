// SPDX-License-Identifier: Apache-2.0

/// Builds a column of binary floating-point numbers.
public final class DoubleColumnBuilder: ColumnBuilder {
  private var rows = FixedRows<Double>()

  /// Starts an empty column.
  public init() {}

  /// How many rows there are so far.
  public var count: Int { rows.count }
  /// Makes room for more rows at once.
  public func reserve(_ more: Int) { rows.reserve(more) }
  /// Appends a row.
  public func append(_ value: Double) { rows.append(value) }
  /// Appends a row without a value.
  public func appendNull() { rows.appendNull(0) }
  /// Appends many rows at once.
  public func append(contentsOf values: UnsafeBufferPointer<Double>) {
    rows.append(contentsOf: values)
  }
  /// Makes the column from the rows so far, handing over the memory, and starts anew.
  public func finish(_ name: String) -> Column { rows.finish(name, .double) }
}
