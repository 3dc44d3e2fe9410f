// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Project
internal import Relation
internal import Structures

/// The step that puts datasets of one structure together.
public enum UnionStep {
  /// `union`: all rows of the inputs, one after the other.
  ///
  /// - Input: datasets of one structure.
  /// - Output: their rows; none is dropped, and repeated keys are found by the structure's checks.
  public static let kind: StepKind = StepKind(
    "union",
    version: 1,
    summary: Message(
      "step.union",
      en: "puts datasets of one structure together",
      fr: "réunit des jeux de données d'une même structure"
    ),
    inputs: 1...Int.max
  ) { preparation in
    guard let structure = preparation.inputs.first,
      preparation.inputs.allSatisfy({ $0.reference == structure.reference })
    else {
      throw StepsDefinitions.sameStructure.at(
        preparation.definition.location,
        ["step": .text(preparation.definition.name)]
      )
    }
    try preparation.parameters { _ in }
    let keys = structure.dimensions.map(\.id)
    return PreparedStep(
      outputs: [
        StepOutput(
          structure,
          lineage: preparation.inputs.indices.map { .rows(input: $0, matching: keys) },
          assured: Set(structure.components.map(\.id))
        )
      ]
    ) { context in
      let plans = try context.inputs.map { try $0.plan.select(structure.components.map(\.id)) }
      return [try Plan.union(plans[0], Array(plans.dropFirst()))]
    }
  }
}
