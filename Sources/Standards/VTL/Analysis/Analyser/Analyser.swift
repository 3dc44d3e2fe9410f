// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Finds the structure of every result of a script before there are any data.
///
/// Statements are analysed in an order in which each stands behind those whose results it names; a
/// scalar result named within a clause is analysed when it is met. A problem ends the analysis of its
/// statement, and what depends on that statement is left out in silence, so that one mistake is told
/// once.
struct Analyser {
  /// How deep expressions may lie within each other, those of defined operators included.
  static let depthLimit = 3 * Parser.depthLimit
  /// How many calls of defined operators are written out.
  static let expansionLimit = 10_000
  /// How many statements may wait for each other's scalars.
  static let waitingLimit = 40

  let source: SourceText
  let environment: AnalysisEnvironment
  private(set) var operators: [String: OperatorDefinition] = [:]
  private(set) var datapointRulesets: [String: DatapointRulesetDefinition] = [:]
  private(set) var hierarchicalRulesets: [String: HierarchicalRulesetDefinition] = [:]
  private(set) var propagation = PropagationRules()
  private var assignments: [String: Assignment] = [:]
  private var order: [String] = []
  private var results: [String: Outcome] = [:]
  private var finished: [AnalysedStatement] = []
  private var waiting: [String] = []
  private var uses: [[String]] = []
  private var problems: [Diagnostic] = []
  var expansions = 0
  /// How many expressions are being analysed within each other.
  var depth = 0

  struct Assignment {
    let name: Name
    let isPersistent: Bool
    let expression: Expression
  }

  private enum Outcome {
    case inProgress
    case failed
    case known(ResultStructure)
  }

  /// Thrown where a statement depends on one whose problem was told already.
  static let told = DiagnosticDefinition(
    "vtl.told",
    message: (en: "told", fr: "dit"),
    remedy: (en: "told", fr: "dit"),
    explanation: (en: "told", fr: "dit")
  )

  init(_ source: SourceText, _ environment: AnalysisEnvironment) {
    self.source = source
    self.environment = environment
  }

  /// Analyses a script.
  ///
  /// - Returns: the statements that were understood, and every problem in the order of the text.
  mutating func analyse(_ script: Script) -> (AnalysedScript, [Diagnostic]) {
    for statement in script.statements { declare(statement) }
    checkDefinitions()
    for name in DependencyOrder.of(order, assignments) { analyse(name) }
    let sorted = problems.sorted { left, right in
      (left.location ?? Location("")) < (right.location ?? Location(""))
    }
    return (AnalysedScript(statements: finished, propagation: propagation), sorted)
  }

  // MARK: Declarations

  private mutating func declare(_ statement: Statement) {
    switch statement.content {
    case .assignment(let name, let isPersistent, let expression):
      if assignments[name.text] != nil || environment.datasets[name.text] != nil
        || environment.scalars[name.text] != nil
      {
        report(problem(VTLDefinitions.assignedTwice, ["name": .text(name.text)], at: name.place))
        return
      }
      order.append(name.text)
      assignments[name.text] = Assignment(
        name: name,
        isPersistent: isPersistent,
        expression: expression
      )
    case .defineOperator(let definition): declare(definition, definition.name, in: \.operators)
    case .defineDatapointRuleset(let definition):
      declare(definition, definition.name, in: \.datapointRulesets)
    case .defineHierarchicalRuleset(let definition):
      declare(definition, definition.name, in: \.hierarchicalRulesets)
    case .defineViralPropagation(let definition):
      let list: WritableKeyPath<Analyser, [String: ViralPropagationDefinition]> =
        definition.kind == .variable ? \.propagation.variables : \.propagation.domains
      declare(definition, definition.target, in: list)
    }
  }

  private mutating func declare<Definition>(
    _ definition: Definition,
    _ name: Name,
    in list: WritableKeyPath<Analyser, [String: Definition]>
  ) {
    if self[keyPath: list][name.text] != nil {
      report(problem(VTLDefinitions.definedTwice, ["name": .text(name.text)], at: name.place))
    } else {
      self[keyPath: list][name.text] = definition
    }
  }

  // MARK: Statements

  private mutating func analyse(_ name: String) {
    guard results[name] == nil, let assignment = assignments[name] else { return }
    results[name] = .inProgress
    waiting.append(name)
    uses.append([])
    defer {
      waiting.removeLast()
      uses.removeLast()
    }
    do {
      let value = try analyse(assignment.expression, Scope())
      let structure = result(of: value)
      results[name] = .known(structure)
      finished.append(
        AnalysedStatement(
          name: name,
          isPersistent: assignment.isPersistent,
          structure: structure,
          uses: uses.last ?? [],
          location: source.location(of: assignment.name.place.start),
          value: value
        )
      )
    } catch {
      results[name] = .failed
      report(error)
    }
  }

  private func result(of value: DatasetOrValue) -> ResultStructure {
    switch value {
    case .value(let value): .scalar(value.type)
    case .dataset(let dataset): .dataset(dataset.structure)
    }
  }

  /// What a name beside datasets stands for.
  mutating func resolve(_ written: Name) throws -> DatasetOrValue {
    let name = known(written)
    let text = name.text
    if let structure = environment.datasets[text] {
      use(text)
      return .dataset(
        DatasetExpression(node: .input(text), structure: structure, place: name.place)
      )
    }
    if let type = environment.scalars[text] {
      use(text)
      return .value(scalar(name, type))
    }
    guard assignments[text] != nil else { throw unknown(name) }
    switch try structure(ofResult: name) {
    case .dataset(let structure):
      return .dataset(
        DatasetExpression(node: .result(text), structure: structure, place: name.place)
      )
    case .scalar(let type): return .value(scalar(name, type))
    }
  }

  /// The name that a written one stands for, for capital letters do not count.
  private func known(_ name: Name) -> Name {
    if isKnown(name.text) { return name }
    let all = Array(environment.datasets.keys) + environment.scalars.keys + assignments.keys
    return all.oneInOtherCase(than: name.text).map { Name($0, at: name.place) } ?? name
  }

  /// Whether a name is known beside datasets.
  func isKnown(_ name: String) -> Bool {
    environment.datasets[name] != nil || environment.scalars[name] != nil
      || assignments[name] != nil
  }

  private func scalar(_ name: Name, _ type: ScalarType) -> ValueExpression {
    ValueExpression(node: .scalar(name.text), type: type, isNullable: true, place: name.place)
  }

  private mutating func structure(ofResult name: Name) throws -> ResultStructure {
    if results[name.text] == nil {
      guard waiting.count < Analyser.waitingLimit else {
        throw problem(
          VTLDefinitions.tooDeep,
          ["limit": .count(Analyser.waitingLimit)],
          at: name.place
        )
      }
      analyse(name.text)
    }
    use(name.text)
    switch results[name.text] {
    case .known(let structure): return structure
    case .inProgress:
      let start = waiting.firstIndex(of: name.text) ?? 0
      let names = waiting[start...] + [name.text]
      throw problem(
        VTLDefinitions.cycle,
        ["names": .text(names.joined(separator: " → "))],
        at: name.place
      )
    case .failed, nil: throw Analyser.told.at()
    }
  }

  private mutating func use(_ name: String) {
    guard !uses.isEmpty, !uses[uses.count - 1].contains(name) else { return }
    uses[uses.count - 1].append(name)
  }

  private func unknown(_ name: Name) -> Diagnostic {
    let known =
      Array(environment.datasets.keys) + environment.scalars.keys + assignments.keys
    return problem(
      VTLDefinitions.unknownName,
      ["name": .text(name.text)],
      at: name.place,
      suggestion: NearestName.of(name.text, among: known)
    )
  }

  // MARK: Problems

  func problem(
    _ definition: DiagnosticDefinition,
    _ arguments: [String: MessageArgument] = [:],
    at place: Place,
    suggestion: String? = nil
  ) -> Diagnostic {
    definition.at(source.location(of: place.start), arguments, suggestion: suggestion)
  }

  mutating func report(_ error: any Error) {
    let diagnostic = Diagnostic(of: error)
    if problems.count < Parser.problemLimit, diagnostic.code != Analyser.told.code {
      problems.append(diagnostic)
    }
  }
}
