// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
public import Project
internal import Relation
internal import Structures

/// The step that ranks solutions which countries offer for needs which others have.
public enum MatchStep {
  /// `cooperation.match`: needs, solutions, and what people decided about pairs of them.
  ///
  /// - Input: needs and solutions, one row = one of them, with ID and what is known of COUNTRY, TITLE, THEME,
  ///   SDG_TARGET, LANGUAGE, EVIDENCE, STATUS, VALID_FROM, VALID_TO; decisions with NEED, SOLUTION, DECISION.
  /// - Output: one row = one ranked pair: NEED, SOLUTION, RANK, SCORE, a reason each (THEME, TARGET, LANGUAGE,
  ///   TITLE, EVIDENCE, REGION, from zero to one), DECISION.
  /// - Method: ``SolutionMatching``. No country is matched with itself.
  public static let kind: StepKind = StepKind(
    "cooperation.match",
    version: 1,
    summary: Message(
      "step.cooperation.match",
      en: "ranks solutions that countries offer for needs that others have",
      fr: "classe les solutions que des pays offrent aux besoins que d'autres ont"
    ),
    inputs: 2...3
  ) { preparation in
    let settings = try MatchSettings(preparation)
    let key = { (output: String, input: Int) in
      LineageRule.rows(input: input, matching: [LineageKey(output: output, input: "ID")])
    }
    return PreparedStep(
      outputs: [
        StepOutput(
          settings.structure,
          lineage: [key("NEED", 0), key("SOLUTION", 1)],
          isOrdered: true
        )
      ]
    ) { context in
      let matching = SolutionMatching(
        try await settings.records(context, isSolutions: false),
        try await settings.records(context, isSolutions: true),
        settings.matching
      )
      let pairs = matching.pairs(try await decisions(settings, context))
      let columns = MatchColumns(structure: settings.structure, matching: matching)
      let table = context.tablePrefix + "pairs"
      return [
        try await context.session.ingest(into: table, schema: settings.structure.schema) {
          [batches = MatchBatches(pairs)] in
          await batches.next()
        } kernel: { pairs in
          try columns.batch(pairs)
        } inOrder: {
          [$0]
        }
      ]
    }
  }

  /// What people decided; words that are no decision are told and count as none.
  private static func decisions(
    _ settings: MatchSettings,
    _ context: StepContext
  ) async throws -> [MatchKey: MatchDecision] {
    guard let position = settings.decisions else { return [:] }
    let names = ["NEED", "SOLUTION", "DECISION"]
    let plan = try context.inputs[position].plan.select(names).sort(by: names)
    let rows = try await context.session.texts(of: plan, limit: 1_000_000)
    var found: [MatchKey: MatchDecision] = [:]
    var unknown = 0
    for row in rows.indices {
      guard let decision = MatchDecision(rawValue: rows[row, "DECISION"] ?? "") else {
        unknown += 1
        continue
      }
      let key = MatchKey(
        need: rows[row, "NEED"] ?? "",
        solution: rows[row, "SOLUTION"] ?? ""
      )
      found[key] = decision
    }
    if unknown > 0 {
      context.collector.report(
        CooperationDefinitions.matchDecision.at(
          nil,
          [
            "dataset": .text(context.inputs[position].name), "count": .count(unknown),
            "valid": .text(MatchDecision.allCases.map(\.rawValue).joined(separator: ", ")),
          ]
        )
      )
    }
    return found
  }
}

/// Hands pairs out in batches, to one task.
private actor MatchBatches {
  private var rest: ArraySlice<MatchedPair>

  init(_ pairs: [MatchedPair]) { rest = pairs[...] }

  func next() -> [MatchedPair]? {
    guard !rest.isEmpty else { return nil }
    let batch = Array(rest.prefix(10_000))
    rest = rest.dropFirst(batch.count)
    return batch
  }
}
