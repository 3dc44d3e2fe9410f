// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Structures

/// The narrative with which an office begins its chapter: headings, questions in double brackets, and the
/// sentences whose numbers the release has, each as a reference.
///
/// - Source: the usual outline of a voluntary national review, with what concerns South-South cooperation under
///   process (how others took part in the review) and content (what was done and what came of it).
struct ReviewDraft: Sendable {
  let table: MeasureTable
  let words: ReportWords
  let year: String

  /// The Markdown.
  var text: String {
    var lines: [String] = []
    for section in ReviewTexts.sections {
      lines.append("\(String(repeating: "#", count: section.level)) \(words.text(section.title))")
      if section.hasNumbers { lines += sentences }
      lines += section.questions.map { "[[\(words.text($0))]]" }
    }
    return lines.joined(separator: "\n\n") + "\n"
  }

  /// One sentence a direction, with the totals that are there; none where there is nothing.
  private var sentences: [String] {
    let parts = table.parts
    let sections = MeasureSections(table: table, words: words)
    return parts.directions.compactMap { direction in
      let found = sections.lines(parts.total).compactMap { line -> String? in
        let key = sections.key(line, direction, year)
        guard table.row(key) != nil else { return nil }
        let reference = table.reference(key, parts.value)
        let label = words.plain(table.label(line.group, of: parts.group))
        return "{{value \(reference.dataset) \(parts.value) "
          + reference.key.map { "\($0.component)=\($0.code)" }.joined(separator: " ")
          + "}} (\(line.group), \(label))"
      }
      guard !found.isEmpty else { return nil }
      return words.text(
        ReviewTexts.sentence,
        [
          "direction": .text(words.plain(table.label(direction, of: parts.direction))),
          "year": .text(year), "numbers": .text(found.joined(separator: words.language.semicolon)),
        ]
      )
    }
  }
}
