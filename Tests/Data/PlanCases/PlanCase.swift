// SPDX-License-Identifier: Apache-2.0

public import Relation

/// One plan over two small tables, with the rows that any engine must yield for it.
///
/// The rows were worked out by hand from the tables below. Relation's golden texts, the engines'
/// conformance suite and the check against a real Spark all use the same cases.
public struct PlanCase: Sendable {
  /// The name, which is also the folder of the golden texts.
  public let name: String
  /// The plan.
  public let plan: Plan
  /// The rows, in the order of the plan's own sort; every case is sorted.
  public let rows: [[Literal]]
  /// The values of the parameters that the plan names.
  public let values: [String: Literal]

  init(_ name: String, _ plan: Plan, _ rows: [[Literal]], values: [String: Literal] = [:]) {
    self.name = name
    self.plan = plan
    self.rows = rows
    self.values = values
  }
}
