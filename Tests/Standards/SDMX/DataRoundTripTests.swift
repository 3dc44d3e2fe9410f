// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Platform
import Relation
import Structures
import Testing

@testable import SDMX

/// Data with every type of column, several values and languages, at every level of attachment.
enum SampleData {
  static func structure(isLegacy: Bool) throws -> DataStructureDefinition {
    let component = {
      (id: String, role: Component.Role, holds: Representation, format: RepresentationFormat?) in
      var details = ComponentDetails()
      details.format = format
      return Component(
        id,
        Concept(id, name: InternationalString(en: id)),
        role: role,
        representation: holds,
        details: details
      )
    }
    var several = RepresentationFormat(.text(TextFormat(.string)))
    several.maximumOccurrences = .unbounded
    var languages = TextFormat(.string)
    languages.isMultilingual = true
    var components = [
      component("FREQ", .dimension, .text, nil), component("ITEM", .dimension, .text, nil),
      component("TIME_PERIOD", .timeDimension, .timePeriod, nil),
      component("OBS_VALUE", .measure, .decimal(precision: 38, scale: 2), nil),
      component("STATUS", .attribute(.observation, isMandatory: false), .text, nil),
      component("UNIT", .attribute(.dimensions(["ITEM"]), isMandatory: false), .text, nil),
      component("WEIGHT", .attribute(.group("G"), isMandatory: false), .double, nil),
      component("SOURCE", .attribute(.dataset, isMandatory: false), .text, nil),
      component("SINCE", .attribute(.observation, isMandatory: false), .date, nil),
      component("FINAL", .attribute(.observation, isMandatory: false), .boolean, nil),
      component("RANK", .attribute(.observation, isMandatory: false), .integer, nil),
    ]
    if !isLegacy {
      components += [
        component("FLAGS", .attribute(.observation, isMandatory: false), .text, several),
        component(
          "TITLE",
          .attribute(.dimensions(["FREQ", "ITEM"]), isMandatory: false),
          .text,
          RepresentationFormat(.text(languages))
        ),
      ]
    }
    var parts = StructureParts()
    parts.groups = [DimensionGroup("G", ["ITEM"])]
    return try DataStructureDefinition(
      SampleStructures.reference(.dataStructure, "DSD_DATA"),
      name: InternationalString(en: "Data"),
      components: components,
      parts: parts
    )
  }

  /// Rows in the order of publication; `extra` turns the size.
  static func batch(_ structure: DataStructureDefinition, rows: Int = 60) throws -> RecordBatch {
    let columns = try structure.components.map { component -> Column in
      let text = StringColumnBuilder()
      for row in 0..<rows {
        let (series, time) = (row / 6, row % 6)
        let value: String?
        switch component.id {
        case "FREQ": value = series < 5 ? "A" : "M"
        case "ITEM": value = "I\(series % 5)"
        case "TIME_PERIOD": value = "\(2000 + time)"
        case "OBS_VALUE": value = time == 3 ? nil : "\(row).\(10 + time)"
        case "STATUS": value = [nil, "A", "<&>\"'", "é𝄞", "", "two\nlines\tand"][time]
        case "UNIT": value = series == 4 ? nil : "U\(series % 5)"
        case "WEIGHT": value = series % 2 == 0 ? nil : "0.\(series % 5)"
        case "SOURCE": value = "all of it"
        case "SINCE": value = time == 0 ? "2024-02-29" : nil
        case "FINAL": value = time == 1 ? "true" : time == 2 ? "false" : nil
        case "RANK": value = time < 4 ? "-\(row)" : nil
        case "FLAGS": value = [nil, "A", "A;B", "\"a;b\";c", "x&y;z<", nil][time]
        case "TITLE": value = series == 1 ? nil : "en:Title & \(series);fr:Titre"
        default: value = nil
        }
        if let value { text.append(value) } else { text.appendNull() }
      }
      return try typed(text.finish(component.id), component.representation)
    }
    return try RecordBatch(columns)
  }

  private static func typed(_ column: Column, _ type: Representation) throws -> Column {
    let builder: any ColumnBuilder
    let values = try (0..<column.count).map { try column.string(at: $0) }
    switch type {
    case .decimal(let precision, let scale):
      let decimals = DecimalColumnBuilder(precision: precision, scale: scale)
      for value in values {
        if let value {
          try decimals.append(Int128(value.filter { $0 != "." }) ?? 0)
        } else {
          decimals.appendNull()
        }
      }
      builder = decimals
    case .double:
      let doubles = DoubleColumnBuilder()
      for value in values {
        value.flatMap(Double.init).map { doubles.append($0) } ?? doubles.appendNull()
      }
      builder = doubles
    case .integer:
      let integers = IntegerColumnBuilder()
      for value in values {
        value.flatMap { Int64($0) }.map { integers.append($0) } ?? integers.appendNull()
      }
      builder = integers
    case .boolean:
      let truths = BooleanColumnBuilder()
      for value in values { value.map { truths.append($0 == "true") } ?? truths.appendNull() }
      builder = truths
    case .date:
      let days = DateColumnBuilder()
      for value in values { value.map { _ in days.append(19_782) } ?? days.appendNull() }
      builder = days
    default: return column
    }
    return builder.finish(column.name)
  }

  /// Rows as texts, to compare whole sets of data.
  static func rows(_ batches: [RecordBatch]) throws -> [[String]] {
    var rows: [[String]] = []
    for batch in batches {
      var cells = batch.columns.map { _ in CellText(.json) }
      for (position, column) in batch.columns.enumerated() { try cells[position].fill(column) }
      for row in 0..<batch.rowCount {
        rows.append(
          cells.map { $0.isMissing(row) ? "∅" : String(decoding: $0[row], as: UTF8.self) }
        )
      }
    }
    return rows
  }

  static func stream(_ batches: [RecordBatch]) throws -> BatchStream {
    let rest = Rest(batches)
    return BatchStream(schema: try #require(batches.first).schema) { await rest.next() }
  }

  private actor Rest {
    private var batches: ArraySlice<RecordBatch>
    init(_ batches: [RecordBatch]) { self.batches = batches[...] }
    func next() -> RecordBatch? { batches.popFirst() }
  }

  static let header = MessageHeader(id: "M1", prepared: "2026-05-17T12:00:00Z", sender: "AYNI")

  static func all(_ reader: some DataMessageReader) throws -> [DataBatch] {
    var batches: [DataBatch] = []
    while let batch = try reader.next() { batches.append(batch) }
    return batches
  }
}

@Suite struct DataRoundTripTests {
  @Test(arguments: [
    DataFormat.xml(.v2_1, .structureSpecific), .xml(.v2_1, .generic),
    .xml(.v3_0, .structureSpecific), .xml(.v3_1, .structureSpecific),
  ])
  func `SDMX-ML data are equal when read again`(format: DataFormat) async throws {
    guard case .xml(let version, let style) = format else { return }
    let structure = try SampleData.structure(isLegacy: version == .v2_1)
    let batch = try SampleData.batch(structure)
    let writer = try SDMXMLDataWriter(
      structure,
      header: SampleData.header,
      version: version,
      style: style,
      action: .replace
    )
    var bytes: [UInt8] = []
    let count = try await writer.write(SampleData.stream([batch])) { bytes += $0 }
    #expect(count == 60)
    // Structure-specific data are valid by schemas made for their structure only.
    if style == .generic { #expect(try SchemaValidation.status(of: bytes, version) == 0) }
    var catalogue = StructureCatalogue()
    catalogue.add(structure)
    let collector = DiagnosticCollector()
    let reader = try SDMXMLDataReader(bytes: bytes, named: "x.xml", catalogue, collector)
    let read = try SampleData.all(reader)
    #expect(collector.diagnostics.isEmpty)
    #expect(read.first?.header.action == .replace)
    #expect(read.first?.header.reference == structure.reference)
    let (found, expected) = try (SampleData.rows(read.map(\.batch)), SampleData.rows([batch]))
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect(a == b) }
    #expect(reader.header.id == "M1")
  }

  @Test(arguments: SDMXCSVVersion.allCases)
  func `SDMX-CSV data are equal when read again`(version: SDMXCSVVersion) async throws {
    let structure = try SampleData.structure(isLegacy: version == .v1_0)
    let batch = try SampleData.batch(structure)
    let writer = try SDMXCSVWriter(
      structure,
      reference: structure.reference,
      action: .merge,
      version: version,
      keys: .both,
      languages: ["en", "fr"]
    )
    var bytes: [UInt8] = []
    _ = try await writer.write(SampleData.stream([batch])) { bytes += $0 }
    var catalogue = StructureCatalogue()
    catalogue.add(structure)
    let collector = DiagnosticCollector()
    let reader = try SDMXCSVReader(bytes: bytes, named: "x.csv", catalogue, collector)
    let read = try SampleData.all(reader)
    #expect(collector.diagnostics.isEmpty)
    if version != .v1_0 { #expect(read.first?.header.action == .merge) }
    let (found, expected) = try (SampleData.rows(read.map(\.batch)), SampleData.rows([batch]))
    #expect(found.count == expected.count)
    // CSV does not tell an empty text from none.
    for (a, b) in zip(found, expected) { #expect(a == b.map { $0 == "\"\"" ? "∅" : $0 }) }
  }

  @Test(arguments: SDMXJSONVersion.allCases)
  func `SDMX-JSON data are equal when read again`(version: SDMXJSONVersion) throws {
    let structure = try SampleData.structure(isLegacy: version == .v1_0)
    let batch = try SampleData.batch(structure)
    let data = DataSetHeader(structure, structure.reference, .replace)
    var bytes: [UInt8] = []
    var output = try SDMXJSONDataOutput(data, SampleData.header, version)
    try output.append(batch) { bytes += $0 }
    try output.finish { bytes += $0 }
    #expect(try SchemaValidation.status(of: bytes, version, "data") == 0)
    var catalogue = StructureCatalogue()
    catalogue.add(structure)
    let collector = DiagnosticCollector()
    let reader = try SDMXJSONDataReader(bytes: bytes, named: "x.json", catalogue, collector)
    let read = try SampleData.all(reader)
    #expect(collector.diagnostics.isEmpty)
    #expect(read.first?.header.action == .replace)
    let (found, expected) = try (SampleData.rows(read.map(\.batch)), SampleData.rows([batch]))
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect(a == b) }
    #expect(reader.header.sender == "AYNI")
  }
}
