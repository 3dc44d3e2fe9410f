// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Conversion
internal import Values

/// The columns that methods read, each of which may be absent.
struct ComponentColumns {
  private let columns: [NumberValues?]

  /// The columns of numbers, found once a batch.
  enum Name: Int, CaseIterable {
    case amount, rate, persons, hours, pay, payHours, interest, maturity, grace, payments

    var component: String {
      switch self {
      case .amount: "AMOUNT"
      case .rate: "RATE"
      case .persons: "PERSONS"
      case .hours: "HOURS"
      case .pay: "PAY"
      case .payHours: "PAY_HOURS"
      case .interest: "INTEREST"
      case .maturity: "MATURITY"
      case .grace: "GRACE"
      case .payments: "PAYMENTS"
      }
    }
  }

  /// Finds the columns of a batch.
  ///
  /// - Throws: `columns.wrong-type` where one of them holds no exact numbers.
  init(_ batch: RecordBatch) throws {
    columns = try Name.allCases.map { name in
      try batch[name.component].map { try NumberValues($0) }
    }
  }

  /// The number of a row; `nil` where it has none.
  subscript(_ name: Name, _ row: Int) -> Decimal? {
    guard let column = columns[name.rawValue], let digits = column[row] else { return nil }
    return Decimal(unscaled: digits, scale: column.scale)
  }

  /// Units of the currency for one dollar.
  func rate(_ row: Int) throws -> ExchangeRate? {
    try self[.rate, row].map { try ExchangeRate($0, .unitsPerReference) }
  }

  func effort(_ row: Int) throws -> PersonEffort? {
    guard let persons = self[.persons, row], let hours = self[.hours, row] else { return nil }
    return try PersonEffort(experts: Int(Double(persons)), delivery: hours)
  }

  func pay(_ row: Int) throws -> HourlyPay? {
    guard let pay = self[.pay, row], let hours = self[.payHours, row] else { return nil }
    return try HourlyPay(pay, forHours: hours)
  }

  func terms(_ row: Int, _ repayment: RepaymentType) throws -> LoanTerms? {
    guard let interest = self[.interest, row], let maturity = self[.maturity, row],
      let grace = self[.grace, row], let payments = self[.payments, row]
    else { return nil }
    return try LoanTerms(
      interestPercent: Double(interest),
      maturityYears: Double(maturity),
      graceYears: Double(grace),
      paymentsPerYear: Int(Double(payments)),
      repayment: repayment
    )
  }
}
