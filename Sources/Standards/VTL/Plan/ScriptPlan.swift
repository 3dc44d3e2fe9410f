// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
import Glibc
public import Relation
public import Values

/// What a script comes to for an engine: a plan for each result that its outputs need, in order.
public struct ScriptPlan: Sendable {
  /// The results, each behind those that it reads.
  public let steps: [Step]
  /// The datasets from outside that the outputs need, in the order of their first use.
  public let inputs: [String]

  /// The queries that `eval` calls, which an engine must have judged before any step runs.
  let queries: [Query]

  /// A query of a user, and the names that it may read.
  struct Query: Sendable {
    let routine: String
    let text: String
    let operands: [String]
  }

  /// One result.
  public struct Step: Sendable {
    /// The name of the result.
    public let name: String
    /// The table in which it is stored where it is.
    public let table: String
    /// Its rows: the components of its structure as columns, in order.
    public let plan: Plan
    /// What its columns mean.
    public let structure: DatasetStructure
    /// Whether it is stored under its name before the next step, because several steps read it.
    public let isStored: Bool
    /// Whether it is an output of the script.
    public let isOutput: Bool
    /// Whether a later step reads it from where it is stored.
    public let isRead: Bool
    /// Whether it is a single value: one row with one column under the name of the result.
    public let isScalar: Bool
    /// Where its statement stands.
    public let location: Location

    /// Rows that the plan of a statement reads several times.
    static func auxiliary(_ name: String, _ plan: Plan, of statement: AnalysedStatement) -> Step {
      Step(
        name: name,
        table: name,
        plan: plan,
        structure: DatasetStructure([]),
        isStored: true,
        isOutput: false,
        isRead: true,
        isScalar: false,
        location: statement.location
      )
    }
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
  ///   - routines: queries in SQL that `eval` may call, by the name of the routine.
  ///   - prefix: what the names of tables begin with; nothing by default.
  ///   - today: the day of `current_date`; that of the clock in Greenwich by default.
  /// - Returns: the steps in an order in which they can run.
  /// - Throws: ``DiagnosticFailure`` with `vtl.not-executable` for each statement that needs what no
  ///   engine can do yet.
  public func plan(
    inputs: [String: Plan],
    domains: [String: ValueDomain] = [:],
    routines: [String: String] = [:],
    tablePrefix prefix: String = "",
    today: CalendarDate? = nil
  ) throws(DiagnosticFailure) -> ScriptPlan {
    let outputs = outputs
    let needed = needed(for: outputs)
    var readers: [String: Int] = [:]
    for statement in statements where needed.contains(statement.name) {
      for used in statement.uses { readers[used, default: 0] += 1 }
    }
    var compiler = PlanCompiler(
      inputs: inputs,
      domains: domains,
      propagation: propagation,
      routines: routines,
      tablePrefix: prefix,
      today: (today ?? .today).daysSinceEpoch
    )
    var steps: [ScriptPlan.Step] = []
    var problems: [Diagnostic] = []
    for statement in statements where needed.contains(statement.name) {
      do throws(Diagnostic) {
        let isOutput = outputs.contains(statement.name)
        let readers = readers[statement.name, default: 0]
        let isStored = isOutput || readers > 1
        let compiled = try compiler.compile(statement, isStored: isStored)
        for (name, plan) in compiler.takeAuxiliary() {
          steps.append(.auxiliary(name, plan, of: statement))
        }
        if isOutput || isStored && !compiled.isScalar {
          steps.append(
            ScriptPlan.Step(
              name: statement.name,
              table: prefix + statement.name,
              plan: compiled.plan,
              structure: compiled.structure,
              isStored: isStored && !compiled.isScalar,
              isOutput: isOutput,
              isRead: readers > 0 && !compiled.isScalar,
              isScalar: compiled.isScalar,
              location: statement.location
            )
          )
        }
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty { throw DiagnosticFailure(problems) }
    return ScriptPlan(
      steps: steps,
      inputs: self.inputs(of: needed),
      queries: compiler.queries
    )
  }

  /// The names of the results that the script gives: the persistent ones, or all where it has none.
  var outputs: Set<String> {
    let isKept = statements.contains(where: \.isPersistent)
    return Set(statements.filter { $0.isPersistent || !isKept }.map(\.name))
  }

  /// The datasets from outside that the outputs need, in the order of their first use.
  public var usedInputs: [String] { inputs(of: needed(for: outputs)) }

  /// The datasets from outside that a result comes from, by any number of steps.
  public func origins(of result: String) -> [String] { inputs(of: needed(for: [result])) }

  private func inputs(of needed: Set<String>) -> [String] {
    let results = Set(statements.map(\.name))
    return statements.filter { needed.contains($0.name) }.flatMap(\.uses)
      .filter { !results.contains($0) }.unique
  }

  /// The first `pivot` whose measures only the data tell, and what is stored before its query can run.
  func openPivot(
    inputs: [String: Plan],
    domains: [String: ValueDomain],
    routines: [String: String]
  ) -> (pivot: PlanCompiler.OpenPivot, before: [(name: String, plan: Plan)])? {
    let needed = needed(for: outputs)
    var compiler = PlanCompiler(
      inputs: inputs,
      domains: domains,
      propagation: propagation,
      routines: routines,
      tablePrefix: "",
      today: CalendarDate.today.daysSinceEpoch
    )
    for statement in statements where needed.contains(statement.name) {
      _ = try? compiler.compile(statement, isStored: false)
      if let pivot = compiler.openPivot { return (pivot, compiler.takeAuxiliary()) }
    }
    return nil
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
  /// Periods and intervals are whole numbers here (``TimeCode``), durations texts.
  var columnType: ColumnType {
    switch self {
    case .string, .duration, .scalar: .string
    case .integer, .time, .timePeriod: .integer
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

extension CalendarDate {
  /// The day of the clock in Greenwich.
  fileprivate static var today: CalendarDate {
    CalendarDate(daysSinceEpoch: Int32(clamping: time(nil) / 86_400))
  }
}
