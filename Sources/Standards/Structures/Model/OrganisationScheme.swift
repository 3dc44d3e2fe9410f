// SPDX-License-Identifier: Apache-2.0

/// Agencies, providers, consumers or units of an organisation, told by the kind of the reference.
public struct OrganisationScheme: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// The organisations, in order.
  public var organisations: [Organisation] = []

  /// Makes an empty scheme.
  public init(_ reference: ArtefactReference, name: InternationalString) {
    self.reference = reference
    self.name = name
  }
}

/// An agency, a provider, a consumer or a unit.
public struct Organisation: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The label.
  public var name: InternationalString
  /// What it does.
  public var description: InternationalString?
  /// The unit above it.
  public var parent: String?
  /// How it can be reached.
  public var contacts: [Contact] = []
  /// Notes and links.
  public var details: ItemDetails = ItemDetails()

  /// Makes an organisation.
  public init(_ id: String, name: InternationalString) {
    self.id = id
    self.name = name
  }
}

/// How an organisation can be reached.
public struct Contact: Hashable, Sendable {
  /// The identifier.
  public var id: String?
  /// Who it is.
  public var name: InternationalString = InternationalString([:])
  /// In which department.
  public var department: InternationalString = InternationalString([:])
  /// In which role.
  public var role: InternationalString = InternationalString([:])
  /// The ways, in order.
  public var ways: [Way] = []

  /// A way to reach somebody.
  public struct Way: Hashable, Sendable {
    /// The kind of way.
    public let kind: Kind
    /// The number or address.
    public let address: String

    /// Makes a way.
    public init(_ kind: Kind, _ address: String) {
      self.kind = kind
      self.address = address
    }
  }

  /// Kinds of ways.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// By telephone.
    case telephone = "Telephone"
    /// By facsimile.
    case fax = "Fax"
    /// By X.400 mail.
    case x400 = "X400"
    /// By an address of the web.
    case uri = "URI"
    /// By mail.
    case email = "Email"
  }

  /// Makes an empty contact.
  public init() {}
}
