// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Disclosure

/// Attacks on random tables with fractions, another way of elimination than the one under test.
@Suite struct AttackTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) ^ (state << 31)
    }
  }

  /// Whether a sum of inner cells follows from others: the rank does not grow.
  ///
  /// Entries stay small enough
  /// for fractions of 64 bits in tables of this size, and a growing one would trap.
  private func follows(_ target: [Int], from known: [[Int]]) -> Bool {
    rank(known) == rank(known + [target])
  }

  /// The rank by elimination without fractions (Bareiss, 1968), in whole numbers.
  private func rank(_ rows: [[Int]]) -> Int {
    var matrix = rows
    var (rank, last) = (0, 1)
    for column in 0..<(rows.first?.count ?? 0) {
      guard let pivot = (rank..<matrix.count).first(where: { matrix[$0][column] != 0 }) else {
        continue
      }
      matrix.swapAt(rank, pivot)
      for row in rank + 1..<max(matrix.count, rank + 1) {
        for other in (column + 1)..<max(matrix[row].count, column + 1) {
          matrix[row][other] =
            (matrix[rank][column] * matrix[row][other] - matrix[row][column] * matrix[rank][other])
            / last
        }
        matrix[row][column] = 0
      }
      last = matrix[rank][column]
      rank += 1
      if rank == matrix.count { break }
    }
    return rank
  }

  @Test(arguments: 0..<40)
  func `nobody works out a cell that is withheld as unsafe`(seed: Int) {
    var random = Generator(state: UInt64(seed) &* 977 &+ 5)
    let (rows, columns) = (
      Int.random(in: 2...5, using: &random), Int.random(in: 2...5, using: &random)
    )
    let contributors = (0..<rows).map { _ in
      (0..<columns).map { _ in [0, 1, 1, 2, 3, 5, 9, 20].randomElement(using: &random) ?? 0 }
    }
    let table = SuppressionTests.Table(contributors)
    let statuses = table.pattern(3)
    let vector = { (cell: TableCell) in
      (0..<rows * columns).map { cell.innerCells.contains(Int32($0)) ? 1 : 0 }
    }
    let published = zip(table.cells, statuses).filter { $1 == .published }.map { vector($0.0) }
    let unsafe = zip(table.cells, statuses).filter { $1 == .primary }.map(\.0)
    for cell in unsafe {
      #expect(!follows(vector(cell), from: published), "from what is published alone")
      for single in unsafe
      where single.contributors == 1 && single.innerCells != cell.innerCells {
        #expect(
          !follows(vector(cell), from: published + [vector(single)]),
          "by the one contributor of another cell"
        )
      }
    }
  }
}
