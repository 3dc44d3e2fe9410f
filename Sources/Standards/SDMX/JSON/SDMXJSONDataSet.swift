// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Structures

/// A set of data of an SDMX-JSON message while it is read.
final class SDMXJSONDataSet {
  let columns: ObservationColumns
  var hasSeries = false
  private let form: SDMXJSONForm
  private let file: String
  private let collector: DiagnosticCollector
  private var dataset: CellStore
  private var series: CellStore
  private var groups = GroupTable()
  private var hasAppliedGroups = false
  private let dimensionCount: Int

  private typealias Slot = (component: Int, values: [[UInt8]?])
  private let seriesSlots: [Slot]
  private let observationSlots: [Slot]
  private let seriesAttributeSlots: [Slot]
  private let cellSlots: [Slot]
  /// Whether observations are grouped in series, so that groups are found by them.
  private var row: CellStore

  init(
    _ header: DataSetHeader,
    _ form: SDMXJSONForm,
    _ file: String,
    _ collector: DiagnosticCollector
  ) {
    self.form = form
    self.file = file
    self.collector = collector
    columns = ObservationColumns(header, file: file, collector)
    let components = Dictionary(
      header.structure.components.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let slots = { (parts: [SDMXJSONForm.Part]) -> [Slot] in
      parts.map { (components[$0.id] ?? -1, $0.values) }
    }
    seriesSlots = slots(form.seriesDimensions)
    observationSlots = slots(form.observationDimensions)
    seriesAttributeSlots = slots(form.seriesAttributes)
    cellSlots = slots(form.measures) + slots(form.observationAttributes)
    dimensionCount = header.structure.dimensions.count
    dataset = CellStore(width: components.count)
    series = dataset
    row = dataset
    for part in form.datasetDimensions {
      if let component = components[part.id], let first = part.values.first, let value = first {
        dataset.set(component, value)
      }
    }
    groupSlots = slots(form.groupAttributes)
    datasetSlots = slots(form.datasetAttributes)
    let dimensions = form.datasetDimensions + form.seriesDimensions + form.observationDimensions
    let isOrdered = dimensions.allSatisfy { $0.keyPosition != nil }
    keySlots = slots(
      isOrdered
        ? dimensions.sorted { ($0.keyPosition ?? 0) < ($1.keyPosition ?? 0) } : dimensions
    )
    for (id, _) in (form.seriesDimensions + form.observationDimensions).map({ ($0.id, 0) })
    where components[id] == nil {
      collector.report(
        SDMXDefinitions.unknownComponent.at(Location(file), ["component": .text(id)])
      )
    }
  }

  private let groupSlots: [Slot]
  private let datasetSlots: [Slot]
  private let keySlots: [Slot]

  /// How many attributes a series may have.
  var seriesAttributeCount: Int { seriesAttributeSlots.count }

  /// Takes the attributes of the whole set, and those of groups by their partial keys.
  func takeAttributes(_ whole: JSONValue?, _ grouped: JSONValue?) throws {
    for (slot, value) in zip(datasetSlots, whole?.values ?? []) { put(value, slot, &dataset) }
    for member in grouped?.members ?? [] {
      var cells = CellStore(width: dataset.width)
      let places = member.name.split(separator: ":", omittingEmptySubsequences: false)
      for (slot, place) in zip(keySlots, places) {
        guard let place = Int(place), slot.values.indices.contains(place), slot.component >= 0,
          let value = slot.values[place]
        else { continue }
        cells.set(slot.component, value)
      }
      for (slot, value) in zip(groupSlots, member.value.values) { put(value, slot, &cells) }
      groups.insert(cells, dimensions: dimensionCount)
    }
  }

  private func put(_ value: JSONValue, _ slot: Slot, _ cells: inout CellStore) {
    guard slot.component >= 0, let field = field(value, slot) else { return }
    cells.set(slot.component, Array(field.utf8))
  }

  /// The value that stands in the data or that a place, or several, stand for.
  private func field(_ value: JSONValue, _ slot: Slot) -> String? {
    if case .array(let values) = value, !slot.values.isEmpty {
      return MultipleValues.join(values.compactMap { field($0, slot) })
    }
    if case .number(let text) = value, !slot.values.isEmpty {
      guard let place = Int(text), slot.values.indices.contains(place) else { return nil }
      return slot.values[place].map { String(decoding: $0, as: UTF8.self) }
    }
    return SDMXJSONForm.field(value)
  }

  /// Begins a series, or an observation without one.
  func beginSeries(_ key: UnsafeBufferPointer<UInt8>?, line: Int) {
    series.removeAll()
    hasAppliedGroups = false
    if let key { setKey(key, observation: false) }
  }

  /// Sets the dimensions that a key of places names.
  func setKey(_ key: UnsafeBufferPointer<UInt8>, observation: Bool) {
    let slots = observation ? observationSlots : seriesSlots
    var slot = 0
    var place = 0
    var hasPlace = false
    let keepsRow = observation && !hasSeries && !groups.isEmpty
    if keepsRow { row.removeAll() }
    let finish = {
      if slot < slots.count, hasPlace {
        let (component, values) = slots[slot]
        if component >= 0, place < values.count, let value = values[place] {
          if observation {
            value.withUnsafeBufferPointer { self.columns.set(component, $0, line: 0) }
            if keepsRow { self.row.set(component, value) }
          } else {
            self.series.set(component, value)
          }
        } else if component >= 0 {
          self.refusePlace()
        }
      }
      slot += 1
      place = 0
      hasPlace = false
    }
    for byte in key {
      if byte == UInt8(ascii: ":") {
        finish()
      } else if byte &- 48 < 10, place < 1 << 40 {
        place = place * 10 + Int(byte &- 48)
        hasPlace = true
      } else {
        refusePlace()
        return
      }
    }
    finish()
  }

  private func refusePlace() {
    collector.report(
      SDMXDefinitions.badElement.at(Location(file), ["element": "dataSets", "part": "key"])
    )
  }

  /// Reads the attributes of a series.
  func readSeriesAttributes(_ reader: inout JSONReader) throws {
    let values = try reader.readValue().values
    for (slot, value) in zip(seriesAttributeSlots, values) { put(value, slot, &series) }
  }

  /// Reads the measures and attributes of an observation, and ends its row.
  func readObservation(_ reader: inout JSONReader) throws {
    switch try reader.next() {
    case .beginArray: try readCells(&reader)
    case .number(let bytes), .string(let bytes):
      // Some services leave out the brackets around a value that stands alone.
      if let slot = cellSlots.first, slot.component >= 0 {
        columns.set(slot.component, bytes, line: 0)
      }
    default: break
    }
    if hasSeries {
      if !hasAppliedGroups, !groups.isEmpty { groups.apply(to: &series) }
      hasAppliedGroups = true
      series.fill(columns, line: 0)
    } else if !groups.isEmpty {
      for component in 0..<dimensionCount where !row.has(component) {
        if let value = dataset.value(component) { row.set(component, value) }
      }
      groups.apply(to: &row)
      row.fill(columns, line: 0)
    }
    dataset.fill(columns, line: 0)
    columns.endRow(line: 0)
  }

  private func readCells(_ reader: inout JSONReader) throws {
    var position = 0
    while true {
      let token = try reader.next()
      let slot: Slot = position < cellSlots.count ? cellSlots[position] : (-1, [])
      position += 1
      switch token {
      case .endArray: return
      case .null: continue
      case .number(let bytes):
        if slot.values.isEmpty {
          if slot.component >= 0 { columns.set(slot.component, bytes, line: 0) }
        } else {
          setPlace(bytes, slot)
        }
      case .string(let bytes):
        if slot.component >= 0 { columns.set(slot.component, bytes, line: 0) }
      case .boolean(let truth):
        set(truth ? "true" : "false", slot)
      case .beginArray, .beginObject:
        let value = try reader.readValue(from: token)
        if let field = field(value, slot) { set(field, slot) }
      case .key, .endObject, .end: return
      }
    }
  }

  private func setPlace(_ bytes: UnsafeBufferPointer<UInt8>, _ slot: Slot) {
    guard slot.component >= 0 else { return }
    var place = 0
    for byte in bytes {
      guard byte &- 48 < 10, place < 1 << 40 else {
        refusePlace()
        return
      }
      place = place * 10 + Int(byte &- 48)
    }
    guard place < slot.values.count else {
      refusePlace()
      return
    }
    slot.values[place]?.withUnsafeBufferPointer { columns.set(slot.component, $0, line: 0) }
  }

  private func set(_ text: String, _ slot: Slot) {
    guard slot.component >= 0 else { return }
    var text = text
    text.withUTF8 { columns.set(slot.component, $0, line: 0) }
  }
}
