// SPDX-License-Identifier: Apache-2.0

/// An order in which each statement stands behind those whose results it names.
enum DependencyOrder {
  /// Orders results; where names form a circle, it is broken somewhere and found later.
  ///
  /// - Method: depth-first search with a stack of its own; otherwise in the order of the script.
  static func of(_ names: [String], _ assignments: [String: Analyser.Assignment]) -> [String] {
    var ordered: [String] = []
    var opened: Set<String> = []
    var closed: Set<String> = []
    for name in names {
      var stack = [name]
      while let next = stack.last {
        if opened.insert(next).inserted {
          var used = NameCollector()
          if let assignment = assignments[next] { used.collect(assignment.expression) }
          stack += used.names.reversed().filter { assignments[$0] != nil && !opened.contains($0) }
        } else {
          stack.removeLast()
          if closed.insert(next).inserted { ordered.append(next) }
        }
      }
    }
    return ordered
  }
}

/// Collects the names that stand beside datasets; those in clauses mean components.
struct NameCollector {
  private(set) var names: [String] = []

  mutating func collect(_ expression: Expression) {
    var current = expression
    while true {
      switch current.node {
      case .binary(let left, _, _, let right):
        collect(right)
        current = left
      case .inSet(let left, _, _), .membership(let left, _): current = left
      case .clause(let left, _): current = left
      case .parenthesised(let inner), .unary(_, let inner): current = inner
      default:
        collectRest(current)
        return
      }
    }
  }

  private mutating func collectRest(_ expression: Expression) {
    switch expression.node {
    case .name(let name): names.append(name.text)
    case .conditional(let condition, let value, let otherwise):
      for part in [condition, value, otherwise] { collect(part) }
    case .choice(let branches, let otherwise):
      for branch in branches {
        collect(branch.condition)
        collect(branch.value)
      }
      collect(otherwise)
    case .call(let call): for argument in call.arguments { collect(argument) }
    case .userCall(let call): for argument in call.arguments { collect(argument) }
    case .cast(let call): collect(call.operand)
    case .eval(let call):
      for case .component(let name) in call.arguments { names.append(name.name.text) }
    case .join(let call): for operand in call.operands { collect(operand.expression) }
    case .aggregate(let call): if let operand = call.operand { collect(operand) }
    case .analytic(let call): if let operand = call.operand { collect(operand) }
    case .timeAggregation(let call): if let operand = call.operand { collect(operand) }
    case .existsIn(let call):
      collect(call.left)
      collect(call.right)
    case .fillTimeSeries(let call): collect(call.operand)
    case .stringDistance(let call):
      collect(call.left)
      collect(call.right)
    case .hierarchy(let call): collect(call.operand)
    case .checkHierarchy(let call): collect(call.operand)
    case .checkDatapoint(let call): collect(call.operand)
    case .check(let call):
      collect(call.operand)
      if let imbalance = call.imbalance { collect(imbalance) }
    default: break
    }
  }

  private mutating func collect(_ argument: Argument) {
    if let expression = argument.expression { collect(expression) }
  }
}
