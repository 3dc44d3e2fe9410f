// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Conversion
internal import Diagnostics
internal import Platform
internal import Project
internal import Relation
internal import Structures
internal import Values

/// What the parameters of a `convert` step say.
struct ConversionRequest: Sendable {
  let structure: DataStructureDefinition
  /// The component that is converted, and the one that takes the result.
  let amount: String
  let target: String
  /// The component of the series that is the rate.
  let rate: String
  let direction: ConversionDirection
  /// What a rate of the series is per: 1, or 100 for index numbers.
  let base: Decimal
  /// Components of input and series whose values have to be equal.
  let matches: [LineageKey]
  /// The days of input and series; `nil` where all that matches are equal values.
  let days: LineageKey?
  /// The age in days from which a rate is old.
  let oldest: Int
  /// Components of the output that take something of the rate that was used, such as its source.
  let kept: [LineageKey]
  private let location: Location

  init(_ preparation: StepPreparation) throws {
    let collector = preparation.collector
    let read = try preparation.parameters { table in
      (
        structure: try preparation.catalogue.structure(
          id: table.string("structure"),
          at: table.location(of: "structure")
        ),
        amount: table.string("amount"), target: table.string("into"), rate: table.string("rate"),
        direction: table.choice("direction", collector) as ConversionDirection?,
        base: table.optionalInteger("base") ?? 1,
        matches: Self.pairs("match", table), days: Self.pairs("day", table),
        oldest: table.optionalInteger("oldest_days") ?? 31, kept: Self.pairs("keep", table)
      )
    }
    (structure, amount, target, rate) = (read.structure, read.amount, read.target, read.rate)
    direction = read.direction ?? .divide
    base = Decimal(max(1, read.base))
    (matches, days, oldest, kept) = (read.matches, read.days.first, read.oldest, read.kept)
    location = preparation.definition.location
    check(preparation.inputs, collector)
    try collector.throwIfErrors()
  }

  /// `NAME = "OTHER"`: the left side belongs to the output or input, the right side to the series.
  private static func pairs(_ key: String, _ table: TOMLTableReader) -> [LineageKey] {
    table.table(key) { pairs in
      pairs.keys.map { LineageKey(output: $0, input: pairs.string($0)) }
    } ?? []
  }

  private func check(_ inputs: [DataStructureDefinition], _ collector: DiagnosticCollector) {
    let (input, series) = (inputs[0], inputs[1])
    for (id, owner) in [(amount, input), (target, structure), (rate, series)] {
      if case .decimal? = owner[id]?.representation { continue }
      collector.report(missing(id, owner, kind: "decimal"))
    }
    for match in matches {
      let type = input[match.output]?.representation.columnType
      if type == nil { collector.report(missing(match.output, input, kind: "text")) }
      if series[match.input]?.representation.columnType != type {
        collector.report(missing(match.input, series, kind: type.map { "\($0)" } ?? "text"))
      }
    }
    if let days {
      for (id, owner) in [(days.output, input), (days.input, series)]
      where owner[id]?.representation.columnType != .date {
        collector.report(missing(id, owner, kind: "date"))
      }
    }
    for pair in kept where series[pair.input] == nil {
      collector.report(missing(pair.input, series, kind: "any"))
    }
    for component in structure.components where component.id != target {
      let type = component.representation.columnType
      let source = kept.first { $0.output == component.id }
      let origin = source.map { series[$0.input] } ?? input[component.id]
      if origin?.representation.columnType == type { continue }
      collector.report(missing(component.id, source == nil ? input : series, kind: "\(type)"))
    }
  }

  private func missing(
    _ id: String,
    _ structure: DataStructureDefinition,
    kind: String
  ) -> Diagnostic {
    StepsDefinitions.rateColumn.at(
      location,
      [
        "column": .text(id), "structure": .text(structure.reference.id), "kind": .text(kind),
      ],
      suggestion: NearestName.of(id, among: structure.components.map(\.id))
    )
  }

  /// The converted amounts of a batch of matched rows.
  func converted(_ batch: RecordBatch) throws -> Column? {
    guard let amounts = batch[amount], let rates = batch[RateMatch.rate],
      case .decimal(let precision, let scale)? = structure[target]?.representation
    else { return nil }
    return try DecimalColumnConversion.converted(
      amounts,
      by: rates,
      direction,
      base: base,
      as: target,
      precision: precision,
      scale: scale
    )
  }

  /// Says how many amounts have no rate, and how many rates are old.
  func tell(_ rows: Plan, _ context: StepContext) async throws {
    let hasRate = Expression.column(RateMatch.rate).isNotNull
    let isOld =
      rows.schema[RateMatch.age] == nil
      ? Expression.literal(false)
      : Expression.call(
        .coalesce,
        Expression.column(RateMatch.age) > .literal(.integer(Int64(oldest))),
        .literal(false)
      )
    let isStated = Expression.column(amount).isNotNull
    let one = Expression.literal(.integer(1))
    let counts = try rows.aggregate(
      by: [],
      [
        NamedAggregate("all", .countRows),
        NamedAggregate(
          "missing",
          .count(
            .choice([(condition: isStated && !hasRate, value: one)])
          )
        ),
        NamedAggregate(
          "old",
          .count(.choice([(condition: isStated && hasRate && isOld, value: one)]))
        ),
      ]
    )
    for try await batch in try await context.session.rows(of: counts) where batch.rowCount > 0 {
      let all = Int(try batch["all"]?.integer(at: 0) ?? 0)
      let missing = Int(try batch["missing"]?.integer(at: 0) ?? 0)
      let old = Int(try batch["old"]?.integer(at: 0) ?? 0)
      let names: [String: MessageArgument] = [
        "dataset": .text(context.inputs[0].name), "rates": .text(context.inputs[1].name),
        "all": .count(all), "days": .count(oldest),
      ]
      for (rows, definition) in [
        (missing, StepsDefinitions.ratesMissing), (old, StepsDefinitions.ratesOld),
      ] where rows > 0 {
        context.collector.report(
          definition.at(location, names.merging(["rows": .count(rows)]) { _, new in new })
        )
      }
    }
  }
}
