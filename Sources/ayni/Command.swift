// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
import Glibc
internal import Platform

/// The command `ayni`.
@main
enum Command {
  /// The verbs, in the order in which one meets them.
  static let verbs: [Verb] = [
    .initialise, .doctor, .importFile, .check, .plan, .run, .publish, .report, .explain, .diff,
    .round, .register, .match, .vtl, .convert, .sdmx,
  ]

  static func main() async {
    let words = Array(CommandLine.arguments.dropFirst())
    let code = await answer(words)
    // Nothing is waiting for the end but memory, and the system takes that back at once.
    fflush(nil)
    _exit(code.rawValue)
  }

  private static func answer(_ words: [String]) async -> ExitCode {
    let console = Console(
      language: language(words),
      isJSON: words.contains("--json"),
      isQuiet: words.contains("--quiet"),
      isPlain: words.contains("--no-color")
    )
    do {
      return try await answer(words, console)
    } catch {
      let failure = DiagnosticFailure(wrapping: error)
      console.report(failure.diagnostics)
      return failure.exit
    }
  }

  private static func answer(_ words: [String], _ console: Console) async throws -> ExitCode {
    let position = verbPosition(words)
    let first = position.map { words[$0] }
    switch first {
    case nil, "help"?, "--help"?:
      let rest = position.map { Array(words[($0 + 1)...]) } ?? []
      try Help.show(about: verbPosition(rest).map { rest[$0] }, console)
      return .ok
    case "--version"?:
      console.result("ayni \(Programmes.version)")
      return .ok
    case let name?:
      guard let verb = verbs.first(where: { $0.name == name }) else {
        throw CommandDefinitions.unknownVerb.at(
          nil,
          ["verb": .text(name)],
          suggestion: NearestName.of(name, among: verbs.map(\.name))
        )
      }
      var rest = words
      if let position { rest.remove(at: position) }
      let arguments = try Arguments(name, rest, known: verb.options)
      if arguments.has("--help") {
        try Help.show(about: name, console)
        return .ok
      }
      return try await verb.run(Invocation(verb, arguments, console))
    }
  }

  /// Where the verb stands: the first word that is neither an option nor an option's value.
  private static func verbPosition(_ words: [String]) -> Int? {
    var position = 0
    while position < words.count {
      let word = words[position]
      if !word.hasPrefix("--") || ["--version", "--help"].contains(word) { return position }
      position += Arguments.common[word] == true ? 2 : 1
    }
    return nil
  }

  /// The language that was asked for: by `--lang`, else by the environment.
  private static func language(_ words: [String]) -> Language {
    if let position = words.firstIndex(of: "--lang"), position + 1 < words.count {
      return Language(locale: words[position + 1])
    }
    if let word = words.first(where: { $0.hasPrefix("--lang=") }) {
      return Language(locale: String(word.dropFirst(7)))
    }
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = variables.lazy.compactMap { ProcessEnvironment.value($0) }.first { !$0.isEmpty }
    return Language(locale: locale ?? "en")
  }
}
