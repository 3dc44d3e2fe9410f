// SPDX-License-Identifier: Apache-2.0

/// A dataset with its structure: what a statement comes to, in few and simple operations.
///
/// Most operators of the language are a computation in each row: they come to ``Node/project(_:_:)``
/// over one dataset, or over a ``Node/combine(_:)`` of several. So a later stage fuses them, and has few
/// cases to write for an engine.
struct DatasetExpression: Hashable, Sendable {
  let node: Node
  let structure: DatasetStructure
  let place: Place

  indirect enum Node: Hashable, Sendable {
    /// A dataset from outside.
    case input(String)
    /// The result of another statement.
    case result(String)
    /// Columns computed in each row, and no others.
    case project(DatasetExpression, [ProjectedComponent])
    /// The rows for which a condition holds.
    case filter(DatasetExpression, ValueExpression)
    /// Rows of several datasets that meet.
    case combine(Combination)
    /// Groups of rows.
    case aggregate(DatasetExpression, Aggregation)
    case set(Keyword, [DatasetExpression])
    case pivot(DatasetExpression, identifier: String, measure: String)
    case unpivot(DatasetExpression, identifier: String, measure: String)
    /// Each data point from the branch whose condition holds for it.
    case choice([DatasetBranch], otherwise: DatasetOrValue)
    /// `bool_var`: whether the key stands in the right dataset; `retain` keeps one answer only.
    case existsIn(DatasetExpression, DatasetExpression, keys: [String], retain: Bool?)
    case fillTimeSeries(DatasetExpression, time: String, isSingle: Bool)
    /// Running totals, or their differences, along the time.
    case flow(DatasetExpression, time: String, isCumulative: Bool)
    case timeshift(DatasetExpression, time: String, by: ValueExpression)
    case hierarchy(HierarchyExpression)
    case checkDatapoint(DatapointCheckExpression)
    case check(CheckExpression)
    case routine(RoutineCall)
  }
}

/// A column that is computed in each row.
struct ProjectedComponent: Hashable, Sendable {
  let name: String
  let value: ValueExpression
}

/// A dataset or a single value.
indirect enum DatasetOrValue: Hashable, Sendable {
  case dataset(DatasetExpression)
  case value(ValueExpression)
}

/// A condition with one boolean measure, and what it leads to.
struct DatasetBranch: Hashable, Sendable {
  let condition: DatasetExpression
  let value: DatasetOrValue
}

/// Datasets whose rows meet where identifiers are equal.
///
/// The result has a column for each entry of ``columns``, in their order.
struct Combination: Hashable, Sendable {
  let kind: Kind
  let operands: [Operand]
  /// The identifiers by which rows meet.
  let keys: [String]
  let columns: [Column]

  enum Kind: String, Hashable, Sendable {
    case inner, left, full, cross
  }

  struct Operand: Hashable, Sendable {
    let alias: String
    let dataset: DatasetExpression
  }

  /// A column of the result and where its values come from.
  struct Column: Hashable, Sendable {
    let name: String
    /// The operands that have it; the first value there is wins for a key.
    let sources: [Source]
    /// What stands where no operand gives a value.
    let defaultValue: Constant.Value?
    /// Whether values of several operands are combined by the propagation of a viral attribute.
    let isPropagated: Bool
  }

  struct Source: Hashable, Sendable {
    let operand: Int
    let component: String
  }
}

/// Groups of rows, and what is computed of each.
struct Aggregation: Hashable, Sendable {
  /// The identifiers of a group; without any there is one group.
  let keys: [String]
  /// The identifier whose times are aggregated first.
  let time: TimeKey?
  let outputs: [ProjectedComponent]
  /// Viral attributes, reduced by their propagation.
  let propagated: [String]
  let having: ValueExpression?

  struct TimeKey: Hashable, Sendable {
    let component: String
    let period: PeriodAggregation
  }
}

/// `hierarchy` and `check_hierarchy`.
struct HierarchyExpression: Hashable, Sendable {
  let operand: DatasetExpression
  let ruleset: TypedHierarchicalRuleset
  /// The identifier whose codes are related.
  let rule: String
  let measure: String
  let mode: Keyword
  let input: Keyword
  let output: Keyword
  let isCheck: Bool
}

/// The rules of a datapoint ruleset on each data point.
struct DatapointCheckExpression: Hashable, Sendable {
  let operand: DatasetExpression
  let rules: [Rule]
  let output: Keyword

  struct Rule: Hashable, Sendable {
    let name: String
    let antecedent: ValueExpression?
    let consequent: ValueExpression
    let errorCode: Constant.Value?
    let errorLevel: Constant.Value?
    let place: Place
  }
}

/// A truth value with what is said of it.
struct CheckExpression: Hashable, Sendable {
  let operand: DatasetExpression
  let condition: String
  let errorCode: Constant.Value?
  let errorLevel: Constant.Value?
  let imbalance: DatasetOrValue?
  let keepsInvalidOnly: Bool
}

/// A hierarchical ruleset whose conditions speak of the components of an operand.
struct TypedHierarchicalRuleset: Hashable, Sendable {
  let name: String
  let rules: [Rule]
  /// The rules that compute, by their position, each behind those whose result it uses.
  let order: [Int]

  struct Rule: Hashable, Sendable {
    let name: String
    let condition: ValueExpression?
    let left: String
    let relation: BinaryOperator
    let right: [Term]
    let errorCode: Constant.Value?
    let errorLevel: Constant.Value?
    let place: Place
  }

  struct Term: Hashable, Sendable {
    let isNegative: Bool
    let item: String
    let condition: ValueExpression?
  }
}
