// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation
internal import Structures

/// What a map shows: areas with values, in the order of their codes.
struct MapData: Sendable {
  let area: Component
  let property: String
  let values: [(code: String, value: Double, text: String)]
  let held: [HeldDimension]
  let paths: MapPaths
  let classes: QuantileClasses

  /// Puts rows on a map.
  init(
    _ rows: TextRows,
    _ contents: DatasetContents,
    area: Component,
    property: String,
    held: [HeldDimension],
    boundaries: GeoJSON
  ) {
    let found = rows.indices.compactMap { row -> (code: String, value: Double, text: String)? in
      guard let code = rows[row, area.id], let text = rows[row, contents.measure.id],
        let value = Double(text)
      else { return nil }
      return (code, value, text)
    }
    let codes = Set(found.map(\.code))
    self.area = area
    self.property = property
    self.held = held
    values = found.sorted { $0.code < $1.code }
    classes = QuantileClasses(found.map(\.value))
    paths = MapPaths(boundaries) { codes.contains($0.properties[property] ?? "") }
  }
}

/// A map with its caption, its legend and its disclaimer.
struct MapFigure {
  let map: MapData
  let dataset: DatasetContents
  let words: PageLanguage
  /// How many of the areas that are not on the map are listed.
  let share: PageShare

  /// The figure; a sentence where nothing can be drawn.
  var html: HTML {
    guard !map.values.isEmpty else {
      return .pieces { Element(.p) { words.text(SiteTexts.nothingToDraw) } }
    }
    return .pieces {
      Element(.figure) {
        Element(.figcaption) {
          Element(.strong) { title }
          HeldText(dataset: dataset, words: words).html(map.held)
        }
        drawing
        legend
        Element(.p, .class("legend")) { words.text(SiteTexts.quantiles) }
        unseen
        Element(.p, .class("legend")) { words.text(SiteTexts.disclaimer) }
      }
    }
  }

  private var title: String {
    words.text(
      SiteTexts.chartOf,
      [
        "measure": .text(words.plain(dataset.measure.concept.name)),
        "axis": .text(words.plain(map.area.concept.name).lowercasedFirst),
      ]
    )
  }

  private func label(_ code: String) -> String { words.label(code, of: map.area, dataset) }

  private var drawing: Element {
    let values = Dictionary(
      map.values.map { ($0.code, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let areas = map.paths.areas.map { ($0, values[$0.properties[map.property] ?? ""]) }
    return Drawing(
      id: "m",
      title: title,
      description: words.text(
        SiteTexts.mapDescription,
        ["areas": .count(map.values.count), "classes": .count(map.classes.bounds.count)]
      ),
      width: MapPaths.width,
      height: map.paths.height,
      style: "map"
    ).element {
      Element(.path, .class("m0"), .d(areas.filter { $0.1 == nil }.map(\.0.path).joined()))
      for (area, value) in areas {
        if let value, let number = map.classes.number(of: value.value) {
          if !area.path.isEmpty {
            Element(.path, .class(style(number)), .d(area.path)) {
              Element(.svgTitle) {
                "\(label(value.code))\(words.language.colon)\(words.numbers.grouped(value.text))"
              }
            }
          }
          if area.isSmall {
            Element(
              .circle,
              .class(style(number)),
              Attribute("cx", Coordinate.text(area.centre.x)),
              Attribute("cy", Coordinate.text(area.centre.y)),
              Attribute("r", "5")
            ) {
              Element(.svgTitle) {
                "\(label(value.code))\(words.language.colon)\(words.numbers.grouped(value.text))"
              }
            }
          }
        }
      }
    }
  }

  /// Few classes are spread over the whole ramp, so that they are told apart.
  private func style(_ number: Int) -> String {
    let count = map.classes.bounds.count
    guard count > 1 else { return "m4" }
    return "m\(1 + (number * 4 + (count - 1) / 2) / (count - 1))"
  }

  private var legend: Element {
    Element(.ul, .class("key"), .label(words.text(SiteTexts.legend))) {
      for (number, bounds) in map.classes.bounds.enumerated() {
        let count = map.values.count { map.classes.number(of: $0.value) == number }
        Element(.li) {
          swatch(style(number))
          range(bounds)
          " "
          count == 1
            ? words.text(SiteTexts.classArea)
            : words.text(SiteTexts.classAreas, ["count": .count(count)])
        }
      }
      Element(.li) {
        swatch("m0")
        words.text(SiteTexts.noData)
      }
    }
  }

  private func swatch(_ style: String) -> Element {
    Element(
      .svg,
      .class("sign map"),
      .decorative,
      Attribute("viewBox", "0 0 28 16"),
      .width(28),
      .height(16)
    ) {
      Element(.rect, .class(style), .width(28), .height(16))
    }
  }

  private func range(_ bounds: ClosedRange<Double>) -> String {
    let text = { (value: Double) in
      words.numbers.rounded(value, decimals: abs(value) < 100 && value != value.rounded() ? 2 : 0)
    }
    guard bounds.lowerBound < bounds.upperBound else { return text(bounds.lowerBound) }
    return words.text(
      SiteTexts.classRange,
      ["low": .text(text(bounds.lowerBound)), "high": .text(text(bounds.upperBound))]
    )
  }

  /// Areas that a reader may not find on the map, with their values.
  private var unseen: HTML {
    let seen = Set(
      map.paths.areas.filter { !$0.isSmall }.compactMap { $0.properties[map.property] }
    )
    let hidden = map.values.filter { !seen.contains($0.code) }
    return .pieces {
      if !hidden.isEmpty {
        Element(.div, .class("unmapped")) {
          Element(.p) { words.text(SiteTexts.smallAreas) }
          Element(.ul) {
            for value in hidden.prefix(share.of(hidden.count)) {
              Element(.li) {
                "\(label(value.code))\(words.language.colon)\(words.numbers.grouped(value.text))"
              }
            }
            if share.of(hidden.count) < hidden.count {
              Element(.li) { words.more(hidden.count - share.of(hidden.count)) }
            }
          }
        }
      }
    }
  }
}
