// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Structures

/// An SDMX-JSON data message that is being written, 1.0, 2.0 or 2.1.
///
/// Rows that follow one another with the same dimensions but for the time become one series. The lists
/// of values that places stand for gather while rows are written and follow them, so that memory grows
/// with the number of different codes and of series, not of rows.
///
/// - Source: SDMX-JSON 1.0, 2.0 and 2.1 field guides, data message.
struct SDMXJSONDataOutput: DataMessageOutput {
  private let components: [Component]
  private let structure: DataStructureDefinition
  private let reference: ArtefactReference
  private let version: SDMXJSONVersion
  private var action: DataAction
  private let hasSeries: Bool

  private let seriesKeys: [Int]
  private let ownKeys: [Int]
  private let seriesAttributes: [Int]
  private let datasetAttributes: [Int]
  private let measures: [Int]
  private let ownAttributes: [Int]
  /// Whether values stand in a list and rows have their places.
  private let isListed: [Bool]
  private let isComplex: [Bool]

  private var buffer: [UInt8] = []
  private var cells: [CellText]
  private var lists: [[[UInt8]]]
  private var places: [[[UInt8]: Int]]
  private var seriesKey: [UInt8] = []
  private var key: [UInt8] = []
  /// The series that have been written, each by eight bytes: two that happened to share them would be written
  /// as single observations, which is right too.
  private var seen: Set<Int> = []
  private var isInSeries = false
  private var isOpen = false
  private var isFirst = true
  private var count = 0

  init(
    _ data: DataSetHeader,
    _ header: MessageHeader,
    _ version: SDMXJSONVersion,
    isFlat: Bool = false
  ) throws {
    let losses = DataLosses(.json(version)).of(data.structure)
    if !losses.isEmpty { throw DiagnosticFailure(losses) }
    structure = data.structure
    components = structure.components
    reference = data.reference ?? structure.reference
    self.version = version
    action = data.action
    let hasSeries = !isFlat && components.contains { $0.role == .timeDimension }
    self.hasSeries = hasSeries
    let at = { (test: (Component) -> Bool) in
      data.structure.components.indices.filter { test(data.structure.components[$0]) }
    }
    let level = { (component: Component) -> Int in
      switch component.role {
      case .attribute(.dataset, _): 0
      case .attribute(.group, _): hasSeries ? 1 : 2
      case .attribute(.dimensions(let names), _):
        hasSeries && !names.isEmpty && !names.contains("TIME_PERIOD") ? 1 : 2
      case .attribute(.observation, _): 2
      default: -1
      }
    }
    seriesKeys = at { $0.role == .dimension && hasSeries }
    ownKeys = at { $0.role == .timeDimension || ($0.role == .dimension && !hasSeries) }
    measures = at { $0.role == .measure }
    datasetAttributes = at { level($0) == 0 }
    seriesAttributes = at { level($0) == 1 }
    ownAttributes = at { level($0) == 2 }
    isComplex = components.map { $0.holdsSeveralValues || $0.isMultilingual }
    isListed = components.map { component in
      if component.isDimension { return true }
      if component.role == .measure { return false }
      if version == .v1_0 { return true }
      if component.holdsSeveralValues || component.isMultilingual { return false }
      if case .codelist = component.representation { return true }
      return false
    }
    let listed = isListed
    cells = components.indices.map { position in
      let component = data.structure.components[position]
      if component.holdsSeveralValues || component.isMultilingual || listed[position] {
        return CellText(.plain)
      }
      return CellText(.json)
    }
    lists = components.map { _ in [] }
    places = components.map { _ in [:] }
    begin(header)
  }

  private mutating func begin(_ header: MessageHeader) {
    let meta = JSONValue.object([
      .init("schema", .string(version.schema("data"))), .init("id", .string(header.id)),
      .init("prepared", .string(header.prepared)), .init("test", .boolean(header.isTest)),
      .init("sender", .object([.init("id", .string(header.sender))])),
    ])
    buffer.put("{\"meta\":")
    meta.write(to: &buffer)
    buffer.put(",\"data\":{\"dataSets\":[")
  }

  mutating func change(to action: DataAction) {
    closeDataSet()
    self.action = action
  }

  mutating func append(_ batch: RecordBatch, to sink: ([UInt8]) throws -> Void) throws {
    let columns = try components.map { component in
      guard let column = batch[component.id] else {
        throw SDMXDefinitions.columnMissing.at(
          nil,
          ["column": .text(component.id), "structure": .text("\(structure.reference)")]
        )
      }
      return column
    }
    var start = 0
    while start < batch.rowCount {
      let rows = start..<min(start + SDMXCSVWriter.blockRows, batch.rowCount)
      for position in columns.indices { try cells[position].fill(columns[position].slice(rows)) }
      for row in 0..<rows.count { try put(row) }
      if buffer.count >= SDMXCSVWriter.chunkBytes {
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
      start = rows.upperBound
    }
  }

  mutating func finish(to sink: ([UInt8]) throws -> Void) throws {
    closeDataSet()
    buffer.put("]")
    buffer.put(version == .v1_0 ? ",\"structure\":" : ",\"structures\":[")
    form.write(to: &buffer)
    buffer.put(version == .v1_0 ? "}}\n" : "]}}\n")
    try sink(buffer)
    buffer = []
  }

  // MARK: rows

  private mutating func put(_ row: Int) throws {
    if !isOpen { openDataSet(row) }
    if hasSeries {
      key.removeAll(keepingCapacity: true)
      for position in seriesKeys {
        key += cells[position][row]
        key.append(0)
      }
      if !isInSeries || key != seriesKey { try openSeries(row) }
    }
    if !isFirst { buffer.put(",") }
    isFirst = false
    buffer.put("\"")
    for (index, position) in ownKeys.enumerated() {
      if index > 0 { buffer.put(":") }
      putPlace(position, row)
    }
    buffer.put("\":[")
    // Values that are missing at the end are left out.
    let all = measures + ownAttributes
    let last = all.lastIndex { !cells[$0].isMissing(row) } ?? -1
    for index in 0..<(last + 1) {
      if index > 0 { buffer.put(",") }
      putCell(all[index], row)
    }
    buffer.put("]")
  }

  private mutating func openDataSet(_ row: Int) {
    if count > 0 { buffer.put(",") }
    count += 1
    isOpen = true
    // Before version 2.1 what is put in is called appended.
    let verb = version != .v2_1 && action == .merge ? DataAction.append.word : action.word
    if version != .v1_0 { buffer.put("{\"structure\":0,") } else { buffer.put("{") }
    buffer += Array("\"action\":\"\(verb)\"".utf8)
    if version != .v2_1 {
      buffer.put(",\"links\":")
      links.write(to: &buffer)
    }
    putAttributes(datasetAttributes, row)
    buffer.put(hasSeries ? ",\"series\":{" : ",\"observations\":{")
    isFirst = true
    seen = []
  }

  private mutating func closeDataSet() {
    guard isOpen else { return }
    closeSeries()
    buffer.put("}}")
    isOpen = false
  }

  private mutating func openSeries(_ row: Int) throws {
    let hadSeries = isInSeries
    closeSeries()
    swap(&key, &seriesKey)
    guard seen.insert(seriesKey.hashValue).inserted else {
      throw SDMXDefinitions.unsorted.at(nil, ["structure": .text("\(structure.reference)")])
    }
    isInSeries = true
    if hadSeries { buffer.put(",") }
    buffer.put("\n\"")
    for (index, position) in seriesKeys.enumerated() {
      if index > 0 { buffer.put(":") }
      putPlace(position, row)
    }
    buffer.put("\":{")
    let start = buffer.count
    putAttributes(seriesAttributes, row)
    if buffer.count > start {
      // The comma stands before the attributes, which are the first member here.
      buffer.remove(at: start)
      buffer.put(",")
    }
    buffer.put("\"observations\":{")
    isFirst = true
  }

  private mutating func closeSeries() {
    if isInSeries { buffer.put("}}") }
    isInSeries = false
  }

  private mutating func putAttributes(_ positions: [Int], _ row: Int) {
    guard positions.contains(where: { !cells[$0].isMissing(row) }) else { return }
    buffer.put(",\"attributes\":[")
    for (index, position) in positions.enumerated() {
      if index > 0 { buffer.put(",") }
      putCell(position, row)
    }
    buffer.put("]")
  }

  private mutating func putCell(_ position: Int, _ row: Int) {
    if cells[position].isMissing(row) {
      buffer.put("null")
    } else if isListed[position] {
      putPlace(position, row)
    } else if isComplex[position] {
      complex(String(decoding: cells[position][row], as: UTF8.self), components[position])
        .write(to: &buffer)
    } else {
      let text = cells[position][row]
      // JSON has no word for numbers that are none.
      let isWord = text.first.map { $0 == UInt8(ascii: "N") || $0 == UInt8(ascii: "I") } ?? false
      let isNegative = text.count > 1 && text.starts(with: "-I".utf8)
      if isWord || isNegative {
        buffer.putJSON(text)
      } else {
        cells[position].copy(row, to: &buffer)
      }
    }
  }

  private func complex(_ field: String, _ component: Component) -> JSONValue {
    let value = { (text: String) -> JSONValue in
      guard component.isMultilingual else { return .string(text) }
      return .object(MultipleValues.texts(text).map { .init($0.language, .string($0.text)) })
    }
    guard component.holdsSeveralValues else { return value(field) }
    return .array(MultipleValues.split(field).map(value))
  }

  /// Writes the place of a value in its list, where it is put at its first use.
  private mutating func putPlace(_ position: Int, _ row: Int) {
    guard !cells[position].isMissing(row) else { return }
    let text = Array(cells[position][row])
    let place: Int
    if let known = places[position][text] {
      place = known
    } else {
      place = lists[position].count
      places[position][text] = place
      lists[position].append(text)
    }
    buffer += Array(String(place).utf8)
  }

  // MARK: form

  private var form: JSONValue {
    let part = { (position: Int) -> JSONValue in
      let component = components[position]
      let name = component.concept.name.text(in: .english) ?? component.id
      var members: [JSONValue.Member] = [
        .init("id", .string(component.id)), .init("name", .string(name)),
      ]
      if component.isDimension {
        members.append(.init("keyPosition", .number(String(position))))
      } else if case .attribute(let attachment, _) = component.role {
        members.append(.init("relationship", relationship(attachment)))
      }
      // Since version 2.0 a list that is there holds something.
      if isListed[position], version == .v1_0 || !lists[position].isEmpty {
        members.append(.init("values", .array(lists[position].map { entry($0, component) })))
      }
      return .object(members)
    }
    let group = { (members: [(String, [Int])]) -> JSONValue in
      .object(members.map { .init($0.0, .array($0.1.map(part))) })
    }
    var members: [JSONValue.Member] = []
    let name = structure.name.text(in: .english) ?? structure.reference.id
    members.append(.init("name", .string(name)))
    members.append(.init("links", links))
    members.append(
      .init(
        "dimensions",
        group([("dataSet", []), ("series", seriesKeys), ("observation", ownKeys)])
      )
    )
    if version != .v1_0 { members.append(.init("measures", group([("observation", measures)]))) }
    members.append(
      .init(
        "attributes",
        group([
          ("dataSet", datasetAttributes), ("series", seriesAttributes),
          ("observation", ownAttributes),
        ])
      )
    )
    if version != .v1_0 {
      members.append(.init("dataSets", .array((0..<count).map { .number(String($0)) })))
    }
    return .object(members)
  }

  private var links: JSONValue {
    .array([
      .object([
        .init("rel", .string(reference.kind.rawValue.lowercased())),
        .init("urn", .string(reference.urn)),
      ])
    ])
  }

  private func relationship(_ attachment: Component.Attachment) -> JSONValue {
    let none = version == .v1_0 ? "none" : "dataflow"
    return switch attachment {
    case .observation where version == .v1_0:
      .object([.init("primaryMeasure", .string(structure.measures.first?.id ?? "OBS_VALUE"))])
    case .observation: .object([.init("observation", .object([]))])
    case .dataset: .object([.init(none, .object([]))])
    case .dimensions(let names) where names.isEmpty: .object([.init(none, .object([]))])
    case .dimensions(let names):
      .object([.init("dimensions", .array(names.map { .string($0) }))])
    case .group(let id):
      .object([
        .init(
          "dimensions",
          .array((structure.group(id)?.dimensions ?? []).map { .string($0) })
        )
      ])
    }
  }

  private func entry(_ text: [UInt8], _ component: Component) -> JSONValue {
    let text = JSONValue.string(String(decoding: text, as: UTF8.self))
    let isCoded = if case .codelist = component.representation { true } else { false }
    // A text that is no identifier stands as a name.
    if version == .v1_0, !isCoded, !component.isDimension { return .object([.init("name", text)]) }
    if version == .v1_0 || isCoded { return .object([.init("id", text), .init("name", text)]) }
    return .object([.init("value", text)])
  }
}
