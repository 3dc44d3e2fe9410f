// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Builds a column of decimals, given as unscaled numbers: 12.34 with two decimals is 1234.
public final class DecimalColumnBuilder: ColumnBuilder {
  /// How many digits a number may have.
  public let precision: Int
  /// How many of them stand after the point.
  public let scale: Int
  private let limit: Int128
  private var rows = FixedRows<Int128>()

  /// Starts an empty column.
  ///
  /// - Parameters:
  ///   - precision: the digits of a number, 1 to 38; 38 by default.
  ///   - scale: how many of them are decimals, at most the precision.
  public init(precision: Int = 38, scale: Int) {
    precondition((1...38).contains(precision) && (0...precision).contains(scale))
    self.precision = precision
    self.scale = scale
    limit = (0..<precision).reduce(Int128(1)) { power, _ in power * 10 }
  }

  /// How many rows there are so far.
  public var count: Int { rows.count }
  /// Makes room for more rows at once.
  public func reserve(_ more: Int) { rows.reserve(more) }

  /// Appends a row.
  ///
  /// - Throws: `columns.decimal-overflow` where the number has more digits than the column.
  public func append(_ unscaled: Int128) throws {
    guard unscaled < limit, unscaled > -limit else {
      throw ColumnsDefinitions.decimalOverflow.at(nil, ["precision": .count(precision)])
    }
    rows.append(unscaled)
  }

  /// Appends a row without a value.
  public func appendNull() { rows.appendNull(0) }

  /// Makes the column from the rows so far, handing over the memory, and starts anew.
  public func finish(_ name: String) -> Column {
    rows.finish(name, .decimal(precision: precision, scale: scale))
  }
}
