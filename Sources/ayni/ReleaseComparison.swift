// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Relation
internal import Structures

/// Compares one dataset of two releases by its dimensions.
struct ReleaseComparison {
  let structure: DataStructureDefinition
  let old: String
  let new: String

  /// How many observations were added, removed and revised.
  func counts(_ session: any Session) async throws -> (added: Int, removed: Int, revised: Int) {
    let before = Plan.scan(.parquet([old]), schema: structure.schema)
    let after = Plan.scan(.parquet([new]), schema: structure.schema)
    let keys = structure.dimensions.map { JoinKey($0.id, $0.id) }
    let all = structure.components.map { JoinKey($0.id, $0.id) }
    let added = try await session.count(of: try after.except(before, by: keys))
    let removed = try await session.count(of: try before.except(after, by: keys))
    let changed = try after.except(before, by: all).intersect(before, by: keys)
    return (added, removed, try await session.count(of: changed))
  }
}
