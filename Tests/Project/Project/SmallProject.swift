// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Engine
import FoundationEssentials
import Platform
import Relation
import Structures
import Testing

@testable import Project

/// A project in a folder of its own, with kinds of steps that need nothing but this room.
///
/// `test.rows` reads lines `area,year,amount` of a file; `test.total` adds them up by year.
final class SmallProject {
  let path: String

  init(_ changes: [String: String] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("ayni-project-\(UInt64.random(in: 0 ... .max))").path
    for (file, text) in SmallProject.files.merging(changes, uniquingKeysWith: { $1 }) {
      try write(text, to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to file: String) throws {
    let parent = "\(path)/\(file)".split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(
      atPath: "/\(parent)",
      withIntermediateDirectories: true
    )
    try text.write(toFile: "\(path)/\(file)", atomically: false, encoding: .utf8)
  }

  func read(_ file: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
  }

  func replace(_ old: String, with new: String, in file: String) throws {
    let text = try read(file)
    #expect(text.contains(old), "\(file) has no \(old)")
    try write(
      text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new),
      to: file
    )
  }

  func folder() throws -> ProjectFolder { try ProjectFolder(path) }

  func graph(_ kinds: [StepKind] = SmallProject.kinds) throws -> StepGraph {
    try StepGraph(try folder(), kinds: kinds)
  }

  /// The names of the steps in the order in which they would run.
  func order() throws -> [String] { try graph().nodes.map(\.definition.name) }

  /// The codes of what is wrong with the project's graph.
  func codes() throws -> [String] {
    let failure = #expect(throws: DiagnosticFailure.self) { _ = try self.graph() }
    return failure?.diagnostics.map(\.code.rawValue) ?? []
  }

  func session() async throws -> DuckDBSession {
    try await DuckDBSession(
      SessionConfiguration(
        threads: 1,
        temporaryFolder: "\(path)/.temporary",
        allowedFolders: [path]
      )
    )
  }

  /// Runs the project and makes its candidate.
  func candidate(
    kinds: [StepKind] = SmallProject.kinds,
    parts: [ReleasePart] = [],
    gates: [ReleaseGate] = [],
    producer: String = "test"
  ) async throws -> Candidate {
    let run = try Run(
      try folder(),
      try graph(kinds),
      session: try await session(),
      registry: SmallProject.registry,
      progress: { _ in }
    )
    let results = try await run.steps()
    return try await Candidate.make(run, results, parts: parts, gates: gates, producer: producer)
  }

  static let registry = DiagnosticRegistry([
    ProjectDefinitions.all, PlatformDefinitions.all, StructuresDefinitions.all,
  ])

  static let kinds = [rows(version: 1), total]

  /// A kind that reads `area,year,amount` from the file that its parameter names.
  static func rows(version: Int) -> StepKind {
    StepKind("test.rows", version: version, summary: summary, inputs: 0...0) { preparation in
      let structure = try preparation.catalogue.structure(id: "REGISTER")
      let file = try preparation.parameters { $0.string("file") }
      return PreparedStep(
        files: [file],
        outputs: [StepOutput(structure, lineage: [.file(file)], isOrdered: true)]
      ) { context in
        let lines = try context.root.text(file).split(separator: "\n")
        let rows: [[Literal]] = lines.map { line in
          let fields = line.split(separator: ",").map(String.init)
          return [
            .string(fields[0]), .string(fields[1]),
            Int64(fields[2]).map { .integer($0) } ?? .null(.integer),
          ]
        }
        return [try Plan.values(rows, schema: structure.schema)]
      }
    }
  }

  static let total = StepKind("test.total", version: 1, summary: summary, inputs: 1...1) {
    preparation in
    let structure = try preparation.catalogue.structure(id: "TOTALS")
    try preparation.parameters { _ in }
    return PreparedStep(
      outputs: [StepOutput(structure, lineage: [.rows(input: 0, matching: ["YEAR"])])]
    ) { context in
      let summed = try context.inputs[0].plan.aggregate(
        by: ["YEAR"],
        [NamedAggregate("AMOUNT", .sum(.column("AMOUNT")))]
      )
      return [
        try summed.project([
          NamedExpression("YEAR"),
          NamedExpression("AMOUNT", Expression.column("AMOUNT").cast(to: .integer)),
        ])
      ]
    }
  }

  private static let summary = Message("test.step", en: "test", fr: "essai")

  private static let files = [
    "ayni.toml": """
    format = 1
    id = "small"
    agency = "TEST"
    name = "Small"
    [release]
    datasets = ["totals"]
    """,
    "structures/CL_AREA.csv": "id,name\nKEN,Kenya\nUGA,Uganda\n",
    "structures/REGISTER.toml": """
    id = "REGISTER"
    name = "Register"
    [[dimension]]
    id = "AREA"
    name = "Area"
    codelist = "CL_AREA"
    [[dimension]]
    id = "YEAR"
    name = "Year"
    [[measure]]
    id = "AMOUNT"
    name = "Amount"
    type = "integer"
    """,
    "structures/TOTALS.toml": """
    id = "TOTALS"
    name = "Totals"
    [[dimension]]
    id = "YEAR"
    name = "Year"
    [[measure]]
    id = "AMOUNT"
    name = "Amount"
    type = "integer"
    """,
    "steps/register.toml": """
    kind = "test.rows"
    outputs = ["register"]
    [parameters]
    file = "data/register.txt"
    """,
    "steps/totals.toml": """
    kind = "test.total"
    inputs = ["register"]
    outputs = ["totals"]
    """,
    "views/totals.toml": "title = \"Totals\"\n",
    "data/register.txt": "KEN,2020,1\nKEN,2021,2\nUGA,2021,4\n",
  ]
}
