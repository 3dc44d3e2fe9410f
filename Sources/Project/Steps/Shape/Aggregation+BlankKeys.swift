// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

extension Aggregation {
  /// Tells of rows that a dimension of the totals finds no value in, so that none of its codes holds them.
  func tellBlankKeys(_ input: Dataset, _ context: StepContext) async throws {
    let dimensions = keys.filter {
      structure[$0.output]?.role == .dimension && blankCodes[$0.output] == nil
    }
    guard !dimensions.isEmpty else { return }
    let counts = dimensions.enumerated().map { position, key in
      NamedAggregate("_\(position)", .count(.column(key.input)))
    }
    let plan = try input.plan.aggregate(by: [], [NamedAggregate("_rows", .countRows)] + counts)
    for try await batch in try await context.session.rows(of: plan) where batch.rowCount > 0 {
      let rows = Int(try batch["_rows"]?.integer(at: 0) ?? 0)
      for (position, key) in dimensions.enumerated() {
        let known = Int(try batch["_\(position)"]?.integer(at: 0) ?? 0)
        guard known < rows else { continue }
        context.collector.report(
          StepsDefinitions.blankKeys.at(
            location,
            [
              "blanks": .count(rows - known), "rows": .count(rows), "dataset": .text(input.name),
              "component": .text(key.input), "dimension": .text(key.output),
            ]
          )
        )
      }
    }
  }
}
