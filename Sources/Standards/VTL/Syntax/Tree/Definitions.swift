// SPDX-License-Identifier: Apache-2.0

/// `define operator name(parameters) returns type is expression end operator`.
struct OperatorDefinition: Hashable, Sendable {
  let name: Name
  let parameters: [Parameter]
  let result: ResultType?
  let body: Expression

  struct Parameter: Hashable, Sendable {
    let name: Name
    let type: ParameterType
    let defaultValue: ScalarItem?
  }
}

/// Whether a ruleset speaks of value domains or of variables.
enum SignatureKind: String, Hashable, Sendable {
  case valuedomain
  case variable
}

/// A value domain or variable of a signature, with its alias.
struct SignatureItem: Hashable, Sendable {
  let name: Name
  let alias: Name?
}

/// `define datapoint ruleset …`.
struct DatapointRulesetDefinition: Hashable, Sendable {
  let name: Name
  let kind: SignatureKind
  let signature: [SignatureItem]
  let rules: [Rule]

  struct Rule: Hashable, Sendable {
    let name: Name?
    let antecedent: Expression?
    let consequent: Expression
    let errorCode: Constant?
    let errorLevel: Constant?
    let place: Place
  }
}

/// `define hierarchical ruleset …`.
struct HierarchicalRulesetDefinition: Hashable, Sendable {
  let name: Name
  let kind: SignatureKind
  let conditions: [SignatureItem]
  let rule: Name
  let rules: [Rule]

  struct Rule: Hashable, Sendable {
    let name: Name?
    let condition: Expression?
    let left: CodeItem
    let relation: BinaryOperator
    let right: [Term]
    let errorCode: Constant?
    let errorLevel: Constant?
    let place: Place
  }

  /// `+ code[condition]`.
  struct Term: Hashable, Sendable {
    let sign: Sign?
    let item: CodeItem
    let condition: Expression?
  }
}

/// A code of a value domain: a name or a number.
enum CodeItem: Hashable, Sendable {
  case name(Name)
  case number(Constant)

  /// The code itself.
  var text: String {
    switch self {
    case .name(let name): name.text
    case .number(let constant): constant.codeText
    }
  }

  var place: Place {
    switch self {
    case .name(let name): name.place
    case .number(let constant): constant.place
    }
  }
}

extension Constant {
  /// A number as the code that it names.
  fileprivate var codeText: String {
    switch value {
    case .integer(let sign, let digits), .number(let sign, let digits):
      (sign == .minus ? "-" : "") + digits
    case .boolean, .string, .null: ""
    }
  }
}

/// `define viral propagation …`.
struct ViralPropagationDefinition: Hashable, Sendable {
  let name: Name
  let kind: SignatureKind
  let target: Name
  let body: Body

  enum Body: Hashable, Sendable {
    /// `aggregate min | max | sum | avg`
    case aggregate(Keyword)
    case enumerated([Rule], otherwise: Constant?)
  }

  /// `name : when first and second then result`.
  struct Rule: Hashable, Sendable {
    let name: Name?
    let first: Constant
    let second: Constant?
    let result: Constant
  }
}
