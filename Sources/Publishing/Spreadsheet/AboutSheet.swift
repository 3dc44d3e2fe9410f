// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Project
internal import Structures

/// What is said about the observations, in every language of the release.
struct AboutSheet {
  let published: PublishedDataset
  let contents: ReleaseContents
  let columns: [SheetColumn]

  /// Writes a line a fact: its name, and what it is.
  func write(_ sheet: Sheet, heading: CellFormat, text: CellFormat) {
    sheet.setWidth(24, column: 0)
    sheet.setWidth(90, column: 1)
    var row = 0
    for language in contents.settings.languages {
      for (name, value) in facts(language) {
        _ = sheet.write(name, row: row, column: 0, heading)
        _ = sheet.write(
          String(value.prefix(Sheet.limits.characters / 2)),
          row: row,
          column: 1,
          text
        )
        row += 1
      }
      row += 1
    }
  }

  private func facts(_ language: Language) -> [(String, String)] {
    let words = Catalogue(language)
    let view = published.view
    let structure = published.dataset.structure
    var facts: [(Message, String?)] = [
      (SiteTexts.titleWord, published.title.text(in: language)),
      (SiteTexts.description, published.dataflow.description?.text(in: language)),
    ]
    facts.append(
      (SiteTexts.coverageWord, published.coverage.map { CoverageStatement($0).text(in: language) })
    )
    facts += (view?.notes ?? []).map { (SiteTexts.note, $0.text(in: language)) }
    facts += [
      (SiteTexts.source, view?.source?.text(in: language)),
      (SiteTexts.licence, contents.settings.release.licence),
      (SiteTexts.contact, contents.settings.release.contact),
      (SiteTexts.publisher, contents.settings.name.text(in: language)),
      (SiteTexts.release, contents.id),
      (SiteTexts.structureWord, structure.reference.urn),
      (SiteTexts.observationsWord, language.grouped(published.count)),
      (SiteTexts.filters, words.text(SiteTexts.noFilters)),
    ]
    let components = structure.components.map { component in
      (component.id, component.concept.name.text(in: language) ?? component.id)
    }
    return facts.compactMap { name, value in value.map { (words.text(name), $0) } } + components
  }
}
