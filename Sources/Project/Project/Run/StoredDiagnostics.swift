// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import FoundationEssentials

/// Diagnostics of a step as they are kept with its result, so that a run that computes nothing tells
/// the same story as the run that computed everything.
struct StoredDiagnostics: Codable, Sendable, Hashable {
  private let entries: [Entry]

  private struct Entry: Codable, Hashable {
    let code: String
    let location: Place?
    let texts: [String: String]
    let counts: [String: Int]
    let messages: [String: Words]?
    let suggestion: String?
    let rows: Int?
    let first: Place?
  }

  private struct Words: Codable, Hashable {
    let key: String
    let english: String
    let french: String

    init(_ message: Message) {
      (key, english, french) = (message.key, message.english, message.french)
    }

    var message: Message { Message(key, en: english, fr: french) }
  }

  private struct Place: Codable, Hashable {
    let file: String
    let line: Int?
    let column: Int?

    init?(_ location: Location?) {
      guard let location else { return nil }
      (file, line, column) = (location.file, location.line, location.column)
    }

    var location: Location { Location(file, line: line, column: column) }
  }

  init(_ diagnostics: [Diagnostic]) {
    entries = diagnostics.map { diagnostic in
      var texts: [String: String] = [:]
      var counts: [String: Int] = [:]
      var messages: [String: Words] = [:]
      for (name, argument) in diagnostic.arguments {
        switch argument {
        case .text(let text): texts[name] = text
        case .count(let count): counts[name] = count
        case .message(let message): messages[name] = Words(message)
        }
      }
      return Entry(
        code: diagnostic.code.rawValue,
        location: Place(diagnostic.location),
        texts: texts,
        counts: counts,
        messages: messages.isEmpty ? nil : messages,
        suggestion: diagnostic.suggestion,
        rows: diagnostic.occurrences?.count,
        first: Place(diagnostic.occurrences?.first)
      )
    }
  }

  /// The diagnostics, with the definitions of this Ayni; a code that is gone is passed over.
  func diagnostics(_ registry: DiagnosticRegistry) -> [Diagnostic] {
    entries.compactMap { entry in
      guard let definition = registry.definition(of: DiagnosticCode(rawValue: entry.code)) else {
        return nil
      }
      var arguments = entry.texts.mapValues { MessageArgument.text($0) }
      for (name, count) in entry.counts { arguments[name] = .count(count) }
      for (name, words) in entry.messages ?? [:] { arguments[name] = .message(words.message) }
      let diagnostic = definition.at(
        entry.location?.location,
        arguments,
        suggestion: entry.suggestion
      )
      guard let rows = entry.rows, let first = entry.first else { return diagnostic }
      return diagnostic.occurring(rows, first: first.location)
    }
  }
}
