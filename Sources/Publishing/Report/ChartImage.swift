// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project

/// A chart of a report as a drawing within a page, or as a picture that stands alone.
struct ChartImage: Sendable {
  let id: String
  let title: String
  let description: String
  /// Drawn for desks and paper, and for telephones, where letters keep their size.
  let drawing: ChartDrawing
  let narrow: ChartDrawing
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
    let (title, description) = (title, description)
    let draw = { (id: String, width: Double) in
      ChartDrawing(
        data: data,
        kind: chart.kind,
        categories: chart.categories.map(\.label),
        series: chart.series.map(\.label),
        numbers: words.numbers,
        magnitude: magnitude,
        title: title,
        description: description,
        id: id,
        width: width
      )
    }
    drawing = draw(id, 720)
    narrow = draw("\(id)n", 340)
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

  /// The drawing as a file of its own, with its colours and the names of its series within: other programs
  /// know no style sheet, and a picture has no legend beside it.
  var file: [UInt8] {
    let element = drawing.element
    let box = (element.attribute("viewBox") ?? "").split(separator: " ").compactMap { Double($0) }
    let (width, height) = box.count == 4 ? (box[2], box[3]) : (720, 300)
    let names = chart.series.count > 1 ? names(below: height, within: width) : (.empty, height)
    let whole = Element(
      .svg,
      Attribute("xmlns", "http://www.w3.org/2000/svg"),
      Attribute("viewBox", "0 0 \(Coordinate.text(width)) \(Coordinate.text(names.bottom))")
    ) {
      Element(.style) { ChartImage.style }
      element.content
      names.drawing
    }
    return Array(HTMLWriter.text(.element(whole)).utf8)
  }

  /// A sign and a name for each series, in as many rows as they take.
  private func names(
    below top: Double,
    within width: Double
  ) -> (drawing: HTML, bottom: Double) {
    var (x, y) = (0.0, top + 8)
    var pieces: [HTML] = []
    for (position, series) in chart.series.enumerated() {
      let needed = 28 + DrawnText.width(of: series.label) + 24
      if x > 0, x + needed > width { (x, y) = (0, y + 22) }
      pieces.append(
        .pieces {
          Element(
            .rect,
            .x(x),
            .y(y),
            .width(20),
            .height(13),
            chart.kind == .line
              ? .class("s\(position % 6 + 1)") : ChartPattern.paint(id, position)
          )
          DrawnText.element(series.label, x: x + 28, y: y + 11)
        }
      )
      x += needed
    }
    return (.fragment(pieces), y + 22)
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
