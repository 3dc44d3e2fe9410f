// SPDX-License-Identifier: Apache-2.0

internal import Columns
public import Diagnostics
public import Relation
public import Structures

/// A structure map that can be applied: its representation maps and its target have been found.
///
/// The map becomes a plan. Values are mapped by joins with small tables; where a map has patterns, or
/// times are read, the different values of the source are asked for first and mapped one by one.
///
/// - Source: SDMX 3.1, section 2, "Structure map"; section 6, "Structure mapping".
public struct StructureMapping: Sendable {
  /// The structure that data have afterwards.
  public let target: DataStructureDefinition
  private let map: StructureMap
  private let maps: [ArtefactReference: RepresentationMap]

  /// Data that have been mapped.
  public struct Result: Sendable {
    /// The rows, of the target's structure.
    public let dataset: Dataset
    /// For each part of the map the rows that had values no mapping knows; those values are missing now.
    public let unmapped: [(component: String, plan: Plan)]
  }

  /// Finds what a map refers to.
  ///
  /// - Parameters:
  ///   - map: the map.
  ///   - catalogue: where the target and the representation maps are.
  /// - Throws: `structures.unknown-artefact`; `sdmx.map-incomplete` where a dimension of the target gets no
  ///   value.
  public init(_ map: StructureMap, _ catalogue: StructureCatalogue) throws(Diagnostic) {
    self.map = map
    var reference = map.target
    if case .dataflow(let flow)? = catalogue[reference] { reference = flow.structure }
    guard case .dataStructure(let target)? = catalogue[reference] else {
      throw StructureMapping.unknown(map.target)
    }
    self.target = target
    var maps: [ArtefactReference: RepresentationMap] = [:]
    for reference in map.componentMaps.compactMap(\.map) {
      guard case .representationMap(let found)? = catalogue[reference] else {
        throw StructureMapping.unknown(reference)
      }
      maps[reference] = found
    }
    self.maps = maps
    var filled = Set(map.componentMaps.flatMap(\.targets))
    filled.formUnion(map.fixedValues.filter { !$0.isSource }.map(\.component))
    filled.formUnion((map.epochMaps + map.patternMaps).flatMap { $0.components.map(\.target) })
    for dimension in target.dimensions where !filled.contains(dimension.id) {
      throw SDMXDefinitions.mapIncomplete.at(
        nil,
        ["map": .text("\(map.reference)"), "component": .text(dimension.id)]
      )
    }
  }

  private static func unknown(_ reference: ArtefactReference) -> Diagnostic {
    StructuresDefinitions.unknownArtefact.at(nil, ["artefact": .text("\(reference)")])
  }

  /// Maps a dataset.
  ///
  /// - Parameters:
  ///   - source: the data.
  ///   - name: the name of the dataset that comes of them.
  ///   - session: asks for values, and keeps the tables of mappings.
  /// - Returns: the data in the target's structure.
  /// - Throws: `sdmx.map-incomplete` for components that the source does not have, `sdmx.bad-pattern`, and what the engine refuses.
  public func apply(
    to source: Dataset,
    named name: String,
    in session: any Session
  ) async throws -> Result {
    var work = MappingWork(source.plan, source.structure, session, map.reference)
    for fixed in map.fixedValues where fixed.isSource {
      try work.keep(fixed.component, fixed.values)
    }
    for component in map.componentMaps {
      if let reference = component.map, let map = maps[reference] {
        try await work.map(component.sources, component.targets, ValueRules(map))
      } else if let source = component.sources.first {
        for target in component.targets { try work.copy(source, target) }
      }
    }
    for fixed in map.fixedValues where !fixed.isSource {
      work.fix(
        fixed.component,
        fixed.values.count == 1 ? fixed.values[0] : MultipleValues.join(fixed.values)
      )
    }
    for dates in map.epochMaps + map.patternMaps {
      try await work.read(dates, map.frequencyFormats)
    }
    return Result(
      dataset: try Dataset(name, target, try work.result(target)),
      unmapped: work.unmapped
    )
  }
}

/// A mapping that is being compiled.
private struct MappingWork {
  private var plan: Plan
  private let structure: DataStructureDefinition
  private let session: any Session
  private let reference: ArtefactReference
  /// What each component of the target is computed from.
  private var targets: [String: Expression] = [:]
  private(set) var unmapped: [(component: String, plan: Plan)] = []
  private var tables = 0

  init(
    _ plan: Plan,
    _ structure: DataStructureDefinition,
    _ session: any Session,
    _ reference: ArtefactReference
  ) {
    self.plan = plan
    self.structure = structure
    self.session = session
    self.reference = reference
  }

  private func column(_ id: String) throws(Diagnostic) -> Expression {
    guard structure[id] != nil else {
      throw SDMXDefinitions.mapIncomplete.at(
        nil,
        ["map": .text("\(reference)"), "component": .text(id)]
      )
    }
    return .column(id)
  }

  /// Keeps rows with one of some values.
  mutating func keep(_ id: String, _ values: [String]) throws(Diagnostic) {
    let text = try column(id).cast(to: .string)
    plan = try plan.filter(text.isIn(values.map { .string($0) }))
  }

  mutating func copy(_ source: String, _ target: String) throws(Diagnostic) {
    targets[target] = try column(source)
  }

  mutating func fix(_ target: String, _ value: String) {
    targets[target] = .literal(.string(value))
  }

  mutating func map(_ sources: [String], _ targets: [String], _ rules: ValueRules) async throws {
    var keys: [Expression] = []
    for source in sources { keys.append(try column(source).cast(to: .string)) }
    try await join(keys, targets) {
      rules.isPlain ? nil : rules.targets(of: $0)
    } whole: {
      rules.isPlain ? rules.plain : nil
    }
  }

  mutating func read(_ dates: DateMap, _ formats: [FrequencyFormat]) async throws {
    let frequency: Expression
    switch dates.frequency {
    case .dimension(let id, _): frequency = (targets[id] ?? .literal(.string(""))).cast(to: .string)
    case .fixed(let code): frequency = .literal(.string(code))
    case nil: frequency = .literal(.string("D"))
    }
    let reading = DateReading(dates, formats)
    for pair in dates.components {
      let time = try column(pair.source).cast(to: .string)
      try await join([time, frequency], [pair.target]) { values in
        reading.period(values[0], frequency: values[1]).map { [$0] }
      } whole: {
        nil
      }
    }
  }

  /// Joins a table of what values become: of all mappings where they are few and plain, else of the
  /// values that there are.
  private mutating func join(
    _ keys: [Expression],
    _ targets: [String],
    _ value: ([String]) -> [String]?,
    whole: () -> [[String]: [String]]?
  ) async throws {
    tables += 1
    let table = "_map_\(tables)"
    let keyNames = keys.indices.map { "_key_\(tables)_\($0)" }
    let targetNames = targets.indices.map { "_target_\(tables)_\($0)" }
    plan = try plan.adding(zip(keyNames, keys).map { NamedExpression($0, $1) })
    var rows = whole() ?? [:]
    if whole() == nil {
      for try await batch in try await session.rows(of: plan.select(keyNames).distinct()) {
        for row in 0..<batch.rowCount {
          let values = try batch.columns.compactMap { try $0.string(at: row) }
          if values.count == keyNames.count, let found = value(values) { rows[values] = found }
        }
      }
    }
    let mark = "_mapped_\(tables)"
    let batch = try MappingWork.batch(rows, keyNames, targetNames, mark)
    let mapping = try await session.ingest([batch], into: table, schema: batch.schema)
    plan = try plan.join(mapping, .left, on: keyNames)
    let isKnown = keyNames.map { Expression.column($0).isNotNull }
    unmapped.append(
      (
        targets.joined(separator: ", "),
        try plan.filter(QueryCompiler.all(isKnown) && .column(mark).isNull)
      )
    )
    for (target, name) in zip(targets, targetNames) { self.targets[target] = .column(name) }
  }

  private static func batch(
    _ rows: [[String]: [String]],
    _ keys: [String],
    _ targets: [String],
    _ mark: String
  ) throws -> RecordBatch {
    let columns = (keys + targets + [mark]).map { (name: $0, builder: StringColumnBuilder()) }
    for (sources, found) in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where sources.count == keys.count {
      let values: [String?] =
        sources + targets.indices.map { found.indices.contains($0) ? found[$0] : nil } + ["x"]
      for (column, value) in zip(columns, values) {
        // Nothing as a target says that the component has no value.
        if let value, !value.isEmpty {
          column.builder.append(value)
        } else {
          column.builder.appendNull()
        }
      }
    }
    return try RecordBatch(columns.map { $0.builder.finish($0.name) })
  }

  /// The rows with the components of the target, each of its type.
  func result(_ target: DataStructureDefinition) throws(Diagnostic) -> Plan {
    let rows = try plan.project(
      target.components.map { component in
        let type = component.representation.columnType
        let value = targets[component.id] ?? .literal(.null(.string))
        return NamedExpression(component.id, value.cast(orNullTo: type))
      }
    )
    // A dimension without a value says that the row is not meant for the target.
    let isMeant = target.dimensions.map { Expression.column($0.id).isNotNull }
    return try rows.filter(QueryCompiler.all(isMeant))
  }
}
