// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Operators on values, spelt with the functions of plans.
extension ValueCompiler {
  mutating func operation(
    _ operation: ScalarOperator,
    _ arguments: [ValueExpression?],
    _ type: ScalarType
  ) throws -> PlanValue {
    var isComparison = false
    if case .binary(let binary) = operation {
      isComparison = binary.isComparison
      if let chain = try chain(binary, arguments) { return chain }
    }
    let operandType = isComparison ? comparedType(arguments) : nil
    var values: [PlanValue?] = []
    for argument in arguments {
      guard let argument else {
        values.append(nil)
        continue
      }
      let isWidened = type == .number && argument.type == .integer && !isComparison
      let own: ScalarType = argument.type == .scalar ? (operandType ?? type) : argument.type
      let compiled = try value(argument, as: (isWidened ? .number : own).columnType)
      values.append(argument.type.isTemporal ? shared(compiled, of: argument) : compiled)
    }
    if operation == .function(.currentDate) { return .literal(.date(day: compiler.today)) }
    guard let first = values.first ?? nil else {
      throw PlanCompiler.cannot(operation.spelling)
    }
    switch operation {
    case .unary(.plus): return first
    case .unary(.minus): return .call(.negate, first)
    case .unary(.not): return !first
    case .binary(let binary):
      guard let second = values.last ?? nil else { return first }
      if isComparison, let operandType {
        let bound = arguments.last.flatMap { $0?.constantNumber }
        return compared(binary, first, second, operandType, bound: bound)
      }
      let result = ValueCompiler.binary(binary, first, second)
      guard binary == .divide else { return result }
      return guarded(
        result,
        failing: second.equals(.literal(.double(0))),
        VTLDefinitions.divisionByZero
      )
    case .function(let word): return try function(word, first, values, arguments, type)
    case .stringDistance(let method):
      return distance(method, first, (values.last ?? nil) ?? first)
    }
  }

  /// A long chain of one associative operator as a tree that is as flat as it can be.
  ///
  /// Engines limit how deep an expression may be: DuckDB takes a thousand levels.
  private mutating func chain(
    _ operation: BinaryOperator,
    _ arguments: [ValueExpression?]
  ) throws -> PlanValue? {
    guard [.and, .or, .concatenate].contains(operation), let last = arguments.last ?? nil,
      var left = arguments.first ?? nil
    else { return nil }
    var operands = [last]
    while case .operation(.binary(operation), let inner) = left.node, inner.count == 2,
      let first = inner[0], let second = inner[1]
    {
      operands.append(second)
      left = first
    }
    guard operands.count > 1 else { return nil }
    operands.append(left)
    var values: [PlanValue] = []
    for operand in operands.reversed() {
      values.append(try value(operand, as: operation == .concatenate ? .string : .boolean))
    }
    return .balanced(values, operation)
  }

  private func comparedType(_ arguments: [ValueExpression?]) -> ScalarType? {
    arguments.compactMap { $0?.type }.first { $0 != .scalar }
  }

  /// Compares two values of a type: numbers to fifteen digits, periods within a frequency, durations by
  /// their days.
  private func compared(
    _ operation: BinaryOperator,
    _ left: PlanValue,
    _ right: PlanValue,
    _ type: ScalarType,
    bound: Double?
  ) -> PlanValue {
    let isOrder = operation != .equal && operation != .notEqual
    switch type {
    case .number: return NumberTolerance.compared(operation, left, right, bound: bound)
    case .timePeriod where isOrder, .time where isOrder: return ordered(operation, left, right)
    case .duration where isOrder:
      return ValueCompiler.binary(operation, DurationText.days(left), DurationText.days(right))
    default: return ValueCompiler.binary(operation, left, right)
    }
  }

  static func binary(
    _ operation: BinaryOperator,
    _ left: PlanValue,
    _ right: PlanValue
  ) -> PlanValue {
    switch operation {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    case .concatenate: .call(.concatenate, left, right)
    case .equal: left.equals(right)
    case .notEqual: left.differs(from: right)
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .and: left && right
    case .or: left || right
    case .xor: (left && !right) || (!left && right)
    }
  }

  private func function(
    _ word: Keyword,
    _ first: PlanValue,
    _ values: [PlanValue?],
    _ arguments: [ValueExpression?],
    _ type: ScalarType
  ) throws -> PlanValue {
    let argument = { (index: Int) -> PlanValue? in
      values.indices.contains(index) ? values[index] : nil
    }
    let isInteger = arguments.first??.type == .integer
    switch word {
    case .upper: return .call(.upper, first)
    case .lower: return .call(.lower, first)
    case .trim: return .call(.trim, first)
    case .length: return .call(.length, first)
    case .substr:
      return .call(
        .substring,
        first,
        argument(1) ?? 1,
        argument(2) ?? PlanValue.literal(.integer(2_147_483_647))
      )
    case .replace: return .call(.replace, first, argument(1) ?? "", argument(2) ?? "")
    case .abs: return .call(.absolute, first)
    case .ceil: return isInteger ? first : .call(.roundUp, first).cast(to: .integer)
    case .floor: return isInteger ? first : .call(.roundDown, first).cast(to: .integer)
    case .exp: return .call(.exponential, first)
    case .ln: return logarithm(first)
    case .sqrt:
      let root = PlanValue.call(.squareRoot, first)
      return guarded(root, failing: first < .literal(.double(0)), VTLDefinitions.rootOfNegative)
    case .power: return .call(.power, first, argument(1) ?? .literal(.double(1)))
    case .log:
      let base = argument(1) ?? .literal(.double(10))
      return logarithm(first) / logarithm(base)
    case .round, .trunc: return rounded(word, first, argument(1), isInteger, type)
    case .mod: return modulo(first, argument(1), type)
    case .ltrim: return .call(.trimStart, first)
    case .rtrim: return .call(.trimEnd, first)
    case .matchCharacters: return .call(.matches, first, argument(1) ?? "")
    case .instr:
      return location(first, argument(1) ?? "", argument(2), argument(3))
    case .random:
      // The seed has the same text on every engine.
      let seed = first.cast(to: .decimal(precision: 38, scale: 9)).cast(to: .string)
      let index = (argument(1) ?? 0).cast(to: .string)
      return .choice([
        (first.isNotNull, .call(.uniform, .call(.concatenate, seed, ":", index)))
      ])
    case .nvl: return .call(.coalesce, first, argument(1) ?? first)
    case .isnull: return first.isNull
    case .between:
      guard let low = argument(1), let high = argument(2) else { return first }
      let type = arguments.compactMap { $0?.type }.first { $0 != .scalar } ?? .scalar
      let bounds = arguments.dropFirst().map { $0?.constantNumber }
      return compared(.greaterOrEqual, first, low, type, bound: bounds.first ?? nil)
        && compared(.lessOrEqual, first, high, type, bound: bounds.last ?? nil)
    default: return try timeFunction(word, values, arguments)
    }
  }

  /// Rounding half away from zero, or truncating, at a number of decimals.
  private func rounded(
    _ word: Keyword,
    _ value: PlanValue,
    _ digits: PlanValue?,
    _ isInteger: Bool,
    _ type: ScalarType
  ) -> PlanValue {
    if isInteger, digits == nil { return value }
    let zero = PlanValue.literal(.double(0))
    let number = isInteger ? value.cast(to: .double) : value
    let factor = digits.map {
      PlanValue.call(.power, .literal(.double(10)), $0.cast(to: .double))
    }
    let scaled = factor.map { number * $0 } ?? number
    let half = PlanValue.literal(.double(word == .round ? 0.5 : 0))
    let up = PlanValue.call(.roundDown, scaled + half)
    let down = PlanValue.call(.negate, .call(.roundDown, .call(.negate, scaled) + half))
    let whole = PlanValue.choice([(scaled >= zero, up)], otherwise: down)
    let result = factor.map { whole / $0 } ?? whole
    return type == .integer ? result.cast(to: .integer) : result
  }

  /// The remainder with the sign of the divisor; the value itself where the divisor is zero.
  private func modulo(
    _ value: PlanValue,
    _ divisor: PlanValue?,
    _ type: ScalarType
  ) -> PlanValue {
    guard let divisor else { return value }
    let zero = PlanValue.literal(type == .integer ? .integer(0) : .double(0))
    // Engines give the remainder the sign of the dividend.
    let rest = PlanValue.call(.remainder, value, divisor)
    let isAcross = rest.differs(from: zero) && (rest < zero).differs(from: divisor < zero)
    return .choice(
      [(divisor.equals(zero), value), (isAcross, rest + divisor)],
      otherwise: rest
    )
  }

  /// How far apart two texts are, in characters; by Jaro and Winkler one less their similarity.
  private func distance(_ method: Keyword, _ left: PlanValue, _ right: PlanValue) -> PlanValue {
    switch method {
    case .levenshtein: return PlanValue.call(.levenshtein, left, right).cast(to: .double)
    case .damerauLevenshtein:
      return PlanValue.call(.damerauLevenshtein, left, right).cast(to: .double)
    case .hamming:
      return failing(
        PlanValue.call(.hamming, left, right).cast(to: .double),
        where: PlanValue.call(.length, left).differs(from: .call(.length, right)),
        VTLDefinitions.lengthsDiffer,
        as: .double
      )
    default: return .literal(.double(1)) - .call(.jaroWinkler, left, right)
    }
  }

  private func logarithm(_ value: PlanValue) -> PlanValue {
    guarded(
      .call(.naturalLogarithm, value),
      failing: value <= .literal(.double(0)),
      VTLDefinitions.logarithmOfNonPositive
    )
  }

  /// A value, or a failure where it must not be computed.
  private func guarded(
    _ value: PlanValue,
    failing condition: PlanValue,
    _ definition: DiagnosticDefinition
  ) -> PlanValue {
    let failure = PlanValue.call(.fail, .literal(.string(definition.code.rawValue)))
      .cast(to: .double)
    return .choice([(condition, failure)], otherwise: value)
  }

  /// The place of the n-th appearance of a text from a place on; zero where there is none.
  private func location(
    _ text: PlanValue,
    _ pattern: PlanValue,
    _ start: PlanValue?,
    _ occurrence: PlanValue?
  ) -> PlanValue {
    if let occurrence, occurrence != 1 {
      return .call(.occurrence, text, pattern, start ?? 1, occurrence)
    }
    guard let start, start != 1 else { return .call(.position, text, pattern) }
    let rest = PlanValue.call(.substring, text, start, TimeCode.whole(Int(Int32.max)))
    let place = PlanValue.call(.position, rest, pattern)
    return .choice([(place.equals(0), TimeCode.whole(0))], otherwise: place + start - 1)
  }
}

extension PlanCompiler {
  /// What to say of an operator that no engine can run yet.
  static func cannot(_ operation: String) -> Diagnostic {
    VTLDefinitions.notExecutable.at(nil, ["operator": .text(operation)])
  }
}

extension PlanValue {
  /// Values joined by an associative operator as a tree that is as flat as it can be; `nil` of none.
  static func balanced(_ values: [PlanValue], _ operation: BinaryOperator) -> PlanValue? {
    var values = values
    while values.count > 1 {
      values = stride(from: 0, to: values.count, by: 2).map { index in
        index + 1 < values.count
          ? ValueCompiler.binary(operation, values[index], values[index + 1]) : values[index]
      }
    }
    return values.first
  }
}
