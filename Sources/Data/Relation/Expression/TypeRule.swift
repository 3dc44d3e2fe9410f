// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// How the type of a function's result follows from its arguments.
///
/// Decimals are exact: a sum has one digit more than its wider term, a product one digit more than both
/// factors, and what would need more than 38 digits is refused when the plan is built, not when it runs.
enum TypeRule {
  case arithmetic
  case division
  case sameNumber
  case doubles(Int)
  case comparison
  case test
  case logic(Int)
  case alike(minimum: Int)
  case text(minimum: Int, maximum: Int = .max, gives: ColumnType)
  /// Texts, then whole numbers.
  case places(texts: Int, numbers: Int, gives: ColumnType)
  case calendar
  case integers(Int, gives: ColumnType)
  case anything(gives: ColumnType)

  /// The type of the result.
  ///
  /// - Throws: `relation.type-mismatch`, `relation.argument-count`, `relation.decimal-division`,
  ///   `relation.decimal-too-wide`.
  func result(of function: Function, _ types: [ColumnType]) throws(Diagnostic) -> ColumnType {
    try checkCount(function, types.count)
    switch self {
    case .arithmetic: return try arithmetic(function, types[0], types[1])
    case .division:
      guard types[0].isDecimalOrInteger == false || types[1].isDecimalOrInteger == false else {
        throw RelationDefinitions.decimalDivision.at()
      }
      return try all(.double, types, function)
    case .sameNumber:
      guard types[0].isNumber else { throw mismatch(function, types[0]) }
      return types[0]
    case .doubles: return try all(.double, types, function)
    case .comparison:
      guard types[0].isComparable(to: types[1]) else { throw mismatch(function, types[1]) }
      return .boolean
    case .test: return .boolean
    case .logic: return try all(.boolean, types, function)
    case .alike:
      for type in types where type != types[0] { throw mismatch(function, type) }
      return types[0]
    case .text(_, _, let gives):
      _ = try all(.string, types, function)
      return gives
    case .places(let texts, _, let gives):
      _ = try all(.string, Array(types.prefix(texts)), function)
      _ = try all(.integer, Array(types.dropFirst(texts)), function)
      return gives
    case .integers(_, let gives):
      _ = try all(.integer, types, function)
      return gives
    case .anything(let gives): return gives
    case .calendar:
      guard types[0] == .date else { throw mismatch(function, types[0]) }
      return .integer
    }
  }

  private var argumentCounts: ClosedRange<Int> {
    switch self {
    case .arithmetic, .division, .comparison: 2...2
    case .sameNumber, .test, .calendar: 1...1
    case .doubles(let count), .logic(let count): count...count
    case .alike(let minimum): minimum...Int.max
    case .text(let minimum, let maximum, _): minimum...maximum
    case .places(let texts, let numbers, _): texts + numbers...texts + numbers
    case .integers(let count, _): count...count
    case .anything: 1...Int.max
    }
  }

  private func checkCount(_ function: Function, _ count: Int) throws(Diagnostic) {
    guard argumentCounts.contains(count) else {
      throw RelationDefinitions.argumentCount.at(
        nil,
        ["function": .text(function.rawValue), "count": .count(count)]
      )
    }
  }

  private func all(
    _ expected: ColumnType,
    _ types: [ColumnType],
    _ function: Function
  ) throws(Diagnostic) -> ColumnType {
    for type in types where type != expected { throw mismatch(function, type) }
    return expected
  }

  private func arithmetic(
    _ function: Function,
    _ left: ColumnType,
    _ right: ColumnType
  ) throws(Diagnostic) -> ColumnType {
    switch (left, right) {
    case (.integer, .integer): return .integer
    case (.double, .double): return .double
    default: break
    }
    guard let (p, s) = left.decimalShape, let (q, t) = right.decimalShape else {
      throw mismatch(function, left.decimalShape == nil ? left : right)
    }
    let scale = function == .multiply ? s + t : max(s, t)
    let precision = (function == .multiply ? p + q : max(p - s, q - t) + max(s, t)) + 1
    guard precision <= 38 else {
      throw RelationDefinitions.decimalTooWide.at(
        nil,
        ["left": "\(left)", "right": "\(right)", "digits": .count(precision)]
      )
    }
    return .decimal(precision: precision, scale: scale)
  }

  private func mismatch(_ function: Function, _ type: ColumnType) -> Diagnostic {
    RelationDefinitions.typeMismatch.at(
      nil,
      ["function": .text(function.rawValue), "type": "\(type)"]
    )
  }
}

extension ColumnType {
  /// Digits and decimals of a decimal; a whole number counts as 19 digits without decimals.
  var decimalShape: (precision: Int, scale: Int)? {
    switch self {
    case .decimal(let precision, let scale): (precision, scale)
    case .integer: (19, 0)
    default: nil
    }
  }

  var isNumber: Bool { self == .double || decimalShape != nil }

  var isDecimalOrInteger: Bool { decimalShape != nil }

  func isComparable(to other: ColumnType) -> Bool {
    self == other || (decimalShape != nil && other.decimalShape != nil)
  }
}
