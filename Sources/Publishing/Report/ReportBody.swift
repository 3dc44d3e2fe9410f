// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Structures

/// Writes the blocks of a report as elements, and counts tables and charts on the way.
struct ReportBody {
  let page: ReportPage
  private var tables = 0
  private var charts = 0

  init(page: ReportPage) { self.page = page }

  private var words: PageLanguage { page.words }
  private var numbers: NumberWords { NumberWords(words: words) }

  /// The blocks, one after the other.
  mutating func blocks(_ blocks: [ReportBlock]) -> HTML {
    var pieces: [HTML] = []
    for block in blocks { pieces.append(self.block(block)) }
    return .fragment(pieces)
  }

  private mutating func block(_ block: ReportBlock) -> HTML {
    switch block {
    case .heading(let level, let line):
      .element(Element(.heading(min(level + 1, 6))) { self.line(line) })
    case .paragraph(let line): .element(Element(.p) { self.line(line) })
    case .note(let line): .element(Element(.p, .class("note")) { self.line(line) })
    case .list(let isOrdered, let items): list(isOrdered, items)
    case .quotation(let inner): quotation(inner)
    case .code(let text): .element(Element(.pre) { Element(.code) { text } })
    case .table(let table): self.table(table)
    case .chart(let chart): self.chart(chart)
    case .rule: .element(Element(.hr))
    case .pageBreak: .element(Element(.div, .class("break")))
    }
  }

  private mutating func list(_ isOrdered: Bool, _ items: [[ReportBlock]]) -> HTML {
    var written: [HTML] = []
    for item in items {
      // An item of one paragraph is a line, not a paragraph within an item.
      if item.count == 1, case .paragraph(let line) = item[0] {
        written.append(self.line(line))
      } else {
        written.append(blocks(item))
      }
    }
    return .element(
      Element(isOrdered ? .ol : .ul) { for item in written { Element(.li) { item } } }
    )
  }

  private mutating func quotation(_ inner: [ReportBlock]) -> HTML {
    let content = blocks(inner)
    return .element(Element(.blockquote) { content })
  }

  // MARK: Lines

  /// Pieces of a line; numbers carry the numbers of their notes.
  func line(_ line: [ReportInline], inTable table: Int? = nil) -> HTML {
    .fragment(line.map { inline($0, table) })
  }

  private func inline(_ inline: ReportInline, _ table: Int?) -> HTML {
    switch inline {
    case .text(let text): .text(text)
    case .phrase(let text): words.phrase(text)
    case .code(let text): .element(Element(.code) { text })
    case .emphasis(let inner): .element(Element(.em) { self.line(inner, inTable: table) })
    case .strong(let inner): .element(Element(.strong) { self.line(inner, inTable: table) })
    case .link(let address, let inner):
      .element(Element(.a, Attribute("href", address)) { self.line(inner, inTable: table) })
    case .number(let number): table.map { cell(number, $0) } ?? sentence(number)
    case .lineBreak: .element(Element(.br))
    }
  }

  private func value(_ number: BoundNumber) -> HTML {
    .pieces {
      if let text = number.text {
        Element(.data, .class("n"), Attribute("value", text)) { numbers.text(number) }
      } else {
        Element(.span, .class("blank")) { numbers.text(number) }
      }
    }
  }

  private func sentence(_ number: BoundNumber) -> HTML {
    .pieces {
      value(number)
      if let unit = number.unit, number.text != nil {
        "\u{A0}"
        words.phrase(unit)
      }
      if let note = page.notes.note(of: number) {
        if page.purpose == .wordProcessor {
          Element(
            .a,
            Attribute("epub:type", "noteref"),
            .href(RelativeLink(anchor: "n\(note)"))
          ) { "\(note)" }
        } else {
          Element(.sup) {
            Element(
              .a,
              .href(RelativeLink(anchor: "n\(note)")),
              .label(words.text(ReportPageTexts.noteNumber, ["number": .count(note)]))
            ) { "\(note)" }
          }
        }
      }
    }
  }

  /// What stands where there is no observation; a line below the table says what it means.
  private var absent: HTML {
    .pieces {
      Element(.span, .decorative) { "\u{2013}" }
      Element(.span, .class("unseen")) { words.text(ReportPageTexts.noObservation) }
    }
  }

  private func cell(_ number: BoundNumber, _ table: Int) -> HTML {
    guard number.isObserved else { return absent }
    let position = page.notes.tables[table - 1].positions[number.origin].map { $0 + 1 }
    return .pieces {
      if let position, page.purpose == .reader {
        Element(.a, .class("q"), .href(RelativeLink(anchor: "t\(table)-\(position)"))) {
          value(number)
        }
      } else {
        value(number)
      }
      if let unit = number.unit, number.text != nil {
        "\u{A0}"
        Element(.span, .class("unit")) { words.phrase(unit) }
      }
    }
  }

  /// A line as text alone.
  static func plain(_ line: [ReportInline], _ words: PageLanguage) -> String {
    line.map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .phrase(let text): words.plain(text)
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): plain(inner, words)
      case .number(let number): NumberWords(words: words).measured(number)
      case .lineBreak: "; "
      }
    }.joined()
  }

  // MARK: Tables

  private mutating func table(_ table: ReportTable) -> HTML {
    tables += 1
    let number = tables
    let name = Self.plain(table.caption, words)
    return .pieces {
      Element(
        .div,
        .class("scroll"),
        .role("region"),
        .label(
          name.isEmpty ? words.text(ReportPageTexts.tableWord, ["number": .count(number)]) : name
        ),
        .focusable
      ) { element(table, number) }
      if table.hasAbsent {
        Element(.p, .class("note")) { words.text(ReportPageTexts.absent) }
      }
      for note in table.notes { Element(.p, .class("note")) { line(note) } }
      question(number)
    }
  }

  private func element(_ table: ReportTable, _ number: Int) -> Element {
    Element(.table) {
      if !table.caption.isEmpty { Element(.caption) { line(table.caption) } }
      Element(.thead) {
        for row in table.headings {
          Element(.tr) {
            for heading in row {
              Element(
                .th,
                .scope(heading.columns > 1 ? "colgroup" : "col"),
                heading.isNumeric ? .class("number") : nil,
                heading.columns > 1 ? Attribute("colspan", "\(heading.columns)") : nil,
                heading.rows > 1 ? Attribute("rowspan", "\(heading.rows)") : nil
              ) { line(heading.content, inTable: number) }
            }
          }
        }
      }
      Element(.tbody) {
        for row in table.rows {
          Element(.tr) {
            Element(.th, .scope("row")) { line(row.heading, inTable: number) }
            for cell in row.cells {
              let isNumber = cell.count == 1 && !cell[0].numbers.isEmpty || cell.isNumbers
              Element(.td, isNumber || cell.isEmpty ? .class("number") : nil) {
                cell.isEmpty ? absent : line(cell, inTable: number)
              }
            }
          }
        }
      }
    }
  }

  /// The question that gives all numbers of a table.
  private func question(_ number: Int) -> HTML {
    .pieces {
      for question in page.notes.tables[number - 1].questions {
        Element(.p, .class("source")) {
          words.text(ReportPageTexts.tableSource) + " "
          Element(.code) { question.command }
          if !question.open.isEmpty {
            " "
            words.text(
              ReportPageTexts.tableCodes,
              ["components": .text(question.open.joined(separator: ", "))]
            )
          }
        }
      }
    }
  }

  // MARK: Charts

  private mutating func chart(_ chart: ReportChart) -> HTML {
    tables += 1
    let number = tables
    guard !chart.isEmpty else {
      return .element(Element(.p) { words.text(SiteTexts.nothingToDraw) })
    }
    charts += 1
    let image = ChartImage(chart, words, id: "c\(charts)")
    let caption = Self.plain(page.notes.tables[number - 1].table.caption, words)
    return .pieces {
      Element(.figure) {
        Element(.figcaption) { Element(.strong) { image.title } }
        if page.purpose == .wordProcessor {
          Element(
            .img,
            Attribute("src", "\(image.id).png"),
            Attribute("alt", "\(image.title). \(image.description)"),
            Attribute("width", "600")
          )
        } else {
          image.drawing.element
          image.narrow.element
        }
        if chart.series.count > 1 && page.purpose == .reader { image.legend }
      }
      if page.purpose == .reader {
        Element(.details, .class("chart-data")) {
          Element(.summary) { caption }
          Element(.div, .class("scroll"), .role("region"), .label(caption), .focusable) {
            element(page.notes.tables[number - 1].table, number)
          }
        }
      } else {
        element(page.notes.tables[number - 1].table, number)
      }
      question(number)
    }
  }
}

extension ReportTable {
  /// Whether a cell has nothing to show.
  fileprivate var hasAbsent: Bool {
    rows.contains { row in
      row.cells.contains { cell in
        cell.isEmpty || cell.flatMap(\.numbers).contains { !$0.isObserved }
      }
    }
  }
}

extension [ReportInline] {
  /// Whether the line is numbers alone, with breaks between.
  fileprivate var isNumbers: Bool {
    !isEmpty
      && allSatisfy { piece in
        if case .lineBreak = piece { true } else { !piece.numbers.isEmpty }
      }
  }
}
