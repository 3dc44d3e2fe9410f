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

  private mutating func combine(
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

  private func resultType(
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
  private func sharedType(
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

  // MARK: Datasets

  /// An operator on the measures of one dataset, or on the measures of the same names of two.
  private func lift(
    _ operation: ScalarOperator,
    _ signature: OperatorSignature,
    _ arguments: [DatasetOrValue?],
    _ values: [ValueExpression?],
    _ indices: [Int],
    at place: Place
  ) throws -> DatasetExpression {
    let name = operation.spelling
    var datasets: [DatasetExpression] = []
    for index in indices {
      if case .dataset(let dataset)? = arguments[index] { datasets.append(dataset) }
    }
    for dataset in datasets { try checkMeasures(dataset, signature, name, at: dataset.place) }
    let base = datasets.count == 1 ? datasets[0] : try pair(datasets, name, at: place)
    var outputs = keptComponents(of: base)
    for measure in datasets[0].structure.measures {
      var row = values
      for (position, index) in indices.enumerated() {
        let column = datasets.count == 1 ? measure.name : "\(position)#\(measure.name)"
        row[index] = read(column, base, at: datasets[position].place)
      }
      let value = try apply(operation, signature, row, at: place)
      let output = signature.changesType ? value.type.genericMeasure : measure.name
      outputs.append((measure.renamed(output).with(type: value.type), value))
    }
    return project(base, outputs, at: place)
  }

  /// A column of a dataset as a value of its row.
  func read(_ column: String, _ dataset: DatasetExpression, at place: Place) -> ValueExpression {
    let component = dataset.structure[column]
    return ValueExpression(
      node: .component(column),
      type: component?.type ?? .scalar,
      isNullable: component?.isNullable ?? true,
      place: place
    )
  }

  private func checkMeasures(
    _ dataset: DatasetExpression,
    _ signature: OperatorSignature,
    _ name: String,
    at place: Place
  ) throws {
    let measures = dataset.structure.measures
    if dataset.structure.isOpen {
      throw problem(VTLDefinitions.openStructure, ["component": .text(name)], at: place)
    }
    if measures.isEmpty {
      throw problem(VTLDefinitions.noMeasure, ["operator": .text(name)], at: place)
    }
    if signature.changesType || signature.isSingleMeasure, measures.count != 1 {
      throw problem(
        VTLDefinitions.oneMeasure,
        ["operator": .text(name), "count": .count(measures.count)],
        at: place
      )
    }
  }

  /// The identifiers and viral attributes of a dataset, as they are.
  func keptComponents(
    of dataset: DatasetExpression
  ) -> [(DatasetComponent, ValueExpression)] {
    (dataset.structure.identifiers + dataset.structure.viralAttributes).map {
      ($0, read($0.name, dataset, at: dataset.place))
    }
  }

  /// A dataset of computed columns: identifiers first, then measures, then attributes.
  func project(
    _ dataset: DatasetExpression,
    _ outputs: [(DatasetComponent, ValueExpression)],
    at place: Place
  ) -> DatasetExpression {
    let roles: [[ComponentRole]] = [[.identifier], [.measure], [.attribute, .viralAttribute]]
    let ordered = roles.flatMap { group in outputs.filter { group.contains($0.0.role) } }
    return DatasetExpression(
      node: .project(dataset, ordered.map { ProjectedComponent(name: $0.0.name, value: $0.1) }),
      structure: DatasetStructure(ordered.map { $0.0.with(isNullable: $0.1.isNullable) }),
      place: place
    )
  }

  // MARK: Two datasets

  /// Two datasets whose rows meet by their common identifiers.
  ///
  /// The measures of the left stand as `0#name`, those of the right as `1#name`.
  func pair(
    _ datasets: [DatasetExpression],
    _ name: String,
    at place: Place
  ) throws -> DatasetExpression {
    let (left, right) = (datasets[0], datasets[1])
    let leftMeasures = left.structure.measures.map(\.name)
    guard Set(leftMeasures) == Set(right.structure.measures.map(\.name)) else {
      throw problem(
        VTLDefinitions.measuresDiffer,
        [
          "operator": .text(name), "left": .text(leftMeasures.joined(separator: ", ")),
          "right": .text(right.structure.measures.map(\.name).joined(separator: ", ")),
        ],
        at: place
      )
    }
    let keys = try commonIdentifiers(left, right, name, at: place)
    let isLeftWider = left.structure.identifiers.count >= right.structure.identifiers.count
    let wider = isLeftWider ? 0 : 1
    var columns: [(DatasetComponent, Combination.Column)] = []
    for identifier in datasets[wider].structure.identifiers {
      columns.append((identifier, .of(identifier.name, [(wider, identifier.name)])))
    }
    for (index, dataset) in datasets.enumerated() {
      for measure in dataset.structure.measures {
        let column = "\(index)#\(measure.name)"
        columns.append((measure.renamed(column), .of(column, [(index, measure.name)])))
      }
    }
    columns += viralColumns(datasets)
    return combination(.inner, datasets, ["0", "1"], keys: keys, columns, at: place)
  }

  /// The viral attributes of several datasets, each once.
  func viralColumns(
    _ datasets: [DatasetExpression]
  ) -> [(DatasetComponent, Combination.Column)] {
    var columns: [(DatasetComponent, Combination.Column)] = []
    for (index, dataset) in datasets.enumerated() {
      for attribute in dataset.structure.viralAttributes {
        if columns.contains(where: { $0.0.name == attribute.name }) { continue }
        let sources = datasets.enumerated().filter {
          $0.element.structure[attribute.name]?.role == .viralAttribute && $0.offset >= index
        }
        let list = sources.map { ($0.offset, attribute.name) }
        columns.append((attribute, .of(attribute.name, list, isPropagated: list.count > 1)))
      }
    }
    return columns
  }

  func combination(
    _ kind: Combination.Kind,
    _ datasets: [DatasetExpression],
    _ aliases: [String],
    keys: [String],
    _ columns: [(DatasetComponent, Combination.Column)],
    at place: Place
  ) -> DatasetExpression {
    DatasetExpression(
      node: .combine(
        Combination(
          kind: kind,
          operands: zip(aliases, datasets).map { .init(alias: $0, dataset: $1) },
          keys: keys,
          columns: columns.map(\.1)
        )
      ),
      structure: DatasetStructure(columns.map(\.0)),
      place: place
    )
  }

  /// The identifiers that both datasets have; one of them must have all of the other's.
  func commonIdentifiers(
    _ left: DatasetExpression,
    _ right: DatasetExpression,
    _ name: String,
    at place: Place
  ) throws -> [String] {
    let first = left.structure.identifierNames
    let second = right.structure.identifierNames
    guard first.isSubset(of: second) || second.isSubset(of: first) else {
      throw problem(
        VTLDefinitions.identifiersDiffer,
        [
          "operator": .text(name),
          "left": .text(left.structure.identifiers.map(\.name).joined(separator: ", ")),
          "right": .text(right.structure.identifiers.map(\.name).joined(separator: ", ")),
        ],
        at: place
      )
    }
    let keys = left.structure.identifiers.map(\.name).filter(second.contains)
    try checkKeyTypes(keys, left, right, at: place)
    return keys
  }

  func checkKeyTypes(
    _ keys: [String],
    _ left: DatasetExpression,
    _ right: DatasetExpression,
    at place: Place
  ) throws {
    for key in keys {
      guard let first = left.structure[key], let second = right.structure[key] else { continue }
      if first.type.common(with: second.type) == nil {
        throw typesDiffer(key, first.type, second.type, at: place)
      }
    }
  }

  // MARK: Sets of values

  /// `in` and `not_in`.
  private func membership(
    _ operand: DatasetOrValue,
    _ isNegated: Bool,
    _ set: ValueSet,
    at place: Place
  ) throws -> DatasetOrValue {
    let name = isNegated ? Keyword.notIn.rawValue : Keyword.in.rawValue
    switch operand {
    case .value(let value): return .value(try membership(value, isNegated, set, name, at: place))
    case .dataset(let dataset):
      let signature = OperatorSignature(
        [.alike],
        gives: .fixed(.boolean),
        changesType: true
      )
      try checkMeasures(dataset, signature, name, at: dataset.place)
      let measure = dataset.structure.measures[0]
      let value = read(measure.name, dataset, at: dataset.place)
      let test = try membership(value, isNegated, set, name, at: place)
      let output = DatasetComponent(ScalarType.boolean.genericMeasure, .measure, .boolean)
      return .dataset(project(dataset, keptComponents(of: dataset) + [(output, test)], at: place))
    }
  }

  private func membership(
    _ value: ValueExpression,
    _ isNegated: Bool,
    _ set: ValueSet,
    _ name: String,
    at place: Place
  ) throws -> ValueExpression {
    let node: ValueExpression.Node
    switch set {
    case .domain(let domain):
      guard let known = environment.domains[domain.text] else { throw unknownDomain(domain) }
      guard known.type.common(with: value.type) != nil else {
        throw typesDiffer(name, value.type, known.type, at: place)
      }
      node = .inDomain(value, isNegated: isNegated, domain.text)
    case .list(let items):
      var type = value.type
      var values: [ValueExpression] = []
      for item in items {
        let element = try self.value(of: item)
        let isLiteralTime = element.isText && (type.isTemporal || type == .duration)
        guard let common = isLiteralTime ? type : type.common(with: element.type) else {
          throw typesDiffer(name, type, element.type, at: element.place)
        }
        type = common
        values.append(element)
      }
      var converted: [ValueExpression] = []
      for element in values { converted.append(try convert(element, to: type, for: name)) }
      node = .inList(
        try convert(value, to: type, for: name),
        isNegated: isNegated,
        converted
      )
    }
    return ValueExpression(
      node: node,
      type: .boolean,
      isNullable: value.isNullable,
      place: place
    )
  }

  func unknownDomain(_ name: Name) -> Diagnostic {
    problem(
      VTLDefinitions.unknownDomain,
      ["name": .text(name.text)],
      at: name.place,
      suggestion: NearestName.of(name.text, among: environment.domains.keys)
    )
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
