// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

extension StructureDecoder {
  /// The elements that are codes of a list; a reader hands them over one by one.
  static let codeNames: Set<String> = ["Code", "GeoFeatureSetCode", "GeoGridCode", "ValueItem"]

  func code(_ node: StructureNode) throws(Diagnostic) -> Code {
    Code(
      try required(node, "id"),
      name: name(node),
      description: description(node),
      parent: node.first("Parent").map { local($0) },
      geography: node["value"] ?? node.first("GeoCell")?.word,
      details: item(node)
    )
  }

  func codelist(
    _ kind: ArtefactKind,
    _ node: StructureNode,
    _ codes: [Code],
    _ locations: [Location]
  ) throws -> Codelist {
    try Codelist(
      try reference(kind, node),
      name: name(node),
      codes: codes,
      locations: locations,
      extensions: try node.all("CodelistExtension").map { try codelistExtension($0) },
      grid: node.first("GridDefinition")?.text,
      details: details(node)
    )
  }

  private func codelistExtension(
    _ node: StructureNode
  ) throws(Diagnostic) -> CodelistExtension {
    let selection = node.first("InclusiveCodeSelection") ?? node.first("ExclusiveCodeSelection")
    return CodelistExtension(
      try artefact(try child(node, "Codelist"), .codelist),
      prefix: node["prefix"],
      selection: selection.map { selection in
        CodeSelection(
          isInclusive: selection.name == "InclusiveCodeSelection",
          selection.all("MemberValue").map {
            CodeSelection.Member($0.word, cascade: cascade($0["cascadeValues"]))
          }
        )
      }
    )
  }

  func cascade(_ text: String?) -> Cascade {
    switch text {
    case "true", "1": .withDescendants
    case "excluderoot": .descendantsOnly
    default: .none
    }
  }

  func conceptScheme(_ node: StructureNode) throws(Diagnostic) -> ConceptScheme {
    ConceptScheme(
      try reference(.conceptScheme, node),
      name: name(node),
      concepts: try node.all("Concept").map { (node) throws(Diagnostic) in
        let iso = node.first("ISOConceptReference").map { iso in
          ["ConceptAgency", "ConceptSchemeID", "ConceptID"].map { iso.text(of: $0) ?? "" }
        }
        return Concept(
          try required(node, "id"),
          name: name(node),
          description: description(node),
          parent: node.first("Parent").map { local($0) },
          format: try format(node.first("CoreRepresentation")),
          isoConcept: iso,
          details: item(node)
        )
      },
      details: details(node)
    )
  }

  func organisationScheme(
    _ kind: ArtefactKind,
    _ node: StructureNode
  ) throws(Diagnostic) -> OrganisationScheme {
    var scheme = OrganisationScheme(try reference(kind, node), name: name(node))
    scheme.details = details(node)
    scheme.organisations = try node.all(kind.itemName).map { (node) throws(Diagnostic) in
      var organisation = Organisation(try required(node, "id"), name: name(node))
      organisation.description = description(node)
      organisation.parent = node.first("Parent").map { local($0) }
      organisation.contacts = node.all("Contact").map { contact($0) }
      organisation.details = item(node)
      return organisation
    }
    return scheme
  }

  private func contact(_ node: StructureNode) -> Contact {
    var contact = Contact()
    contact.id = node["id"]
    contact.name = name(node)
    contact.department = string(node.all("Department"))
    contact.role = string(node.all("Role"))
    contact.ways = node.children.compactMap { child in
      Contact.Kind(rawValue: child.name).map { Contact.Way($0, child.word) }
    }
    return contact
  }

  func categoryScheme(
    _ kind: ArtefactKind,
    _ node: StructureNode
  ) throws(Diagnostic) -> CategoryScheme {
    var scheme = CategoryScheme(try reference(kind, node), name: name(node))
    scheme.details = details(node)
    scheme.categories = try categories(node)
    return scheme
  }

  private func categories(_ node: StructureNode) throws(Diagnostic) -> [Category] {
    let nodes = node.all("Category") + node.all("ReportingCategory")
    return try nodes.map { (node) throws(Diagnostic) in
      var category = Category(try required(node, "id"), name: name(node))
      category.description = description(node)
      category.structures = try node.all("StructuralMetadata").map { (node) throws(Diagnostic) in
        try object(node, "DataStructure")
      }
      category.provisions = try node.all("ProvisioningMetadata").map { (node) throws(Diagnostic) in
        try object(node, "Dataflow")
      }
      category.children = try categories(node)
      category.details = item(node)
      return category
    }
  }

  func categorisation(_ node: StructureNode) throws(Diagnostic) -> Categorisation {
    var it = Categorisation(
      try reference(.categorisation, node),
      name: name(node),
      source: try object(try child(node, "Source"), "Dataflow"),
      target: try object(try child(node, "Target"), "Category")
    )
    it.details = details(node)
    return it
  }

  func definitionScheme(
    _ kind: ArtefactKind,
    _ node: StructureNode
  ) throws(Diagnostic) -> DefinitionScheme {
    var scheme = DefinitionScheme(try reference(kind, node), name: name(node))
    scheme.details = details(node)
    scheme.languageVersion = node["vtlVersion"]
    for child in node.children {
      if child.name == kind.itemName {
        scheme.definitions.append(try definition(child))
      } else if let used = ArtefactKind(rawValue: child.name) {
        scheme.uses.append(try artefact(child, used))
      }
    }
    return scheme
  }

  private func definition(_ node: StructureNode) throws(Diagnostic) -> Definition {
    let text = { (name: String) in node.first(name)?.text ?? "" }
    let content: Definition.Content
    switch node.name {
    case "Transformation":
      content = .transformation(
        expression: text("Expression"),
        result: text("Result"),
        isPersistent: node.truth("isPersistent") ?? false
      )
    case "Ruleset":
      content = .ruleset(
        text("RulesetDefinition"),
        type: node["rulesetType"] ?? "",
        scope: node["rulesetScope"] ?? ""
      )
    case "UserDefinedOperator": content = .userOperator(text("OperatorDefinition"))
    case "VtlMapping":
      content = .alias(try required(node, "alias"), try mappingTarget(node))
    case "NamePersonalisation":
      content = .personalisedName(
        artefact: node["vtlArtefact"] ?? "",
        standard: text("VtlDefaultName"),
        personalised: text("PersonalisedName")
      )
    case "CustomType":
      var type = CustomType(text("VtlScalarType"), text("DataType"))
      type.literalFormat = node.first("VtlLiteralFormat")?.text
      type.outputFormat = node.first("OutputFormat")?.text
      type.nullValue = node.first("NullValue")?.text
      content = .customType(type)
    default: throw bad(node, node.name)
    }
    var definition = Definition(try required(node, "id"), name: name(node), content)
    definition.description = description(node)
    definition.details = item(node)
    return definition
  }

  private func mappingTarget(_ node: StructureNode) throws(Diagnostic) -> VtlMappingTarget {
    let to = node.first("ToVtlMapping").map { method($0, "ToVtlSubSpace") }
    let from = node.first("FromVtlMapping").map { method($0, "FromVtlSuperSpace") }
    if let flow = node.first("Dataflow") {
      return .dataflow(try artefact(flow, .dataflow), to: to, from: from)
    }
    if let list = node.first("Codelist") { return .codelist(try artefact(list, .codelist)) }
    if let concept = node.first("Concept") { return .concept(try object(concept, "Concept")) }
    return .genericDataflow(to: to, from: from)
  }

  private func method(_ node: StructureNode, _ keys: String) -> VtlMethod {
    VtlMethod(node["method"], keys: node.first(keys)?.all("Key").map(\.word) ?? [])
  }
}

extension ArtefactKind {
  /// The element of an item of a scheme: that of a `DataProviderScheme` is a `DataProvider`.
  var itemName: String {
    switch self {
    case .codelist: "Code"
    case .valueList: "ValueItem"
    case .geographicCodelist: "GeoFeatureSetCode"
    case .geoGridCodelist: "GeoGridCode"
    case .reportingTaxonomy: "ReportingCategory"
    default: rawValue.hasSuffix("Scheme") ? String(rawValue.dropLast("Scheme".count)) : rawValue
    }
  }
}
