// SPDX-License-Identifier: Apache-2.0

public import Structures

/// A query for data, in the grammar of SDMX REST 1.5 or 2.2.
///
/// - Source: SDMX REST 2.2, "Data queries"; SDMX REST 1.5, section 4.4.
public struct DataQuery: Hashable, Sendable {
  /// What holds the data that are asked for.
  public enum Context: String, Hashable, Sendable, CaseIterable {
    /// A structure, whatever the flow.
    case dataStructure = "datastructure"
    /// A flow.
    case dataflow
    /// An agreement with a provider.
    case provisionAgreement = "provisionagreement"

    /// The kind of artefact.
    public var kind: ArtefactKind {
      switch self {
      case .dataStructure: .dataStructure
      case .dataflow: .dataflow
      case .provisionAgreement: .provisionAgreement
      }
    }
  }

  /// How much of the data is sent, in the words of version 1.5.
  public enum Detail: String, Hashable, Sendable, CaseIterable {
    /// Everything.
    case full
    /// Without attributes.
    case dataOnly = "dataonly"
    /// Keys of series.
    case seriesKeysOnly = "serieskeysonly"
    /// Series with their attributes, without observations.
    case noData = "nodata"
  }

  /// How a value is compared.
  public enum Operator: String, Hashable, Sendable, CaseIterable {
    /// Equal.
    case equal = "eq"
    /// Not equal.
    case notEqual = "ne"
    /// Less.
    case less = "lt"
    /// Less or equal.
    case lessOrEqual = "le"
    /// Greater.
    case greater = "gt"
    /// Greater or equal.
    case greaterOrEqual = "ge"
    /// Contains.
    case contains = "co"
    /// Does not contain.
    case lacks = "nc"
    /// Starts with.
    case startsWith = "sw"
    /// Ends with.
    case endsWith = "ew"
  }

  /// A comparison with a value.
  public struct Condition: Hashable, Sendable {
    /// How.
    public var comparison: Operator
    /// With what.
    public var value: String

    /// Makes a comparison.
    public init(_ comparison: Operator, _ value: String) {
      self.comparison = comparison
      self.value = value
    }
  }

  /// What the values of a component have to be.
  public struct Filter: Hashable, Sendable {
    /// The component.
    public var component: String
    /// Alternatives, one of which has to hold; of one, all conditions.
    public var alternatives: [[Condition]]
  }

  /// By what rows are ordered.
  public struct Order: Hashable, Sendable {
    /// A component; `*` for all dimensions, `series_key` for those of series.
    public var component: String
    /// Whether the greatest comes first.
    public var isDescending: Bool
  }

  /// The part of the query that says whose data are meant.
  public struct Source: Hashable, Sendable {
    /// What holds the data; none for any.
    public var contexts: [Context] = []
    /// The agencies; none for all.
    public var agencies: [String] = []
    /// The identifiers; none for all.
    public var ids: [String] = []
    /// The versions; none for all.
    public var versions: [VersionQuery] = []
    /// Keys, one of which rows have: for each dimension the values, none for any; none for all keys.
    public var keys: [[[String]]] = []
    /// Those who sent the data, as version 1.5 asks for: `AGENCY,ID`.
    public var providers: [String] = []

    /// Asks for everything.
    public init() {}

    /// Whether an artefact is among those that are asked for, before the latest versions are chosen.
    public func matches(_ reference: ArtefactReference) -> Bool {
      (contexts.isEmpty || contexts.contains { $0.kind == reference.kind })
        && (agencies.isEmpty || agencies.contains(reference.agency))
        && (ids.isEmpty || ids.contains(reference.id))
        && (versions.isEmpty || versions.contains { $0.matches(reference.version) })
    }
  }

  /// Whose data.
  public var source = Source()
  /// What values of components have to be; all filters hold.
  public var filters: [Filter] = []
  /// Only what has changed since.
  public var updatedAfter: String?
  /// How many observations of each series, from its beginning.
  public var firstObservations: Int?
  /// How many observations of each series, up to its end.
  public var lastObservations: Int?
  /// The dimension by which observations are told apart within their series.
  public var observationDimension: String?
  /// The attributes: identifiers, or `dsd`, `msd`, `dataset`, `series`, `obs`, `all`, `none`.
  public var attributes: [String] = []
  /// The measures: identifiers, or `all`, `none`.
  public var measures: [String] = []
  /// How much is sent, as version 1.5 says it.
  public var detail: Detail = .full
  /// Whether former states of the data are sent too.
  public var includesHistory = false
  /// How many observations are passed over.
  public var offset = 0
  /// How many observations are sent at the most.
  public var limit: Int?
  /// The order of the observations.
  public var order: [Order] = []
  /// The moment whose state of the data is sent.
  public var asOf: String?
  /// The day on which the year of reporting begins: `--07-01`.
  public var reportingYearStart: String?

  /// Asks for all data.
  public init() {}
}

/// A query for which values there are data for.
public struct AvailabilityQuery: Hashable, Sendable {
  /// What is answered.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// The values that the data which match have.
    case exact
    /// The values that could be chosen besides.
    case available
  }

  /// The data: their source, filters, and the time since they changed.
  public var data = DataQuery()
  /// The dimensions that are asked for; none for all.
  public var components: [String] = []
  /// What is answered.
  public var mode: Mode = .exact
  /// The artefacts that are sent with the answer.
  public var references: [String] = []

  /// Asks for all dimensions of all data.
  public init() {}
}
