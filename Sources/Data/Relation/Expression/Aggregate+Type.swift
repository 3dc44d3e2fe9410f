// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension Aggregate {
  /// The type of the aggregate over the columns of a schema.
  ///
  /// - Throws: `relation.inexact-sum` for an exact sum of doubles or a mean of decimals;
  ///   `relation.type-mismatch` where there is no number at all.
  func type(in schema: Schema) throws(Diagnostic) -> ColumnType {
    switch self {
    case .countRows: return .integer
    case .count(let value), .countDistinct(let value):
      _ = try value.type(in: schema)
      return .integer
    case .minimum(let value), .maximum(let value): return try value.type(in: schema)
    case .sum(let value):
      let type = try value.type(in: schema)
      guard let shape = type.decimalShape else { throw Aggregate.inexact("sum", type) }
      return .decimal(precision: 38, scale: shape.scale)
    case .approximateSum(let value), .approximateMean(let value), .median(let value),
      .approximateVariance(let value, _), .approximateDeviation(let value, _):
      let type = try value.type(in: schema)
      guard type == .double else { throw Aggregate.inexact("approximate", type) }
      return .double
    }
  }

  private static func inexact(_ function: String, _ type: ColumnType) -> Diagnostic {
    RelationDefinitions.inexactSum.at(nil, ["function": .text(function), "type": "\(type)"])
  }
}

extension WindowFunction {
  /// The type of the window function over the columns of a schema.
  func type(in schema: Schema) throws(Diagnostic) -> ColumnType {
    switch self {
    case .rowNumber, .rank, .denseRank: .integer
    case .lag(let value, _), .lead(let value, _), .firstValue(let value), .lastValue(let value),
      .lastKnown(let value):
      try value.type(in: schema)
    case .aggregate(let aggregate): try aggregate.type(in: schema)
    }
  }
}
