// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Relation

/// A database that its connections share.
final class Database: Sendable {
  let handle: DatabaseHandle

  init(_ library: EngineLibrary, options: [(name: String, value: String)]) throws {
    handle = try DatabaseHandle(library, options: options)
  }
}

/// A connection that whoever may cancel its work holds on to, so that it is never closed meanwhile.
final class Connection: Sendable {
  private let handle: ConnectionHandle
  private let database: Database

  init(_ database: Database) throws {
    self.database = database
    handle = try ConnectionHandle(database.handle)
  }

  var library: EngineLibrary { database.handle.library }

  /// Asks the running statement to stop; any thread may.
  func cancel() { handle.cancel() }

  /// A statement, ready to run, with its parameters bound.
  func prepare(_ statement: SQLStatement) throws -> StatementHandle {
    var prepared = try StatementHandle(handle)
    try prepared.prepare(statement.text)
    if !statement.parameters.isEmpty {
      let row = try ParameterRow.batch(statement.parameters)
      var rows = [row][...]
      try prepared.bind(ArrowStreamWriter(row.schema) { rows.popFirst() })
    }
    return prepared
  }

  /// Runs a statement to its end.
  func execute(_ statement: SQLStatement) throws -> Int {
    try prepare(statement).execute()
  }

  /// A statement without text, for loading rows.
  func emptyStatement() throws -> StatementHandle { try StatementHandle(handle) }
}
