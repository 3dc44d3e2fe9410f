// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Structures
internal import Values

/// What a batch says of loans: how each is paid back, and what was agreed payment by payment.
struct LoanColumns {
  private let settings: ValuationSettings
  private let schedules: PaymentSchedules
  private let repayment: Column?
  private let component: Column?

  /// Finds the columns of a batch; each may be absent.
  init(_ batch: RecordBatch, _ settings: ValuationSettings, _ schedules: PaymentSchedules) throws {
    self.settings = settings
    self.schedules = schedules
    repayment = settings.repayments.isEmpty ? nil : batch["REPAYMENT"]
    component = schedules.isEmpty ? nil : batch["COMPONENT"]
  }

  /// The grant element of a row in percent; `nil` where it is no loan, or its terms are not all there.
  ///
  /// - Throws: `cooperation.loan-terms`, `cooperation.no-repayment-schedule`, `cooperation.unknown-repayment`.
  func grantElement(_ row: Int, _ rows: ComponentColumns) throws -> Decimal? {
    guard let terms = try rows.terms(row, try type(row)) else { return nil }
    return Decimal(shortest: try grant(terms, row, rows).percent)
  }

  private func grant(
    _ terms: LoanTerms,
    _ row: Int,
    _ rows: ComponentColumns
  ) throws -> GrantElement {
    guard terms.repayment == .other, let id = try component?.string(at: row),
      let amount = rows[.amount, row],
      let schedule = schedules[id, lent: amount, periodsPerYear: terms.paymentsPerYear]
    else { return try GrantElement(terms, at: settings.discount) }
    return GrantElement(schedule, at: settings.discount)
  }

  private func type(_ row: Int) throws -> RepaymentType {
    guard let code = try repayment?.string(at: row) else { return settings.repayment }
    guard let type = settings.repayments[code] else {
      throw CooperationDefinitions.unknownRepayment.at()
    }
    return type
  }
}
