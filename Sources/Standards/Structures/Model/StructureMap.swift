// SPDX-License-Identifier: Apache-2.0

/// How the data of one structure or flow become those of another.
///
/// - Source: SDMX 3.1, section 2, "Structure map".
public struct StructureMap: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// The structure or flow that data come from.
  public var source: ArtefactReference
  /// The structure or flow that data go to.
  public var target: ArtefactReference
  /// Times counted from a moment.
  public var epochMaps: [DateMap] = []
  /// Times written by a pattern.
  public var patternMaps: [DateMap] = []
  /// How periods of each frequency are written.
  public var frequencyFormats: [FrequencyFormat] = []
  /// Components that become others.
  public var componentMaps: [ComponentMap] = []
  /// Components that always have the same value.
  public var fixedValues: [FixedValueMap] = []

  /// Makes an empty map.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    source: ArtefactReference,
    target: ArtefactReference
  ) {
    self.reference = reference
    self.name = name
    self.source = source
    self.target = target
  }
}

/// How times become periods.
public struct DateMap: Hashable, Sendable {
  /// The identifier.
  public var id: String?
  /// Each component that gives times, with the one that takes periods.
  public var components: [Pair] = []
  /// What says the frequency of the periods.
  public var frequency: Frequency?
  /// Which moment of a period is meant, by the standard's word.
  public var resolution: String?
  /// How times are written.
  public var notation: Notation

  /// A component and the one that it becomes.
  public struct Pair: Hashable, Sendable {
    /// Where values come from.
    public let source: String
    /// Where they go.
    public let target: String

    /// Takes a pair.
    public init(_ source: String, _ target: String) {
      self.source = source
      self.target = target
    }
  }

  /// What says the frequency.
  public enum Frequency: Hashable, Sendable {
    /// A dimension of the target, with the formats that its codes use.
    case dimension(String, formats: [String])
    /// A code of frequency.
    case fixed(String)
  }

  /// How times are written.
  public enum Notation: Hashable, Sendable {
    /// As a count of units from a moment.
    case epoch(base: String, unit: String)
    /// By a pattern in a language.
    case pattern(String, locale: String)
  }

  /// Makes a map.
  public init(_ notation: Notation) { self.notation = notation }
}

/// How periods of a frequency are written.
public struct FrequencyFormat: Hashable, Sendable {
  /// The identifier.
  public var id: String?
  /// The code of the frequency.
  public var frequency: String
  /// The pattern.
  public var pattern: String

  /// Makes a format.
  public init(id: String?, _ frequency: String, _ pattern: String) {
    self.id = id
    self.frequency = frequency
    self.pattern = pattern
  }
}

/// Components that become others.
public struct ComponentMap: Hashable, Sendable {
  /// Where values come from.
  public var sources: [String]
  /// Where they go.
  public var targets: [String]
  /// How they change; `nil` where they stay.
  public var map: ArtefactReference?

  /// Makes a map.
  public init(_ sources: [String], _ targets: [String], map: ArtefactReference? = nil) {
    self.sources = sources
    self.targets = targets
    self.map = map
  }
}

/// A component that always has the same value.
public struct FixedValueMap: Hashable, Sendable {
  /// The component.
  public var component: String
  /// Whether it is one of the source; else of the target.
  public var isSource: Bool
  /// Its values.
  public var values: [String]

  /// Makes a map.
  public init(_ component: String, isSource: Bool, _ values: [String]) {
    self.component = component
    self.isSource = isSource
    self.values = values
  }
}

/// How values become other values; also how the items of one scheme become those of another, which
/// the kind of the reference tells.
public struct RepresentationMap: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// What values come from.
  public var sources: [Domain] = []
  /// What they become.
  public var targets: [Domain] = []
  /// Which become which, in order.
  public var mappings: [ValueMapping] = []

  /// Where values are from.
  public enum Domain: Hashable, Sendable {
    /// A list of codes, or a scheme of items.
    case list(ArtefactReference)
    /// A type.
    case type(DataType)
  }

  /// Makes an empty map.
  public init(_ reference: ArtefactReference, name: InternationalString) {
    self.reference = reference
    self.name = name
  }
}

/// Values that become others.
public struct ValueMapping: Hashable, Sendable {
  /// A value or a pattern for each source.
  public var sources: [Source]
  /// A value for each target.
  public var targets: [String]
  /// From when on it holds.
  public var validFrom: String?
  /// Until when it holds.
  public var validTo: String?

  /// A value that is looked for.
  public struct Source: Hashable, Sendable {
    /// The value or the pattern.
    public let value: String
    /// Whether it is a regular expression.
    public let isPattern: Bool
    /// The first character that is compared.
    public let startIndex: Int?
    /// The last character that is compared.
    public let endIndex: Int?

    /// Takes a value.
    public init(
      _ value: String,
      isPattern: Bool = false,
      startIndex: Int? = nil,
      endIndex: Int? = nil
    ) {
      self.value = value
      self.isPattern = isPattern
      self.startIndex = startIndex
      self.endIndex = endIndex
    }
  }

  /// Makes a mapping.
  public init(_ sources: [Source], _ targets: [String]) {
    self.sources = sources
    self.targets = targets
  }
}
