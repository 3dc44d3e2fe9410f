// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Relation
import Testing

@testable import VTL

/// A script with data whose result was worked out by hand.
///
/// A case is a folder: `script.vtl`, a CSV file for each dataset, `expected.csv`, and SOURCE. A header
/// cell is role, name and type: `I area string`.
struct GoldenCase {
  static let folder = "Tests/Standards/VTL/Golden"
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

  /// Where the expected result is from.
  let source: String
  let expectedStructure: DatasetStructure
  private let expected: DatasetTable
  private let script: AnalysedScript
  private let inputs: [String: Plan]
  private let domains: [ValueDomain]

  init(_ name: String) throws {
    let folder = "\(Self.folder)/\(name)"
    let text = { (file: String) in
      try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
    }
    domains = [
      ValueDomain("ITEMS", .string, values: ["A", "B", "C"]),
      ValueDomain("YEARS", .integer, values: ["2020", "2021"]),
      ValueDomain("RATES", .number, values: ["0.3", "-2"]),
      ValueDomain("QUARTERS", .timePeriod, values: ["2020-Q1", "2020Q3"]),
    ]
    var environment = AnalysisEnvironment(domains: domains)
    var inputs: [String: Plan] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where file.hasSuffix(".csv") && file != "expected.csv" {
      let table = DatasetTable(try text(file))
      let structure = try Self.structure(table, "ITEMS")
      let name = String(file.dropLast(4))
      environment.datasets[name] = structure
      inputs[name] = try Self.plain(table).plan(structure)
    }
    self.inputs = inputs
    source = try text("SOURCE")
    script = try Script(SourceText(try text("script.vtl"))).analysed(in: environment)
    expected = DatasetTable(try text("expected.csv"))
    expectedStructure = try Self.structure(expected, "ITEMS")
  }

  func plan() throws -> ScriptPlan {
    try script.plan(
      inputs: inputs,
      domains: Dictionary(domains.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    )
  }

  /// What differs between the last result and the expected one; `nil` where nothing does.
  func difference(on session: any Session) async throws -> String? {
    let plan = try plan()
    for step in plan.steps { try await session.keep(step.plan, as: step.name) }
    guard let last = plan.steps.last else { return "no step" }
    let stored = Plan.scan(.table(last.name), schema: last.plan.schema)
    let rows = try await DatasetTable.texts(
      of: try await session.rows(of: last.structure.written(stored).select(expectedStructure.names))
    )
    return DatasetTable.difference(rows, expected.rows)
  }

  static func summary(_ structure: DatasetStructure) -> [String] {
    structure.components.map { "\($0.name) \($0.role.rawValue) \($0.type.rawValue)" }.sorted()
  }

  /// The structure in a table's header.
  private static func structure(_ table: DatasetTable, _ domain: String) throws -> DatasetStructure
  {
    DatasetStructure(
      try table.names.map { cell in
        let words = cell.split(separator: " ").map(String.init)
        try #require(words.count == 3, "\(cell)")
        let roles: [String: ComponentRole] = [
          "I": .identifier, "M": .measure, "A": .attribute, "V": .viralAttribute,
        ]
        let name = words[1]
        return DatasetComponent(
          name,
          try #require(roles[words[0]]),
          try #require(ScalarType(rawValue: words[2])),
          domain: name == "item" ? domain : nil
        )
      }
    )
  }

  /// The table with the names alone in its header.
  private static func plain(_ table: DatasetTable) -> DatasetTable {
    DatasetTable(
      names: table.names.map { String($0.split(separator: " ")[1]) },
      rows: table.rows
    )
  }
}
