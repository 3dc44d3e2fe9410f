// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Steps

extension Verb {
  /// `ayni import`: takes a file into the project and writes a source and a structure to correct.
  static let importFile = Verb(
    "import",
    usage: "ayni import FILE [--name NAME] [[--sheet NAME] [--dry-run] | --replace]",
    (
      en: "takes a file into the project, with a guessed structure to correct",
      fr: "prend un fichier dans le projet, avec une structure devinée à corriger"
    ),
    options: ["--name": true, "--sheet": true, "--dry-run": false, "--replace": false]
  ) { invocation in
    try invocation.expectWords(1...1)
    // What is wrong elsewhere in the project may be what the file will mend.
    let root = try ProjectFolder.root(invocation.projectPath)
    if invocation.has("--replace") {
      // The sheet stands in the source, which keeps what was corrected.
      if invocation.has("--dry-run") || invocation["--sheet"] != nil {
        throw invocation.otherArguments
      }
      return try replace(invocation, in: root)
    }
    let guess = try SourceGuess(
      absolute(invocation.words[0]),
      name: invocation["--name"],
      sheet: invocation["--sheet"]
    )
    invocation.console.report(guess.doubts)
    if invocation.has("--dry-run") {
      for file in guess.files { invocation.console.result("# \(file.path)\n\(file.text)") }
      return .ok
    }
    let written = try guess.write(to: root)
    invocation.console.note(taken, ["name": .text(guess.name)])
    for path in written { invocation.console.result(path) }
    return .ok
  }

  private static func replace(
    _ invocation: Invocation,
    in root: RootedFolder
  ) throws -> ExitCode {
    let newer = try NewerFile(
      absolute(invocation.words[0]),
      name: invocation["--name"],
      in: root
    )
    let written = try newer.write(to: root)
    invocation.console.note(replaced, ["name": .text(newer.name), "file": .text(written[0])])
    for path in written { invocation.console.result(path) }
    return .ok
  }

  private static let replaced = Message(
    "import.replaced",
    en:
      "{name} is read from {file} from now on; all else stays as it was corrected, run the project next",
    fr: """
      {name} se lit désormais dans {file} ; tout le reste demeure tel qu'il a été corrigé, calculez \
      maintenant le projet
      """
  )

  private static let taken = Message(
    "import.taken",
    en: """
      taken as {name}: roles and types are guesses, correct them in the files below; to publish it, \
      add "{name}" to datasets under [release] in ayni.toml
      """,
    fr: """
      pris sous le nom {name} : rôles et types sont devinés, corrigez-les dans les fichiers \
      ci-dessous ; pour le publier, ajoutez "{name}" à datasets sous [release] dans ayni.toml
      """
  )
}
