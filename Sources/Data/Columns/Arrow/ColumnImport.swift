// SPDX-License-Identifier: Apache-2.0

internal import CArrow
internal import Diagnostics

extension RecordBatch {
  /// Takes over an array of structures, a batch in the C data interface.
  ///
  /// - Throws: `columns.malformed-batch` where lengths or buffers do not fit the schema.
  init(taking array: ArrowArray, as schema: ImportedSchema) throws {
    let owner = ImportedArray(taking: array)
    let rows = Int(array.length)
    guard rows >= 0, array.offset >= 0, Int(array.n_children) == schema.formats.count else {
      throw malformed("it has \(array.n_children) columns, not \(schema.formats.count)")
    }
    guard array.null_count <= 0 || array.n_buffers == 0 || array.buffers?[0] == nil else {
      throw malformed("whole rows are null")
    }
    let columns = try schema.formats.indices.map { index in
      guard let child = array.children?[index]?.pointee else { throw malformed("no column") }
      let source = ColumnSource(
        array: child,
        field: schema.schema.fields[index],
        offset: Int(child.offset) + Int(array.offset),
        count: rows,
        owner: owner
      )
      return try source.column(schema.formats[index])
    }
    self.init(schema: schema.schema, columns: columns, rowCount: rows)
  }
}

/// One column of a batch as it arrived.
struct ColumnSource {
  let array: ArrowArray
  let field: Field
  /// The first row, with the offset of the batch.
  let offset: Int
  let count: Int
  let owner: ImportedArray

  /// The column in a layout that is read here: in place where possible, widened where not.
  func column(_ format: ImportedSchema.Format) throws -> Column {
    guard Int(array.length) + Int(array.offset) >= offset + count else {
      throw malformed("column \(field.name) is too short")
    }
    switch format {
    case .plain(let plain):
      try check(plain)
      return try column(plain)
    case .dictionary(let index, let texts):
      try check(index)
      return try DictionaryDecoding(source: self, index: index, texts: texts).column()
    }
  }

  private func check(_ format: ArrowFormat) throws {
    guard Int(array.n_buffers) >= format.bufferCount, array.buffers != nil else {
      throw malformed("column \(field.name) lacks a buffer")
    }
    guard count == 0 || array.buffers?[1] != nil else {
      throw malformed("column \(field.name) has no values")
    }
  }

  private func column(_ format: ArrowFormat) throws -> Column {
    switch format {
    case .boolean: inPlace(.bits)
    case .int64, .double, .date, .timestamp, .decimal(_, _, .bits128): inPlace(.fixed, format)
    case .decimal(_, _, .bits64): inPlace(.narrow, format)
    case .decimal(_, _, .bits32): widened(Int32.self, layout: .narrow) { Int64($0) }
    case .string32: inPlace(.offsets32, format)
    case .string64: inPlace(.offsets64, format)
    case .stringView: inPlace(.views)
    case .int8: widened(Int8.self) { Int64($0) }
    case .uint8: widened(UInt8.self) { Int64($0) }
    case .int16: widened(Int16.self) { Int64($0) }
    case .uint16: widened(UInt16.self) { Int64($0) }
    case .int32: widened(Int32.self) { Int64($0) }
    case .uint32: widened(UInt32.self) { Int64($0) }
    case .float: widened(Float.self) { Double($0) }
    }
  }

  var validityBits: UnsafePointer<UInt8>? {
    guard array.null_count != 0, let bits = array.buffers?[0] else { return nil }
    return bits.assumingMemoryBound(to: UInt8.self)
  }

  func buffer(_ index: Int) -> UnsafeRawPointer? {
    array.buffers?[index].map { UnsafeRawPointer($0) }
  }

  private func inPlace(_ layout: Column.Layout, _ format: ArrowFormat = .boolean) -> Column {
    let values = buffer(1)
    if let values, Int(bitPattern: values) % format.alignment != 0 {
      return aligned(values, layout, format)
    }
    return Column(
      field: field,
      count: count,
      nullCount: validityBits == nil ? 0 : nil,
      offset: offset,
      layout: layout,
      validityBits: validityBits,
      values: values,
      text: layout == .offsets32 || layout == .offsets64 ? buffer(2) : nil,
      variadic: layout == .views ? variadic : nil,
      owner: owner
    )
  }

  private var variadic: Column.Variadic? {
    guard let buffers = array.buffers else { return nil }
    let last = Int(array.n_buffers) - 1
    // After validity and views come the buffers, then one with their sizes.
    let first = UnsafeRawPointer(buffers + 2).assumingMemoryBound(to: UnsafeRawPointer?.self)
    return Column.Variadic(buffers: first, count: last - 2, sizes: buffer(last))
  }
}

func malformed(_ what: String) -> Diagnostic {
  ColumnsDefinitions.malformedBatch.at(nil, ["what": .text(what)])
}
