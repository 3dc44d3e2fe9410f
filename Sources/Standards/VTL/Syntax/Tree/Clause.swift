// SPDX-License-Identifier: Apache-2.0

/// What stands in brackets behind a dataset.
struct Clause: Hashable, Sendable {
  let content: Content
  let place: Place

  indirect enum Content: Hashable, Sendable {
    case filter(Expression)
    case calc([CalculationItem])
    case aggregate([CalculationItem], Grouping?, having: Expression?)
    case keep([ComponentName])
    case drop([ComponentName])
    case rename([RenameItem])
    case pivot(identifier: ComponentName, measure: ComponentName)
    case unpivot(identifier: ComponentName, measure: ComponentName)
    case subspace([SubspaceItem])
    /// Only within a join.
    case apply(Expression)
  }
}

/// `role component := expression`.
struct CalculationItem: Hashable, Sendable {
  let role: RoleName?
  let component: ComponentName
  let expression: Expression
}

/// A role that a script gives a component.
enum RoleName: String, Hashable, Sendable, CaseIterable {
  case measure
  case component
  case identifier
  case attribute
  case viralAttribute = "viral attribute"
}

/// `from to to`.
struct RenameItem: Hashable, Sendable {
  let from: ComponentName
  let to: ComponentName
}

/// `identifier = value`.
struct SubspaceItem: Hashable, Sendable {
  let component: ComponentName
  let value: Value

  enum Value: Hashable, Sendable {
    case name(Name)
    case scalar(ScalarItem)
  }
}

/// `inner_join(… using … clauses)`.
struct JoinCall: Hashable, Sendable {
  let kind: Keyword
  let operands: [JoinOperand]
  let using: [ComponentName]
  let defaults: [JoinDefault]
  let body: [Clause]
}

/// A dataset of a join, with its alias.
struct JoinOperand: Hashable, Sendable {
  let expression: Expression
  let alias: Name?
}

/// `nvl(component, value)` behind the components that a join uses.
struct JoinDefault: Hashable, Sendable {
  let component: ComponentName
  let value: Constant
}
