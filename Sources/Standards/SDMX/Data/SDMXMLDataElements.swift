// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Structures

/// What the elements of an SDMX-ML data message mean, one after the other.
final class SDMXMLDataElements {
  private let file: String
  private let resolution: StructureResolution
  private let collector: DiagnosticCollector
  private let form: MessageForm
  private(set) var header = MessageHeader(id: "", prepared: "", sender: "")
  private(set) var failure: Diagnostic?

  private var words: [XMLRawName: Word] = [:]
  private(set) var isGeneric = false
  private var hasRoot = false
  /// The elements of the header that are open.
  private var headerNodes: [StructureNode] = []
  /// What the header says of each structure that sets of data name, and the dimension of observations.
  private var structures: [String: Named] = [:]
  private var messageAction: DataAction?

  private var columns: ObservationColumns?
  private var finished: [DataBatch] = []
  private var components: [String: Int] = [:]
  private var dimensionCount = 0
  private var observationDimension: Int?
  private var observationValue: Int?
  private var namesMeasures = false

  private var dataset = CellStore(width: 0)
  private var series = CellStore(width: 0)
  private var group = CellStore(width: 0)
  private var observation = CellStore(width: 0)
  private var groups = GroupTable()
  private var target = Target.dataset
  private var isInSeries = false
  private var hasAppliedGroups = false
  private var line = 0

  private var known: [XMLRawName: Int] = [:]
  /// The components of an observation's attributes, as the last observation had them.
  private var pattern: [(name: XMLRawName, component: Int)] = []

  private var complex: ComplexValue?
  private var isInText = false
  private var text: [UInt8] = []

  /// What the header says of a structure.
  private struct Named {
    let reference: ArtefactReference?
    /// The dimension of observations.
    let dimension: String
    /// Whether the types of observations name measures, as SDMX 2.1 allows.
    let namesMeasures: Bool
  }

  /// Which values the next ones belong to.
  private enum Target {
    case dataset, series, group, observation
  }

  /// The elements that are understood.
  private enum Word: String {
    case header = "Header"
    case dataSet = "DataSet"
    case series = "Series"
    case observation = "Obs"
    case group = "Group"
    case partialKey = "Atts"
    case complex = "Comp"
    case value = "Value"
    case text = "Text"
    case structuredText = "StructuredText"
    case observationDimension = "ObsDimension"
    case observationValue = "ObsValue"
    case other = ""
  }

  /// A component with several values, or with texts in languages.
  private struct ComplexValue {
    let component: Int
    var values: [MultipleValues.Value] = []
    var texts: [(language: String, text: String)] = []
    var language = "en"
  }

  /// Understands the elements of one message.
  ///
  /// - Parameters:
  ///   - file: how messages name the document.
  ///   - catalogue: the structures that data may follow.
  ///   - collector: takes what is wrong with single values.
  ///   - form: the components of a generic message, where they have been read before.
  init(
    _ file: String,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector,
    _ form: MessageForm
  ) {
    self.file = file
    self.form = form
    self.collector = collector
    resolution = StructureResolution(catalogue: catalogue, file: file)
  }

  /// Whether the components of the message have been read before.
  var hasForm: Bool { !form.dimensions.isEmpty }

  /// What an XML stream calls; the stream lives no longer than these elements.
  var sink: XMLSink {
    XMLSink(
      start: { [unowned self] in start($0) },
      end: { [unowned self] in end($0) },
      text: { [unowned self] in
        if isInText || !headerNodes.isEmpty { text.append(contentsOf: $0) }
      }
    )
  }

  /// Rows that are ready: whole batches, and at the end the rest.
  func takeBatch(isLast: Bool = false) throws -> DataBatch? {
    if let columns, isLast || columns.count >= ObservationColumns.batchRows,
      let batch = try columns.take()
    {
      finished.append(batch)
    }
    return finished.isEmpty ? nil : finished.removeFirst()
  }

  private func word(_ name: XMLRawName) -> Word {
    if let word = words[name] { return word }
    let word = Word(rawValue: name.text) ?? .other
    words[name] = word
    return word
  }

  // MARK: elements

  private func start(_ element: XMLRawElement) {
    guard failure == nil else { return }
    if !hasRoot {
      startRoot(element)
      return
    }
    let word = word(element.name)
    if !headerNodes.isEmpty || word == .header {
      startHeader(element)
      return
    }
    switch word {
    case .observation: startObservation(element)
    case .series: startSeries(element)
    case .dataSet: startDataSet(element)
    case .group, .partialKey:
      group.removeAll()
      target = .group
      if !isGeneric { put(element) }
    case .complex: startComplex(element)
    case .value: startValue(element)
    case .text, .structuredText:
      complex?.language = attribute("lang", element) ?? "en"
      beginText()
    case .observationDimension:
      let id = attribute("id", element).flatMap { components[$0] } ?? observationDimension
      if let id { putGeneric(id, element) }
    case .observationValue:
      let id = attribute("id", element).flatMap { components[$0] } ?? observationValue
      if let id { putGeneric(id, element) }
    case .header, .other: break
    }
  }

  private func end(_ name: XMLRawName) {
    guard failure == nil else { return }
    if !headerNodes.isEmpty {
      endHeader()
      return
    }
    switch word(name) {
    case .observation: endObservation()
    case .series:
      isInSeries = false
      target = .dataset
    case .group, .partialKey:
      groups.insert(group, dimensions: dimensionCount)
      target = .dataset
    case .complex: endComplex()
    case .value: endValue()
    case .text, .structuredText:
      let entry = (complex?.language ?? "en", takeText())
      complex?.texts.append(entry)
    default: break
    }
  }

  private func startRoot(_ element: XMLRawElement) {
    hasRoot = true
    let space = element.namespace?.text ?? ""
    let name = element.name.text
    let version = SDMXMLVersion.allCases.first { $0.namespace("message") == space }
    let specific = ["StructureSpecificData", "StructureSpecificTimeSeriesData"]
    let generic = ["GenericData", "GenericTimeSeriesData"]
    guard specific.contains(name) || generic.contains(name) else {
      fail(SDMXDefinitions.notSDMX, ["path": .text(file), "content": .text("data")])
      return
    }
    if version == nil {
      let words = space.split(separator: "/").suffix(2).joined(separator: "/")
      fail(SDMXDefinitions.unknownVersion, ["path": .text(file), "version": .text(words)])
    }
    isGeneric = generic.contains(name)
  }

  private func fail(_ definition: DiagnosticDefinition, _ arguments: [String: MessageArgument]) {
    if failure == nil { failure = definition.at(Location(file), arguments) }
  }

  // MARK: header

  private func startHeader(_ element: XMLRawElement) {
    var node = StructureNode(element.name.text, line: element.line)
    for position in 0..<element.count {
      node.attributes.append(
        .init(
          name: element.name(position).text,
          value: String(decoding: element.value(position), as: UTF8.self)
        )
      )
    }
    text.removeAll(keepingCapacity: true)
    headerNodes.append(node)
  }

  private func endHeader() {
    guard var node = headerNodes.popLast() else { return }
    node.text = takeText()
    if !headerNodes.isEmpty {
      headerNodes[headerNodes.count - 1].children.append(node)
      return
    }
    header = MessageHeader(node)
    messageAction = node.text(of: "DataSetAction").flatMap { DataAction(word: $0) }
    let decoder = StructureDecoder(file: file)
    for structure in node.all("Structure") {
      let kinds: [(String, ArtefactKind)] = [
        ("ProvisionAgreement", .provisionAgreement), ("ProvisionAgrement", .provisionAgreement),
        ("StructureUsage", .dataflow), ("Structure", .dataStructure),
      ]
      let reference = kinds.lazy.compactMap { name, kind in
        structure.first(name).flatMap { try? decoder.artefact($0, kind) }
      }.first
      let dimension = structure["dimensionAtObservation"] ?? "AllDimensions"
      structures[structure["structureID"] ?? ""] = Named(
        reference: reference,
        dimension: dimension,
        namesMeasures: structure["explicitMeasures"] == "true"
      )
    }
  }

  // MARK: data

  private func startDataSet(_ element: XMLRawElement) {
    let named = attribute("structureRef", element)
    let found = named.flatMap { structures[$0] } ?? structures.first?.value
    do throws(Diagnostic) {
      let structure = try resolution.structure(found?.reference, or: form, collector)
      let action = attribute("action", element).flatMap { DataAction(word: $0) }
      begin(DataSetHeader(structure, found?.reference, action ?? messageAction ?? .information))
    } catch {
      if failure == nil { failure = error }
      return
    }
    observationDimension =
      components[found?.dimension ?? "TIME_PERIOD"] ?? components["TIME_PERIOD"]
    namesMeasures = found?.namesMeasures ?? false
    if !isGeneric { put(element) }
  }

  private func begin(_ header: DataSetHeader) {
    do {
      if let batch = try columns?.take() { finished.append(batch) }
    } catch {
      failure = DiagnosticFailure(wrapping: error).diagnostics.first
    }
    columns = ObservationColumns(header, file: file, collector)
    components = Dictionary(
      header.structure.components.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    dimensionCount = header.structure.dimensions.count
    observationValue =
      components["OBS_VALUE"] ?? header.structure.measures.first.flatMap { components[$0.id] }
    known = [:]
    pattern = []
    let empty = CellStore(width: components.count)
    (dataset, series, group, observation) = (empty, empty, empty, empty)
    groups.removeAll()
    target = .dataset
  }

  private func startSeries(_ element: XMLRawElement) {
    series.removeAll()
    isInSeries = true
    hasAppliedGroups = false
    target = .series
    line = element.line
    if !isGeneric { put(element) }
  }

  private func startObservation(_ element: XMLRawElement) {
    guard let columns else { return }
    line = element.line
    target = .observation
    // Groups are found by the values of dimensions, which a row without a series has itself.
    if !isInSeries, !groups.isEmpty { observation.removeAll() }
    if isGeneric { return }
    let stays = !isInSeries && !groups.isEmpty
    for position in 0..<element.count {
      let component: Int
      let name = element.name(position)
      if position < pattern.count, pattern[position].name == name {
        component = pattern[position].component
      } else {
        component = element.hasNamespace(position) ? -1 : self.component(name)
        if position < pattern.count {
          pattern[position] = (name, component)
        } else if position == pattern.count {
          pattern.append((name, component))
        }
      }
      guard component >= 0 else { continue }
      let value = element.value(position)
      columns.set(component, value, line: line)
      if stays { observation.set(component, value) }
    }
    if namesMeasures { setMeasure(element) }
  }

  /// The measure that the type of an observation names, `xsi:type="demo:LBIRTHST"`.
  private func setMeasure(_ element: XMLRawElement) {
    guard let observationDimension else { return }
    for position in 0..<element.count
    where element.hasNamespace(position) && element.name(position).text == "type" {
      let type = element.value(position)
      let local = type.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
      columns?.set(
        observationDimension,
        UnsafeBufferPointer(rebasing: type[local...]),
        line: line
      )
    }
  }

  private func endObservation() {
    guard let columns else { return }
    if isInSeries {
      if !hasAppliedGroups {
        groups.apply(to: &series)
        hasAppliedGroups = true
      }
      series.fill(columns, line: line)
      target = .series
    } else {
      if !groups.isEmpty {
        groups.apply(to: &observation)
        observation.fill(columns, line: line)
      }
      target = .dataset
    }
    dataset.fill(columns, line: line)
    columns.endRow(line: line)
    if columns.count >= ObservationColumns.batchRows, let batch = try? columns.take() {
      finished.append(batch)
    }
  }

  /// The component that an attribute names; -1 for one that is none.
  private func component(_ name: XMLRawName) -> Int {
    if let component = known[name] { return component }
    let text = name.text
    let component = components[text] ?? -1
    known[name] = component
    if component < 0, !SDMXMLDataElements.ownAttributes.contains(text) {
      collector.report(
        SDMXDefinitions.unknownComponent.at(
          Location(file),
          ["component": .text(text)],
          suggestion: NearestName.of(text, among: components.keys.sorted())
        ),
        row: Location(file, line: line)
      )
    }
    return component
  }

  /// What the format itself says of sets of data, without a namespace in SDMX 2.1.
  private static let ownAttributes: Set<String> = [
    "action", "setID", "dataScope", "structureRef", "validFromDate", "validToDate",
    "reportingBeginDate", "reportingEndDate", "publicationYear", "publicationPeriod", "type",
    "REPORTING_YEAR_START_DAY",
  ]

  /// Keeps the attributes of an element as values of a series, a group or a set of data.
  private func put(_ element: XMLRawElement) {
    for position in 0..<element.count where !element.hasNamespace(position) {
      let component = component(element.name(position))
      if component >= 0 { put(component, element.value(position)) }
    }
  }

  private func put(_ component: Int, _ value: UnsafeBufferPointer<UInt8>) {
    switch target {
    case .dataset: dataset.set(component, value)
    case .series: series.set(component, value)
    case .group: group.set(component, value)
    case .observation:
      columns?.set(component, value, line: line)
      if !isInSeries, !groups.isEmpty { observation.set(component, value) }
    }
  }

  private func attribute(_ name: String, _ element: XMLRawElement) -> String? {
    for position in 0..<element.count where element.name(position).text == name {
      return String(decoding: element.value(position), as: UTF8.self)
    }
    return nil
  }

  // MARK: values of elements

  private func startValue(_ element: XMLRawElement) {
    if complex != nil {
      complex?.texts = []
      beginText()
      return
    }
    guard isGeneric, let id = attribute("id", element) else { return }
    if let component = components[id] {
      putGeneric(component, element)
    } else {
      collector.report(
        SDMXDefinitions.unknownComponent.at(Location(file), ["component": .text(id)]),
        row: Location(file, line: element.line)
      )
    }
  }

  private func putGeneric(_ component: Int, _ element: XMLRawElement) {
    for position in 0..<element.count where element.name(position).text == "value" {
      put(component, element.value(position))
    }
  }

  private func startComplex(_ element: XMLRawElement) {
    guard let id = attribute("id", element) else { return }
    if let component = components[id] {
      complex = ComplexValue(component: component)
    } else {
      collector.report(
        SDMXDefinitions.unknownComponent.at(Location(file), ["component": .text(id)]),
        row: Location(file, line: element.line)
      )
    }
  }

  private func beginText() {
    isInText = true
    text.removeAll(keepingCapacity: true)
  }

  private func takeText() -> String {
    isInText = false
    defer { text.removeAll(keepingCapacity: true) }
    return String(decoding: text, as: UTF8.self)
  }

  private func endValue() {
    guard let texts = complex?.texts else { return }
    if texts.isEmpty {
      let text = takeText()
      complex?.values.append(.plain(text))
    } else {
      complex?.values.append(.texts(texts))
    }
    isInText = false
  }

  private func endComplex() {
    guard let complex, let structure = columns?.header.structure else { return }
    self.complex = nil
    let format = structure.components[complex.component]
    var field: String
    if format.holdsSeveralValues || complex.values.count > 1 {
      field = MultipleValues.join(complex.values.map(\.field))
    } else {
      field = complex.values.first?.field ?? ""
    }
    field.withUTF8 { put(complex.component, $0) }
  }
}

extension Component {
  /// Whether the component may hold several values at once.
  var holdsSeveralValues: Bool { (details.format ?? concept.format)?.isArray ?? false }

  /// Whether the component may hold texts in several languages.
  var isMultilingual: Bool {
    (details.format ?? concept.format)?.textFormat?.isMultilingual ?? false
  }
}
