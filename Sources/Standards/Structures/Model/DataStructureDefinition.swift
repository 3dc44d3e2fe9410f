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
  /// The concept above it.
  public let parent: String?
  /// What components named after it hold, unless they say otherwise.
  public let format: RepresentationFormat?
  /// The same concept in a register of ISO 11179: agency, scheme, concept.
  public let isoConcept: [String]?
  /// Notes and links.
  public let details: ItemDetails

  /// Makes a concept.
  public init(
    _ id: String,
    name: InternationalString,
    description: InternationalString? = nil,
    parent: String? = nil,
    format: RepresentationFormat? = nil,
    isoConcept: [String]? = nil,
    details: ItemDetails = ItemDetails()
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.parent = parent
    self.format = format
    self.isoConcept = isoConcept
    self.details = details
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
  /// Description, notes, validity.
  public let details: ArtefactDetails

  /// Makes a concept scheme.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    concepts: [Concept],
    details: ArtefactDetails = ArtefactDetails()
  ) {
    self.reference = reference
    self.name = name
    self.concepts = concepts
    self.details = details
  }

  /// The concept with an identifier, or `nil`.
  public subscript(_ id: String) -> Concept? { concepts.first { $0.id == id } }
}

/// A column of a dataset with its role: a dimension identifies, a measure is observed, an attribute
/// explains (in VTL: identifier, measure, attribute).
public struct Component: Hashable, Sendable {
  /// The identifier, which is the name of the column.
  public let id: String
  /// What the component is about.
  public let concept: Concept
  /// What it does.
  public let role: Role
  /// What it may hold.
  public let representation: Representation
  /// What SDMX says of it besides.
  public let details: ComponentDetails

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
    /// All observations with the same values of the dimensions of a group.
    case group(String)
    /// The dataset as a whole.
    case dataset
  }

  /// Makes a component that bears the identifier of its concept.
  public init(_ concept: Concept, role: Role, representation: Representation) {
    self.init(
      concept.id,
      concept,
      role: role,
      representation: representation,
      details: ComponentDetails()
    )
  }

  /// Makes a component.
  ///
  /// - Parameters:
  ///   - id: its identifier, which may differ from that of its concept.
  ///   - concept: what it is about.
  ///   - role: what it does.
  ///   - representation: what its column holds.
  ///   - details: what SDMX says of it besides.
  public init(
    _ id: String,
    _ concept: Concept,
    role: Role,
    representation: Representation,
    details: ComponentDetails
  ) {
    self.id = id
    self.concept = concept
    self.role = role
    self.representation = representation
    self.details = details
  }

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
    case .measure: details.isMandatoryMeasure
    }
  }
}

/// What SDMX says of a component besides its role and what its column holds.
public struct ComponentDetails: Hashable, Sendable {
  /// The concept, where a scheme holds it.
  public var conceptIdentity: ObjectReference?
  /// Concepts that say what the component is for.
  public var conceptRoles: [ObjectReference] = []
  /// What it may hold in SDMX's own words; `nil` where its concept says it.
  public var format: RepresentationFormat?
  /// The measures that an attribute explains; none for all.
  public var measures: [String] = []
  /// The dimensions of an attribute's attachment that it may leave out.
  public var optionalDimensions: Set<String> = []
  /// Whether every observation must have the measure.
  public var isMandatoryMeasure: Bool = false
  /// Whether the dimension names measures, as SDMX 2.1 had it.
  public var isMeasureDimension: Bool = false
  /// Notes and links.
  public var item: ItemDetails = ItemDetails()

  /// Makes no details.
  public init() {}
}

/// Dimensions that identify a group of series, to which attributes are attached.
public struct DimensionGroup: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The dimensions, in order.
  public let dimensions: [String]

  /// Makes a group.
  public init(_ id: String, _ dimensions: [String]) {
    self.id = id
    self.dimensions = dimensions
  }
}

/// An attribute of a metadata structure that data of a structure may carry.
public struct MetadataAttributeUsage: Hashable, Sendable {
  /// The attribute of the metadata structure.
  public let attribute: String
  /// What it explains.
  public let attachment: Component.Attachment

  /// Makes a usage.
  public init(_ attribute: String, _ attachment: Component.Attachment) {
    self.attribute = attribute
    self.attachment = attachment
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
  /// What the structure says besides.
  public let parts: StructureParts

  init(
    _ reference: ArtefactReference,
    name: InternationalString,
    sound components: [Component],
    parts: StructureParts
  ) {
    self.reference = reference
    self.name = name
    self.components = components
    self.parts = parts
  }

  /// The group with an identifier, or `nil`.
  public func group(_ id: String) -> DimensionGroup? { parts.groups.first { $0.id == id } }

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

  /// The components that are as sound as those of another structure from which their values are taken over.
  ///
  /// They have its codelist, and may be missing where they may be missing there.
  ///
  /// - Parameters:
  ///   - input: the structure of the rows that are taken over, which a step has held to it.
  ///   - computed: the components that are not taken over.
  /// - Returns: their identifiers.
  public func components(
    assuredBy input: DataStructureDefinition,
    computed: [String] = []
  ) -> Set<String> {
    let assured = components.filter { component in
      guard !computed.contains(component.id), let taken = input[component.id] else { return false }
      return taken.representation == component.representation
        && (taken.isMandatory || !component.isMandatory)
    }
    return Set(assured.map(\.id))
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

/// What a data structure says besides its components.
public struct StructureParts: Hashable, Sendable {
  /// Groups of series.
  public var groups: [DimensionGroup] = []
  /// The metadata structure whose attributes data may carry.
  public var metadataStructure: ArtefactReference?
  /// Which of those attributes, and where.
  public var metadataAttributes: [MetadataAttributeUsage] = []
  /// Whether dimensions may be added in a minor version (SDMX 3.1).
  public var isEvolving: Bool = false
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()

  /// Makes no parts.
  public init() {}
}

/// A flow of data that follows a structure; what an office publishes under a name.
public struct Dataflow: Hashable, Sendable {
  /// What names it.
  public let reference: ArtefactReference
  /// Its label.
  public let name: InternationalString
  /// The structure it follows.
  public let structure: ArtefactReference
  /// The dimensions that the flow uses, where it uses only some (SDMX 3.1).
  public let dimensions: [String]
  /// Description, notes, validity.
  public let details: ArtefactDetails

  /// Makes a dataflow.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    description: InternationalString? = nil,
    structure: ArtefactReference
  ) {
    self.init(
      reference,
      name: name,
      structure: structure,
      dimensions: [],
      details: ArtefactDetails(description: description)
    )
  }

  /// Makes a dataflow with everything that it can say.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    structure: ArtefactReference,
    dimensions: [String],
    details: ArtefactDetails
  ) {
    self.reference = reference
    self.name = name
    self.structure = structure
    self.dimensions = dimensions
    self.details = details
  }

  /// What it tells its reader.
  public var description: InternationalString? { details.description }
}
