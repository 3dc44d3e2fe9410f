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
    let rules = rules()
    guard !rules.isEmpty else { return }
    // One pass over the register says whether there are any; only then are they looked at.
    let counted = try components.aggregate(
      by: [],
      rules.map { NamedAggregate($0.column, .count(where: $0.isBroken)) }
    )
    for try await batch in try await context.session.rows(of: counted) where batch.rowCount > 0 {
      for rule in rules {
        let rows = Int(try batch[rule.column]?.integer(at: 0) ?? 0)
        if rows > 0 { try await report(rule, rows, components, context) }
      }
    }
  }

  private struct Rule {
    let definition: DiagnosticDefinition
    let column: String
    let isBroken: Expression
  }

  private func rules() -> [Rule] {
    var rules: [Rule] = []
    if !measurement.groups.isEmpty {
      let known = measurement.groups.values.joined().sorted()
      rules.append(
        Rule(
          definition: CooperationDefinitions.groupUnmeasured,
          column: "MODALITY_GROUP",
          isBroken: Self.isOutside(known, "MODALITY_GROUP")
        )
      )
    }
    if !measurement.funds.isEmpty {
      let known = measurement.funds.values.joined().sorted()
      let hasFund = Expression.column("FUND").isNotNull
      let flows = Expression.column("FUND_FLOW").isNotNull
      // A fund without a flow, a flow without a fund, and a flow of no known kind escape rule V13 alike.
      rules.append(
        Rule(
          definition: CooperationDefinitions.fundFlowUnknown,
          column: "FUND_FLOW",
          isBroken: (hasFund && Self.isOutside(known, "FUND_FLOW")) || (flows && !hasFund)
        )
      )
    }
    return rules
  }

  private static func isOutside(_ codes: [String], _ column: String) -> Expression {
    !Expression.call(.coalesce, Expression.column(column, isAny: codes), .literal(false))
  }

  private func report(
    _ rule: Rule,
    _ rows: Int,
    _ components: Plan,
    _ context: StepContext
  ) async throws {
    let unplaced = try components.filter(rule.isBroken).select([rule.column]).distinct()
    let codes = try await context.session.count(of: unplaced)
    context.collector.report(
      rule.definition.at(measurement.location, ["rows": .count(rows), "codes": .count(codes)])
    )
  }
}
