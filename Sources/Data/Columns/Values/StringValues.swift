// SPDX-License-Identifier: Apache-2.0

/// The values of a text column in UTF-8; for use within the closure that received it.
///
/// Arrow has three layouts of text. All of them are read in place: the bytes of a row lie in the
/// column's own memory.
@frozen
public struct StringValues {
  /// How the text lies in memory.
  @frozen
  @usableFromInline
  enum Layout {
    /// Offsets of 32 bits into one run of bytes (`u`).
    case offsets32(UnsafePointer<Int32>, UnsafePointer<UInt8>)
    /// Offsets of 64 bits into one run of bytes (`U`).
    case offsets64(UnsafePointer<Int64>, UnsafePointer<UInt8>)
    /// Sixteen bytes a row that hold a short text or point into one of several buffers (`vu`).
    case views(UnsafeRawPointer, UnsafePointer<UnsafeRawPointer?>)
    /// No rows.
    case empty
  }

  @usableFromInline let layout: Layout
  /// How many rows.
  public let count: Int

  init(_ layout: Layout, count: Int) {
    self.layout = layout
    self.count = count
  }

  /// The bytes of a row; empty or meaningless where the row has no value.
  @inlinable
  public subscript(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    switch layout {
    case .offsets32(let offsets, let bytes):
      let start = Int(offsets[row])
      return UnsafeBufferPointer(start: bytes + start, count: Int(offsets[row &+ 1]) &- start)
    case .offsets64(let offsets, let bytes):
      let start = Int(offsets[row])
      return UnsafeBufferPointer(start: bytes + start, count: Int(offsets[row &+ 1]) &- start)
    case .views(let views, let buffers):
      return StringValues.bytes(of: views + row &* 16, in: buffers)
    case .empty:
      return UnsafeBufferPointer(start: nil, count: 0)
    }
  }

  /// The text of a row, copied into a string.
  public func string(at row: Int) -> String { String(decoding: self[row], as: UTF8.self) }

  /// Reads one view: length, then up to twelve bytes in place, or prefix, buffer and offset.
  @inlinable
  static func bytes(
    of view: UnsafeRawPointer,
    in buffers: UnsafePointer<UnsafeRawPointer?>
  ) -> UnsafeBufferPointer<UInt8> {
    let length = Int(view.loadUnaligned(as: Int32.self))
    let start: UnsafeRawPointer?
    if length <= 12 {
      start = view + 4
    } else {
      let buffer = Int(view.loadUnaligned(fromByteOffset: 8, as: Int32.self))
      let offset = Int(view.loadUnaligned(fromByteOffset: 12, as: Int32.self))
      start = buffers[buffer].map { $0 + offset }
    }
    return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: length)
  }
}
