// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation

/// Components that no total would hold, or that a rule on totals could not see: told, never left out.
struct UnplacedComponents {
  private let measurement: Measurement

  init(_ measurement: Measurement) { self.measurement = measurement }

  /// Refuses components whose group has no measure, and money of funds whose flow is not known.
  ///
  /// - Parameters:
  ///   - components: one row = one reported component.
  ///   - context: what the step has at hand.
  /// - Throws: what the engine refuses.
  func refuse(_ components: Plan, _ context: StepContext) async throws {
    if !measurement.groups.isEmpty {
      let known = measurement.groups.values.joined().sorted()
      let unplaced = Self.isOutside(known, "MODALITY_GROUP")
      try await report(
        CooperationDefinitions.groupUnmeasured,
        components.filter(unplaced).select(["MODALITY_GROUP"]),
        context
      )
    }
    if !measurement.funds.isEmpty {
      let known = measurement.funds.values.joined().sorted()
      let hasFund = Expression.column("FUND").isNotNull
      let flows = Expression.column("FUND_FLOW").isNotNull
      // A fund without a flow, a flow without a fund, and a flow of no known kind escape rule V13 alike.
      let unplaced =
        (hasFund && Self.isOutside(known, "FUND_FLOW")) || (flows && !hasFund)
      try await report(
        CooperationDefinitions.fundFlowUnknown,
        components.filter(unplaced).select(["FUND_FLOW"]),
        context
      )
    }
  }

  private static func isOutside(_ codes: [String], _ column: String) -> Expression {
    !Expression.call(.coalesce, Expression.column(column, isAny: codes), .literal(false))
  }

  private func report(
    _ definition: DiagnosticDefinition,
    _ unplaced: Plan,
    _ context: StepContext
  ) async throws {
    let rows = try await context.session.count(of: unplaced)
    guard rows > 0 else { return }
    let codes = try await context.session.count(of: unplaced.distinct())
    context.collector.report(
      definition.at(measurement.location, ["rows": .count(rows), "codes": .count(codes)])
    )
  }
}
