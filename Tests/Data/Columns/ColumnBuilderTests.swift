// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Columns

@Suite struct ColumnBuilderTests {
  /// The largest decimal of 38 digits.
  static let largest = (0..<38).reduce(Int128(0)) { number, _ in number * 10 + 9 }

  @Test func `every builder keeps extremes and nulls`() throws {
    let batch = try sample()
    #expect(batch.rowCount == 4)
    #expect(try values(batch["integer"]) { try $0.integer(at: $1) } == [.min, nil, .max, 0])
    #expect(
      try values(batch["decimal"]) { try $0.decimal(at: $1) } == [
        -Self.largest, Self.largest, nil, 1,
      ]
    )
    #expect(try values(batch["string"]) { try $0.string(at: $1) } == ["", "añ𝄞語", nil, "plain"])
    #expect(try values(batch["boolean"]) { try $0.boolean(at: $1) } == [true, false, nil, true])
    #expect(try values(batch["date"]) { try $0.date(at: $1) } == [-719_162, nil, 2_932_896, 0])
    #expect(
      try values(batch["timestamp"]) { try $0.timestamp(at: $1) } == [
        nil, -1, 253_402_300_799_999_999, 0,
      ]
    )
    #expect(
      try values(batch["double"]) { try $0.double(at: $1) } == [
        -.infinity, .leastNonzeroMagnitude, nil, -0.0,
      ]
    )
  }

  @Test func `columns filled in place are those that builders make`() throws {
    let integers = Column.integers("n", count: 3) { values, missing in
      values[0] = .min
      missing.insert(1)
      values[2] = 7
    }
    #expect(try (0..<3).map { try integers.integer(at: $0) } == [.min, nil, 7])
    #expect(integers.nullCount == 1)
    let decimals = Column.decimals("d", precision: 38, scale: 2, count: 2) { values, _ in
      values[0] = Self.largest
      values[1] = -1
    }
    #expect(try NumberValues(decimals)[0] == Self.largest)
    #expect(try NumberValues(integers)[1] == nil)
    #expect(decimals.nullCount == 0)
    let words = ["", "añ𝄞語", nil, String(repeating: "x", count: 1_000)]
    let texts = Column.texts("t", count: 4) { filling in
      for word in words {
        guard var word else {
          filling.appendMissing()
          continue
        }
        word.withUTF8 { filling.append(utf8: $0) }
      }
    }
    #expect(try (0..<4).map { try texts.string(at: $0) } == words)
    #expect(throws: Diagnostic.self) { try NumberValues(texts) }
  }

  @Test func `a decimal with too many digits is refused`() {
    let builder = DecimalColumnBuilder(precision: 4, scale: 2)
    #expect(throws: Never.self) { try builder.append(9_999) }
    let error = #expect(throws: Diagnostic.self) { try builder.append(-10_000) }
    #expect(error?.definition == ColumnsDefinitions.decimalOverflow)
    #expect(builder.count == 1)
  }

  @Test func `a builder starts anew after it finished`() throws {
    let builder = StringColumnBuilder()
    builder.append("one")
    builder.appendNull()
    let first = builder.finish("a")
    builder.append("two")
    let second = builder.finish("b")
    #expect((first.count, first.nullCount) == (2, 1))
    #expect((second.count, second.nullCount) == (1, 0))
    #expect(try second.string(at: 0) == "two")
    #expect(try first.string(at: 0) == "one")
  }

  @Test(arguments: [0, 1, 7, 8, 9, 63, 64, 65, 1_000]) func `nulls at any place`(count: Int) throws
  {
    let (integers, booleans) = (IntegerColumnBuilder(), BooleanColumnBuilder())
    for row in 0..<count {
      if row % 3 == 2 { integers.appendNull() } else { integers.append(Int64(row)) }
      if row % 5 == 4 { booleans.appendNull() } else { booleans.append(row.isMultiple(of: 2)) }
    }
    let batch = try RecordBatch([integers.finish("i"), booleans.finish("b")])
    for row in 0..<count {
      #expect(try batch.columns[0].integer(at: row) == (row % 3 == 2 ? nil : Int64(row)))
      #expect(try batch.columns[1].boolean(at: row) == (row % 5 == 4 ? nil : row % 2 == 0))
    }
    #expect(batch.columns[0].nullCount == count / 3)
  }

  @Test func `a column is not read as another type`() {
    let error = #expect(throws: Diagnostic.self) { try sample()["date"]?.integer(at: 0) }
    #expect(error?.definition == ColumnsDefinitions.wrongType)
  }

  @Test func `columns of different lengths make no batch`() {
    let (long, short) = (IntegerColumnBuilder(), IntegerColumnBuilder())
    long.append(1)
    #expect(throws: Diagnostic.self) {
      try RecordBatch([long.finish("a"), short.finish("b")])
    }
  }
}

/// The values of a column, one by one.
func values<Value>(_ column: Column?, _ read: (Column, Int) throws -> Value?) throws -> [Value?] {
  let column = try #require(column)
  return try (0..<column.count).map { try read(column, $0) }
}

/// Four rows of every type, with extremes and nulls.
func sample() throws -> RecordBatch {
  let integer = IntegerColumnBuilder()
  integer.append(.min)
  integer.appendNull()
  integer.append(.max)
  integer.append(0)
  let decimal = DecimalColumnBuilder(scale: 2)
  try decimal.append(-ColumnBuilderTests.largest)
  try decimal.append(ColumnBuilderTests.largest)
  decimal.appendNull()
  try decimal.append(1)
  let string = StringColumnBuilder()
  string.append("")
  string.append("añ𝄞語")
  string.appendNull()
  string.append("plain")
  let boolean = BooleanColumnBuilder()
  boolean.append(true)
  boolean.append(false)
  boolean.appendNull()
  boolean.append(true)
  let date = DateColumnBuilder()
  // 0001-01-01 and 9999-12-31, by the calendar arithmetic of ISO 8601.
  date.append(-719_162)
  date.appendNull()
  date.append(2_932_896)
  date.append(0)
  let timestamp = TimestampColumnBuilder()
  timestamp.appendNull()
  timestamp.append(-1)
  timestamp.append(253_402_300_799_999_999)
  timestamp.append(0)
  let double = DoubleColumnBuilder()
  double.append(-.infinity)
  double.append(.leastNonzeroMagnitude)
  double.appendNull()
  double.append(-0.0)
  return try RecordBatch([
    integer.finish("integer"), decimal.finish("decimal"), string.finish("string"),
    boolean.finish("boolean"), date.finish("date"), timestamp.finish("timestamp"),
    double.finish("double"),
  ])
}
