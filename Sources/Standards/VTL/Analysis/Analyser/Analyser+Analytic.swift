// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Operators that see the rows around each row.
extension Analyser {
  mutating func analyse(
    _ call: AnalyticCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetOrValue {
    let name = call.function.rawValue
    if let row = scope.row {
      guard scope.allowsAnalytics else {
        throw problem(VTLDefinitions.misplacedAggregate, ["operator": .text(name)], at: place)
      }
      var inner = scope
      inner.allowsAnalytics = false
      inner.allowsAggregates = false
      let operand =
        try call.operand.map { expression in
          try value(expression, inner, for: name)
        }
      return .value(try analytic(call, operand, row, scope, at: place))
    }
    guard let expression = call.operand else {
      throw problem(VTLDefinitions.componentsOnly, ["operator": .text(name)], at: place)
    }
    let dataset = try dataset(expression, scope, for: name)
    let row = Row(dataset.structure)
    var outputs = keptComponents(of: dataset)
    if call.function == .count {
      let value = try analytic(call, nil, row, scope, at: place)
      let output = DatasetComponent(ScalarType.integer.genericMeasure, .measure, .integer)
      return .dataset(project(dataset, outputs + [(output, value)], at: place))
    }
    if dataset.structure.measures.isEmpty {
      throw problem(VTLDefinitions.noMeasure, ["operator": .text(name)], at: place)
    }
    for measure in dataset.structure.measures {
      let operand = read(measure.name, dataset, at: place)
      let value = try analytic(call, operand, row, scope, at: place)
      outputs.append((measure.with(type: value.type), value))
    }
    return .dataset(project(dataset, outputs, at: place))
  }

  mutating func analytic(
    _ call: AnalyticCall,
    _ operand: ValueExpression?,
    _ row: Row,
    _ scope: Scope,
    at place: Place
  ) throws -> ValueExpression {
    let name = call.function.rawValue
    var value = operand
    let type: ScalarType
    switch call.function {
    case .rank: type = .integer
    case .ratioToReport:
      if let operand { value = try convert(operand, to: .number, for: name) }
      type = .number
    case .firstValue, .lastValue, .lag, .lead: type = operand?.type ?? .scalar
    default:
      guard let function = AggregateFunction(rawValue: name) else {
        throw problem(VTLDefinitions.unknownOperator, ["name": .text(name)], at: place)
      }
      let aggregate = try aggregated(function, operand, at: place)
      if case .aggregate(_, let converted) = aggregate.node { value = converted }
      type = aggregate.type
    }
    let analytic = AnalyticExpression(
      function: call.function,
      operand: value,
      offset: try offset(call, scope),
      defaultValue: try defaultValue(call, type),
      partition: try partition(call, row, scope),
      order: try order(call, row, scope),
      window: call.window,
      from: try limit(call.window?.from, name, scope),
      to: try limit(call.window?.to, name, scope)
    )
    return ValueExpression(
      node: .analytic(analytic),
      type: type,
      isNullable: call.function != .rank && call.function != .count,
      place: place
    )
  }

  func defaultValue(
    _ call: AnalyticCall,
    _ type: ScalarType
  ) throws -> ValueExpression? {
    guard let item = call.defaultValue else { return nil }
    return try convert(try value(of: item), to: type, for: call.function.rawValue)
  }

  mutating func offset(
    _ call: AnalyticCall,
    _ scope: Scope
  ) throws -> ValueExpression? {
    guard let offset = call.offset else { return nil }
    let name = call.function.rawValue
    switch offset {
    case .name(let written): return try count(written, name, scope)
    case .constant(let constant):
      if case .integer(let sign, let digits) = constant.value,
        sign == .minus || digits.allSatisfy({ $0 == "0" })
      {
        throw problem(
          VTLDefinitions.outOfRange,
          ["operator": .text(name), "range": "> 0"],
          at: constant.place
        )
      }
      return value(of: constant)
    }
  }

  /// What a name in a limit of a window stands for.
  private mutating func limit(
    _ bound: AnalyticCall.Bound?,
    _ operation: String,
    _ scope: Scope
  ) throws -> ValueExpression? {
    guard case .name(let written)? = bound?.count else { return nil }
    return try count(written, operation, scope)
  }

  /// The whole number that a name of a scalar stands for.
  private mutating func count(
    _ written: Name,
    _ operation: String,
    _ scope: Scope
  ) throws -> ValueExpression {
    var outer = scope
    outer.row = nil
    let value = try self.value(Expression(.name(written), at: written.place), outer, for: operation)
    return try convert(value, to: .integer, for: operation)
  }

  func partition(
    _ call: AnalyticCall,
    _ row: Row,
    _ scope: Scope
  ) throws -> [String] {
    switch call.partition {
    case .exceptAll: return []
    case nil:
      if call.order.isEmpty { return [] }
      let ordered = try order(call, row, scope).map(\.component)
      return row.structure.identifiers.map(\.name).filter { !ordered.contains($0) }
    case .by(let components): return try identifiers(components, row, scope, "partition by")
    case .except(let components):
      let excepted = try identifiers(components, row, scope, "partition except")
      return row.structure.identifiers.map(\.name).filter { !excepted.contains($0) }
    }
  }

  func order(
    _ call: AnalyticCall,
    _ row: Row,
    _ scope: Scope
  ) throws -> [AnalyticExpression.Order] {
    var order: [AnalyticExpression.Order] = []
    for item in call.order {
      let name = try column(item.component, row, scope)
      guard let component = row.structure[name] else {
        throw unknownComponent(item.component.name, row)
      }
      order.append(
        .init(component: name, type: component.type, isDescending: item.direction == .desc)
      )
    }
    return order
  }
}
