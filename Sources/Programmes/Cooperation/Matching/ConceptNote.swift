// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Project
internal import Structures

/// A concept note on a match: what is needed, what is offered, why they fit, and what is still to be agreed.
public enum ConceptNote {
  /// The note, from what the registers hold.
  ///
  /// - Parameters:
  ///   - match: the pair.
  ///   - desk: the registers, for names of components and codes.
  ///   - language: the language.
  /// - Returns: the note; what no register holds is listed, not made up.
  /// - Throws: what reading the decisions gives.
  public static func document(
    _ match: Match,
    _ desk: MatchDesk,
    in language: Language
  ) throws -> ReportDocument {
    let note = NoteWriter(match: match, desk: desk, words: ReportWords(language))
    return ReportDocument(
      language,
      title: note.title,
      subtitle: note.subtitle,
      layout: .flowing,
      blocks: try note.blocks()
    )
  }
}

private struct NoteWriter {
  let match: Match
  let desk: MatchDesk
  let words: ReportWords

  /// The components that are shown, and those that a note cannot do without.
  private static let shown = [
    "COUNTRY", "ORGANISATION", "TITLE", "DESCRIPTION", "THEME", "SDG_TARGET", "LANGUAGE",
    "MODALITY",
    "EVIDENCE",
  ]
  private static let reasons = ["THEME", "TARGET", "LANGUAGE", "TITLE", "EVIDENCE", "REGION"]

  var title: String {
    words.text(
      MatchTexts.noteTitle,
      ["title": .text(match.need.values["TITLE"] ?? match.need.id)]
    )
  }

  var subtitle: String {
    words.text(
      MatchTexts.noteSubtitle,
      ["need": .text(match.need.id), "solution": .text(match.solution.id)]
    )
  }

  func blocks() throws -> [ReportBlock] {
    var blocks: [ReportBlock] = [heading(MatchTexts.needAndSolution), .table(sides)]
    blocks.append(heading(MatchTexts.whyTheyFit))
    if let ranked = match.ranked {
      blocks += [.paragraph(rank(ranked)), .table(reasons(ranked))]
    } else {
      blocks.append(.paragraph(words.line(MatchTexts.notRanked)))
    }
    blocks.append(heading(MatchTexts.decision))
    blocks.append(.paragraph(try decision()))
    blocks.append(heading(MatchTexts.toAgree))
    blocks.append(.list(isOrdered: false, toAgree.map { [.paragraph($0)] }))
    return blocks
  }

  /// The need and the solution side by side.
  private var sides: ReportTable {
    let rows = NoteWriter.shown.compactMap { id -> ReportTable.Row? in
      let cells = [
        cell(id, match.need, desk.needStructure), cell(id, match.solution, desk.solutionStructure),
      ]
      guard cells.contains(where: { !$0.isEmpty }) else { return nil }
      return ReportTable.Row([.phrase(name(of: id))], cells.map { $0.isEmpty ? [.text(" ")] : $0 })
    }
    return ReportTable(
      caption: [.text(words.text(MatchTexts.sideBySide))],
      headings: [
        [ReportTable.Heading([.text(words.text(MatchTexts.what))], isNumeric: false)]
          + [MatchTexts.need, MatchTexts.solution].map {
            ReportTable.Heading([.text(words.text($0))], isNumeric: false)
          }
      ],
      rows: rows
    )
  }

  private func cell(
    _ id: String,
    _ record: Match.Record,
    _ structure: DataStructureDefinition
  ) -> [ReportInline] {
    guard let value = record.values[id], let component = structure[id] else { return [] }
    let list = try? desk.project.catalogue.codelist(of: component)
    return [list?[value].map { .phrase($0.name) } ?? .text(value)]
  }

  private func name(of id: String) -> InternationalString {
    (desk.needStructure[id] ?? desk.solutionStructure[id])?.concept.name
      ?? InternationalString(en: id)
  }

  private func rank(_ ranked: [String: String]) -> [ReportInline] {
    words.line(
      MatchTexts.rank,
      [
        "rank": [.number(number("RANK", ranked))], "score": [.number(number("SCORE", ranked))],
      ]
    )
  }

  private func reasons(_ ranked: [String: String]) -> ReportTable {
    let there = NoteWriter.reasons.filter { ranked[$0] != nil }
    return ReportTable(
      caption: [.text(words.text(MatchTexts.reasonsTitle))],
      headings: [
        [
          ReportTable.Heading([.text(words.text(MatchTexts.reason))], isNumeric: false),
          ReportTable.Heading([.text(words.text(MatchTexts.degree))]),
        ]
      ],
      rows: there.map { id in
        let label = desk.pairStructure[id]?.concept.name ?? InternationalString(en: id)
        return ReportTable.Row([.phrase(label)], [[.number(number(id, ranked))]])
      }
    )
  }

  /// A number of the pair, bound to the working data: a note is written before anything is published.
  private func number(_ id: String, _ ranked: [String: String]) -> BoundNumber {
    BoundNumber(
      ranked[id].map(BoundNumber.Content.value) ?? .blank(.noValue),
      BoundNumber.Origin(
        .observation,
        [
          NumberReference(
            dataset: desk.pairs,
            key: [KeyPart("NEED", match.need.id), KeyPart("SOLUTION", match.solution.id)],
            measure: id,
            release: nil
          )
        ]
      )
    )
  }

  private func decision() throws -> [ReportInline] {
    guard let found = try desk.decision(on: match) else {
      return words.line(MatchTexts.undecided)
    }
    let message =
      switch found.decision {
      case .accepted: MatchTexts.accepted
      case .refused: MatchTexts.refused
      case .approved: MatchTexts.approved
      }
    return words.line(
      message,
      ["by": [.text(found.by ?? "–")], "on": [.text(found.on ?? "–")]]
    )
  }

  /// What the registers leave open, and what no register holds before an agreement.
  private var toAgree: [[ReportInline]] {
    let blank = NoteWriter.shown.filter { id in
      (desk.needStructure[id] != nil && match.need.values[id] == nil)
        || (desk.solutionStructure[id] != nil && match.solution.values[id] == nil)
    }
    return blank.map { id in
      words.line(MatchTexts.blank, ["component": [.phrase(name(of: id))]])
    } + MatchTexts.open.map { words.line($0) }
  }

  private func heading(_ message: Message) -> ReportBlock {
    .heading(level: 1, [.text(words.text(message))])
  }
}
