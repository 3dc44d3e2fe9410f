// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import FoundationEssentials
internal import Platform
internal import Project
internal import Structures

/// A report as one page: its own style, drawings within, nothing that is fetched and nothing that runs.
///
/// - Source: WCAG 2.2, level AA; HTML Living Standard.
struct ReportPage: Sendable {
  let document: ReportDocument
  let settings: ProjectSettings
  let release: String?
  let purpose: Purpose

  /// Who reads the page.
  enum Purpose: Sendable, Hashable {
    /// A person, on a screen or on paper.
    case reader
    /// The program that makes a Word document of it: drawings are pictures, notes stand where it looks.
    case wordProcessor
  }

  let words: PageLanguage
  let notes: ReportNotes

  init(
    _ document: ReportDocument,
    settings: ProjectSettings,
    release: String?,
    purpose: Purpose = .reader
  ) {
    self.document = document
    self.settings = settings
    self.release = release
    self.purpose = purpose
    words = PageLanguage(document.language)
    notes = ReportNotes(document, words)
  }

  /// The bytes of the page.
  ///
  /// - Throws: `platform.digest-unavailable`.
  func bytes() throws -> [UInt8] {
    let policy = try policy()
    return HTMLWriter.page(
      Element(.html, .lang(words.language.rawValue), Attribute("dir", words.direction)) {
        head(policy)
        Element(.body, .class(isCompact ? "compact" : "flowing")) {
          Element(.header) {
            Element(.p, .class("office")) { words.phrase(settings.name) }
            Element(.heading(1)) { document.title }
            if let subtitle = document.subtitle { Element(.p, .class("lead")) { subtitle } }
          }
          Element(.main) {
            body
            noteSection
          }
          Element(.footer) { Element(.p) { footer } }
        }
      }
    )
  }

  private var body: HTML {
    var body = ReportBody(page: self)
    return body.blocks(document.blocks)
  }

  var isCompact: Bool { if case .compact = document.layout { true } else { false } }

  /// What a browser may load: the style of the page itself, known by its digest.
  private func policy() throws -> String {
    let digest = try SHA256.digest(of: Array(ReportStyle.text.utf8))
    let source = "'sha256-\(Data(digest.bytes).base64EncodedString())'"
    return "default-src 'none'; style-src \(source); base-uri 'none'; form-action 'none'"
  }

  private func head(_ policy: String) -> Element {
    Element(.head) {
      Element(.meta, Attribute("charset", "utf-8"))
      if purpose == .reader {
        Element(
          .meta,
          Attribute("http-equiv", "Content-Security-Policy"),
          Attribute("content", policy)
        )
        Element(
          .meta,
          Attribute("name", "viewport"),
          Attribute("content", "width=device-width, initial-scale=1")
        )
      }
      Element(.title) { document.title }
      if purpose == .reader { Element(.style) { ReportStyle.text } }
    }
  }

  private var lead: String {
    guard let release else { return words.text(ReportPageTexts.notesOfWork) }
    return words.text(ReportPageTexts.notesLead, ["release": .text(release)])
  }

  private var footer: String {
    guard let release else { return words.plain(settings.name) }
    return words.text(
      ReportPageTexts.footer,
      ["project": .text(words.plain(settings.name)), "release": .text(release)]
    )
  }

  /// The notes of sentences, then the entries of each table.
  private var noteSection: HTML {
    .pieces {
      if !notes.sentences.isEmpty || !notes.tables.isEmpty {
        Element(.section, .class("notes"), .labelledBy("notes")) {
          Element(.heading(2), .id("notes")) { words.text(ReportPageTexts.notesTitle) }
          Element(.p) { lead }
          if purpose == .reader && !notes.sentences.isEmpty {
            Element(.ol) {
              for (position, number) in notes.sentences.enumerated() {
                Element(.li, .id("n\(position + 1)")) { entry(number) }
              }
            }
          }
          if purpose == .wordProcessor {
            for (position, number) in notes.sentences.enumerated() {
              Element(.aside, Attribute("epub:type", "footnote"), .id("n\(position + 1)")) {
                Element(.p) { entry(number) }
              }
            }
          }
          for (position, table) in notes.tables.enumerated() where !table.numbers.isEmpty {
            entries(table, position + 1)
          }
        }
      }
    }
  }

  private func entries(_ table: ReportNotes.Table, _ number: Int) -> Element {
    let caption = ReportBody.plain(table.table.caption, words)
    let title = words.text(
      ReportPageTexts.tableNotes,
      ["table": .count(number), "caption": .text(caption)]
    )
    let list = Element(.ol) {
      for (position, value) in table.numbers.enumerated() {
        Element(.li, .id("t\(number)-\(position + 1)")) { entry(value) }
      }
    }
    if isCompact && purpose == .reader {
      return Element(.details) {
        Element(.summary) { title }
        list
      }
    }
    return Element(.div, .class("entries")) {
      Element(.heading(3)) { title }
      list
    }
  }

  /// What one types to see a number, and what is done with what one sees.
  func entry(_ number: BoundNumber) -> HTML {
    let numbers = NumberWords(words: words)
    return .pieces {
      if let text = number.text {
        Element(.data, Attribute("value", text)) { numbers.text(number) }
      } else {
        numbers.text(number)
      }
      words.language.colon
      numbers.formula(number.origin)
      for reference in number.origin.references {
        " "
        Element(.code) { reference.command }
        if let measure = reference.measure {
          " \u{2192} "
          Element(.code) { measure }
        }
      }
    }
  }
}
