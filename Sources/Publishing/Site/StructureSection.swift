// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// What the columns of a dataset mean, and the codes that they may hold.
struct StructureSection {
  let dataset: DatasetContents
  let words: PageLanguage
  let share: PageShare

  /// The most codes of a list on a page.
  private static let limit = 300
  private var limit: Int { share.of(StructureSection.limit) }

  /// A table of components and a list that opens for each codelist.
  var html: HTML {
    .pieces {
      Element(
        .div,
        .class("scroll"),
        .role("region"),
        .label(words.text(SiteTexts.scroll, ["caption": .text(caption)])),
        .focusable
      ) {
        Element(.table) {
          Element(.caption) { caption }
          Element(.thead) {
            Element(.tr) {
              for name in [
                SiteTexts.component, SiteTexts.identifier, SiteTexts.role, SiteTexts.holds,
              ] {
                Element(.th, .scope("col")) { words.text(name) }
              }
            }
          }
          Element(.tbody) {
            for component in dataset.structure.components { row(component) }
          }
        }
      }
      for list in lists { codes(list) }
    }
  }

  private var caption: String {
    "\(words.text(SiteTexts.structure))\(words.language.colon)\(words.plain(dataset.structure.name))"
  }

  private var lists: [Codelist] {
    var seen: Set<ArtefactReference> = []
    return dataset.structure.components.compactMap { dataset.codelists[$0.id] }
      .filter { seen.insert($0.reference).inserted }
  }

  private func row(_ component: Component) -> Element {
    Element(.tr) {
      Element(.th, .scope("row")) { words.phrase(component.concept.name) }
      Element(.td) { Element(.code) { component.id } }
      Element(.td) { words.text(role(component)) }
      Element(.td) { holds(component) }
    }
  }

  private func role(_ component: Component) -> Message {
    switch component.role {
    case .dimension: SiteTexts.dimension
    case .timeDimension: SiteTexts.timeDimension
    case .measure: SiteTexts.measure
    case .attribute: SiteTexts.attribute
    }
  }

  private func holds(_ component: Component) -> HTML {
    switch component.representation {
    case .codelist:
      dataset.codelists[component.id].map { list in
        .pieces {
          Element(.a, .href(RelativeLink(anchor: list.reference.id))) { words.phrase(list.name) }
        }
      } ?? .empty
    case .text: .text(words.text(SiteTexts.textType))
    case .integer: .text(words.text(SiteTexts.integerType))
    case .double: .text(words.text(SiteTexts.doubleType))
    case .decimal(_, let scale):
      .text(words.text(SiteTexts.decimalType, ["decimals": .count(scale)]))
    case .boolean: .text(words.text(SiteTexts.booleanType))
    case .date: .text(words.text(SiteTexts.dateType))
    case .timePeriod: .text(words.text(SiteTexts.periodType))
    }
  }

  private func codes(_ list: Codelist) -> Element {
    let name = words.text(SiteTexts.codesOf, ["list": .text(words.plain(list.name))])
    return Element(.details, .id(list.reference.id)) {
      Element(.summary) { name }
      Element(.table) {
        Element(.caption, .class("unseen")) { name }
        Element(.thead) {
          Element(.tr) {
            Element(.th, .scope("col")) { words.text(SiteTexts.code) }
            Element(.th, .scope("col")) { words.text(SiteTexts.label) }
          }
        }
        Element(.tbody) {
          for code in list.codes.prefix(limit) {
            Element(.tr) {
              Element(.th, .scope("row")) { Element(.code) { code.id } }
              Element(.td) { words.phrase(code.name) }
            }
          }
        }
      }
      if list.codes.count > limit {
        Element(.p) {
          words.text(
            SiteTexts.codesLeft,
            ["count": .count(list.codes.count - limit)]
          )
        }
      }
    }
  }
}
