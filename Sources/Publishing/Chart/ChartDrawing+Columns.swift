// SPDX-License-Identifier: Apache-2.0

/// Bars that stand, and lines: periods from left to right.
extension ChartDrawing {
  /// Where things stand in a drawing whose values go upwards.
  struct Upright {
    let left: Double
    let right: Double
    let top = 12.0
    let bottom: Double
    let ticks: AxisTicks
    let unit: Double

    func y(_ value: Double) -> Double {
      let share = (value / unit - ticks.lowest) / (ticks.highest - ticks.lowest)
      return bottom - share * (bottom - top)
    }
  }

  private func upright(endLabels: Double) -> Upright {
    let height = isNarrow ? 240.0 : 340
    let ticks = ticks(extent, target: 5)
    let widest = ticks.values.map {
      DrawnText.width(of: numbers.rounded($0, decimals: ticks.decimals))
    }.max()
    return Upright(
      left: (widest ?? 0) + 12,
      right: width - 8 - endLabels,
      bottom: height,
      ticks: ticks,
      unit: magnitude.rawValue
    )
  }

  /// Columns over time, single, side by side or stacked.
  var columns: Element {
    let frame = upright(endLabels: 0)
    let step = (frame.right - frame.left) / Double(max(1, categories.count))
    let band = min(56, step * 0.72)
    let bar = band / Double(slots)
    return drawing(height: frame.bottom + 26).element {
      if series.count > 1 { ChartPattern.definitions(id, count: series.count) }
      grid(frame)
      for category in categories.indices {
        let start = frame.left + (Double(category) + 0.5) * step - band / 2
        for segment in segments(category) {
          let (low, high) = (frame.y(segment.from), frame.y(segment.to))
          Element(
            .rect,
            .x(start + Double(segment.slot) * bar),
            .y(min(low, high)),
            .width(max(1, bar - (slots > 1 ? 1 : 0))),
            .height(max(1, abs(high - low))),
            ChartPattern.paint(id, segment.series)
          ) {
            Element(.svgTitle) { words(segment.series, category, segment.to - segment.from) }
          }
        }
      }
      baseline(frame)
      periods(frame, step) { frame.left + (Double($0) + 0.5) * step }
    }
  }

  /// Lines over periods or categories, each with its dash, its mark and its name at the end.
  var line: Element {
    let isNamed = !isNarrow && series.count > 1
    let longest = series.map(DrawnText.width).max() ?? 0
    let frame = upright(endLabels: isNamed ? min(170, longest + 14) : 8)
    let step = (frame.right - frame.left - 16) / Double(max(1, categories.count - 1))
    let x = { (category: Int) in frame.left + 8 + Double(category) * step }
    return drawing(height: frame.bottom + 26).element {
      grid(frame)
      for series in series.indices {
        run(series, x, frame)
      }
      if isNamed { endNames(frame) }
      baseline(frame)
      periods(frame, step, x)
    }
  }

  private func run(_ series: Int, _ x: (Int) -> Double, _ frame: Upright) -> HTML {
    var path = ""
    var isDrawing = false
    for (category, value) in data.values[series].enumerated() {
      guard let value else {
        isDrawing = false
        continue
      }
      path += "\(isDrawing ? "L" : "M")\(Coordinate.text(x(category))) "
      path += Coordinate.text(frame.y(value))
      isDrawing = true
    }
    return .pieces {
      Element(
        .path,
        .class("line l\(series % 6 + 1)"),
        .d(path),
        ChartPattern.dashes[series % 6].map { Attribute("stroke-dasharray", $0) }
      )
      for (category, value) in data.values[series].enumerated() {
        if let value {
          Element(
            .path,
            .class(paint(series)),
            .d(ChartPattern.mark(series, x: x(category), y: frame.y(value)))
          ) {
            Element(.svgTitle) { words(series, category, value) }
          }
        }
      }
    }
  }

  /// The names of the series at the ends of their lines, kept apart.
  private func endNames(_ frame: Upright) -> HTML {
    let ends = series.indices.compactMap { series -> (series: Int, y: Double)? in
      guard let last = data.values[series].compactMap(\.self).last else { return nil }
      return (series, frame.y(last))
    }.sorted { ($0.y, $0.series) < ($1.y, $1.series) }
    var lowest = -Double.infinity
    let places = ends.map { end -> (series: Int, y: Double) in
      lowest = max(end.y, lowest + 16)
      return (end.series, lowest)
    }
    // What has been pushed below the frame is moved up together with what pushed it.
    let excess = max(0, (places.last?.y ?? 0) - frame.bottom)
    return .pieces {
      for place in places {
        DrawnText.element(
          DrawnText.fitting(series[place.series], width - frame.right - 8),
          x: frame.right + 4,
          y: place.y - excess + 4
        )
      }
    }
  }

  private func grid(_ frame: Upright) -> Element {
    Element(.g, .class("grid")) {
      for tick in frame.ticks.values {
        let y = frame.y(tick * frame.unit)
        Element(
          .path,
          .d(
            "M\(Coordinate.text(frame.left)) \(Coordinate.text(y))H\(Coordinate.text(frame.right))"
          )
        )
        DrawnText.element(
          numbers.rounded(tick, decimals: frame.ticks.decimals),
          x: frame.left - 8,
          y: y + 4,
          .end
        )
      }
    }
  }

  private func baseline(_ frame: Upright) -> Element {
    let y = Coordinate.text(frame.y(0))
    return Element(
      .path,
      .class("base"),
      .d("M\(Coordinate.text(frame.left)) \(y)H\(Coordinate.text(frame.right))")
    )
  }

  /// As many names of periods as there is room for, the last one always.
  private func periods(_ frame: Upright, _ step: Double, _ x: (Int) -> Double) -> Element {
    let widest = (categories.map(DrawnText.width).max() ?? 0) + 10
    let every = max(1, Int((widest / max(step, 1)).rounded(.up)))
    return Element(.g, .class("grid")) {
      for category in categories.indices
      where (categories.count - 1 - category).isMultiple(of: every) {
        DrawnText.element(
          DrawnText.fitting(categories[category], max(step * Double(every), 40)),
          x: x(category),
          y: frame.bottom + 18,
          category == categories.count - 1 && every > 1 ? .end : .middle
        )
      }
    }
  }
}
