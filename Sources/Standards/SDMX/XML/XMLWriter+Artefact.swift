// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Structures

extension ArtefactReference {
  /// The URN of an item: `urn:sdmx:org.sdmx.infomodel.codelist.Code=AYNI:CL_GROUP(1.0.0).A`.
  func urn(of item: String, _ itemClass: String) -> String {
    "urn:sdmx:org.sdmx.infomodel.\(kind.package).\(itemClass)=\(description).\(item)"
  }
}

extension DataStructureDefinition {
  /// The concepts that the components are named after, as a scheme of their own.
  var conceptScheme: ConceptScheme {
    ConceptScheme(
      ArtefactReference(
        .conceptScheme,
        agency: reference.agency,
        id: "CS_" + reference.id,
        version: reference.version
      ),
      name: name,
      concepts: components.map(\.concept)
    )
  }
}

extension XMLWriter {
  /// Begins an artefact with its identification and its names.
  mutating func startArtefact(
    _ element: String,
    _ reference: ArtefactReference,
    _ name: InternationalString,
    _ description: InternationalString? = nil
  ) throws {
    try start(
      "str:\(element)",
      [
        ("id", reference.id), ("agencyID", reference.agency),
        ("version", reference.version.description), ("urn", reference.urn),
      ]
    )
    try names(name, else: reference.id, description)
  }

  /// Writes a name in every language, and a description where there is one.
  ///
  /// A name is mandatory in SDMX: where no language has one, the identifier stands for it.
  mutating func names(
    _ name: InternationalString,
    else id: String,
    _ description: InternationalString?
  ) throws {
    try texts("com:Name", name.isEmpty ? InternationalString(en: id) : name)
    if let description { try texts("com:Description", description) }
  }

  private mutating func texts(_ element: String, _ string: InternationalString) throws {
    for language in string.languages {
      try self.element(
        element,
        [("xml:lang", language.rawValue)],
        text: string.texts[language] ?? ""
      )
    }
  }
}
