// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// A value of a plan, beside the expressions of the language.
typealias PlanValue = Relation.Expression

/// Writes analysed datasets as plans.
struct PlanCompiler {
  let inputs: [String: Plan]
  let domains: [String: ValueDomain]
  let propagation: PropagationRules
  /// What the names of tables begin with.
  let prefix: String
  /// The day of `current_date`, the same in every statement of a run.
  let today: Int32
  private var results: [String: Plan] = [:]
  private var scalars: [String: ValueExpression] = [:]
  var columnCount = 0
  /// Queries that `eval` may call, by the name of the routine.
  let routines: [String: String]
  /// The queries of users that plans hold, with the names that each may read.
  private(set) var queries: [ScriptPlan.Query] = []
  /// The first `pivot` that was met whose measures only the data tell.
  var openPivot: OpenPivot?
  /// What is stored for the statement, in order, because it reads it more than once.
  private(set) var auxiliary: [(name: String, plan: Plan)] = []

  init(
    inputs: [String: Plan],
    domains: [String: ValueDomain],
    propagation: PropagationRules,
    routines: [String: String],
    tablePrefix prefix: String,
    today: Int32
  ) {
    self.routines = routines
    self.prefix = prefix
    self.today = today
    self.inputs = inputs
    self.domains = domains
    self.propagation = propagation
  }

  /// A `pivot` whose measures only the data tell, and the query for their names.
  struct OpenPivot {
    let place: Place
    /// One row = one code, in the column `_code`.
    let codes: Plan
  }

  /// What a statement comes to.
  struct Compiled {
    let plan: Plan
    let structure: DatasetStructure
    /// Whether it is a single value, which stands in the plans that read it.
    let isScalar: Bool
  }

  /// The plan of a statement; of a scalar one row with its value.
  mutating func compile(
    _ statement: AnalysedStatement,
    isStored: Bool
  ) throws(Diagnostic) -> Compiled {
    do {
      switch statement.value {
      case .value(let value):
        scalars[statement.name] = value
        let component = DatasetComponent(statement.name, .measure, value.type)
        let structure = DatasetStructure([component])
        let row = try Plan.values([[0]], schema: Schema([Field("_row", .integer)]))
        let output = ProjectedComponent(name: statement.name, value: value)
        return Compiled(
          plan: try project(row, [output], structure),
          structure: structure,
          isScalar: true
        )
      case .dataset(let dataset):
        let compiled = try plan(dataset)
        results[statement.name] =
          isStored ? .scan(.table(prefix + statement.name), schema: compiled.schema) : compiled
        return Compiled(plan: compiled, structure: dataset.structure, isScalar: false)
      }
    } catch let error as Diagnostic {
      throw error.location == nil
        ? Diagnostic(
          error.definition,
          location: statement.location,
          arguments: error.arguments,
          suggestion: error.suggestion
        ) : error
    } catch {
      throw unsupported(statement.name)
    }
  }

  func unsupported(_ operation: String) -> Diagnostic {
    VTLDefinitions.notExecutable.at(nil, ["operator": .text(operation)])
  }

  // MARK: Datasets

  mutating func plan(_ dataset: DatasetExpression) throws -> Plan {
    switch dataset.node {
    case .input(let name):
      guard let plan = inputs[name] else { throw unsupported(name) }
      return try plan.select(dataset.structure.names)
    case .result(let name):
      guard let plan = results[name] else { throw unsupported(name) }
      return plan
    case .project(let operand, let outputs):
      return try project(plan(operand), outputs, dataset.structure)
    case .filter(let operand, let condition):
      return try filter(plan(operand), condition)
    case .combine(let combination): return try combine(combination, dataset.structure)
    case .aggregate(let operand, let aggregation):
      return try aggregate(plan(operand), aggregation, dataset.structure)
    case .set(let word, let operands): return try set(word, operands, dataset.structure)
    case .pivot(let operand, let identifier, let measure):
      return try pivot(operand, identifier, measure, dataset.structure, at: dataset.place)
    case .unpivot(let operand, let identifier, let measure):
      return try unpivot(operand, identifier, measure, dataset.structure)
    case .existsIn(let left, let right, let keys, let retain):
      return try existsIn(left, right, keys, retain, dataset.structure)
    case .choice(let branches, let otherwise):
      return try choose(branches, otherwise, dataset.structure)
    case .check(let check): return try self.check(check, dataset.structure)
    case .checkDatapoint(let check): return try checkDatapoint(check, dataset.structure)
    case .fillTimeSeries(let operand, let time, let isSingle):
      return try fillTimeSeries(operand, time, isSingle: isSingle, dataset.structure)
    case .flow(let operand, let time, let isCumulative):
      return try flow(operand, time, isCumulative: isCumulative, dataset.structure)
    case .timeshift(let operand, let time, let shift):
      return try timeshift(operand, time, by: shift, dataset.structure)
    case .hierarchy(let call):
      return try call.isCheck
        ? checkHierarchy(call, dataset.structure) : hierarchy(call, dataset.structure)
    case .routine(let call): return try routine(call, dataset.structure)
    }
  }

  /// Rows that are computed once and read several times.
  mutating func stored(_ plan: Plan) -> Plan {
    if plan.isTable { return plan }
    columnCount += 1
    let name = "\(prefix)_t\(columnCount)"
    auxiliary.append((name: name, plan: plan))
    return .scan(.table(name), schema: plan.schema)
  }

  /// What is stored since it was last asked.
  mutating func takeAuxiliary() -> [(name: String, plan: Plan)] {
    defer { auxiliary = [] }
    return auxiliary
  }

  /// The rows of a query over datasets, which it knows by their names.
  private mutating func routine(_ call: RoutineCall, _ structure: DatasetStructure) throws -> Plan {
    guard let text = routines[call.routine],
      call.language.map({ $0.lowercased() == "sql" }) ?? true
    else { throw unsupported("eval \(call.routine)") }
    var inputs: [NamedPlan] = []
    for argument in call.arguments {
      guard case .dataset(let dataset) = argument, let name = dataset.name else {
        throw unsupported("eval \(call.routine)")
      }
      inputs.append(NamedPlan(name, try dataset.structure.written(plan(dataset))))
    }
    queries.append(
      ScriptPlan.Query(routine: call.routine, text: text, operands: inputs.map(\.name))
    )
    let rows = Plan.query(text, over: inputs, schema: structure.writtenSchema)
    // The query's columns have the types of the engine: each is cast to that of its component.
    let cast = try rows.project(
      structure.components.map {
        NamedExpression($0.name, PlanValue.column($0.name).cast(to: $0.type.writtenType))
      }
    )
    return try structure.computable(cast)
  }

  /// A name for a column that serves the plan and is dropped again.
  mutating func hiddenName() -> String {
    columnCount += 1
    return "_v\(columnCount)"
  }

  /// Columns computed in each row; analytic ones are computed before, as columns of their own.
  mutating func project(
    _ input: Plan,
    _ outputs: [ProjectedComponent],
    _ structure: DatasetStructure
  ) throws -> Plan {
    var values = ValueCompiler(self)
    var columns: [NamedExpression] = []
    for output in outputs {
      let type = structure[output.name]?.type.columnType ?? .string
      columns.append(NamedExpression(output.name, try values.value(output.value, as: type)))
    }
    return try beside(input, values).project(columns)
  }

  mutating func filter(_ input: Plan, _ condition: ValueExpression) throws -> Plan {
    var values = ValueCompiler(self)
    let test = try values.value(condition, as: .boolean)
    let rows = try beside(input, values).filter(test)
    return rows.schema == input.schema ? rows : try rows.select(input.schema.names)
  }

  /// The rows with what values need beside each of them: the one value of other datasets, and windows.
  mutating func beside(_ input: Plan, _ values: ValueCompiler) throws -> Plan {
    var rows = try values.singles.reduce(input) { rows, single in
      let value = NamedExpression(single.name, .column(single.component))
      return try rows.join(plan(single.dataset).project([value]), .left, on: [JoinKey]())
    }
    for prepared in values.prepared {
      rows = try rows.adding([prepared.column])
      if prepared.isReading {
        rows = try TimeReading([(prepared.column.name, .time)]).rows(rows)
      }
    }
    return values.windows.isEmpty ? rows : try rows.window(values.windows)
  }

  /// The value of a scalar result, written out.
  func scalar(_ name: String) -> ValueExpression? { scalars[name] }
}

extension DatasetExpression {
  /// The name by which the script calls the dataset; `nil` of an expression.
  fileprivate var name: String? {
    switch node {
    case .input(let name), .result(let name): name
    default: nil
    }
  }
}
