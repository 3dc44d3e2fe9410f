// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Sets of data points, choices between datasets, and turning identifiers into measures and back.
extension PlanCompiler {
  /// Data points are the same where their identifiers are.
  mutating func set(
    _ word: Keyword,
    _ operands: [DatasetExpression],
    _ structure: DatasetStructure
  ) throws -> Plan {
    var plans: [Plan] = []
    for operand in operands { plans.append(try plan(operand).arranged(as: structure)) }
    guard let first = plans.first else { throw unsupported(word.rawValue) }
    let keys = structure.identifiers.map { JoinKey($0.name, $0.name) }
    switch word {
    case .intersect:
      return try plans.dropFirst().reduce(first) { try $0.intersect($1, by: keys) }
    case .setdiff:
      return try plans.dropFirst().reduce(first) { try $0.except($1, by: keys) }
    case .symdiff:
      guard let last = plans.last else { return first }
      let (first, second) = (stored(first), stored(last))
      return try .union(first.except(second, by: keys), second.except(first, by: keys))
    default:
      var result = first
      for (index, right) in plans.enumerated().dropFirst() {
        // It is read twice, and within what follows twice again.
        if index > 1 || !first.isTable { result = stored(result) }
        result = try .union(result, right.except(result, by: keys))
      }
      return result
    }
  }

  mutating func existsIn(
    _ left: DatasetExpression,
    _ right: DatasetExpression,
    _ keys: [String],
    _ retain: Bool?,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let flag = hiddenName()
    let found = try plan(right).select(keys).distinct()
      .adding([NamedExpression(flag, true)])
    let test = PlanValue.column(flag).isNotNull
    let columns = structure.components.map { component in
      component.role == .measure
        ? NamedExpression(component.name, test) : NamedExpression(component.name)
    }
    let joined = try plan(left).join(found, .left, on: keys)
    let kept =
      switch retain {
      case true?: try joined.filter(test)
      case false?: try joined.filter(!test)
      case nil: joined
      }
    return try kept.project(columns)
  }

  // MARK: Choices

  /// Each data point of the condition, with the values of the branch that holds for it.
  ///
  /// A branch that has no such data point gives none.
  mutating func choose(
    _ branches: [DatasetBranch],
    _ otherwise: DatasetOrValue,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let keys = structure.identifiers.map(\.name)
    var tests: [PlanValue] = []
    var joined: Plan?
    for branch in branches {
      let name = hiddenName()
      let measure = branch.condition.structure.measures.first?.name ?? ""
      let part = try plan(branch.condition).project(
        keys.map { NamedExpression($0) } + [NamedExpression(name, .column(measure))]
      )
      joined = try joined.map { try $0.join(part, on: keys) } ?? part
      tests.append(.column(name))
    }
    guard var rows = joined else { throw unsupported("if") }
    var values: [(isThere: PlanValue, columns: [String: PlanValue])] = []
    for value in branches.map(\.value) + [otherwise] {
      let (plan, there, columns) = try attach(value, to: rows, keys, structure)
      rows = plan
      values.append((there, columns))
    }
    let presence = PlanValue.choice(
      zip(tests, values).map { ($0, $1.isThere) },
      otherwise: values[values.count - 1].isThere
    )
    let columns = structure.components.map { component in
      if component.role == .identifier { return NamedExpression(component.name) }
      let none = PlanValue.literal(.null(component.type.columnType))
      let value = PlanValue.choice(
        zip(tests, values).map { ($0, $1.columns[component.name] ?? none) },
        otherwise: values[values.count - 1].columns[component.name] ?? none
      )
      return NamedExpression(component.name, value)
    }
    return try rows.filter(presence).project(columns)
  }

  /// The columns of a branch beside the rows of the conditions.
  private mutating func attach(
    _ value: DatasetOrValue,
    to rows: Plan,
    _ keys: [String],
    _ structure: DatasetStructure
  ) throws -> (Plan, isThere: PlanValue, [String: PlanValue]) {
    let dependents = structure.components.filter(\.role.isDependent)
    var columns: [String: PlanValue] = [:]
    switch value {
    case .value(let scalar):
      var values = ValueCompiler(self)
      for component in dependents where component.role == .measure {
        columns[component.name] = try values.value(scalar, as: component.type.columnType)
      }
      return (rows, true, columns)
    case .dataset(let dataset):
      let part = try plan(dataset)
      let flag = hiddenName()
      var named = keys.map { NamedExpression($0) } + [NamedExpression(flag, true)]
      for component in dependents where part.schema[component.name] != nil {
        let name = hiddenName()
        let type = component.type.columnType
        let column = PlanValue.column(component.name)
        let own = part.schema[component.name]?.type
        named.append(NamedExpression(name, column.converted(from: own, to: type)))
        columns[component.name] = .column(name)
      }
      let joined = try rows.join(part.project(named), .left, on: keys)
      return (joined, PlanValue.column(flag).isNotNull, columns)
    }
  }

  // MARK: pivot and unpivot

  mutating func pivot(
    _ operand: DatasetExpression,
    _ identifier: String,
    _ measure: String,
    _ structure: DatasetStructure,
    at place: Place
  ) throws -> Plan {
    let input = try plan(operand)
    let type = operand.structure[identifier]?.type ?? .string
    let column = PlanValue.column(identifier)
    let code: PlanValue =
      switch type {
      case .string, .duration, .scalar: column
      case .timePeriod: TimeCode.text(ofPeriod: column)
      case .time: TimeCode.text(ofInterval: column)
      case .integer, .number, .boolean, .date: column.cast(to: .string)
      }
    if structure.isOpen {
      openPivot = OpenPivot(
        place: place,
        codes: try input.project([NamedExpression("_code", code)]).distinct()
      )
      throw unsupported("pivot")
    }
    let keys = structure.identifiers.map(\.name)
    var aggregates: [NamedAggregate] = []
    var columns = keys.map { NamedExpression($0) }
    for component in structure.measures {
      let isCode = code.equals(.literal(.string(component.name)))
      let value = PlanValue.choice([(isCode, .column(measure))])
      aggregates.append(NamedAggregate(component.name, .maximum(value)))
      columns.append(NamedExpression(component.name))
    }
    var steps: [NamedExpression] = []
    for component in structure.viralAttributes {
      let reduction = try reduction(of: component)
      aggregates += reduction.aggregates
      steps += reduction.steps
      columns.append(NamedExpression(component.name, reduction.value))
    }
    if aggregates.isEmpty { aggregates = [NamedAggregate("_a1", .countRows)] }
    return try input.aggregate(by: keys, aggregates).adding(oneByOne: steps).project(columns)
      .select(structure.names)
  }

  mutating func unpivot(
    _ operand: DatasetExpression,
    _ identifier: String,
    _ measure: String,
    _ structure: DatasetStructure
  ) throws -> Plan {
    let input = try plan(operand)
    let type = structure[measure]?.type.columnType ?? .string
    var parts: [Plan] = []
    for source in operand.structure.measures {
      let columns = structure.components.map { component in
        switch component.name {
        case identifier: NamedExpression(identifier, .literal(.string(source.name)))
        case measure:
          NamedExpression(
            measure,
            PlanValue.column(source.name).converted(from: source.type.columnType, to: type)
          )
        default: NamedExpression(component.name)
        }
      }
      parts.append(
        try input.filter(PlanValue.column(source.name).isNotNull).project(columns)
      )
    }
    guard let first = parts.first else { throw unsupported("unpivot") }
    return try .union(first, Array(parts.dropFirst()))
  }
}

extension Plan {
  /// The columns in the order and with the types of a structure.
  func arranged(as structure: DatasetStructure) throws -> Plan {
    try project(
      structure.components.map { component in
        let type = component.type.columnType
        let column = PlanValue.column(component.name)
        return NamedExpression(
          component.name,
          column.converted(from: schema[component.name]?.type, to: type)
        )
      }
    )
  }
}
