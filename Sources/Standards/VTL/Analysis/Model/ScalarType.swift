// SPDX-License-Identifier: Apache-2.0

/// A basic scalar type of the language.
///
/// - Source: VTL 2.2 user manual, "Basic Scalar Types".
public enum ScalarType: String, CaseIterable, Hashable, Sendable {
  /// Text.
  case string
  /// A whole number; every integer is a number.
  case integer
  /// A number.
  case number
  /// True or false.
  case boolean
  /// A time point; every date is a time.
  case date
  /// A time interval.
  case time
  /// A regular period with its frequency; every period is a time.
  case timePeriod = "time_period"
  /// A length of time, or the frequency of a period.
  case duration
  /// Any of them: the type of `null`, and of what is known only when it runs.
  case scalar

  /// Whether values may be added and multiplied.
  public var isNumeric: Bool { self == .integer || self == .number }

  /// Whether values are points or intervals of time.
  public var isTemporal: Bool { self == .date || self == .time || self == .timePeriod }

  /// The type that this one is a part of, without conversion of values; `nil` where there is none.
  var supertype: ScalarType? {
    switch self {
    case .integer: .number
    case .date, .timePeriod: .time
    default: nil
    }
  }

  /// Whether a value of this type may stand where another type is expected, with a conversion that
  /// needs no word in the script.
  ///
  /// - Source: VTL 2.2 reference manual, cast: integer to number, boolean to string, date and
  ///   time_period to time.
  func converts(to other: ScalarType) -> Bool {
    self == other || self == .scalar || other == .scalar || supertype == other
      || (self == .boolean && other == .string)
  }

  /// The type to which both convert, or `nil`.
  func common(with other: ScalarType) -> ScalarType? {
    if self == other || other == .scalar { return self }
    if self == .scalar || converts(to: other) { return other }
    if other.converts(to: self) { return self }
    return supertype == nil || supertype != other.supertype ? nil : supertype
  }

  /// The name that a measure gets where an operator changes its type.
  ///
  /// - Source: VTL 2.2 reference manual, "Operators changing the data type".
  var genericMeasure: String {
    switch self {
    case .string, .scalar: "string_var"
    case .integer: "int_var"
    case .number: "num_var"
    case .boolean: "bool_var"
    case .date: "date_var"
    case .time: "time_var"
    case .timePeriod: "time_period_var"
    case .duration: "duration_var"
    }
  }

  init(_ basic: BasicType) {
    self =
      switch basic {
      case .string: .string
      case .integer: .integer
      case .number: .number
      case .boolean: .boolean
      case .date: .date
      case .time: .time
      case .timePeriod: .timePeriod
      case .duration: .duration
      case .scalar: .scalar
      }
  }
}

/// What a component does in its dataset.
public enum ComponentRole: String, CaseIterable, Hashable, Sendable {
  /// Identifies a data point together with the other identifiers; never without a value.
  case identifier
  /// Is observed.
  case measure
  /// Explains, and is dropped by operators.
  case attribute
  /// Explains, and is carried on by operators.
  case viralAttribute = "viral attribute"

  /// Whether the component depends on the identifiers.
  public var isDependent: Bool { self != .identifier }
}
