// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Project
internal import Reconciliation
internal import Relation
internal import Structures
internal import Values

/// The register of what people decided about pairs: OURS, THEIRS, DECISION, and DIFFERENCE where a
/// difference was explained.
enum DecisionColumns {
  private static let texts = ["OURS", "THEIRS", "DECISION"]

  /// Reports columns that are missing or of another type.
  static func check(_ structure: DataStructureDefinition, _ preparation: StepPreparation) {
    let isDecimal =
      switch structure["DIFFERENCE"]?.representation.columnType {
      case .decimal, nil: true
      default: false
      }
    let wrong =
      texts.filter { structure[$0]?.representation.columnType != .string }
      + (isDecimal ? [] : ["DIFFERENCE"])
    for id in wrong {
      preparation.collector.report(
        StepsDefinitions.sideColumn.at(
          preparation.definition.location,
          [
            "name": .text(id), "structure": .text(structure.reference.id),
            "kind": id == "DIFFERENCE" ? "amount" : "text",
          ]
        )
      )
    }
  }

  /// The decisions, in the order of their pairs; answers that are no answer are reported.
  static func read(
    _ input: Dataset,
    _ context: StepContext
  ) async throws -> [ReconciliationDecision] {
    let hasDifference = input.structure["DIFFERENCE"] != nil
    let plan = try input.plan.select(texts + (hasDifference ? ["DIFFERENCE"] : []))
    var (decisions, unknown): ([ReconciliationDecision], Int) = ([], 0)
    for try await batch in try await context.session.rows(of: try plan.sort(by: texts)) {
      let differences = try batch["DIFFERENCE"].map { try NumberValues($0) }
      for row in 0..<batch.rowCount {
        let word = try batch["DECISION"]?.string(at: row) ?? ""
        guard let answer = ReconciliationDecision.Answer(rawValue: word) else {
          unknown += 1
          continue
        }
        decisions.append(
          ReconciliationDecision(
            ours: try batch["OURS"]?.string(at: row) ?? "",
            theirs: try batch["THEIRS"]?.string(at: row) ?? "",
            answer: answer,
            difference: differences.flatMap { values in
              values[row].flatMap { Decimal(unscaled: $0, scale: values.scale) }
            }
          )
        )
      }
    }
    if unknown > 0 {
      context.collector.report(
        StepsDefinitions.unknownDecision.at(
          nil,
          [
            "dataset": .text(input.name), "count": .count(unknown),
            "valid": .text(
              ReconciliationDecision.Answer.allCases.map(\.rawValue).joined(separator: ", ")
            ),
          ]
        )
      )
    }
    return decisions
  }
}
