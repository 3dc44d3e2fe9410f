// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import FoundationEssentials
internal import Platform
internal import Relation
internal import Structures

/// One step that has to be computed: its rows are made, and then stored and checked.
///
/// The two halves are apart so that the next step can begin on rows that are being stored.
struct StepWork: Sendable {
  private let node: StepGraph.Node
  private let key: ContentKey
  private let project: ProjectFolder
  private let session: any Session
  private let store: ResultStore
  private let collector = DiagnosticCollector()

  init(
    _ node: StepGraph.Node,
    _ key: ContentKey,
    _ project: ProjectFolder,
    _ session: any Session,
    _ store: ResultStore
  ) {
    self.node = node
    self.key = key
    self.project = project
    self.session = session
    self.store = store
  }

  /// The rows of each output, in the order of the step's file.
  ///
  /// - Parameters:
  ///   - inputs: the datasets that there are, by name.
  ///   - files: the files that datasets were read from, by the name of the dataset.
  ///   - progress: shows how far the step has come.
  /// - Returns: the datasets, not stored yet.
  /// - Throws: what the step throws.
  func make(
    inputs: [String: Dataset],
    files: [String: String],
    _ progress: @escaping ProgressReport
  ) async throws -> [Dataset] {
    let folder = try store.stage(key)
    let context = StepContext(
      session: session,
      inputs: node.definition.inputs.compactMap { inputs[$0] },
      places: node.definition.inputs.map { files[$0] ?? $0 },
      root: project.root,
      tablePrefix: "step_\(key.short)_",
      collector: collector,
      rejectedPath: "\(folder)/rejected.csv",
      language: project.settings.languages.first ?? .english,
      progress: progress
    )
    let plans = try await node.prepared.run(context)
    return try zip(node.prepared.outputs, zip(node.definition.outputs, plans)).map { output, made in
      try Dataset(made.0, output.structure, made.1)
    }
  }

  /// Whether a later step may read the rows as they are, rather than the file in which they are stored.
  ///
  /// They must lie in a table, in the order of the file: what a step makes of them is then the same.
  func canBeRead(_ made: [Dataset]) -> Bool {
    zip(node.prepared.outputs, made).allSatisfy { $0.isOrdered && $1.plan.isTable }
  }

  /// Writes the rows, checks them, and puts the result in its place.
  func store(_ made: [Dataset]) async throws {
    for (output, dataset) in zip(node.prepared.outputs, made) {
      let path = store.stagedFile(of: dataset.name, key)
      let rows = output.isOrdered ? dataset.plan : try dataset.stored()
      try await session.write(rows, toParquet: path, for: .storedResult)
      // A table is what was written; any other plan would be computed once more.
      let written = dataset.plan.isTable ? dataset : try output.dataset(dataset.name, parquet: path)
      try await check(written, output)
    }
    try store.stageDiagnostics(collector.diagnostics, key)
    try store.stageDigests(key)
    try store.keep(key, of: node.definition.name)
  }

  private func check(_ dataset: Dataset, _ output: StepOutput) async throws {
    let file = output.sourceFile ?? dataset.name
    let checks = try dataset.checks(
      project.catalogue,
      assured: output.assured,
      hasUniqueKeys: output.keepsKeys
    )
    for check in checks where try await !isProved(check) {
      for try await batch in try await session.rows(of: check.plan) where batch.rowCount > 0 {
        let rows = Int(try batch["rows"]?.integer(at: 0) ?? 0)
        guard rows > 0 else { continue }
        let line = try batch["line"]?.integer(at: 0).map { Int($0) }
        let diagnostic = try await diagnostic(of: check, isOneFile: output.sourceFile != nil)
        collector.report(diagnostic, rows: rows, first: Location(file, line: line))
      }
    }
  }

  /// What is told of a rule that rows break, with the lines of two that break it together.
  private func diagnostic(of check: DatasetCheck, isOneFile: Bool) async throws -> Diagnostic {
    guard isOneFile, let pair = check.pair else { return check.diagnostic }
    for try await batch in try await session.rows(of: pair) where batch.rowCount > 0 {
      guard let first = try batch["line"]?.integer(at: 0),
        let other = try batch["other"]?.integer(at: 0)
      else { continue }
      return check.diagnostic(lines: Int(first), Int(other))
    }
    return check.diagnostic
  }

  /// Whether a cheaper plan shows that no row breaks the rule.
  private func isProved(_ check: DatasetCheck) async throws -> Bool {
    guard let proof = check.proof, session.dialect.unsupported(in: proof.plan).isEmpty else {
      return false
    }
    for try await batch in try await session.rows(of: proof.plan) where batch.rowCount > 0 {
      return Int(try batch["rows"]?.integer(at: 0) ?? .max) <= proof.allowed
    }
    return false
  }
}
