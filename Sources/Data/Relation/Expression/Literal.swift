// SPDX-License-Identifier: Apache-2.0

/// A single value with its type, as a plan or a parameter carries it.
public enum Literal: Hashable, Sendable {
  /// No value, of a type.
  case null(ColumnType)
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case integer(Int64)
  /// A binary floating-point number.
  case double(Double)
  /// A decimal number: `unscaled` · 10^−`scale`, with room for `precision` digits.
  case decimal(unscaled: Int128, precision: Int, scale: Int)
  /// Text.
  case string(String)
  /// A day, counted from 1970-01-01.
  case date(day: Int32)
  /// A moment without time zone, in microseconds from 1970-01-01T00:00.
  case timestamp(microseconds: Int64)

  /// The type of the value.
  public var type: ColumnType {
    switch self {
    case .null(let type): type
    case .boolean: .boolean
    case .integer: .integer
    case .double: .double
    case .decimal(_, let precision, let scale): .decimal(precision: precision, scale: scale)
    case .string: .string
    case .date: .date
    case .timestamp: .timestamp
    }
  }

  /// Whether there is no value.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

extension Literal: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral
{
  /// Takes text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Takes a whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// Takes true or false.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// Takes a binary floating-point number.
  public init(floatLiteral value: Double) { self = .double(value) }
}
