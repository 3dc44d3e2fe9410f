// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// Reads a data structure from TOML: `id`, `name`, and lists of dimensions, measures and attributes.
struct DataStructureReader {
  let file: String
  let agency: String
  let catalogue: StructureCatalogue

  /// Reads the structure.
  ///
  /// - Throws: ``DiagnosticFailure`` with everything that is wrong in the file.
  func read(_ text: String) throws -> DataStructureDefinition {
    let collector = DiagnosticCollector()
    let document = try TOMLDocument(text, file: file)
    let structure: DataStructureDefinition? = try document.read(collector) { table in
      let reference = ArtefactReference(
        .dataStructure,
        agency: table.optionalString("agency") ?? agency,
        id: table.string("id"),
        version: version(table, collector)
      )
      let name = table.internationalString("name", collector)
      let components =
        try table.tables("dimension") { try dimension($0, collector) }
        + (try table.tables("measure") { try component($0, .measure, collector) })
        + (try table.tables("attribute") { try attribute($0, collector) })
      guard !collector.hasErrors else { return nil }
      return try DataStructureDefinition(
        reference,
        name: name,
        components: components,
        location: Location(file)
      )
    }
    try collector.throwIfErrors()
    guard let structure else { throw DiagnosticFailure(collector.diagnostics) }
    return structure
  }

  private func version(_ table: TOMLTableReader, _ collector: DiagnosticCollector) -> Version {
    guard let text = table.optionalString("version") else { return Version(1) }
    if let version = Version(text) { return version }
    collector.report(bad("version", text, "1.0.0", table))
    return Version(1)
  }

  private func dimension(
    _ table: TOMLTableReader,
    _ collector: DiagnosticCollector
  ) throws -> Component {
    let isTime = table.boolean("time")
    return try component(table, isTime ? .timeDimension : .dimension, collector, isTime: isTime)
  }

  private func attribute(
    _ table: TOMLTableReader,
    _ collector: DiagnosticCollector
  ) throws -> Component {
    let dimensions = table.strings("dimensions")
    let word = table.optionalString("attachment")
    let attachment: Component.Attachment
    switch word ?? (dimensions.isEmpty ? "observation" : "series") {
    case "dataset": attachment = .dataset
    case "series": attachment = .dimensions(dimensions)
    case "observation": attachment = .observation
    default:
      collector.report(bad("attachment", word ?? "", "observation, series, dataset", table))
      attachment = .observation
    }
    let isMandatory = table.boolean("mandatory")
    return try component(table, .attribute(attachment, isMandatory: isMandatory), collector)
  }

  private func component(
    _ table: TOMLTableReader,
    _ role: Component.Role,
    _ collector: DiagnosticCollector,
    isTime: Bool = false
  ) throws -> Component {
    let concept = Concept(
      table.string("id"),
      name: table.internationalString("name", collector),
      description: table.optionalInternationalString("description", collector),
      details: table.boolean("personal") ? .personal : ItemDetails()
    )
    let representation: Representation =
      if isTime { .timePeriod } else { try self.representation(table, collector) }
    return Component(concept, role: role, representation: representation)
  }

  private func representation(
    _ table: TOMLTableReader,
    _ collector: DiagnosticCollector
  ) throws -> Representation {
    if let list = table.optionalString("codelist") {
      return .codelist(
        try catalogue.codelist(id: list, at: table.location(of: "codelist")).reference
      )
    }
    let type = table.optionalString("type") ?? "text"
    switch type {
    case "text": return .text
    case "integer": return .integer
    case "double": return .double
    case "boolean": return .boolean
    case "date": return .date
    case "time-period": return .timePeriod
    case "decimal": return decimal(table, collector)
    default:
      let valid = ["text", "integer", "decimal", "double", "boolean", "date", "time-period"]
      collector.report(bad("type", type, valid.joined(separator: ", "), table))
      return .text
    }
  }

  private func decimal(
    _ table: TOMLTableReader,
    _ collector: DiagnosticCollector
  ) -> Representation {
    let precision = table.optionalInteger("precision") ?? 38
    let scale = table.optionalInteger("decimals") ?? 2
    guard (1...38).contains(precision), (0...precision).contains(scale) else {
      collector.report(bad("decimals", "\(precision), \(scale)", "0–38", table))
      return .decimal(precision: 38, scale: 2)
    }
    return .decimal(precision: precision, scale: scale)
  }

  private func bad(
    _ key: String,
    _ value: String,
    _ valid: String,
    _ table: TOMLTableReader
  ) -> Diagnostic {
    StructuresDefinitions.badValue.at(
      table.location(of: key),
      ["key": .text(key), "value": .text(value), "valid": .text(valid)]
    )
  }
}
