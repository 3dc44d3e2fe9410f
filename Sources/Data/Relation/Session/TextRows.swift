// SPDX-License-Identifier: Apache-2.0

internal import Columns

/// Some rows of a plan with every value as the text that the engine gives, which is exact.
public struct TextRows: Sendable {
  private let positions: [String: Int]
  private let rows: [[String?]]

  /// Takes rows under the names of their columns.
  public init(columns: [String], rows: [[String?]]) {
    positions = Dictionary(
      columns.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    self.rows = rows
  }

  /// The positions of the rows.
  public var indices: Range<Int> { rows.indices }
  /// How many rows there are.
  public var count: Int { rows.count }

  /// The text in a row and column; `nil` where there is no value.
  public subscript(_ row: Int, _ column: String) -> String? {
    positions[column].flatMap { rows[row][$0] }
  }

  /// The different values of a column.
  public func values(of column: String) -> Set<String> {
    guard let position = positions[column] else { return [] }
    return Set(rows.compactMap { $0[position] })
  }
}

extension Session {
  /// The first rows of a plan as text.
  ///
  /// - Parameters:
  ///   - plan: the rows, in their order.
  ///   - limit: how many are read at most.
  /// - Returns: the rows.
  /// - Throws: what the plan or the engine refuses.
  public func texts(of plan: Plan, limit: Int) async throws -> TextRows {
    let columns = plan.schema.names
    let texts = try plan.limit(limit).project(
      columns.map { NamedExpression($0, Expression.column($0).cast(to: .string)) }
    )
    var rows: [[String?]] = []
    for try await batch in try await self.rows(of: texts) {
      for row in 0..<batch.rowCount {
        rows.append(try batch.columns.map { try $0.string(at: row) })
      }
    }
    return TextRows(columns: columns, rows: rows)
  }
}
