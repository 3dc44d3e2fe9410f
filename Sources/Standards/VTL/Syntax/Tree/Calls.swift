// SPDX-License-Identifier: Apache-2.0

/// A function of the language with ordinary arguments.
struct FunctionCall: Hashable, Sendable {
  let function: Keyword
  let arguments: [Argument]
}

/// A call of an operator that the script defines.
struct UserCall: Hashable, Sendable {
  let name: Name
  let arguments: [Argument]
}

/// `cast(operand, type, mask)`.
struct CastCall: Hashable, Sendable {
  let operand: Expression
  let target: TypeName
  let mask: Constant?
}

/// `eval(routine(arguments) language "…" returns type)`.
struct EvalCall: Hashable, Sendable {
  let routine: Name
  let arguments: [EvalArgument]
  let language: Constant?
  let result: ResultType?

  enum EvalArgument: Hashable, Sendable {
    case component(ComponentName)
    case scalar(ScalarItem)
  }
}

/// An aggregate operator over a dataset, or over a component within a clause.
struct AggregateCall: Hashable, Sendable {
  let function: Keyword
  /// What is aggregated; `nil` for `count()`.
  let operand: Expression?
  let grouping: Grouping?
  let having: Expression?
}

/// How data points are grouped.
struct Grouping: Hashable, Sendable {
  let kind: Kind
  let timeAggregation: GroupTimeAggregation?

  enum Kind: Hashable, Sendable {
    case by([ComponentName])
    case except([ComponentName])
    case all
  }
}

/// `time_agg("A", last)` within a grouping.
struct GroupTimeAggregation: Hashable, Sendable {
  let period: PeriodReference
  let limit: Keyword?
}

/// The duration to aggregate to: a text, or a scalar's name.
enum PeriodReference: Hashable, Sendable {
  case constant(Constant)
  case name(Name)
}

/// An operator that sees the data points around each data point.
struct AnalyticCall: Hashable, Sendable {
  let function: Keyword
  /// What is looked at; `nil` for `rank` and `count()`.
  let operand: Expression?
  /// How far `lag` and `lead` look, and what they give where there is nothing.
  let offset: CountReference?
  let defaultValue: ScalarItem?
  let partition: Partition?
  let order: [OrderItem]
  let window: Window?

  enum Partition: Hashable, Sendable {
    case by([ComponentName])
    case except([ComponentName])
    case exceptAll
  }

  struct OrderItem: Hashable, Sendable {
    let component: ComponentName
    /// `asc` or `desc` where one is written.
    let direction: Keyword?
  }

  struct Window: Hashable, Sendable {
    let isRange: Bool
    let from: Bound
    let to: Bound
  }

  enum Bound: Hashable, Sendable {
    case preceding(CountReference)
    case following(CountReference)
    case currentDataPoint
    case unboundedPreceding
    case unboundedFollowing
  }
}

/// A whole number with an optional sign, or a scalar's name.
enum CountReference: Hashable, Sendable {
  case constant(Constant)
  case name(Name)
}

/// `time_agg(to, from, operand, first | last)`.
struct TimeAggregationCall: Hashable, Sendable {
  let period: PeriodReference
  let from: From?
  let operand: Argument?
  let limit: Keyword?

  enum From: Hashable, Sendable {
    case constant(Constant)
    case omitted
  }
}

/// `exists_in(left, right, retain)`.
struct ExistsInCall: Hashable, Sendable {
  let left: Expression
  let right: Expression
  /// `true`, `false` or `all` where one is written.
  let retain: Keyword?
}

/// `fill_time_series(operand, single | all)`.
struct FillTimeSeriesCall: Hashable, Sendable {
  let operand: Expression
  let limits: Keyword?
}

/// `string_distance(method, left, right)`.
struct StringDistanceCall: Hashable, Sendable {
  let method: Keyword
  let left: Expression
  let right: Expression
}

/// `hierarchy(operand, ruleset …)`.
struct HierarchyCall: Hashable, Sendable {
  let operand: Expression
  let ruleset: Name
  let conditions: [ComponentName]
  let rule: ComponentName?
  let mode: Keyword?
  let input: Keyword?
  let output: Keyword?
}

/// `check_hierarchy(operand, ruleset …)`.
struct CheckHierarchyCall: Hashable, Sendable {
  let operand: Expression
  let ruleset: Name
  let conditions: [ComponentName]
  let rule: ComponentName?
  let mode: Keyword?
  let input: Keyword?
  let output: Keyword?
}

/// `check_datapoint(operand, ruleset components … output)`.
struct CheckDatapointCall: Hashable, Sendable {
  let operand: Expression
  let ruleset: Name
  let components: [ComponentName]
  let output: Keyword?
}

/// `check(operand errorcode … errorlevel … imbalance … output)`.
struct CheckCall: Hashable, Sendable {
  let operand: Expression
  let errorCode: Constant?
  let errorLevel: Constant?
  let imbalance: Expression?
  let output: Keyword?
}
