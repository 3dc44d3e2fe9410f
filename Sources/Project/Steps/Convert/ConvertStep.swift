// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
public import Project
internal import Relation
internal import Structures

/// The step that converts amounts by dated series: exchange rates, purchasing power parities, deflators.
public enum ConvertStep {
  /// `convert`: each amount by the rate of its own currency or country, and of its own time.
  ///
  /// - Input: any dataset, one row = one amount; and the series, one row = one rate of one currency or
  ///   country at one time, with its source.
  /// - Output: the rows of the input with the converted amount, and with the rate and its source where the
  ///   structure has a place for them.
  /// - Method: `amount · base ÷ rate` where rates are units for one reference unit (or index numbers with a
  ///   base), `amount · rate ÷ base` where they are reference units for one unit; exact, rounded once, half
  ///   away from zero. Rates match by equal columns; where days are named, the last rate on or before the day
  ///   counts, and old ones are told (rule V14). What has no rate keeps a blank.
  public static let kind: StepKind = StepKind(
    "convert",
    version: 1,
    summary: Message(
      "step.convert",
      en: "converts amounts by exchange rates, purchasing power parities or deflators",
      fr: "convertit des montants par taux de change, parités de pouvoir d'achat ou déflateurs"
    ),
    inputs: 2...2
  ) { preparation in
    let request = try ConversionRequest(preparation)
    let keys = request.structure.dimensions.map(\.id)
    return PreparedStep(
      outputs: [StepOutput(request.structure, lineage: [.rows(input: 0, matching: keys)])]
    ) { context in
      let matched = try RateMatch(request).plan(context.inputs[0].plan, context.inputs[1].plan)
      let table = context.tablePrefix + "matched"
      try await context.session.keep(matched, as: table)
      let rows = Plan.scan(.table(table), schema: matched.schema)
      try await request.tell(rows, context)
      let schema = request.structure.schema
      let converted = try await context.session.transform(
        rows,
        into: context.tablePrefix + "converted",
        schema: schema,
        context.collector
      ) { batch, _ in
        let result = try request.converted(batch)
        return try RecordBatch(
          schema.fields.compactMap { $0.name == request.target ? result : batch[$0.name] }
        )
      }
      return [converted]
    }
  }
}
