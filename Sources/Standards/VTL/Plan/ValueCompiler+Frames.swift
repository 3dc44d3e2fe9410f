// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Which rows analytic operators see.
extension ValueCompiler {
  /// How far `lag` and `lead` look.
  func distance(_ analytic: AnalyticExpression) throws -> Int {
    guard let offset = analytic.offset else { return 1 }
    let name = analytic.function.rawValue
    guard let rows = whole(offset) else { throw compiler.unsupported(name) }
    guard rows > 0 else {
      throw VTLDefinitions.outOfRange.at(nil, ["operator": .text(name), "range": "> 0"])
    }
    return rows
  }

  /// The rows that an analytic operator sees; where no window is written, those up to the current value of
  /// the order, and the whole part where there is no order.
  func frame(_ analytic: AnalyticExpression) throws -> WindowFrame? {
    switch analytic.function {
    case .rank, .lag, .lead, .ratioToReport: return nil
    default: break
    }
    guard let window = analytic.window else {
      return analytic.order.isEmpty
        ? WindowFrame() : WindowFrame(preceding: nil, following: 0, isRange: true)
    }
    let hasDistance = window.from.count != nil || window.to.count != nil
    if window.isRange, hasDistance,
      analytic.order.count != 1 || !analytic.order[0].type.hasDistances
    {
      throw compiler.unsupported("range")
    }
    guard let before = rowsBefore(window.from, analytic.from),
      let after = rowsAfter(window.to, analytic.to)
    else {
      throw compiler.unsupported("data points between")
    }
    return WindowFrame(
      preceding: before.rows,
      following: after.rows,
      isRange: window.isRange
    )
  }

  /// How far a window reaches before the current row; below zero where it begins after it.
  private func rowsBefore(
    _ bound: AnalyticCall.Bound,
    _ named: ValueExpression?
  ) -> (rows: Int?, Void)? {
    switch bound {
    case .unboundedPreceding: (nil, ())
    case .currentDataPoint: (0, ())
    case .preceding(let count): rows(count, named).map { ($0, ()) }
    case .following(let count): rows(count, named).map { (-$0, ()) }
    case .unboundedFollowing: nil
    }
  }

  private func rowsAfter(
    _ bound: AnalyticCall.Bound,
    _ named: ValueExpression?
  ) -> (rows: Int?, Void)? {
    switch bound {
    case .unboundedFollowing: (nil, ())
    case .currentDataPoint: (0, ())
    case .following(let count): rows(count, named).map { ($0, ()) }
    case .preceding(let count): rows(count, named).map { (-$0, ()) }
    case .unboundedPreceding: nil
    }
  }

  private func rows(_ count: CountReference, _ named: ValueExpression?) -> Int? {
    guard case .constant(let constant) = count else { return named.flatMap(whole) }
    return constant.count
  }

  /// The whole number that a value is whatever the data are: a constant, or a scalar result made of constants.
  private func whole(_ value: ValueExpression) -> Int? {
    switch value.node {
    case .constant(.integer(let sign, let digits)):
      return Int(digits).map { sign == .minus ? -$0 : $0 }
    case .cast(let operand, mask: nil, _): return whole(operand)
    case .scalar(let name): return compiler.scalar(name).flatMap(whole)
    case .operation(.unary(.minus), let arguments):
      return (arguments.first ?? nil).flatMap(whole).map { -$0 }
    case .operation(.binary(let operation), let arguments):
      let numbers = arguments.compactMap { $0.flatMap(whole) }
      guard numbers.count == 2 else { return nil }
      let result: (partialValue: Int, overflow: Bool)
      switch operation {
      case .add: result = numbers[0].addingReportingOverflow(numbers[1])
      case .subtract: result = numbers[0].subtractingReportingOverflow(numbers[1])
      case .multiply: result = numbers[0].multipliedReportingOverflow(by: numbers[1])
      default: return nil
      }
      return result.overflow ? nil : result.partialValue
    default: return nil
    }
  }
}

extension AnalyticCall.Bound {
  /// How many data points or units of the order away the bound is, where it says so.
  var count: CountReference? {
    switch self {
    case .preceding(let count), .following(let count): count
    case .currentDataPoint, .unboundedPreceding, .unboundedFollowing: nil
    }
  }
}

extension ScalarType {
  /// Whether the distance of two values is a number.
  fileprivate var hasDistances: Bool {
    switch self {
    case .integer, .number, .date, .timePeriod: true
    case .string, .boolean, .duration, .time, .scalar: false
    }
  }
}

extension Constant {
  /// A whole number.
  fileprivate var count: Int? {
    guard case .integer(let sign, let digits) = value else { return nil }
    return Int(digits).map { sign == .minus ? -$0 : $0 }
  }
}
