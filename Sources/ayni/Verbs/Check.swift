// SPDX-License-Identifier: Apache-2.0

internal import Cooperation
internal import Diagnostics
internal import Project
internal import Structures

extension Verb {
  /// `ayni check`: reads every file of the project and computes nothing; or one SDMX message.
  static let check = Verb(
    "check",
    usage: "ayni check [FILE [--structure FILE] [--agencies FILE]]",
    (
      en:
        "reads every file of the project, an SDMX message or an IATI file, and says all that is wrong",
      fr:
        "lit chaque fichier du projet, un message SDMX ou un fichier IATI, et dit ce qui ne va pas"
    ),
    options: ["--structure": true, "--agencies": true]
  ) { invocation in
    try invocation.expectWords(0...1)
    if let file = invocation.words.first {
      if try isIATI(file) { return try checkIATI(file, invocation) }
      return try await checkMessage(file, invocation)
    }
    let project = try OpenProject(invocation)
    try project.checkParts()
    let collector = DiagnosticCollector()
    collector.collecting { try project.checkReports() }
    for year in try AnnualRound.years(of: project.folder) {
      collector.collecting { _ = try AnnualRound(year, in: project.folder) }
    }
    try collector.throwIfErrors()
    let read = Set(project.graph.nodes.flatMap(\.prepared.files))
    invocation.console.report(try project.folder.unreadStructures(besides: read))
    invocation.console.note(
      sound,
      [
        "steps": .count(project.graph.nodes.count),
        "structures": .count(project.folder.catalogue.structures.count),
        "codelists": .count(project.folder.catalogue.codelists.count),
      ]
    )
    return .ok
  }

  private static let sound = Message(
    "check.sound",
    en: """
      sound: {steps} {steps|step|steps}, {structures} {structures|structure|structures}, \
      {codelists} {codelists|codelist|codelists}
      """,
    fr: """
      en ordre : {steps} {steps|étape|étapes}, {structures} {structures|structure|structures}, \
      {codelists} {codelists|liste|listes} de codes
      """
  )
}
