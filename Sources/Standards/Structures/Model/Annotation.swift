// SPDX-License-Identifier: Apache-2.0

/// A note that an agency adds to an artefact or to a thing within it.
public struct Annotation: Hashable, Sendable {
  /// The identifier of the note.
  public var id: String?
  /// Its title.
  public var title: String?
  /// What kind of note it is, by the agency's own convention.
  public var type: String?
  /// Addresses, each with its language where it has one.
  public var addresses: [Address] = []
  /// The text.
  public var texts: InternationalString = InternationalString([:])
  /// A value that is in no language.
  public var value: String?

  /// An address for readers of a language.
  public struct Address: Hashable, Sendable {
    /// The address.
    public let url: String
    /// The tag of the language; `nil` for readers of any.
    public let language: String?

    /// Takes an address.
    public init(_ url: String, language: String? = nil) {
      self.url = url
      self.language = language
    }
  }

  /// Makes an empty note.
  public init() {}
}

/// A link from an artefact to something elsewhere.
public struct Link: Hashable, Sendable {
  /// What the link is for.
  public var relation: String
  /// The address.
  public var url: String
  /// The URN, where the thing is an artefact.
  public var urn: String?
  /// The media type of what is there.
  public var type: String?

  /// Makes a link.
  public init(_ relation: String, _ url: String, urn: String? = nil, type: String? = nil) {
    self.relation = relation
    self.url = url
    self.urn = urn
    self.type = type
  }
}

/// What every identified thing may carry besides its name.
public struct ItemDetails: Hashable, Sendable {
  /// Notes.
  public var annotations: [Annotation] = []
  /// Links.
  public var links: [Link] = []
  /// An address of the thing.
  public var uri: String?

  /// Makes no details.
  public init() {}

  /// Whether there is nothing.
  public var isEmpty: Bool { self == ItemDetails() }
}

/// What every maintained artefact may carry besides its name.
public struct ArtefactDetails: Hashable, Sendable {
  /// What it means at length.
  public var description: InternationalString?
  /// Notes, links, address.
  public var item: ItemDetails = ItemDetails()
  /// From when on it holds.
  public var validFrom: String?
  /// Until when it holds.
  public var validTo: String?
  /// Whether only the name stands here and the rest elsewhere.
  public var isExternalReference: Bool = false
  /// Where a service has it.
  public var serviceURL: String?
  /// Where a file has it.
  public var structureURL: String?
  /// Whether it is final, which SDMX 2.1 says apart from the version.
  public var isFinal: Bool = false
  /// Whether a list has only some of its items here.
  public var isPartial: Bool = false
  /// Whether only some languages are here.
  public var isPartialLanguage: Bool = false

  /// Makes no details.
  public init() {}

  /// Takes a description alone.
  public init(description: InternationalString?) { self.description = description }
}
