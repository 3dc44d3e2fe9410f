// SPDX-License-Identifier: Apache-2.0

internal import CADBC

/// A connection to a database; closed when the handle goes.
///
/// `@unchecked Sendable`: one thread at a time uses it, except to cancel, which the engine lets any
/// thread do.
struct ConnectionHandle: ~Copyable, @unchecked Sendable {
  let library: EngineLibrary
  let pointer: UnsafeMutablePointer<AdbcConnection>

  /// Connects to a database that outlives the connection.
  init(_ database: borrowing DatabaseHandle) throws {
    library = database.library
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: AdbcConnection())
    let (driver, pointer, owner) = (library.driver, pointer, database.pointer)
    try library.call { driver.pointee.ConnectionNew?(pointer, $0) }
    try library.call { driver.pointee.ConnectionInit?(pointer, owner, $0) }
  }

  /// Asks the running statement to stop; any thread may.
  borrowing func cancel() {
    var error = AdbcError()
    _ = library.driver.pointee.ConnectionCancel?(pointer, &error)
    error.release?(&error)
  }

  deinit {
    var error = AdbcError()
    if pointer.pointee.private_data != nil {
      _ = library.driver.pointee.ConnectionRelease?(pointer, &error)
      error.release?(&error)
    }
    pointer.deallocate()
  }
}
