// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Calls of operators that the script defines: the body with the arguments in their places.
extension Analyser {
  mutating func analyse(
    _ call: UserCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetOrValue {
    guard let definition = operators[call.name.text] else {
      throw problem(
        VTLDefinitions.unknownOperator,
        ["name": .text(call.name.text)],
        at: call.name.place,
        suggestion: NearestName.of(
          call.name.text,
          among: Parser.operatorWords + operators.keys
        )
      )
    }
    if scope.calls.contains(call.name.text) {
      let names = scope.calls.drop { $0 != call.name.text } + [call.name.text]
      throw problem(
        VTLDefinitions.cycle,
        ["names": .text(names.joined(separator: " → "))],
        at: call.name.place
      )
    }
    expansions += 1
    guard expansions <= Analyser.expansionLimit else {
      throw problem(
        VTLDefinitions.tooManyCalls,
        ["limit": .count(Analyser.expansionLimit)],
        at: call.name.place
      )
    }
    guard scope.calls.count < Parser.depthLimit / 4 else {
      throw problem(
        VTLDefinitions.tooDeep,
        ["limit": .count(Parser.depthLimit / 4)],
        at: call.name.place
      )
    }
    var inner = Scope()
    inner.bindings = try bindings(definition, call, scope)
    inner.calls = scope.calls + [call.name.text]
    inner.row = scope.row
    inner.allowsAggregates = scope.allowsAggregates
    inner.allowsAnalytics = scope.allowsAnalytics
    let result = try analyse(definition.body, inner)
    return try check(result, definition, at: place)
  }

  // MARK: Arguments

  private mutating func bindings(
    _ definition: OperatorDefinition,
    _ call: UserCall,
    _ scope: Scope
  ) throws -> [String: Scope.Binding] {
    guard call.arguments.count <= definition.parameters.count else {
      throw argumentCount(definition, call)
    }
    var bindings: [String: Scope.Binding] = [:]
    for (index, parameter) in definition.parameters.enumerated() {
      let written =
        index < call.arguments.count ? call.arguments[index].expression : nil
      guard let written else {
        guard let item = parameter.defaultValue else { throw argumentCount(definition, call) }
        bindings[parameter.name.text] = .value(
          .value(try accept(value(of: item), parameter, definition))
        )
        continue
      }
      bindings[parameter.name.text] = try bind(written, parameter, definition, scope)
    }
    return bindings
  }

  private func argumentCount(_ definition: OperatorDefinition, _ call: UserCall) -> Diagnostic {
    let required = definition.parameters.filter { $0.defaultValue == nil }.count
    let most = definition.parameters.count
    return problem(
      VTLDefinitions.argumentCount,
      [
        "operator": .text(definition.name.text),
        "expected": .text(required == most ? "\(most)" : "\(required)…\(most)"),
        "count": .count(call.arguments.count),
      ],
      at: call.name.place
    )
  }

  private mutating func bind(
    _ written: Expression,
    _ parameter: OperatorDefinition.Parameter,
    _ definition: OperatorDefinition,
    _ scope: Scope
  ) throws -> Scope.Binding {
    switch parameter.type {
    case .ruleset:
      guard case .name(let name) = written.node else {
        throw mismatch(parameter, definition, "ruleset", at: written.place)
      }
      if case .ruleset(let outer)? = scope.bindings[name.text] { return .ruleset(outer) }
      return .ruleset(name)
    case .component(let syntax):
      return try bindComponent(written, syntax, parameter, definition, scope)
    case .dataset(let syntax):
      guard case .dataset(let dataset) = try analyse(written, scope) else {
        throw mismatch(parameter, definition, "dataset", at: written.place)
      }
      try check(dataset, syntax, parameter, definition)
      return .value(.dataset(dataset))
    case .scalar:
      switch try analyse(written, scope) {
      case .dataset: throw mismatch(parameter, definition, "scalar", at: written.place)
      case .value(let value):
        return .value(.value(try accept(value, parameter, definition)))
      }
    case .set: throw mismatch(parameter, definition, "set", at: written.place)
    }
  }

  /// A component: by its name beside datasets, as a value within a clause.
  private mutating func bindComponent(
    _ written: Expression,
    _ syntax: ComponentTypeSyntax,
    _ parameter: OperatorDefinition.Parameter,
    _ definition: OperatorDefinition,
    _ scope: Scope
  ) throws -> Scope.Binding {
    if case .name(let name) = written.node {
      if case .component(let outer)? = scope.bindings[name.text] { return .component(outer) }
      if scope.row == nil { return .component(name) }
    }
    guard scope.row != nil, case .value(let value) = try analyse(written, scope) else {
      throw mismatch(parameter, definition, "component", at: written.place)
    }
    guard let type = syntax.type else { return .value(.value(value)) }
    let expected = try scalarType(type.name)
    return .value(.value(try convert(value, to: expected, for: definition.name.text)))
  }

  private func accept(
    _ value: ValueExpression,
    _ parameter: OperatorDefinition.Parameter,
    _ definition: OperatorDefinition
  ) throws -> ValueExpression {
    guard case .scalar(let syntax) = parameter.type else { return value }
    let type = try scalarType(syntax.name)
    if syntax.nullability == .notNull, case .constant(.null) = value.node {
      throw mismatch(parameter, definition, "not null", at: value.place)
    }
    return try convert(value, to: type, for: definition.name.text)
  }

  private func mismatch(
    _ parameter: OperatorDefinition.Parameter,
    _ definition: OperatorDefinition,
    _ expected: String,
    at place: Place
  ) -> Diagnostic {
    problem(
      VTLDefinitions.parameterMismatch,
      [
        "operator": .text(definition.name.text), "parameter": .text(parameter.name.text),
        "expected": .text(expected),
      ],
      at: place
    )
  }

  // MARK: Datasets

  /// Checks a dataset against what a parameter says of its components.
  private func check(
    _ dataset: DatasetExpression,
    _ syntax: DatasetTypeSyntax,
    _ parameter: OperatorDefinition.Parameter,
    _ definition: OperatorDefinition
  ) throws {
    var free = dataset.structure.components
    for constraint in syntax.components {
      guard case .component(let name) = constraint.target else { continue }
      guard let position = free.firstIndex(where: { $0.name == name.name.text }),
        try fits(free[position], constraint.type)
      else {
        throw mismatch(parameter, definition, name.name.text, at: dataset.place)
      }
      free.remove(at: position)
    }
    for constraint in syntax.components {
      guard case .several(let sign) = constraint.target else { continue }
      var matching: [Int] = []
      for index in free.indices where try fits(free[index], constraint.type) {
        matching.append(index)
      }
      let isEnough = sign == .times || !matching.isEmpty
      guard isEnough else {
        throw mismatch(
          parameter,
          definition,
          constraint.type.role.rawValue,
          at: dataset.place
        )
      }
      let taken = sign == nil ? Array(matching.prefix(1)) : matching
      for index in taken.reversed() { free.remove(at: index) }
    }
    if !syntax.components.isEmpty, let left = free.first(where: { $0.role == .measure }) {
      throw mismatch(parameter, definition, "≠ \(left.name)", at: dataset.place)
    }
  }

  private func fits(
    _ component: DatasetComponent,
    _ syntax: ComponentTypeSyntax
  ) throws -> Bool {
    if syntax.role != .component, syntax.role.rawValue != component.role.rawValue { return false }
    guard let type = syntax.type else { return true }
    return component.type.converts(to: try scalarType(type.name))
  }

  // MARK: Result

  private func check(
    _ result: DatasetOrValue,
    _ definition: OperatorDefinition,
    at place: Place
  ) throws -> DatasetOrValue {
    let name = definition.name.text
    switch (definition.result, result) {
    case (nil, _), (.dataset, .dataset): return result
    case (.scalar(let syntax), .value(let value)):
      return .value(try convert(value.placed(at: place), to: scalarType(syntax.name), for: name))
    case (.component(let syntax), .value(let value)):
      guard let type = syntax.type else { return result }
      return .value(try convert(value.placed(at: place), to: scalarType(type.name), for: name))
    case (.dataset, .value):
      throw problem(VTLDefinitions.datasetExpected, ["operator": .text(name)], at: place)
    case (_, .dataset):
      throw problem(VTLDefinitions.valueExpected, ["operator": .text(name)], at: place)
    }
  }
}
