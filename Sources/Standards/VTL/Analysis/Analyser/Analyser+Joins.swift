// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Joins: a virtual dataset of everything, then the clauses of the join on it.
///
/// - Source: VTL 2.2 reference manual, "Join operators". A component of several datasets that is no key
///   is named `alias#component` until the end of the join, where the prefix is dropped.
extension Analyser {
  mutating func analyse(
    _ call: JoinCall,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let operands = try joinOperands(call, scope)
    let keys = try JoinKeys(call, operands, self, at: place).names
    let joined = try virtualDataset(call, operands, keys, at: place)
    var row = Row(joined.structure)
    for operand in operands {
      row.datasets[operand.alias] = Set(operand.dataset.structure.names)
    }
    var result = joined
    for clause in call.body {
      var inner = Row(result.structure)
      inner.datasets = row.datasets
      if case .apply(let expression) = clause.content {
        result = try apply(expression, operands, to: result, inner, scope, at: clause.place)
      } else {
        result = try apply(clause, to: result, inner, scope)
      }
    }
    return try withoutPrefixes(result, at: place)
  }

  private mutating func joinOperands(
    _ call: JoinCall,
    _ scope: Scope
  ) throws -> [Combination.Operand] {
    var operands: [Combination.Operand] = []
    for operand in call.operands {
      let dataset = try dataset(operand.expression, scope, for: call.kind.rawValue)
      if dataset.structure.isOpen {
        throw problem(
          VTLDefinitions.openStructure,
          ["component": .text(call.kind.rawValue)],
          at: dataset.place
        )
      }
      var alias = operand.alias?.text
      if alias == nil, case .name(let name) = operand.expression.node { alias = name.text }
      if let alias, operands.contains(where: { $0.alias == alias }) {
        throw problem(
          VTLDefinitions.duplicateAlias,
          ["alias": .text(alias)],
          at: operand.expression.place
        )
      }
      operands.append(.init(alias: alias ?? "", dataset: dataset))
    }
    return operands
  }

  // MARK: The virtual dataset

  private func virtualDataset(
    _ call: JoinCall,
    _ operands: [Combination.Operand],
    _ keys: [String],
    at place: Place
  ) throws -> DatasetExpression {
    let datasets = operands.map(\.dataset)
    let kind: Combination.Kind =
      switch call.kind {
      case .leftJoin: .left
      case .fullJoin: .full
      case .crossJoin: .cross
      default: .inner
      }
    var columns: [(DatasetComponent, Combination.Column)] = []
    for (index, operand) in operands.enumerated() {
      for component in operand.dataset.structure.components
      where component.role != .viralAttribute {
        let name = component.name
        let holders = datasets.indices.filter {
          datasets[$0].structure[name].map { $0.role != .viralAttribute } == true
        }
        if keys.contains(name) {
          if holders.first == index {
            columns.append(try keyColumn(component, holders, datasets, at: place))
          }
          continue
        }
        let isOptional = kind == .full || (kind == .left && index > 0)
        var output = component
        if holders.count > 1 {
          if operand.alias.isEmpty {
            throw problem(
              VTLDefinitions.aliasMissing,
              ["component": .text(name)],
              at: operand.dataset.place
            )
          }
          output = component.renamed("\(operand.alias)#\(name)")
        }
        let value = defaultValue(of: name, operand.alias, call)
        if isOptional, value == nil { output = output.with(isNullable: true) }
        columns.append(
          (output, .of(output.name, [(index, name)], defaultValue: value))
        )
      }
    }
    columns += viralColumns(datasets)
    return combination(kind, datasets, operands.map(\.alias), keys: keys, columns, at: place)
  }

  private func keyColumn(
    _ component: DatasetComponent,
    _ holders: [Int],
    _ datasets: [DatasetExpression],
    at place: Place
  ) throws -> (DatasetComponent, Combination.Column) {
    var type = component.type
    for holder in holders {
      guard let other = datasets[holder].structure[component.name] else { continue }
      guard let common = type.common(with: other.type) else {
        throw typesDiffer(component.name, type, other.type, at: datasets[holder].place)
      }
      type = common
    }
    return (
      component.with(type: type), .of(component.name, holders.map { ($0, component.name) })
    )
  }

  private func defaultValue(
    of name: String,
    _ alias: String,
    _ call: JoinCall
  ) -> Constant.Value? {
    let rules = call.defaults.filter { $0.component.name.text == name }
    let rule =
      rules.first { $0.component.dataset?.text == alias }
      ?? rules.first { $0.component.dataset == nil }
    return rule?.value.value
  }

  // MARK: apply

  /// An expression between datasets, for each measure that all of them have.
  private mutating func apply(
    _ expression: Expression,
    _ operands: [Combination.Operand],
    to dataset: DatasetExpression,
    _ row: Row,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    var names: [DatasetComponent] = operands.first?.dataset.structure.measures ?? []
    for operand in operands.dropFirst() {
      let others = Set(operand.dataset.structure.measures.map(\.name))
      names = names.filter { others.contains($0.name) }
    }
    guard !names.isEmpty else {
      throw problem(VTLDefinitions.noMeasure, ["operator": "apply"], at: place)
    }
    var outputs: [(DatasetComponent, ValueExpression)] = []
    var refused: Diagnostic?
    for measure in names {
      var inner = row
      for operand in operands {
        let column = "\(operand.alias)#\(measure.name)"
        inner.columns[operand.alias] =
          row.structure[column] == nil ? measure.name : column
      }
      do {
        let value = try value(expression, scope.within(inner), for: "apply")
        outputs.append((measure.with(type: value.type), value))
      } catch let error as Diagnostic {
        guard error.code == VTLDefinitions.typeMismatch.code else { throw error }
        refused = refused ?? error
      }
    }
    if let refused, outputs.isEmpty { throw refused }
    return project(dataset, keptComponents(of: dataset) + outputs, at: place)
  }

  // MARK: Prefixes

  private func withoutPrefixes(
    _ dataset: DatasetExpression,
    at place: Place
  ) throws -> DatasetExpression {
    guard dataset.structure.names.contains(where: { $0.contains("#") }) else { return dataset }
    var seen: Set<String> = []
    var outputs: [(DatasetComponent, ValueExpression)] = []
    for component in dataset.structure.components {
      let parts = component.name.split(separator: "#", maxSplits: 1)
      let name = parts.count == 2 ? String(parts[1]) : component.name
      if !seen.insert(name).inserted {
        throw problem(VTLDefinitions.duplicateInJoin, ["component": .text(name)], at: place)
      }
      outputs.append((component.renamed(name), read(component.name, dataset, at: place)))
    }
    return project(dataset, outputs, at: place)
  }
}
