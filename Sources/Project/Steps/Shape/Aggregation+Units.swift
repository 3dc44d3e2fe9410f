// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

extension Aggregation {
  /// The SDMX concept that says what a value is counted in.
  ///
  /// - Source: SDMX content-oriented guidelines, cross-domain concepts: UNIT_MEASURE.
  private static let unit = "UNIT_MEASURE"

  /// Refuses to add up values whose units differ, as dollars and hours do.
  func refuseUnits(_ input: Dataset, _ context: StepContext) async throws {
    let isKept = keys.contains { $0.input == Self.unit }
    guard input.structure[Self.unit] != nil, !isKept, measures.contains(where: { $0.input != nil })
    else { return }
    let counted = try input.plan.aggregate(
      by: [],
      [NamedAggregate("units", .countDistinct(.column(Self.unit)))]
    )
    for try await batch in try await context.session.rows(of: counted) where batch.rowCount > 0 {
      let units = Int(try batch["units"]?.integer(at: 0) ?? 0)
      guard units > 1 else { continue }
      context.collector.report(
        StepsDefinitions.unitsAdded.at(
          location,
          ["units": .count(units), "dataset": .text(input.name)]
        )
      )
    }
  }
}
