// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project

/// A chart of a report as a drawing within a page, or as a picture that stands alone.
struct ChartImage: Sendable {
  let id: String
  let title: String
  let description: String
  let drawing: ChartDrawing
  private let chart: ReportChart
  private let words: PageLanguage

  init(_ chart: ReportChart, _ words: PageLanguage, id: String) {
    self.chart = chart
    self.words = words
    self.id = id
    let data = ChartData(
      axis: chart.axis,
      seriesDimension: nil,
      categories: chart.categories.map(\.code),
      series: chart.series.map(\.label),
      values: chart.series.map { series in series.numbers.map { $0?.text.flatMap(Double.init) } },
      held: [],
      left: (0, 0)
    )
    let magnitude = Magnitude(for: data.all.map(abs).max() ?? 0)
    let measure = magnitude.word.map { word in
      words.text(
        SiteTexts.inUnits,
        ["measure": .text(chart.measure), "unit": .text(words.text(word))]
      )
    }
    title = "\(chart.title) – \(measure ?? chart.measure)"
    description = words.text(
      SiteTexts.chartDescription,
      [
        "categories": .count(data.categories.count), "series": .count(data.series.count),
        "low": .text(words.numbers.rounded(data.all.min() ?? 0, decimals: 0)),
        "high": .text(words.numbers.rounded(data.all.max() ?? 0, decimals: 0)),
      ]
    )
    drawing = ChartDrawing(
      data: data,
      kind: chart.kind,
      categories: chart.categories.map(\.label),
      series: chart.series.map(\.label),
      numbers: words.numbers,
      magnitude: magnitude,
      title: title,
      description: description,
      id: id,
      width: 720
    )
  }

  /// The signs of the series and their names.
  var legend: Element {
    Element(.ul, .class("key"), .label(words.text(SiteTexts.legend))) {
      for (position, series) in chart.series.enumerated() {
        Element(.li) {
          ChartPattern.sign(position, isLine: chart.kind == .line)
          series.label
        }
      }
    }
  }

  /// The drawing as a file of its own, with its colours within: other programs know no style sheet.
  var file: [UInt8] {
    let element = drawing.element
    let whole = Element(
      .svg,
      Attribute("xmlns", "http://www.w3.org/2000/svg"),
      Attribute("viewBox", element.attribute("viewBox") ?? "0 0 720 300")
    ) {
      Element(.style) { ChartImage.style }
      element.content
    }
    return Array(HTMLWriter.text(.element(whole)).utf8)
  }

  /// The colours of the light page, as ``ReportStyle`` has them, without variables.
  ///
  /// - Note: librsvg reads classes and plain colours; it knows no custom properties.
  private static let style = """
    text{font:13px "DejaVu Sans","Noto Sans","Liberation Sans",sans-serif;fill:#18242d}
    .grid path{stroke:#d5dde1}.grid text{fill:#4d5b66}.base{stroke:#7b8992}
    .line{fill:none;stroke-width:2.5}.hatch{stroke:#fff;stroke-width:1.5;fill:none}
    .s1{fill:#0b5f8a}.s2{fill:#b4541a}.s3{fill:#2c7a4b}.s4{fill:#7a4ba3}.s5{fill:#a52f52}.s6{fill:#5f6368}
    .l1{stroke:#0b5f8a}.l2{stroke:#b4541a}.l3{stroke:#2c7a4b}.l4{stroke:#7a4ba3}.l5{stroke:#a52f52}.l6{stroke:#5f6368}

    """
}

extension Element {
  /// The value of an attribute.
  fileprivate func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}
