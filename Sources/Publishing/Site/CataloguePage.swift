// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Structures

/// The first page: what the release is about and which datasets it has.
struct CataloguePage {
  let site: Site
  let place: PagePlace

  private var words: PageLanguage { PageLanguage(place.language) }

  /// The page; where it would be too heavy, the last datasets are described on their own pages only.
  func bytes(_ share: PageShare) -> [UInt8] {
    let settings = site.contents.settings
    return Page(
      place: place,
      words: words,
      contents: site.contents,
      title: words.plain(settings.name),
      description: words.plain(settings.description)
    ).bytes {
      Element(.div, .class("intro")) {
        Element(.heading(1)) { words.phrase(settings.name) }
        if settings.description != settings.name {
          Element(.p, .class("lead")) { words.phrase(settings.description) }
        }
      }
      Element(.section, .labelledBy("datasets")) {
        Element(.heading(2), .id("datasets")) { words.text(SiteTexts.datasets) }
        Element(.div, .class("cards")) {
          for (position, dataset) in site.datasets.enumerated() {
            card(dataset, isDescribed: position < share.of(site.datasets.count))
          }
        }
      }
    }
  }

  private func card(_ dataset: DatasetContents, isDescribed: Bool) -> Element {
    let title = dataset.published.title
    return Element(.article, .class("card")) {
      Element(.heading(3)) {
        Element(.a, .href(place.link(.dataset(dataset.name)))) { words.phrase(title) }
      }
      Element(.p, .class("facts")) { facts(dataset) }
      if let coverage = dataset.published.coverage {
        Element(.p, .class("coverage")) { CoverageStatement(coverage).text(in: place.language) }
      }
      if isDescribed, let description = dataset.published.dataflow.description {
        Element(.p) { words.phrase(description) }
      }
      Element(.nav, .label(words.text(SiteTexts.downloadsOf, ["title": .text(words.plain(title))])))
      {
        site.downloads.list(dataset.name, place, words)
      }
    }
  }

  private func facts(_ dataset: DatasetContents) -> String {
    let count = dataset.published.count
    var facts = [words.text(SiteTexts.observations, ["count": .count(count)])]
    if let period = dataset.lastPeriod {
      facts.append(words.text(SiteTexts.lastPeriod, ["period": .text(period)]))
    }
    return facts.joined(separator: " · ")
  }
}
