// SPDX-License-Identifier: Apache-2.0

internal import CArrow
internal import Glibc

extension ColumnSource {
  /// The values copied into a wider type; rows without a value keep having none.
  func widened<Narrow: BitwiseCopyable, Wide: BitwiseCopyable>(
    _ narrow: Narrow.Type,
    layout: Column.Layout = .fixed,
    _ widen: (Narrow) -> Wide
  ) -> Column {
    var rows = GrowingBuffer<Wide>()
    rows.reserve(count)
    if let start = buffer(1) {
      let width = MemoryLayout<Narrow>.stride
      for row in offset..<(offset + count) {
        rows.append(widen(start.loadUnaligned(fromByteOffset: row * width, as: narrow)))
      }
    }
    return copied(rows.take(), layout: layout)
  }

  /// The values copied to where the processor may read them in place.
  func aligned(
    _ values: UnsafeRawPointer,
    _ layout: Column.Layout,
    _ format: ArrowFormat
  ) -> Column {
    let isText = layout == .offsets32 || layout == .offsets64
    let width = format.alignment
    let bytes = (count + (isText ? 1 : 0)) * width
    let memory = malloc(max(bytes, 1))
    if bytes > 0 { memory?.copyMemory(from: values + offset * width, byteCount: bytes) }
    return copied(memory, layout: layout, text: isText ? buffer(2) : nil)
  }

  /// A column over memory of our own, with its validity copied to begin at the first row.
  private func copied(
    _ memory: UnsafeMutableRawPointer?,
    layout: Column.Layout,
    text: UnsafeRawPointer? = nil
  ) -> Column {
    // Where both begin with the first row, what has no value is the same in both.
    if offset == 0 {
      return Column(
        field: field,
        count: count,
        nullCount: validityBits == nil ? 0 : nil,
        layout: layout,
        validityBits: validityBits,
        values: memory.map { UnsafeRawPointer($0) },
        text: text,
        owner: OwnedMemory([memory], beside: owner)
      )
    }
    var validity = GrowingValidity()
    if let bits = validityBits {
      let nulls = BitCount.zeros(bits, from: offset, count: count)
      let source = Validity(bits: bits, offset: offset, nullCount: nulls)
      for row in 0..<count { validity.append(source.isValid(row), before: row) }
    }
    let nullCount = validity.nullCount
    let bits = validity.take()
    return Column(
      field: field,
      count: count,
      nullCount: nullCount,
      layout: layout,
      validityBits: bits.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) },
      values: memory.map { UnsafeRawPointer($0) },
      text: text,
      owner: text == nil
        ? OwnedMemory([memory, bits]) : OwnedMemory([memory, bits], beside: owner)
    )
  }
}

/// Texts that arrive as numbers into a dictionary, written out.
struct DictionaryDecoding {
  let source: ColumnSource
  let index: ArrowFormat
  let texts: ArrowFormat

  func column() throws -> Column {
    guard let dictionary = source.array.dictionary?.pointee else {
      throw malformed("column \(source.field.name) has no dictionary")
    }
    let words = try ColumnSource(
      array: dictionary,
      field: source.field,
      offset: Int(dictionary.offset),
      count: Int(dictionary.length),
      owner: source.owner
    ).column(.plain(texts))
    let indices = try indexColumn()
    let builder = StringColumnBuilder()
    builder.reserve(source.count)
    try words.withStrings { strings, known in
      try indices.withInt64s { positions, validity in
        for row in 0..<positions.count {
          guard validity.isValid(row) else {
            builder.appendNull()
            continue
          }
          let position = Int(positions[row])
          guard position >= 0, position < words.count else {
            throw malformed("column \(source.field.name) points outside its dictionary")
          }
          if known.isValid(position) {
            builder.append(utf8: strings[position])
          } else {
            builder.appendNull()
          }
        }
      }
    }
    return builder.finish(source.field.name)
  }

  private func indexColumn() throws -> Column {
    let field = Field(source.field.name, .integer)
    let numbers = ColumnSource(
      array: source.array,
      field: field,
      offset: source.offset,
      count: source.count,
      owner: source.owner
    )
    return try numbers.column(.plain(index))
  }
}
