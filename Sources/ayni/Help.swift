// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What `ayni help` says: examples first, then the verbs.
enum Help {
  /// Shows the help of a verb, or of the command as a whole.
  static func show(about name: String?, _ console: Console) throws {
    if let name {
      guard let verb = Command.verbs.first(where: { $0.name == name }) else {
        throw CommandDefinitions.unknownVerb.at(
          nil,
          ["verb": .text(name)],
          suggestion: NearestName.of(name, among: Command.verbs.map(\.name))
        )
      }
      show(verb, console)
      return
    }
    console.result(console.catalogue.text(introduction))
    console.result("")
    let width = Command.verbs.map(\.name.count).max() ?? 0
    for verb in Command.verbs {
      let padding = String(repeating: " ", count: width - verb.name.count)
      console.result("  ayni \(verb.name)\(padding)  \(console.catalogue.text(verb.summary))")
    }
    console.result("")
    console.result(console.catalogue.text(closing))
  }

  private static func show(_ verb: Verb, _ console: Console) {
    console.result(verb.usage)
    console.result("")
    console.result("  " + console.catalogue.text(verb.summary))
    let own = verb.options.map { $0.value ? "\($0.key) …" : $0.key }
    let common = Arguments.common.map { $0.value ? "\($0.key) …" : $0.key }
    console.result("")
    console.result("  " + (own.sorted() + common.sorted()).joined(separator: "  "))
  }

  private static let introduction = Message(
    "help.introduction",
    en: """
      ayni init my-office     begins a project with an example
      cd my-office
      ayni run                computes it and shows where the site is
      """,
    fr: """
      ayni init mon-bureau    commence un projet avec un exemple
      cd mon-bureau
      ayni run                le calcule et dit où est le site
      """
  )

  private static let closing = Message(
    "help.closing",
    en: """
      Every verb takes --project FOLDER, --lang en|fr, --json, --quiet, --no-color.
      Exit codes: 0 ok, 1 problems in the data, 2 usage or project file, 3 environment, \
      4 not authorised, 5 blocked, 6 partial, 70 a fault of Ayni's own, 130 interrupted.
      """,
    fr: """
      Chaque verbe prend --project DOSSIER, --lang en|fr, --json, --quiet, --no-color.
      Codes de sortie : 0 ok, 1 problèmes dans les données, 2 usage ou fichier du projet, \
      3 environnement, 4 non autorisé, 5 bloqué, 6 partiel, 70 erreur interne, 130 interrompu.
      """
  )
}
