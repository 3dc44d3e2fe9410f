// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Structures

/// The numbers of a report in the order in which they are met, each with the place of its note.
///
/// Numbers of sentences have notes counted from one. Numbers of a table share the table's note and have each
/// an entry of their own: a page of two hundred footnotes would hide what it says.
struct ReportNotes: Sendable {
  /// The numbers of sentences, each once.
  let sentences: [BoundNumber]
  /// The tables in order, those of charts among them.
  let tables: [Table]
  private let positions: [BoundNumber.Origin: Int]

  /// A table with its different numbers.
  struct Table: Sendable {
    let table: ReportTable
    let numbers: [BoundNumber]
    let positions: [BoundNumber.Origin: Int]

    init(_ table: ReportTable) {
      self.table = table
      (numbers, positions) = ReportNotes.once(table.numbers.filter(\.isObserved))
    }
  }

  init(_ document: ReportDocument, _ words: PageLanguage) {
    var walk = Walk(words: words)
    walk.take(document.blocks)
    (sentences, positions) = ReportNotes.once(walk.numbers)
    tables = walk.tables.map(Table.init)
  }

  /// The number of a sentence's note, from one.
  func note(of number: BoundNumber) -> Int? { positions[number.origin].map { $0 + 1 } }

  private static func once(
    _ numbers: [BoundNumber]
  ) -> ([BoundNumber], [BoundNumber.Origin: Int]) {
    var kept: [BoundNumber] = []
    var positions: [BoundNumber.Origin: Int] = [:]
    for number in numbers where positions[number.origin] == nil {
      positions[number.origin] = kept.count
      kept.append(number)
    }
    return (kept, positions)
  }

  private struct Walk {
    let words: PageLanguage
    var numbers: [BoundNumber] = []
    var tables: [ReportTable] = []

    mutating func take(_ blocks: [ReportBlock]) {
      for block in blocks {
        switch block {
        case .heading(_, let line), .paragraph(let line), .note(let line):
          numbers += line.flatMap(\.numbers)
        case .list(_, let items): for item in items { take(item) }
        case .quotation(let inner): take(inner)
        case .table(let table):
          tables.append(table)
          numbers += table.notes.flatMap { $0.flatMap(\.numbers) }
          numbers += table.caption.flatMap(\.numbers)
        case .chart(let chart): tables.append(chart.table(words))
        case .code, .rule, .pageBreak: break
        }
      }
    }
  }
}

extension BoundNumber {
  /// Whether there is an observation to look at, be it without a value.
  var isObserved: Bool { content != .blank(.noObservation) }
}

extension ReportNotes.Table {
  /// What the observations of the table have in common, by dataset: the question that answers them all.
  var questions: [Question] {
    var order: [String] = []
    var found: [String: Question] = [:]
    for reference in numbers.flatMap(\.origin.references) {
      if var question = found[reference.dataset] {
        question.narrow(reference)
        found[reference.dataset] = question
      } else {
        order.append(reference.dataset)
        found[reference.dataset] = Question(
          dataset: reference.dataset,
          common: reference.key,
          open: [],
          release: reference.release
        )
      }
    }
    return order.compactMap { found[$0] }
  }

  /// A question for many numbers at once.
  struct Question: Sendable {
    let dataset: String
    var common: [KeyPart]
    /// The components whose codes stand in rows and columns.
    var open: [String]
    let release: String?

    mutating func narrow(_ reference: NumberReference) {
      let parts = Set(reference.key)
      for part in common where !parts.contains(part) { open.append(part.component) }
      for part in reference.key
      where !common.contains(where: { $0.component == part.component })
        && !open.contains(part.component)
      {
        open.append(part.component)
      }
      common.removeAll { !parts.contains($0) }
    }

    var command: String { NumberReference.command(dataset, common, release) }
  }
}

extension ReportChart {
  /// The numbers of the chart as a table.
  func table(_ words: PageLanguage) -> ReportTable {
    ReportTable(
      caption: [.text(words.text(ReportPageTexts.dataOf, ["title": .text(title)]))],
      headings: [
        [ReportTable.Heading([.phrase(axis.concept.name)], isNumeric: false)]
          + series.map { ReportTable.Heading([.text($0.label.isEmpty ? measure : $0.label)]) }
      ],
      rows: categories.enumerated().map { position, category in
        ReportTable.Row(
          [.text(category.label)],
          series.map { series in
            series.numbers[position].map { [.number($0.measured(in: nil))] } ?? []
          }
        )
      }
    )
  }
}
