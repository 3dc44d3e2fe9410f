// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Relation

/// A script with its data in an engine, and its results as files.
///
/// Only the datasets that the outputs need are looked for and read.
public struct ScriptRun: Sendable {
  private let plan: ScriptPlan
  private let environment: AnalysisEnvironment
  private let session: any Session

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
    var inputs: [String: Plan] = [:]
    for name in script.usedInputs {
      guard let structure = environment.datasets[name] else { continue }
      inputs[name] = .scan(.table(name), schema: structure.schema)
    }
    plan = try script.plan(inputs: inputs, domains: environment.domains)
    self.environment = environment
    self.session = session
  }

  /// The datasets from outside that the outputs need.
  public var inputs: [String] { plan.inputs }

  /// The names of the outputs, in order.
  public var outputs: [String] { plan.steps.filter(\.isOutput).map(\.name) }

  /// Reads a dataset and checks it: types, identifiers that are missing or doubled, values that must be there.
  ///
  /// - Throws: ``DiagnosticFailure`` with everything that is wrong with its data.
  public func load(_ input: DatasetInput) async throws {
    try await DatasetLoad(input: input, domains: environment.domains, session: session).run()
  }

  /// Computes the results and writes each output as `NAME.csv`, with its structure in `NAME.json` beside it.
  ///
  /// - Parameter folder: an existing folder.
  /// - Throws: what the language makes an error of the run, with the place of its statement; what the engine
  ///   refuses.
  public func write(to folder: String) async throws {
    for step in plan.steps {
      do {
        try await run(step, folder)
      } catch {
        let failure = Diagnostic(of: error)
        throw step.meaning(of: failure) ?? error
      }
    }
  }

  private func run(_ step: ScriptPlan.Step, _ folder: String) async throws {
    let file = "\(folder)/\(step.name)"
    var rows = step.plan
    if step.isRead {
      try await session.keep(rows, as: step.name)
      rows = .scan(.table(step.name), schema: rows.schema)
    }
    guard step.isOutput else { return }
    try await session.write(step.structure.written(rows), toDelimitedText: file + ".csv")
    let description = StructureText(step.name, step.structure, isScalar: step.isScalar)
    try DurableFile.write(description.json.utf8, to: file + ".json")
  }
}
