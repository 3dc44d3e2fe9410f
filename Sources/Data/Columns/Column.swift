// SPDX-License-Identifier: Apache-2.0

/// A column of values in Arrow memory: immutable, shared without copying.
///
/// The values are read in place through `with…` methods, which keep the memory alive for the time
/// of the call. A slice shares the memory of its column.
///
/// `@unchecked Sendable`: the pointers are constant, the memory is never written after the column
/// exists, and `owner`, itself Sendable, keeps it alive.
public struct Column: @unchecked Sendable {
  /// The name, the type, and whether a row may have no value.
  public let field: Field
  /// How many rows.
  public let count: Int
  /// How many rows have no value.
  public let nullCount: Int

  /// The row of the memory at which the column begins.
  let offset: Int
  let layout: Layout
  let validityBits: UnsafePointer<UInt8>?
  /// Values, bits, offsets or views, according to the layout; `nil` only where there are no rows.
  let values: UnsafeRawPointer?
  /// The bytes of a text column with offsets.
  let text: UnsafeRawPointer?
  /// The buffers of a text column with views.
  let variadic: Variadic?
  let owner: any AnyObject & Sendable

  /// How values lie in memory.
  enum Layout: Hashable {
    case fixed, bits, offsets32, offsets64, views
    /// Decimals in eight bytes; those in sixteen are `fixed`.
    case narrow
  }

  /// The buffers that views point into, and where their sizes stand.
  struct Variadic {
    let buffers: UnsafePointer<UnsafeRawPointer?>
    let count: Int
    let sizes: UnsafeRawPointer?
  }

  init(
    field: Field,
    count: Int,
    nullCount: Int? = nil,
    offset: Int = 0,
    layout: Layout,
    validityBits: UnsafePointer<UInt8>?,
    values: UnsafeRawPointer?,
    text: UnsafeRawPointer? = nil,
    variadic: Variadic? = nil,
    owner: any AnyObject & Sendable
  ) {
    self.field = field
    self.count = count
    self.nullCount =
      nullCount ?? validityBits.map { BitCount.zeros($0, from: offset, count: count) } ?? 0
    self.offset = offset
    self.layout = layout
    self.validityBits = validityBits
    self.values = values
    self.text = text
    self.variadic = variadic
    self.owner = owner
  }

  /// The name.
  public var name: String { field.name }
  /// What the column holds.
  public var type: ColumnType { field.type }

  /// Some rows of the column, sharing its memory; `rows` lies within the column.
  public func slice(_ rows: Range<Int>) -> Column {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "rows outside the column")
    return Column(
      field: field,
      count: rows.count,
      nullCount: nullCount == 0 ? 0 : nil,
      offset: offset + rows.lowerBound,
      layout: layout,
      validityBits: validityBits,
      values: values,
      text: text,
      variadic: variadic,
      owner: owner
    )
  }

  /// The same values under another name.
  public func renamed(_ name: String) -> Column {
    Column(
      field: Field(name, field.type, isNullable: field.isNullable),
      count: count,
      nullCount: nullCount,
      offset: offset,
      layout: layout,
      validityBits: validityBits,
      values: values,
      text: text,
      variadic: variadic,
      owner: owner
    )
  }
}
