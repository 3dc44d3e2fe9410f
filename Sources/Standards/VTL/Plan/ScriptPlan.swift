// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Relation

/// What a script comes to for an engine: a plan for each result that its outputs need, in order.
public struct ScriptPlan: Sendable {
  /// The results, each behind those that it reads.
  public let steps: [Step]

  /// One result.
  public struct Step: Sendable {
    /// The name of the result.
    public let name: String
    /// Its rows: the components of its structure as columns, in order.
    public let plan: Plan
    /// What its columns mean.
    public let structure: DatasetStructure
    /// Whether it is stored under its name before the next step, because several steps read it.
    public let isStored: Bool
    /// Whether it is an output of the script.
    public let isOutput: Bool
    /// Where its statement stands.
    public let location: Location
  }
}

extension AnalysedScript {
  /// The plans of the script's outputs: its persistent results, or all where it has none.
  ///
  /// A result that one step reads becomes a part of that step's plan; one that several read is stored
  /// once, as is every output. What no output needs is left out.
  ///
  /// - Parameters:
  ///   - inputs: the rows of each dataset from outside, with the components' columns.
  ///   - domains: the value domains by name, as the analysis had them.
  /// - Returns: the steps in an order in which they can run.
  /// - Throws: ``DiagnosticFailure`` with `vtl.not-executable` for each statement that needs what no
  ///   engine can do yet.
  public func plan(
    inputs: [String: Plan],
    domains: [String: ValueDomain] = [:]
  ) throws(DiagnosticFailure) -> ScriptPlan {
    let isKept = statements.contains(where: \.isPersistent)
    let outputs = Set(statements.filter { $0.isPersistent || !isKept }.map(\.name))
    let needed = needed(for: outputs)
    var readers: [String: Int] = [:]
    for statement in statements where needed.contains(statement.name) {
      for used in statement.uses { readers[used, default: 0] += 1 }
    }
    var compiler = PlanCompiler(inputs: inputs, domains: domains, propagation: propagation)
    var steps: [ScriptPlan.Step] = []
    var problems: [Diagnostic] = []
    for statement in statements where needed.contains(statement.name) {
      do throws(Diagnostic) {
        let isOutput = outputs.contains(statement.name)
        let isStored = isOutput || readers[statement.name, default: 0] > 1
        guard let dataset = try compiler.compile(statement, isStored: isStored) else { continue }
        if isStored {
          steps.append(
            ScriptPlan.Step(
              name: statement.name,
              plan: dataset.0,
              structure: dataset.1,
              isStored: isStored,
              isOutput: isOutput,
              location: statement.location
            )
          )
        }
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty { throw DiagnosticFailure(problems) }
    return ScriptPlan(steps: steps)
  }

  /// The results that some outputs need, themselves among them.
  private func needed(for outputs: Set<String>) -> Set<String> {
    let uses = Dictionary(statements.map { ($0.name, $0.uses) }, uniquingKeysWith: { $1 })
    var needed: Set<String> = []
    var open = Array(outputs)
    while let next = open.popLast() {
      if needed.insert(next).inserted { open += uses[next] ?? [] }
    }
    return needed
  }
}

extension ScalarType {
  /// The type of the column that holds values of the type.
  ///
  /// Times, periods and durations are texts here.
  var columnType: ColumnType {
    switch self {
    case .string, .time, .timePeriod, .duration, .scalar: .string
    case .integer: .integer
    case .number: .double
    case .boolean: .boolean
    case .date: .date
    }
  }
}

extension DatasetStructure {
  /// The columns of a relation with this structure.
  public var schema: Schema {
    Schema(components.map { Field($0.name, $0.type.columnType, isNullable: $0.isNullable) })
  }
}
