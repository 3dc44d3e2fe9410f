// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// Makes the elements of a message from artefacts, as a version of the standard has them.
///
/// What the version has no place for is left out: ``StructureLosses`` lists it before.
struct StructureEncoder {
  let version: SDMXMLVersion
  /// Whether SDMX 2.1 too names artefacts by their URNs, as SDMX-JSON does.
  var usesURNs = false

  var isLegacy: Bool { version == .v2_1 }

  // MARK: names

  func texts(_ element: String, _ string: InternationalString?) -> [StructureNode] {
    guard let string else { return [] }
    return string.languages.map { language in
      StructureNode(
        element,
        [("xml:lang", language.rawValue)],
        text: string.texts[language] ?? ""
      )
    }
  }

  /// Annotations, links, names and descriptions, in the order of the schemas.
  func heading(
    _ item: ItemDetails,
    _ name: InternationalString?,
    else id: String = "",
    _ description: InternationalString? = nil
  ) -> [StructureNode] {
    // A name is mandatory: where no language has one, the identifier stands for it.
    let names = name.map { $0.isEmpty && !id.isEmpty ? InternationalString(en: id) : $0 }
    return annotations(item.annotations) + (isLegacy ? [] : item.links.map { link($0) })
      + texts("Name", names) + texts("Description", description)
  }

  private func link(_ link: Link) -> StructureNode {
    StructureNode(
      "Link",
      [("rel", link.relation), ("url", link.url), ("urn", link.urn), ("type", link.type)]
    )
  }

  func annotations(_ annotations: [Annotation]) -> [StructureNode] {
    if annotations.isEmpty { return [] }
    return [StructureNode("Annotations", [], annotations.map { annotation($0) })]
  }

  private func annotation(_ note: Annotation) -> StructureNode {
    let addresses = note.addresses.prefix(isLegacy ? 1 : note.addresses.count).map {
      StructureNode("AnnotationURL", [("xml:lang", isLegacy ? nil : $0.language)], text: $0.url)
    }
    return StructureNode(
      "Annotation",
      [("id", note.id)],
      [
        note.title.map { StructureNode("AnnotationTitle", text: $0) },
        note.type.map { StructureNode("AnnotationType", text: $0) },
      ] + addresses + texts("AnnotationText", note.texts) + [
        isLegacy ? nil : note.value.map { StructureNode("AnnotationValue", text: $0) }
      ]
    )
  }

  // MARK: identification

  func text(_ version: Version) -> String {
    isLegacy ? version.legacyDescription : version.description
  }

  func urn(_ object: ObjectReference) -> String {
    let artefact = object.artefact
    let version =
      artefact.versionText == artefact.version.description
      ? text(artefact.version) : artefact.versionText
    var className = StructureEncoder.schemaNames[object.className] ?? object.className
    if isLegacy { className = StructureEncoder.legacyNames[className] ?? className }
    return "urn:sdmx:org.sdmx.infomodel.\(artefact.kind.package).\(className)="
      + ([("\(artefact.agency):\(artefact.id)(\(version))")] + object.path).joined(separator: ".")
  }

  /// The schemas know geographic lists and their codes by the names of plain ones.
  private static let schemaNames: [String: String] = [
    "GeographicCodelist": "Codelist", "GeoGridCodelist": "Codelist", "GeoFeatureSetCode": "Code",
    "GeoGridCode": "Code",
  ]

  private static let legacyNames: [String: String] = [
    "DataConstraint": "ContentConstraint", "Measure": "PrimaryMeasure",
  ]

  /// The element of an artefact with its identification and names.
  func artefact(
    _ reference: ArtefactReference,
    _ name: InternationalString,
    _ details: ArtefactDetails,
    attributes: [(String, String?)] = [],
    _ children: [StructureNode?]
  ) -> StructureNode {
    let kind = reference.kind
    let hasVersion =
      isLegacy
      || !(kind.isOrganisationScheme || (version == .v3_1 && kind == .categorisation))
    let flag = { (isSet: Bool) in isSet ? "true" : nil }
    let element = isLegacy && kind == .dataConstraint ? "ContentConstraint" : kind.rawValue
    let isScheme = kind.isListOfCodes && kind != .valueList || kind.rawValue.hasSuffix("Scheme")
    return StructureNode(
      element,
      [
        ("id", reference.id), ("urn", urn(ObjectReference(reference))),
        ("uri", details.item.uri),
        ("version", hasVersion ? text(reference.version) : nil),
        ("validFrom", details.validFrom), ("validTo", details.validTo),
        ("agencyID", reference.agency), ("isFinal", isLegacy ? flag(details.isFinal) : nil),
        ("isExternalReference", flag(details.isExternalReference)),
        ("serviceURL", details.serviceURL), ("structureURL", details.structureURL),
        ("isPartial", isScheme ? flag(details.isPartial) : nil),
        ("isPartialLanguage", version == .v3_1 ? flag(details.isPartialLanguage) : nil),
      ] + attributes,
      heading(details.item, name, else: reference.id, details.description) + children
    )
  }

  /// The attributes of a thing within an artefact.
  func identification(
    _ id: String,
    in artefact: ArtefactReference,
    _ className: String,
    _ path: [String],
    _ item: ItemDetails
  ) -> [(String, String?)] {
    [("id", id), ("urn", urn(ObjectReference(artefact, className, path))), ("uri", item.uri)]
  }

  // MARK: references

  func reference(_ element: String, _ object: ObjectReference) -> StructureNode {
    guard isLegacy, !usesURNs else { return StructureNode(element, text: urn(object)) }
    let artefact = object.artefact
    let version = text(artefact.version)
    let className = StructureEncoder.legacyNames[object.className] ?? object.className
    let tail: [(String, String?)] = [("class", className), ("package", artefact.kind.package)]
    let attributes: [(String, String?)] =
      object.path.isEmpty
      ? [("agencyID", artefact.agency), ("id", artefact.id), ("version", version)]
      : [
        ("agencyID", artefact.agency), ("maintainableParentID", artefact.id),
        ("maintainableParentVersion", version), ("id", object.path.joined(separator: ".")),
      ]
    return StructureNode(element, [], [StructureNode("Ref", attributes + tail)])
  }

  func reference(_ element: String, _ artefact: ArtefactReference) -> StructureNode {
    reference(element, ObjectReference(artefact))
  }

  /// A reference to a thing of the same artefact.
  func local(_ element: String, _ id: String) -> StructureNode {
    isLegacy && !usesURNs
      ? StructureNode(element, [], [StructureNode("Ref", [("id", id)])])
      : StructureNode(element, text: id)
  }

  // MARK: formats

  func format(
    _ element: String,
    _ format: RepresentationFormat?,
    occurrences: Bool = true,
    isComponent: Bool = false
  ) -> StructureNode? {
    guard var format else { return nil }
    if isComponent, isLegacy, case .text(var text) = format.content {
      text.isMultilingual = nil
      if text.dataType == .geospatialInformation { text.dataType = .string }
      format.content = .text(text)
    }
    var attributes: [(String, String?)] = []
    if !isLegacy, occurrences {
      attributes = [
        ("minOccurs", format.minimumOccurrences.map { String($0) }),
        ("maxOccurs", format.maximumOccurrences.map { text($0) }),
      ]
    }
    switch format.content {
    case .text(let text):
      return StructureNode(element, attributes, [textFormat("TextFormat", text)])
    case .enumeration(let list, let codes):
      return StructureNode(
        element,
        attributes,
        [reference("Enumeration", list), codes.map { textFormat("EnumerationFormat", $0) }]
      )
    }
  }

  func text(_ occurrence: RepresentationFormat.Occurrence) -> String {
    switch occurrence {
    case .unbounded: "unbounded"
    case .times(let count): String(count)
    }
  }

  func textFormat(_ element: String, _ format: TextFormat) -> StructureNode {
    let facets = TextFormat.Facet.allCases.map { ($0.rawValue, format.facets[$0]) }
    return StructureNode(
      element,
      [("textType", format.dataType?.rawValue)] + facets
        + [("isMultiLingual", format.isMultilingual.map { $0 ? "true" : "false" })],
      isLegacy
        ? []
        : format.sentinels.map {
          StructureNode(
            "SentinelValue",
            [("value", $0.value)],
            texts("Name", $0.name) + texts("Description", $0.description)
          )
        }
    )
  }
}
