// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Operators on time series and on times.
extension Analyser {
  /// The one identifier of a dataset that holds times.
  private func timeIdentifier(
    of dataset: DatasetExpression,
    _ operation: String,
    _ isFit: (ScalarType) -> Bool = \.isTemporal,
    at place: Place
  ) throws -> DatasetComponent {
    let times = dataset.structure.identifiers.filter { isFit($0.type) }
    guard times.count == 1 else {
      throw problem(
        VTLDefinitions.timeIdentifier,
        ["operator": .text(operation), "count": .count(times.count)],
        at: place
      )
    }
    return times[0]
  }

  mutating func analyse(
    _ call: FillTimeSeriesCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let name = Keyword.fillTimeSeries.rawValue
    let dataset = try dataset(call.operand, scope, for: name)
    let time = try timeIdentifier(of: dataset, name, at: place)
    let structure = DatasetStructure(
      dataset.structure.components.map { $0.with(isNullable: true) }
    )
    return DatasetExpression(
      node: .fillTimeSeries(dataset, time: time.name, isSingle: call.limits == .single),
      structure: structure,
      place: place
    )
  }

  /// Running totals along the time, and their differences.
  mutating func analyseFlow(
    _ call: FunctionCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let name = call.function.rawValue
    let dataset = try firstDataset(call, scope, at: place)
    let time = try timeIdentifier(of: dataset, name, at: place)
    guard dataset.structure.measures.contains(where: \.type.isNumeric) else {
      throw problem(VTLDefinitions.noMeasure, ["operator": .text(name)], at: place)
    }
    for measure in dataset.structure.measures where !measure.type.isNumeric {
      _ = try convert(read(measure.name, dataset, at: place), to: .number, for: name)
    }
    return DatasetExpression(
      node: .flow(dataset, time: time.name, isCumulative: call.function == .flowToStock),
      structure: dataset.structure,
      place: place
    )
  }

  mutating func analyseTimeshift(
    _ call: FunctionCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let name = call.function.rawValue
    let dataset = try firstDataset(call, scope, at: place)
    let time = try timeIdentifier(of: dataset, name, at: place)
    guard call.arguments.count > 1, let shift = call.arguments[1].expression else {
      throw problem(VTLDefinitions.valueExpected, ["operator": .text(name)], at: place)
    }
    let value = try convert(value(shift, scope, for: name), to: .integer, for: name)
    return DatasetExpression(
      node: .timeshift(dataset, time: time.name, by: value),
      structure: dataset.structure,
      place: place
    )
  }

  private mutating func firstDataset(
    _ call: FunctionCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let name = call.function.rawValue
    guard scope.row == nil, let operand = call.arguments.first?.expression else {
      throw problem(VTLDefinitions.datasetsOnly, ["operator": .text(name)], at: place)
    }
    return try dataset(operand, scope, for: name)
  }

  // MARK: period_indicator

  /// Of a period; of the period identifier of a dataset; or, without operand, of that of the row.
  mutating func analysePeriodIndicator(
    _ call: FunctionCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetOrValue {
    let name = call.function.rawValue
    let isPeriod: (ScalarType) -> Bool = { $0 == .timePeriod }
    guard let operand = call.arguments.first?.expression else {
      guard let row = scope.row else {
        throw problem(VTLDefinitions.componentsOnly, ["operator": .text(name)], at: place)
      }
      let whole = DatasetExpression(node: .input(""), structure: row.structure, place: place)
      let time = try timeIdentifier(of: whole, name, isPeriod, at: place)
      let value = read(time.name, whole, at: place)
      return try apply(.function(.periodIndicator), [.value(value)], at: place)
    }
    switch try analyse(operand, scope) {
    case .value(let value):
      return try apply(.function(.periodIndicator), [.value(value)], at: place)
    case .dataset(let dataset):
      let time = try timeIdentifier(of: dataset, name, isPeriod, at: place)
      guard let signature = OperatorSignature.of(.function(.periodIndicator)) else { break }
      let value = try apply(
        .function(.periodIndicator),
        signature,
        [read(time.name, dataset, at: place)],
        at: place
      )
      let output = DatasetComponent(ScalarType.duration.genericMeasure, .measure, .duration)
      return .dataset(project(dataset, keptComponents(of: dataset) + [(output, value)], at: place))
    }
    throw problem(VTLDefinitions.valueExpected, ["operator": .text(name)], at: place)
  }

  // MARK: time_agg

  mutating func analyse(
    _ call: TimeAggregationCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetOrValue {
    let name = Keyword.timeAgg.rawValue
    guard let operand = call.operand?.expression else {
      throw problem(VTLDefinitions.misplacedAggregate, ["operator": .text(name)], at: place)
    }
    let period = PeriodAggregation(
      to: try self.period(call.period, scope),
      from: try sourcePeriod(call, scope),
      takesFirst: call.limit == .first
    )
    switch try analyse(operand, scope) {
    case .value(let value):
      return .value(try aggregate(time: temporal(value, name), period, at: place))
    case .dataset(let dataset):
      let measures = dataset.structure.measures
      guard measures.count == 1 else {
        throw problem(
          VTLDefinitions.oneMeasure,
          ["operator": .text(name), "count": .count(measures.count)],
          at: place
        )
      }
      let operand = try temporal(read(measures[0].name, dataset, at: place), name)
      let value = try aggregate(time: operand, period, at: place)
      return .dataset(
        project(dataset, keptComponents(of: dataset) + [(measures[0], value)], at: place)
      )
    }
  }

  private func aggregate(
    time: ValueExpression,
    _ period: PeriodAggregation,
    at place: Place
  ) throws -> ValueExpression {
    ValueExpression(
      node: .timeAggregation(time, period),
      type: time.type,
      isNullable: time.isNullable,
      place: place
    )
  }

  private func sourcePeriod(
    _ call: TimeAggregationCall,
    _ scope: Scope
  ) throws -> ValueExpression? {
    guard case .constant(let constant)? = call.from else { return nil }
    return try period(constant)
  }

  /// A duration to aggregate to.
  mutating func period(
    _ reference: PeriodReference,
    _ scope: Scope
  ) throws -> ValueExpression {
    switch reference {
    case .constant(let constant): return try period(constant)
    case .name(let name):
      var outer = scope
      outer.row = nil
      let expression = Expression(.name(name), at: name.place)
      let value = try value(expression, outer, for: Keyword.timeAgg.rawValue)
      if value.type == .string { return value }
      return try convert(value, to: .duration, for: Keyword.timeAgg.rawValue)
    }
  }

  /// A duration written as a text: one of the six letters, or a duration of ISO 8601.
  private func period(_ constant: Constant) throws -> ValueExpression {
    guard case .string(let text) = constant.value,
      ["A", "S", "Q", "M", "W", "D"].contains(text) || text.hasPrefix("P")
    else {
      throw problem(
        VTLDefinitions.outOfRange,
        ["operator": .text(Keyword.timeAgg.rawValue), "range": "A, S, Q, M, W, D"],
        at: constant.place
      )
    }
    return try convert(value(of: constant), to: .duration, for: Keyword.timeAgg.rawValue)
  }
}
