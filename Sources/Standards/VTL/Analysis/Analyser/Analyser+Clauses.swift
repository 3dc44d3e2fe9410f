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
  private func member(
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
  private func dependents(
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

  // MARK: calc

  private mutating func calculate(
    _ items: [CalculationItem],
    _ dataset: DatasetExpression,
    _ row: Row,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    var computed: [(DatasetComponent, ValueExpression)] = []
    var replaced: Set<String> = []
    for item in items {
      let (component, value, old) = try calculate(item, row, scope, analytics: true)
      if computed.contains(where: { $0.0.name == component.name }) {
        throw duplicate(component.name, at: item.component.place)
      }
      replaced.formUnion(old)
      computed.append((component, value))
    }
    let kept = dataset.structure.components.filter {
      !replaced.contains($0.name)
    }.map { ($0, read($0.name, dataset, at: place)) }
    return project(dataset, kept + computed, at: place)
  }

  /// One item of `calc` or `aggr`: its component, its value, and the columns that it replaces.
  mutating func calculate(
    _ item: CalculationItem,
    _ row: Row,
    _ scope: Scope,
    analytics: Bool = false,
    aggregates: Bool = false
  ) throws -> (DatasetComponent, ValueExpression, Set<String>) {
    let operation = aggregates ? Keyword.aggr.rawValue : Keyword.calc.rawValue
    let name = try targetName(item.component, row, scope)
    let old = Set([name] + row.candidates(name)).intersection(row.structure.names)
    for column in old where row.structure[column]?.role == .identifier {
      throw fixed(column, operation, at: item.component.place)
    }
    let role = try self.role(item, old.count == 1 ? old.first.flatMap { row.structure[$0] } : nil)
    let inner = scope.within(row, aggregates: aggregates, analytics: analytics)
    var value = try self.value(item.expression, inner, for: operation)
    if value.type == .scalar, let type = old.first.flatMap({ row.structure[$0]?.type }) {
      value = ValueExpression(
        node: value.node,
        type: type,
        isNullable: value.isNullable,
        place: value.place
      )
    }
    if role == .identifier, value.isNullable, case .constant(.null) = value.node {
      throw problem(
        VTLDefinitions.nullIdentifier,
        ["component": .text(name)],
        at: item.component.place
      )
    }
    let component = DatasetComponent(name, role, value.type, isNullable: value.isNullable)
    return (component, value, old)
  }

  /// The name that an item computes; in a join it may be written with the dataset that it replaces.
  private func targetName(
    _ written: ComponentName,
    _ row: Row,
    _ scope: Scope
  ) throws -> String {
    if written.dataset != nil { return try column(written, row, scope) }
    if case .component(let bound)? = scope.bindings[written.name.text] { return bound.text }
    let name = written.name.text
    return row.structure[name] == nil ? row.nameInOtherCase(name) ?? name : name
  }

  private func role(
    _ item: CalculationItem,
    _ existing: DatasetComponent?
  ) throws -> ComponentRole {
    switch item.role {
    case nil: return existing?.role ?? .measure
    case .measure: return .measure
    case .identifier: return .identifier
    case .attribute: return .attribute
    case .viralAttribute: return .viralAttribute
    case .component:
      throw problem(
        VTLDefinitions.roleUnclear,
        ["component": .text(item.component.name.text)],
        at: item.component.place
      )
    }
  }

  // MARK: rename and sub

  private func rename(
    _ items: [RenameItem],
    _ dataset: DatasetExpression,
    _ row: Row,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    var names: [String: String] = [:]
    for item in items {
      let from = try column(item.from, row, scope)
      if names[from] != nil { throw duplicate(from, at: item.from.place) }
      names[from] = item.to.name.text
    }
    var seen: Set<String> = []
    let outputs = dataset.structure.components.map { component in
      (
        component.renamed(names[component.name] ?? component.name),
        read(component.name, dataset, at: place)
      )
    }
    for (component, _) in outputs where !seen.insert(component.name).inserted {
      throw duplicate(component.name, at: place)
    }
    return DatasetExpression(
      node: .project(dataset, outputs.map { ProjectedComponent(name: $0.0.name, value: $0.1) }),
      structure: DatasetStructure(outputs.map(\.0), isOpen: dataset.structure.isOpen),
      place: place
    )
  }

  private mutating func subspace(
    _ items: [SubspaceItem],
    _ dataset: DatasetExpression,
    _ row: Row,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    var fixed: Set<String> = []
    var tests: [ValueExpression] = []
    for item in items {
      let name = try identifier(item.component, row, scope, Keyword.sub.rawValue)
      if !fixed.insert(name).inserted { throw duplicate(name, at: item.component.place) }
      let value: ValueExpression
      switch item.value {
      case .scalar(let scalar): value = try self.value(of: scalar)
      case .name(let written):
        var outer = scope
        outer.row = nil
        value = try self.value(
          Expression(.name(written), at: written.place),
          outer,
          for: Keyword.sub.rawValue
        )
      }
      let operands = [read(name, dataset, at: item.component.place), value]
      guard let signature = OperatorSignature.of(.binary(.equal)) else { continue }
      tests.append(try apply(.binary(.equal), signature, operands, at: item.component.place))
    }
    var filtered = dataset
    for test in tests {
      filtered = DatasetExpression(
        node: .filter(filtered, test),
        structure: dataset.structure,
        place: place
      )
    }
    return select(filtered, at: place) { !fixed.contains($0.name) }
  }

  /// The name of an identifier of a row.
  func identifier(
    _ written: ComponentName,
    _ row: Row,
    _ scope: Scope,
    _ operation: String
  ) throws -> String {
    let name = try column(written, row, scope)
    guard row.structure[name]?.role == .identifier else {
      throw problem(
        VTLDefinitions.notAnIdentifier,
        ["component": .text(name), "operator": .text(operation)],
        at: written.place
      )
    }
    return name
  }

  // MARK: pivot and unpivot

  private func pivot(
    _ writtenIdentifier: ComponentName,
    _ writtenMeasure: ComponentName,
    _ dataset: DatasetExpression,
    _ row: Row,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let name = try identifier(writtenIdentifier, row, scope, Keyword.pivot.rawValue)
    let measure = try column(writtenMeasure, row, scope)
    guard let pivoted = dataset.structure[measure], pivoted.role == .measure else {
      throw problem(
        VTLDefinitions.notAMeasure,
        ["component": .text(measure), "operator": .text(Keyword.pivot.rawValue)],
        at: writtenMeasure.place
      )
    }
    let kept = dataset.structure.identifiers.filter { $0.name != name }
    let domain = dataset.structure[name]?.domain.flatMap { environment.domains[$0] }
    let values = domain?.values
    let measures = (values ?? []).map { pivoted.renamed($0).with(isNullable: true) }
    for measure in measures where kept.contains(where: { $0.name == measure.name }) {
      throw duplicate(measure.name, at: place)
    }
    return DatasetExpression(
      node: .pivot(dataset, identifier: name, measure: measure),
      structure: DatasetStructure(
        kept + measures + dataset.structure.viralAttributes,
        isOpen: values == nil
      ),
      place: place
    )
  }

  private func unpivot(
    _ identifier: ComponentName,
    _ measure: ComponentName,
    _ dataset: DatasetExpression,
    at place: Place
  ) throws -> DatasetExpression {
    let operation = Keyword.unpivot.rawValue
    guard let first = dataset.structure.measures.first else {
      throw problem(VTLDefinitions.noMeasure, ["operator": .text(operation)], at: place)
    }
    var type = first.type
    for measure in dataset.structure.measures {
      guard let common = type.common(with: measure.type) else {
        throw typesDiffer(operation, type, measure.type, at: place)
      }
      type = common
    }
    let kept = dataset.structure.identifiers
    for name in [identifier.name, measure.name] where kept.contains(where: { $0.name == name.text })
    {
      throw duplicate(name.text, at: name.place)
    }
    return DatasetExpression(
      node: .unpivot(dataset, identifier: identifier.name.text, measure: measure.name.text),
      structure: DatasetStructure(
        kept + [
          DatasetComponent(identifier.name.text, .identifier, .string),
          DatasetComponent(measure.name.text, .measure, type, isNullable: false),
        ] + dataset.structure.viralAttributes
      ),
      place: place
    )
  }
}
