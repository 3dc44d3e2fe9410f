// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Relation

/// A structure and the rows that follow it: the one thing that steps take and give.
///
/// The plan yields exactly the components of the structure as columns, in order; further columns whose
/// names begin with `_` may follow (the file and line a row came from, say) and are never published.
public struct Dataset: Sendable {
  /// The name within the project.
  public let name: String
  /// What the columns mean.
  public let structure: DataStructureDefinition
  /// The rows.
  public let plan: Plan

  /// Binds rows to a structure.
  ///
  /// - Parameters:
  ///   - name: the name within the project.
  ///   - structure: what the columns mean.
  ///   - plan: rows whose columns are named as the components; others are dropped, but for those
  ///     whose names begin with `_`.
  /// - Throws: ``DiagnosticFailure`` with `structures.column-missing` and `structures.column-type`,
  ///   one for each column concerned.
  public init(_ name: String, _ structure: DataStructureDefinition, _ plan: Plan) throws {
    let collector = DiagnosticCollector()
    for component in structure.components {
      let expected = component.representation.columnType
      guard let field = plan.schema[component.id] else {
        collector.report(
          StructuresDefinitions.columnMissing.at(
            nil,
            ["dataset": .text(name), "column": .text(component.id)],
            suggestion: NearestName.of(component.id, among: plan.schema.names)
          )
        )
        continue
      }
      if field.type != expected {
        collector.report(
          StructuresDefinitions.columnType.at(
            nil,
            [
              "dataset": .text(name), "column": .text(component.id), "actual": "\(field.type)",
              "expected": "\(expected)",
            ]
          )
        )
      }
    }
    try collector.throwIfErrors()
    self.name = name
    self.structure = structure
    let hidden = plan.schema.names.filter { Dataset.isHidden($0) }
    self.plan = try plan.select(structure.components.map(\.id) + hidden)
  }

  /// The rows as a run stores them: hidden columns too, in an order that does not depend on threads.
  ///
  /// - Throws: what the plan refuses; nothing for a dataset that exists.
  public func stored() throws(Diagnostic) -> Plan {
    let hidden = plan.schema.names.filter { Dataset.isHidden($0) }
    return try plan.sort(by: structure.dimensions.map(\.id) + hidden)
  }

  /// Whether a column serves the run and is never published.
  public static func isHidden(_ column: String) -> Bool { column.hasPrefix("_") }

  /// The rows as they are published: components only, ordered by the dimensions.
  ///
  /// - Throws: what the plan refuses; nothing for a dataset that exists.
  public func published() throws(Diagnostic) -> Plan {
    try plan.select(structure.components.map(\.id)).sort(by: structure.dimensions.map(\.id))
  }
}
