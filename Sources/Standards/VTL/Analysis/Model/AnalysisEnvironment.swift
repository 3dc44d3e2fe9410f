// SPDX-License-Identifier: Apache-2.0

/// The values that a component may have, with a name.
public struct ValueDomain: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The basic type of the values.
  public let type: ScalarType
  /// The values where they are listed, in order; `nil` where the domain is described otherwise.
  public let values: [String]?

  /// Makes a domain.
  public init(_ name: String, _ type: ScalarType, values: [String]? = nil) {
    self.name = name
    self.type = type
    self.values = values
  }
}

/// What a script may speak of before its first statement.
public struct AnalysisEnvironment: Sendable {
  /// Datasets from outside, by name.
  public var datasets: [String: DatasetStructure]
  /// Scalar values from outside, by name.
  public var scalars: [String: ScalarType]
  /// Value domains, by name.
  public var domains: [String: ValueDomain]
  /// Queries in SQL that `eval` may call, by the name of the routine.
  public var routines: [String: String] = [:]
  /// The codes that the data have where a `pivot` stands whose identifier no domain lists.
  var pivots: [Place: [String]] = [:]

  /// Says what there is.
  public init(
    datasets: [String: DatasetStructure] = [:],
    scalars: [String: ScalarType] = [:],
    domains: [ValueDomain] = []
  ) {
    self.datasets = datasets
    self.scalars = scalars
    self.domains = Dictionary(domains.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  }
}
