// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What names stand for.
extension Analyser {
  mutating func analyse(_ name: Name, _ scope: Scope) throws -> DatasetOrValue {
    switch scope.bindings[name.text] {
    case .value(let value): return value
    case .component(let bound):
      guard scope.row != nil else {
        throw problem(
          VTLDefinitions.valueExpected,
          ["operator": .text(name.text)],
          at: name.place
        )
      }
      return .value(try component(ComponentName(dataset: nil, name: bound), scope))
    case .ruleset:
      throw problem(VTLDefinitions.valueExpected, ["operator": .text(name.text)], at: name.place)
    case nil: break
    }
    guard let row = scope.row else { return try resolve(name) }
    if row.holds(name.text) || row.isClosed || !isKnown(name.text) {
      return .value(try component(ComponentName(dataset: nil, name: name), scope))
    }
    switch try resolve(name) {
    case .value(let value): return .value(value)
    case .dataset: throw unknownComponent(name, row)
    }
  }

  /// A component of the row.
  func component(_ written: ComponentName, _ scope: Scope) throws -> ValueExpression {
    guard let row = scope.row else {
      throw problem(VTLDefinitions.valueExpected, ["operator": "#"], at: written.place)
    }
    let column = try column(written, row, scope)
    guard let component = row.structure[column] else {
      throw unknownComponent(written.name, row)
    }
    return ValueExpression(
      node: .component(column),
      type: component.type,
      isNullable: component.isNullable,
      place: written.place
    )
  }

  /// The column of a row that a script's name of a component stands for.
  func column(
    _ written: ComponentName,
    _ row: Row,
    _ scope: Scope
  ) throws -> String {
    var name = written.name.text
    if written.dataset == nil, case .component(let bound)? = scope.bindings[name] {
      name = bound.text
    }
    if let dataset = written.dataset {
      if row.structure["\(dataset.text)#\(name)"] != nil { return "\(dataset.text)#\(name)" }
      guard row.datasets[dataset.text]?.contains(name) == true else {
        throw unknownComponent(
          Name("\(dataset.text)#\(name)", at: written.place),
          row
        )
      }
      return name
    }
    if let column = row.columns[name] ?? row.substitutes[name] { return column }
    if row.structure[name] != nil, !row.isClosed { return name }
    if !row.isClosed, let other = row.nameInOtherCase(name) { return other }
    if !row.candidates(name).isEmpty {
      throw problem(
        VTLDefinitions.ambiguousComponent,
        [
          "component": .text(name),
          "candidates": .text(row.candidates(name).joined(separator: ", ")),
        ],
        at: written.place
      )
    }
    throw unknownComponent(Name(name, at: written.place), row)
  }

  func unknownComponent(_ name: Name, _ row: Row) -> Diagnostic {
    if row.structure.isOpen {
      return problem(
        VTLDefinitions.openStructure,
        ["component": .text(name.text)],
        at: name.place
      )
    }
    let known =
      row.isClosed ? Array(row.substitutes.keys) : row.structure.names + row.substitutes.keys
    return problem(
      VTLDefinitions.unknownComponent,
      [
        "component": .text(name.text),
        "known": .text(known.prefix(12).joined(separator: ", ")),
      ],
      at: name.place,
      suggestion: NearestName.of(name.text, among: known)
    )
  }
}
