// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Relation

/// A script with its data in an engine, and its results as files.
///
/// A run is used from one task.
///
/// Only the datasets that the outputs need are looked for and read.
public struct ScriptRun: Sendable {
  private let source: Script
  private var script: AnalysedScript
  private var environment: AnalysisEnvironment
  /// Where data are read, checked and written.
  private let session: any Session
  private let distributed: DistributedEngine?
  private var loaded: [String: DatasetLoad.Loaded] = [:]

  /// Analyses a script and looks whether it can run.
  ///
  /// - Parameters:
  ///   - source: the script.
  ///   - environment: the datasets and value domains that it may speak of.
  ///   - session: the engine that reads, checks and writes data.
  ///   - distributed: the engine that computes; the same one by default.
  /// - Throws: ``DiagnosticFailure`` with every problem of meaning, or with what no engine can do yet, or this
  ///   one cannot do at all.
  public init(
    _ source: Script,
    _ environment: AnalysisEnvironment,
    session: any Session,
    distributed: DistributedEngine? = nil
  ) throws {
    self.source = source
    self.environment = environment
    self.session = session
    self.distributed = distributed
    script = try ScriptRun.analysed(source, environment)
    if openPivot == nil { _ = try plan() }
  }

  /// The engine that computes.
  private var engine: any Session { distributed?.session ?? session }

  /// What is understood of a script, where all that is not waits for the measures of a `pivot`.
  private static func analysed(
    _ source: Script,
    _ environment: AnalysisEnvironment
  ) throws -> AnalysedScript {
    let (script, problems) = source.analysis(in: environment)
    let isWaiting = { (problem: Diagnostic) in
      problem.code == VTLDefinitions.openStructure.code
    }
    if problems.contains(where: { $0.severity == .error && !isWaiting($0) }) {
      throw DiagnosticFailure(problems.filter { !isWaiting($0) })
    }
    return script
  }

  private var plans: [String: Plan] {
    script.usedInputs.reduce(into: [:]) { plans, name in
      guard let structure = environment.datasets[name] else { return }
      plans[name] = loaded[name]?.rows ?? .scan(.table(name), schema: structure.schema)
    }
  }

  /// - Throws: ``DiagnosticFailure`` with what no engine can do, or the one that computes.
  private func plan() throws -> ScriptPlan {
    let plan = try script.plan(
      inputs: plans,
      domains: environment.domains,
      routines: environment.routines
    )
    try distributed?.judge(plan)
    return plan
  }

  private var openPivot: (pivot: PlanCompiler.OpenPivot, before: [(name: String, plan: Plan)])? {
    script.openPivot(
      inputs: plans,
      domains: environment.domains,
      routines: environment.routines
    )
  }

  /// Asks the data for the measures of a `pivot` whose identifier no domain lists.
  private mutating func close(
    _ pivot: PlanCompiler.OpenPivot,
    _ before: [(name: String, plan: Plan)]
  ) async throws {
    for (name, plan) in before { try await engine.keep(plan, as: name) }
    var codes: [String] = []
    for try await batch in try await engine.rows(of: pivot.codes.sort(by: ["_code"])) {
      for row in 0..<batch.rowCount {
        if let code = try batch["_code"]?.string(at: row) { codes.append(code) }
      }
    }
    environment.pivots[pivot.place] = codes
    script = try ScriptRun.analysed(source, environment)
  }

  /// The next dataset from outside that the outputs need; `nil` where all are loaded.
  ///
  /// - Throws: what the engine refuses while it looks for the measures of a `pivot`.
  public mutating func nextInput() async throws -> String? {
    while true {
      if let name = script.usedInputs.first(where: { loaded[$0] == nil }) { return name }
      guard let (pivot, before) = openPivot, environment.pivots[pivot.place] == nil else {
        return nil
      }
      try await close(pivot, before)
    }
  }

  /// The names of the outputs, in order.
  public var outputs: [String] {
    script.statements.map(\.name).filter(script.outputs.contains)
  }

  /// Reads a dataset and checks it: types, identifiers that are missing or doubled, values that must be there.
  ///
  /// - Throws: ``DiagnosticFailure`` with everything that is wrong with its data.
  public mutating func load(_ input: DatasetInput) async throws {
    let load = DatasetLoad(input: input, domains: environment.domains, session: session)
    let rows = try await load.run()
    loaded[input.name] = try await distributed?.take(rows, as: input.name, from: session) ?? rows
  }

  /// Computes the results and writes each output as `NAME.csv`, with its structure in `NAME.json` beside it.
  ///
  /// - Parameter folder: an existing folder.
  /// - Throws: what the language makes an error of the run, with the place of its statement; what the engine
  ///   refuses.
  public mutating func write(to folder: String) async throws {
    script = try source.analysed(in: environment)
    let plan = try plan()
    try await plan.judgeQueries(in: session)
    var known: Plan?
    if let texts = try TimeReading.texts(of: loaded.values.map(\.times)) {
      try await session.keep(texts, as: "_times")
      known = .scan(.table("_times"), schema: texts.schema)
    }
    var last: [String: Int] = [:]
    for (index, step) in plan.steps.enumerated() {
      for table in step.plan.tables { last[table] = index }
    }
    for (index, step) in plan.steps.enumerated() {
      do {
        try await run(step, folder, known)
      } catch {
        let failure = Diagnostic(of: error)
        throw step.meaning(of: failure) ?? error
      }
      // What no later step reads makes room.
      for table in step.plan.tables.sorted() where last[table] == index {
        try await engine.drop(table: table)
      }
    }
  }

  private func run(_ step: ScriptPlan.Step, _ folder: String, _ known: Plan?) async throws {
    let file = "\(folder)/\(step.name)"
    var rows = step.plan
    if step.isRead {
      try await engine.keep(rows, as: step.table)
      rows = .scan(.table(step.table), schema: rows.schema)
    }
    guard step.isOutput else { return }
    rows = try await distributed?.result(rows, named: step.name) ?? rows
    let written = try step.structure.written(rows, known: known)
    try await session.write(written, toDelimitedText: file + ".csv")
    let description = StructureText(step.name, step.structure, isScalar: step.isScalar)
    try DurableFile.write(description.json.utf8, to: file + ".json")
  }
}
