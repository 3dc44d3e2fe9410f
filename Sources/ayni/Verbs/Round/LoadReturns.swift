// SPDX-License-Identifier: Apache-2.0

internal import Cooperation
internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

extension Verb {
  /// `ayni round load`: each workbook is answered by itself, so that one that is refused keeps no other out.
  static func loadReturns(_ round: AnnualRound, _ invocation: Invocation) throws -> ExitCode {
    try invocation.expectWords(3...Int.max)
    let options = LoadingOptions(
      received: try day("--received", invocation),
      agency: invocation["--agency"],
      reopens: invocation.has("--reopen")
    )
    var exit = ExitCode.ok
    for file in invocation.words.dropFirst(2) {
      do {
        let loaded = try round.load(absolute(file), named: file, options)
        show(loaded, file, invocation.console)
        if loaded.problems > 0, exit == .ok { exit = .problemsInData }
      } catch {
        let failure = DiagnosticFailure(wrapping: error)
        invocation.console.report(failure.diagnostics)
        if exit == .ok || exit == .problemsInData { exit = failure.exit }
        // Where the project itself is in the way, the next workbook would meet the same.
        if failure.exit != .problemsInData { return exit }
      }
    }
    return exit
  }

  /// `ayni round back`: the workbook of an agency once more, with what the checks of the last run say.
  static func sendBack(_ round: AnnualRound, _ invocation: Invocation) async throws -> ExitCode {
    try invocation.expectWords(3...3)
    let findings = try await findings(about: round.registerName, invocation)
    let sent = try round.back(to: invocation.words[2], findings)
    show(sent, invocation.words[2], invocation.console)
    return .ok
  }

  /// What checks of registers found in the last run, or find now where something changed since.
  private static func findings(
    about register: String,
    _ invocation: Invocation
  ) async throws -> [RoundFinding] {
    let project = try OpenProject(invocation)
    let checks = project.graph.nodes.map(\.definition)
      .filter { $0.kind == CheckStep.kind.name && $0.inputs.contains(register) }
    guard !checks.isEmpty else { return [] }
    let session = try await project.session()
    let run = try Project.Run(
      project.folder,
      project.graph,
      session: session,
      registry: Programmes.registry,
      progress: invocation.console.progress
    )
    let datasets = try await run.steps().flatMap(\.datasets)
    var found: [RoundFinding] = []
    for dataset in datasets where checks.contains(where: { $0.outputs.contains(dataset.name) }) {
      let plan = try dataset.plan.select(["RULE", "RECORD", "FIELD", "CODE"])
      for try await batch in try await session.rows(of: plan) {
        for row in 0..<batch.rowCount {
          guard let rule = try batch["RULE"]?.string(at: row),
            let record = try batch["RECORD"]?.string(at: row),
            let code = try batch["CODE"]?.string(at: row),
            let definition = Programmes.registry.definition(of: DiagnosticCode(rawValue: code))
          else { continue }
          found.append(
            RoundFinding(
              record: record,
              field: try batch["FIELD"]?.string(at: row) ?? "",
              definition.at(nil, ["rule": .text(rule)])
            )
          )
        }
      }
    }
    return found
  }

  private static func show(_ loaded: LoadedReturn, _ file: String, _ console: Console) {
    let message: Message =
      switch loaded.outcome {
      case .taken: loaded.isNil ? RoundWords.takenNil : RoundWords.taken
      case .same: RoundWords.same
      case .replaced: RoundWords.replaced
      }
    console.note(
      message,
      [
        "file": .text(file), "agency": .text(loaded.agency), "added": .count(loaded.added.count),
        "updated": .count(loaded.updated.count), "unchanged": .count(loaded.unchanged),
      ]
    )
    if !loaded.updated.isEmpty {
      console.note(
        RoundWords.updated,
        ["records": .text(loaded.updated.prefix(20).joined(separator: ", "))]
      )
    }
    if !loaded.kept.isEmpty { console.note(RoundWords.kept, ["count": .count(loaded.kept.count)]) }
    if loaded.isLate { console.note(RoundWords.late, ["agency": .text(loaded.agency)]) }
    if loaded.problems + loaded.questions > 0 {
      console.note(
        RoundWords.problems,
        ["problems": .count(loaded.problems), "questions": .count(loaded.questions)]
      )
    }
    if let back = loaded.back { console.result(back) }
  }
}
