// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Project
internal import Relation
internal import Structures
internal import Values

/// The payments that were agreed for loans whose terms do not tell them.
struct PaymentSchedules: Sendable {
  private let payments: [String: [Int: Decimal]]

  /// Payments beyond this number are of no loan that anybody signs.
  private static let mostPeriods = 1_200

  /// Reads the second input of the step, where there is one.
  init(_ context: StepContext) async throws {
    guard context.inputs.count == 2 else {
      payments = [:]
      return
    }
    var read: [String: [Int: Decimal]] = [:]
    let plan = try context.inputs[1].plan.select(["COMPONENT", "PERIOD", "AMOUNT"])
    for try await batch in try await context.session.rows(of: plan) {
      guard let components = batch["COMPONENT"], let periods = batch["PERIOD"],
        let column = batch["AMOUNT"]
      else { continue }
      let amounts = try NumberValues(column)
      for row in 0..<batch.rowCount {
        guard let component = try components.string(at: row),
          let period = try periods.integer(at: row), (1...Int64(Self.mostPeriods)).contains(period),
          let amount = amounts[row].flatMap({ Decimal(unscaled: $0, scale: amounts.scale) })
        else { continue }
        read[component, default: [:]][Int(period)] = amount
      }
    }
    payments = read
  }

  var isEmpty: Bool { payments.isEmpty }

  /// The payments of a loan over what was lent; `nil` where none were agreed one by one.
  subscript(
    _ component: String,
    lent amount: Decimal,
    periodsPerYear periods: Int
  ) -> RepaymentSchedule? {
    guard let agreed = payments[component], let last = agreed.keys.max(), amount > .zero else {
      return nil
    }
    let lent = Double(amount)
    return RepaymentSchedule(
      payments: (1...last).map { (agreed[$0].map { Double($0) } ?? 0) / lent },
      periodsPerYear: periods
    )
  }
}
