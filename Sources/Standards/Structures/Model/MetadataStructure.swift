// SPDX-License-Identifier: Apache-2.0

/// The attributes of reference metadata.
public struct MetadataStructure: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// The attributes at the top, in order.
  public var attributes: [MetadataAttribute] = []

  /// Makes an empty structure.
  public init(_ reference: ArtefactReference, name: InternationalString) {
    self.reference = reference
    self.name = name
  }
}

/// An attribute of reference metadata with those below it.
public struct MetadataAttribute: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The concept.
  public var concept: ObjectReference
  /// What it may hold; `nil` where its concept says it.
  public var format: RepresentationFormat?
  /// How often it occurs at least.
  public var minimumOccurrences: Int = 1
  /// How often it may occur.
  public var maximumOccurrences: RepresentationFormat.Occurrence = .times(1)
  /// Whether it only holds others.
  public var isPresentational: Bool = false
  /// The attributes below it, in order.
  public var children: [MetadataAttribute] = []
  /// Notes and links.
  public var details: ItemDetails = ItemDetails()

  /// Makes an attribute.
  public init(_ id: String, _ concept: ObjectReference) {
    self.id = id
    self.concept = concept
  }
}

/// A flow of reference metadata.
public struct Metadataflow: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// The structure it follows.
  public var structure: ArtefactReference
  /// What the metadata are about, in URNs that may leave parts open.
  public var targets: [String] = []

  /// Makes a flow.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    structure: ArtefactReference
  ) {
    self.reference = reference
    self.name = name
    self.structure = structure
  }
}

/// Reference metadata about artefacts.
public struct MetadataSet: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// The flow or the agreement that it follows.
  public var flow: ArtefactReference
  /// What it is about, in URNs that may leave parts open.
  public var targets: [String] = []
  /// What the receiver does with it, by the word of the message.
  public var action: String?
  /// When it was published.
  public var publicationYear: String?
  /// The period of its publication.
  public var publicationPeriod: String?
  /// The beginning of the period that it reports on.
  public var reportingBegin: String?
  /// The end of the period that it reports on.
  public var reportingEnd: String?
  /// The values at the top, in order.
  public var attributes: [ReportedAttribute] = []

  /// Makes an empty set.
  public init(_ reference: ArtefactReference, name: InternationalString, flow: ArtefactReference) {
    self.reference = reference
    self.name = name
    self.flow = flow
  }
}

/// A value of an attribute of reference metadata, with those below it.
public struct ReportedAttribute: Hashable, Sendable {
  /// The attribute.
  public var id: String
  /// The value.
  public var value: Value?
  /// Notes.
  public var annotations: [Annotation] = []
  /// The values below it, in order.
  public var children: [ReportedAttribute] = []

  /// What is reported.
  public enum Value: Hashable, Sendable {
    /// A code, a number, a word in no language.
    case plain(String)
    /// A text in languages.
    case texts(InternationalString)
    /// A text with mark-up in languages.
    case structured(InternationalString)
  }

  /// Makes a value.
  public init(_ id: String, _ value: Value? = nil) {
    self.id = id
    self.value = value
  }
}
