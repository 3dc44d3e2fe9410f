// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Structures

/// The page of a dataset: table, chart, map, and everything that must be said with them.
struct DatasetPage {
  let site: Site
  let exhibit: Exhibit
  let place: PagePlace
  /// What the page of lineage lists; `nil` where there is none.
  let listed: ListedRecords?

  private var words: PageLanguage { PageLanguage(place.language) }
  private var dataset: DatasetContents { exhibit.contents }

  /// A section with its heading, listed at the top of the page.
  private struct Section {
    let id: String
    let name: Message
    let content: HTML
  }

  /// The page.
  func bytes(_ share: PageShare) -> [UInt8] {
    let sections = sections(share)
    let title = dataset.published.title
    let description = dataset.published.dataflow.description
    return Page(
      place: place,
      words: words,
      contents: site.contents,
      title: words.plain(title),
      description: words.plain(description ?? title)
    ).bytes {
      Element(.div, .class("intro")) {
        Element(.p, .class("back")) {
          Element(.a, .href(place.link(.catalogue))) { words.text(SiteTexts.allDatasets) }
        }
        Element(.heading(1)) { words.phrase(title) }
        if let description { Element(.p, .class("lead")) { words.phrase(description) } }
        Element(.nav, .class("contents"), .label(words.text(SiteTexts.onThisPage))) {
          Element(.ul) {
            for section in sections {
              Element(.li) {
                Element(.a, .href(RelativeLink(anchor: section.id))) {
                  words.text(section.name)
                }
              }
            }
          }
        }
      }
      for section in sections {
        Element(.section, .labelledBy(section.id)) {
          Element(.heading(2), .id(section.id)) { words.text(section.name) }
          section.content
        }
      }
    }
  }

  private func sections(_ share: PageShare) -> [Section] {
    var sections = drawings(share)
    let table = TableFigure(
      exhibit: exhibit,
      place: place,
      words: words,
      listed: listed,
      share: share
    )
    sections.append(Section(id: "table", name: SiteTexts.table, content: stated(table.html)))
    if let notes = dataset.view?.notes, !notes.isEmpty {
      sections.append(Section(id: "notes", name: SiteTexts.notes, content: list(notes)))
    }
    let downloads = HTML.element(site.downloads.list(dataset.name, place, words))
    sections.append(Section(id: "downloads", name: SiteTexts.downloads, content: downloads))
    sections.append(Section(id: "about", name: SiteTexts.about, content: about))
    let structure = StructureSection(dataset: dataset, words: words, share: share)
    sections.append(Section(id: "structure", name: SiteTexts.structure, content: structure.html))
    return sections
  }

  private func drawings(_ share: PageShare) -> [Section] {
    var sections: [Section] = []
    if let chart = exhibit.chart {
      let figure = ChartFigure(data: chart.data, kind: chart.kind, dataset: dataset, words: words)
      let content = share.hasDrawings ? stated(figure.html) : undrawn
      sections.append(Section(id: "chart", name: SiteTexts.chart, content: content))
    }
    if let map = exhibit.map {
      let figure = MapFigure(map: map, dataset: dataset, words: words, share: share)
      let content = share.hasDrawings ? stated(figure.html) : undrawn
      sections.append(Section(id: "map", name: SiteTexts.map, content: content))
    }
    return sections
  }

  private var undrawn: HTML { .pieces { Element(.p) { words.text(SiteTexts.tooHeavy) } } }

  /// A figure with who answered above it, so that no total is read without.
  private func stated(_ figure: HTML) -> HTML {
    guard let coverage = dataset.published.coverage else { return figure }
    return .pieces {
      Element(.p, .class("coverage")) { CoverageStatement(coverage).text(in: place.language) }
      figure
    }
  }

  private func list(_ notes: [InternationalString]) -> HTML {
    .pieces {
      Element(.ul, .class("notes")) {
        for note in notes { Element(.li) { words.phrase(note) } }
      }
    }
  }

  private var about: HTML {
    let release = site.contents.settings.release
    return .pieces {
      Element(.dl, .class("facts")) {
        if let source = dataset.view?.source { fact(SiteTexts.source, words.phrase(source)) }
        if let licence = release.licence { fact(SiteTexts.licence, .text(licence)) }
        if let contact = release.contact { fact(SiteTexts.contact, self.contact(contact)) }
        fact(SiteTexts.release, code(site.contents.id))
        fact(SiteTexts.structureWord, code(dataset.structure.reference.urn))
        fact(SiteTexts.digest, code("\(dataset.published.digest)"))
        fact(SiteTexts.cite, .text(citation))
        if exhibit.lineage != nil {
          fact(
            SiteTexts.lineage,
            .pieces {
              Element(.a, .href(place.link(.lineage(dataset.name)))) {
                words.text(SiteTexts.lineageLead)
              }
            }
          )
        }
      }
    }
  }

  private func fact(_ name: Message, _ value: HTML) -> HTML {
    .pieces {
      Element(.dt) { words.text(name) }
      Element(.dd) { value }
    }
  }

  private func code(_ text: String) -> HTML { .pieces { Element(.code) { text } } }

  /// A mail address becomes a link; anything else stays text.
  private func contact(_ text: String) -> HTML {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isSafe = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "@.-_+".utf8.contains(byte)
    }
    guard parts.count == 2, isSafe, parts.allSatisfy({ !$0.isEmpty }) else { return .text(text) }
    return .pieces { Element(.a, Attribute("href", "mailto:\(text)")) { text } }
  }

  private var citation: String {
    words.text(
      SiteTexts.citation,
      [
        "publisher": .text(words.plain(site.contents.settings.name)),
        "title": .text(words.plain(dataset.published.title)),
        "release": .text(site.contents.id),
        "structure": .text("\(dataset.structure.reference)"),
      ]
    )
  }
}
