// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Structures

/// A component with what reads it and where its values come from.
struct ImportedComponent: Sendable {
  let component: Component
  let mapping: ColumnMapping?
  let reading: any FieldReading
  let origin: Origin

  enum Origin: Sendable {
    /// A column of the file by its position.
    case column(Int)
    case constant([UInt8])
    case nothing
  }

  /// The name of the column that is read; empty for none.
  var columnName: String { if case .column(let name)? = mapping?.origin { name } else { "" } }
}

/// Makes the reading of each component from the structure and the source's mapping.
struct ImportedComponents {
  var source: SourceDefinition
  let structure: DataStructureDefinition
  let catalogue: StructureCatalogue
  let root: RootedFolder

  /// The components, with columns found by name in the header of the file.
  ///
  /// - Throws: ``DiagnosticFailure`` with `import.missing-column`, `import.repeated-column`, once for
  ///   each column concerned.
  func all(header: [String]) throws -> [ImportedComponent] {
    let collector = DiagnosticCollector()
    let components = try structure.components.map { component in
      let mapping = source.columns.first { $0.component == component.id }
      let origin: ImportedComponent.Origin =
        switch mapping?.origin {
        case .column(let name)?:
          find(name, mapping, header, collector).map { .column($0) } ?? .nothing
        case .constant(let text)?: .constant(Array(text.utf8))
        case .line?, nil: .nothing
        }
      return ImportedComponent(
        component: component,
        mapping: mapping,
        reading: try reading(component, map: try map(mapping)),
        origin: origin
      )
    }
    try collector.throwIfErrors()
    return components
  }

  /// Finds before a run what is wrong with maps and constants.
  ///
  /// - Parameter collector: takes `import.bad-map`, `import.bad-constant` and what else is wrong.
  func check(_ collector: DiagnosticCollector) {
    for component in structure.components {
      guard let mapping = source.columns.first(where: { $0.component == component.id }) else {
        continue
      }
      collector.collecting {
        let map = try map(mapping)
        guard case .constant(let text) = mapping.origin else { return }
        let reading = try reading(component, map: map)
        var constant = text
        let isSound = constant.withUTF8 { bytes in
          var fields = ComponentFields(constant: bytes, [0], source.style.blanks)
          let column = reading.column(&fields, component.id)
          if component.isMandatory { fields.demandValues(column) }
          return fields.faults.isEmpty
        }
        guard !isSound else { return }
        throw StepsDefinitions.badConstant.at(
          mapping.location,
          ["component": .text(component.id), "value": .text(text)]
        )
      }
    }
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
          "columns": .text(ImportedComponents.listed(header)),
        ],
        // A name that is there twice needs no other that is like it.
        suggestion: found.isEmpty ? NearestName.of(name, among: header) : nil
      )
    )
    return nil
  }

  /// The names of columns, as many as a person reads.
  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(40).joined(separator: ", ")
    return names.count > 40 ? "\(shown), … (\(names.count))" : shown
  }

  private func reading(
    _ component: Component,
    map: [String: String]
  ) throws -> any FieldReading {
    switch component.representation {
    case .codelist: return try codes(of: component, map)
    case .text where map.isEmpty: return TextReading()
    case .text: return CodeReading(codes: CodeTable(map), isOpen: true)
    case .timePeriod: return PeriodReading(map: map, isWorkbook: source.style.isWorkbook)
    case .integer: return IntegerReading(style: source.style)
    case .double: return DoubleReading(style: source.style)
    case .decimal(let precision, let scale):
      return DecimalReading(precision: precision, scale: scale, source.style)
    case .date: return DateReading(style: source.style)
    case .boolean: return BooleanReading()
    }
  }

  /// Each code stands for itself unless the map says otherwise; what the map makes must be a code.
  private func codes(of component: Component, _ map: [String: String]) throws -> CodeReading {
    guard let ids = try catalogue.codelist(of: component)?.ids else {
      return CodeReading(codes: CodeTable(map), isOpen: true)
    }
    let known = Set(ids)
    var codes = Dictionary(ids.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
    for (text, code) in map { codes[text] = known.contains(code) ? code : nil }
    return CodeReading(codes: CodeTable(codes), isOpen: false)
  }

  private func map(_ mapping: ColumnMapping?) throws -> [String: String] {
    guard let file = mapping?.map else { return [:] }
    return try CodeMap.read(file, root)
  }
}
