// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
public import Structures

/// Reads the data of an SDMX-JSON message 1.0, 2.0 or 2.1: series or observations.
///
/// Values are named by their places in lists that the message carries; wherever those lists stand, they
/// are read first. The file is mapped, and what has been read leaves memory again.
///
/// - Source: SDMX-JSON 1.0, 2.0 and 2.1 field guides, data message.
public final class SDMXJSONDataReader: DataMessageReader {
  private let message: SDMXJSONMessage
  private let resolution: StructureResolution
  private let collector: DiagnosticCollector
  private var forms: [SDMXJSONForm] = []
  private var reader: JSONReader
  private var stage = Stage.datasets
  private var dataset: SDMXJSONDataSet?
  private var finished: [DataBatch] = []

  private enum Stage {
    case datasets, observations, over
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it; the path by default.
  ///   - catalogue: the structures that data may follow.
  ///   - collector: takes what is wrong with single values.
  /// - Throws: `sdmx.not-a-message`, `platform.json-malformed`.
  public convenience init(
    file path: String,
    named name: String? = nil,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) throws {
    try self.init(SDMXJSONMessage(path: path, named: name ?? path), catalogue, collector)
  }

  /// Takes a message from memory.
  ///
  /// - Parameters:
  ///   - bytes: the message.
  ///   - name: how messages name it.
  ///   - catalogue: the structures that data may follow.
  ///   - collector: takes what is wrong with single values.
  /// - Throws: `sdmx.not-a-message`, `platform.json-malformed`.
  public convenience init(
    bytes: [UInt8],
    named name: String,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) throws {
    try self.init(SDMXJSONMessage(bytes: bytes, named: name), catalogue, collector)
  }

  private init(
    _ message: SDMXJSONMessage,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) throws {
    self.message = message
    self.collector = collector
    resolution = StructureResolution(catalogue: catalogue, file: message.file)
    guard let place = message.places["dataSets"] else { throw message.notSDMX("data") }
    let several = try message.value("structures")?.values
    let single = try message.value("structure").map { [$0] }
    forms = (several ?? single ?? []).map { SDMXJSONForm($0) }
    reader = message.reader(at: place)
    guard case .beginArray = try reader.next() else { throw message.notSDMX("data") }
  }

  /// What the message says of itself.
  public var header: MessageHeader { message.header }

  /// How many bytes have been read, for progress.
  public var bytesRead: Int { reader.position }

  /// The next rows; `nil` at the end of the message.
  ///
  /// - Returns: some thousands of rows of one set of data.
  /// - Throws: `sdmx.structure-needed`, `sdmx.bad-element`, `platform.json-malformed`.
  public func next() throws -> DataBatch? {
    while true {
      if !finished.isEmpty { return finished.removeFirst() }
      switch stage {
      case .over: return nil
      case .datasets: try beginDataSet()
      case .observations:
        if let dataset, dataset.columns.count >= ObservationColumns.batchRows {
          return try dataset.columns.take()
        }
        try readObservations()
      }
    }
  }

  private func bad(_ part: String) -> Diagnostic {
    SDMXDefinitions.badElement.at(
      Location(message.file, line: reader.line),
      ["element": "dataSets", "part": .text(part)]
    )
  }

  private func beginDataSet() throws {
    guard case .beginObject = try reader.next() else {
      stage = .over
      return
    }
    // Attributes may follow the series that they hold for: the members are found first.
    var members: [String: Int] = [:]
    while case .key(let key) = try reader.next() {
      members[String(decoding: key, as: UTF8.self)] = reader.position
      try reader.skipValue()
    }
    let after = reader.position
    let value = { (name: String) throws -> JSONValue? in
      guard let place = members[name] else { return nil }
      var reader = self.message.reader(at: place)
      return try reader.readValue()
    }
    let named = try value("structure")?.text
    let number = named.flatMap { Int($0) } ?? 0
    guard forms.indices.contains(number) else { throw bad("structure") }
    let links = try value("links")
    let reference = forms[number].reference ?? SDMXJSONForm.reference(links)
    let structure = try resolution.structure(reference, or: forms[number].message, collector)
    let verb = try value("action")?.text
    let action = verb.flatMap { DataAction(word: $0) } ?? .information
    let dataset = SDMXJSONDataSet(
      DataSetHeader(structure, reference, action),
      forms[number],
      message.file,
      collector
    )
    try dataset.takeAttributes(value("attributes"), value("dimensionGroupAttributes"))
    self.dataset = dataset
    datasetEnd = after
    if let place = members["series"] ?? members["observations"] {
      dataset.hasSeries = members["series"] != nil
      reader = message.reader(at: place)
      guard case .beginObject = try reader.next() else { throw bad("series") }
      stage = .observations
    } else {
      try endDataSet()
    }
  }

  private var datasetEnd = 0

  private func readObservations() throws {
    guard let dataset else { return }
    guard case .key(let key) = try reader.next() else {
      try endDataSet()
      return
    }
    if dataset.hasSeries {
      dataset.beginSeries(key, line: 0)
      try readSeries(dataset)
    } else {
      dataset.beginSeries(nil, line: 0)
      dataset.setKey(key, observation: true)
      try dataset.readObservation(&reader)
    }
  }

  /// Reads a series, whose attributes may follow its observations.
  private func readSeries(_ dataset: SDMXJSONDataSet) throws {
    guard case .beginObject = try reader.next() else { throw bad("series") }
    var observations: Int?
    var isRead = false
    while case .key(let key) = try reader.next() {
      if key.elementsEqual("observations".utf8) {
        if dataset.seriesAttributeCount == 0 || isRead {
          guard case .beginObject = try reader.next() else { throw bad("observations") }
          while case .key(let place) = try reader.next() {
            dataset.setKey(place, observation: true)
            try dataset.readObservation(&reader)
          }
        } else {
          observations = reader.position
          try reader.skipValue()
        }
      } else if key.elementsEqual("attributes".utf8) {
        try dataset.readSeriesAttributes(&reader)
        isRead = true
      } else {
        try reader.skipValue()
      }
    }
    if let observations {
      var inner = message.reader(at: observations)
      guard case .beginObject = try inner.next() else { throw bad("observations") }
      while case .key(let place) = try inner.next() {
        dataset.setKey(place, observation: true)
        try dataset.readObservation(&inner)
      }
    }
  }

  private func endDataSet() throws {
    if let batch = try dataset?.columns.take() { finished.append(batch) }
    dataset = nil
    // On to the next set of data, as within the array.
    var rest = message.reader(at: datasetEnd)
    stage = rest.passComma() ? .datasets : .over
    reader = rest
  }
}
