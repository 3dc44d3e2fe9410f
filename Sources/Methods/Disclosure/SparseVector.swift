// SPDX-License-Identifier: Apache-2.0

/// A vector over ``PrimeField`` of which few entries are not zero.
struct SparseVector: Hashable, Sendable {
  /// One entry that is not zero.
  struct Entry: Hashable, Sendable {
    let row: Int32
    let value: UInt64
  }

  /// In the order of the rows.
  private(set) var entries: [Entry]

  /// The sum of some inner cells, each once.
  init(sumOf rows: [Int32]) {
    entries = rows.sorted().map { Entry(row: $0, value: 1) }
  }

  private init(_ entries: [Entry]) { self.entries = entries }

  var isZero: Bool { entries.isEmpty }

  /// The entry of a row; zero where there is none.
  func value(at row: Int32) -> UInt64 {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].row == row ? entries[low].value : 0
  }

  /// This less a multiple of another.
  func subtracting(_ other: SparseVector, times factor: UInt64) -> SparseVector {
    var result: [Entry] = []
    result.reserveCapacity(entries.count + other.entries.count)
    var (mine, theirs) = (entries[...], other.entries[...])
    while let left = mine.first, let right = theirs.first {
      if left.row < right.row {
        result.append(left)
        mine.removeFirst()
        continue
      }
      let taken = PrimeField.multiply(right.value, factor)
      let isShared = left.row == right.row
      let value = PrimeField.subtract(isShared ? left.value : 0, taken)
      if value != 0 { result.append(Entry(row: right.row, value: value)) }
      theirs.removeFirst()
      if isShared { mine.removeFirst() }
    }
    result.append(contentsOf: mine)
    for right in theirs {
      let taken = PrimeField.multiply(right.value, factor)
      result.append(Entry(row: right.row, value: PrimeField.subtract(0, taken)))
    }
    return SparseVector(result)
  }

  /// The same direction with one as its first entry: equal for vectors that are multiples of each other.
  var direction: SparseVector {
    guard let first = entries.first, first.value != 1 else { return self }
    let inverse = PrimeField.inverse(first.value)
    return SparseVector(
      entries.map { Entry(row: $0.row, value: PrimeField.multiply($0.value, inverse)) }
    )
  }
}
