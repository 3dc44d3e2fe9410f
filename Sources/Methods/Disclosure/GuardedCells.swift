// SPDX-License-Identifier: Apache-2.0

/// The unsafe cells, each less what is published of it.
///
/// One that becomes zero could be worked out. Two that become multiples of each other give each other away:
/// who knows one because nobody else is in it knows the other.
struct GuardedCells {
  private var vectors: [SparseVector]
  private let areSingle: [Bool]
  /// The cells with an entry in a row.
  private var byRow: [Int32: Set<Int>] = [:]
  /// The cells of a direction; only those of single contributors forbid company.
  private var byDirection: [SparseVector: Set<Int>] = [:]

  /// Cells that are the same sum are one.
  init(_ cells: [TableCell]) {
    var positions: [SparseVector: Int] = [:]
    var vectors: [SparseVector] = []
    var areSingle: [Bool] = []
    for cell in cells {
      let vector = SparseVector(sumOf: cell.innerCells)
      if let position = positions[vector] {
        areSingle[position] = areSingle[position] || cell.contributors == 1
        continue
      }
      positions[vector] = vectors.count
      vectors.append(vector)
      areSingle.append(cell.contributors == 1)
    }
    (self.vectors, self.areSingle) = (vectors, areSingle)
    for (position, vector) in vectors.enumerated() {
      for entry in vector.entries { byRow[entry.row, default: []].insert(position) }
      byDirection[vector.direction, default: []].insert(position)
    }
  }

  /// The row of a vector that fewest unsafe cells have an entry in; `nil` for zero.
  func pivot(of vector: SparseVector) -> Int32? {
    vector.entries.min {
      (byRow[$0.row]?.count ?? 0, $0.row) < (byRow[$1.row]?.count ?? 0, $1.row)
    }?.row
  }

  /// Takes what is published out of all cells, unless one of them would be given away.
  ///
  /// - Parameters:
  ///   - published: a vector that is less what was published before.
  ///   - pivot: the row that is eliminated.
  /// - Returns: whether no cell is given away; if one is, nothing changes.
  mutating func survive(publishing published: SparseVector, _ pivot: Int32) -> Bool {
    let touched = (byRow[pivot] ?? []).sorted()
    guard !touched.isEmpty else { return true }
    let inverse = PrimeField.inverse(published.value(at: pivot))
    var changed: [Int: (vector: SparseVector, direction: SparseVector)] = [:]
    var directions: [SparseVector: [Int]] = [:]
    for position in touched {
      let factor = PrimeField.multiply(vectors[position].value(at: pivot), inverse)
      let vector = vectors[position].subtracting(published, times: factor)
      if vector.isZero { return false }
      let direction = vector.direction
      changed[position] = (vector, direction)
      directions[direction, default: []].append(position)
    }
    for (direction, positions) in directions {
      let staying = (byDirection[direction] ?? []).filter { changed[$0] == nil }
      let all = positions + staying
      if all.count > 1, all.contains(where: { areSingle[$0] }) { return false }
    }
    for position in touched {
      guard let change = changed[position] else { continue }
      replace(position, change.vector, change.direction)
    }
    return true
  }

  private mutating func replace(
    _ position: Int,
    _ vector: SparseVector,
    _ direction: SparseVector
  ) {
    for entry in vectors[position].entries { byRow[entry.row]?.remove(position) }
    byDirection[vectors[position].direction]?.remove(position)
    vectors[position] = vector
    for entry in vector.entries { byRow[entry.row, default: []].insert(position) }
    byDirection[direction, default: []].insert(position)
  }
}
