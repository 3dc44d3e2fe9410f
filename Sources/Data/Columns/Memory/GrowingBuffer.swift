// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A buffer that doubles as it fills and hands its memory over without a copy.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var count: Int = 0
  private var capacity = 0
  private var start: UnsafeMutablePointer<Element>?

  deinit { free(start) }

  /// Makes room for more elements.
  mutating func reserve(_ more: Int) {
    let needed = count + more
    guard needed > capacity else { return }
    capacity = max(needed, capacity * 2, 64)
    // realloc may move whole pages without copying them.
    guard let grown = realloc(start, capacity * MemoryLayout<Element>.stride) else {
      fatalError("out of memory: \(capacity * MemoryLayout<Element>.stride) bytes")
    }
    start = grown.bindMemory(to: Element.self, capacity: capacity)
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { reserve(1) }
    start.unsafelyUnwrapped[count] = element
    count += 1
  }

  mutating func append(repeating element: Element, count more: Int) {
    guard more > 0 else { return }
    reserve(more)
    start.unsafelyUnwrapped.advanced(by: count).update(repeating: element, count: more)
    count += more
  }

  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    guard let source = elements.baseAddress, !elements.isEmpty else { return }
    reserve(elements.count)
    start.unsafelyUnwrapped.advanced(by: count).update(from: source, count: elements.count)
    count += elements.count
  }

  /// Changes an element in place; it exists.
  @inline(__always)
  mutating func update(_ index: Int, _ change: (inout Element) -> Void) {
    change(&start.unsafelyUnwrapped[index])
  }

  /// Hands the memory over to the caller, who frees it, and starts anew.
  mutating func take() -> UnsafeMutableRawPointer? {
    let taken = start.map { UnsafeMutableRawPointer($0) }
    (start, count, capacity) = (nil, 0, 0)
    return taken
  }
}
