// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// Makes artefacts from the elements of a message, of whatever version.
///
/// References are understood as URNs (SDMX 3, and all of SDMX-JSON) and as `Ref` elements (SDMX-ML 2.1).
struct StructureDecoder {
  let file: String

  /// What a decoder throws where an element cannot be understood.
  func bad(_ node: StructureNode, _ part: String) -> Diagnostic {
    SDMXDefinitions.badElement.at(
      Location(file, line: node.line > 0 ? node.line : nil),
      ["element": .text(node.name), "part": .text(part)]
    )
  }

  func required(_ node: StructureNode, _ attribute: String) throws(Diagnostic) -> String {
    guard let value = node[attribute], !value.isEmpty else { throw bad(node, attribute) }
    return value
  }

  func child(_ node: StructureNode, _ name: String) throws(Diagnostic) -> StructureNode {
    guard let child = node.first(name) else { throw bad(node, name) }
    return child
  }

  // MARK: names

  func string(_ nodes: [StructureNode]) -> InternationalString {
    var texts: [Language: String] = [:]
    for node in nodes { texts[Language(rawValue: node["lang"] ?? "en")] = node.text }
    return InternationalString(texts)
  }

  func name(_ node: StructureNode) -> InternationalString { string(node.all("Name")) }

  func description(_ node: StructureNode) -> InternationalString? {
    let found = string(node.all("Description"))
    return found.isEmpty ? nil : found
  }

  func annotations(_ node: StructureNode) -> [Annotation] {
    (node.first("Annotations")?.all("Annotation") ?? []).map { node in
      var note = Annotation()
      note.id = node["id"]
      note.title = node.text(of: "AnnotationTitle")
      note.type = node.text(of: "AnnotationType")
      note.addresses = node.all("AnnotationURL").map {
        Annotation.Address($0.word, language: $0["lang"])
      }
      note.texts = string(node.all("AnnotationText"))
      note.value = node.first("AnnotationValue")?.text
      return note
    }
  }

  func item(_ node: StructureNode) -> ItemDetails {
    var item = ItemDetails()
    item.annotations = annotations(node)
    item.links = node.all("Link").map {
      Link($0["rel"] ?? "", $0["url"] ?? "", urn: $0["urn"], type: $0["type"])
    }
    item.uri = node["uri"]
    return item
  }

  func details(_ node: StructureNode) -> ArtefactDetails {
    var details = ArtefactDetails(description: description(node))
    details.item = item(node)
    details.validFrom = node["validFrom"].map { moment($0) }
    details.validTo = node["validTo"].map { moment($0) }
    details.isExternalReference = node.truth("isExternalReference") ?? false
    details.serviceURL = node["serviceURL"]
    details.structureURL = node["structureURL"]
    details.isFinal = node.truth("isFinal") ?? false
    details.isPartial = node.truth("isPartial") ?? false
    details.isPartialLanguage = node.truth("isPartialLanguage") ?? false
    return details
  }

  /// A moment: the schemas demand a time, which some services leave out.
  private func moment(_ text: String) -> String {
    text.utf8.count == 10 ? text + "T00:00:00" : text
  }

  // MARK: references

  func reference(
    _ kind: ArtefactKind,
    _ node: StructureNode
  ) throws(Diagnostic) -> ArtefactReference {
    let text = node["version"] ?? "1.0"
    guard let version = Version(text) else { throw bad(node, "version") }
    return ArtefactReference(
      kind,
      agency: try required(node, "agencyID"),
      id: try required(node, "id"),
      version: version
    )
  }

  /// What an element refers to, by URN or by `Ref`.
  ///
  /// - Parameters:
  ///   - node: the element.
  ///   - className: the class that is meant where the element does not say it.
  /// - Returns: the reference.
  /// - Throws: `sdmx.bad-element`.
  func object(_ node: StructureNode, _ className: String) throws(Diagnostic) -> ObjectReference {
    if let ref = node.first("Ref") { return try object(ref: ref, className) }
    let urn = node.text(of: "URN") ?? node.word
    guard let object = ObjectReference(urn: urn) else { throw bad(node, "URN") }
    return object
  }

  private func object(
    ref: StructureNode,
    _ fallback: String
  ) throws(Diagnostic) -> ObjectReference {
    let className = ObjectReference.canonical(ref["class"] ?? fallback)
    guard let kind = ObjectReference.kind(of: className) else { throw bad(ref, "class") }
    let id = try required(ref, "id")
    let agency = try required(ref, "agencyID")
    guard let parent = ref["maintainableParentID"] else {
      guard let version = Version(ref["version"] ?? "1.0") else { throw bad(ref, "version") }
      return ObjectReference(
        ArtefactReference(kind, agency: agency, id: id, version: version)
      )
    }
    guard let version = Version(ref["maintainableParentVersion"] ?? "1.0") else {
      throw bad(ref, "maintainableParentVersion")
    }
    let container = ref["containerID"].map { [$0] } ?? []
    return ObjectReference(
      ArtefactReference(kind, agency: agency, id: parent, version: version),
      className,
      container + id.split(separator: ".").map(String.init)
    )
  }

  func artefact(
    _ node: StructureNode,
    _ kind: ArtefactKind
  ) throws(Diagnostic) -> ArtefactReference {
    try object(node, kind.rawValue).artefact
  }

  /// The identifier that an element names within its own artefact.
  func local(_ node: StructureNode) -> String { node.first("Ref")?["id"] ?? node.word }

  // MARK: formats

  func format(
    _ node: StructureNode?,
    list: ArtefactKind = .codelist
  ) throws(Diagnostic) -> RepresentationFormat? {
    guard let node else { return nil }
    let content: RepresentationFormat.Content
    if let enumeration = node.first("Enumeration") {
      let format = try node.first("EnumerationFormat").map { (node) throws(Diagnostic) in
        try textFormat(node)
      }
      content = .enumeration(try artefact(enumeration, list), format)
    } else if let text = node.first("TextFormat") {
      content = .text(try textFormat(text))
    } else {
      content = .text(TextFormat())
    }
    var format = RepresentationFormat(content)
    format.minimumOccurrences = node["minOccurs"].flatMap { Int($0) }
    format.maximumOccurrences = occurrence(node["maxOccurs"])
    return format
  }

  func occurrence(_ text: String?) -> RepresentationFormat.Occurrence? {
    guard let text else { return nil }
    return text == "unbounded" ? .unbounded : Int(text).map { .times($0) }
  }

  func textFormat(_ node: StructureNode) throws(Diagnostic) -> TextFormat {
    var format = TextFormat()
    if let text = node["textType"] ?? node["dataType"] {
      guard let type = DataType(rawValue: text) else { throw bad(node, "textType") }
      format.dataType = type
    }
    for facet in TextFormat.Facet.allCases { format.facets[facet] = node[facet.rawValue] }
    format.isMultilingual = node.truth("isMultiLingual")
    format.sentinels = node.all("SentinelValue").map {
      TextFormat.Sentinel($0["value"] ?? "", name: name($0), description: description($0))
    }
    return format
  }
}
