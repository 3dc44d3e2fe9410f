// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Platform
import Relation
import Structures
import Testing

@testable import SDMX

@Suite struct SDMXCSVWriterTests {
  private static let golden =
    SchemaValidation.repository + "/Tests/Standards/SDMX/Golden/sdmx-csv/expected.csv"

  /// The rows of the golden file, with a hidden column that is not to be published.
  private func batch() throws -> RecordBatch {
    let text = { (values: [String?]) in
      let builder = StringColumnBuilder()
      for value in values { value.map { builder.append($0) } ?? builder.appendNull() }
      return builder
    }
    let whole = { (values: [Int64?]) in
      let builder = IntegerColumnBuilder()
      for value in values { value.map { builder.append($0) } ?? builder.appendNull() }
      return builder
    }
    let decimal = { (values: [Int128?], scale: Int) in
      let builder = DecimalColumnBuilder(scale: scale)
      for value in values {
        if let value { try builder.append(value) } else { builder.appendNull() }
      }
      return builder
    }
    let days = DateColumnBuilder()
    for day in [19_782, -719_162, -1, 2_932_896] as [Int32] { days.append(day) }
    let doubles = DoubleColumnBuilder()
    for value in [0.1, -Double.infinity, .nan] { doubles.append(value) }
    doubles.appendNull()
    let truths = BooleanColumnBuilder()
    truths.append(true)
    truths.append(false)
    truths.appendNull()
    truths.appendNull()
    return try RecordBatch([
      whole([1, 2, 3, 4]).finish("_line"), text(["604", "W00", "AM", "_X"]).finish("AREA"),
      text(["plain", "añ𝄞", "\"", " "]).finish("ITEM"), days.finish("DAY"),
      text(["2024-Q1", "2024", "2024-05", "2024-W01"]).finish("TIME_PERIOD"),
      decimal([123_450, -5, 99_999_999_999_999_999_999_999_999_999_999_999_999, nil], 2)
        .finish("AMOUNT"),
      decimal([7, 0, -12_345_678_901_234_567_890, nil], 0).finish("UNITS"),
      whole([.min, .max, 0, nil]).finish("COUNT"), doubles.finish("INDEX"), truths.finish("KNOWN"),
      text(["a, \"b\"", "two\nlines", "", nil]).finish("NOTE"),
      text(["s", "s", "s", "s"]).finish("SOURCE"), text(["2020", nil, nil, nil]).finish("SINCE"),
      whole([1, nil, -5, nil]).finish("ALONE"),
    ])
  }

  private func stream(_ batches: [RecordBatch]) throws -> BatchStream {
    let rest = Remaining(batches)
    return BatchStream(schema: try #require(batches.first).schema) { await rest.next() }
  }

  private func message(_ batches: [RecordBatch]) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = try SDMXCSVWriter(
      SampleStructures.everything(),
      dataflow: SampleStructures.dataflow()
    )
    let rows = try await writer.write(stream(batches)) { bytes += $0 }
    #expect(rows == batches.map(\.rowCount).reduce(0, +))
    return bytes
  }

  @Test func `every type is written as the standard says`() async throws {
    let bytes = try await message([batch()])
    #expect(try String(decoding: bytes, as: UTF8.self) == WholeFile.text(Self.golden))
  }

  @Test func `slices and several batches make the same bytes`() async throws {
    let whole = try batch()
    let pieces = [whole.slice(0..<1), whole.slice(1..<1), whole.slice(1..<4)]
    #expect(try await message(pieces) == message([whole]))
  }

  @Test func `the message is read back field by field`() async throws {
    let bytes = try await message([batch()])
    var rows: [[String]] = []
    bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedTextReader(buffer, .comma)
      let record = DelimitedRecord()
      while reader.next(record) {
        #expect(record.fault == nil)
        rows.append(record.texts)
      }
    }
    #expect(rows.map(\.count) == Array(repeating: 16, count: 5))
    #expect(rows[1].suffix(5) == ["true", "a, \"b\"", "s", "2020", "1"])
    #expect(rows.dropFirst().map { $0[4] } == ["plain", "añ𝄞", "\"", " "])
    #expect(rows.dropFirst().map { $0[12] } == ["a, \"b\"", "two\nlines", "", ""])
  }

  @Test func `without a dataflow the structure is named, and the action is the caller's`() throws {
    let writer = try SDMXCSVWriter(SampleStructures.everything(), action: .replace)
    var bytes: [UInt8] = []
    try writer.append(batch(), to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        .hasPrefix("datastructure,AYNI:DSD_ALL(1.2.0),R,604,plain,")
    )
  }

  @Test func `every count of digits is written as the number that it is`() throws {
    for scale in [0, 1, 2, 17, 18, 19, 37, 38] {
      for digits in 0...38 {
        let magnitude = (0..<digits).reduce(Int128(0)) { $0 * 10 + Int128(($1 * 7 + 1) % 10) }
        for number in [magnitude, -magnitude] {
          let builder = DecimalColumnBuilder(scale: scale)
          try builder.append(number)
          var cell = CellText()
          try cell.fill(builder.finish("x"))
          var line: [UInt8] = []
          cell.copy(0, to: &line)
          let text = String(decoding: line, as: UTF8.self)
          let parts = text.split(separator: ".", omittingEmptySubsequences: false)
          #expect(parts.count == (scale > 0 ? 2 : 1))
          #expect((parts.count > 1 ? parts[1].count : 0) == scale)
          #expect(Int128(parts.joined()) == number, "\(text)")
          #expect(!text.hasPrefix(".") && !text.hasPrefix("-.") && !text.hasPrefix("00"))
        }
      }
    }
  }

  @Test func `many rows go out in pieces of bounded size`() async throws {
    let (keys, values) = (IntegerColumnBuilder(), DoubleColumnBuilder())
    for row in 0..<100_000 {
      keys.append(Int64(row))
      values.append(Double(row) / 8)
    }
    let batch = try RecordBatch([keys.finish("KEY"), values.finish("OBS_VALUE")])
    var sizes: [Int] = []
    _ = try await SDMXCSVWriter(SampleStructures.smallest()).write(stream([batch])) {
      sizes.append($0.count)
    }
    #expect(sizes.count > 10)
    #expect((sizes.max() ?? 0) < SDMXCSVWriter.chunkBytes * 2)
  }

  @Test func `a missing column and a moment are refused`() throws {
    let keys = IntegerColumnBuilder()
    keys.append(1)
    let lacking = try RecordBatch([keys.finish("KEY")])
    let writer = try SDMXCSVWriter(SampleStructures.smallest())
    var bytes: [UInt8] = []
    let missing = #expect(throws: Diagnostic.self) { try writer.append(lacking, to: &bytes) }
    #expect(missing?.definition == SDMXDefinitions.columnMissing)
    let moments = TimestampColumnBuilder()
    moments.append(0)
    keys.append(1)
    let moment = try RecordBatch([keys.finish("KEY"), moments.finish("OBS_VALUE")])
    let refused = #expect(throws: Diagnostic.self) { try writer.append(moment, to: &bytes) }
    #expect(refused?.definition == SDMXDefinitions.notWritable)
  }

  @Test func `a dataflow of another structure is refused`() throws {
    let error = #expect(throws: Diagnostic.self) {
      try SDMXCSVWriter(SampleStructures.smallest(), dataflow: SampleStructures.dataflow())
    }
    #expect(error?.definition == SDMXDefinitions.otherStructure)
  }
}

/// Batches that are handed out one after the other.
private actor Remaining {
  private var batches: ArraySlice<RecordBatch>

  init(_ batches: [RecordBatch]) { self.batches = batches[...] }

  func next() -> RecordBatch? { batches.popFirst() }
}
