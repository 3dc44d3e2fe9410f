// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
internal import Relation
internal import Structures

/// The step that splits what goes over several years into its years.
public enum SpreadStep {
  /// `cooperation.spread`: one row of values becomes one row for each year it covers.
  ///
  /// - Input: values, one row = one component with START and END; and, where there is one, a schedule, one
  ///   row = one COMPONENT and year (TIME_PERIOD) with its PERCENT.
  /// - Output: one row = one component and year; the parts of a value add up to it, to the last decimal.
  /// - Method: by the agreed percentages where a component's schedule is complete, else by the days of each
  ///   year from START through END; largest remainders, the earlier year first where they are equal. A
  ///   component without days stays whole in its own TIME_PERIOD.
  public static let kind: StepKind = StepKind(
    "cooperation.spread",
    version: 1,
    summary: Message(
      "step.cooperation.spread",
      en: "splits values into years, by an agreed schedule or by days",
      fr: "répartit des valeurs par année, selon un échéancier convenu ou au prorata des jours"
    ),
    inputs: 1...2
  ) { preparation in
    let spreading = try Spreading(preparation)
    return PreparedStep(
      outputs: [
        StepOutput(
          spreading.structure,
          lineage: [.rows(input: 0, matching: spreading.keys)],
          isOrdered: true
        )
      ]
    ) { context in
      [try await spreading.spread(context)]
    }
  }
}

/// What the parameters of a `cooperation.spread` step say.
struct Spreading: Sendable {
  let structure: DataStructureDefinition
  /// The dimensions of the values.
  let keys: [String]
  /// The measures that are split.
  let measures: [String]

  init(_ preparation: StepPreparation) throws {
    let read = try preparation.parameters { table in
      (
        structure: try preparation.catalogue.structure(
          id: table.string("structure"),
          at: table.location(of: "structure")
        ),
        measures: table.strings("measures")
      )
    }
    (structure, measures) = (read.structure, read.measures)
    keys = preparation.inputs[0].dimensions.map(\.id)
    check(preparation.inputs, preparation.definition.location, preparation.collector)
    try preparation.collector.throwIfErrors()
  }

  private func check(
    _ inputs: [DataStructureDefinition],
    _ location: Location,
    _ collector: DiagnosticCollector
  ) {
    var needed = ["START", "END", "COMPONENT"].map { (inputs[0], $0) }
    if inputs.count == 2 { needed += [(inputs[1], "COMPONENT"), (inputs[1], "PERCENT")] }
    for (input, id) in needed {
      let kind = Register.kind(of: id)
      if let type = input[id]?.representation.columnType, kind.allows(type) { continue }
      collector.report(
        CooperationDefinitions.registerColumn.at(
          location,
          [
            "column": .text(id), "structure": .text(input.reference.id),
            "kind": .text(kind.rawValue),
          ]
        )
      )
    }
    let years = inputs.map { ($0, Self.year) } + [(structure, Self.year)]
    for (input, id) in years where input[id]?.representation.columnType != .string {
      collector.report(unknown(id, input, location))
    }
    for component in structure.components where component.id != Self.year {
      let isTaken =
        inputs[0][component.id]?.representation.columnType == component.representation.columnType
      if !isTaken { collector.report(unknown(component.id, structure, location)) }
    }
    for id in measures where structure[id] == nil {
      collector.report(unknown(id, structure, location))
    }
  }

  private func unknown(
    _ id: String,
    _ structure: DataStructureDefinition,
    _ location: Location
  ) -> Diagnostic {
    CooperationDefinitions.noOrigin.at(
      location,
      ["component": .text(id), "structure": .text(structure.reference.id)],
      suggestion: NearestName.of(id, among: structure.components.map(\.id))
    )
  }

  /// The component that takes the year.
  private static let year = "TIME_PERIOD"

  /// Splits the measures of each row of values.
  func spread(_ context: StepContext) async throws -> Plan {
    let values = try context.inputs[0].plan.select(context.inputs[0].structure.components.map(\.id))
    let schedule = context.inputs.count == 2 ? context.inputs[1].plan : nil
    let rows = WholeGroups(
      try await context.session.rows(of: try weighted(values, by: schedule))
    )
    let kernel = ShareKernel(structure, code: Self.year, measures)
    return try await context.session.ingest(
      into: context.tablePrefix + "years",
      schema: structure.schema
    ) {
      try await rows.next()
    } kernel: { group in
      try kernel.split(group)
    } inOrder: {
      $0
    }
  }

  /// The values with each of their years, its weight and its number among the years.
  private func weighted(_ values: Plan, by schedule: Plan?) throws(Diagnostic) -> Plan {
    var parts: [Plan] = []
    var rest = values
    if let schedule {
      let agreed = try SoundShares.of(schedule, by: "COMPONENT", code: Self.year)
      parts.append(
        try values.join(agreed, on: ["COMPONENT"]).adding([
          NamedExpression("_code", .column("_share"))
        ]).select(values.schema.names + ["_code", "_weight"])
      )
      rest = try rest.join(agreed.select(["COMPONENT"]).distinct(), .anti, on: ["COMPONENT"])
    }
    parts += [try byDays(rest), try whole(rest)]
    return try Plan.union(parts[0], Array(parts.dropFirst())).window([
      NamedWindow("_part", .rowNumber, partition: keys, order: [SortKey("_code")])
    ]).sort(by: keys + ["_code"])
  }

  private static let hasDays =
    Expression.call(.coalesce, Expression.column("START") <= .column("END"), .literal(false))

  /// Each year from the first day through the last, weighing its days.
  private func byDays(_ values: Plan) throws(Diagnostic) -> Plan {
    let first = Expression.call(.year, .column("START"))
    let years = try values.filter(Self.hasDays)
      .expanding("_year", from: first, through: .call(.year, .column("END")))
    let year = Expression.column("_year")
    let begin = Expression.call(.dayNumber, .call(.date, year, 1, 1))
    let end = Expression.call(.dayNumber, .call(.date, year, 12, 31))
    let from = Expression.call(.greatest, begin, .call(.dayNumber, .column("START")))
    let through = Expression.call(.least, end, .call(.dayNumber, .column("END")))
    let days = (through - from + 1).cast(to: SoundShares.weight)
    return try years.adding([
      NamedExpression("_code", year.cast(to: .string)), NamedExpression("_weight", days),
    ]).select(values.schema.names + ["_code", "_weight"])
  }

  /// What has no days stays in the year of its record.
  private func whole(_ values: Plan) throws(Diagnostic) -> Plan {
    let one = Expression.literal(.integer(1)).cast(to: SoundShares.weight)
    return try values.filter(!Self.hasDays).adding([
      NamedExpression("_code", .column(Self.year)), NamedExpression("_weight", one),
    ]).select(values.schema.names + ["_code", "_weight"])
  }
}
