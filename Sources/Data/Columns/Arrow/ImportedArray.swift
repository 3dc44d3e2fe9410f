// SPDX-License-Identifier: Apache-2.0

internal import CArrow

/// An array that a library made for us; released, once, when the last column lets go of it.
///
/// `@unchecked Sendable`: the array is only read; releasing happens in `deinit`, when nobody else
/// refers to it, and the C data interface lets any thread release.
final class ImportedArray: @unchecked Sendable {
  private var array: ArrowArray

  /// Takes the array over: the caller's structure must not be released any more.
  init(taking array: ArrowArray) { self.array = array }

  deinit {
    if let release = array.release { release(&array) }
  }

  /// The structure, whose pointers live as long as this object.
  var structure: ArrowArray { array }
}
