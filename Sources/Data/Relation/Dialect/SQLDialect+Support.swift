// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension SQLDialect {
  /// Everything in a plan that this engine cannot do, told before anything runs.
  ///
  /// - Returns: one diagnostic an operation; empty where the plan can run.
  public func unsupported(in plan: Plan) -> [Diagnostic] {
    var found: [Diagnostic] = []
    visit(plan) { operation in
      let diagnostic = cannot(operation)
      if !found.contains(diagnostic) { found.append(diagnostic) }
    }
    return found
  }

  /// What is told where a session of the engine lacks an operation.
  public func unsupported(_ operation: String) -> Diagnostic { cannot(operation) }

  func cannot(_ operation: String) -> Diagnostic {
    RelationDefinitions.unsupportedByEngine.at(
      nil,
      ["engine": .text(name), "operation": .text(operation)]
    )
  }

  static let windowWithoutOrder: String = "window without an order"

  /// Whether a column looks at rows before or after, and only their place in the source says which.
  func lacksOrder(_ column: NamedWindow) -> Bool {
    guard column.order.isEmpty, !features.contains(.rowOrder) else { return false }
    switch column.function {
    case .rowNumber, .rank, .denseRank, .lag, .lead: return true
    case .firstValue, .lastValue, .lastKnown, .aggregate: return false
    }
  }

  private func visit(_ plan: Plan, _ report: (String) -> Void) {
    for input in plan.inputs { visit(input, report) }
    if case .scan(let source) = plan.node, let kind = source.kind, sources[kind] == nil {
      report(kind.rawValue)
    }
    if case .query = plan.node, functions[.queryTree] == nil { report("query") }
    for expression in plan.expressions {
      expression.forEachFunction { if functions[$0] == nil { report($0.rawValue) } }
    }
    if case .window(_, let columns) = plan.node, columns.contains(where: lacksOrder) {
      report(SQLDialect.windowWithoutOrder)
    }
  }
}

extension SQLDialect.Spelling {
  /// The spelling with its arguments in place.
  func write(_ arguments: [String]) -> String {
    let first = arguments.first ?? ""
    switch self {
    case .call(let name): return "\(name)(\(arguments.joined(separator: ", ")))"
    case .infix(let word): return "(\(arguments.joined(separator: " \(word) ")))"
    case .prefix(let word): return "(\(word) \(first))"
    case .postfix(let word): return "(\(first) \(word))"
    case .template(let template): return SQLDialect.Spelling.fill(template, arguments)
    }
  }

  /// Fills the places in one pass, so that an argument's own braces stay as they are.
  private static func fill(_ template: String, _ arguments: [String]) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let place = rest[rest.index(after: open)..<close]
      if place == "*" {
        text += arguments.joined(separator: ", ")
      } else if let number = Int(place), arguments.indices.contains(number) {
        text += arguments[number]
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

extension Source {
  fileprivate var kind: SQLDialect.SourceKind? {
    switch self {
    case .table: nil
    case .parquet: .parquet
    case .delimited: .delimited
    case .spreadsheet: .spreadsheet
    }
  }
}

extension Plan {
  /// The expressions of the outermost operation.
  fileprivate var expressions: [Expression] {
    switch node {
    case .filter(_, let condition): [condition]
    case .project(_, let columns): columns.map(\.expression)
    case .aggregate(_, _, let columns): columns.compactMap(\.aggregate.argument)
    case .window(_, let columns): columns.compactMap(\.function.argument)
    case .expand(_, _, let lower, let upper): [lower, upper]
    case .scan, .values, .join, .query, .union, .distinct, .keySet, .sort, .limit: []
    }
  }
}

extension Expression {
  fileprivate func forEachFunction(_ visit: (Function) -> Void) {
    switch node {
    case .column, .literal, .parameter: break
    case .call(let function, let arguments):
      visit(function)
      for argument in arguments { argument.forEachFunction(visit) }
    case .cast(let value, _, _), .membership(let value, _): value.forEachFunction(visit)
    case .choice(let branches, let otherwise):
      for branch in branches {
        branch.condition.forEachFunction(visit)
        branch.value.forEachFunction(visit)
      }
      otherwise?.forEachFunction(visit)
    }
  }
}
