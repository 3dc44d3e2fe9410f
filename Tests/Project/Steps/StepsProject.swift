// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Engine
import FoundationEssentials
import Platform
import Project
import Relation
import Structures
import Testing

@testable import Steps

/// A project in a folder of its own, with one source and whatever a test adds.
final class StepsProject {
  let path: String

  init(_ files: [String: String]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("ayni-steps-\(UInt64.random(in: 0 ... .max))").path
    for (file, text) in StepsProject.files.merging(files, uniquingKeysWith: { $1 }) {
      let parent = "\(path)/\(file)".split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(
        atPath: "/\(parent)",
        withIntermediateDirectories: true
      )
      try text.write(toFile: "\(path)/\(file)", atomically: false, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What a run gives: rows of datasets as texts, diagnostics and files of rejected rows.
  struct Outcome {
    var rows: [String: [String]] = [:]
    var diagnostics: [Diagnostic] = []
    var rejected: [String: String] = [:]

    var codes: [String] { diagnostics.map(\.code.rawValue) }
  }

  func run() async throws -> Outcome {
    let project = try ProjectFolder(path)
    let kinds = [ImportStep.kind, UnionStep.kind, AggregateStep.kind]
    let session = try await DuckDBSession(SessionConfiguration(threads: 1, allowedFolders: [path]))
    let run = try Run(
      project,
      try StepGraph(project, kinds: kinds),
      session: session,
      registry: DiagnosticRegistry([StepsDefinitions.all, StructuresDefinitions.all]),
      progress: { _ in }
    )
    var outcome = Outcome()
    for result in try await run.steps() {
      outcome.diagnostics += result.diagnostics
      outcome.rejected[result.step] = try result.rejectedPath.map {
        try String(contentsOfFile: $0, encoding: .utf8)
      }
      for dataset in result.datasets {
        outcome.rows[dataset.name] = try await StepsProject.texts(of: dataset.plan, session)
      }
    }
    return outcome
  }

  private static func texts(of plan: Plan, _ session: any Session) async throws -> [String] {
    let text = try plan.project(
      plan.schema.names.map { NamedExpression($0, Expression.column($0).cast(to: .string)) }
    )
    var rows: [String] = []
    for try await batch in try await session.rows(of: text) {
      for row in 0..<batch.rowCount {
        rows.append(try batch.columns.map { try $0.string(at: row) ?? "-" }.joined(separator: " "))
      }
    }
    return rows
  }

  private static let files = [
    "ayni.toml": "format = 1\nid = \"x\"\nagency = \"X\"\nname = \"X\"\n",
    "structures/REGISTER.toml": """
    id = "REGISTER"
    name = "Register"
    [[dimension]]
    id = "COMPONENT"
    name = "Component"
    [[measure]]
    id = "AMOUNT"
    name = "Amount"
    type = "decimal"
    precision = 18
    decimals = 2
    [[attribute]]
    id = "NOTE"
    name = "Note"
    """,
    "structures/TOTALS.toml": """
    id = "TOTALS"
    name = "Totals"
    [[dimension]]
    id = "NOTE"
    name = "Note"
    [[measure]]
    id = "AMOUNT"
    name = "Amount"
    type = "decimal"
    precision = 38
    decimals = 2
    [[measure]]
    id = "COMPONENTS"
    name = "Components"
    type = "integer"
    """,
    "sources/r.toml": """
    structure = "REGISTER"
    file = "data/r.csv"
    [columns]
    COMPONENT = "id"
    AMOUNT = "amount"
    NOTE = "note"
    """,
  ]
}
