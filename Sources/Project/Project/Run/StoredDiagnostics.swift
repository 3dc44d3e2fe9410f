// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import FoundationEssentials

/// Diagnostics of a step as they are kept with its result, so that a run that computes nothing tells
/// the same story as the run that computed everything.
struct StoredDiagnostics: Codable {
  private let entries: [Entry]

  private struct Entry: Codable {
    let code: String
    let location: Place?
    let texts: [String: String]
    let counts: [String: Int]
    let suggestion: String?
    let rows: Int?
    let first: Place?
  }

  private struct Place: Codable {
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
      for (name, argument) in diagnostic.arguments {
        switch argument {
        case .text(let text): texts[name] = text
        case .count(let count): counts[name] = count
        }
      }
      return Entry(
        code: diagnostic.code.rawValue,
        location: Place(diagnostic.location),
        texts: texts,
        counts: counts,
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
