// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation
public import Structures

/// Who answered of those who were asked, counted when a release is made.
public struct Coverage: Hashable, Sendable {
  /// What the collection is called.
  public let title: InternationalString
  /// Who was asked, in the plural.
  public let units: InternationalString
  /// How many were asked.
  public let asked: Int
  /// How many have each status that counts as answered, in the order of the view.
  public let returned: [Share]
  /// How many have each other status, in the order of its codelist.
  public let others: [Share]

  /// How many have a status.
  public struct Share: Hashable, Sendable {
    /// The label of the status.
    public let label: InternationalString
    /// How many have it.
    public let count: Int
  }

  /// Counts the answers.
  ///
  /// - Parameters:
  ///   - definition: what the view says.
  ///   - answers: the dataset of answers.
  ///   - codelist: the codes of the status; `nil` where it is not coded.
  ///   - session: the engine.
  /// - Throws: what the engine refuses.
  init(
    _ definition: CoverageDefinition,
    _ answers: Dataset,
    _ codelist: Codelist?,
    _ session: any Session
  ) async throws {
    var plan = answers.plan
    for (component, value) in definition.fixed.sorted(by: { $0.key < $1.key }) {
      plan = try plan.filter(.column(component).cast(to: .string).equals(.literal(.string(value))))
    }
    let counts = try plan.project([
      NamedExpression("status", .column(definition.status).cast(to: .string))
    ]).aggregate(by: ["status"], [NamedAggregate("count", .countRows)])
    var found: [String: Int] = [:]
    for try await batch in try await session.rows(of: counts) {
      for row in 0..<batch.rowCount {
        let status = try batch["status"]?.string(at: row) ?? ""
        found[status] = Int(try batch["count"]?.integer(at: row) ?? 0)
      }
    }
    title = definition.title
    units = definition.units
    asked = found.values.reduce(0, +)
    let ids = codelist?.ids ?? []
    let order = ids + found.keys.filter { !ids.contains($0) }.sorted()
    let share = { (status: String) in
      Share(
        label: codelist?[status]?.name ?? InternationalString(en: status),
        count: found[status] ?? 0
      )
    }
    returned = definition.returned.map(share)
    others = order.filter { !definition.returned.contains($0) }.map(share).filter { $0.count > 0 }
  }
}
