// SPDX-License-Identifier: Apache-2.0

/// Rewrites that leave no projection which only picks and renames columns.
extension Lowering {
  /// A projection of a projection becomes one where nothing is computed twice; one that changes nothing goes.
  static let joinedProjections = Lowering(name: "joined-projections") { plan in
    switch plan.node {
    case .project(let input, let columns):
      return combined(input, columns).map { Plan($0, schema: plan.schema) }?.withoutIdentity
        ?? plan.withoutIdentity
    case .filter(let input, let condition):
      guard case .project(let inner, let columns) = input.node,
        let names = renames(columns)
      else { return plan }
      let renamed = condition.renamingColumns { names[$0] ?? $0 }
      let filtered =
        if case .filter(let rows, let first) = inner.node {
          Plan(.filter(rows, first && renamed), schema: inner.schema)
        } else {
          Plan(.filter(inner, renamed), schema: inner.schema)
        }
      return Plan(.project(filtered, columns), schema: plan.schema)
    default: return plan
    }
  }

  /// What a projection of a projection or of an aggregation is in one.
  private static func combined(_ input: Plan, _ columns: [NamedExpression]) -> Plan.Node? {
    switch input.node {
    case .project(let inner, let before):
      if let names = renames(before) {
        return .project(
          inner,
          columns.map { column in
            NamedExpression(column.name, column.expression.renamingColumns { names[$0] ?? $0 })
          }
        )
      }
      return picked(columns, before).map { .project(inner, $0) }
    case .aggregate(let inner, let keys, let aggregates):
      let known = Dictionary(uniqueKeysWithValues: aggregates.map { ($0.name, $0.aggregate) })
      let picked = columns.map(\.pickedColumn)
      let renamed = zip(columns, picked).dropFirst(keys.count).compactMap { column, name in
        name.flatMap { known[$0] }.map { NamedAggregate(column.name, $0) }
      }
      guard picked.prefix(keys.count).elementsEqual(keys),
        columns.prefix(keys.count).map(\.name) == keys,
        renamed.count == columns.count - keys.count, !renamed.isEmpty
      else { return nil }
      return .aggregate(inner, by: keys, renamed)
    default: return nil
    }
  }

  /// Columns of a projection that others only pick; `nil` where something would be computed twice.
  private static func picked(
    _ columns: [NamedExpression],
    _ before: [NamedExpression]
  ) -> [NamedExpression]? {
    let known = Dictionary(uniqueKeysWithValues: before.map { ($0.name, $0.expression) })
    var computed: Set<String> = []
    var result: [NamedExpression] = []
    for column in columns {
      guard let name = column.pickedColumn, let expression = known[name] else { return nil }
      if case .column = expression.node {
      } else if !computed.insert(name).inserted {
        return nil
      }
      result.append(NamedExpression(column.name, expression))
    }
    return result
  }

  /// The column of the input that each column is; `nil` where one is computed.
  private static func renames(_ columns: [NamedExpression]) -> [String: String]? {
    var names: [String: String] = [:]
    for column in columns {
      guard let name = column.pickedColumn else { return nil }
      names[column.name] = name
    }
    return names
  }
}

extension NamedExpression {
  /// The column that this is, where nothing is computed.
  var pickedColumn: String? {
    if case .column(let name) = expression.node { name } else { nil }
  }
}

extension Plan {
  /// Whether this reads a source as it is.
  var isScan: Bool { if case .scan = node { true } else { false } }

  /// Whether the columns are those of a source as it is.
  private var isFilteredScan: Bool {
    if case .filter(let input, _) = node { input.isFilteredScan } else { isScan }
  }

  /// The input of a projection to all of its columns as they are; `nil` for anything else.
  var unchangedInput: Plan? {
    guard case .project(let input, let columns) = node, input.schema.names == columns.map(\.name),
      columns.allSatisfy({ $0.pickedColumn == $0.name })
    else { return nil }
    return input
  }

  /// A table may have more columns than a plan reads of it, so what picks them stays.
  fileprivate var withoutIdentity: Plan {
    guard let input = unchangedInput, !input.isFilteredScan else { return self }
    return Plan(input.node, schema: schema)
  }
}
