// SPDX-License-Identifier: Apache-2.0

/// A code and what it stands for.
public struct Code: Hashable, Sendable {
  /// The code itself.
  public let id: String
  /// Its label.
  public let name: InternationalString
  /// What it means at length.
  public let description: InternationalString?
  /// The code above it in a simple hierarchy.
  public let parent: String?
  /// The shape of an area, or the cell of a grid, in a geographic codelist.
  public let geography: String?
  /// Notes and links.
  public let details: ItemDetails

  /// Makes a code.
  public init(
    _ id: String,
    name: InternationalString,
    description: InternationalString? = nil,
    parent: String? = nil,
    geography: String? = nil,
    details: ItemDetails = ItemDetails()
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.parent = parent
    self.geography = geography
    self.details = details
  }
}

/// A list of codes, in the order in which its agency wrote them.
///
/// A codelist that exists is valid: its codes are unique, and every parent is a code of the list
/// without a circle. Value lists and geographic lists are told by the kind of their reference.
public struct Codelist: Hashable, Sendable {
  /// What names it.
  public let reference: ArtefactReference
  /// Its label.
  public let name: InternationalString
  /// The codes that the list itself names.
  public let codes: [Code]
  /// The lists whose codes it takes over, in order.
  public let extensions: [CodelistExtension]
  /// How the cells of a grid are laid out, in a list of cells.
  public let grid: String?
  /// Description, notes, validity.
  public let details: ArtefactDetails
  private let positions: [String: Int]

  /// Makes a codelist from codes whose soundness the caller has checked.
  init(
    _ reference: ArtefactReference,
    name: InternationalString,
    sound codes: [Code],
    extensions: [CodelistExtension] = [],
    grid: String? = nil,
    details: ArtefactDetails = ArtefactDetails()
  ) {
    self.reference = reference
    self.name = name
    self.codes = codes
    self.extensions = extensions
    self.grid = grid
    self.details = details
    positions = Dictionary(
      codes.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The code with an identifier, or `nil`.
  public subscript(_ id: String) -> Code? { positions[id].map { codes[$0] } }

  /// The identifiers, in order.
  public var ids: [String] { codes.map(\.id) }
}

/// Codes that a list takes over from another.
///
/// - Source: SDMX 3.1, section 2, "Codelist extension and discriminated unions of codelists".
public struct CodelistExtension: Hashable, Sendable {
  /// The other list.
  public let list: ArtefactReference
  /// What is put before each code that is taken over.
  public let prefix: String?
  /// Which codes are taken over; `nil` for all.
  public let selection: CodeSelection?

  /// Makes an extension.
  public init(_ list: ArtefactReference, prefix: String? = nil, selection: CodeSelection? = nil) {
    self.list = list
    self.prefix = prefix
    self.selection = selection
  }
}

/// Some codes of a list.
public struct CodeSelection: Hashable, Sendable {
  /// Whether the members are taken, or all others.
  public let isInclusive: Bool
  /// Which codes.
  public let members: [Member]

  /// A code or a pattern, and whether it stands for those below it too.
  public struct Member: Hashable, Sendable {
    /// The code; `%` stands for any characters.
    public let value: String
    /// What it stands for besides itself.
    public let cascade: Cascade

    /// Makes a member.
    public init(_ value: String, cascade: Cascade = .none) {
      self.value = value
      self.cascade = cascade
    }
  }

  /// Makes a selection.
  public init(isInclusive: Bool, _ members: [Member]) {
    self.isInclusive = isInclusive
    self.members = members
  }
}

/// Whether a code stands for the codes below it.
public enum Cascade: String, Hashable, Sendable {
  /// For itself alone.
  case none = "false"
  /// For itself and all below it.
  case withDescendants = "true"
  /// For all below it without itself.
  case descendantsOnly = "excluderoot"
}
