// SPDX-License-Identifier: Apache-2.0

/// Which data, or which reference metadata, may be or are there.
public struct Constraint: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// Whether it says what may be, or what is there.
  public var role: Role
  /// The structures, flows, agreements and providers that it restricts.
  public var attachments: [ObjectReference] = []
  /// Sets of whole or partial keys.
  public var keySets: [KeySet] = []
  /// Values of components.
  public var regions: [CubeRegion] = []

  /// What a constraint says.
  public enum Role: String, Hashable, Sendable {
    /// What may be.
    case allowed = "Allowed"
    /// What is there.
    case actual = "Actual"
  }

  /// Makes an empty constraint.
  public init(_ reference: ArtefactReference, name: InternationalString, role: Role = .allowed) {
    self.reference = reference
    self.name = name
    self.role = role
  }
}

/// Keys that may be, or may not be.
public struct KeySet: Hashable, Sendable {
  /// Whether the keys may be.
  public var isIncluded: Bool
  /// The keys.
  public var keys: [DataKey]

  /// Makes a set.
  public init(isIncluded: Bool, _ keys: [DataKey]) {
    self.isIncluded = isIncluded
    self.keys = keys
  }
}

/// Values of dimensions, and of further components with them.
public struct DataKey: Hashable, Sendable {
  /// The dimensions, each with its values; one left out has any value.
  public var values: [MemberSelection]
  /// Attributes and measures.
  public var components: [MemberSelection]
  /// Whether the key is included, where it says so itself.
  public var isIncluded: Bool
  /// From when on it holds.
  public var validFrom: String?
  /// Until when it holds.
  public var validTo: String?

  /// Makes a key.
  public init(
    _ values: [MemberSelection],
    components: [MemberSelection] = [],
    isIncluded: Bool = true
  ) {
    self.values = values
    self.components = components
    self.isIncluded = isIncluded
  }
}

/// A part of the cube that dimensions span.
public struct CubeRegion: Hashable, Sendable {
  /// Whether the part may be, or the rest.
  public var isIncluded: Bool
  /// The dimensions, each with its values; one left out has any value.
  public var values: [MemberSelection]
  /// Attributes and measures.
  public var components: [MemberSelection]
  /// Notes.
  public var annotations: [Annotation] = []

  /// Makes a region.
  public init(
    isIncluded: Bool,
    _ values: [MemberSelection],
    components: [MemberSelection] = []
  ) {
    self.isIncluded = isIncluded
    self.values = values
    self.components = components
  }
}

/// Some values of a component.
public struct MemberSelection: Hashable, Sendable {
  /// The component.
  public var component: String
  /// Whether the values are those that may be, or the others.
  public var isIncluded: Bool
  /// Whether the prefix of an extended codelist is left out of the values.
  public var removesPrefix: Bool?
  /// Which values.
  public var members: Members
  /// From when on it holds.
  public var validFrom: String?
  /// Until when it holds.
  public var validTo: String?

  /// Which values.
  public enum Members: Hashable, Sendable {
    /// These.
    case values([Value])
    /// Times from one, to another, or both.
    case times(from: Bound?, to: Bound?)
  }

  /// A value of a component.
  public struct Value: Hashable, Sendable {
    /// The value; `%` stands for any characters.
    public var value: String
    /// Whether it stands for the codes below it.
    public var cascade: Cascade
    /// From when on it holds.
    public var validFrom: String?
    /// Until when it holds.
    public var validTo: String?
    /// The tag of its language.
    public var language: String?

    /// Takes a value.
    public init(_ value: String, cascade: Cascade = .none) {
      self.value = value
      self.cascade = cascade
    }
  }

  /// An end of a range of times.
  public struct Bound: Hashable, Sendable {
    /// The period.
    public var period: String
    /// Whether it belongs to the range.
    public var isInclusive: Bool

    /// Takes a period.
    public init(_ period: String, isInclusive: Bool) {
      self.period = period
      self.isInclusive = isInclusive
    }
  }

  /// Selects values of a component.
  public init(
    _ component: String,
    isIncluded: Bool = true,
    removesPrefix: Bool? = nil,
    _ members: Members
  ) {
    self.component = component
    self.isIncluded = isIncluded
    self.removesPrefix = removesPrefix
    self.members = members
  }
}
