// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
public import Relation
internal import Structures

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
  let store: ResultStore
  private let lock: FolderLock
  private let digests: FileDigests?
  private let progress: ProgressReport

  /// Begins a run.
  ///
  /// - Parameters:
  ///   - project: the project.
  ///   - graph: its steps.
  ///   - session: the engine, which may read and write the project's folder.
  ///   - registry: all codes, to tell stored problems again.
  ///   - digests: those of the files that steps read; by default the run reads them itself.
  ///   - progress: shows how far the run has come.
  /// - Throws: `platform.locked` where another run holds the project.
  public init(
    _ project: ProjectFolder,
    _ graph: StepGraph,
    session: any Session,
    registry: DiagnosticRegistry,
    digests: FileDigests? = nil,
    progress: @escaping ProgressReport
  ) throws {
    let store = try ResultStore(project.root)
    lock = try FolderLock(store.folder)
    self.digests = digests
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
    let digests = FileDigests(project)
    var keys: [String: ContentKey] = [:]
    return try graph.nodes.map { node in
      let key = try ContentKey(node, project, inputs: keys, digests)
      for output in node.definition.outputs { keys[output] = key }
      let last = try store.last(of: node.definition.name)
      let isReady = try store.holdsWhole(key, of: node)
      let changes = last.map { key.changes(since: $0) } ?? ["new"]
      return PlannedStep(
        step: node.definition.name,
        kind: node.kind.name,
        reasons: isReady ? [] : changes.isEmpty ? ["result"] : changes
      )
    }
  }

  /// The results of all steps where every one of them stands ready, for those who only read.
  ///
  /// Neither the project's lock nor the right to write is needed, so another run may go on meanwhile.
  ///
  /// - Parameters:
  ///   - project: the project.
  ///   - graph: its steps.
  ///   - registry: all codes, to tell stored problems again.
  /// - Returns: the results in order; `nil` where a step would have to be computed.
  /// - Throws: where files cannot be read.
  public static func ready(
    _ project: ProjectFolder,
    _ graph: StepGraph,
    registry: DiagnosticRegistry
  ) throws -> [StepResult]? {
    let store = try ResultStore(reading: project.root)
    let digests = FileDigests(project)
    var keys: [String: ContentKey] = [:]
    var results: [StepResult] = []
    for node in graph.nodes {
      let key = try ContentKey(node, project, inputs: keys, digests)
      for output in node.definition.outputs { keys[output] = key }
      guard (try? store.holdsWhole(key, of: node)) == true else { return nil }
      results.append(try store.result(of: node, key, .stored, registry))
    }
    return results
  }

  /// Runs every step; the result of one is stored and checked while the next one is computed.
  ///
  /// - Returns: what became of each, in order.
  /// - Throws: ``DiagnosticFailure`` with what stopped a step; results of the steps before it are kept.
  public func steps() async throws -> [StepResult] {
    try SpillFolder.removeLeftovers(in: store.folder)
    let keys = try await computed()
    try store.removeUnused(keeping: Set(keys.map(\.key)))
    return try zip(graph.nodes, keys).map { node, made in
      try store.result(of: node, made.key, made.state, registry)
    }
  }

  private func computed() async throws -> [(key: ContentKey, state: StepResult.State)] {
    try await withThrowingTaskGroup(of: Void.self) { storing in
      do {
        return try await compute(&storing)
      } catch {
        // What is still on its way is the result of an earlier step: it is kept, or its problem told.
        try await storing.waitForAll()
        throw error
      }
    }
  }

  /// Results that are on their way to the disk at once: small ones need not wait behind a large one.
  private static var resultsOnTheirWay: Int { 3 }

  /// Computes what does not stand ready, with few results on their way to the disk.
  private func compute(
    _ storing: inout ThrowingTaskGroup<Void, any Error>
  ) async throws -> [(key: ContentKey, state: StepResult.State)] {
    let digests =
      if let given = digests { given } else { await FileDigests(of: graph, in: project) }
    var made: [(key: ContentKey, state: StepResult.State)] = []
    var keys: [String: ContentKey] = [:]
    var datasets: [String: Dataset] = [:]
    var files: [String: String] = [:]
    var waiting = 0
    let start = ContinuousClock.now
    for node in graph.nodes {
      try Task.checkCancellation()
      tell(node.definition.name, done: made.count, since: start)
      let key = try ContentKey(node, project, inputs: keys, digests)
      let isReady = try store.holdsWhole(key, of: node)
      if isReady {
        try store.remember(key, of: node.definition.name)
      } else {
        try store.removeDamaged(key)
        let work = StepWork(node, key, project, session, store)
        let rows = try await work.make(inputs: datasets, files: files, progress)
        if waiting == Run.resultsOnTheirWay {
          try await storing.next()
          waiting -= 1
        }
        storing.addTask { try await work.store(rows) }
        waiting += 1
        if work.canBeRead(rows) {
          for dataset in rows { datasets[dataset.name] = dataset }
        } else {
          try await storing.waitForAll()
          waiting = 0
        }
      }
      for (name, output) in zip(node.definition.outputs, node.prepared.outputs) {
        keys[name] = key
        files[name] = output.sourceFile
        guard datasets[name] == nil else { continue }
        datasets[name] = try output.dataset(name, parquet: store.file(of: name, key))
      }
      made.append((key: key, state: isReady ? .stored : .computed))
    }
    try await storing.waitForAll()
    tell("run", done: made.count, since: start)
    return made
  }

  private func tell(_ name: String, done: Int, since start: ContinuousClock.Instant) {
    progress(
      Progress(name, done: done, of: graph.nodes.count, elapsed: ContinuousClock.now - start)
    )
  }
}
