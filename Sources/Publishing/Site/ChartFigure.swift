// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Structures

/// A chart with its caption and legend, drawn for desks and for telephones.
struct ChartFigure {
  let data: ChartData
  let kind: ViewDefinition.ChartKind
  let dataset: DatasetContents
  let words: PageLanguage

  /// The figure; a sentence where nothing can be drawn.
  var html: HTML {
    guard !data.all.isEmpty else {
      return .pieces { Element(.p) { words.text(SiteTexts.nothingToDraw) } }
    }
    return .pieces {
      Element(.figure) {
        Element(.figcaption) {
          Element(.strong) { title }
          held
        }
        drawing("w", width: 720).element
        drawing("n", width: 340).element
        if series.count > 1 { legend }
        if data.left.categories + data.left.series > 0 {
          Element(.p, .class("legend")) {
            words.text(
              SiteTexts.categoriesLeft,
              [
                "count": .count(
                  data.left.series > 0 ? data.series.count : data.categories.count
                )
              ]
            )
          }
        }
      }
    }
  }

  private var magnitude: Magnitude { Magnitude(for: data.all.map(abs).max() ?? 0) }

  private var series: [String] {
    guard let dimension = data.seriesDimension else { return [""] }
    return data.series.map { words.label($0, of: dimension, dataset) }
  }

  private var title: String {
    var measure = words.plain(dataset.measure.concept.name)
    if let word = magnitude.word {
      measure = words.text(
        SiteTexts.inUnits,
        ["measure": .text(measure), "unit": .text(words.text(word))]
      )
    }
    let axis = MessageArgument.text(words.plain(data.axis.concept.name).lowercasedFirst)
    guard let series = data.seriesDimension else {
      return words.text(SiteTexts.chartOf, ["measure": .text(measure), "axis": axis])
    }
    return words.text(
      SiteTexts.chartSeries,
      [
        "measure": .text(measure), "axis": axis,
        "series": .text(words.plain(series.concept.name).lowercasedFirst),
      ]
    )
  }

  private var held: HTML { HeldText(dataset: dataset, words: words).html(data.held) }

  private var description: String {
    let numbers = data.all
    return words.text(
      SiteTexts.chartDescription,
      [
        "categories": .count(data.categories.count), "series": .count(data.series.count),
        "low": .text(words.numbers.rounded(numbers.min() ?? 0, decimals: 0)),
        "high": .text(words.numbers.rounded(numbers.max() ?? 0, decimals: 0)),
      ]
    )
  }

  private func drawing(_ id: String, width: Double) -> ChartDrawing {
    ChartDrawing(
      data: data,
      kind: kind,
      categories: data.categories.map { words.label($0, of: data.axis, dataset) },
      series: series,
      numbers: words.numbers,
      magnitude: magnitude,
      title: title,
      description: description,
      id: id,
      width: width
    )
  }

  private var legend: Element {
    Element(.ul, .class("key"), .label(words.text(SiteTexts.legend))) {
      for (position, name) in series.enumerated() {
        Element(.li) {
          ChartPattern.sign(position, isLine: kind == .line)
          name
        }
      }
    }
  }
}

/// What is held fixed while a chart or a map shows the rest.
struct HeldText {
  let dataset: DatasetContents
  let words: PageLanguage

  /// One line, or nothing.
  func html(_ held: [HeldDimension]) -> HTML {
    .pieces {
      if !held.isEmpty {
        Element(.span, .class("held")) {
          held.map { dimension in
            words.text(
              SiteTexts.heldAt,
              [
                "dimension": .text(words.plain(dimension.component.concept.name)),
                "value": .text(words.label(dimension.code, of: dimension.component, dataset)),
              ]
            )
          }.joined(separator: " · ")
        }
      }
    }
  }
}

extension String {
  /// The text with a small first letter, as within a sentence; abbreviations keep theirs.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isLowercase == true else { return self }
    return first.lowercased() + dropFirst()
  }
}
