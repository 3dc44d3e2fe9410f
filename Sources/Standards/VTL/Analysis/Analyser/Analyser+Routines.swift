// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// `cast` and `eval`.
extension Analyser {
  mutating func analyse(
    _ call: CastCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetOrValue {
    let type = try scalarType(call.target)
    switch try analyse(call.operand, scope) {
    case .value(let value): return .value(try cast(value, to: type, mask: call.mask, at: place))
    case .dataset(let dataset):
      let measures = dataset.structure.measures
      guard measures.count == 1 else {
        throw problem(
          VTLDefinitions.oneMeasure,
          ["operator": "cast", "count": .count(measures.count)],
          at: dataset.place
        )
      }
      let operand = read(measures[0].name, dataset, at: place)
      let value = try cast(operand, to: type, mask: call.mask, at: place)
      let name = type == measures[0].type ? measures[0].name : type.genericMeasure
      let output = measures[0].renamed(name).with(type: type)
      return .dataset(project(dataset, keptComponents(of: dataset) + [(output, value)], at: place))
    }
  }

  func scalarType(_ name: TypeName) throws -> ScalarType {
    switch name {
    case .basic(let basic): return ScalarType(basic)
    case .domain(let domain):
      guard let known = environment.domains[domain.text] else { throw unknownDomain(domain) }
      return known.type
    }
  }

  func cast(
    _ value: ValueExpression,
    to type: ScalarType,
    mask: Constant?,
    at place: Place
  ) throws -> ValueExpression {
    let conversion = CastTable.conversion(from: value.type, to: type)
    var text: String?
    if case .string(let written)? = mask?.value { text = written }
    guard conversion != .impossible, text == nil || conversion == .optionalMask else {
      throw problem(
        text == nil || conversion == .impossible
          ? VTLDefinitions.castImpossible : VTLDefinitions.maskUnused,
        ["from": .text(value.type.rawValue), "to": .text(type.rawValue)],
        at: place
      )
    }
    return ValueExpression(
      node: .cast(value, mask: text, isImplicit: false),
      type: type,
      isNullable: value.isNullable,
      place: place
    )
  }

  // MARK: eval

  mutating func analyse(
    _ call: EvalCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetOrValue {
    var arguments: [RoutineCall.Argument] = []
    for argument in call.arguments {
      switch argument {
      case .scalar(let item): arguments.append(.value(try value(of: item)))
      case .component(let name):
        if scope.row != nil {
          arguments.append(.value(try component(name, scope)))
          continue
        }
        let expression = Expression(.name(name.name), at: name.place)
        switch try analyse(expression, scope) {
        case .dataset(let dataset): arguments.append(.dataset(dataset))
        case .value(let value): arguments.append(.value(value))
        }
      }
    }
    var language: String?
    if case .string(let text)? = call.language?.value { language = text }
    let routine = RoutineCall(
      routine: call.routine.text,
      language: language,
      arguments: arguments
    )
    guard let result = call.result else {
      throw problem(
        VTLDefinitions.resultUnknown,
        ["routine": .text(call.routine.text)],
        at: place
      )
    }
    return try self.result(result, routine, scope, at: place)
  }

  private func result(
    _ result: ResultType,
    _ routine: RoutineCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetOrValue {
    let type: ScalarType
    switch result {
    case .scalar(let syntax): type = try scalarType(syntax.name)
    case .component(let syntax):
      type = try syntax.type.map { type in try scalarType(type.name) } ?? .scalar
    case .dataset(let syntax):
      return .dataset(
        DatasetExpression(
          node: .routine(routine),
          structure: try structure(syntax, routine.routine, at: place),
          place: place
        )
      )
    }
    return .value(
      ValueExpression(node: .routine(routine), type: type, isNullable: true, place: place)
    )
  }

  /// The structure that a type describes; each component must have its name.
  private func structure(
    _ syntax: DatasetTypeSyntax,
    _ routine: String,
    at place: Place
  ) throws -> DatasetStructure {
    var components: [DatasetComponent] = []
    for constraint in syntax.components {
      guard case .component(let name) = constraint.target,
        let role = ComponentRole(rawValue: constraint.type.role.rawValue)
      else {
        throw problem(VTLDefinitions.resultUnknown, ["routine": .text(routine)], at: place)
      }
      let type =
        try constraint.type.type.map { type in try scalarType(type.name) }
      components.append(
        DatasetComponent(
          name.name.text,
          role,
          type ?? .scalar,
          isNullable: constraint.type.type?.nullability != .notNull
        )
      )
    }
    if components.isEmpty {
      throw problem(VTLDefinitions.resultUnknown, ["routine": .text(routine)], at: place)
    }
    return DatasetStructure(components)
  }
}
