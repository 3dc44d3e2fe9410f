// SPDX-License-Identifier: Apache-2.0

/// Codes of one list or several, one above the other.
public struct Hierarchy: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// Whether every code stands on one of the levels.
  public var hasFormalLevels: Bool = false
  /// The levels from the top down.
  public var levels: [Level] = []
  /// The codes at the top, in order.
  public var codes: [HierarchicalCode] = []

  /// Makes an empty hierarchy.
  public init(_ reference: ArtefactReference, name: InternationalString) {
    self.reference = reference
    self.name = name
  }
}

/// A level of a hierarchy.
public struct Level: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The label.
  public var name: InternationalString
  /// What it means at length.
  public var description: InternationalString?
  /// How codes of the level are written.
  public var codingFormat: TextFormat?
  /// Notes and links.
  public var details: ItemDetails = ItemDetails()

  /// Makes a level.
  public init(_ id: String, name: InternationalString) {
    self.id = id
    self.name = name
  }
}

/// A code in its place in a hierarchy.
public struct HierarchicalCode: Hashable, Sendable {
  /// The identifier of the place.
  public var id: String
  /// The code.
  public var code: ObjectReference
  /// The level on which it stands.
  public var level: String?
  /// From when on it stands there.
  public var validFrom: String?
  /// Until when it stands there.
  public var validTo: String?
  /// The codes below it, in order.
  public var children: [HierarchicalCode] = []
  /// Notes and links.
  public var details: ItemDetails = ItemDetails()

  /// Puts a code in a place.
  public init(_ id: String, _ code: ObjectReference) {
    self.id = id
    self.code = code
  }
}

/// A hierarchy linked to what uses it.
public struct HierarchyAssociation: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// The hierarchy.
  public var hierarchy: ArtefactReference
  /// What uses it: a codelist, a component.
  public var object: ObjectReference
  /// Where it is used, such as a dataflow.
  public var context: ObjectReference?

  /// Links a hierarchy to what uses it.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    hierarchy: ArtefactReference,
    object: ObjectReference
  ) {
    self.reference = reference
    self.name = name
    self.hierarchy = hierarchy
    self.object = object
  }
}
