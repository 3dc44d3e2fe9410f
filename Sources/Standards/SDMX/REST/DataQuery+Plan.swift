// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Relation
public import Structures

extension DataQuery {
  /// The rows of a dataset that the query asks for.
  ///
  /// What concerns the past of the data (`updatedAfter`, `asOf`, `includeHistory`) is for whoever keeps
  /// it: the plan is made over the state that is meant.
  ///
  /// - Parameter dataset: the data.
  /// - Returns: a plan with the dimensions, and the measures and attributes that are asked for, in the order of the structure; with
  ///   the words `serieskeysonly` and `nodata` one row a series.
  /// - Throws: `sdmx.query-beyond-structure` for a key that is too long, or a component or value that the structure
  ///   cannot have; what the plan refuses.
  public func plan(over dataset: Dataset) throws(Diagnostic) -> Plan {
    let compiler = QueryCompiler(query: self, structure: dataset.structure)
    var plan = dataset.plan
    if let condition = try compiler.condition() { plan = try plan.filter(condition) }
    plan = try compiler.ends(of: plan)
    if let sorted = try compiler.sorted(plan) { plan = sorted }
    plan = try plan.select(compiler.columns())
    if detail == .seriesKeysOnly || detail == .noData {
      plan = try plan.distinct().sort(by: compiler.seriesDimensions)
    }
    if offset > 0 || limit != nil { plan = plan.limit(limit ?? Int(Int32.max), offset: offset) }
    return plan
  }
}

extension AvailabilityQuery {
  /// The values of dimensions for which there are data that match.
  ///
  /// - Parameter dataset: the data.
  /// - Returns: for each dimension that is asked for, a plan with the column `value`, in order. With the mode `available` the filters of
  ///   a dimension itself are left out, so that one sees what could be chosen in its place.
  /// - Throws: as ``DataQuery/plan(over:)``.
  public func plans(
    over dataset: Dataset
  ) throws(Diagnostic) -> [(dimension: String, plan: Plan)] {
    var plans: [(dimension: String, plan: Plan)] = []
    let ids = dataset.structure.dimensions.map(\.id)
    for id in components where !ids.contains(id) {
      throw QueryCompiler.beyond(id, dataset.structure)
    }
    for (position, id) in ids.enumerated() where components.isEmpty || components.contains(id) {
      var open = data
      if mode == .available {
        open.filters.removeAll { $0.component == id }
        open.source.keys = open.source.keys.map { key in
          key.enumerated().map { $0 == position ? [] : $1 }
        }
      }
      let compiler = QueryCompiler(query: open, structure: dataset.structure)
      var plan = dataset.plan
      if let condition = try compiler.condition() { plan = try plan.filter(condition) }
      plan = try plan.project([NamedExpression("value", .column(id))]).distinct()
        .sort(by: ["value"])
      plans.append((id, plan))
    }
    return plans
  }
}

/// Turns the parts of a query into expressions over a structure's columns.
struct QueryCompiler {
  let query: DataQuery
  let structure: DataStructureDefinition

  static func beyond(_ part: String, _ structure: DataStructureDefinition) -> Diagnostic {
    SDMXDefinitions.queryNotComputed.at(
      nil,
      ["part": .text(part), "structure": .text("\(structure.reference)")]
    )
  }

  /// The dimensions that tell series apart.
  var seriesDimensions: [String] {
    let own = query.observationDimension.flatMap { structure[$0] }
    return structure.dimensions.filter { dimension in
      if query.observationDimension == "AllDimensions" { return true }
      return own.map { $0.id != dimension.id } ?? (dimension.role != .timeDimension)
    }.map(\.id)
  }

  // MARK: Which rows

  /// What rows have to fulfil; `nil` where all are asked for.
  func condition() throws(Diagnostic) -> Expression? {
    var conditions: [Expression] = []
    if let keys = try keys() { conditions.append(keys) }
    for filter in query.filters {
      guard let component = structure[filter.component] else {
        throw QueryCompiler.beyond(filter.component, structure)
      }
      var alternatives: [Expression] = []
      for alternative in filter.alternatives {
        var all: [Expression] = []
        for condition in alternative { all.append(try self.condition(condition, component)) }
        alternatives.append(QueryCompiler.all(all))
      }
      conditions.append(QueryCompiler.any(alternatives))
    }
    return conditions.isEmpty ? nil : QueryCompiler.all(conditions)
  }

  static func all(_ conditions: [Expression]) -> Expression {
    conditions.dropFirst().reduce(conditions.first ?? true) { $0 && $1 }
  }

  static func any(_ conditions: [Expression]) -> Expression {
    conditions.dropFirst().reduce(conditions.first ?? false) { $0 || $1 }
  }

  private func keys() throws(Diagnostic) -> Expression? {
    let dimensions = structure.dimensions.filter { $0.role != .timeDimension }
    var alternatives: [Expression] = []
    for key in query.source.keys {
      guard key.count <= dimensions.count else {
        throw QueryCompiler.beyond(key[dimensions.count].joined(separator: "+"), structure)
      }
      var parts: [Expression] = []
      for (values, dimension) in zip(key, dimensions) where !values.isEmpty {
        var literals: [Literal] = []
        for value in values { literals.append(try literal(value, dimension)) }
        parts.append(Expression.column(dimension.id).isIn(literals))
      }
      if parts.isEmpty { return nil }
      alternatives.append(QueryCompiler.all(parts))
    }
    return alternatives.isEmpty ? nil : QueryCompiler.any(alternatives)
  }

  private func literal(_ text: String, _ component: Component) throws(Diagnostic) -> Literal {
    let literal: Literal?
    switch component.representation {
    case .codelist, .text, .timePeriod: literal = .string(text)
    case .integer: literal = Int64(text).map { .integer($0) }
    case .double: literal = Double(text).map { .double($0) }
    case .boolean: literal = Bool(text).map { .boolean($0) }
    case .date: literal = PeriodBounds(text).map { .date(day: $0.first) }
    case .decimal: literal = nil
    }
    guard let literal else { throw QueryCompiler.beyond("\(component.id)=\(text)", structure) }
    return literal
  }

  private func condition(
    _ condition: DataQuery.Condition,
    _ component: Component
  ) throws(Diagnostic) -> Expression {
    let column = Expression.column(component.id)
    switch condition.comparison {
    case .contains, .lacks, .startsWith, .endsWith:
      return try textCondition(condition, component)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: break
    }
    if component.representation == .timePeriod,
      ![.equal, .notEqual].contains(condition.comparison)
    {
      guard let bounds = PeriodBounds(condition.value) else {
        throw QueryCompiler.beyond("\(component.id)=\(condition.value)", structure)
      }
      return bounds.condition(condition.comparison, column)
    }
    let (left, value) = try compared(condition.value, component)
    switch condition.comparison {
    case .notEqual: return left.differs(from: value)
    case .less: return left < value
    case .lessOrEqual: return left <= value
    case .greater: return left > value
    case .greaterOrEqual: return left >= value
    default: return left.equals(value)
    }
  }

  /// A column and a value of types that can be compared; exact numbers are compared as doubles.
  private func compared(
    _ text: String,
    _ component: Component
  ) throws(Diagnostic) -> (Expression, Expression) {
    let column = Expression.column(component.id)
    if case .decimal = component.representation {
      guard let number = Double(text) else {
        throw QueryCompiler.beyond("\(component.id)=\(text)", structure)
      }
      return (column.cast(to: .double), .literal(.double(number)))
    }
    if component.representation == .integer, let number = Double(text), Int64(text) == nil {
      return (column.cast(to: .double), .literal(.double(number)))
    }
    return (column, .literal(try literal(text, component)))
  }

  private func textCondition(
    _ condition: DataQuery.Condition,
    _ component: Component
  ) throws(Diagnostic) -> Expression {
    guard component.representation.columnType == .string else {
      throw QueryCompiler.beyond("\(component.id)=\(condition.comparison.rawValue)", structure)
    }
    let column = Expression.column(component.id)
    let value = Expression.literal(.string(condition.value))
    switch condition.comparison {
    case .startsWith: return .call(.startsWith, column, value)
    case .lacks: return !.call(.contains, column, value)
    case .endsWith:
      let count = Int64(condition.value.unicodeScalars.count)
      let length = Expression.call(.length, column)
      let tail = Expression.call(
        .substring,
        column,
        length - .literal(.integer(count - 1)),
        .literal(.integer(count))
      )
      return length >= .literal(.integer(count)) && tail.equals(value)
    default: return .call(.contains, column, value)
    }
  }

  // MARK: How many, in which order

  /// The first or the last observations of each series.
  func ends(of plan: Plan) throws(Diagnostic) -> Plan {
    let series = seriesDimensions
    let inside = structure.dimensions.map(\.id).filter { !series.contains($0) }
    guard query.firstObservations != nil || query.lastObservations != nil, !inside.isEmpty else {
      return plan
    }
    let order = { (isDescending: Bool) in
      inside.map { SortKey($0, isDescending: isDescending) }
    }
    let numbered = try plan.window([
      NamedWindow("_from_first", .rowNumber, partition: series, order: order(false)),
      NamedWindow("_from_last", .rowNumber, partition: series, order: order(true)),
    ])
    var kept: [Expression] = []
    if let count = query.firstObservations {
      kept.append(.column("_from_first") <= .literal(.integer(Int64(count))))
    }
    if let count = query.lastObservations {
      kept.append(.column("_from_last") <= .literal(.integer(Int64(count))))
    }
    return try numbered.filter(QueryCompiler.any(kept)).select(plan.schema.names)
  }

  /// The rows in the order that is asked for; by the dimensions where some are passed over.
  func sorted(_ plan: Plan) throws(Diagnostic) -> Plan? {
    let all = structure.dimensions.map(\.id)
    var keys: [SortKey] = []
    for order in query.order {
      let names: [String]
      switch order.component {
      case "*": names = all
      case "series_key": names = seriesDimensions
      default:
        guard structure[order.component] != nil else {
          throw QueryCompiler.beyond(order.component, structure)
        }
        names = [order.component]
      }
      for name in names where !keys.contains(where: { $0.column == name }) {
        keys.append(SortKey(name, isDescending: order.isDescending))
      }
    }
    // Pages are parts of one order, which no tie may leave open.
    for name in all where !keys.contains(where: { $0.column == name }) {
      keys.append(SortKey(name))
    }
    return try plan.sort(keys)
  }

  // MARK: Which columns

  /// The components that are asked for.
  func columns() throws(Diagnostic) -> [String] {
    if query.detail == .seriesKeysOnly { return seriesDimensions }
    let measures = try chosen(query.measures, among: structure.measures) { _, _ in false }
    let attributes = try chosen(query.attributes, among: structure.attributes) { word, attribute in
      guard case .attribute(let attachment, _) = attribute.role else { return false }
      switch (word, attachment) {
      case ("dsd", _), ("dataset", .dataset), ("obs", .observation): return true
      case ("series", .dimensions), ("series", .group): return true
      default: return false
      }
    }
    if query.detail == .noData {
      let series = attributes.filter {
        if case .attribute(.observation, _)? = structure[$0]?.role { false } else { true }
      }
      return seriesDimensions + series
    }
    let shown = query.detail == .dataOnly ? [] : attributes
    let wanted = Set(structure.dimensions.map(\.id) + measures + shown)
    return structure.components.map(\.id).filter { wanted.contains($0) }
  }

  private func chosen(
    _ words: [String],
    among components: [Component],
    _ isMeant: (String, Component) -> Bool
  ) throws(Diagnostic) -> [String] {
    if words.isEmpty || words.contains("all") { return components.map(\.id) }
    let general: Set = ["none", "dsd", "msd", "dataset", "series", "obs"]
    for word in words
    where !general.contains(word) && !components.contains(where: { $0.id == word }) {
      throw QueryCompiler.beyond(word, structure)
    }
    return components.filter { component in
      words.contains { $0 == component.id || isMeant($0, component) }
    }.map(\.id)
  }
}
