// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Structures

/// Makes the reader of each component from the structure and the source's mapping.
struct FieldReaders {
  let source: SourceDefinition
  let structure: DataStructureDefinition
  let catalogue: StructureCatalogue
  let root: RootedFolder

  /// The readers, with columns found by name in the header of the file.
  ///
  /// - Throws: ``DiagnosticFailure`` with `import.missing-column`, `import.repeated-column`, once for
  ///   each column concerned.
  func fields(header: [String]) throws -> [RowImporter.Field] {
    let collector = DiagnosticCollector()
    let fields = try structure.components.map { component in
      let mapping = source.columns.first { $0.component == component.id }
      var position: Int?
      var constant: [UInt8]?
      switch mapping?.origin {
      case .column(let name)?: position = find(name, mapping, header, collector)
      case .constant(let text)?: constant = Array(text.utf8)
      case .line?, nil: break
      }
      return RowImporter.Field(
        component: component,
        mapping: mapping,
        reader: try reader(component, map: try map(mapping)),
        position: position,
        constant: constant
      )
    }
    try collector.throwIfErrors()
    return fields
  }

  private func find(
    _ name: String,
    _ mapping: ColumnMapping?,
    _ header: [String],
    _ collector: DiagnosticCollector
  ) -> Int? {
    let found = header.indices.filter { header[$0] == name }
    if found.count == 1 { return found.first }
    let definition =
      found.isEmpty ? StepsDefinitions.missingColumn : StepsDefinitions.repeatedColumn
    collector.report(
      definition.at(
        mapping?.location,
        [
          "file": .text(source.file), "column": .text(name),
          "columns": .text(header.joined(separator: ", ")),
        ],
        suggestion: NearestName.of(name, among: header)
      )
    )
    return nil
  }

  private func reader(_ component: Component, map: [String: String]) throws -> FieldReader {
    switch component.representation {
    case .codelist:
      let codes = try catalogue.codelist(of: component).map { Set($0.ids) }
      return TextFieldReader(map: map, codes: codes, isPeriod: false)
    case .text: return TextFieldReader(map: map, codes: nil, isPeriod: false)
    case .timePeriod: return TextFieldReader(map: map, codes: nil, isPeriod: true)
    case .integer: return IntegerFieldReader(source.style)
    case .double: return DoubleFieldReader(source.style)
    case .decimal(let precision, let scale):
      return DecimalFieldReader(precision: precision, scale: scale, source.style)
    case .date: return DateFieldReader(source.style)
    case .boolean: return BooleanFieldReader()
    }
  }

  private func map(_ mapping: ColumnMapping?) throws -> [String: String] {
    guard let file = mapping?.map else { return [:] }
    return try CodeMap.read(file, root)
  }
}

/// A file of `maps/`: `source,standard`.
enum CodeMap {
  static func read(_ file: String, _ root: RootedFolder) throws -> [String: String] {
    let bytes = try WholeFile.bytes(try root.resolve(file))
    return try bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedTextReader(buffer, .guessed(from: buffer))
      let record = DelimitedRecord()
      var map: [String: String] = [:]
      var columns: (source: Int, standard: Int)?
      while reader.next(record) {
        let texts = record.texts
        guard let known = columns else {
          guard let source = texts.firstIndex(of: "source"),
            let standard = texts.firstIndex(of: "standard")
          else {
            throw StepsDefinitions.badMap.at(Location(file, line: 1), ["file": .text(file)])
          }
          columns = (source, standard)
          continue
        }
        guard texts.count > max(known.source, known.standard) else { continue }
        map[texts[known.source]] = texts[known.standard]
      }
      return map
    }
  }
}
