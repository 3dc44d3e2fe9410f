// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Structures

/// Who answered, in a sentence: `Round 2025: 8 of 10 agencies returned (nil return: 1); late: 1;
/// outstanding: 1`.
struct CoverageStatement {
  private let coverage: Coverage

  init(_ coverage: Coverage) { self.coverage = coverage }

  /// The sentence in a language.
  func text(in language: Language) -> String {
    let words = Catalogue(language)
    let returned = coverage.returned.map(\.count).reduce(0, +)
    var text = words.text(
      SiteTexts.coverage,
      [
        "title": .text(coverage.title.text(in: language) ?? ""), "returned": .count(returned),
        "asked": .count(coverage.asked), "units": .text(coverage.units.text(in: language) ?? ""),
      ]
    )
    // The first status is the plain one; what is particular about the others is said.
    let particular = coverage.returned.dropFirst().filter { $0.count > 0 }
    if !particular.isEmpty {
      text += " (" + particular.map { named($0, words) }.joined(separator: ", ") + ")"
    }
    return ([text] + coverage.others.map { named($0, words) }).joined(
      separator: words.text(SiteTexts.coverageMark)
    )
  }

  private func named(_ share: Coverage.Share, _ words: Catalogue) -> String {
    words.text(
      SiteTexts.coverageShare,
      [
        "status": .text(share.label.text(in: words.language) ?? ""), "count": .count(share.count),
      ]
    )
  }
}
