// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

/// What a file of `sources/` says: where the rows lie, how they are written, what the columns mean.
struct SourceDefinition {
  let structure: String
  let file: String
  let format: Format
  let sheet: String?
  let encoding: Encoding
  let delimiter: DelimitedTextFormat?
  let style: FieldStyle
  let columns: [ColumnMapping]
  let location: Location

  enum Format: String, CaseIterable {
    case csv, xlsx
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
    let isWorkbook = file.hasSuffix(".xlsx")
    format = table.choice("format", collector) ?? (isWorkbook ? .xlsx : .csv)
    sheet = table.optionalString("sheet")
    encoding = table.choice("encoding", collector) ?? .utf8
    delimiter = table.optionalString("delimiter").flatMap { DelimitedTextFormat(delimiter: $0) }
    style = FieldStyle(table, collector)
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
  let location: Location

  enum Origin {
    case column(String)
    case constant(String)
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
      if let constant = mapping.optionalString("constant") { return (.constant(constant), map) }
      return (.column(mapping.string("column")), map)
    }
    (origin, map) = read
  }
}
