// SPDX-License-Identifier: Apache-2.0

/// Something that has a value: a scalar, a component or a dataset.
struct Expression: Sendable {
  let node: Node
  let place: Place

  init(_ node: Node, at place: Place) {
    self.node = node
    self.place = place
  }

  /// What an expression is made of.
  indirect enum Node: Hashable, Sendable {
    case constant(Constant)
    /// A dataset, a component or a scalar, by its name.
    case name(Name)
    /// `dataset#component`
    case membership(Expression, Name)
    case parenthesised(Expression)
    case unary(UnaryOperator, Expression)
    case binary(Expression, BinaryOperator, Place, Expression)
    /// `value in { … }`, `value in domain`, and their negation.
    case inSet(Expression, isNegated: Bool, ValueSet)
    case conditional(condition: Expression, then: Expression, otherwise: Expression)
    case choice([ChoiceBranch], otherwise: Expression)
    /// An operator of the language that is written as a function.
    case call(FunctionCall)
    /// An operator that the script defines.
    case userCall(UserCall)
    case cast(CastCall)
    case eval(EvalCall)
    case clause(Expression, Clause)
    case join(JoinCall)
    case aggregate(AggregateCall)
    case analytic(AnalyticCall)
    case timeAggregation(TimeAggregationCall)
    case existsIn(ExistsInCall)
    case fillTimeSeries(FillTimeSeriesCall)
    case stringDistance(StringDistanceCall)
    case hierarchy(HierarchyCall)
    case checkHierarchy(CheckHierarchyCall)
    case checkDatapoint(CheckDatapointCall)
    case check(CheckCall)
  }
}

/// Equality walks left operands in a loop, for a long chain of operators is deep on its left.
extension Expression: Hashable {
  static func == (left: Expression, right: Expression) -> Bool {
    var (first, second) = (left, right)
    while let one = first.link, let other = second.link {
      guard one == other, let next = first.leftOperand, let otherNext = second.leftOperand else {
        return false
      }
      (first, second) = (next, otherNext)
    }
    return first.link == nil && second.link == nil && first.node == second.node
  }

  func hash(into hasher: inout Hasher) {
    var expression = self
    while let link = expression.link, let operand = expression.leftOperand {
      hasher.combine(link)
      expression = operand
    }
    hasher.combine(expression.node)
  }

  /// What an operator adds to its left operand.
  private enum Link: Hashable {
    case binary(BinaryOperator, Expression)
    case inSet(isNegated: Bool, ValueSet)
    case membership(Name)
    case clause(Clause)
  }

  private var link: Link? {
    switch node {
    case .binary(_, let operation, _, let right): .binary(operation, right)
    case .inSet(_, let isNegated, let set): .inSet(isNegated: isNegated, set)
    case .membership(_, let name): .membership(name)
    case .clause(_, let clause): .clause(clause)
    default: nil
    }
  }

  /// The operand on the left of an operator, a membership or a clause.
  var leftOperand: Expression? {
    switch node {
    case .binary(let left, _, _, _), .inSet(let left, _, _), .membership(let left, _),
      .clause(let left, _):
      left
    default: nil
    }
  }
}

/// An operator before its operand.
enum UnaryOperator: String, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case not
}

/// An operator between two operands.
///
/// - Source: VTL 2.2 reference manual, evaluation order of the operators.
enum BinaryOperator: String, CaseIterable, Hashable, Sendable {
  case multiply = "*"
  case divide = "/"
  case add = "+"
  case subtract = "-"
  case concatenate = "||"
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case and
  case or
  case xor

  /// How tightly the operator binds; a higher number is applied first.
  var precedence: Int {
    switch self {
    case .or, .xor: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 3
    case .add, .subtract, .concatenate: 4
    case .multiply, .divide: 5
    }
  }

  /// Whether the operator compares.
  var isComparison: Bool { precedence == 3 }
}

/// What `in` looks into.
enum ValueSet: Hashable, Sendable {
  case list([ScalarItem])
  case domain(Name)
}

/// A constant, or a constant as another type.
enum ScalarItem: Hashable, Sendable {
  case constant(Constant)
  case cast(Constant, BasicType, mask: Constant?)
}

/// `when condition then value`.
struct ChoiceBranch: Hashable, Sendable {
  let condition: Expression
  let value: Expression
}

/// An argument of a function; `_` takes the default.
enum Argument: Hashable, Sendable {
  case expression(Expression)
  case omitted(Place)

  var expression: Expression? {
    if case .expression(let expression) = self { expression } else { nil }
  }
}
