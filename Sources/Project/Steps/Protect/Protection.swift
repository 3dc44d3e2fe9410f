// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Disclosure
internal import Platform
internal import Project
internal import Relation
internal import Structures
internal import Values

/// What the parameters of a `protect` step say.
struct Protection: Sendable {
  /// Of the totals, before and after.
  let structure: DataStructureDefinition
  let rule: ThresholdRule
  /// The component of the records that names who contributes.
  let unit: String
  /// The dimensions of the totals, each with the component of the records that it groups by.
  let keys: [(dimension: String, record: String)]
  /// The codes that stand for all of a dimension.
  let totals: [String: String]
  /// The measures that are withheld.
  let measures: [String]
  /// The measure that says how much a cell is worth.
  let cost: String?
  /// The attribute that says why a measure is blank, and its codes.
  let status: String
  let codes: Codes
  /// Records that anybody may see.
  private let publicity: Publicity

  /// The codes of the status.
  struct Codes: Sendable {
    var primary = ""
    var secondary = ""
    var free: String?
  }

  /// Which records are public: by their flag, or since a day.
  private struct Publicity: Sendable {
    var flag: String?
    var codes: [String] = []
    var until: String?
    var asOf: CalendarDate?
  }

  init(_ preparation: StepPreparation) throws {
    let collector = preparation.collector
    let (cells, records) = (preparation.inputs[0], preparation.inputs[1])
    structure = cells
    let reader = ProtectionReader(collector: collector)
    let read = try preparation.parameters { table in
      (
        minimum: table.integer("minimum"),
        unit: reader.component("unit", table, records) ?? "",
        measures: reader.components("measures", table, cells),
        cost: reader.component("cost", table, cells, isNeeded: false),
        status: reader.component("status", table, cells) ?? "",
        codes: table.table("codes") {
          Codes(
            primary: $0.string("primary"),
            secondary: $0.string("secondary"),
            free: $0.optionalString("free")
          )
        },
        keys: reader.pairs("keys", table, cells),
        totals: reader.pairs("totals", table, cells),
        publicity: Publicity(
          flag: reader.component("flag", table, records, isNeeded: false),
          codes: table.strings("public"),
          until: reader.component("until", table, records, isNeeded: false),
          asOf: reader.day("as_of", table)
        )
      )
    }
    rule = ThresholdRule(minimum: read.minimum)
    (unit, measures, cost, status) = (read.unit, read.measures, read.cost, read.status)
    codes = read.codes ?? Codes()
    publicity = read.publicity
    totals = Dictionary(read.totals) { first, _ in first }
    let named = Dictionary(read.keys) { first, _ in first }
    keys = cells.dimensions.map { (dimension: $0.id, record: named[$0.id] ?? $0.id) }
    let location = preparation.definition.location
    for key in keys where records[key.record] == nil {
      collector.report(reader.unknown(key.record, records, location))
    }
    if read.minimum < 2 {
      collector.report(StepsDefinitions.notAMinimum.at(location))
    }
    if read.codes == nil || (read.publicity.until != nil && read.publicity.asOf == nil) {
      let missing = read.codes == nil ? "codes" : "as_of"
      collector.report(StepsDefinitions.protectionMissing.at(location, ["key": .text(missing)]))
    }
    try collector.throwIfErrors()
  }

  /// The records that need protection; a record without a flag does.
  func protectedRecords(_ records: Plan) throws(Diagnostic) -> Plan {
    var isPublic = Expression.literal(false)
    if let flag = publicity.flag, !publicity.codes.isEmpty {
      let codes = publicity.codes.map { Literal.string($0) }
      isPublic = .call(.coalesce, Expression.column(flag).isIn(codes), .literal(false))
    }
    if let until = publicity.until, let day = publicity.asOf {
      let isOver = Expression.column(until) <= .literal(.date(day: day.daysSinceEpoch))
      isPublic = isPublic || .call(.coalesce, isOver, .literal(false))
    }
    return try records.filter(!isPublic)
  }
}

/// Reads parameters that name components, and reports names that there are not.
private struct ProtectionReader {
  let collector: DiagnosticCollector

  func component(
    _ key: String,
    _ table: TOMLTableReader,
    _ structure: DataStructureDefinition,
    isNeeded: Bool = true
  ) -> String? {
    guard let name = isNeeded ? table.string(key) : table.optionalString(key), !name.isEmpty else {
      return nil
    }
    if structure[name] == nil {
      collector.report(unknown(name, structure, table.location(of: key)))
    }
    return name
  }

  func components(
    _ key: String,
    _ table: TOMLTableReader,
    _ structure: DataStructureDefinition
  ) -> [String] {
    let names = table.strings(key)
    for name in names where structure[name]?.role != .measure {
      collector.report(unknown(name, structure, table.location(of: key)))
    }
    if names.isEmpty {
      collector.report(
        StepsDefinitions.protectionMissing.at(table.location(of: key), ["key": .text(key)])
      )
    }
    return names
  }

  /// What a table says of each dimension that it names.
  func pairs(
    _ key: String,
    _ table: TOMLTableReader,
    _ structure: DataStructureDefinition
  ) -> [(String, String)] {
    table.table(key) { pairs in
      pairs.keys.map { name in
        if structure[name]?.role != .dimension && structure[name]?.role != .timeDimension {
          collector.report(unknown(name, structure, pairs.location(of: name)))
        }
        return (name, pairs.string(name))
      }
    } ?? []
  }

  func day(_ key: String, _ table: TOMLTableReader) -> CalendarDate? {
    guard let text = table.optionalString(key) else { return nil }
    let day = CalendarDate(text)
    if day == nil {
      collector.report(
        StepsDefinitions.badDay.at(table.location(of: key), ["text": .text(text)])
      )
    }
    return day
  }

  func unknown(
    _ name: String,
    _ structure: DataStructureDefinition,
    _ location: Location
  ) -> Diagnostic {
    StepsDefinitions.notADimension.at(
      location,
      ["name": .text(name), "structure": .text(structure.reference.id)],
      suggestion: NearestName.of(name, among: structure.components.map(\.id))
    )
  }
}
