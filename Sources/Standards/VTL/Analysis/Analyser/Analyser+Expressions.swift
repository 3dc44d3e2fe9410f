// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Expressions of every kind, and the smallest of them.
extension Analyser {
  mutating func analyse(
    _ expression: Expression,
    _ scope: Scope
  ) throws -> DatasetOrValue {
    let place = expression.place
    depth += 1
    defer { depth -= 1 }
    guard depth <= Analyser.depthLimit else {
      throw problem(
        VTLDefinitions.tooDeep,
        ["limit": .count(Analyser.depthLimit)],
        at: place
      )
    }
    switch expression.node {
    case .constant(let constant): return .value(value(of: constant))
    case .name(let name): return try analyse(name, scope)
    case .parenthesised(let inner): return try analyse(inner, scope)
    case .unary(let operation, let operand):
      let value = try analyse(operand, scope)
      return try apply(.unary(operation), [value], at: place)
    case .binary, .inSet: return try analyseOperators(expression, scope)
    case .membership, .clause: return try analysePostfix(expression, scope)
    case .conditional(let condition, let value, let otherwise):
      return try analyseChoice(
        [ChoiceBranch(condition: condition, value: value)],
        otherwise,
        scope,
        at: place
      )
    case .choice(let branches, let otherwise):
      return try analyseChoice(branches, otherwise, scope, at: place)
    case .call(let call): return try analyse(call, scope, at: place)
    case .stringDistance(let call):
      let operands = [try analyse(call.left, scope), try analyse(call.right, scope)]
      return try apply(.stringDistance(call.method), operands, at: place)
    case .userCall(let call): return try analyse(call, scope, at: place)
    case .cast(let call): return try analyse(call, scope, at: place)
    case .timeAggregation(let call): return try analyse(call, scope, at: place)
    case .aggregate(let call): return try analyse(call, scope, at: place)
    case .analytic(let call): return try analyse(call, scope, at: place)
    case .eval(let call): return try analyse(call, scope, at: place)
    case .join, .existsIn, .fillTimeSeries, .hierarchy, .checkHierarchy, .checkDatapoint, .check:
      return .dataset(try analyseDatasetOperator(expression, scope))
    }
  }

  /// Operators that take datasets and give one.
  mutating func analyseDatasetOperator(
    _ expression: Expression,
    _ scope: Scope
  ) throws -> DatasetExpression {
    let place = expression.place
    guard scope.row == nil else {
      throw problem(VTLDefinitions.datasetsOnly, ["operator": "…"], at: place)
    }
    switch expression.node {
    case .join(let call): return try analyse(call, scope, at: place)
    case .existsIn(let call): return try analyse(call, scope, at: place)
    case .fillTimeSeries(let call): return try analyse(call, scope, at: place)
    case .hierarchy(let call): return try analyse(call, scope, at: place)
    case .checkHierarchy(let call): return try analyse(call, scope, at: place)
    case .checkDatapoint(let call): return try analyse(call, scope, at: place)
    case .check(let call): return try analyse(call, scope, at: place)
    default: throw problem(VTLDefinitions.datasetExpected, ["operator": "…"], at: place)
    }
  }

  // MARK: What is expected

  /// An expression that must be a dataset.
  mutating func dataset(
    _ expression: Expression,
    _ scope: Scope,
    for operation: String
  ) throws -> DatasetExpression {
    switch try analyse(expression, scope) {
    case .dataset(let dataset): return dataset
    case .value:
      throw problem(
        VTLDefinitions.datasetExpected,
        ["operator": .text(operation)],
        at: expression.place
      )
    }
  }

  /// An expression that must be a value: a scalar, or a component of the row.
  mutating func value(
    _ expression: Expression,
    _ scope: Scope,
    for operation: String
  ) throws -> ValueExpression {
    switch try analyse(expression, scope) {
    case .value(let value): return value
    case .dataset:
      throw problem(
        VTLDefinitions.valueExpected,
        ["operator": .text(operation)],
        at: expression.place
      )
    }
  }

  /// A condition of a row.
  mutating func condition(
    _ expression: Expression,
    _ scope: Scope,
    for operation: String
  ) throws -> ValueExpression {
    let value = try value(expression, scope, for: operation)
    return try convert(value, to: .boolean, for: operation)
  }

  // MARK: Constants

  func value(of constant: Constant) -> ValueExpression {
    let type: ScalarType =
      switch constant.value {
      case .integer: .integer
      case .number: .number
      case .boolean: .boolean
      case .string: .string
      case .null: .scalar
      }
    return ValueExpression(
      node: .constant(constant.value),
      type: type,
      isNullable: constant.value == .null,
      place: constant.place
    )
  }

  func value(of item: ScalarItem) throws -> ValueExpression {
    switch item {
    case .constant(let constant): return value(of: constant)
    case .cast(let constant, let type, let mask):
      return try cast(value(of: constant), to: ScalarType(type), mask: mask, at: constant.place)
    }
  }

  /// A value as another type, with a conversion where one is needed.
  ///
  /// A text written in the script stands for a time or a duration where one is expected, for these
  /// types have no literals of their own.
  func convert(
    _ value: ValueExpression,
    to type: ScalarType,
    for operation: String
  ) throws -> ValueExpression {
    if value.type == type || type == .scalar { return value }
    let isLiteralTime =
      value.isText && (type.isTemporal || type == .duration)
    guard value.type.converts(to: type) || isLiteralTime else {
      throw problem(
        VTLDefinitions.typeMismatch,
        [
          "operator": .text(operation), "expected": .text(type.rawValue),
          "actual": .text(value.type.rawValue),
        ],
        at: value.place
      )
    }
    return ValueExpression(
      node: .cast(value, mask: nil, isImplicit: true),
      type: type,
      isNullable: value.isNullable,
      place: value.place
    )
  }
}

extension Row {
  /// The one component whose name differs from another only in capital letters, which do not count.
  ///
  /// - Source: VTL 2.2 user manual, "The artefact names": regular names are case insensitive.
  func nameInOtherCase(_ name: String) -> String? { structure.names.oneInOtherCase(than: name) }

  /// Whether a name means something in the row, be it ambiguous.
  func holds(_ name: String) -> Bool {
    if columns[name] != nil || substitutes[name] != nil { return true }
    if isClosed { return false }
    return structure[name] != nil || !candidates(name).isEmpty || nameInOtherCase(name) != nil
  }
}

extension ValueExpression {
  /// Whether the value is a text written in the script.
  var isText: Bool {
    if case .constant(.string) = node { true } else { false }
  }

  func placed(at place: Place) -> ValueExpression {
    ValueExpression(node: node, type: type, isNullable: isNullable, place: place)
  }
}

extension Sequence<String> {
  /// The one name that differs from another only in capital letters; `nil` where there are several.
  func oneInOtherCase(than name: String) -> String? {
    let lowered = name.lowercased()
    let matches = filter { $0.utf8.count == lowered.utf8.count && $0.lowercased() == lowered }
    return matches.count == 1 ? matches[0] : nil
  }
}
