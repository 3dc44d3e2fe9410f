// SPDX-License-Identifier: Apache-2.0

/// What names mean where an expression stands.
struct Scope {
  /// The row whose components can be named; `nil` beside datasets.
  var row: Row?
  /// The parameters of the operator that is expanded, with their arguments.
  var bindings: [String: Binding] = [:]
  /// The operators that are expanded, outermost first.
  var calls: [String] = []
  /// Whether an aggregate of the group may stand here, as in `aggr` and `having`.
  var allowsAggregates = false
  /// Whether an analytic operator may stand here.
  var allowsAnalytics = false

  /// What a parameter stands for.
  enum Binding {
    case value(DatasetOrValue)
    case component(Name)
    case ruleset(Name)
  }

  /// The same scope within a row.
  func within(_ row: Row, aggregates: Bool = false, analytics: Bool = false) -> Scope {
    var scope = self
    scope.row = row
    scope.allowsAggregates = aggregates
    scope.allowsAnalytics = analytics
    return scope
  }
}

/// The components that an expression in a clause may name.
struct Row {
  let structure: DatasetStructure
  /// The names by which a dataset may be written before `#`, with the components that come from it.
  var datasets: [String: Set<String>] = [:]
  /// In `apply`: the column for which the name of a dataset stands.
  var columns: [String: String] = [:]
  /// In a ruleset: the component for which a variable, a value domain or an alias stands.
  var substitutes: [String: String] = [:]
  /// Whether only the substitutes may be named.
  var isClosed = false
  /// How messages call the dataset.
  var name = ""

  init(_ structure: DatasetStructure) { self.structure = structure }

  /// The names of the row under which a component of several datasets stands.
  func candidates(_ name: String) -> [String] {
    structure.names.filter { $0.hasSuffix("#" + name) }
  }
}
