// SPDX-License-Identifier: Apache-2.0

/// The exact numbers of a decimal or integer column, read row by row; it keeps the memory alive.
///
/// For kernels that look at several columns of a row at once, where closures within closures would
/// hide the arithmetic.
public struct NumberValues {
  /// How many of the digits are decimals; none for whole numbers.
  public let scale: Int
  @usableFromInline let wide: UnsafePointer<Int128>?
  @usableFromInline let narrow: UnsafePointer<Int64>?
  @usableFromInline let validity: Validity
  @usableFromInline let owner: any AnyObject & Sendable
  /// How many rows.
  public let count: Int

  /// Takes the numbers of a column.
  ///
  /// - Throws: `columns.wrong-type` for other columns.
  public init(_ column: Column) throws {
    if case .decimal(_, let scale) = column.type {
      self.scale = scale
      (wide, narrow) = try column.withDecimals { values, _ in (values.wide, values.narrow) }
    } else {
      scale = 0
      wide = nil
      narrow = try column.withInt64s { values, _ in values.baseAddress }
    }
    validity = column.validity
    owner = column.owner
    count = column.count
  }

  /// The digits of a row as a whole number; `nil` where it has none.
  @inlinable
  public subscript(_ row: Int) -> Int128? {
    precondition(row >= 0 && row < count, "row outside the column")
    guard validity.isValid(row) else { return nil }
    if let wide { return wide[row] }
    if let narrow { return Int128(narrow[row]) }
    return nil
  }
}
