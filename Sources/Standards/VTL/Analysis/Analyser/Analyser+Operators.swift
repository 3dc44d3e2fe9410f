// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Operators of the table of signatures, on values and on datasets.
extension Analyser {
  /// A chain of operators between operands; its left operands are walked in a loop.
  mutating func analyseOperators(
    _ expression: Expression,
    _ scope: Scope
  ) throws -> DatasetOrValue {
    var chain: [Expression] = []
    var first = expression
    spine: while true {
      switch first.node {
      case .binary(let left, _, _, _), .inSet(let left, _, _):
        chain.append(first)
        first = left
      default: break spine
      }
    }
    var result = try analyse(first, scope)
    for link in chain.reversed() { result = try combine(result, link, scope) }
    return result
  }

  mutating func combine(
    _ left: DatasetOrValue,
    _ link: Expression,
    _ scope: Scope
  ) throws -> DatasetOrValue {
    switch link.node {
    case .binary(_, let operation, _, let right):
      return try apply(.binary(operation), [left, try analyse(right, scope)], at: link.place)
    case .inSet(_, let isNegated, let set):
      return try membership(left, isNegated, set, at: link.place)
    default: return left
    }
  }

  mutating func analyse(
    _ call: FunctionCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetOrValue {
    switch call.function {
    case .union, .intersect, .setdiff, .symdiff:
      return .dataset(try analyseSet(call, scope, at: place))
    case .flowToStock, .stockToFlow: return .dataset(try analyseFlow(call, scope, at: place))
    case .timeshift: return .dataset(try analyseTimeshift(call, scope, at: place))
    case .periodIndicator: return try analysePeriodIndicator(call, scope, at: place)
    default: break
    }
    var arguments: [DatasetOrValue?] = []
    for argument in call.arguments {
      if let expression = argument.expression {
        arguments.append(try analyse(expression, scope))
      } else {
        arguments.append(nil)
      }
    }
    if call.function == .nvl { return try analyseNvl(arguments, at: place) }
    return try apply(.function(call.function), arguments, at: place)
  }

  // MARK: Values

  /// An operator on values, on a dataset, or on two.
  func apply(
    _ operation: ScalarOperator,
    _ arguments: [DatasetOrValue?],
    at place: Place
  ) throws -> DatasetOrValue {
    guard let signature = OperatorSignature.of(operation) else {
      throw problem(
        VTLDefinitions.unknownOperator,
        ["name": .text(operation.spelling)],
        at: place
      )
    }
    var values: [ValueExpression?] = []
    var datasets: [Int] = []
    for (index, argument) in arguments.enumerated() {
      switch argument {
      case nil: values.append(nil)
      case .value(let value): values.append(value)
      case .dataset(let dataset):
        guard index < signature.datasets else {
          throw problem(
            VTLDefinitions.valueExpected,
            ["operator": .text(operation.spelling)],
            at: dataset.place
          )
        }
        datasets.append(index)
        values.append(nil)
      }
    }
    if datasets.isEmpty { return .value(try apply(operation, signature, values, at: place)) }
    return .dataset(
      try lift(operation, signature, arguments, values, datasets, at: place)
    )
  }

  /// An operator on values, whose types are checked and converted.
  func apply(
    _ operation: ScalarOperator,
    _ signature: OperatorSignature,
    _ arguments: [ValueExpression?],
    at place: Place
  ) throws -> ValueExpression {
    let name = operation.spelling
    var converted: [ValueExpression?] = []
    let shared = try sharedType(signature, arguments, name, at: place)
    for (index, accepted) in signature.parameters.enumerated() {
      guard index < arguments.count, let argument = arguments[index] else {
        converted.append(nil)
        continue
      }
      switch accepted {
      case .one(.number) where argument.type == .integer && signature.result.keepsIntegers:
        converted.append(argument)
      case .one(let type): converted.append(try convert(argument, to: type, for: name))
      case .alike: converted.append(try convert(argument, to: shared, for: name))
      case .temporal: converted.append(try temporal(argument, name))
      }
    }
    let given = converted.compactMap(\.self)
    let isNeverNull = operation == .function(.isnull) || operation == .function(.currentDate)
    return ValueExpression(
      node: .operation(operation, converted),
      type: resultType(signature, given, shared),
      isNullable: !isNeverNull && given.contains(where: \.isNullable),
      place: place
    )
  }

  func resultType(
    _ signature: OperatorSignature,
    _ arguments: [ValueExpression],
    _ shared: ScalarType
  ) -> ScalarType {
    switch signature.result {
    case .fixed(let type): type
    case .numeric: arguments.allSatisfy { $0.type == .integer } ? .integer : .number
    case .rounded:
      arguments.count < 2 || arguments[0].type == .integer ? .integer : .number
    case .common: shared
    }
  }

  /// The type that all arguments share that must be alike.
  func sharedType(
    _ signature: OperatorSignature,
    _ arguments: [ValueExpression?],
    _ name: String,
    at place: Place
  ) throws -> ScalarType {
    var shared = ScalarType.scalar
    var texts: [ValueExpression] = []
    for (accepted, argument) in zip(signature.parameters, arguments) where accepted == .alike {
      guard let argument else { continue }
      if argument.isText {
        texts.append(argument)
        continue
      }
      guard let common = shared.common(with: argument.type) else {
        throw typesDiffer(name, shared, argument.type, at: place)
      }
      shared = common
    }
    if !texts.isEmpty, !shared.isTemporal, shared != .duration {
      guard let common = shared.common(with: .string) else {
        throw typesDiffer(name, shared, .string, at: place)
      }
      shared = common
    }
    return shared
  }

  func typesDiffer(
    _ name: String,
    _ left: ScalarType,
    _ right: ScalarType,
    at place: Place
  ) -> Diagnostic {
    problem(
      VTLDefinitions.typesDiffer,
      [
        "operator": .text(name), "left": .text(left.rawValue), "right": .text(right.rawValue),
      ],
      at: place
    )
  }

  func temporal(
    _ value: ValueExpression,
    _ name: String
  ) throws -> ValueExpression {
    if value.type.isTemporal || value.type == .scalar { return value }
    return try convert(value, to: .time, for: name)
  }
}

extension Combination.Column {
  static func of(
    _ name: String,
    _ sources: [(Int, String)],
    defaultValue: Constant.Value? = nil,
    isPropagated: Bool = false
  ) -> Combination.Column {
    Combination.Column(
      name: name,
      sources: sources.map { .init(operand: $0.0, component: $0.1) },
      defaultValue: defaultValue,
      isPropagated: isPropagated
    )
  }
}

extension DatasetComponent {
  func with(isNullable: Bool) -> DatasetComponent {
    DatasetComponent(name, role, type, domain: domain, isNullable: isNullable)
  }
}
