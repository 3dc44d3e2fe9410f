// SPDX-License-Identifier: Apache-2.0

/// What a column holds: the few types that every engine, file format and kernel here agrees on.
///
/// Each case names its Arrow type. Wider families (unsigned numbers, half floats, nested types) are
/// cast on the way in or refused, so that a kernel never meets a type it has not been tested with.
public enum ColumnType: Hashable, Sendable {
  /// True or false (Arrow `b`).
  case boolean
  /// A whole number of 64 bits (Arrow `l`).
  case integer
  /// A binary floating-point number of 64 bits (Arrow `g`).
  case double
  /// A decimal number of 128 bits with a fixed count of decimals (Arrow `d:precision,scale`).
  case decimal(precision: Int, scale: Int)
  /// Text in UTF-8 (Arrow `u`, `U` or `vu`).
  case string
  /// A day of the proleptic Gregorian calendar, counted from 1970-01-01 (Arrow `tdD`).
  case date
  /// A moment without a time zone, in microseconds from 1970-01-01T00:00 (Arrow `tsu:`).
  case timestamp
}

extension ColumnType: CustomStringConvertible {
  /// The name as error messages write it.
  public var description: String {
    switch self {
    case .boolean: "boolean"
    case .integer: "integer"
    case .double: "double"
    case .decimal(let precision, let scale): "decimal(\(precision),\(scale))"
    case .string: "string"
    case .date: "date"
    case .timestamp: "timestamp"
    }
  }
}
