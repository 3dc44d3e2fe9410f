// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Engine
internal import Project
internal import Publishing
internal import Relation
internal import Structures

extension Verb {
  /// `ayni explain`: answers for a code of an error, or for a number of a dataset.
  static let explain = Verb(
    "explain",
    usage:
      "ayni explain CODE | ayni explain codes | ayni explain DATASET [DIMENSION=CODE …] [--release ID]",
    (
      en: "explains a code of an error, or where a number comes from",
      fr: "explique un code d'erreur, ou d'où vient un nombre"
    ),
    options: ["--release": true]
  ) { invocation in
    try invocation.expectWords(1...Int.max)
    let name = invocation.words[0]
    if invocation.has("--release") {
      try await explainPublished(name, invocation)
      return .ok
    }
    if name == "codes" {
      invocation.console.result(Programmes.registry.page(in: invocation.console.catalogue))
      return .ok
    }
    let code = DiagnosticCode(rawValue: name)
    if let definition = Programmes.registry.definition(of: code) {
      invocation.console.result(
        Programmes.registry.explanation(of: definition, in: invocation.console.catalogue)
      )
      return .ok
    }
    if name.contains(".") {
      throw CommandDefinitions.nothingToExplain.at(
        nil,
        ["name": .text(name)],
        suggestion: Programmes.registry.nearest(to: name)
      )
    }
    try await explainNumber(name, invocation)
    return .ok
  }

  private static func explainNumber(_ name: String, _ invocation: Invocation) async throws {
    let project = try OpenProject(invocation)
    let session = try await project.session()
    let datasets = try await results(of: project, session, invocation).flatMap(\.datasets)
    let lineage = Lineage(
      project.graph,
      datasets: Dictionary(datasets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    )
    let rows = try lineage.observation(name, key(invocation))
    let tree = try lineage.trace(name, rows: rows)
    let explanation = LineageText(session, invocation.console)
    guard try await session.count(of: tree.rows) > 0 else {
      throw ProjectDefinitions.unknownObservation.at(
        nil,
        [
          "dataset": .text(name),
          "key": .text(invocation.words.dropFirst().joined(separator: " ")),
        ]
      )
    }
    try await explanation.show(tree, depth: 0)
  }

  /// What stands ready, without the project's lock; else what a run makes of it first.
  private static func results(
    of project: OpenProject,
    _ session: DuckDBSession,
    _ invocation: Invocation
  ) async throws -> [StepResult] {
    let registry = Programmes.registry
    if let ready = try Project.Run.ready(project.folder, project.graph, registry: registry) {
      return ready
    }
    return try await Project.Run(
      project.folder,
      project.graph,
      session: session,
      registry: registry,
      progress: invocation.console.progress
    ).steps()
  }

  /// Shows observations of a release as they were published, whatever the working data say today.
  private static func explainPublished(_ name: String, _ invocation: Invocation) async throws {
    let folder = try ProjectFolder(invocation.projectPath)
    let release = try Release.named(invocation["--release"] ?? "latest", folder)
    let data = try ReleaseReader.open(
      release,
      of: folder,
      try await OpenProject.session(of: folder)
    )
    let key = try key(invocation).map { KeyPart($0.key, $0.value) }
    let rows = try await data.rows(of: name, holding: key.sorted { $0.component < $1.component })
    guard rows.count > 0 else {
      throw ProjectDefinitions.unknownObservation.at(
        nil,
        [
          "dataset": .text(name),
          "key": .text(invocation.words.dropFirst().joined(separator: " ")),
        ]
      )
    }
    LineageText.show(rows, invocation.console)
  }

  /// The codes that the observations have to have; the last one where a dimension is named twice.
  private static func key(_ invocation: Invocation) throws -> [String: String] {
    var key: [String: String] = [:]
    for word in invocation.words.dropFirst() {
      guard let pair = Assignment(word) else { throw invocation.otherArguments(of: "explain") }
      key[pair.name] = pair.value
    }
    return key
  }
}
