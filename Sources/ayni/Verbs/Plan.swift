// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

extension Verb {
  /// `ayni plan`: says what a run would compute, and why.
  static let plan = Verb(
    "plan",
    usage: "ayni plan",
    (
      en: "says what a run would compute, and why",
      fr: "dit ce qu'une exécution calculerait, et pourquoi"
    )
  ) { invocation in
    try invocation.expectWords(0...0)
    let project = try OpenProject(invocation)
    for step in try Run.plan(project.folder, project.graph) {
      guard !invocation.console.isJSON else {
        invocation.console.result(json(of: step))
        continue
      }
      let reason =
        step.isReady
        ? invocation.console.catalogue.text(ready)
        : invocation.console.catalogue.text(
          because,
          ["reasons": .text(step.reasons.joined(separator: ", "))]
        )
      invocation.console.result("\(step.step)\t\(step.kind)\t\(reason)")
    }
    return .ok
  }

  private static func json(of step: PlannedStep) -> JSONValue {
    .object([
      .init("step", .string(step.step)), .init("kind", .string(step.kind)),
      .init("isReady", .boolean(step.isReady)),
      .init("reasons", .array(step.reasons.map { .string($0) })),
    ])
  }

  private static let ready = Message("plan.ready", en: "stands ready", fr: "est prêt")
  private static let because = Message(
    "plan.because",
    en: "to be computed: {reasons}",
    fr: "à calculer : {reasons}"
  )
}
