// SPDX-License-Identifier: Apache-2.0

/// Bars that lie: categories with names, from top to bottom.
extension ChartDrawing {
  var bars: Element {
    let labelWidth = isNarrow ? 0 : min(220, (categories.map(DrawnText.width).max() ?? 0) + 12)
    let thickness = 18.0
    let slot = Double(slots) * (thickness + 2)
    let step = slot + (isNarrow ? 24 : 10)
    let ticks = ticks(extent, target: isNarrow ? 3 : 5)
    let reserve = isSingle ? 58.0 : 16
    let (left, right) = (labelWidth + 2, width - reserve)
    let x = { (value: Double) in
      left + (value / magnitude.rawValue - ticks.lowest) / (ticks.highest - ticks.lowest)
        * (right - left)
    }
    let bottom = Double(categories.count) * step + 6
    return drawing(height: bottom + 24).element {
      if series.count > 1 { ChartPattern.definitions(id, count: series.count) }
      grid(ticks, bottom: bottom) { x($0 * magnitude.rawValue) }
      for category in categories.indices {
        let top = Double(category) * step + (isNarrow ? 20 : 4)
        name(category, top: top, slot: slot, labelWidth)
        for segment in segments(category) {
          bar(segment, category, x, top + Double(segment.slot) * (thickness + 2), thickness)
        }
      }
      Element(.path, .class("base"), .d("M\(Coordinate.text(x(0))) 0V\(Coordinate.text(bottom))"))
    }
  }

  private var isSingle: Bool { series.count == 1 }

  private func name(_ category: Int, top: Double, slot: Double, _ labelWidth: Double) -> HTML {
    .pieces {
      if isNarrow {
        DrawnText.element(DrawnText.fitting(categories[category], width), x: 0, y: top - 5)
      } else {
        DrawnText.element(
          DrawnText.fitting(categories[category], labelWidth),
          x: labelWidth - 6,
          y: top + slot / 2 + 4,
          .end
        )
      }
    }
  }

  private func bar(
    _ segment: Segment,
    _ category: Int,
    _ x: (Double) -> Double,
    _ top: Double,
    _ thickness: Double
  ) -> HTML {
    let (start, end) = (min(x(segment.from), x(segment.to)), max(x(segment.from), x(segment.to)))
    let value = segment.to - segment.from
    return .pieces {
      Element(
        .rect,
        .x(start),
        .y(top),
        .width(max(1, end - start)),
        .height(thickness),
        ChartPattern.paint(id, segment.series)
      ) {
        Element(.svgTitle) { words(segment.series, category, value) }
      }
      if isSingle {
        DrawnText.element(
          short(value),
          x: (value < 0 ? max(x(0), end) : end) + 5,
          y: top + thickness - 4,
          style: "value"
        )
      }
    }
  }

  private func grid(
    _ ticks: AxisTicks,
    bottom: Double,
    _ x: (Double) -> Double
  ) -> Element {
    Element(.g, .class("grid")) {
      for tick in ticks.values {
        Element(.path, .d("M\(Coordinate.text(x(tick))) 0V\(Coordinate.text(bottom))"))
        DrawnText.element(
          numbers.rounded(tick, decimals: ticks.decimals),
          x: x(tick),
          y: bottom + 17,
          tick == ticks.lowest && isNarrow ? .start : .middle
        )
      }
    }
  }
}
