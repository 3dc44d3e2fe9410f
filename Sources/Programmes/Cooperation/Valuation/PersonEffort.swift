// SPDX-License-Identifier: Apache-2.0

public import Conversion
public import Diagnostics
public import Values

/// What an hour of work costs, as pay and the hours that it covers: a fraction that is not rounded.
public struct HourlyPay: Hashable, Sendable {
  /// The pay.
  public let pay: Decimal
  /// The hours that it covers.
  public let hours: Decimal

  /// Takes pay for so many hours: 6,800 a month for 160 hours, or 31.25 for one.
  ///
  /// - Throws: `cooperation.hours` for pay below zero or for no hours.
  public init(_ pay: Decimal, forHours hours: Decimal = .one) throws(Diagnostic) {
    guard !pay.isNegative, hours > .zero else { throw CooperationDefinitions.badHours.at() }
    self.pay = pay
    self.hours = hours
  }

  /// A year's pay with what the employer adds.
  ///
  /// - Formula: (salary · months · load + yearly) ÷ (days · hours a day).
  /// - Parameters:
  ///   - monthlySalary: the gross salary of a month.
  ///   - months: the salaries of a year; 12 by default.
  ///   - load: what the employer pays for one unit of salary, such as 1.18.
  ///   - yearlyAddition: what comes once a year, without load; nothing by default.
  ///   - workingDays: the working days of a year.
  ///   - hoursPerDay: the hours of a day; 8 by default.
  /// - Throws: `cooperation.hours`, `cooperation.overflow`.
  public init(
    monthlySalary: Decimal,
    months: Decimal = 12,
    load: Decimal,
    yearlyAddition: Decimal = .zero,
    workingDays: Decimal,
    hoursPerDay: Decimal = 8
  ) throws(Diagnostic) {
    let year: Decimal
    let hours: Decimal
    do throws(ArithmeticFailure) {
      year = try monthlySalary.multiplied(by: months).multiplied(by: load).adding(yearlyAddition)
      hours = try workingDays.multiplied(by: hoursPerDay)
    } catch { throw CooperationDefinitions.overflow.at() }
    try self.init(year, forHours: hours)
  }
}

/// The time that experts give: preparation, delivery and follow-up; travel apart.
public struct PersonEffort: Hashable, Sendable {
  /// How many experts; one who works part of the time is a part of one.
  public let experts: Decimal
  /// Hours of preparation of each.
  public let preparation: Decimal
  /// Hours of delivery of each.
  public let delivery: Decimal
  /// Hours of follow-up of each.
  public let followUp: Decimal
  /// Hours of travel of each, which count only where a method says so.
  public let travel: Decimal

  /// Takes the hours of each expert.
  ///
  /// - Throws: `cooperation.hours` for numbers below zero.
  public init(
    experts: Decimal,
    preparation: Decimal = .zero,
    delivery: Decimal,
    followUp: Decimal = .zero,
    travel: Decimal = .zero
  ) throws(Diagnostic) {
    guard !experts.isNegative, !preparation.isNegative, !delivery.isNegative, !followUp.isNegative,
      !travel.isNegative
    else { throw CooperationDefinitions.badHours.at() }
    self.experts = experts
    self.preparation = preparation
    self.delivery = delivery
    self.followUp = followUp
    self.travel = travel
  }

  /// All hours of all experts.
  ///
  /// - Formula: experts · (preparation + delivery + follow-up [+ travel]).
  /// - Parameter travel: whether hours of travel count; they do not by default.
  /// - Returns: person-hours, exactly.
  /// - Throws: `cooperation.overflow`.
  public func hours(withTravel travel: Bool = false) throws(Diagnostic) -> Decimal {
    do throws(ArithmeticFailure) {
      var each = try preparation.adding(delivery).adding(followUp)
      if travel { each = try each.adding(self.travel) }
      return try each.multiplied(by: experts)
    } catch { throw CooperationDefinitions.overflow.at() }
  }

  /// What the hours are worth, rounded once.
  ///
  /// - Formula: hours · pay ÷ the hours that the pay covers, in reference units where a rate is
  ///   given. A rate an hour is never rounded on the way.
  /// - Parameters:
  ///   - pay: what an hour costs.
  ///   - rate: the rate to dollars; none by default.
  ///   - travel: whether hours of travel count; they do not by default.
  ///   - scale: the decimals of the result, 2 by default.
  ///   - rounding: where the rest goes; a half goes away from zero by default.
  /// - Returns: the value in the currency of the pay, or in reference units.
  /// - Throws: `cooperation.overflow`, `conversion.overflow`.
  public func value(
    at pay: HourlyPay,
    in rate: ExchangeRate? = nil,
    withTravel travel: Bool = false,
    scale: Int = 2,
    rounding: Rounding = .halfUp
  ) throws(Diagnostic) -> Decimal {
    let cost = try cost(at: pay, withTravel: travel)
    guard let rate else { return try cost.value(scale: scale, rounding: rounding) }
    return try cost.value(in: rate, scale: scale, rounding: rounding)
  }

  /// What the hours are worth.
  ///
  /// - Formula: hours · pay ÷ the hours that the pay covers.
  /// - Parameters:
  ///   - pay: what an hour costs.
  ///   - travel: whether hours of travel count; they do not by default.
  /// - Returns: the cost as a fraction.
  /// - Throws: `cooperation.overflow`.
  public func cost(
    at pay: HourlyPay,
    withTravel travel: Bool = false
  ) throws(Diagnostic) -> ExactCost {
    let hours = try hours(withTravel: travel)
    return try ExactCost.exactly { () throws(ArithmeticFailure) in
      ExactCost(try hours.multiplied(by: pay.pay), over: pay.hours)
    }
  }
}
