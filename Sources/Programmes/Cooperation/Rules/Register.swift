// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// A register of an office, as the rules know it: what one row is, and the columns they look at.
///
/// - Source: the columns carry what the conceptual framework for measuring South-South cooperation asks
///   for; an office's own structures may have more, and name the datasets as they like.
enum Register: String, CaseIterable, Sendable {
  /// One row = one activity.
  case activities
  /// One row = one partner in one role in one activity.
  case participations
  /// One row = one code of one vocabulary (sector, SDG target) with its part of an activity.
  case shares
  /// One row = one component of an activity, in one modality.
  case components
  /// One row = the part of a component that one owner of the resources paid.
  case ownerShares = "owner_shares"
  /// One row = one valuation of one component.
  case valuations
  /// One row = the time that persons of one kind gave to a component.
  case efforts
  /// One row = the scholarships of one component.
  case scholarships
  /// One row = the terms of one loan.
  case loans
  /// One row = one movement of one loan.
  case loanFlows = "loan_flows"
  /// One row = one country in one group, from a day until another.
  case countryGroups = "country_groups"

  /// The column that names the record a finding is about.
  var record: String {
    switch self {
    case .activities, .participations, .shares: "ACTIVITY"
    case .countryGroups: "COUNTRY"
    case .components, .ownerShares, .valuations, .efforts, .scholarships, .loans, .loanFlows:
      "COMPONENT"
    }
  }

  /// What a column has to hold, whatever the office's structure makes of it beyond that.
  static func kind(of column: String) -> Kind {
    switch column {
    case "START", "END", "FROM", "TO", "DATE": .date
    case "DECLARED", "REPORTED": .boolean
    case "AMOUNT", "PERCENT", "QUANTITY", "USD", "HOURS", "DAYS", "INTEREST", "MATURITY", "GRACE":
      .decimal
    case "MONTHS_PLANNED", "MONTHS_ACTUAL": .number
    case "PAYMENTS": .wholeNumber
    default: .text
    }
  }

  /// Kinds of columns that a rule can work with.
  enum Kind: String, Sendable {
    case text
    case date
    case boolean
    case decimal
    case number
    case wholeNumber = "whole number"

    func allows(_ type: ColumnType) -> Bool {
      switch (self, type) {
      case (.text, .string), (.date, .date), (.boolean, .boolean), (.decimal, .decimal): true
      case (.number, .integer), (.number, .decimal), (.wholeNumber, .integer): true
      default: false
      }
    }
  }
}
