// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Disclosure

/// Tables whose unsafe cells are known; what is withheld besides them was worked out by hand.
@Suite struct SuppressionTests {
  /// A table of rows and columns with their totals, from the contributors of the inner cells.
  struct Table {
    let cells: [TableCell]
    /// The row and the column of each cell; one past the last stands for the total.
    let places: [[Int]]

    init(_ contributors: [[Int]]) {
      let (rows, columns) = (contributors.count, contributors[0].count)
      var (cells, places): ([TableCell], [[Int]]) = ([], [])
      for row in 0...rows {
        for column in 0...columns {
          let inner = (0..<rows * columns).filter { number in
            (row == rows || row == number / columns)
              && (column == columns || column == number % columns)
              && contributors[number / columns][number % columns] > 0
          }
          let count = inner.reduce(0) { $0 + contributors[$1 / columns][$1 % columns] }
          cells.append(
            TableCell(innerCells: inner.map { Int32($0) }, contributors: count, cost: Double(count))
          )
          places.append([row, column])
        }
      }
      self.cells = cells
      self.places = places
    }

    func pattern(_ minimum: Int) -> [CellStatus] {
      let rule = ThresholdRule(minimum: minimum)
      return SecondarySuppression(cells) { rule.isUnsafe($0.contributors) }.pattern()
    }

    func withheld(_ minimum: Int) -> Set<[Int]> {
      Set(zip(places, pattern(minimum)).filter { $1 != .published }.map(\.0))
    }
  }

  @Test func `one small cell takes three others with it: a row and a column need two each`() {
    let table = Table([[1, 9, 8], [7, 4, 6], [9, 9, 5]])
    let withheld = table.withheld(3)
    #expect(withheld.count == 4)
    #expect(withheld.contains([0, 0]))
    // The corners of a rectangle: the cheapest that closes it.
    #expect(
      withheld == [[0, 0], [0, 1], [1, 0], [1, 1]]
        || withheld == [[0, 0], [0, 2], [1, 0], [1, 2]]
    )
  }

  @Test func `a table without small cells is published whole`() {
    #expect(Table([[3, 4], [5, 6]]).withheld(3).isEmpty)
    #expect(Table([[0, 4], [5, 6]]).withheld(3).isEmpty)
  }

  @Test func `a cell that holds nothing to protect protects nothing`() {
    // The second column is empty of protected records: only the third can go with the first.
    let withheld = Table([[2, 0, 8], [7, 0, 6], [9, 0, 5]]).withheld(3)
    #expect(withheld.allSatisfy { $0[1] != 1 })
    #expect(withheld.count == 4)
  }

  @Test func `a total of too few contributors is withheld too`() {
    let withheld = Table([[1, 1, 0], [7, 4, 6], [9, 9, 5]]).withheld(3)
    #expect(withheld.isSuperset(of: [[0, 0], [0, 1], [0, 3]]))
  }

  @Test func `who is alone in a cell cannot work out the other one of its row`() {
    // Without the rule for single contributors, the two cells of the first row would protect each other.
    let table = Table([[1, 1, 9], [8, 8, 9]])
    let row = table.withheld(3).filter { $0[0] == 0 }
    #expect(row.count >= 3)
  }

  @Test func `the same table gives the same pattern`() {
    let table = Table([[1, 9, 2], [7, 1, 6], [9, 2, 5]])
    #expect(table.pattern(3) == table.pattern(3))
  }
}
