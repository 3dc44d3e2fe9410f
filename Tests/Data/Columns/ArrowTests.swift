// SPDX-License-Identifier: Apache-2.0

import CArrow
import Diagnostics
import Testing

@testable import Columns

@Suite struct ArrowStreamTests {
  /// Sends batches through the C stream interface and reads them back.
  private func roundTrip(_ batches: [RecordBatch], _ schema: Schema) throws -> [RecordBatch] {
    var rest = batches[...]
    let writer = ArrowStreamWriter(schema) { rest.popFirst() }
    var reader = ArrowStreamReader()
    writer.withUnsafeStream { source in
      reader.withUnsafeStream { target in
        let from = source.assumingMemoryBound(to: ArrowArrayStream.self)
        let to = target.assumingMemoryBound(to: ArrowArrayStream.self)
        to.pointee = from.pointee
        from.pointee.release = nil
      }
    }
    var read: [RecordBatch] = []
    #expect(try reader.schema() == schema)
    while let batch = try reader.next() { read.append(batch) }
    return read
  }

  @Test func `short decimals leave and arrive in eight bytes`() throws {
    let column = Column.shortDecimals("d", precision: 18, scale: 2, count: 3) { values, missing in
      values[0] = 999_999_999_999_999_999
      missing.insert(1)
      values[2] = -7
    }
    let batch = try RecordBatch([column])
    let read = try roundTrip([batch, batch.slice(1..<3)], batch.schema)
    #expect(read.map { $0.columns[0].layout } == [.narrow, .narrow])
    #expect(try table(read[0]) == table(batch))
    #expect(try table(read[1]) == table(batch.slice(1..<3)))
  }

  @Test func `batches and slices survive the C interface`() throws {
    let batch = try sample()
    let slices = [batch, batch.slice(1..<4), batch.slice(2..<2), batch.slice(3..<4)]
    let read = try roundTrip(slices, batch.schema)
    #expect(read.map(\.rowCount) == [4, 3, 1])
    #expect(try read.map(table) == [slices[0], slices[1], slices[3]].map(table))
  }

  @Test func `a slice of a slice counts its own nulls`() throws {
    let slice = try sample().slice(1..<4).slice(1..<2)
    #expect(try slice["decimal"]?.decimal(at: 0) == nil)
    #expect(slice["decimal"]?.nullCount == 1)
    #expect(slice["integer"]?.nullCount == 0)
    #expect(try slice["integer"]?.integer(at: 0) == .max)
  }

  @Test func `a stream without batches still has a schema`() throws {
    #expect(try roundTrip([], sample().schema).isEmpty)
  }

  @Test func `an error of the source stops the stream and is kept`() throws {
    struct Broken: Error {}
    let writer = ArrowStreamWriter(try sample().schema) { throw Broken() }
    let status = writer.withUnsafeStream { pointer in
      let stream = pointer.assumingMemoryBound(to: ArrowArrayStream.self)
      var array = ArrowArray()
      return stream.pointee.get_next?(stream, &array)
    }
    #expect(status != 0)
    #expect(writer.failure is Broken)
  }

  @Test func `memory is given back when the receiver releases`() throws {
    weak var owner: AnyObject?
    var exported: ArrowArray
    do {
      let batch = try sample()
      owner = batch.columns[2].owner
      exported = batch.exported()
    }
    #expect(owner != nil)
    exported.release?(&exported)
    #expect(exported.release == nil)
    #expect(owner == nil)
  }

  @Test func `a thousand round trips give back the memory of each`() throws {
    struct Watch { weak var owner: AnyObject? }
    var watches: [Watch] = []
    let numbers = [Int64](repeating: 7, count: 131_072)
    for _ in 0..<1_000 {
      let builder = IntegerColumnBuilder()
      numbers.withUnsafeBufferPointer { builder.append(contentsOf: $0) }
      let batch = try RecordBatch([builder.finish("value")])
      let read = try roundTrip([batch.slice(1..<131_072)], batch.schema)
      #expect(read.first?.rowCount == 131_071)
      watches.append(Watch(owner: batch.columns[0].owner))
      watches.append(Watch(owner: read[0].columns[0].owner))
    }
    #expect(watches.allSatisfy { $0.owner == nil })
  }
}

@Suite struct ColumnImportTests {
  /// Reads one column that C code could have made: memory of our own, an offset in the array.
  private func column(
    _ format: String,
    _ buffers: [UnsafeRawPointer?],
    offset: Int,
    count: Int,
    nullCount: Int = -1,
    batchOffset: Int = 0
  ) throws -> Column {
    var schema = exportedSchema([("c", format, true)])
    defer { schema.release?(&schema) }
    let imported = try ImportedSchema(reading: schema)
    let list = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: buffers.count)
    for (index, buffer) in buffers.enumerated() { list[index] = buffer }
    let child = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
    child.initialize(to: ArrowArray())
    child.pointee.length = Int64(count + batchOffset)
    child.pointee.offset = Int64(offset)
    child.pointee.null_count = Int64(nullCount)
    child.pointee.n_buffers = Int64(buffers.count)
    child.pointee.buffers = list
    let children = UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>.allocate(capacity: 1)
    children.initialize(to: child)
    var array = ArrowArray()
    array.length = Int64(count)
    array.offset = Int64(batchOffset)
    array.n_children = 1
    array.children = children
    return try RecordBatch(taking: array, as: imported).columns[0]
  }

  @Test(arguments: 0..<3)
  func `decimals of four bytes are widened, with the rows that have no value`(
    offset: Int
  ) throws {
    let numbers: [Int32] = [9, -5, 0, 999_999_999]
    try numbers.withUnsafeBytes { bytes in
      try [UInt8(0b1011)].withUnsafeBytes { bits in
        let buffers = [bits.baseAddress, bytes.baseAddress]
        let column = try column("d:9,2,32", buffers, offset: offset, count: 4 - offset)
        let all: [Int128?] = [9, -5, nil, 999_999_999]
        #expect(try values(column) { try $0.decimal(at: $1) } == Array(all[offset...]))
        #expect(column.nullCount == 1)
      }
    }
  }

  @Test func `narrow numbers are widened, with offsets and nulls`() throws {
    let validity: [UInt8] = [0b0000_1011]
    let numbers: [Int16] = [9, -2, 99, .max]
    try validity.withUnsafeBytes { bits in
      try numbers.withUnsafeBytes { bytes in
        let column = try column("s", [bits.baseAddress, bytes.baseAddress], offset: 1, count: 3)
        #expect(try values(column) { try $0.integer(at: $1) } == [-2, nil, 32_767])
        #expect(column.nullCount == 1)
        let shifted = try self.column(
          "s",
          [bits.baseAddress, bytes.baseAddress],
          offset: 1,
          count: 2,
          batchOffset: 1
        )
        #expect(try values(shifted) { try $0.integer(at: $1) } == [nil, 32_767])
      }
    }
  }

  @Test func `unsigned and floating numbers are widened`() throws {
    try [UInt32.max, 0].withUnsafeBytes { bytes in
      let column = try column("I", [nil, bytes.baseAddress], offset: 0, count: 2)
      #expect(try values(column) { try $0.integer(at: $1) } == [4_294_967_295, 0])
    }
    try [Float(0.5), -.infinity].withUnsafeBytes { bytes in
      let column = try column("f", [nil, bytes.baseAddress], offset: 0, count: 2)
      #expect(try values(column) { try $0.double(at: $1) } == [0.5, -.infinity])
    }
  }

  @Test func `text in views is read in place`() throws {
    let long = Array("a text of more than twelve bytes".utf8)
    var views = [UInt8](repeating: 0, count: 48)
    views.replaceSubrange(16..<20, with: [3, 0, 0, 0])
    views.replaceSubrange(20..<23, with: Array("abc".utf8))
    views.replaceSubrange(32..<36, with: [UInt8(long.count - 2), 0, 0, 0])
    views.replaceSubrange(44..<48, with: [2, 0, 0, 0])
    let sizes = [Int64(long.count)]
    try views.withUnsafeBytes { views in
      try long.withUnsafeBytes { long in
        try sizes.withUnsafeBytes { sizes in
          let buffers = [nil, views.baseAddress, long.baseAddress, sizes.baseAddress]
          let column = try column("vu", buffers, offset: 1, count: 2)
          #expect(
            try values(column) { try $0.string(at: $1) } == [
              "abc", "text of more than twelve bytes",
            ]
          )
          var exported = try RecordBatch([column]).exported()
          defer { exported.release?(&exported) }
          #expect(exported.children[0]?.pointee.n_buffers == 4)
        }
      }
    }
  }

  @Test func `values that are not aligned are copied to where they can be read`() throws {
    let decimals: [Int64] = [0, 5, 0, -1, -1]
    try decimals.withUnsafeBytes { bytes in
      // Sixteen bytes begin at every address that is eight past a multiple of sixteen.
      let start = bytes.baseAddress.map { Int(bitPattern: $0) % 16 == 0 ? $0 + 8 : $0 }
      let column = try column("d:9,2", [nil, start], offset: 0, count: 2)
      let first = try column.decimal(at: 0)
      #expect(first == 5 || first == Int128(5) << 64)
    }
  }

  @Test(arguments: ["L", "+l", "tsu:UTC", "tss:", "d:40,2", "d:9,2,256", "e", "z", "d:38,-2"])
  func `types that no kernel knows are refused by name`(format: String) {
    var schema = exportedSchema([("income", format, true)])
    defer { schema.release?(&schema) }
    let error = #expect(throws: Diagnostic.self) { try ImportedSchema(reading: schema) }
    #expect(error?.definition == ColumnsDefinitions.unsupportedType)
    #expect(error?.arguments == ["column": "income", "type": .text(format)])
  }
}

/// All values of a batch as text, to compare batches.
func table(_ batch: RecordBatch) throws -> [[String]] {
  try batch.columns.map { column in
    try (0..<column.count).map { row in
      guard column.isValid(row) else { return "null" }
      return switch column.type {
      case .boolean: "\(try column.boolean(at: row) ?? false)"
      case .integer: "\(try column.integer(at: row) ?? 0)"
      case .double: "\(try column.double(at: row) ?? 0)"
      case .decimal: "\(try column.decimal(at: row) ?? 0)"
      case .string: try column.string(at: row) ?? ""
      case .date: "\(try column.date(at: row) ?? 0)"
      case .timestamp: "\(try column.timestamp(at: row) ?? 0)"
      }
    }
  }
}
