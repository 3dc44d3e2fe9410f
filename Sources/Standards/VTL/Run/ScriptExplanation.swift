// SPDX-License-Identifier: Apache-2.0

public import Relation

/// What becomes of a script: the structure of each result, what it reads, and the statement for an engine.
public struct ScriptExplanation: Sendable {
  /// The explanation, a block a result.
  public let text: String

  /// Explains a script.
  ///
  /// - Parameters:
  ///   - script: the script.
  ///   - environment: the datasets and value domains that it was analysed with.
  ///   - dialect: the engine whose statements are shown.
  /// - Throws: ``DiagnosticFailure`` with what cannot be run.
  public init(
    _ script: AnalysedScript,
    _ environment: AnalysisEnvironment,
    dialect: SQLDialect
  ) throws {
    let inputs = environment.datasets.reduce(into: [String: Plan]()) { plans, dataset in
      plans[dataset.key] = .scan(.table(dataset.key), schema: dataset.value.schema)
    }
    let plan = try script.plan(
      inputs: inputs,
      domains: environment.domains,
      routines: environment.routines
    )
    let steps = Dictionary(
      plan.steps.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var blocks: [String] = []
    for statement in script.statements {
      var lines = ["\(statement.name)\(statement.isPersistent ? " <-" : " :=")"]
      switch statement.structure {
      case .scalar(let type): lines.append("  \(type.rawValue)")
      case .dataset(let structure):
        for component in structure.components {
          let isNullable = component.isNullable ? "" : " not null"
          lines.append(
            "  \(component.role.rawValue) \(component.name) \(component.type.rawValue)\(isNullable)"
          )
        }
      }
      if !statement.uses.isEmpty {
        lines.append("  reads \(statement.uses.joined(separator: ", "))")
      }
      if let step = steps[statement.name] {
        lines.append(step.isOutput ? "  written" : "  stored")
        let query = try SQLWriter(dialect).query(step.plan).text
        lines += query.split(separator: "\n").map { "  | \($0)" }
      } else {
        lines.append("  computed within what reads it")
      }
      blocks.append(lines.joined(separator: "\n"))
    }
    text = blocks.joined(separator: "\n\n")
  }
}
