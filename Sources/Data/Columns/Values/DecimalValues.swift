// SPDX-License-Identifier: Apache-2.0

/// The unscaled numbers of a decimal column; for use within the closure that received it.
///
/// Numbers of up to eighteen digits mostly lie in eight bytes each, others in sixteen. Both are read in
/// place.
@frozen
public struct DecimalValues {
  @usableFromInline let wide: UnsafePointer<Int128>?
  @usableFromInline let narrow: UnsafePointer<Int64>?
  /// How many rows.
  public let count: Int

  init(_ layout: Column.Layout, _ values: UnsafeRawPointer?, offset: Int, count: Int) {
    let isNarrow = layout == .narrow
    wide = isNarrow ? nil : values.map { $0.assumingMemoryBound(to: Int128.self) + offset }
    narrow = isNarrow ? values.map { $0.assumingMemoryBound(to: Int64.self) + offset } : nil
    self.count = values == nil ? 0 : count
  }

  /// The number of a row; meaningless where the row has no value.
  @inlinable
  public subscript(_ row: Int) -> Int128 {
    precondition(row >= 0 && row < count, "row outside the column")
    if let narrow { return Int128(narrow[row]) }
    return wide.unsafelyUnwrapped[row]
  }
}
