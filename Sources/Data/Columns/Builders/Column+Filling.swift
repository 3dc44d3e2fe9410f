// SPDX-License-Identifier: Apache-2.0

/// Columns whose number of rows is known beforehand, written in place: what kernels make.
extension Column {
  /// Makes a column of whole numbers.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - count: how many rows.
  ///   - fill: writes every row that has a value and notes those that have none.
  /// - Returns: the column.
  /// - Throws: what the closure throws.
  public static func integers(
    _ name: String,
    count: Int,
    _ fill: (UnsafeMutableBufferPointer<Int64>, inout MissingRows) throws -> Void
  ) rethrows -> Column {
    try filled(Field(name, .integer), count, fill)
  }

  /// Makes a column of binary floating-point numbers.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - count: how many rows.
  ///   - fill: writes every row that has a value and notes those that have none.
  /// - Returns: the column.
  /// - Throws: what the closure throws.
  public static func doubles(
    _ name: String,
    count: Int,
    _ fill: (UnsafeMutableBufferPointer<Double>, inout MissingRows) throws -> Void
  ) rethrows -> Column {
    try filled(Field(name, .double), count, fill)
  }

  /// Makes a column of days since 1970-01-01.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - count: how many rows.
  ///   - fill: writes every row that has a value and notes those that have none.
  /// - Returns: the column.
  /// - Throws: what the closure throws.
  public static func dates(
    _ name: String,
    count: Int,
    _ fill: (UnsafeMutableBufferPointer<Int32>, inout MissingRows) throws -> Void
  ) rethrows -> Column {
    try filled(Field(name, .date), count, fill)
  }

  /// Makes a column of decimals from unscaled numbers: 12.34 with two decimals is 1234.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - precision: the digits of a number, 1 to 38; no number has more, which the closure sees to.
  ///   - scale: how many of them are decimals.
  ///   - count: how many rows.
  ///   - fill: writes every row that has a value and notes those that have none.
  /// - Returns: the column.
  /// - Throws: what the closure throws.
  public static func decimals(
    _ name: String,
    precision: Int,
    scale: Int,
    count: Int,
    _ fill: (UnsafeMutableBufferPointer<Int128>, inout MissingRows) throws -> Void
  ) rethrows -> Column {
    precondition((1...38).contains(precision) && (0...precision).contains(scale))
    return try filled(Field(name, .decimal(precision: precision, scale: scale)), count, fill)
  }

  /// Makes a column of decimals of up to eighteen digits, which takes half the memory.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - precision: the digits of a number, 1 to 18; no number has more, which the closure sees to.
  ///   - scale: how many of them are decimals.
  ///   - count: how many rows.
  ///   - fill: writes every row that has a value and notes those that have none.
  /// - Returns: the column.
  /// - Throws: what the closure throws.
  public static func shortDecimals(
    _ name: String,
    precision: Int,
    scale: Int,
    count: Int,
    _ fill: (UnsafeMutableBufferPointer<Int64>, inout MissingRows) throws -> Void
  ) rethrows -> Column {
    precondition((1...18).contains(precision) && (0...precision).contains(scale))
    let field = Field(name, .decimal(precision: precision, scale: scale))
    return try filled(field, count, layout: .narrow, fill)
  }

  private static func filled<Element: BitwiseCopyable>(
    _ field: Field,
    _ count: Int,
    layout: Layout = .fixed,
    _ fill: (UnsafeMutableBufferPointer<Element>, inout MissingRows) throws -> Void
  ) rethrows -> Column {
    // Zeroed, so that rows without a value hold no stray bytes.
    var bytes = GrowingBuffer<UInt8>()
    bytes.append(repeating: 0, count: count * MemoryLayout<Element>.stride)
    let memory = bytes.take()
    var missing = MissingRows(count: count)
    let owner: OwnedMemory
    do {
      let start = memory?.bindMemory(to: Element.self, capacity: count)
      try fill(UnsafeMutableBufferPointer(start: start, count: start == nil ? 0 : count), &missing)
      owner = OwnedMemory([memory, missing.take()])
    } catch {
      _ = OwnedMemory([memory])
      throw error
    }
    return Column(
      field: field,
      count: count,
      nullCount: missing.count,
      layout: layout,
      validityBits: missing.taken,
      values: memory.map { UnsafeRawPointer($0) },
      owner: owner
    )
  }
}

/// Notes which rows of a column that is being filled have no value.
public struct MissingRows: ~Copyable {
  private let rows: Int
  /// One bit a row, none until the first is noted: most columns miss nothing.
  private var bits = GrowingBuffer<UInt8>()
  /// How many rows have been noted.
  public private(set) var count: Int = 0
  /// Where the bits lie once the column owns them.
  private(set) var taken: UnsafePointer<UInt8>?

  init(count rows: Int) { self.rows = rows }

  /// Notes that a row has no value; each row once.
  public mutating func insert(_ row: Int) {
    precondition(row >= 0 && row < rows, "row outside the column")
    if count == 0 { bits.append(repeating: 0xFF, count: (rows + 7) / 8) }
    bits.update(row >> 3) { $0 &= ~(1 &<< UInt8(truncatingIfNeeded: row & 7)) }
    count += 1
  }

  /// Hands the memory over to the column.
  mutating func take() -> UnsafeMutableRawPointer? {
    let memory = bits.take()
    taken = memory.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }
    return memory
  }
}
