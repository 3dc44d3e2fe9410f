// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Project
internal import Relation
internal import Structures
internal import VTL

/// The step that runs a script of the validation and transformation language.
public enum ScriptStep {
  /// `vtl`: results of a script under `rules/` as datasets.
  ///
  /// - Input: any datasets; the script knows them by their names.
  /// - Output: the results of the script that the step's file names.
  /// - Source: VTL 2.2.
  public static let kind: StepKind = StepKind(
    "vtl",
    version: 2,
    summary: Message(
      "step.vtl",
      en: "runs a VTL script of rules/ on datasets",
      fr: "exécute un script VTL de rules/ sur des jeux de données"
    ),
    inputs: 1...Int.max,
    outputs: 1...Int.max
  ) { preparation in
    let script = try ScriptOutputs(preparation)
    return PreparedStep(files: [script.file], outputs: script.outputs) { context in
      try await script.run(context)
    }
  }
}
