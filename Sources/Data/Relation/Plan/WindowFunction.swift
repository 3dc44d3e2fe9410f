// SPDX-License-Identifier: Apache-2.0

/// A function that sees the rows around a row.
public enum WindowFunction: Hashable, Sendable {
  /// The number of the row in its part, from one.
  case rowNumber
  /// The rank with gaps after ties.
  case rank
  /// The rank without gaps.
  case denseRank
  /// The value of an expression some rows before.
  case lag(Expression, by: Int)
  /// The value of an expression some rows after.
  case lead(Expression, by: Int)
  /// The value in the first row of the frame.
  case firstValue(Expression)
  /// The value in the last row of the frame.
  case lastValue(Expression)
  /// The last value that is there in the frame; missing ones are passed over.
  case lastKnown(Expression)
  /// An aggregate over the frame.
  case aggregate(Aggregate)

  /// The expression that the function reads, if any.
  var argument: Expression? {
    switch self {
    case .rowNumber, .rank, .denseRank: nil
    case .lag(let value, _), .lead(let value, _), .firstValue(let value), .lastValue(let value),
      .lastKnown(let value):
      value
    case .aggregate(let aggregate): aggregate.argument
    }
  }
}

/// The rows that a window function sees, relative to the current row.
public struct WindowFrame: Hashable, Sendable {
  /// How many rows before; `nil` for all of them.
  public let preceding: Int?
  /// How many rows after; `nil` for all of them, below zero where it ends before the current one.
  public let following: Int?

  /// Whether distances are those of the one column of the order instead of numbers of rows.
  public let isRange: Bool

  /// Limits the frame; both ends open by default.
  public init(preceding: Int? = nil, following: Int? = nil, isRange: Bool = false) {
    self.isRange = isRange
    self.preceding = preceding
    self.following = following
  }

  /// From the first row of the part to the current one.
  public static let untilCurrent: WindowFrame = WindowFrame(preceding: nil, following: 0)
}

/// A column that a window yields.
public struct NamedWindow: Hashable, Sendable {
  /// The name of the column.
  public let name: String
  /// The function.
  public let function: WindowFunction
  /// The columns whose equal values make a part.
  public let partition: [String]
  /// The order of rows within a part.
  public let order: [SortKey]
  /// The rows that the function sees.
  ///
  /// By default those of the whole part where it has no order, and where it has
  /// one those up to the current row and the rows that are equal to it in that order.
  public let frame: WindowFrame?

  /// Names a window function over parts in an order.
  public init(
    _ name: String,
    _ function: WindowFunction,
    partition: [String] = [],
    order: [SortKey] = [],
    frame: WindowFrame? = nil
  ) {
    self.name = name
    self.function = function
    self.partition = partition
    self.order = order
    self.frame = frame
  }
}
