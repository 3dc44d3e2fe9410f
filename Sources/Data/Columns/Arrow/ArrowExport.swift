// SPDX-License-Identifier: Apache-2.0

internal import CArrow
internal import Glibc

/// What an exported array keeps alive until its receiver releases it.
private final class ExportedArray {
  let owner: (any AnyObject & Sendable)?
  let buffers: UnsafeMutablePointer<UnsafeRawPointer?>
  let children: UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>
  let childCount: Int

  init(
    owner: (any AnyObject & Sendable)?,
    buffers list: [UnsafeRawPointer?],
    children arrays: [ArrowArray]
  ) {
    self.owner = owner
    buffers = .allocate(capacity: max(list.count, 1))
    for (index, buffer) in list.enumerated() { (buffers + index).initialize(to: buffer) }
    children = .allocate(capacity: max(arrays.count, 1))
    childCount = arrays.count
    for (index, array) in arrays.enumerated() {
      let child = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
      child.initialize(to: array)
      (children + index).initialize(to: child)
    }
  }

  deinit {
    for index in 0..<childCount {
      guard let child = children[index] else { continue }
      // A receiver may have moved a child out; then its release is empty.
      child.pointee.release?(child)
      child.deallocate()
    }
    children.deallocate()
    buffers.deallocate()
  }
}

extension RecordBatch {
  /// The batch as an array of structures that shares its memory; the receiver releases it.
  func exported() -> ArrowArray {
    let children = columns.map { $0.exported() }
    return arrowArray(length: rowCount, nullCount: 0, offset: 0, [nil], children, owner: nil)
  }
}

extension Column {
  fileprivate func exported() -> ArrowArray {
    var buffers = [validityBits.map { UnsafeRawPointer($0) }, values]
    switch layout {
    case .fixed, .narrow, .bits: break
    case .offsets32, .offsets64: buffers.append(text ?? values)
    case .views:
      for index in 0..<(variadic?.count ?? 0) { buffers.append(variadic?.buffers[index]) }
      buffers.append(variadic?.sizes)
    }
    return arrowArray(
      length: count,
      nullCount: nullCount,
      offset: offset,
      buffers,
      [],
      owner: owner
    )
  }
}

private func arrowArray(
  length: Int,
  nullCount: Int,
  offset: Int,
  _ buffers: [UnsafeRawPointer?],
  _ children: [ArrowArray],
  owner: (any AnyObject & Sendable)?
) -> ArrowArray {
  let state = ExportedArray(owner: owner, buffers: buffers, children: children)
  var array = ArrowArray()
  array.length = Int64(length)
  array.null_count = Int64(nullCount)
  array.offset = Int64(offset)
  array.n_buffers = Int64(buffers.count)
  array.n_children = Int64(children.count)
  array.buffers = state.buffers
  array.children = children.isEmpty ? nil : state.children
  array.private_data = Unmanaged.passRetained(state).toOpaque()
  array.release = { pointer in
    guard let pointer, let state = pointer.pointee.private_data else { return }
    pointer.pointee.release = nil
    pointer.pointee.private_data = nil
    Unmanaged<ExportedArray>.fromOpaque(state).release()
  }
  return array
}
