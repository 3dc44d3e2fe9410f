// SPDX-License-Identifier: Apache-2.0

/// Decides which cells are withheld besides the unsafe ones, so that totals give nothing away.
///
/// - Method: each cell is the sum of inner cells. Cells are published one after the other, the costliest
///   first, unless an unsafe cell could then be worked out of what is published: unless its vector
///   would be a combination of published ones. Elimination is exact, in ``PrimeField``.
/// - Single contributors: somebody who is alone in a cell knows its value. A cell is therefore withheld too
///   where it would let such a one work out another unsafe cell.
/// - Limits: what is guarded against is an exact value. Bounds, and contributors who join what they know,
///   are not.
/// - Source: elimination in order of cost is the method Gauss of the packages sdcTable and
///   GaussSuppression (Ø. Langsrud, 2024).
public struct SecondarySuppression: Sendable {
  private let cells: [TableCell]
  private let unsafe: [Bool]

  /// Prepares a table.
  ///
  /// - Parameters:
  ///   - cells: all cells that are to be published.
  ///   - isUnsafe: whether a cell must be withheld.
  public init(_ cells: [TableCell], isUnsafe: (TableCell) -> Bool) {
    self.cells = cells
    unsafe = cells.map { !$0.innerCells.isEmpty && isUnsafe($0) }
  }

  /// What becomes of each cell, in their order.
  ///
  /// Where cells cost the same, it matters which is decided first: both orders are tried, and the one that
  /// loses less is kept.
  ///
  /// - Parameter progress: is told how many cells have been decided, of ``decisions`` in all.
  /// - Returns: a status a cell; the same for the same cells.
  public func pattern(progress: (Int) -> Void = { _ in }) -> [CellStatus] {
    let first = pattern(candidates(laterFirst: false), progress)
    guard first.contains(.secondary) else { return first }
    let second = pattern(candidates(laterFirst: true)) { progress($0 + decisions / 2) }
    return loss(second) < loss(first) ? second : first
  }

  /// How many decisions there are to make.
  public var decisions: Int { 2 * cells.count { !$0.innerCells.isEmpty } }

  /// The cells that may be published, costliest first.
  private func candidates(laterFirst: Bool) -> [Int] {
    cells.indices.filter { !unsafe[$0] && !cells[$0].innerCells.isEmpty }.sorted {
      if cells[$0].cost != cells[$1].cost { return cells[$0].cost > cells[$1].cost }
      return laterFirst ? $0 > $1 : $0 < $1
    }
  }

  private func pattern(_ candidates: [Int], _ progress: (Int) -> Void) -> [CellStatus] {
    var statuses = unsafe.map { $0 ? CellStatus.primary : .published }
    var guarded = GuardedCells(cells.indices.filter { unsafe[$0] }.map { cells[$0] })
    var published = PublishedSpan()
    for (decided, candidate) in candidates.enumerated() {
      progress(decided)
      let vector = published.reduced(SparseVector(sumOf: cells[candidate].innerCells))
      // What follows from published cells tells nothing new.
      guard let pivot = guarded.pivot(of: vector) else { continue }
      if guarded.survive(publishing: vector, pivot) {
        published.add(vector, pivot)
      } else {
        statuses[candidate] = .secondary
      }
    }
    return statuses
  }

  /// How many cells are withheld, then what they cost.
  private func loss(_ statuses: [CellStatus]) -> (Int, Double) {
    zip(cells, statuses).filter { $1 == .secondary }.reduce(into: (0, 0)) {
      $0 = ($0.0 + 1, $0.1 + $1.0.cost)
    }
  }
}

/// All that can be worked out of the cells that are published.
struct PublishedSpan {
  private var byPivot: [Int32: SparseVector] = [:]

  /// A vector less what is published of it: zero if it can be worked out.
  func reduced(_ vector: SparseVector) -> SparseVector {
    var vector = vector
    var position = 0
    while position < vector.entries.count {
      let entry = vector.entries[position]
      guard let pivot = byPivot[entry.row] else {
        position += 1
        continue
      }
      let factor = PrimeField.multiply(
        entry.value,
        PrimeField.inverse(pivot.value(at: entry.row))
      )
      vector = vector.subtracting(pivot, times: factor)
      // A pivot may begin before its own row: look again from there.
      position = vector.entries.partition(before: pivot.entries.first?.row ?? 0)
    }
    return vector
  }

  /// Adds a reduced vector with the row in which it alone has an entry from now on.
  mutating func add(_ vector: SparseVector, _ pivot: Int32) { byPivot[pivot] = vector }
}

extension [SparseVector.Entry] {
  /// How many entries lie in rows before one.
  fileprivate func partition(before row: Int32) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
