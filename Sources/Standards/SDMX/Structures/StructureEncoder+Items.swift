// SPDX-License-Identifier: Apache-2.0

internal import Structures

extension StructureEncoder {
  /// The element of any artefact; of a codelist without its codes, which are written one by one.
  ///
  /// - Parameter artefact: the artefact.
  /// - Returns: the element; `nil` where the version has none for it.
  func encode(_ artefact: Artefact) -> StructureNode? {
    switch artefact {
    case .codelist(let list): codelist(list)
    case .conceptScheme(let scheme): conceptScheme(scheme)
    case .dataStructure(let structure): dataStructure(structure)
    case .dataflow(let flow): dataflow(flow)
    case .organisationScheme(let scheme):
      isLegacy && scheme.reference.kind == .metadataProviderScheme
        ? nil : organisationScheme(scheme)
    case .categoryScheme(let scheme): categoryScheme(scheme)
    case .categorisation(let it):
      self.artefact(
        it.reference,
        it.name,
        it.details,
        [reference("Source", it.source), reference("Target", it.target)]
      )
    case .hierarchy(let hierarchy):
      isLegacy ? hierarchicalCodelist(hierarchy) : self.hierarchy(hierarchy)
    case .hierarchyAssociation(let it): isLegacy ? nil : hierarchyAssociation(it)
    case .constraint(let constraint):
      isLegacy && constraint.reference.kind == .metadataConstraint
        ? nil : self.constraint(constraint)
    case .provisionAgreement(let agreement): provisionAgreement(agreement)
    case .metadataStructure(let structure): isLegacy ? nil : metadataStructure(structure)
    case .metadataflow(let flow): isLegacy ? nil : metadataflow(flow)
    case .metadataSet(let set): isLegacy ? nil : metadataSet(set)
    case .structureMap(let map): isLegacy ? nil : structureMap(map)
    case .representationMap(let map): isLegacy ? nil : representationMap(map)
    case .definitionScheme(let scheme): definitionScheme(scheme)
    }
  }

  private func codelist(_ list: Codelist) -> StructureNode? {
    let kind = list.reference.kind
    if isLegacy, kind != .codelist { return nil }
    var node = artefact(
      list.reference,
      list.name,
      list.details,
      attributes: kind == .geographicCodelist || kind == .geoGridCodelist
        ? [("geoType", kind.rawValue)] : [],
      []
    )
    if !isLegacy {
      node.children += list.extensions.map { codelistExtension($0) }
      if let grid = list.grid { node.children.append(StructureNode("GridDefinition", text: grid)) }
    }
    return node
  }

  func code(_ code: Code, in list: Codelist) -> StructureNode {
    let kind = list.reference.kind
    var node = StructureNode(
      kind.itemName,
      kind == .valueList
        ? [("id", code.id)]
        : identification(code.id, in: list.reference, kind.itemName, [code.id], code.details),
      heading(code.details, code.name, else: kind == .valueList ? "" : code.id, code.description)
    )
    if let parent = code.parent { node.children.append(local("Parent", parent)) }
    if let geography = code.geography {
      if kind == .geoGridCodelist {
        node.children.append(StructureNode("GeoCell", text: geography))
      } else {
        node.attributes.append(.init(name: "value", value: geography))
      }
    }
    return node
  }

  private func codelistExtension(_ it: CodelistExtension) -> StructureNode {
    let selection = it.selection.map { selection in
      StructureNode(
        selection.isInclusive ? "InclusiveCodeSelection" : "ExclusiveCodeSelection",
        [],
        selection.members.map {
          StructureNode(
            "MemberValue",
            [("cascadeValues", $0.cascade == .none ? nil : $0.cascade.rawValue)],
            text: $0.value
          )
        }
      )
    }
    return StructureNode(
      "CodelistExtension",
      [("prefix", it.prefix)],
      [reference("Codelist", it.list), selection]
    )
  }

  private func conceptScheme(_ scheme: ConceptScheme) -> StructureNode {
    artefact(
      scheme.reference,
      scheme.name,
      scheme.details,
      scheme.concepts.map { concept in
        StructureNode(
          "Concept",
          identification(
            concept.id,
            in: scheme.reference,
            "Concept",
            [concept.id],
            concept.details
          ),
          heading(concept.details, concept.name, else: concept.id, concept.description) + [
            concept.parent.map { local("Parent", $0) },
            format("CoreRepresentation", concept.format),
            concept.isoConcept.map { parts in
              StructureNode(
                "ISOConceptReference",
                [],
                zip(["ConceptAgency", "ConceptSchemeID", "ConceptID"], parts).map {
                  StructureNode($0, text: $1)
                }
              )
            },
          ]
        )
      }
    )
  }

  private func organisationScheme(_ scheme: OrganisationScheme) -> StructureNode {
    let element = scheme.reference.kind.itemName
    return artefact(
      scheme.reference,
      scheme.name,
      scheme.details,
      scheme.organisations.map { it in
        StructureNode(
          element,
          identification(it.id, in: scheme.reference, element, [it.id], it.details),
          heading(it.details, it.name, else: it.id, it.description)
            + [it.parent.map { local("Parent", $0) }] + it.contacts.map { contact($0) }
        )
      }
    )
  }

  private func contact(_ contact: Contact) -> StructureNode {
    StructureNode(
      "Contact",
      [("id", contact.id)],
      texts("Name", contact.name) + texts("Department", contact.department)
        + texts("Role", contact.role)
        + contact.ways.map { StructureNode($0.kind.rawValue, text: $0.address) }
    )
  }

  private func categoryScheme(_ scheme: CategoryScheme) -> StructureNode {
    artefact(
      scheme.reference,
      scheme.name,
      scheme.details,
      scheme.categories.map { category($0, in: scheme.reference, under: []) }
    )
  }

  private func category(
    _ it: Category,
    in scheme: ArtefactReference,
    under path: [String]
  ) -> StructureNode {
    let path = path + [it.id]
    let element = scheme.kind.itemName
    return StructureNode(
      element,
      identification(it.id, in: scheme, element, path, it.details),
      heading(it.details, it.name, else: it.id, it.description)
        + it.children.map { category($0, in: scheme, under: path) }
        + it.structures.map { reference("StructuralMetadata", $0) }
        + it.provisions.map { reference("ProvisioningMetadata", $0) }
    )
  }

  private func definitionScheme(_ scheme: DefinitionScheme) -> StructureNode {
    artefact(
      scheme.reference,
      scheme.name,
      scheme.details,
      attributes: [("vtlVersion", scheme.languageVersion)],
      scheme.definitions.map { definition($0, in: scheme.reference) }
        + scheme.uses.map { reference($0.kind.rawValue, $0) }
    )
  }

  private func definition(_ it: Definition, in scheme: ArtefactReference) -> StructureNode {
    let element = scheme.kind.itemName
    var node = StructureNode(
      element,
      identification(it.id, in: scheme, urnName(it), [it.id], it.details),
      heading(it.details, it.name, else: it.id, it.description)
    )
    let put = { (name: String, text: String?) in
      if let text { node.children.append(StructureNode(name, text: text)) }
    }
    let mark = { (name: String, value: String) in
      node.attributes.append(.init(name: name, value: value))
    }
    switch it.content {
    case .transformation(let expression, let result, let isPersistent):
      mark("isPersistent", isPersistent ? "true" : "false")
      put("Expression", expression)
      put("Result", result)
    case .ruleset(let text, let type, let scope):
      mark("rulesetType", type)
      mark("rulesetScope", scope)
      put("RulesetDefinition", text)
    case .userOperator(let text): put("OperatorDefinition", text)
    case .alias(let alias, let target):
      mark("alias", alias)
      node.children += mapping(target)
    case .personalisedName(let artefact, let standard, let personalised):
      mark("vtlArtefact", artefact)
      put("VtlDefaultName", standard)
      put("PersonalisedName", personalised)
    case .customType(let type):
      put("VtlScalarType", type.scalarType)
      put("DataType", type.dataType)
      put("VtlLiteralFormat", type.literalFormat)
      put("OutputFormat", type.outputFormat)
      put("NullValue", type.nullValue)
    }
    return node
  }

  private func urnName(_ it: Definition) -> String {
    switch it.content {
    case .transformation: "Transformation"
    case .ruleset: "Ruleset"
    case .userOperator: "UserDefinedOperator"
    case .alias(_, .codelist): "VtlCodelistMapping"
    case .alias(_, .concept): "VtlConceptMapping"
    case .alias: "VtlDataflowMapping"
    case .personalisedName: "NamePersonalisation"
    case .customType: "CustomType"
    }
  }

  private func mapping(_ target: VtlMappingTarget) -> [StructureNode] {
    let methods = { (to: VtlMethod?, from: VtlMethod?) -> [StructureNode] in
      [
        to.map { method("ToVtlMapping", "ToVtlSubSpace", $0) },
        from.map { method("FromVtlMapping", "FromVtlSuperSpace", $0) },
      ].compactMap(\.self)
    }
    switch target {
    case .dataflow(let flow, let to, let from):
      return [reference("Dataflow", flow)] + methods(to, from)
    case .genericDataflow(let to, let from):
      return [StructureNode("GenericDataflow")] + methods(to, from)
    case .codelist(let list): return [reference("Codelist", list)]
    case .concept(let concept): return [reference("Concept", concept)]
    }
  }

  private func method(_ element: String, _ keys: String, _ it: VtlMethod) -> StructureNode {
    StructureNode(
      element,
      [("method", it.method)],
      it.keys.isEmpty
        ? [] : [StructureNode(keys, [], it.keys.map { StructureNode("Key", text: $0) })]
    )
  }
}
