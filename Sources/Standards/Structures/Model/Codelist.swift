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

  /// Makes a code.
  public init(
    _ id: String,
    name: InternationalString,
    description: InternationalString? = nil,
    parent: String? = nil
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.parent = parent
  }
}

/// A list of codes, in the order in which its agency wrote them.
///
/// A codelist that exists is valid: its codes are unique, and every parent is a code of the list
/// without a circle.
public struct Codelist: Hashable, Sendable {
  /// What names it.
  public let reference: ArtefactReference
  /// Its label.
  public let name: InternationalString
  /// The codes.
  public let codes: [Code]
  private let positions: [String: Int]

  /// Makes a codelist from codes whose soundness the caller has checked.
  init(_ reference: ArtefactReference, name: InternationalString, sound codes: [Code]) {
    self.reference = reference
    self.name = name
    self.codes = codes
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
