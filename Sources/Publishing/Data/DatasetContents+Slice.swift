// SPDX-License-Identifier: Apache-2.0

internal import Project
internal import Relation
internal import Structures

/// Rows of a dataset with all dimensions held but those that a chart or a map shows.
extension DatasetContents {
  /// The most rows that a chart or a map takes.
  private static let sliceLimit = 20_000

  /// Reads the rows of a slice.
  ///
  /// A dimension that the view does not fix is held to its total, else, for time, to the last period,
  /// else to its first code. Of dimensions that are shown the total is left out: it would be counted
  /// twice.
  ///
  /// - Parameters:
  ///   - shown: the dimensions that are shown.
  ///   - session: the engine.
  /// - Returns: the rows, and what is held.
  /// - Throws: `project.view-component`, and what the engine refuses.
  func slice(
    showing shown: [Component],
    _ session: any Session
  ) async throws -> (rows: TextRows, held: [HeldDimension]) {
    var plan = published.dataset.plan
    var held: [HeldDimension] = []
    for dimension in structure.dimensions {
      if shown.contains(dimension), view?.fixed[dimension.id] == nil {
        let codes = try await codes(of: dimension, session)
        if codes.contains(DatasetContents.total), codes.count > 1 {
          plan = try plan.filter(
            !DatasetContents.isCode(DatasetContents.total, dimension)
          )
        }
        continue
      }
      guard let code = try await code(holding: dimension, session) else { continue }
      plan = try plan.filter(DatasetContents.isCode(code, dimension))
      held.append(HeldDimension(component: dimension, code: code))
    }
    for name in view?.fixed.keys.sorted() ?? [] { _ = try component(name) }
    let sorted = try plan.sort(by: structure.dimensions.map(\.id))
    return (try await session.texts(of: sorted, limit: DatasetContents.sliceLimit), held)
  }

  private static func isCode(_ code: String, _ dimension: Component) -> Expression {
    Expression.column(dimension.id).cast(to: .string).equals(.literal(.string(code)))
  }

  private func code(
    holding dimension: Component,
    _ session: any Session
  ) async throws -> String? {
    if let fixed = view?.fixed[dimension.id] { return fixed }
    let codes = try await codes(of: dimension, session)
    if codes.contains(DatasetContents.total) { return DatasetContents.total }
    let ordered = ordered(codes, of: dimension)
    return dimension.representation == .timePeriod ? ordered.last : ordered.first
  }

  private func codes(of dimension: Component, _ session: any Session) async throws -> Set<String> {
    if isComplete { return rows.values(of: dimension.id) }
    let plan = try published.dataset.plan.select([dimension.id]).distinct()
    return try await session.texts(of: plan, limit: DatasetContents.limit).values(of: dimension.id)
  }
}
