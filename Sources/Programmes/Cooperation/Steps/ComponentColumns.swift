// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Conversion
internal import Diagnostics
internal import Values

/// The columns that methods read, each of which may be absent.
struct ComponentColumns {
  private let columns: [NumberValues?]

  /// The columns of numbers, found once a batch.
  enum Name: Int, CaseIterable {
    case amount, rate, persons, hours, pay, payHours, interest, maturity, grace, payments
    case percent, quantity, unitCost, age, life, freight, insurance
    case months, courseMonths, studentMonths, tuition, stipend, fare

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
      case .percent: "PERCENT"
      case .quantity: "QUANTITY"
      case .unitCost: "UNIT_COST"
      case .age: "AGE"
      case .life: "LIFE"
      case .freight: "FREIGHT"
      case .insurance: "INSURANCE"
      case .months: "MONTHS"
      case .courseMonths: "COURSE_MONTHS"
      case .studentMonths: "STUDENT_MONTHS"
      case .tuition: "TUITION"
      case .stipend: "STIPEND"
      case .fare: "FARE"
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
    return try PersonEffort(experts: persons, delivery: hours)
  }

  func pay(_ row: Int) throws -> HourlyPay? {
    guard let pay = self[.pay, row], let hours = self[.payHours, row] else { return nil }
    return try HourlyPay(pay, forHours: hours)
  }

  /// A part of an amount, such as what was certified of a building in a year.
  func share(_ row: Int) throws -> ExactCost? {
    guard let amount = self[.amount, row], let percent = self[.percent, row] else { return nil }
    guard !percent.isNegative else { throw CooperationDefinitions.badCost.at() }
    return try ExactCost.exactly { () throws(ArithmeticFailure) in
      ExactCost(try amount.multiplied(by: percent), over: 100)
    }
  }

  /// Goods: how many and their price are needed; without a life they are not written off.
  func goods(_ row: Int) throws -> GoodsCost? {
    guard let pieces = self[.quantity, row], let unitCost = self[.unitCost, row] else { return nil }
    return try GoodsCost(
      pieces: pieces,
      unitCost: unitCost,
      age: self[.age, row] ?? .zero,
      life: self[.life, row],
      freight: self[.freight, row] ?? .zero,
      insurance: self[.insurance, row] ?? .zero
    )
  }

  /// Scholarships: students and months of the period and of the course are needed.
  func scholarship(_ row: Int) throws -> ScholarshipCost? {
    guard let students = self[.persons, row], let months = self[.months, row],
      let courseMonths = self[.courseMonths, row]
    else { return nil }
    return try ScholarshipCost(
      students: students,
      months: months,
      courseMonths: courseMonths,
      studentMonths: self[.studentMonths, row],
      tuition: self[.tuition, row] ?? .zero,
      insurance: self[.insurance, row] ?? .zero,
      stipend: self[.stipend, row] ?? .zero,
      fare: self[.fare, row] ?? .zero
    )
  }

  func terms(_ row: Int, _ repayment: RepaymentType) throws -> LoanTerms? {
    guard let interest = self[.interest, row], let maturity = self[.maturity, row],
      let grace = self[.grace, row], let payments = self[.payments, row]
    else { return nil }
    return try LoanTerms(
      interestPercent: Double(interest),
      maturityYears: Double(maturity),
      graceYears: Double(grace),
      // No loan is paid two and a half times a year, nor 0 times: its terms are then refused.
      paymentsPerYear: payments.reduced.scale == 0 ? Int(clamping: payments.reduced.unscaled) : 0,
      repayment: repayment
    )
  }
}
