// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Structures

/// At least one artefact of every kind, with every part that it can have.
enum SampleArtefacts {
  static func reference(
    _ kind: ArtefactKind,
    _ id: String,
    _ version: Version = Version(1, 2, 0)
  ) -> ArtefactReference {
    ArtefactReference(kind, agency: "AYNI.TEST", id: id, version: version)
  }

  private static let name = InternationalString(en: "Name & sign", fr: "Nom « à »")

  private static var details: ArtefactDetails {
    var details = ArtefactDetails(description: InternationalString(en: "At length"))
    details.item = item
    details.validFrom = "2020-01-01T00:00:00"
    details.validTo = "2030-12-31T00:00:00"
    return details
  }

  private static var item: ItemDetails {
    var note = Annotation()
    note.id = "A1"
    note.title = "Title"
    note.type = "TYPE"
    note.addresses = [Annotation.Address("https://example.org/a")]
    note.texts = InternationalString(en: "Text", fr: "Texte")
    var item = ItemDetails()
    item.annotations = [note]
    return item
  }

  static func codelists() throws -> [Artefact] {
    let codes = [
      Code("A", name: name, details: item), Code("B", name: name, parent: "A"),
      Code("C", name: InternationalString(en: "C"), description: name, parent: "B"),
    ]
    let plain = try Codelist(
      reference(.codelist, "CL_A"),
      name: name,
      codes: codes,
      details: details
    )
    let extended = try Codelist(
      reference(.codelist, "CL_EXTENDED"),
      name: name,
      codes: [],
      extensions: [
        CodelistExtension(
          reference(.codelist, "CL_A"),
          prefix: "X_",
          selection: CodeSelection(
            isInclusive: true,
            [CodeSelection.Member("A", cascade: .withDescendants), CodeSelection.Member("B%")]
          )
        ),
        CodelistExtension(
          reference(
            .codelist,
            "CL_A",
            Version(1, wildcard: VersionWildcard(.stable, from: .minor))
          ),
          selection: CodeSelection(isInclusive: false, [CodeSelection.Member("C")])
        ),
      ]
    )
    let values = try Codelist(
      reference(.valueList, "VL_SIGN"),
      name: name,
      codes: [Code("<=", name: name), Code("km²", name: InternationalString([:]))]
    )
    let areas = try Codelist(
      reference(.geographicCodelist, "GEO_AREA"),
      name: name,
      codes: [Code("N", name: name, geography: "AREA,(0 0, 1 0, 1 1, 0 0): NORTH")]
    )
    let grid = try Codelist(
      reference(.geoGridCodelist, "GRID"),
      name: name,
      codes: [Code("CELL1", name: name, geography: "0,0")],
      grid: "CRS: 4326"
    )
    return [plain, extended, values, areas, grid].map(Artefact.codelist)
  }

  static func schemes() throws -> [Artefact] {
    var agencies = OrganisationScheme(
      reference(.agencyScheme, "AGENCIES", Version(1)),
      name: name
    )
    var contact = Contact()
    contact.name = name
    contact.department = InternationalString(en: "Prices")
    contact.role = InternationalString(en: "Head")
    contact.ways = [.init(.telephone, "+51 1 000"), .init(.email, "someone@example.org")]
    var agency = Organisation("SUB", name: name)
    agency.contacts = [contact]
    agencies.organisations = [agency]
    var providers = OrganisationScheme(
      reference(.dataProviderScheme, "DATA_PROVIDERS", Version(1)),
      name: name
    )
    providers.organisations = [Organisation("INEI", name: name)]
    var units = OrganisationScheme(
      reference(.organisationUnitScheme, "UNITS", Version(1)),
      name: name
    )
    var below = Organisation("U2", name: name)
    below.parent = "U1"
    units.organisations = [Organisation("U1", name: name), below]
    var format = TextFormat(.string)
    format.facets = [.maxLength: "10", .pattern: "[A-Z]+"]
    let concepts = ConceptScheme(
      reference(.conceptScheme, "CS"),
      name: name,
      concepts: [
        Concept("FREQ", name: name, format: RepresentationFormat(.text(format))),
        Concept("AREA", name: name, parent: "FREQ", isoConcept: ["ISO", "S", "C"]),
        Concept("TIME_PERIOD", name: name), Concept("OBS_VALUE", name: name),
        Concept("OTHER", name: name), Concept("NOTE", name: name),
        Concept("DECIMALS", name: name), Concept("TITLE", name: name),
      ],
      details: details
    )
    var categories = CategoryScheme(reference(.categoryScheme, "CAT"), name: name)
    var top = Category("TOP", name: name)
    top.children = [Category("LOW", name: name)]
    categories.categories = [top]
    var taxonomy = CategoryScheme(reference(.reportingTaxonomy, "TAX"), name: name)
    var part = Category("PART", name: name)
    part.provisions = [ObjectReference(reference(.dataflow, "DF"))]
    taxonomy.categories = [part]
    let categorisation = Categorisation(
      reference(.categorisation, "CN", Version(1)),
      name: name,
      source: ObjectReference(reference(.dataflow, "DF")),
      target: ObjectReference(reference(.categoryScheme, "CAT"), "Category", ["TOP", "LOW"])
    )
    return [
      .organisationScheme(agencies), .organisationScheme(providers), .organisationScheme(units),
      .conceptScheme(concepts), .categoryScheme(categories), .categoryScheme(taxonomy),
      .categorisation(categorisation),
    ]
  }

  /// A structure of SDMX 2.1, or with what SDMX 3 added.
  static func structure(isLegacy: Bool) throws -> DataStructureDefinition {
    let scheme = reference(.conceptScheme, "CS")
    let component = {
      (id: String, role: Component.Role, format: RepresentationFormat?, text: Representation) in
      var details = ComponentDetails()
      details.conceptIdentity = ObjectReference(scheme, "Concept", [id])
      details.format = format
      if !isLegacy, id == "NOTE" { details.measures = ["OBS_VALUE"] }
      if id == "AREA" {
        details.conceptRoles = [ObjectReference(scheme, "Concept", ["OTHER"])]
        details.item = item
      }
      let concepts = try? schemes()
      var concept = Concept(id, name: name)
      for case .conceptScheme(let scheme) in concepts ?? [] { concept = scheme[id] ?? concept }
      return Component(id, concept, role: role, representation: text, details: details)
    }
    let list = reference(.codelist, "CL_A")
    var array = RepresentationFormat(.text(TextFormat(.string)))
    if !isLegacy {
      array.minimumOccurrences = 0
      array.maximumOccurrences = .unbounded
    }
    let time = RepresentationFormat(.text(TextFormat(.observationalTimePeriod)))
    var components = [
      component("FREQ", .dimension, nil, .text),
      component("AREA", .dimension, RepresentationFormat(.enumeration(list, nil)), .codelist(list)),
      component("TIME_PERIOD", .timeDimension, time, .timePeriod),
      component(
        "OBS_VALUE",
        .measure,
        RepresentationFormat(.text(TextFormat(.double))),
        .double
      ),
      component("NOTE", .attribute(.group("Siblings"), isMandatory: false), array, .text),
      component(
        "DECIMALS",
        .attribute(.dimensions(["FREQ", "AREA"]), isMandatory: true),
        RepresentationFormat(.text(TextFormat(.integer))),
        .integer
      ),
      component(
        "TITLE",
        .attribute(.dataset, isMandatory: false),
        RepresentationFormat(.text(TextFormat(.string))),
        .text
      ),
    ]
    if !isLegacy {
      components.append(
        component("OTHER", .measure, RepresentationFormat(.text(TextFormat(.boolean))), .boolean)
      )
    }
    var parts = StructureParts()
    parts.groups = [DimensionGroup("Siblings", ["AREA"])]
    parts.details = details
    if !isLegacy {
      parts.metadataStructure = reference(.metadataStructure, "MSD")
      parts.metadataAttributes = [MetadataAttributeUsage("CONTACT", .dimensions(["AREA"]))]
    }
    return try DataStructureDefinition(
      reference(.dataStructure, "DSD"),
      name: name,
      components: components,
      parts: parts
    )
  }

  static func flows() -> [Artefact] {
    let flow = Dataflow(
      reference(.dataflow, "DF"),
      name: name,
      structure: reference(.dataStructure, "DSD"),
      dimensions: [],
      details: details
    )
    let agreement = ProvisionAgreement(
      reference(.provisionAgreement, "PA"),
      name: name,
      flow: reference(.dataflow, "DF"),
      provider: ObjectReference(
        reference(.dataProviderScheme, "DATA_PROVIDERS", Version(1)),
        "DataProvider",
        ["INEI"]
      )
    )
    var constraint = Constraint(reference(.dataConstraint, "CR"), name: name)
    constraint.attachments = [ObjectReference(reference(.dataflow, "DF"))]
    var all = MemberSelection.Value("A")
    all.cascade = .withDescendants
    constraint.keySets = [
      KeySet(
        isIncluded: true,
        [DataKey([MemberSelection("FREQ", .values([.init("A")]))])]
      )
    ]
    constraint.regions = [
      CubeRegion(
        isIncluded: true,
        [
          MemberSelection("AREA", .values([all, .init("C")])),
          MemberSelection(
            "TIME_PERIOD",
            .times(
              from: .init("2000", isInclusive: true),
              to: .init("2020", isInclusive: false)
            )
          ),
        ],
        components: [MemberSelection("NOTE", isIncluded: false, .values([.init("x")]))]
      )
    ]
    var hierarchy = Hierarchy(reference(.hierarchy, "H"), name: name)
    hierarchy.hasFormalLevels = true
    hierarchy.levels = [Level("L1", name: name), Level("L2", name: name)]
    let list = reference(.codelist, "CL_A")
    var root = HierarchicalCode("R", ObjectReference(list, "Code", ["A"]))
    root.level = "L1"
    var leaf = HierarchicalCode("R1", ObjectReference(list, "Code", ["B"]))
    leaf.level = "L2"
    leaf.validFrom = "2020-01-01T00:00:00"
    root.children = [leaf]
    hierarchy.codes = [root]
    return [
      .dataflow(flow), .provisionAgreement(agreement), .constraint(constraint),
      .hierarchy(hierarchy),
    ]
  }

  static func definitions() -> [Artefact] {
    let scheme = { (kind: ArtefactKind, id: String, content: [Definition.Content]) -> Artefact in
      var scheme = DefinitionScheme(reference(kind, id), name: name)
      if kind != .vtlMappingScheme { scheme.languageVersion = "2.0" }
      scheme.definitions = content.enumerated().map { Definition("D\($0)", name: name, $1) }
      if kind == .transformationScheme { scheme.uses = [reference(.rulesetScheme, "RS")] }
      return .definitionScheme(scheme)
    }
    var type = CustomType("number", "Decimal")
    type.nullValue = "null"
    return [
      scheme(
        .transformationScheme,
        "TS",
        [.transformation(expression: "a <- b + 1;", result: "a", isPersistent: true)]
      ),
      scheme(.rulesetScheme, "RS", [.ruleset("define …", type: "datapoint", scope: "variable")]),
      scheme(.userDefinedOperatorScheme, "UO", [.userOperator("define operator f() is 1 end")]),
      scheme(
        .vtlMappingScheme,
        "VM",
        [
          .alias(
            "df",
            .dataflow(
              reference(.dataflow, "DF"),
              to: VtlMethod("Pivot", keys: ["FREQ"]),
              from: VtlMethod("Unpivot", keys: ["AREA"])
            )
          ), .alias("cl", .codelist(reference(.codelist, "CL_A"))),
          .alias(
            "c",
            .concept(ObjectReference(reference(.conceptScheme, "CS"), "Concept", ["FREQ"]))
          ),
        ]
      ),
      scheme(
        .namePersonalisationScheme,
        "NP",
        [.personalisedName(artefact: "component", standard: "bool_var", personalised: "OK")]
      ), scheme(.customTypeScheme, "CT", [.customType(type)]),
    ]
  }

  static func maps() -> [Artefact] {
    var map = StructureMap(
      reference(.structureMap, "SM"),
      name: name,
      source: reference(.dataStructure, "DSD"),
      target: reference(.dataStructure, "DSD")
    )
    var pattern = DateMap(.pattern("MMM yy", locale: "en"))
    pattern.id = "DM"
    pattern.components = [.init("FREQ", "TIME_PERIOD")]
    pattern.frequency = .fixed("M")
    pattern.resolution = "endOfPeriod"
    var epoch = DateMap(.epoch(base: "1970", unit: "second"))
    epoch.id = "EM"
    epoch.components = [.init("AREA", "TIME_PERIOD")]
    epoch.frequency = .dimension("FREQ", formats: ["FF"])
    map.patternMaps = [pattern]
    map.epochMaps = [epoch]
    map.frequencyFormats = [FrequencyFormat(id: "FF", "A", "yyyy")]
    map.componentMaps = [
      ComponentMap(["FREQ", "AREA"], ["AREA"], map: reference(.representationMap, "RM"))
    ]
    map.fixedValues = [FixedValueMap("FREQ", isSource: false, ["A"])]
    var values = RepresentationMap(reference(.representationMap, "RM"), name: name)
    values.sources = [.list(reference(.codelist, "CL_A")), .type(.string)]
    values.targets = [.list(reference(.codelist, "CL_A"))]
    var mapping = ValueMapping(
      [.init("A"), .init("^x(.*)$", isPattern: true, startIndex: 1, endIndex: 3)],
      ["B"]
    )
    mapping.validFrom = "2020-01-01"
    values.mappings = [mapping]
    var concepts = RepresentationMap(reference(.conceptSchemeMap, "CM"), name: name)
    concepts.sources = [.list(reference(.conceptScheme, "CS"))]
    concepts.targets = [.list(reference(.conceptScheme, "CS"))]
    concepts.mappings = [ValueMapping([.init("FREQ")], ["AREA"])]
    return [.structureMap(map), .representationMap(values), .representationMap(concepts)]
  }

  static func metadata() -> [Artefact] {
    var structure = MetadataStructure(reference(.metadataStructure, "MSD"), name: name)
    let concept = ObjectReference(reference(.conceptScheme, "CS"), "Concept", ["NOTE"])
    var contact = MetadataAttribute("CONTACT", concept)
    contact.isPresentational = true
    contact.minimumOccurrences = 0
    contact.maximumOccurrences = .unbounded
    var inner = MetadataAttribute("NAME", concept)
    inner.format = RepresentationFormat(.text(TextFormat(.string)))
    contact.children = [inner]
    structure.attributes = [contact]
    var flow = Metadataflow(
      reference(.metadataflow, "MDF"),
      name: name,
      structure: reference(.metadataStructure, "MSD")
    )
    flow.targets = ["urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=*:*(*)"]
    var constraint = Constraint(reference(.metadataConstraint, "MC"), name: name)
    constraint.attachments = [ObjectReference(reference(.metadataflow, "MDF"))]
    constraint.regions = [
      CubeRegion(
        isIncluded: true,
        [],
        components: [
          MemberSelection("CONTACT", .values([.init("x")]))
        ]
      )
    ]
    let agreement = ProvisionAgreement(
      reference(.metadataProvisionAgreement, "MPA"),
      name: name,
      flow: reference(.metadataflow, "MDF"),
      provider: ObjectReference(
        reference(.metadataProviderScheme, "METADATA_PROVIDERS", Version(1)),
        "MetadataProvider",
        ["INEI"]
      )
    )
    let association = HierarchyAssociation(
      reference(.hierarchyAssociation, "HA"),
      name: name,
      hierarchy: reference(.hierarchy, "H"),
      object: ObjectReference(reference(.codelist, "CL_A"))
    )
    return [
      .metadataStructure(structure), .metadataflow(flow), .constraint(constraint),
      .provisionAgreement(agreement), .hierarchyAssociation(association),
    ]
  }

  /// Everything that SDMX 2.1 knows, or everything.
  static func catalogue(isLegacy: Bool) throws -> StructureCatalogue {
    var catalogue = StructureCatalogue()
    var all = try codelists() + schemes() + flows() + definitions()
    all.append(.dataStructure(try structure(isLegacy: isLegacy)))
    if isLegacy {
      all.removeAll { artefact in
        if case .codelist(let list) = artefact { return list.reference.id != "CL_A" }
        return false
      }
    } else {
      all += maps() + metadata()
    }
    for artefact in all { catalogue.add(artefact) }
    return catalogue
  }
}
