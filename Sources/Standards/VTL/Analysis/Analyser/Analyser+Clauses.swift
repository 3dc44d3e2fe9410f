// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Memberships and clauses.
extension Analyser {
  /// An expression with what stands behind it; its left operands are walked in a loop.
  mutating func analysePostfix(
    _ expression: Expression,
    _ scope: Scope
  ) throws -> DatasetOrValue {
    var chain: [Expression] = []
    var first = expression
    spine: while true {
      switch first.node {
      case .membership(let left, _), .clause(let left, _):
        chain.append(first)
        first = left
      default: break spine
      }
    }
    if scope.row != nil, case .name(let dataset) = first.node,
      case .membership(_, let name)? = chain.last?.node, chain.count == 1
    {
      return .value(try component(ComponentName(dataset: dataset, name: name), scope))
    }
    var writtenName: String?
    if case .name(let name) = first.node { writtenName = name.text }
    var result = try analyse(first, scope)
    for link in chain.reversed() {
      guard case .dataset(let dataset) = result else {
        throw problem(VTLDefinitions.datasetExpected, ["operator": "[ ], #"], at: first.place)
      }
      switch link.node {
      case .membership(_, let name):
        result = try member(name, of: dataset, scope, at: link.place)
      case .clause(_, let clause):
        var row = Row(dataset.structure)
        if let writtenName { row.datasets[writtenName] = Set(dataset.structure.names) }
        result = .dataset(try apply(clause, to: dataset, row, scope))
      default: break
      }
    }
    return result
  }

  /// One component of a dataset as its only measure.
  func member(
    _ written: Name,
    of dataset: DatasetExpression,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetOrValue {
    let row = Row(dataset.structure)
    let name = try column(ComponentName(dataset: nil, name: written), row, scope)
    guard let component = dataset.structure[name] else { throw unknownComponent(written, row) }
    if dataset.structure.identifiers.isEmpty, !dataset.structure.isOpen {
      return .value(
        ValueExpression(
          node: .single(dataset, name),
          type: component.type,
          isNullable: component.isNullable,
          place: place
        )
      )
    }
    let value = read(name, dataset, at: written.place)
    let isMeasure = component.role == .measure
    let output = isMeasure ? name : component.type.genericMeasure
    let measure = DatasetComponent(output, .measure, component.type, domain: component.domain)
    return .dataset(
      project(dataset, keptComponents(of: dataset) + [(measure, value)], at: place)
    )
  }

  // MARK: Clauses

  mutating func apply(
    _ clause: Clause,
    to dataset: DatasetExpression,
    _ row: Row,
    _ scope: Scope
  ) throws -> DatasetExpression {
    let place = clause.place
    switch clause.content {
    case .filter(let condition):
      let test = try self.condition(
        condition,
        scope.within(row, analytics: true),
        for: Keyword.filter.rawValue
      )
      return DatasetExpression(
        node: .filter(dataset, test),
        structure: dataset.structure,
        place: place
      )
    case .calc(let items): return try calculate(items, dataset, row, scope, at: place)
    case .aggregate(let items, let grouping, let having):
      return try aggregate(items, grouping, having, dataset, row, scope, at: place)
    case .keep(let components):
      let names = try dependents(components, row, scope, Keyword.keep.rawValue)
      return select(dataset, at: place) { $0.role == .identifier || names.contains($0.name) }
    case .drop(let components):
      let names = try dependents(components, row, scope, Keyword.drop.rawValue)
      return select(dataset, at: place) { !names.contains($0.name) }
    case .rename(let items): return try rename(items, dataset, row, scope, at: place)
    case .subspace(let items): return try subspace(items, dataset, row, scope, at: place)
    case .pivot(let identifier, let measure):
      return try pivot(identifier, measure, dataset, row, scope, at: place)
    case .unpivot(let identifier, let measure):
      return try unpivot(identifier, measure, dataset, at: place)
    case .apply:
      throw problem(VTLDefinitions.datasetsOnly, ["operator": "apply"], at: place)
    }
  }

  /// Some components of a dataset, as they are.
  func select(
    _ dataset: DatasetExpression,
    at place: Place,
    _ isKept: (DatasetComponent) -> Bool
  ) -> DatasetExpression {
    let kept = dataset.structure.components.filter(isKept)
    return DatasetExpression(
      node: .project(
        dataset,
        kept.map { ProjectedComponent(name: $0.name, value: read($0.name, dataset, at: place)) }
      ),
      structure: DatasetStructure(kept, isOpen: dataset.structure.isOpen),
      place: place
    )
  }

  /// Names of measures and attributes, each known and none twice.
  func dependents(
    _ components: [ComponentName],
    _ row: Row,
    _ scope: Scope,
    _ operation: String
  ) throws -> Set<String> {
    var names: Set<String> = []
    for component in components {
      let name = try column(component, row, scope)
      if row.structure[name]?.role == .identifier {
        throw fixed(name, operation, at: component.place)
      }
      if !names.insert(name).inserted { throw duplicate(name, at: component.place) }
    }
    return names
  }

  func fixed(_ name: String, _ operation: String, at place: Place) -> Diagnostic {
    problem(
      VTLDefinitions.identifierFixed,
      ["component": .text(name), "operator": .text(operation)],
      at: place
    )
  }

  func duplicate(_ name: String, at place: Place) -> Diagnostic {
    problem(VTLDefinitions.duplicateComponent, ["component": .text(name)], at: place)
  }
}
