// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// Reads the path and the parameters of a query.
struct QueryParser {
  private let segments: [QueryText]
  private let end: QueryText
  private let parameters: [(name: QueryText, value: QueryText)]

  /// Whether a word names a resource of either version.
  static func isResource(_ word: String) -> Bool {
    ["data", "availability", "availableconstraint", "structure", "schema", "metadata"]
      .contains(word) || ArtefactKind(query: word) != nil || legacyTypes.contains(word)
  }

  /// Types that version 1.5 knows and that are no kinds of artefacts any more.
  private static let legacyTypes: Set<String> = [
    "structureset", "process", "organisationscheme", "actualconstraint", "allowedconstraint",
    "attachmentconstraint", "namealiasscheme",
  ]

  init(_ path: QueryText, _ parameters: QueryText, _ start: Int) throws(Diagnostic) {
    var segments = Array(path.split("/")[start...])
    end = path.slice(path.characters.count, path.characters.count)
    // What stands at the end of a path may be left out.
    while segments.count > 1, segments[segments.count - 1].isEmpty { segments.removeLast() }
    self.segments = segments
    var pairs: [(name: QueryText, value: QueryText)] = []
    for part in parameters.split("&") where !part.isEmpty {
      guard let (name, value) = part.cut("=") else { throw part.problem("name=value") }
      pairs.append((name, value))
    }
    self.parameters = pairs
  }

  private func segment(_ position: Int) -> QueryText {
    position < segments.count ? segments[position] : end
  }

  private func demandsAtMost(_ count: Int) throws(Diagnostic) {
    if segments.count > count { throw segments[count].problem("?") }
  }

  func query() throws(Diagnostic) -> SDMXQuery {
    let first = segment(0)
    switch first.string {
    case "data": return .data(try data())
    case "availability": return .availability(try availability())
    case "availableconstraint": return .availability(try formerAvailability())
    case "schema": return .schema(try schema())
    case "metadata":
      let isFormer = !["structure", "metadataflow", "metadataset"].contains(segment(1).string)
      return isFormer ? .data(try data()) : .metadata(try metadata())
    case "structure":
      // Version 1.5 has an agency there, which nobody writes in small letters.
      let word = segment(1).string
      let isType = word != "all" && word == word.lowercased() && !word.isEmpty
      let isCurrent = segments.count == 1 || isType || isListOfTypes(segment(1))
      return .structure(isCurrent ? try structure() : try formerStructure([]))
    default:
      if let kind = ArtefactKind(query: first.string) {
        return .structure(try formerStructure([kind]))
      }
      guard QueryParser.legacyTypes.contains(first.string) else {
        throw first.problem("data | availability | structure | schema | metadata | codelist …")
      }
      return .structure(try formerStructure([]))
    }
  }

  // MARK: Lists

  /// The members of a list; none where all are meant or nothing is said.
  private func list<Value>(
    _ text: QueryText,
    by mark: Character = ",",
    all: String = "*",
    _ read: (QueryText) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> [Value] {
    if text.isEmpty || text.string == all { return [] }
    var values: [Value] = []
    for part in text.split(mark) { values.append(try read(part)) }
    return values
  }

  private func agency(_ text: QueryText) throws(Diagnostic) -> String { try text.agency() }
  private func identifier(_ text: QueryText) throws(Diagnostic) -> String {
    try text.identifier("resourceID")
  }
  private func version(_ text: QueryText) throws(Diagnostic) -> VersionQuery {
    try VersionQuery(text)
  }
  private func component(_ text: QueryText) throws(Diagnostic) -> String {
    try text.name("componentID")
  }

  private func isListOfTypes(_ text: QueryText) -> Bool {
    text.string == "*"
      || text.split(",").allSatisfy {
        ArtefactKind(query: $0.string) != nil || QueryParser.legacyTypes.contains($0.string)
      }
  }

  // MARK: Data

  private func isCurrentContext(_ text: QueryText) -> Bool {
    text.isEmpty || text.string == "*"
      || text.split(",").allSatisfy { DataQuery.Context(rawValue: $0.string) != nil }
  }

  private func data() throws(Diagnostic) -> DataQuery {
    var query = DataQuery()
    if isCurrentContext(segment(1)) {
      try demandsAtMost(6)
      query.source = try source()
    } else {
      try demandsAtMost(4)
      query.source = try formerSource()
    }
    for (name, value) in parameters where !(try read(name, value, into: &query)) {
      throw name.problem(
        "c[…] | updatedAfter | firstNObservations | lastNObservations | dimensionAtObservation"
          + " | attributes | measures | includeHistory | offset | limit | sort | asOf"
          + " | reportingYearStartDay | startPeriod | endPeriod | detail"
      )
    }
    return query
  }

  /// `{context}/{agencyID}/{resourceID}/{version}/{key}`.
  private func source() throws(Diagnostic) -> DataQuery.Source {
    var source = DataQuery.Source()
    source.contexts = try list(segment(1)) { text throws(Diagnostic) in
      try text.word(DataQuery.Context.self)
    }
    source.agencies = try list(segment(2), agency)
    source.ids = try list(segment(3), identifier)
    source.versions = try list(segment(4), version)
    source.keys = try list(segment(5)) { text throws(Diagnostic) in
      try key(text, alternatives: false)
    }
    return source
  }

  /// `{flow}/{key}/{provider}`, the flow as `ID`, `AGENCY,ID` or `AGENCY,ID,VERSION`.
  private func formerSource() throws(Diagnostic) -> DataQuery.Source {
    var source = DataQuery.Source()
    source.contexts = [.dataflow]
    let flow = segment(1).split(",")
    guard flow.count <= 3 else { throw flow[3].problem("/") }
    if flow.count == 1 {
      source.ids = [try flow[0].identifier("flowRef")]
    } else {
      source.agencies = try list(flow[0], all: "all", agency)
      source.ids = try list(flow[1], all: "all", identifier)
    }
    source.versions = flow.count == 3 ? [try VersionQuery(flow[2])] : [.latest]
    if !segment(2).isEmpty, segment(2).string != "all" {
      source.keys = [try key(segment(2), alternatives: true)]
    }
    source.providers = try list(segment(3), by: "+", all: "all") { text throws(Diagnostic) in
      let parts = text.split(",")
      guard parts.count <= 2 else { throw parts[2].problem("+") }
      for part in parts { _ = try part.agency() }
      return text.string
    }
    return source
  }

  /// A key: values with points between them; an empty one or `*` stands for any.
  private func key(
    _ text: QueryText,
    alternatives: Bool
  ) throws(Diagnostic) -> [[String]] {
    var key: [[String]] = []
    for part in text.split(".") {
      if part.isEmpty || part.string == "*" {
        key.append([])
        continue
      }
      var values: [String] = []
      for value in alternatives ? part.split("+") : [part] {
        values.append(try value.identifier("key"))
      }
      key.append(values)
    }
    return key
  }

  /// Reads a parameter of data; tells whether it is one.
  private func read(
    _ name: QueryText,
    _ value: QueryText,
    into query: inout DataQuery
  ) throws(Diagnostic) -> Bool {
    switch name.string {
    case "updatedAfter": query.updatedAfter = try moment(value)
    case "asOf": query.asOf = try moment(value)
    case "firstNObservations": query.firstObservations = try value.number(least: 1)
    case "lastNObservations": query.lastObservations = try value.number(least: 1)
    case "dimensionAtObservation":
      query.observationDimension = try value.name("dimensionAtObservation")
    case "attributes": query.attributes = try list(value, all: "", component)
    case "measures": query.measures = try list(value, all: "", component)
    case "includeHistory": query.includesHistory = try value.truth()
    case "offset": query.offset = try value.number(least: 0)
    case "limit": query.limit = try value.number(least: 1)
    case "sort": query.order = try order(value)
    case "detail": query.detail = try value.word(DataQuery.Detail.self)
    case "startPeriod": try add(.greaterOrEqual, value, to: &query)
    case "endPeriod": try add(.lessOrEqual, value, to: &query)
    case "reportingYearStartDay":
      let parts = value.string.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 4, parts[0].isEmpty, parts[1].isEmpty, parts[2].count == 2,
        parts[3].count == 2, Int(parts[2]) != nil, Int(parts[3]) != nil
      else { throw value.problem("--MM-DD") }
      query.reportingYearStart = value.string
    default:
      guard name.string.hasPrefix("c[") else { return false }
      query.filters.append(try filter(name, value))
    }
    return true
  }

  private func add(
    _ comparison: DataQuery.Operator,
    _ value: QueryText,
    to query: inout DataQuery
  ) throws(Diagnostic) {
    guard PeriodText.isPeriod(Array(value.string.utf8)[...]) else { throw value.problem("period") }
    let condition = DataQuery.Condition(comparison, value.string)
    query.filters.append(.init(component: "TIME_PERIOD", alternatives: [[condition]]))
  }

  /// `c[COMPONENT]=ge:2020+le:2022,eq:2030`.
  private func filter(
    _ name: QueryText,
    _ value: QueryText
  ) throws(Diagnostic) -> DataQuery.Filter {
    guard name.characters.last == "]" else {
      throw name.slice(name.characters.count, name.characters.count).problem("]")
    }
    let component = try name.slice(2, name.characters.count - 1).name("componentID")
    var alternatives: [[DataQuery.Condition]] = []
    for alternative in value.split(",") {
      var conditions: [DataQuery.Condition] = []
      for part in alternative.split("+") {
        conditions.append(try condition(part))
      }
      alternatives.append(conditions)
    }
    return DataQuery.Filter(component: component, alternatives: alternatives)
  }

  private func condition(_ text: QueryText) throws(Diagnostic) -> DataQuery.Condition {
    if text.isEmpty { throw text.problem("value") }
    guard let (word, rest) = text.cut(":"), word.characters.count == 2,
      word.characters.allSatisfy({ $0.isLetter })
    else { return .init(.equal, text.string) }
    if rest.isEmpty { throw rest.problem("value") }
    return .init(try word.word(DataQuery.Operator.self), rest.string)
  }

  private func order(_ text: QueryText) throws(Diagnostic) -> [DataQuery.Order] {
    var orders: [DataQuery.Order] = []
    for part in text.split("+") {
      let (name, way) = part.cut(":") ?? (part, end)
      if !way.isEmpty, way.string != "asc", way.string != "desc" {
        throw way.problem("asc | desc")
      }
      let component = name.string == "*" ? "*" : try name.identifier("componentID")
      orders.append(.init(component: component, isDescending: way.string == "desc"))
    }
    return orders
  }

  private func moment(_ text: QueryText) throws(Diagnostic) -> String {
    let halves = text.string.split(separator: "T", omittingEmptySubsequences: false)
    // A plus sign that nobody encoded arrives as a space.
    let written = text.string.replacing(" ", with: "+")
    guard halves.count == 2, PeriodText.isPeriod(Array(written.utf8)[...]) else {
      throw text.problem("2026-05-17T12:00:00Z")
    }
    return written
  }

  // MARK: Availability

  private func availability() throws(Diagnostic) -> AvailabilityQuery {
    try demandsAtMost(7)
    var query = AvailabilityQuery()
    guard isCurrentContext(segment(1)) else {
      throw segment(1).problem("datastructure | dataflow | provisionagreement | *")
    }
    query.data.source = try source()
    query.components = try list(segment(6), component)
    try readParameters(&query)
    return query
  }

  private func formerAvailability() throws(Diagnostic) -> AvailabilityQuery {
    try demandsAtMost(5)
    var query = AvailabilityQuery()
    query.data.source = try formerSource()
    query.components = try list(segment(4), by: "+", all: "all", component)
    try readParameters(&query)
    return query
  }

  private func readParameters(_ query: inout AvailabilityQuery) throws(Diagnostic) {
    for (name, value) in parameters {
      switch name.string {
      case "mode": query.mode = try value.word(AvailabilityQuery.Mode.self)
      case "references": query.references = try references(value)
      case "updatedAfter", "startPeriod", "endPeriod":
        _ = try read(name, value, into: &query.data)
      default:
        guard name.string.hasPrefix("c["), try read(name, value, into: &query.data) else {
          throw name.problem("c[…] | mode | references | updatedAfter")
        }
      }
    }
  }

  private func references(_ text: QueryText) throws(Diagnostic) -> [String] {
    try list(text, all: "none") { part throws(Diagnostic) in
      guard
        StructureQuery.references.contains(part.string)
          || ArtefactKind(query: part.string) != nil
          || QueryParser.legacyTypes.contains(part.string)
      else { throw part.problem("none | children | descendants | parents | all | codelist …") }
      return part.string
    }
  }

  // MARK: Structures

  private func structure() throws(Diagnostic) -> StructureQuery {
    try demandsAtMost(6)
    var query = StructureQuery()
    query.kinds = try list(segment(1)) { text throws(Diagnostic) in
      if let kind = ArtefactKind(query: text.string) { return [kind] }
      guard QueryParser.legacyTypes.contains(text.string) else {
        throw text.problem("codelist | datastructure | dataflow | conceptscheme …")
      }
      return []
    }.flatMap { $0 }
    query.agencies = try list(segment(2), agency)
    query.ids = try list(segment(3), identifier)
    if !segment(4).isEmpty { query.versions = try list(segment(4), version) }
    query.items = try list(segment(5)) { text throws(Diagnostic) in try text.itemPath() }
    try readParameters(&query)
    return query
  }

  private func formerStructure(_ kinds: [ArtefactKind]) throws(Diagnostic) -> StructureQuery {
    try demandsAtMost(5)
    var query = StructureQuery()
    query.kinds = kinds
    query.agencies = try list(segment(1), by: "+", all: "all", agency)
    query.ids = try list(segment(2), by: "+", all: "all", identifier)
    if !segment(3).isEmpty { query.versions = try list(segment(3), by: "+", all: "all", version) }
    query.items = try list(segment(4), by: "+", all: "all") { text throws(Diagnostic) in
      try text.itemPath()
    }
    try readParameters(&query)
    return query
  }

  private func readParameters(_ query: inout StructureQuery) throws(Diagnostic) {
    for (name, value) in parameters {
      switch name.string {
      case "detail": query.detail = try value.word(StructureQuery.Detail.self)
      case "references": query.references = try references(value)
      case "asOf": query.asOf = try moment(value)
      default: throw name.problem("detail | references | asOf")
      }
    }
  }

  private func schema() throws(Diagnostic) -> SchemaQuery {
    try demandsAtMost(5)
    let contexts: [ArtefactKind] = [
      .dataStructure, .metadataStructure, .dataflow, .metadataflow, .provisionAgreement,
      .metadataProvisionAgreement,
    ]
    guard let kind = ArtefactKind(query: segment(1).string), contexts.contains(kind) else {
      throw segment(1).problem(contexts.map { $0.rawValue.lowercased() }.joined(separator: " | "))
    }
    var query = SchemaQuery(
      kind: kind,
      agency: try segment(2).agency(),
      id: try segment(3).identifier("resourceID")
    )
    if !segment(4).isEmpty { query.version = try VersionQuery(segment(4)) }
    for (name, value) in parameters {
      switch name.string {
      case "dimensionAtObservation":
        query.observationDimension = try value.name("dimensionAtObservation")
      case "explicitMeasure": query.namesMeasures = try value.truth()
      case "deletion": query.isForDeletion = try value.truth()
      default: throw name.problem("dimensionAtObservation | explicitMeasure | deletion")
      }
    }
    return query
  }

  // MARK: Reference metadata

  private func metadata() throws(Diagnostic) -> MetadataQuery {
    var query: MetadataQuery
    switch segment(1).string {
    case "structure":
      try demandsAtMost(6)
      var artefacts = StructureQuery()
      artefacts.kinds = try list(segment(2)) { text throws(Diagnostic) in
        guard let kind = ArtefactKind(query: text.string) else { throw text.problem("codelist …") }
        return kind
      }
      try readNames(2, into: &artefacts)
      query = MetadataQuery(path: .structures(artefacts))
    case "metadataflow":
      try demandsAtMost(6)
      var flows = StructureQuery()
      flows.kinds = [.metadataflow]
      try readNames(1, into: &flows)
      query = MetadataQuery(path: .flows(flows, providers: try list(segment(5), agency)))
    default:
      try demandsAtMost(5)
      query = MetadataQuery(
        path: .sets(
          providers: try list(segment(2), agency),
          ids: try list(segment(3), identifier),
          versions: try list(segment(4), version)
        )
      )
    }
    for (name, value) in parameters {
      switch name.string {
      case "detail":
        guard ["full", "allstubs"].contains(value.string) else {
          throw value.problem("full | allstubs")
        }
        query.isStub = value.string == "allstubs"
      case "updatedAfter": query.updatedAfter = try moment(value)
      case "asOf": _ = try moment(value)
      default: throw name.problem("detail | updatedAfter | asOf")
      }
    }
    return query
  }

  /// Reads agency, identifier and version behind a segment.
  private func readNames(
    _ position: Int,
    into query: inout StructureQuery
  ) throws(Diagnostic) {
    query.agencies = try list(segment(position + 1), agency)
    query.ids = try list(segment(position + 2), identifier)
    if !segment(position + 3).isEmpty {
      query.versions = try list(segment(position + 3), version)
    }
  }
}
