// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

/// The steps behind a dataset as a nested list, each with its file, its kind and its sources.
struct LineageSteps {
  let contents: ReleaseContents
  let words: PageLanguage

  /// A step and, below it, the steps whose rows it takes.
  func item(_ traced: TracedRows) -> Element {
    let node = traced.node
    return Element(.li) {
      Element(.strong) { node.dataset.name }
      " "
      Element(.span, .class("held")) {
        words.text(
          traced.isCounted ? SiteTexts.stepRows : SiteTexts.stepRowsOf,
          ["count": .count(traced.count)]
        )
      }
      Element(.dl, .class("step")) {
        Element(.dt) { words.text(SiteTexts.stepFile) }
        Element(.dd) {
          Element(.code) { node.step.location.file }
          " – "
          words.text(node.kind.summary)
          " ("
          Element(.code) { node.kind.name }
          ")"
        }
        for file in files(traced) {
          Element(.dt) { words.text(SiteTexts.dataFile) }
          Element(.dd) {
            Element(.code) { file }
            if let digest = contents.sources[file] {
              " "
              Element(.code, .class("digest")) { "SHA-256 \(digest)" }
            }
          }
        }
      }
      if !traced.origins.isEmpty {
        Element(.ul, .class("steps")) {
          for origin in traced.origins { item(origin.traced) }
        }
      }
    }
  }

  /// The files that a step reads: its source, and maps and tables.
  private func files(_ traced: TracedRows) -> [String] {
    contents.graph.maker(of: traced.node.dataset.name)?.node.prepared.files ?? []
  }
}
