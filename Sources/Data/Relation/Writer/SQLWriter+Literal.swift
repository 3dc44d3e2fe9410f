// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Writing values, each with its type.
extension SQLWriter {
  func literal(_ literal: Literal) throws -> String {
    let type = dialect.typeName(literal.type)
    switch literal {
    case .null: return "CAST(NULL AS \(type))"
    case .boolean(let value): return value ? "TRUE" : "FALSE"
    case .integer(let value): return "CAST(\(value) AS \(type))"
    case .double(let value): return "CAST('\(SQLWriter.spelled(value))' AS \(type))"
    case .decimal(let unscaled, _, let scale):
      return "CAST('\(SQLWriter.decimal(unscaled, scale))' AS \(type))"
    case .string(let value): return try text(value)
    case .date(let day): return "DATE '\(SQLWriter.date(Int64(day)))'"
    case .timestamp(let microseconds):
      return "\(dialect.typeNames.timestampLiteral) '\(SQLWriter.moment(microseconds))'"
    }
  }

  /// Text between single quotes, with what would end or change it escaped.
  func text(_ value: String) throws(Diagnostic) -> String {
    var escaped = "'"
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\0": throw RelationDefinitions.invalidText.at()
      case "'": escaped += dialect.escapesBackslash ? "\\'" : "''"
      case "\\": escaped += dialect.escapesBackslash ? "\\\\" : "\\"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "'"
  }

  private static func spelled(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return "\(value)"
  }

  /// `unscaled` · 10^−`scale` in plain digits.
  private static func decimal(_ unscaled: Int128, _ scale: Int) -> String {
    let digits = String(unscaled.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let sign = unscaled < 0 ? "-" : ""
    guard scale > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
  }

  /// A day count as `YYYY-MM-DD`.
  ///
  /// - Source: H. Hinnant, days_from_civil and its inverse, for the proleptic Gregorian calendar.
  private static func date(_ day: Int64) -> String {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
  }

  private static func moment(_ microseconds: Int64) -> String {
    let perDay: Int64 = 86_400_000_000
    let (day, rest) = microseconds.floorDivided(by: perDay)
    let (second, fraction) = rest.floorDivided(by: 1_000_000)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
    return "\(date(day)) \(clock.joined(separator: ":")).\(padded(fraction, 6))"
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}

extension Int64 {
  /// Quotient rounded down, and a remainder that is never negative.
  fileprivate func floorDivided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
