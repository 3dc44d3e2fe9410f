// SPDX-License-Identifier: Apache-2.0

/// What names an artefact anywhere in the world: its kind, its agency, its identifier, its version.
public struct ArtefactReference: Hashable, Sendable, CustomStringConvertible {
  /// The kind of artefact.
  public let kind: ArtefactKind
  /// The agency that maintains it.
  public let agency: String
  /// Its identifier within the agency.
  public let id: String
  /// Its version.
  public let version: Version

  /// Names an artefact.
  public init(_ kind: ArtefactKind, agency: String, id: String, version: Version) {
    self.kind = kind
    self.agency = agency
    self.id = id
    self.version = version
  }

  /// Reads an SDMX URN; `nil` where it is none, or of a kind that is not known here.
  public init?(urn: String) {
    let prefix = "urn:sdmx:org.sdmx.infomodel."
    guard urn.hasPrefix(prefix), let equals = urn.firstIndex(of: "=") else { return nil }
    let name = urn[urn.index(urn.startIndex, offsetBy: prefix.count)..<equals]
    let rest = urn[urn.index(after: equals)...]
    guard let kind = ArtefactKind.allCases.first(where: { "\($0.package).\($0.rawValue)" == name }),
      let colon = rest.firstIndex(of: ":"), let open = rest.firstIndex(of: "("), colon < open,
      rest.hasSuffix(")"),
      let version = Version(String(rest[rest.index(after: open)...].dropLast()))
    else { return nil }
    self.init(
      kind,
      agency: String(rest[..<colon]),
      id: String(rest[rest.index(after: colon)..<open]),
      version: version
    )
  }

  /// The URN: `urn:sdmx:org.sdmx.infomodel.codelist.Codelist=AYNI:CL_GROUP(1.0.0)`.
  public var urn: String {
    "urn:sdmx:org.sdmx.infomodel.\(kind.package).\(kind.rawValue)=\(agency):\(id)(\(version))"
  }

  /// The short form that SDMX-CSV and messages use: `AYNI:CL_GROUP(1.0.0)`.
  public var description: String { "\(agency):\(id)(\(version))" }
}

/// The kinds of artefacts that Ayni maintains here, by their class in the information model.
public enum ArtefactKind: String, Hashable, Sendable, CaseIterable {
  /// A list of concepts.
  case conceptScheme = "ConceptScheme"
  /// A list of codes.
  case codelist = "Codelist"
  /// Dimensions, measures and attributes.
  case dataStructure = "DataStructure"
  /// A flow of data that follows a structure.
  case dataflow = "Dataflow"

  /// The package of the class, as URNs write it.
  public var package: String {
    switch self {
    case .conceptScheme: "conceptscheme"
    case .codelist: "codelist"
    case .dataStructure, .dataflow: "datastructure"
    }
  }
}
