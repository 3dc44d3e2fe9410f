// SPDX-License-Identifier: Apache-2.0

extension Session {
  /// How many rows a plan yields.
  ///
  /// - Throws: what the engine refuses.
  public func count(of plan: Plan) async throws -> Int {
    let counted = try plan.aggregate(by: [], [NamedAggregate("rows", .countRows)])
    var rows = 0
    for try await batch in try await self.rows(of: counted) where batch.rowCount > 0 {
      rows = Int(try batch["rows"]?.integer(at: 0) ?? 0)
    }
    return rows
  }
}
