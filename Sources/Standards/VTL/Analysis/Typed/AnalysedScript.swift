// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// A script whose every result has a known structure, in an order in which it can run.
public struct AnalysedScript: Sendable {
  /// The statements; each stands behind those whose results it uses.
  public let statements: [AnalysedStatement]
  /// How viral attributes are combined, by variable and by value domain.
  let propagation: PropagationRules

  /// The same script with these results as its outputs, whatever its arrows say.
  public func keeping(_ names: [String]) -> AnalysedScript {
    AnalysedScript(
      statements: statements.map { $0.with(isPersistent: names.contains($0.name)) },
      propagation: propagation
    )
  }

  /// The result of a name, or `nil`.
  public subscript(_ name: String) -> AnalysedStatement? { statements.first { $0.name == name } }
}

/// What a result is.
public enum ResultStructure: Hashable, Sendable {
  /// A dataset.
  case dataset(DatasetStructure)
  /// A single value.
  case scalar(ScalarType)
}

/// A statement that was understood.
public struct AnalysedStatement: Sendable {
  /// The name of its result.
  public let name: String
  /// Whether the result is kept (`<-`).
  public let isPersistent: Bool
  /// What the result is.
  public let structure: ResultStructure
  /// The names of datasets, scalars and results that it uses, in order of their first use.
  public let uses: [String]
  /// Where it stands.
  public let location: Location
  let value: DatasetOrValue

  func with(isPersistent: Bool) -> AnalysedStatement {
    AnalysedStatement(
      name: name,
      isPersistent: isPersistent,
      structure: structure,
      uses: uses,
      location: location,
      value: value
    )
  }
}

/// How viral attributes are combined.
struct PropagationRules: Hashable, Sendable {
  var variables: [String: ViralPropagationDefinition] = [:]
  var domains: [String: ViralPropagationDefinition] = [:]

  /// The rule of a component: that of its name, else that of its domain.
  func rule(of component: DatasetComponent) -> ViralPropagationDefinition? {
    variables[component.name] ?? component.domain.flatMap { domains[$0] }
  }
}
