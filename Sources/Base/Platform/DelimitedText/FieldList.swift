// SPDX-License-Identifier: Apache-2.0

/// The fields of many rows, one after the other: a list that is filled millions of times and never copied.
struct FieldList: ~Copyable {
  private var start: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>?
  private(set) var count: Int = 0
  private var capacity = 0

  deinit { start?.deallocate() }

  /// Makes room for as many fields in all.
  mutating func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    capacity = max(needed, capacity * 2, 64)
    let grown = UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>.allocate(capacity: capacity)
    if let start {
      grown.moveInitialize(from: start, count: count)
      start.deallocate()
    }
    start = grown
  }

  @inline(__always)
  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    if count == capacity { reserve(count + 1) }
    start.unsafelyUnwrapped.advanced(by: count).initialize(to: field)
    count &+= 1
  }

  mutating func removeAll() { count = 0 }

  subscript(_ position: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(position >= 0 && position < count, "no such field")
    return start.unsafelyUnwrapped[position]
  }

  /// All fields, valid until the list changes.
  var all: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>> {
    UnsafeBufferPointer(start: start, count: count)
  }
}
