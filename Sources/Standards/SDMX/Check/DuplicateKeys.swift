// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Finds keys that occur twice among their digests, which an engine keeps.
struct DuplicateKeys {
  let table: String

  /// A row = an observation: the halves of the digest of its key, and its line.
  static let schema = Schema([
    Field("_first", .integer), Field("_second", .integer), Field("_line", .integer),
  ])

  /// How many observations repeat the key of another, and the first line with such a key.
  func found(in session: any Session) async throws -> (rows: Int, line: Int)? {
    let repeated = try Plan.scan(.table(table), schema: DuplicateKeys.schema)
      .aggregate(
        by: ["_first", "_second"],
        [
          NamedAggregate("_count", .countRows),
          NamedAggregate("_line", .minimum(.column("_line"))),
        ]
      )
      .filter(.column("_count") > 1)
      .aggregate(
        by: [],
        [
          NamedAggregate("keys", .countRows),
          NamedAggregate("rows", .sum(.column("_count"))),
          NamedAggregate("line", .minimum(.column("_line"))),
        ]
      )
    for try await batch in try await session.rows(of: repeated) where batch.rowCount > 0 {
      let keys = try batch["keys"]?.integer(at: 0) ?? 0
      guard keys > 0 else { return nil }
      let rows = try batch["rows"]?.decimal(at: 0) ?? 0
      return (Int(rows) - Int(keys), Int(try batch["line"]?.integer(at: 0) ?? 0))
    }
    return nil
  }
}
