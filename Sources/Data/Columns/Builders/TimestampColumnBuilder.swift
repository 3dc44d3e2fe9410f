// SPDX-License-Identifier: Apache-2.0

/// Builds a column of moments.
public final class TimestampColumnBuilder: ColumnBuilder {
  private var rows = FixedRows<Int64>()

  /// Starts an empty column.
  public init() {}

  /// How many rows there are so far.
  public var count: Int { rows.count }
  /// Makes room for more rows at once.
  public func reserve(_ more: Int) { rows.reserve(more) }
  /// Appends a row: the microsecond since 1970-01-01T00:00.
  public func append(_ microseconds: Int64) { rows.append(microseconds) }
  /// Appends a row without a value.
  public func appendNull() { rows.appendNull(0) }
  /// Appends many rows at once.
  public func append(contentsOf values: UnsafeBufferPointer<Int64>) {
    rows.append(contentsOf: values)
  }
  /// Makes the column from the rows so far, handing over the memory, and starts anew.
  public func finish(_ name: String) -> Column { rows.finish(name, .timestamp) }
}
