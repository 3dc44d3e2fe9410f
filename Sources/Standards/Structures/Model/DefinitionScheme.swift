// SPDX-License-Identifier: Apache-2.0

/// Statements, rules, operators, mappings, names or types of the Validation and Transformation
/// Language, told by the kind of the reference.
///
/// - Source: SDMX 3.1, section 2, "Validation and transformation language".
public struct DefinitionScheme: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// The version of the language; mappings have none.
  public var languageVersion: String?
  /// The schemes that the definitions use.
  public var uses: [ArtefactReference] = []
  /// The definitions, in order.
  public var definitions: [Definition] = []

  /// Makes an empty scheme.
  public init(_ reference: ArtefactReference, name: InternationalString) {
    self.reference = reference
    self.name = name
  }
}

/// A definition of a scheme.
public struct Definition: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The label.
  public var name: InternationalString
  /// What it means at length.
  public var description: InternationalString?
  /// What it defines.
  public var content: Content
  /// Notes and links.
  public var details: ItemDetails = ItemDetails()

  /// What is defined.
  public enum Content: Hashable, Sendable {
    /// A result computed by an expression, kept or not.
    case transformation(expression: String, result: String, isPersistent: Bool)
    /// Rules of a type and a scope, both by the standard's words.
    case ruleset(String, type: String, scope: String)
    /// An operator.
    case userOperator(String)
    /// An alias for an artefact.
    case alias(String, VtlMappingTarget)
    /// A name in place of that which the language gives.
    case personalisedName(artefact: String, standard: String, personalised: String)
    /// A type of the language, as a system has it.
    case customType(CustomType)
  }

  /// Makes a definition.
  public init(_ id: String, name: InternationalString, _ content: Content) {
    self.id = id
    self.name = name
    self.content = content
  }
}

/// What an alias stands for.
public enum VtlMappingTarget: Hashable, Sendable {
  /// A flow, with how data go to the language and come back.
  case dataflow(ArtefactReference, to: VtlMethod?, from: VtlMethod?)
  /// Any flow, with how data go to the language and come back.
  case genericDataflow(to: VtlMethod?, from: VtlMethod?)
  /// A codelist.
  case codelist(ArtefactReference)
  /// A concept.
  case concept(ObjectReference)
}

/// How data go to the language, or come back from it.
public struct VtlMethod: Hashable, Sendable {
  /// The method, by the standard's word or the agency's.
  public var method: String?
  /// The dimensions that tell the parts of the data apart.
  public var keys: [String]

  /// Makes a method.
  public init(_ method: String?, keys: [String]) {
    self.method = method
    self.keys = keys
  }
}

/// A type of the language, as a system has it.
public struct CustomType: Hashable, Sendable {
  /// The type of the language.
  public var scalarType: String
  /// The type of SDMX, or the system's own.
  public var dataType: String
  /// How literals are written.
  public var literalFormat: String?
  /// How values are written out.
  public var outputFormat: String?
  /// What stands for no value.
  public var nullValue: String?

  /// Makes a type.
  public init(_ scalarType: String, _ dataType: String) {
    self.scalarType = scalarType
    self.dataType = dataType
  }
}
