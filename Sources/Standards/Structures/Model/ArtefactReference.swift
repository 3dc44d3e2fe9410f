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
    guard let object = ObjectReference(urn: urn), object.path.isEmpty else { return nil }
    self = object.artefact
  }

  /// The URN: `urn:sdmx:org.sdmx.infomodel.codelist.Codelist=AYNI:CL_GROUP(1.0.0)`.
  public var urn: String {
    "urn:sdmx:org.sdmx.infomodel.\(kind.package).\(kind.rawValue)=\(description)"
  }

  /// The short form that SDMX-CSV and messages use: `AYNI:CL_GROUP(1.0.0)`.
  public var description: String { "\(agency):\(id)(\(versionText))" }

  /// The version as it is written; what SDMX 3.1 does not version is always `1.0`.
  public var versionText: String {
    kind.isOrganisationScheme || kind == .categorisation
      ? version.legacyDescription : version.description
  }

  /// Reads the short form: `AYNI:CL_GROUP(1.0.0)`; `nil` where the text is none.
  ///
  /// - Parameters:
  ///   - kind: the kind of artefact, which the short form does not say.
  ///   - short: the short form.
  public init?(_ kind: ArtefactKind, short: some StringProtocol) {
    guard let colon = short.firstIndex(of: ":"), let open = short.firstIndex(of: "("),
      colon < open, short.hasSuffix(")"),
      let version = Version(String(short[short.index(after: open)...].dropLast()))
    else { return nil }
    self.init(
      kind,
      agency: String(short[..<colon]),
      id: String(short[short.index(after: colon)..<open]),
      version: version
    )
  }
}
