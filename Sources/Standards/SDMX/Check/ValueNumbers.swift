// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Glibc

/// Gives each different value of a component a small number, so that tests look at a value once.
///
/// It remembers a bounded count of values; those that come after get the number that says so, and are
/// tested each time.
struct ValueNumbers {
  /// The number of a row without a value.
  static let missing: Int32 = -1
  /// The number of a value that is not remembered.
  static let unremembered: Int32 = -2
  /// How many values are remembered.
  static let limit = 65_536

  /// The values that are remembered, by their numbers.
  private(set) var values: [[UInt8]] = []
  /// Two keyed digests of each value, from which those of keys are made.
  private(set) var digests: [RowDigest] = []
  /// The number of each row of the batch that was taken last.
  private(set) var rows: [Int32] = []
  private var cells = CellText(.plain)
  private var slots: [Int32] = Array(repeating: -1, count: 1_024)

  /// The bytes of a row of the batch that was taken last.
  func bytes(_ row: Int) -> ArraySlice<UInt8> { cells[row] }

  /// The digest of a row's value.
  @inline(__always)
  func digest(_ row: Int) -> RowDigest {
    let number = rows[row]
    if number >= 0 { return digests[Int(number)] }
    return number == ValueNumbers.missing ? RowDigest() : RowDigest(of: cells[row])
  }

  /// Takes the column of a batch, in place of the one before.
  ///
  /// - Throws: `sdmx.type-not-writable`.
  mutating func take(_ column: Column) throws {
    try cells.fill(column)
    rows.removeAll(keepingCapacity: true)
    var last = ValueNumbers.missing
    for row in 0..<column.count {
      if cells.isMissing(row) {
        rows.append(ValueNumbers.missing)
        continue
      }
      let bytes = cells[row]
      // Values of a series repeat from row to row.
      if last < 0 || !bytes.isSame(as: values[Int(last)]) { last = number(bytes) }
      rows.append(last)
    }
  }

  private mutating func number(_ bytes: ArraySlice<UInt8>) -> Int32 {
    let digest = RowDigest(of: bytes)
    var slot = Int(truncatingIfNeeded: digest.first) & (slots.count - 1)
    while slots[slot] >= 0 {
      if bytes.isSame(as: values[Int(slots[slot])]) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard values.count < ValueNumbers.limit else { return ValueNumbers.unremembered }
    let number = Int32(values.count)
    values.append(Array(bytes))
    digests.append(digest)
    slots[slot] = number
    if values.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, digest) in digests.enumerated() {
      var slot = Int(truncatingIfNeeded: digest.first) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}

extension ArraySlice<UInt8> {
  @inline(__always)
  fileprivate func isSame(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { left in
      other.withUnsafeBytes { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return memcmp(left, right, other.count) == 0
      }
    }
  }
}
