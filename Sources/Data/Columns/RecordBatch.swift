// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Some rows of a relation: columns of equal length in Arrow memory.
///
/// It is a value; copies and slices share the memory, which is given back when the last of them
/// goes. It may be read from several tasks at once.
public struct RecordBatch: Sendable {
  /// The names and types.
  public let schema: Schema
  /// The columns, in the order of the schema.
  public let columns: [Column]
  /// How many rows.
  public let rowCount: Int

  /// Puts columns together.
  ///
  /// - Throws: `columns.unequal-lengths` where they do not have the same number of rows.
  public init(_ columns: [Column]) throws {
    let rows = columns.first?.count ?? 0
    for column in columns where column.count != rows {
      throw ColumnsDefinitions.unequalLengths.at(
        nil,
        ["column": .text(column.name), "actual": .count(column.count), "expected": .count(rows)]
      )
    }
    self.init(schema: Schema(columns.map(\.field)), columns: columns, rowCount: rows)
  }

  init(schema: Schema, columns: [Column], rowCount: Int) {
    self.schema = schema
    self.columns = columns
    self.rowCount = rowCount
  }

  /// The column with a name, or `nil`.
  public subscript(_ name: String) -> Column? { schema.index(of: name).map { columns[$0] } }

  /// Some of the rows, sharing the memory; `rows` lies within the batch.
  public func slice(_ rows: Range<Int>) -> RecordBatch {
    RecordBatch(schema: schema, columns: columns.map { $0.slice(rows) }, rowCount: rows.count)
  }
}
