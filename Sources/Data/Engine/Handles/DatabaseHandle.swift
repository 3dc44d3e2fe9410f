// SPDX-License-Identifier: Apache-2.0

internal import CADBC

/// An open database; closed when the handle goes.
///
/// `@unchecked Sendable`: the engine lets any thread open connections of a database.
struct DatabaseHandle: ~Copyable, @unchecked Sendable {
  let library: EngineLibrary
  let pointer: UnsafeMutablePointer<AdbcDatabase>

  /// Opens a database.
  ///
  /// - Parameters:
  ///   - library: the engine.
  ///   - options: its options in order, such as `path` and `memory_limit`.
  /// - Throws: the diagnostic that the engine's error stands for.
  init(_ library: EngineLibrary, options: [(name: String, value: String)]) throws {
    self.library = library
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: AdbcDatabase())
    let (driver, pointer) = (library.driver, pointer)
    try library.call { driver.pointee.DatabaseNew?(pointer, $0) }
    for (name, value) in options {
      try library.call { driver.pointee.DatabaseSetOption?(pointer, name, value, $0) }
    }
    try library.call { driver.pointee.DatabaseInit?(pointer, $0) }
  }

  deinit {
    var error = AdbcError()
    if pointer.pointee.private_data != nil {
      _ = library.driver.pointee.DatabaseRelease?(pointer, &error)
      error.release?(&error)
    }
    pointer.deallocate()
  }
}
