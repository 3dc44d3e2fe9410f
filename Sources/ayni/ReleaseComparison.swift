// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Structures

/// Compares one dataset of two releases by its dimensions, each as it was published.
struct ReleaseComparison {
  let old: Dataset
  let new: Dataset

  /// How many observations came, went and have another value.
  struct Counts {
    let added: Int
    let removed: Int
    let revised: Int
  }

  /// Counts the observations.
  ///
  /// Where the releases have other dimensions, no observation of one is one of the other. Measures and
  /// attributes that only one of them has say nothing of a revision.
  func counts(_ session: any Session) async throws -> Counts {
    let dimensions = new.structure.dimensions.map(\.id)
    guard Set(dimensions) == Set(old.structure.dimensions.map(\.id)) else {
      return Counts(
        added: try await session.count(of: new.plan),
        removed: try await session.count(of: old.plan),
        revised: 0
      )
    }
    let shared = new.structure.components.map(\.id).filter { old.structure[$0] != nil }
    let (before, after) = (try texts(of: old, shared), try texts(of: new, shared))
    let keys = dimensions.map { JoinKey($0, $0) }
    let changed = try after.except(before, by: shared.map { JoinKey($0, $0) })
      .intersect(before, by: keys)
    return Counts(
      added: try await session.count(of: try after.except(before, by: keys)),
      removed: try await session.count(of: try before.except(after, by: keys)),
      revised: try await session.count(of: changed)
    )
  }

  /// Values as they are published: the type of a component may have changed in between.
  private func texts(of dataset: Dataset, _ columns: [String]) throws -> Plan {
    try dataset.plan.project(
      columns.map { NamedExpression($0, Expression.column($0).cast(to: .string)) }
    )
  }
}
