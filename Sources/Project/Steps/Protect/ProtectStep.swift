// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Disclosure
public import Project
internal import Relation
internal import Structures

/// The step that withholds what would show too few contributors.
public enum ProtectStep {
  /// `protect`: the measures of unsafe cells are blank, and those of the cells that would give them away.
  ///
  /// - Input: totals, one row = one cell; and the records behind them, one row = one record.
  /// - Output: the same cells; withheld measures are blank and the status says why.
  /// - Method: ``ThresholdRule`` counts the contributors of records that are not public;
  ///   ``SecondarySuppression`` looks at what those records add to each cell, since what public ones add can
  ///   be taken out by anybody.
  public static let kind: StepKind = StepKind(
    "protect",
    version: 1,
    summary: Message(
      "step.protect",
      en: "withholds what would show too few contributors, and what would give it away",
      fr: "masque ce qui montrerait trop peu de contributeurs, et ce qui le trahirait"
    ),
    inputs: 2...2
  ) { preparation in
    let protection = try Protection(preparation)
    let keys = protection.structure.dimensions.map(\.id)
    return PreparedStep(
      outputs: [
        StepOutput(protection.structure, lineage: [.rows(input: 0, matching: keys)])
      ]
    ) { context in
      let cells = try await ProtectedCells(protection, context)
      let suppression = SecondarySuppression(cells.cells) {
        protection.rule.isUnsafe($0.contributors)
      }
      let (decisions, start) = (suppression.decisions, ContinuousClock.now)
      let statuses = suppression.pattern { decided in
        guard decided % 256 == 0 else { return }
        context.progress(
          Progress(
            context.inputs[0].name,
            done: decided,
            of: decisions,
            elapsed: ContinuousClock.now - start
          )
        )
      }
      tell(statuses, protection, context)
      return [try await cells.protected(statuses, protection, context)]
    }
  }

  private static func tell(
    _ statuses: [CellStatus],
    _ protection: Protection,
    _ context: StepContext
  ) {
    let primary = statuses.count { $0 == .primary }
    guard primary > 0 else { return }
    context.collector.report(
      StepsDefinitions.cellsWithheld.at(
        nil,
        [
          "primary": .count(primary), "secondary": .count(statuses.count { $0 == .secondary }),
          "cells": .count(statuses.count), "dataset": .text(context.inputs[0].name),
          "minimum": .count(protection.rule.minimum),
        ]
      )
    )
  }
}
