// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

/// The records of one file, each with its place and its values.
struct RecordTable {
  let leaf: TracedRows
  let listed: [String: [Int]]
  let site: Site
  let words: PageLanguage

  /// `data/loans.csv:2`, the place of a record.
  static func place(_ leaf: TracedRows, _ row: Int) -> String {
    guard let file = leaf.node.file, let line = leaf.rows?[row, "_line"] else {
      return "\(leaf.node.dataset.name) \(row + 1)"
    }
    return "\(file):\(line)"
  }

  /// The table; nothing where no record of the file is listed.
  var html: HTML {
    let rows = listed[leaf.node.dataset.name] ?? []
    let components = leaf.node.dataset.structure.components.filter { component in
      rows.contains { leaf.rows?[$0, component.id] != nil }
    }
    let caption = words.text(
      SiteTexts.recordsOf,
      ["file": .text(leaf.node.file ?? leaf.node.dataset.name)]
    )
    return .pieces {
      if !rows.isEmpty {
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
                Element(.th, .scope("col")) { words.text(SiteTexts.place) }
                for component in components {
                  Element(.th, .scope("col"), component.isNumber ? .class("number") : nil) {
                    words.phrase(component.concept.name)
                  }
                }
              }
            }
            Element(.tbody) {
              for row in rows { record(row, components) }
            }
          }
        }
        if rows.count < leaf.count {
          Element(.p, .class("legend")) {
            words.text(
              SiteTexts.recordsLeft,
              ["shown": .count(rows.count), "total": .count(leaf.count)]
            )
          }
        }
      }
    }
  }

  private func record(_ row: Int, _ components: [Component]) -> Element {
    Element(.tr, .id("r-\(leaf.node.dataset.name)-\(row)")) {
      Element(.th, .scope("row")) {
        Element(.span, .class("code")) { RecordTable.place(leaf, row) }
      }
      for component in components {
        Element(.td, component.isNumber ? .class("number") : nil) {
          value(row, component)
        }
      }
    }
  }

  private func value(_ row: Int, _ component: Component) -> String {
    guard let text = leaf.rows?[row, component.id] else { return "" }
    if component.isNumber { return words.numbers.grouped(text) }
    let list = try? site.contents.catalogue.codelist(of: component)
    return list?[text].map { words.plain($0.name) } ?? text
  }
}
