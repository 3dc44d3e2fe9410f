// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
public import Project
internal import Reconciliation
internal import Relation
internal import Structures

/// The step that compares what two offices, or two agencies of one, state about the same things.
public enum ReconcileStep {
  /// `reconcile`: our records beside theirs, each difference a task with its evidence.
  ///
  /// - Input: our records and the other office's, one row = one record; or one dataset, whose reporters
  ///   are compared with each other; and what people decided, one row = one pair.
  /// - Output: one row = one pair, or one record that has no counterpart: OURS, THEIRS (`_Z` for none),
  ///   OUTCOME, and the evidence: BASIS, SCORE, TITLE, RIVALS, AMOUNT_OURS, AMOUNT_THEIRS, DIFFERENCE,
  ///   PERCENT, YEAR_OURS, YEAR_THEIRS.
  /// - Method: ``Reconciliation``; a decision holds until what it was made on changes.
  public static let kind: StepKind = StepKind(
    "reconcile",
    version: 1,
    summary: Message(
      "step.reconcile",
      en: "compares two offices' records of the same things, and makes each difference a task",
      fr: "compare les données de deux offices sur les mêmes faits : chaque écart devient une tâche"
    ),
    inputs: 1...3
  ) { preparation in
    let request = try ReconciliationRequest(preparation)
    return PreparedStep(
      outputs: [StepOutput(request.structure, lineage: request.lineage, isOrdered: true)]
    ) { context in
      let pairs = try await request.pairs(context)
      tell(pairs, request, context)
      let columns = ReconciliationColumns(request.structure)
      return [
        try await context.session.ingest(
          into: context.tablePrefix + "pairs",
          schema: request.structure.schema
        ) { [batches = PairBatches(pairs)] in
          await batches.next()
        } kernel: { pairs in
          try columns.batch(pairs)
        } inOrder: {
          [$0]
        }
      ]
    }
  }

  /// Says how many tasks there are of each kind.
  private static func tell(
    _ pairs: [ReconciledPair],
    _ request: ReconciliationRequest,
    _ context: StepContext
  ) {
    let tasks: [(ReconciledPair.Outcome, DiagnosticDefinition)] = [
      (.differs, StepsDefinitions.recordsDiffer), (.likely, StepsDefinitions.recordsToConfirm),
    ]
    for (outcome, definition) in tasks {
      let count = pairs.count { $0.outcome == outcome }
      guard count > 0 else { continue }
      context.collector.report(
        definition.at(
          nil,
          [
            "count": .count(count), "ours": .text(context.inputs[0].name),
            "theirs": .text(context.inputs[request.positionOfTheirs].name),
          ]
        )
      )
    }
  }
}

/// Hands pairs out in batches, to one task.
private actor PairBatches {
  private var rest: ArraySlice<ReconciledPair>

  init(_ pairs: [ReconciledPair]) { rest = pairs[...] }

  func next() -> [ReconciledPair]? {
    guard !rest.isEmpty else { return nil }
    let batch = Array(rest.prefix(10_000))
    rest = rest.dropFirst(batch.count)
    return batch
  }
}
