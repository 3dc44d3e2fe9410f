// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// `calc`, and the items that `aggr` shares with it.
extension Analyser {
  mutating func calculate(
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
  func targetName(
    _ written: ComponentName,
    _ row: Row,
    _ scope: Scope
  ) throws -> String {
    if written.dataset != nil { return try column(written, row, scope) }
    if case .component(let bound)? = scope.bindings[written.name.text] { return bound.text }
    let name = written.name.text
    return row.structure[name] == nil ? row.nameInOtherCase(name) ?? name : name
  }

  func role(
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
}
