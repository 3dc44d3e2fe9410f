// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
internal import Relation
internal import Structures

/// The step that adds up a dataset by some of its dimensions.
public enum AggregateStep {
  /// `aggregate`: totals by keys, with constants for what the output structure has besides.
  ///
  /// - Input: any dataset.
  /// - Output: one row = one combination of the keys (and of totals, where asked for).
  /// - Method: exact sums of decimals and counts of rows; blanks are left out of sums, and counted in
  ///   `steps.blanks-left-out`. Values of several units (SDMX concept UNIT_MEASURE) are not added up.
  public static let kind: StepKind = StepKind(
    "aggregate",
    version: 3,
    summary: Message(
      "step.aggregate",
      en: "adds up a dataset by some of its dimensions",
      fr: "additionne un jeu de données selon certaines dimensions"
    ),
    inputs: 1...1
  ) { preparation in
    let aggregation = try Aggregation(preparation)
    let keys = aggregation.keys.map { key in
      LineageKey(
        output: key.output,
        input: key.input,
        total: aggregation.totals.first { $0.component == key.output }?.code,
        blank: aggregation.blankCodes[key.output]
      )
    }
    return PreparedStep(
      outputs: [
        StepOutput(aggregation.structure, lineage: [.rows(input: 0, matching: keys)])
      ]
    ) { context in
      let input = context.inputs[0]
      try await aggregation.refuseUnits(input, context)
      try await aggregation.tellBlankKeys(input, context)
      for blank in try await aggregation.blanks(input.plan, context.session) {
        context.collector.report(
          StepsDefinitions.blanksLeftOut.at(
            blank.measure.location,
            [
              "blanks": .count(blank.count), "rows": .count(blank.rows),
              "dataset": .text(input.name), "measure": .text(blank.measure.input ?? ""),
              "total": .text(blank.measure.output),
            ]
          )
        )
      }
      return [try aggregation.plan(try await aggregation.finest(input.plan, context))]
    }
  }
}

/// What the parameters of an `aggregate` step say.
struct Aggregation: Sendable {
  let structure: DataStructureDefinition
  let keys: [(output: String, input: String)]
  let measures: [Measure]
  let constants: [String: String]
  let totals: [(component: String, code: String)]
  /// The codes that stand for a key without a value, by component of the result.
  let blankCodes: [String: String]
  let location: Location

  struct Measure: Sendable {
    let output: String
    /// The component that is added up; `nil` where rows are counted.
    let input: String?
    let location: Location
  }

  /// One line of a table of the parameters.
  private struct Entry {
    let name: String
    let text: String
    let location: Location

    static func all(_ table: TOMLTableReader, _ key: String) -> [Entry] {
      table.table(key) { table in
        table.keys.map {
          Entry(name: $0, text: table.string($0), location: table.location(of: $0))
        }
      } ?? []
    }

    static func texts(_ entries: [Entry]) -> [String: String] {
      Dictionary(entries.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// A component or constant that the parameters name.
  private struct Name {
    let name: String
    let structure: DataStructureDefinition
    let location: Location
  }

  init(_ preparation: StepPreparation) throws {
    let input = preparation.inputs[0]
    let collector = preparation.collector
    location = preparation.definition.location
    let read = try preparation.parameters { table in
      (
        structure: try preparation.catalogue.structure(
          id: table.string("structure"),
          at: table.location(of: "structure")
        ),
        keys: Entry.all(table, "keys"),
        measures: table.table("measures") { measures in
          measures.keys.map {
            Measure(
              output: $0,
              input: measures.string($0).nonEmpty,
              location: measures.location(of: $0)
            )
          }
        } ?? [],
        constants: Entry.all(table, "constants"),
        totals: Entry.all(table, "totals"),
        blanks: Entry.all(table, "blanks")
      )
    }
    structure = read.structure
    keys = read.keys.map { (output: $0.name, input: $0.text) }
    measures = read.measures
    constants = Entry.texts(read.constants)
    totals = read.totals.map { (component: $0.name, code: $0.text) }
    blankCodes = Entry.texts(read.blanks)
    var names = read.keys.map { Name(name: $0.text, structure: input, location: $0.location) }
    for measure in measures {
      guard let name = measure.input else { continue }
      names.append(Name(name: name, structure: input, location: measure.location))
    }
    let outputs =
      (read.keys + read.constants).map { ($0.name, $0.location) }
      + measures.map { ($0.output, $0.location) }
    names += outputs.map { Name(name: $0.0, structure: structure, location: $0.1) }
    names += (read.totals + read.blanks).map {
      Name(name: $0.name, structure: structure, location: $0.location)
    }
    for name in names where name.structure[name.name] == nil {
      collector.report(Aggregation.unknown(name.name, name.structure, name.location))
    }
    Aggregation.checkPeriods(read.totals + read.blanks, structure, collector)
    let given = outputs.map(\.0)
    for component in structure.components where !given.contains(component.id) {
      guard component.isMandatory || component.role == .measure else { continue }
      collector.report(
        StepsDefinitions.noOrigin.at(
          location,
          ["component": .text(component.id), "structure": .text(structure.reference.id)]
        )
      )
    }
    try collector.throwIfErrors()
  }

  /// Tells of codes that stand for a period and are none: SDMX knows no period that is unknown.
  private static func checkPeriods(
    _ entries: [Entry],
    _ structure: DataStructureDefinition,
    _ collector: DiagnosticCollector
  ) {
    for entry in entries
    where structure[entry.name]?.representation == .timePeriod
      && TimePeriodText.normalised(entry.text) == nil
    {
      collector.report(
        ProjectDefinitions.badParameter.at(
          entry.location,
          [
            "key": .text(entry.name), "value": .text("\"\(entry.text)\""),
            "valid": "\"2024\"  \"2024-Q1\"  \"2024-03\"",
          ]
        )
      )
    }
  }

  /// The measures that have blanks in the input, with how many of its rows have none.
  func blanks(
    _ input: Plan,
    _ session: any Session
  ) async throws -> [(measure: Measure, count: Int, rows: Int)] {
    let added = measures.filter { $0.input != nil }
    guard !added.isEmpty else { return [] }
    let counts = added.enumerated().map { position, measure in
      NamedAggregate("_\(position)", .count(.column(measure.input ?? "")))
    }
    let plan = try input.aggregate(by: [], [NamedAggregate("_rows", .countRows)] + counts)
    var blanks: [(measure: Measure, count: Int, rows: Int)] = []
    for try await batch in try await session.rows(of: plan) where batch.rowCount > 0 {
      let rows = Int(try batch["_rows"]?.integer(at: 0) ?? 0)
      for (position, measure) in added.enumerated() {
        let known = Int(try batch["_\(position)"]?.integer(at: 0) ?? 0)
        if known < rows { blanks.append((measure, rows - known, rows)) }
      }
    }
    return blanks
  }

  /// The sums by all keys, of which every other total is made.
  ///
  /// - Returns: one row = one combination of keys, with a column `_MEASURE` for each measure; kept as a table
  ///   where more than one total is made of it.
  /// - Throws: what the engine refuses.
  func finest(_ input: Plan, _ context: StepContext) async throws -> Plan {
    let aggregates = measures.map { measure in
      NamedAggregate(
        "_" + measure.output,
        measure.input.map { Aggregate.sum(.column($0)) } ?? .countRows
      )
    }
    var inputs: [String] = []
    for key in keys where !inputs.contains(key.input) { inputs.append(key.input) }
    let sums = try withBlankCodes(input).aggregate(by: inputs, aggregates)
    guard !totals.isEmpty else { return sums }
    let table = context.tablePrefix + "finest"
    try await context.session.keep(sums, as: table)
    return .scan(.table(table), schema: sums.schema)
  }

  /// The totals of the finest sums; where totals are asked for, rows with the total's code follow.
  func plan(_ finest: Plan) throws -> Plan {
    // Every combination of totals is a part of its own: all keys, each key summed, several summed.
    let plans = try (0..<(1 << totals.count)).map { pattern in
      let summed = totals.indices.filter { pattern & (1 << $0) != 0 }.map { totals[$0] }
      return try plan(
        finest,
        replacing: Dictionary(
          summed.map { ($0.component, $0.code) },
          uniquingKeysWith: { first, _ in first }
        )
      )
    }
    guard let first = plans.first else { return finest }
    return try Plan.union(first, Array(plans.dropFirst()))
  }

  /// The input with a code in the keys that have no value, where the parameters name one.
  private func withBlankCodes(_ input: Plan) throws -> Plan {
    var codes: [String: String] = [:]
    for key in keys { codes[key.input] = codes[key.input] ?? blankCodes[key.output] }
    guard !codes.isEmpty else { return input }
    return try input.project(
      input.schema.names.map { name in
        let column = Expression.column(name)
        let code = codes[name].map { Expression.literal(.string($0)) }
        return NamedExpression(name, code.map { .call(.coalesce, column, $0) } ?? column)
      }
    )
  }

  private func plan(_ finest: Plan, replacing totals: [String: String]) throws -> Plan {
    let kept = keys.filter { totals[$0.output] == nil }
    // Sums are exact, so sums of sums are those of the rows.
    let sums = measures.map { NamedAggregate("_" + $0.output, .sum(.column("_" + $0.output))) }
    let grouped =
      totals.isEmpty ? finest : try finest.aggregate(by: kept.map(\.input), sums)
    let columns = structure.components.map { component in
      NamedExpression(component.id, expression(component, kept, totals))
    }
    return try grouped.project(columns)
  }

  private func expression(
    _ component: Component,
    _ kept: [(output: String, input: String)],
    _ totals: [String: String]
  ) -> Expression {
    let type = component.representation.columnType
    if let total = totals[component.id] { return .literal(.string(total)) }
    if let key = kept.first(where: { $0.output == component.id }) { return .column(key.input) }
    if let measure = measures.first(where: { $0.output == component.id }) {
      let sum = Expression.column("_" + component.id).cast(to: type)
      // A sum of no counts is zero rows; a sum of no values is no value.
      let zero = Expression.literal(.integer(0)).cast(to: type)
      return measure.input == nil ? .call(.coalesce, sum, zero) : sum
    }
    guard let constant = constants[component.id] else { return .literal(.null(type)) }
    let text = Expression.literal(.string(constant))
    return type == .string ? text : text.cast(to: type)
  }

  private static func unknown(
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

extension String {
  fileprivate var nonEmpty: String? { isEmpty || self == "*" ? nil : self }
}
