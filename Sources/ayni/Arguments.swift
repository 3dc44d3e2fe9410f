// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// A command line cut into options and other words.
struct Arguments {
  /// The words that are no options, in order.
  let words: [String]
  private let options: [String: [String]]

  /// Options that every verb has; `true` where the option takes a value.
  static let common: [String: Bool] = [
    "--project": true, "--lang": true, "--json": false, "--quiet": false, "--no-color": false,
    "--help": false,
  ]

  /// Cuts a command line.
  ///
  /// - Parameters:
  ///   - verb: the verb, for messages.
  ///   - words: what follows it.
  ///   - known: the verb's own options; `true` where one takes a value.
  /// - Throws: `command.unknown-option` with the nearest one, `command.option-value`,
  ///   `command.unknown-language`.
  init(_ verb: String, _ words: [String], known: [String: Bool]) throws {
    let all = Arguments.common.merging(known) { _, own in own }
    var options: [String: [String]] = [:]
    var rest: [String] = []
    var position = 0
    while position < words.count {
      let word = words[position]
      position += 1
      guard word.hasPrefix("--"), word.count > 2 else {
        rest.append(word)
        continue
      }
      let halves = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard let takesValue = all[halves[0]] else {
        throw CommandDefinitions.unknownOption.at(
          nil,
          ["verb": .text(verb), "option": .text(halves[0])],
          suggestion: NearestName.of(halves[0], among: all.keys)
        )
      }
      if !takesValue {
        options[halves[0], default: []].append("")
      } else if halves.count == 2 {
        options[halves[0], default: []].append(halves[1])
      } else if position < words.count {
        options[halves[0], default: []].append(words[position])
        position += 1
      } else {
        throw CommandDefinitions.missingValue.at(nil, ["option": .text(halves[0])])
      }
    }
    if let asked = options["--lang"]?.last, Language(spokenIn: asked) == nil {
      throw CommandDefinitions.unknownLanguage.at(
        nil,
        [
          "language": .text(asked),
          "languages": .text(Language.spoken.map(\.rawValue).joined(separator: ", ")),
        ]
      )
    }
    self.words = rest
    self.options = options
  }

  /// The value of an option, the last where it is given several times; `nil` where it is not given.
  subscript(_ option: String) -> String? { options[option]?.last }

  /// Every value of an option, in the order in which they are given.
  func all(_ option: String) -> [String] { options[option] ?? [] }

  /// Whether an option is given.
  func has(_ option: String) -> Bool { options[option] != nil }
}
