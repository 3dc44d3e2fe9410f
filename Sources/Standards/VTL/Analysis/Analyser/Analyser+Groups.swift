// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Aggregates over groups of rows.
extension Analyser {
  /// An aggregate within a clause, or over the measures of a dataset.
  mutating func analyse(
    _ call: AggregateCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetOrValue {
    guard let function = AggregateFunction(rawValue: call.function.rawValue) else {
      throw problem(
        VTLDefinitions.unknownOperator,
        ["name": .text(call.function.rawValue)],
        at: place
      )
    }
    if scope.row != nil { return .value(try aggregate(function, call, scope, at: place)) }
    guard let operand = call.operand else {
      throw problem(
        VTLDefinitions.componentsOnly,
        ["operator": .text(function.rawValue)],
        at: place
      )
    }
    let dataset = try dataset(operand, scope, for: function.rawValue)
    let row = Row(dataset.structure)
    var outputs: [(DatasetComponent, ValueExpression)] = []
    if function == .count {
      let count = try aggregated(function, nil, at: place)
      let name = ScalarType.integer.genericMeasure
      outputs = [(DatasetComponent(name, .measure, .integer, isNullable: false), count)]
    } else {
      if dataset.structure.measures.isEmpty {
        throw problem(
          VTLDefinitions.noMeasure,
          ["operator": .text(function.rawValue)],
          at: place
        )
      }
      for measure in dataset.structure.measures {
        let operand = read(measure.name, dataset, at: place)
        let value = try aggregated(function, operand, at: place)
        outputs.append((measure.with(type: value.type, isNullable: true), value))
      }
    }
    return .dataset(
      try group(dataset, outputs, call.grouping, call.having, row, scope, at: place)
    )
  }

  mutating func aggregate(
    _ function: AggregateFunction,
    _ call: AggregateCall,
    _ scope: Scope,
    at place: Place
  ) throws -> ValueExpression {
    guard scope.allowsAggregates, call.grouping == nil else {
      throw problem(
        VTLDefinitions.misplacedAggregate,
        ["operator": .text(function.rawValue)],
        at: place
      )
    }
    var inner = scope
    inner.allowsAggregates = false
    inner.allowsAnalytics = false
    let operand =
      try call.operand.map { expression in
        try value(expression, inner, for: function.rawValue)
      }
    return try aggregated(function, operand, at: place)
  }

  /// An aggregate of a value, whose type is checked.
  ///
  /// - Source: VTL 2.2 reference manual, table of aggregate and analytic operators.
  func aggregated(
    _ function: AggregateFunction,
    _ operand: ValueExpression?,
    at place: Place
  ) throws -> ValueExpression {
    var value = operand
    let type: ScalarType
    switch function {
    case .count: type = .integer
    case .min, .max: type = operand?.type ?? .scalar
    case .sum:
      if let operand, operand.type != .integer {
        value = try convert(operand, to: .number, for: function.rawValue)
      }
      type = value?.type ?? .number
    case .avg, .median, .stddevPop, .stddevSamp, .varPop, .varSamp:
      if let operand { value = try convert(operand, to: .number, for: function.rawValue) }
      type = .number
    }
    return ValueExpression(
      node: .aggregate(function, value),
      type: type,
      isNullable: function != .count,
      place: place
    )
  }

  // MARK: aggr

  mutating func aggregate(
    _ items: [CalculationItem],
    _ grouping: Grouping?,
    _ having: Expression?,
    _ dataset: DatasetExpression,
    _ row: Row,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    var outputs: [(DatasetComponent, ValueExpression)] = []
    for item in items {
      let (component, value, _) = try calculate(item, row, scope, aggregates: true)
      if component.role == .identifier {
        throw fixed(component.name, Keyword.aggr.rawValue, at: item.component.place)
      }
      if outputs.contains(where: { $0.0.name == component.name }) {
        throw duplicate(component.name, at: item.component.place)
      }
      outputs.append((component, value))
    }
    return try group(dataset, outputs, grouping, having, row, scope, at: place)
  }

  /// Groups of a dataset with what is computed of each.
  mutating func group(
    _ dataset: DatasetExpression,
    _ outputs: [(DatasetComponent, ValueExpression)],
    _ grouping: Grouping?,
    _ having: Expression?,
    _ row: Row,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let keys = try self.keys(grouping, row, scope)
    let time = try timeKey(grouping?.timeAggregation, keys, row, scope, at: place)
    let test =
      try having.map { expression in
        try condition(
          expression,
          scope.within(row, aggregates: true),
          for: Keyword.having.rawValue
        )
      }
    let computed = Set(outputs.map(\.0.name))
    let viral = dataset.structure.viralAttributes.filter { !computed.contains($0.name) }
    let identifiers = dataset.structure.identifiers.filter { keys.contains($0.name) }
    for (component, _) in outputs where keys.contains(component.name) {
      throw duplicate(component.name, at: place)
    }
    let components =
      identifiers
      + outputs.map { $0.0.with(isNullable: $0.1.isNullable) }.sorted {
        $0.role == .measure && $1.role != .measure
      } + viral
    return DatasetExpression(
      node: .aggregate(
        dataset,
        Aggregation(
          keys: identifiers.map(\.name),
          time: time,
          outputs: outputs.map { ProjectedComponent(name: $0.0.name, value: $0.1) },
          propagated: viral.map(\.name),
          having: test
        )
      ),
      structure: DatasetStructure(components),
      place: place
    )
  }

  func keys(
    _ grouping: Grouping?,
    _ row: Row,
    _ scope: Scope
  ) throws -> Set<String> {
    let all = row.structure.identifierNames
    switch grouping?.kind {
    case nil: return []
    case .all: return all
    case .by(let components): return Set(try identifiers(components, row, scope, "group by"))
    case .except(let components):
      return all.subtracting(try identifiers(components, row, scope, "group except"))
    }
  }

  /// Names of identifiers, none twice.
  func identifiers(
    _ components: [ComponentName],
    _ row: Row,
    _ scope: Scope,
    _ operation: String
  ) throws -> [String] {
    var names: [String] = []
    for component in components {
      let name = try identifier(component, row, scope, operation)
      if names.contains(name) { throw duplicate(name, at: component.place) }
      names.append(name)
    }
    return names
  }

  /// The time identifier that a grouping aggregates.
  mutating func timeKey(
    _ aggregation: GroupTimeAggregation?,
    _ keys: Set<String>,
    _ row: Row,
    _ scope: Scope,
    at place: Place
  ) throws -> Aggregation.TimeKey? {
    guard let aggregation else { return nil }
    let times = row.structure.timeIdentifiers.filter { keys.contains($0.name) }
    guard times.count == 1 else {
      throw problem(
        VTLDefinitions.timeIdentifier,
        ["operator": .text(Keyword.timeAgg.rawValue), "count": .count(times.count)],
        at: place
      )
    }
    let period = PeriodAggregation(
      to: try self.period(aggregation.period, scope),
      from: nil,
      takesFirst: aggregation.limit == .first
    )
    return Aggregation.TimeKey(component: times[0].name, period: period)
  }
}
