// SPDX-License-Identifier: Apache-2.0

/// Subjects under which artefacts are found, or the parts of a report, told by the reference's kind.
public struct CategoryScheme: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// The subjects at the top, in order.
  public var categories: [Category] = []

  /// Makes an empty scheme.
  public init(_ reference: ArtefactReference, name: InternationalString) {
    self.reference = reference
    self.name = name
  }
}

/// A subject with those below it.
public struct Category: Hashable, Sendable {
  /// The identifier, unique beside its neighbours.
  public var id: String
  /// The label.
  public var name: InternationalString
  /// What it means at length.
  public var description: InternationalString?
  /// Structures that a part of a report names.
  public var structures: [ObjectReference] = []
  /// Flows and agreements that a part of a report names.
  public var provisions: [ObjectReference] = []
  /// The subjects below it, in order.
  public var children: [Category] = []
  /// Notes and links.
  public var details: ItemDetails = ItemDetails()

  /// Makes a subject.
  public init(_ id: String, name: InternationalString) {
    self.id = id
    self.name = name
  }
}

/// An artefact put under a subject.
public struct Categorisation: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// What is put under the subject.
  public var source: ObjectReference
  /// The subject.
  public var target: ObjectReference

  /// Puts an artefact under a subject.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    source: ObjectReference,
    target: ObjectReference
  ) {
    self.reference = reference
    self.name = name
    self.source = source
    self.target = target
  }
}
