// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Memory that columns of our own making live in; freed when the last column lets go of it.
///
/// `@unchecked Sendable`: the pointers are constant, and what they point to is written before the
/// object is made and only read afterwards.
final class OwnedMemory: @unchecked Sendable {
  private let pointers: [UnsafeMutableRawPointer]
  private let neighbour: (any AnyObject & Sendable)?

  /// Takes over memory that came from `malloc`.
  ///
  /// - Parameters:
  ///   - pointers: what to free at the end.
  ///   - neighbour: the owner of further memory that the column reads.
  init(_ pointers: [UnsafeMutableRawPointer?], beside neighbour: (any AnyObject & Sendable)? = nil)
  {
    self.pointers = pointers.compactMap(\.self)
    self.neighbour = neighbour
  }

  deinit {
    for pointer in pointers { free(pointer) }
  }
}
