// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Values

/// Scholarships of one kind in one period: a part of the course's fees, and the months that were lived.
public struct ScholarshipCost: Hashable, Sendable {
  /// How many students were granted one.
  public let students: Decimal
  /// Months of the course that lie in the period.
  public let months: Decimal
  /// Months of the whole course.
  public let courseMonths: Decimal
  /// Months that all students together were there; students · months unless some left.
  public let studentMonths: Decimal
  /// The fees of the whole course of one student, which are paid whether or not the student leaves.
  public let tuition: Decimal
  /// The insurance of the whole course of one student, paid as the fees are.
  public let insurance: Decimal
  /// What a student gets a month.
  public let stipend: Decimal
  /// What travel of a student cost in the period.
  public let fare: Decimal

  /// Takes the scholarships of one component.
  ///
  /// - Throws: `cooperation.cost-terms` for numbers below zero, a course of no months, or more
  ///   months in the period than the course has.
  public init(
    students: Decimal,
    months: Decimal,
    courseMonths: Decimal,
    studentMonths: Decimal? = nil,
    tuition: Decimal = .zero,
    insurance: Decimal = .zero,
    stipend: Decimal = .zero,
    fare: Decimal = .zero
  ) throws(Diagnostic) {
    let planned: Decimal
    do throws(ArithmeticFailure) { planned = try students.multiplied(by: months) } catch {
      throw CooperationDefinitions.overflow.at()
    }
    let all = [students, months, studentMonths ?? .zero, tuition, insurance, stipend, fare]
    guard !all.contains(where: \.isNegative), courseMonths > .zero, months <= courseMonths else {
      throw CooperationDefinitions.badCost.at()
    }
    self.students = students
    self.months = months
    self.courseMonths = courseMonths
    self.studentMonths = studentMonths ?? planned
    self.tuition = tuition
    self.insurance = insurance
    self.stipend = stipend
    self.fare = fare
  }

  /// What the scholarships cost in the period.
  ///
  /// - Formula: students · ((tuition + insurance) · months ÷ course months + fare)
  ///   + student-months · stipend.
  /// - Returns: the cost as a fraction.
  /// - Throws: `cooperation.overflow`.
  public func cost() throws(Diagnostic) -> ExactCost {
    try ExactCost.exactly { () throws(ArithmeticFailure) in
      let fees = try tuition.adding(insurance).multiplied(by: months).multiplied(by: students)
      let living = try studentMonths.multiplied(by: stipend)
        .adding(try students.multiplied(by: fare))
      return ExactCost(try fees.adding(try living.multiplied(by: courseMonths)), over: courseMonths)
    }
  }
}
