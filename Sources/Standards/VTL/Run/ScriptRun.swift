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
  private let script: AnalysedScript
  private let environment: AnalysisEnvironment
  private let session: any Session
  private var loaded: [String: DatasetLoad.Loaded] = [:]
  private var plan: ScriptPlan

  /// Plans a script.
  ///
  /// - Parameters:
  ///   - script: the script.
  ///   - environment: the datasets and value domains that it was analysed with.
  ///   - session: the engine.
  /// - Throws: ``DiagnosticFailure`` with what no engine can do yet.
  public init(
    _ script: AnalysedScript,
    _ environment: AnalysisEnvironment,
    session: any Session
  ) throws {
    self.script = script
    self.environment = environment
    self.session = session
    plan = try ScriptRun.plan(script, environment, [:])
  }

  private static func plan(
    _ script: AnalysedScript,
    _ environment: AnalysisEnvironment,
    _ loaded: [String: DatasetLoad.Loaded]
  ) throws -> ScriptPlan {
    var inputs: [String: Plan] = [:]
    for name in script.usedInputs {
      guard let structure = environment.datasets[name] else { continue }
      inputs[name] = loaded[name]?.rows ?? .scan(.table(name), schema: structure.schema)
    }
    return try script.plan(inputs: inputs, domains: environment.domains)
  }

  /// The datasets from outside that the outputs need.
  public var inputs: [String] { plan.inputs }

  /// The names of the outputs, in order.
  public var outputs: [String] { plan.steps.filter(\.isOutput).map(\.name) }

  /// Reads a dataset and checks it: types, identifiers that are missing or doubled, values that must be there.
  ///
  /// - Throws: ``DiagnosticFailure`` with everything that is wrong with its data.
  public mutating func load(_ input: DatasetInput) async throws {
    let load = DatasetLoad(input: input, domains: environment.domains, session: session)
    loaded[input.name] = try await load.run()
    plan = try ScriptRun.plan(script, environment, loaded)
  }

  /// Computes the results and writes each output as `NAME.csv`, with its structure in `NAME.json` beside it.
  ///
  /// - Parameter folder: an existing folder.
  /// - Throws: what the language makes an error of the run, with the place of its statement; what the engine
  ///   refuses.
  public func write(to folder: String) async throws {
    var known: Plan?
    if let texts = try TimeReading.texts(of: loaded.values.map(\.times)) {
      try await session.keep(texts, as: "_times")
      known = .scan(.table("_times"), schema: texts.schema)
    }
    for step in plan.steps {
      do {
        try await run(step, folder, known)
      } catch {
        let failure = Diagnostic(of: error)
        throw step.meaning(of: failure) ?? error
      }
    }
  }

  private func run(_ step: ScriptPlan.Step, _ folder: String, _ known: Plan?) async throws {
    let file = "\(folder)/\(step.name)"
    var rows = step.plan
    if step.isRead {
      try await session.keep(rows, as: step.name)
      rows = .scan(.table(step.name), schema: rows.schema)
    }
    guard step.isOutput else { return }
    let written = try step.structure.written(rows, known: known)
    try await session.write(written, toDelimitedText: file + ".csv")
    let description = StructureText(step.name, step.structure, isScalar: step.isScalar)
    try DurableFile.write(description.json.utf8, to: file + ".json")
  }
}
