// SPDX-License-Identifier: Apache-2.0

/// A scalar type of the language, by its word.
enum BasicType: String, CaseIterable, Hashable, Sendable {
  case string
  case integer
  case number
  case boolean
  case date
  case time
  case timePeriod = "time_period"
  case duration
  case scalar
}

/// A scalar type or a value domain.
enum TypeName: Hashable, Sendable {
  case basic(BasicType)
  case domain(Name)
}

/// A scalar type with what limits it: `integer {0, 1} not null`.
struct ScalarTypeSyntax: Hashable, Sendable {
  let name: TypeName
  let constraint: Constraint?
  let nullability: Nullability?

  indirect enum Constraint: Hashable, Sendable {
    case condition(Expression)
    case values([ScalarItem])
  }

  enum Nullability: Hashable, Sendable {
    case null
    case notNull
  }
}

/// `measure <number>`.
struct ComponentTypeSyntax: Hashable, Sendable {
  let role: RoleName
  let type: ScalarTypeSyntax?
}

/// `dataset { identifier Id_1, measure <number> _+ }`.
struct DatasetTypeSyntax: Hashable, Sendable {
  let components: [Constraint]

  struct Constraint: Hashable, Sendable {
    let type: ComponentTypeSyntax
    let target: Target
  }

  enum Target: Hashable, Sendable {
    case component(ComponentName)
    /// `_`, `_+` or `_*`
    case several(Symbol?)
  }
}

/// What an operator or a routine gives.
enum ResultType: Hashable, Sendable {
  case scalar(ScalarTypeSyntax)
  case component(ComponentTypeSyntax)
  case dataset(DatasetTypeSyntax)
}

/// What an operator takes.
enum ParameterType: Hashable, Sendable {
  case scalar(ScalarTypeSyntax)
  case component(ComponentTypeSyntax)
  case dataset(DatasetTypeSyntax)
  /// `set <type>`
  case set(ScalarTypeSyntax?)
  case ruleset(RulesetTypeSyntax)
}

/// A kind of ruleset, with what it is defined on.
struct RulesetTypeSyntax: Hashable, Sendable {
  /// `ruleset`, `datapoint`, `hierarchical` or one of their four narrower words.
  let kind: Keyword
  /// The rule's own value domain or variable, of a hierarchical one.
  let rule: Name?
  /// The value domains or variables.
  let names: [Name]
}
