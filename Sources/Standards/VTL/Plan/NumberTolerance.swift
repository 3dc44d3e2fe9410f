// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// Numbers are equal that differ by no more than 5 · 10⁻¹⁵ of the greater one, half of the last of fifteen
/// significant digits; every comparison follows from that.
///
/// Decimals have no exact form in binary: 0.1 + 0.2 is not 0.3, and 3 · 0.1 is above it. With the tolerance
/// both are what a reader of the data expects.
enum NumberTolerance {
  static let relative: Double = 5e-15

  /// Compares two doubles.
  ///
  /// - Parameters:
  ///   - operation: a comparison.
  ///   - left: a number.
  ///   - right: a number.
  ///   - bound: the right one where it stands in the script; the tolerance is then taken once.
  /// - Returns: whether it holds; no value where a number is missing.
  static func compared(
    _ operation: BinaryOperator,
    _ left: PlanValue,
    _ right: PlanValue,
    bound: Double? = nil
  ) -> PlanValue {
    if let bound { return compared(operation, left, to: bound) }
    let plain = ValueCompiler.binary(operation, left, right)
    let isNear = isNear(left, right)
    return switch operation {
    case .equal, .lessOrEqual, .greaterOrEqual: plain || isNear
    case .notEqual, .less, .greater: plain && !isNear
    default: plain
    }
  }

  /// Whether two numbers are within the tolerance of each other.
  static func isNear(_ left: PlanValue, _ right: PlanValue) -> PlanValue {
    let greater = PlanValue.call(.greatest, .call(.absolute, left), .call(.absolute, right))
    return .call(.absolute, left - right) <= greater * .literal(.double(relative))
  }

  private static func compared(
    _ operation: BinaryOperator,
    _ value: PlanValue,
    to bound: Double
  ) -> PlanValue {
    let margin = bound.magnitude * relative
    let low = PlanValue.literal(.double(bound - margin))
    let high = PlanValue.literal(.double(bound + margin))
    return switch operation {
    case .equal: value >= low && value <= high
    case .notEqual: value < low || value > high
    case .less: value < low
    case .lessOrEqual: value <= high
    case .greater: value > high
    default: value >= low
    }
  }
}

extension ValueExpression {
  /// The number that stands in the script, through conversions that need no word.
  var constantNumber: Double? {
    switch node {
    case .constant(.integer(let sign, let digits)), .constant(.number(let sign, let digits)):
      Double((sign == .minus ? "-" : "") + digits)
    case .cast(let operand, mask: nil, _): operand.constantNumber
    default: nil
    }
  }
}
