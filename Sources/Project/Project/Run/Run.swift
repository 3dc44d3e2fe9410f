// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import FoundationEssentials
internal import Platform
public import Relation
public import Structures

/// Computes a project: every step in order, only what changed.
///
/// Results are stored by what they depend on, so a step is computed again only when its file, its
/// structures, its data or its kind's version changed. A run holds the project's lock.
public struct Run: ~Copyable {
  let project: ProjectFolder
  /// The steps in order.
  public let graph: StepGraph
  let session: any Session
  let registry: DiagnosticRegistry
  private let store: ResultStore
  private let lock: FolderLock
  private let progress: ProgressReport
  private var results: [String: StepResult] = [:]
  private var computed: Set<ContentKey> = []

  /// Begins a run.
  ///
  /// - Parameters:
  ///   - project: the project.
  ///   - graph: its steps.
  ///   - session: the engine, which may read and write the project's folder.
  ///   - registry: all codes, to tell stored problems again.
  ///   - progress: shows how far the run has come.
  /// - Throws: `platform.locked` where another run holds the project.
  public init(
    _ project: ProjectFolder,
    _ graph: StepGraph,
    session: any Session,
    registry: DiagnosticRegistry,
    progress: @escaping ProgressReport
  ) throws {
    let store = try ResultStore(project.root)
    lock = try FolderLock(store.folder)
    self.store = store
    self.project = project
    self.graph = graph
    self.session = session
    self.registry = registry
    self.progress = progress
  }

  /// What a run would compute, and why, without computing anything.
  ///
  /// - Parameters:
  ///   - project: the project.
  ///   - graph: its steps.
  /// - Returns: the steps in order.
  /// - Throws: where files cannot be read.
  public static func plan(_ project: ProjectFolder, _ graph: StepGraph) throws -> [PlannedStep] {
    let store = try ResultStore(project.root)
    var keys: [String: ContentKey] = [:]
    return try graph.nodes.map { node in
      let key = try ContentKey(node, project, inputs: keys)
      for output in node.definition.outputs { keys[output] = key }
      let last = try store.last(of: node.definition.name)
      let isReady = try store.holds(key)
      let changes = last.map { key.changes(since: $0) } ?? ["new"]
      return PlannedStep(
        step: node.definition.name,
        kind: node.kind.name,
        reasons: isReady ? [] : changes.isEmpty ? ["result"] : changes
      )
    }
  }

  /// Runs every step.
  ///
  /// - Returns: what became of each, in order.
  /// - Throws: ``DiagnosticFailure`` with what stopped a step; results of the steps before it are kept.
  public mutating func steps() async throws -> [StepResult] {
    var keys: [String: ContentKey] = [:]
    var all: [StepResult] = []
    let clock = ContinuousClock()
    let start = clock.now
    for (position, node) in graph.nodes.enumerated() {
      try Task.checkCancellation()
      progress(
        Progress(
          node.definition.name,
          done: position,
          of: graph.nodes.count,
          elapsed: clock.now - start
        )
      )
      let key = try ContentKey(node, project, inputs: keys)
      for output in node.definition.outputs { keys[output] = key }
      if try !store.holds(key) { try await compute(node, key) }
      try store.remember(key, of: node.definition.name)
      let result = try stored(node, key, isNew: computed.contains(key))
      for dataset in result.datasets { results[dataset.name] = result }
      all.append(result)
    }
    try store.removeUnused(keeping: Set(keys.values))
    progress(
      Progress(
        "run",
        done: graph.nodes.count,
        of: graph.nodes.count,
        elapsed: clock.now - start
      )
    )
    return all
  }

  private mutating func compute(_ node: StepGraph.Node, _ key: ContentKey) async throws {
    let folder = try store.stage(key)
    let collector = DiagnosticCollector()
    let context = StepContext(
      session: session,
      inputs: node.definition.inputs.compactMap { dataset(named: $0) },
      root: project.root,
      tablePrefix: "step_\(key.short)_",
      collector: collector,
      rejectedPath: "\(folder)/rejected.csv",
      progress: progress
    )
    let plans = try await node.prepared.run(context)
    for (output, (name, plan)) in zip(node.prepared.outputs, zip(node.definition.outputs, plans)) {
      let path = "\(folder)/\(name).parquet"
      let made = try Dataset(name, output.structure, plan)
      let rows = output.isOrdered ? made.plan : try made.stored()
      try await session.write(rows, toParquet: path, for: .storedResult)
      try await check(try output.dataset(name, parquet: path), output, collector)
    }
    let stored = try JSONEncoder.sorted.encode(StoredDiagnostics(collector.diagnostics))
    try DurableFile.write(stored, to: "\(folder)/diagnostics.json")
    try store.keep(key, of: node.definition.name)
    computed.insert(key)
  }

  private func check(
    _ dataset: Dataset,
    _ output: StepOutput,
    _ collector: DiagnosticCollector
  ) async throws {
    let file = output.sourceFile ?? dataset.name
    for check in try dataset.checks(project.catalogue) {
      for try await batch in try await session.rows(of: check.plan) where batch.rowCount > 0 {
        let rows = Int(try batch["rows"]?.integer(at: 0) ?? 0)
        guard rows > 0 else { continue }
        let line = try batch["line"]?.integer(at: 0).map { Int($0) }
        collector.report(check.diagnostic, rows: rows, first: Location(file, line: line))
      }
    }
  }

  private func stored(
    _ node: StepGraph.Node,
    _ key: ContentKey,
    isNew: Bool
  ) throws -> StepResult {
    let folder = store.path(key)
    let definition = node.definition
    guard let data = try? WholeFile.bytes("\(folder)/diagnostics.json"),
      let diagnostics = try? JSONDecoder().decode(StoredDiagnostics.self, from: Data(data))
    else { throw ProjectDefinitions.badCache.at(nil, ["step": .text(definition.name)]) }
    let names = try DurableFolder.names(in: folder)
    let datasets = try zip(definition.outputs, node.prepared.outputs).map { name, output in
      try output.dataset(name, parquet: "\(folder)/\(name).parquet")
    }
    return StepResult(
      step: definition.name,
      state: isNew ? .computed : .stored,
      datasets: datasets,
      diagnostics: diagnostics.diagnostics(registry),
      rejectedPath: names.contains("rejected.csv") ? "\(folder)/rejected.csv" : nil,
      key: key
    )
  }

  /// A dataset that a step of this run made.
  public func dataset(named name: String) -> Dataset? {
    results[name]?.datasets.first { $0.name == name }
  }
}
