// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Relation

/// The parameters of a statement as the one row that ADBC binds.
enum ParameterRow {
  static func batch(_ parameters: [Literal]) throws -> RecordBatch {
    try RecordBatch(
      parameters.enumerated().map { index, literal in try column(literal, "p\(index + 1)") }
    )
  }

  private static func column(_ literal: Literal, _ name: String) throws -> Column {
    switch literal {
    case .null(let type):
      let builder = builder(type)
      builder.appendNull()
      return builder.finish(name)
    case .boolean(let value): return one(BooleanColumnBuilder(), name) { $0.append(value) }
    case .integer(let value): return one(IntegerColumnBuilder(), name) { $0.append(value) }
    case .double(let value): return one(DoubleColumnBuilder(), name) { $0.append(value) }
    case .decimal(let unscaled, let precision, let scale):
      let builder = DecimalColumnBuilder(precision: precision, scale: scale)
      return try one(builder, name) { try $0.append(unscaled) }
    case .string(let value): return one(StringColumnBuilder(), name) { $0.append(value) }
    case .date(let day): return one(DateColumnBuilder(), name) { $0.append(day) }
    case .timestamp(let microseconds):
      return one(TimestampColumnBuilder(), name) { $0.append(microseconds) }
    }
  }

  private static func one<Builder: ColumnBuilder>(
    _ builder: Builder,
    _ name: String,
    _ append: (Builder) throws -> Void
  ) rethrows -> Column {
    try append(builder)
    return builder.finish(name)
  }

  private static func builder(_ type: ColumnType) -> any ColumnBuilder {
    switch type {
    case .boolean: BooleanColumnBuilder()
    case .integer: IntegerColumnBuilder()
    case .double: DoubleColumnBuilder()
    case .decimal(let precision, let scale):
      DecimalColumnBuilder(precision: precision, scale: scale)
    case .string: StringColumnBuilder()
    case .date: DateColumnBuilder()
    case .timestamp: TimestampColumnBuilder()
    }
  }
}
