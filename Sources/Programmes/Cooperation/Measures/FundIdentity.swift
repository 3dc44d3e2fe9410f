// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation

/// Rule V13: what a fund was given and what it gave on are the same money, and stand in no one total.
struct FundIdentity {
  private let measurement: Measurement

  init(_ measurement: Measurement) { self.measurement = measurement }

  /// Refuses totals that hold contributions to a fund beside the disbursements of the same fund.
  ///
  /// - Parameters:
  ///   - components: one row = one component, with FUND and FUND_FLOW where it is of a fund.
  ///   - context: what the step has at hand.
  /// - Throws: what the engine refuses.
  func refuse(_ components: Plan, _ context: StepContext) async throws {
    guard !measurement.funds.isEmpty else { return }
    let twice = context.tablePrefix + "funds"
    try await context.session.keep(try counted(components), as: twice)
    let plan = Plan.scan(.table(twice), schema: try counted(components).schema)
    let cells = try await context.session.count(of: plan)
    guard cells > 0 else { return }
    context.collector.report(
      CooperationDefinitions.fundCountedTwice.at(
        measurement.location,
        ["cells": .count(cells), "funds": .count(try await funds(plan, context.session))]
      )
    )
  }

  private func funds(_ plan: Plan, _ session: any Session) async throws -> Int {
    try await session.count(of: try plan.select(["FUND"]).distinct())
  }

  /// One row = one total and one fund that the total would count twice.
  private func counted(_ components: Plan) throws(Diagnostic) -> Plan {
    let flow = { (flow: Measurement.FundFlow) in
      Expression.column("FUND_FLOW", isAny: measurement.funds[flow] ?? [])
    }
    let fund = try components.filter(Expression.column("FUND").isNotNull)
    let summed = measurement.keys.filter { measurement.totals[$0.output] != nil }
    // The widest totals hold all narrower ones; a fund counted twice anywhere is counted twice there.
    let kept = measurement.keys.filter { key in !summed.contains { $0.output == key.output } }
    let one = Expression.literal(.integer(0))
    return try fund.aggregate(
      by: kept.map(\.input) + ["FUND"],
      [
        NamedAggregate("_given", .count(where: flow(.contribution))),
        NamedAggregate("_passed", .count(where: flow(.disbursement))),
      ]
    ).filter(Expression.column("_given") > one && Expression.column("_passed") > one)
  }
}
