// SPDX-License-Identifier: Apache-2.0

internal import Glibc

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

  private static func filled<Element: BitwiseCopyable>(
    _ field: Field,
    _ count: Int,
    _ fill: (UnsafeMutableBufferPointer<Element>, inout MissingRows) throws -> Void
  ) rethrows -> Column {
    // Zeroed, so that rows without a value hold no stray bytes.
    guard let memory = calloc(max(count, 1), MemoryLayout<Element>.stride) else {
      fatalError("out of memory: \(count * MemoryLayout<Element>.stride) bytes")
    }
    let values = UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: Element.self, capacity: count),
      count: count
    )
    var missing = MissingRows(count: count)
    do { try fill(values, &missing) } catch {
      free(memory)
      throw error
    }
    let (bits, nullCount) = missing.take()
    return Column(
      field: field,
      count: count,
      nullCount: nullCount,
      layout: .fixed,
      validityBits: bits.map { UnsafePointer($0) },
      values: UnsafeRawPointer(memory),
      owner: OwnedMemory([memory, bits.map { UnsafeMutableRawPointer($0) }])
    )
  }
}

/// Notes which rows of a column that is being filled have no value.
public struct MissingRows: ~Copyable {
  private let rows: Int
  private var bits: UnsafeMutablePointer<UInt8>?
  /// How many rows have been noted.
  public private(set) var count: Int = 0

  init(count rows: Int) { self.rows = rows }

  deinit { free(bits) }

  /// Notes that a row has no value; each row once.
  public mutating func insert(_ row: Int) {
    precondition(row >= 0 && row < rows, "row outside the column")
    let bits = bits ?? allocated()
    bits[row >> 3] &= ~(1 &<< UInt8(truncatingIfNeeded: row & 7))
    count += 1
  }

  /// No memory until the first: most columns miss nothing.
  private mutating func allocated() -> UnsafeMutablePointer<UInt8> {
    let size = (rows + 7) / 8
    guard let memory = malloc(max(size, 1)) else { fatalError("out of memory: \(size) bytes") }
    memset(memory, 0xFF, size)
    let start = memory.bindMemory(to: UInt8.self, capacity: size)
    bits = start
    return start
  }

  mutating func take() -> (UnsafeMutablePointer<UInt8>?, Int) {
    defer { bits = nil }
    return (bits, count)
  }
}
