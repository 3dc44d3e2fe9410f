// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform
internal import Project

/// What a file of `sources/` says: where the rows lie, how they are written, what the columns mean.
struct SourceDefinition {
  let structure: String
  let file: String
  /// Where the file is named.
  let fileLocation: Location
  let format: Format
  let sheet: String?
  /// The line or row with the names of the columns, from one.
  let header: Int
  let encoding: Encoding
  let delimiter: DelimitedTextFormat?
  var style: FieldStyle
  let columns: [ColumnMapping]
  /// Which rows of an IATI file are meant.
  let table: IATITable
  /// The organisation whose activities of an IATI file are taken; all where it is `nil`.
  let reporter: String?
  let location: Location

  enum Format: String, CaseIterable {
    case csv, xlsx, iati
  }

  enum Encoding: String, CaseIterable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
    case latin1 = "iso-8859-1"

    var singleByte: SingleByteText? { SingleByteText(rawValue: rawValue) }
  }

  init(_ preparation: StepPreparation) throws {
    let collector = preparation.collector
    self = try preparation.parameters { table in
      SourceDefinition(table, collector, preparation.definition.location)
    }
  }

  private init(_ table: TOMLTableReader, _ collector: DiagnosticCollector, _ location: Location) {
    self.location = location
    structure = table.string("structure")
    file = table.string("file")
    fileLocation = table.location(of: "file")
    let isWorkbook = file.lowercased().hasSuffix(".xlsx")
    format = table.choice("format", collector) ?? (isWorkbook ? .xlsx : .csv)
    sheet = table.optionalString("sheet")
    header = table.header(collector)
    encoding = table.choice("encoding", collector) ?? .utf8
    delimiter = table.format("delimiter", collector)
    style = FieldStyle(table, isWorkbook: format == .xlsx, collector)
    self.table = table.choice("table", collector) ?? .activities
    reporter = table.optionalString("reporter")
    columns =
      table.table("columns") { columns in
        columns.keys.map { ColumnMapping($0, columns, collector) }
      } ?? []
  }
}

/// Which column of the file, or which constant, a component takes its values from.
struct ColumnMapping {
  let component: String
  let origin: Origin
  /// A file of `maps/` from source codes to standard codes.
  let map: String?
  /// Where the mapping begins, and with it the name of the map.
  let location: Location

  enum Origin: Hashable {
    case column(String)
    case constant(String)
    /// The number of the line in the file, which tells rows apart that nothing else does.
    case line
  }

  init(_ component: String, _ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    self.component = component
    location = table.location(of: component)
    guard let value = table.value(component), case .table = value.content else {
      origin = .column(table.string(component))
      map = nil
      return
    }
    let read = value.read(collector) { mapping -> (Origin, String?) in
      let map = mapping.optionalString("map")
      if mapping.boolean("line") { return (.line, map) }
      if let constant = mapping.optionalString("constant") { return (.constant(constant), map) }
      return (.column(mapping.string("column")), map)
    }
    (origin, map) = read
  }
}

extension TOMLTableReader {
  /// The line with the names of the columns: the first, where none is named.
  fileprivate func header(_ collector: DiagnosticCollector) -> Int {
    let line = optionalInteger("header") ?? 1
    guard (1...1_000_000).contains(line) else {
      refuse("header", "\(line)", valid: ["1", "2", "3"], collector)
      return 1
    }
    return line
  }

  /// What stands between fields; `nil` where it is guessed from the header.
  fileprivate func format(
    _ key: String,
    _ collector: DiagnosticCollector
  ) -> DelimitedTextFormat? {
    guard let text = optionalString(key) else { return nil }
    if let format = DelimitedTextFormat(delimiter: text) { return format }
    refuse(key, text, valid: [",", ";", "\\t", "|"], collector)
    return nil
  }

  /// Reports a setting whose value is none of a list, with the place.
  func refuse(_ key: String, _ text: String, valid: [String], _ collector: DiagnosticCollector) {
    collector.report(
      ProjectDefinitions.badParameter.at(
        location(of: key),
        [
          "key": .text(key), "value": .text(text.quoted),
          "valid": .text(valid.map { "\"\($0)\"" }.joined(separator: "  ")),
        ]
      )
    )
  }
}
