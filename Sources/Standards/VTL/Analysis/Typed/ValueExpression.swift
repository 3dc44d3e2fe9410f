// SPDX-License-Identifier: Apache-2.0

/// A value in each row of a dataset, or a single one, with its type.
///
/// Names are resolved, conversions are written out, parameters of operators have their arguments in
/// their places: what remains is to be spelt for an engine.
struct ValueExpression: Hashable, Sendable {
  let node: Node
  let type: ScalarType
  let isNullable: Bool
  let place: Place

  indirect enum Node: Hashable, Sendable {
    case constant(Constant.Value)
    /// A component of the row.
    case component(String)
    /// A scalar from outside, or the result of a statement.
    case scalar(String)
    /// The one value of a component in a dataset without identifiers.
    case single(DatasetExpression, String)
    /// An operator of ``OperatorSignature``; an argument that is left out is `nil`.
    case operation(ScalarOperator, [ValueExpression?])
    case inList(ValueExpression, isNegated: Bool, [ValueExpression])
    case inDomain(ValueExpression, isNegated: Bool, String)
    /// The value of the first condition that holds; a condition without a value does not hold.
    case choice([ValueBranch], otherwise: ValueExpression)
    /// Another type; `isImplicit` where the script has no word for it.
    case cast(ValueExpression, mask: String?, isImplicit: Bool)
    /// An aggregate over the group of rows.
    case aggregate(AggregateFunction, ValueExpression?)
    /// A function over the rows around this one.
    case analytic(AnalyticExpression)
    /// The period of a time.
    case timeAggregation(ValueExpression, PeriodAggregation)
    /// A text in a language that the engine understands.
    case routine(RoutineCall)
  }
}

/// A condition and the value that it leads to.
struct ValueBranch: Hashable, Sendable {
  let condition: ValueExpression
  let value: ValueExpression
}

/// An operator on values, as the table of signatures knows it.
enum ScalarOperator: Hashable, Sendable {
  case unary(UnaryOperator)
  case binary(BinaryOperator)
  case function(Keyword)
  case stringDistance(Keyword)

  /// The operator as a script spells it.
  var spelling: String {
    switch self {
    case .unary(let operation): operation.rawValue
    case .binary(let operation): operation.rawValue
    case .function(let word): word.rawValue
    case .stringDistance: Keyword.stringDistance.rawValue
    }
  }
}

/// A function over the rows of a group.
enum AggregateFunction: String, CaseIterable, Hashable, Sendable {
  case sum
  case avg
  case count
  case median
  case min
  case max
  case stddevPop = "stddev_pop"
  case stddevSamp = "stddev_samp"
  case varPop = "var_pop"
  case varSamp = "var_samp"
}

/// A function over the rows around a row.
struct AnalyticExpression: Hashable, Sendable {
  let function: Keyword
  /// What is looked at; `nil` for `rank` and `count()`.
  let operand: ValueExpression?
  /// How far `lag` and `lead` look.
  let offset: ValueExpression?
  let defaultValue: ValueExpression?
  let partition: [String]
  let order: [Order]
  let window: AnalyticCall.Window?
  /// What the names in the limits of the window stand for.
  let from: ValueExpression?
  let to: ValueExpression?

  struct Order: Hashable, Sendable {
    let component: String
    let type: ScalarType
    let isDescending: Bool
  }
}

/// To which duration times are aggregated, from which, and which end a date takes.
struct PeriodAggregation: Hashable, Sendable {
  let to: ValueExpression
  let from: ValueExpression?
  let takesFirst: Bool
}

/// A call of a routine in another language.
struct RoutineCall: Hashable, Sendable {
  let routine: String
  let language: String?
  let arguments: [Argument]

  enum Argument: Hashable, Sendable {
    case dataset(DatasetExpression)
    case value(ValueExpression)
  }
}
