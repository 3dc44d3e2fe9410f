// SPDX-License-Identifier: Apache-2.0

/// A cell of a table with totals, as those see it who try to work out what is withheld.
public struct TableCell: Sendable {
  /// The inner cells that it is the sum of.
  ///
  /// Itself alone where it is one; none where it holds nothing that needs protection.
  public let innerCells: [Int32]
  /// How many contributors need protection.
  public let contributors: Int
  /// How much is lost if it is withheld; what costs most is published first.
  public let cost: Double

  /// States a cell.
  public init(innerCells: [Int32], contributors: Int, cost: Double) {
    self.innerCells = innerCells
    self.contributors = contributors
    self.cost = cost
  }
}

/// What becomes of a cell.
public enum CellStatus: Sendable, Hashable {
  /// It is published.
  case published
  /// It is withheld because it shows too few contributors.
  case primary
  /// It is withheld so that no other withheld cell can be worked out.
  case secondary
}
