// SPDX-License-Identifier: Apache-2.0

/// What tells series apart besides colour: patterns of areas, dashes and marks of lines.
enum ChartPattern {
  /// The definitions of the patterns that a chart uses; the first series is plain.
  static func definitions(_ id: String, count: Int) -> Element {
    Element(.defs) {
      for series in 1..<max(2, count) { pattern(id, series) }
    }
  }

  private static func pattern(_ id: String, _ series: Int) -> Element {
    Element(
      .pattern,
      .id("\(id)-p\(series)"),
      .width(8),
      .height(8),
      Attribute("patternUnits", "userSpaceOnUse")
    ) {
      Element(.rect, .class("s\(series % 6 + 1)"), .width(8), .height(8))
      Element(.path, .class("hatch"), .d(strokes[(series - 1) % strokes.count]))
    }
  }

  /// What fills a series' area: its class, or its pattern; a class would win over the pattern.
  static func paint(_ id: String, _ series: Int) -> Attribute {
    series == 0 ? .class("s1") : .fill("url(#\(id)-p\(series))")
  }

  /// Diagonals, dots, verticals, counter-diagonals, horizontals.
  private static let strokes = [
    "M-2 2 2-2M0 8 8 0M6 10 10 6", "M2 2h1M6 6h1", "M4 0v8", "M-2 6 2 10M0 0 8 8M6-2 10 2",
    "M0 4h8",
  ]

  /// The dashes of lines; the first is whole.
  static let dashes: [String?] = [nil, "7 4", "2 3", "9 3 2 3", "12 4", "4 2"]

  /// A mark around a point: disc, square, triangle, diamond, cross, lying triangle.
  static func mark(_ series: Int, x: Double, y: Double) -> String {
    let start = "M\(Coordinate.text(x)) \(Coordinate.text(y))"
    switch series % 6 {
    case 0: return start + "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0"
    case 1: return start + "m-3.5-3.5h7v7h-7z"
    case 2: return start + "m0-4.5 4.5 8h-9z"
    case 3: return start + "m0-5 5 5-5 5-5-5z"
    case 4: return start + "m-1.5-4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z"
    default: return start + "m0 4.5 4.5-8h-9z"
    }
  }

  /// The sign of a series in a legend, with a pattern of its own: those of hidden drawings are lost.
  static func sign(_ series: Int, isLine: Bool) -> Element {
    Element(
      .svg,
      .class("sign"),
      .decorative,
      Attribute("viewBox", "0 0 28 16"),
      .width(28),
      .height(16)
    ) {
      if isLine {
        Element(
          .path,
          .class("line l\(series % 6 + 1)"),
          .d("M0 8h28"),
          dashes[series % 6].map { Attribute("stroke-dasharray", $0) }
        )
        Element(.path, .class("s\(series % 6 + 1)"), .d(mark(series, x: 14, y: 8)))
      } else {
        if series > 0 { Element(.defs) { pattern("k", series) } }
        Element(
          .rect,
          .width(28),
          .height(16),
          paint("k", series)
        )
      }
    }
  }
}
