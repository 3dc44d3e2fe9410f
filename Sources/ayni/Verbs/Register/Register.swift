// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform
internal import Project
internal import Structures

extension Verb {
  /// `ayni register`: a register as a workbook with lists to choose from, and back.
  static let register = Verb(
    "register",
    usage: """
      ayni register export NAME FILE.xlsx
      ayni register load NAME FILE.xlsx [--remove] [--dry-run]
      """,
    (
      en: "gives a register out as a workbook and takes it back",
      fr: "donne un registre sous forme de classeur et le reprend"
    ),
    options: ["--remove": false, "--dry-run": false]
  ) { invocation in
    try invocation.expectWords(3...3)
    let project = try ProjectFolder(invocation.projectPath)
    let register = try RegisterFile(invocation.words[1], in: project)
    let exchange = try RegisterExchange(register, project)
    switch invocation.words[0] {
    case "export":
      let bytes = try exchange.workbook(in: invocation.console.catalogue.language)
      try DurableFile.write(bytes, to: absolute(invocation.words[2]))
      invocation.console.result(invocation.words[2])
      return .ok
    case "load": return try load(exchange, project, invocation)
    default:
      try invocation.expectWords(Int.max...Int.max)
      return .usage
    }
  }

  private static func load(
    _ exchange: RegisterExchange,
    _ project: ProjectFolder,
    _ invocation: Invocation
  ) throws -> ExitCode {
    let folder = try project.root.resolve(".ayni")
    try DurableFolder.create(folder)
    let lock = try FolderLock(folder)
    let file = invocation.words[2]
    let loaded = try exchange.load(
      absolute(file),
      named: file,
      removes: invocation.has("--remove"),
      isTrial: invocation.has("--dry-run")
    )
    _ = consume lock
    invocation.console.report(loaded.remarks)
    if loaded.remarks.exit != .ok { return loaded.remarks.exit }
    invocation.console.note(
      taken,
      [
        "register": .text(invocation.words[1]), "added": .count(loaded.added),
        "corrected": .count(loaded.corrected), "unchanged": .count(loaded.unchanged),
        "gone": .count(loaded.gone),
      ]
    )
    if loaded.gone > 0, !invocation.has("--remove") {
      invocation.console.note(kept, ["gone": .count(loaded.gone)])
    }
    return .ok
  }

  private static let taken = Message(
    "register.taken",
    en:
      "{register}: {added} new, {corrected} corrected, {unchanged} as they were, {gone} not there",
    fr: "{register} : {added} nouveaux, {corrected} corrigés, {unchanged} inchangés, {gone} absents"
  )
  private static let kept = Message(
    "register.kept",
    en: "{gone} {gone|record was|records were} not in the workbook and stay; --remove removes them",
    fr:
      "{gone} {gone|enregistrement n'était|enregistrements n'étaient} pas dans le classeur et {gone|reste|restent} ; --remove les retire"
  )
}
