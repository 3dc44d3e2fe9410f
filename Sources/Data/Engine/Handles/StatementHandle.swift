// SPDX-License-Identifier: Apache-2.0

internal import CADBC
internal import Columns
internal import Diagnostics

/// A statement of a connection that outlives it; released when the handle goes.
///
/// `@unchecked Sendable`: one thread at a time uses it.
struct StatementHandle: ~Copyable, @unchecked Sendable {
  let library: EngineLibrary
  private let pointer: UnsafeMutablePointer<AdbcStatement>
  private var text: String?

  init(_ connection: borrowing ConnectionHandle) throws {
    library = connection.library
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: AdbcStatement())
    let (driver, pointer, owner) = (library.driver, pointer, connection.pointer)
    try library.call { driver.pointee.StatementNew?(owner, pointer, $0) }
  }

  /// Sets the text and lets the engine read it.
  mutating func prepare(_ text: String) throws {
    self.text = text
    let (driver, pointer) = (library.driver, pointer)
    try library.call(text) { driver.pointee.StatementSetSqlQuery?(pointer, text, $0) }
  }

  borrowing func set(_ option: String, _ value: String) throws {
    let (driver, pointer) = (library.driver, pointer)
    try library.call { driver.pointee.StatementSetOption?(pointer, option, value, $0) }
  }

  /// Gives the engine rows: parameters of a statement, or what to load into a table.
  borrowing func bind(_ rows: borrowing ArrowStreamWriter) throws {
    let (driver, pointer) = (library.driver, pointer)
    try rows.withUnsafeStream { stream in
      try library.call { driver.pointee.StatementBindStream?(pointer, stream, $0) }
    }
  }

  /// Runs the statement to its end.
  ///
  /// - Returns: how many rows it changed; 0 where it changes none.
  borrowing func execute() throws -> Int {
    var rows: Int64 = 0
    let (driver, pointer) = (library.driver, pointer)
    try library.call(text) { error in
      withUnsafeMutablePointer(to: &rows) {
        driver.pointee.StatementExecuteQuery?(pointer, nil, $0, error)
      }
    }
    return max(0, Int(rows))
  }

  /// Starts the statement; its rows are computed as they are read.
  borrowing func open() throws -> ArrowStreamReader {
    let reader = ArrowStreamReader()
    let (driver, pointer) = (library.driver, pointer)
    try reader.withUnsafeStream { stream in
      try library.call(text) {
        driver.pointee.StatementExecuteQuery?(pointer, stream, nil, $0)
      }
    }
    return reader
  }

  deinit {
    var error = AdbcError()
    if pointer.pointee.private_data != nil {
      _ = library.driver.pointee.StatementRelease?(pointer, &error)
      error.release?(&error)
    }
    pointer.deallocate()
  }
}
