// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// A verb of the command: what it is called, what it takes, what it does.
struct Verb: Sendable {
  let name: String
  /// How it is written.
  let usage: String
  /// What it does, in one sentence.
  let summary: Message
  /// Its own options; `true` where one takes a value.
  let options: [String: Bool]
  /// Does it.
  let run: @Sendable (Invocation) async throws -> ExitCode

  init(
    _ name: String,
    usage: String,
    _ summary: (en: String, fr: String),
    options: [String: Bool] = [:],
    run: @escaping @Sendable (Invocation) async throws -> ExitCode
  ) {
    self.name = name
    self.usage = usage
    self.summary = Message("verb." + name, en: summary.en, fr: summary.fr)
    self.options = options
    self.run = run
  }
}

/// One call of a verb: its arguments, and how to speak to the one who called.
struct Invocation: Sendable {
  let verb: Verb
  let words: [String]
  let console: Console
  private let options: [String: [String]]

  init(_ verb: Verb, _ arguments: Arguments, _ console: Console) {
    self.verb = verb
    words = arguments.words
    self.console = console
    var options: [String: [String]] = [:]
    for option in Array(Arguments.common.keys) + Array(verb.options.keys) {
      let values = arguments.all(option)
      if !values.isEmpty { options[option] = values }
    }
    self.options = options
  }

  subscript(_ option: String) -> String? { options[option]?.last }

  /// Every value of an option, in the order in which they are given.
  func all(_ option: String) -> [String] { options[option] ?? [] }

  func has(_ option: String) -> Bool { options[option] != nil }

  /// The folder of the project: named by `--project`, else where the command was called.
  var projectPath: String { self["--project"] ?? "." }

  /// Refuses a wrong number of words.
  func expectWords(_ range: ClosedRange<Int>) throws {
    guard range.contains(words.count) else { throw otherArguments }
  }

  /// What is told where the words do not go together.
  var otherArguments: Diagnostic { otherArguments(of: verb.name) }

  /// What is told where the words of a part of the verb do not go together.
  func otherArguments(of part: String) -> Diagnostic {
    CommandDefinitions.wrongArguments.at(
      nil,
      ["verb": .text(part), "usage": .text(verb.usage)]
    )
  }
}
