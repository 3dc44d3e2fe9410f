// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

/// The table of a dataset: labels with their codes, numbers as the language writes them, and a word
/// for every blank.
struct TableFigure {
  let exhibit: Exhibit
  let place: PagePlace
  let words: PageLanguage
  /// What the page of lineage lists; `nil` where there is none.
  let listed: ListedRecords?
  let share: PageShare

  private var dataset: DatasetContents { exhibit.contents }
  private var table: CrossTable { exhibit.table }
  private var rows: ArraySlice<CrossTable.Row> {
    table.rows.prefix(share.of(table.rows.count))
  }

  /// The table in a region that scrolls by itself, and what is said below it.
  var html: HTML {
    .pieces {
      // A heading can be too heavy too, where there are thousands of columns.
      if !rows.isEmpty || table.rows.isEmpty { region }
      legend
    }
  }

  private var region: Element {
    Element(
      .div,
      .class("scroll"),
      .role("region"),
      .label(words.text(SiteTexts.scroll, ["caption": .text(captionText)])),
      .focusable
    ) {
      Element(.table) {
        Element(.caption) { captionText }
        Element(.thead) { heading }
        Element(.tbody) {
          for row in rows { self.row(row) }
        }
      }
    }
  }

  private var captionText: String {
    let measure =
      table.top == nil ? dataset.published.title : dataset.measure.concept.name
    guard let unit = dataset.unit else { return words.plain(measure) }
    let label = words.label(unit.code, of: unit.component, dataset)
    let text = words.text(SiteTexts.unit, ["unit": .text(label)])
    return "\(words.plain(measure)). \(text)"
  }

  /// The components in the columns where no dimension stands there: the shown measure first.
  private var components: [Component] {
    let others = dataset.structure.measures.filter { $0 != dataset.measure }
    return [dataset.measure] + others
      + dataset.structure.attributes.filter { $0 != dataset.unit?.component }
  }

  private var heading: Element {
    Element(.tr) {
      for dimension in table.side {
        Element(.th, .scope("col")) { words.phrase(dimension.concept.name) }
      }
      if let top = table.top {
        for code in table.columns {
          Element(.th, .scope("col"), .class("number")) { words.coded(code, of: top, dataset) }
        }
      } else {
        for component in components {
          Element(.th, .scope("col"), component.isNumber ? .class("number") : nil) {
            words.phrase(component.concept.name)
          }
        }
      }
    }
  }

  private func row(_ row: CrossTable.Row) -> Element {
    Element(.tr) {
      for (dimension, code) in zip(table.side, row.codes) {
        Element(.th, .scope("row")) { words.coded(code, of: dimension, dataset) }
      }
      if table.top != nil {
        for observation in row.observations {
          cell(observation, dataset.measure, isLinked: true)
        }
      } else if let observation = row.observations.first {
        for component in components {
          cell(observation, component, isLinked: component == dataset.measure)
        }
      }
    }
  }

  private func cell(_ observation: Int?, _ component: Component, isLinked: Bool) -> Element {
    guard let observation else {
      return Element(.td, .class("number blank")) { blank("·", SiteTexts.noObservation) }
    }
    guard let text = dataset.rows[observation, component.id] else {
      return Element(.td, component.isNumber ? .class("number blank") : .class("blank")) {
        missing(observation, component)
      }
    }
    guard component.isNumber else {
      return Element(.td) { words.coded(text, of: component, dataset) }
    }
    let number = words.numbers.grouped(text)
    return Element(.td, .class("number")) {
      if isLinked, let listed {
        Element(.a, .href(place.link(.lineage(dataset.name), anchor: listed.anchor(observation)))) {
          number
        }
      } else {
        number
      }
    }
  }

  /// The reason for a blank: the status of the observation, where there is one (SDMX OBS_STATUS).
  private func missing(_ observation: Int, _ component: Component) -> HTML {
    if component.role == .measure, let status = dataset.structure["OBS_STATUS"],
      let code = dataset.rows[observation, status.id],
      let label = dataset.label(code, of: status)
    {
      return words.phrase(label)
    }
    return blank("..", SiteTexts.noValue)
  }

  private func blank(_ sign: String, _ reason: Message) -> HTML {
    .pieces {
      Element(.span, .decorative) { sign }
      Element(.span, .class("unseen")) { words.text(reason) }
    }
  }

  private var legend: HTML {
    let observations = rows.flatMap(\.observations)
    let shown = observations.compactMap(\.self)
    let values = table.top == nil ? components.map(\.id) : [dataset.measure.id]
    let hasMissing = shown.contains { row in
      values.contains { dataset.rows[row, $0] == nil }
    }
    return .pieces {
      if hasMissing {
        Element(.p, .class("legend")) { words.text(SiteTexts.noValueLegend) }
      }
      if observations.contains(nil) {
        Element(.p, .class("legend")) { words.text(SiteTexts.noObservationLegend) }
      }
      if rows.count < table.total {
        Element(.p, .class("legend")) {
          words.text(
            SiteTexts.cut,
            ["shown": .count(rows.count), "total": .count(table.total)]
          )
        }
      }
      if !dataset.isComplete {
        Element(.p, .class("legend")) {
          words.text(SiteTexts.cutUnknown, ["total": .count(dataset.published.count)])
        }
      }
    }
  }
}

extension Component {
  /// Whether the component holds numbers.
  var isNumber: Bool {
    switch representation {
    case .integer, .double, .decimal: true
    case .codelist, .text, .boolean, .date, .timePeriod: false
    }
  }
}
