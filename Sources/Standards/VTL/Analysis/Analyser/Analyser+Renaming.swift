// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// `rename` and `sub`.
extension Analyser {
  func rename(
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

  mutating func subspace(
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
}
