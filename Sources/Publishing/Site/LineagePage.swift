// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

/// What a page of lineage tells: the steps, and the records where they may be shown.
struct LineageContents: Sendable {
  let root: TracedRows
  /// What the publisher has decided; `nil` where nothing was.
  let depth: ViewDefinition.LineageDepth?
  /// The records behind each observation, in order; `nil` where they are not listed.
  let records: [[RecordReference]]?

  /// The most observations, records in all, and records beside one observation.
  static let limits = (observations: 500, records: 400, beside: 12)

  /// Traces a dataset.
  ///
  /// - Throws: what the engine refuses.
  init?(_ dataset: DatasetContents, _ contents: ReleaseContents) async throws {
    let depth = dataset.view?.lineage
    guard depth != ViewDefinition.LineageDepth.none else { return nil }
    self.depth = depth
    let isDeep = depth == .records && dataset.published.count <= LineageContents.limits.observations
    root = try await TracedRows(
      try contents.lineage.trace(dataset.name),
      contents,
      isDeep: isDeep,
      // Where a view asks for counts they are made, however long it takes.
      mostCounted: depth == nil ? TracedRows.mostCounted : .max
    )
    guard isDeep, root.isDeep, root.count == dataset.published.count, let rows = root.rows else {
      records = nil
      return
    }
    let traced = root
    records = rows.indices.map { row in
      traced.records(behind: row).sorted { ($0.dataset, $0.row) < ($1.dataset, $1.row) }
    }
  }

  /// What the page lists with a share: the first observations, and the first records behind them.
  func listed(_ share: PageShare) -> ListedRecords {
    let records = records ?? []
    let limit = share.of(LineageContents.limits.records)
    let observations = share.of(records.count)
    var kept: Set<RecordReference> = []
    for reference in records.prefix(observations)
      .flatMap({ $0.prefix(LineageContents.limits.beside) })
    where kept.count < limit {
      kept.insert(reference)
    }
    return ListedRecords(
      observations: observations,
      rows: Dictionary(grouping: kept, by: \.dataset).mapValues { $0.map(\.row).sorted() }
    )
  }
}

/// What a page of lineage lists one by one.
struct ListedRecords: Sendable {
  /// How many observations: the first ones.
  let observations: Int
  /// The records, by dataset, in the order of their rows.
  let rows: [String: [Int]]

  /// The place of an observation on the page; `nil` where it is not listed and the page tells the steps
  /// only.
  func anchor(_ observation: Int) -> String? {
    observation < observations ? "o\(observation)" : nil
  }
}

/// The page that tells where the numbers of a dataset come from.
struct LineagePage {
  let site: Site
  let exhibit: Exhibit
  let lineage: LineageContents
  let place: PagePlace

  private var words: PageLanguage { PageLanguage(place.language) }
  private var dataset: DatasetContents { exhibit.contents }

  /// The page.
  func bytes(_ share: PageShare) -> [UInt8] {
    let listed = lineage.listed(share)
    let title = words.text(
      SiteTexts.lineageOf,
      ["title": .text(words.plain(dataset.published.title))]
    )
    let steps = LineageSteps(contents: site.contents, words: words)
    return Page(
      place: place,
      words: words,
      contents: site.contents,
      title: title,
      description: words.text(SiteTexts.lineageLead)
    ).bytes {
      Element(.div, .class("intro")) {
        Element(.p, .class("back")) {
          Element(.a, .href(place.link(.dataset(dataset.name)))) {
            words.text(SiteTexts.toDataset)
          }
        }
        Element(.heading(1)) { title }
        Element(.p, .class("lead")) { words.text(SiteTexts.lineageLead) }
      }
      Element(.section, .labelledBy("steps")) {
        Element(.heading(2), .id("steps")) { words.text(SiteTexts.steps) }
        Element(.ul, .class("steps")) { steps.item(lineage.root) }
        if lineage.records == nil {
          Element(.p) { whyNotListed }
        }
      }
      if let records = lineage.records {
        Element(.section, .labelledBy("observations")) {
          Element(.heading(2), .id("observations")) { words.text(SiteTexts.byObservation) }
          observations(records, listed)
          if listed.observations < records.count {
            Element(.p, .class("legend")) {
              words.text(
                SiteTexts.observationsLeft,
                ["shown": .count(listed.observations), "total": .count(records.count)]
              )
            }
          }
        }
        Element(.section, .labelledBy("records")) {
          Element(.heading(2), .id("records")) { words.text(SiteTexts.records) }
          for leaf in lineage.root.leaves {
            RecordTable(leaf: leaf, listed: listed.rows, site: site, words: words).html
          }
        }
      }
    }
  }

  /// Why no record is listed.
  private var whyNotListed: String {
    switch lineage.depth {
    case .counts: words.text(SiteTexts.countsOnly)
    case .records:
      words.text(
        SiteTexts.tooManyObservations,
        ["limit": .count(LineageContents.limits.observations)]
      )
    case .some(.none), nil: words.text(SiteTexts.recordsNotListed)
    }
  }

  private func observations(_ records: [[RecordReference]], _ listed: ListedRecords) -> Element {
    let caption = words.text(SiteTexts.byObservation)
    return Element(
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
            Element(.th, .scope("col")) { words.text(SiteTexts.observation) }
            Element(.th, .scope("col"), .class("number")) {
              words.phrase(dataset.measure.concept.name)
            }
            Element(.th, .scope("col")) { words.text(SiteTexts.records) }
          }
        }
        Element(.tbody) {
          for (row, references) in records.prefix(listed.observations).enumerated() {
            observation(row, references, listed)
          }
        }
      }
    }
  }

  private func observation(
    _ row: Int,
    _ references: [RecordReference],
    _ listed: ListedRecords
  ) -> Element {
    let labels = dataset.structure.dimensions.map { dimension in
      dataset.rows[row, dimension.id].map { words.label($0, of: dimension, dataset) } ?? ""
    }
    let value = dataset.rows[row, dataset.measure.id]
    let shown = references.prefix(LineageContents.limits.beside)
    return Element(.tr, .id("o\(row)")) {
      Element(.th, .scope("row")) { labels.joined(separator: " · ") }
      Element(.td, .class("number")) {
        value.map(words.numbers.grouped) ?? words.text(SiteTexts.noValue)
      }
      Element(.td) {
        Element(.ul, .class("records")) {
          for reference in shown {
            Element(.li) { link(reference, listed) }
          }
          if references.count > shown.count {
            Element(.li) {
              words.more(references.count - shown.count)
            }
          }
        }
      }
    }
  }

  private func link(_ reference: RecordReference, _ listed: ListedRecords) -> HTML {
    let leaf = lineage.root.leaves.first { $0.node.dataset.name == reference.dataset }
    let name = leaf.map { RecordTable.place($0, reference.row) } ?? reference.dataset
    guard listed.rows[reference.dataset]?.contains(reference.row) == true else {
      return .text(name)
    }
    return .pieces {
      Element(.a, .href(RelativeLink(anchor: "r-\(reference.dataset)-\(reference.row)"))) { name }
    }
  }
}
