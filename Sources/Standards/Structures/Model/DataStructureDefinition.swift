// SPDX-License-Identifier: Apache-2.0

public import Relation

/// A thing that data are about, which components are named after.
public struct Concept: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The label.
  public let name: InternationalString
  /// What it means at length.
  public let description: InternationalString?

  /// Makes a concept.
  public init(_ id: String, name: InternationalString, description: InternationalString? = nil) {
    self.id = id
    self.name = name
    self.description = description
  }
}

/// A list of concepts.
public struct ConceptScheme: Hashable, Sendable {
  /// What names it.
  public let reference: ArtefactReference
  /// Its label.
  public let name: InternationalString
  /// The concepts, in order.
  public let concepts: [Concept]

  /// Makes a concept scheme.
  public init(_ reference: ArtefactReference, name: InternationalString, concepts: [Concept]) {
    self.reference = reference
    self.name = name
    self.concepts = concepts
  }
}

/// A column of a dataset with its role: a dimension identifies, a measure is observed, an attribute
/// explains (in VTL: identifier, measure, attribute).
public struct Component: Hashable, Sendable {
  /// What the component is about; its identifier is the name of the column.
  public let concept: Concept
  /// What it does.
  public let role: Role
  /// What it may hold.
  public let representation: Representation

  /// What a component does in its structure.
  public enum Role: Hashable, Sendable {
    /// Identifies an observation together with the other dimensions.
    case dimension
    /// Identifies the period of an observation; at most one a structure.
    case timeDimension
    /// Is observed.
    case measure
    /// Explains the observation, the series or the whole dataset.
    case attribute(Attachment, isMandatory: Bool)
  }

  /// What an attribute explains.
  public enum Attachment: Hashable, Sendable {
    /// Each observation.
    case observation
    /// All observations with the same values of these dimensions.
    case dimensions([String])
    /// The dataset as a whole.
    case dataset
  }

  /// Makes a component.
  public init(_ concept: Concept, role: Role, representation: Representation) {
    self.concept = concept
    self.role = role
    self.representation = representation
  }

  /// The identifier, which is the name of the column.
  public var id: String { concept.id }

  /// Whether the component identifies observations.
  public var isDimension: Bool {
    switch role {
    case .dimension, .timeDimension: true
    case .measure, .attribute: false
    }
  }

  /// Whether every observation must have a value.
  public var isMandatory: Bool {
    switch role {
    case .dimension, .timeDimension: true
    case .attribute(_, let isMandatory): isMandatory
    case .measure: false
    }
  }
}

/// Dimensions, measures and attributes: what SDMX calls a data structure definition.
///
/// The order of components is that of the structure: dimensions, the time dimension, measures,
/// attributes.
public struct DataStructureDefinition: Hashable, Sendable {
  /// What names it.
  public let reference: ArtefactReference
  /// Its label.
  public let name: InternationalString
  /// The components, in order.
  public let components: [Component]

  init(_ reference: ArtefactReference, name: InternationalString, sound components: [Component]) {
    self.reference = reference
    self.name = name
    self.components = components
  }

  /// The dimensions, time last.
  public var dimensions: [Component] { components.filter(\.isDimension) }

  /// The measures.
  public var measures: [Component] { components.filter { $0.role == .measure } }

  /// The attributes.
  public var attributes: [Component] {
    components.filter { if case .attribute = $0.role { true } else { false } }
  }

  /// The component with an identifier, or `nil`.
  public subscript(_ id: String) -> Component? { components.first { $0.id == id } }

  /// The codelists that components refer to, each once, in the order of first use.
  public var codelists: [ArtefactReference] {
    var seen: Set<ArtefactReference> = []
    return components.compactMap { component in
      guard case .codelist(let list) = component.representation, seen.insert(list).inserted else {
        return nil
      }
      return list
    }
  }

  /// The columns of a dataset of this structure.
  public var schema: Schema {
    Schema(
      components.map {
        Field($0.id, $0.representation.columnType, isNullable: !$0.isMandatory)
      }
    )
  }
}

/// A flow of data that follows a structure; what an office publishes under a name.
public struct Dataflow: Hashable, Sendable {
  /// What names it.
  public let reference: ArtefactReference
  /// Its label.
  public let name: InternationalString
  /// What it tells its reader.
  public let description: InternationalString?
  /// The structure it follows.
  public let structure: ArtefactReference

  /// Makes a dataflow.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    description: InternationalString? = nil,
    structure: ArtefactReference
  ) {
    self.reference = reference
    self.name = name
    self.description = description
    self.structure = structure
  }
}
