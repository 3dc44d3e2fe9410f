// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project

/// What every kind of chart needs to be drawn in one language and one width.
struct ChartDrawing: Sendable {
  let data: ChartData
  let kind: ViewDefinition.ChartKind
  /// Labels of the categories and of the series, in their order.
  let categories: [String]
  let series: [String]
  let numbers: NumberText
  let magnitude: Magnitude
  let title: String
  let description: String
  /// Prefix of identifiers.
  let id: String
  /// 720 for desks, 340 for telephones: letters keep their size.
  let width: Double

  /// Whether it is drawn for a telephone.
  var isNarrow: Bool { width < 500 }

  /// The chart.
  var element: Element {
    switch kind {
    case .line where data.categories.count > 1: line
    case .line, .bar, .stacked: data.isTemporal ? columns : bars
    }
  }

  /// The ends of the stacks, or the values themselves.
  var extent: ClosedRange<Double> {
    guard kind == .stacked else {
      return min(0, data.all.min() ?? 0)...max(0, data.all.max() ?? 0)
    }
    var (low, high) = (0.0, 0.0)
    for category in data.categories.indices {
      let values = data.values.compactMap { $0[category] }
      low = min(low, values.filter { $0 < 0 }.reduce(0, +))
      high = max(high, values.filter { $0 > 0 }.reduce(0, +))
    }
    return low...high
  }

  /// The ticks of the axis of values, in the chart's unit of thousands.
  func ticks(_ range: ClosedRange<Double>, target: Int) -> AxisTicks {
    AxisTicks(
      (range.lowerBound / magnitude.rawValue)...(range.upperBound / magnitude.rawValue),
      target: target
    )
  }

  /// A value in the chart's unit, short enough to stand beside its bar.
  func short(_ value: Double) -> String { numbers.short(value / magnitude.rawValue) }

  /// The class of a series' colour.
  func paint(_ series: Int) -> String { "s\(series % 6 + 1)" }

  /// The parts of one category, from the baseline outwards, or side by side.
  func segments(_ category: Int) -> [Segment] {
    var (above, below) = (0.0, 0.0)
    return data.values.indices.compactMap { series in
      guard let value = data.values[series][category], value != 0 else { return nil }
      guard kind == .stacked else {
        return Segment(series: series, from: 0, to: value, slot: series)
      }
      let start = value < 0 ? below : above
      if value < 0 { below += value } else { above += value }
      return Segment(series: series, from: start, to: start + value, slot: 0)
    }
  }

  /// How many bars stand side by side.
  var slots: Int { kind == .stacked ? 1 : max(1, data.series.count) }

  /// A part of a bar.
  struct Segment {
    let series: Int
    let from: Double
    let to: Double
    let slot: Int
  }

  /// What a reader hears of one value when they point at it.
  func words(_ series: Int, _ category: Int, _ value: Double) -> String {
    let name = self.series.count > 1 ? "\(self.series[series]), " : ""
    return "\(name)\(categories[category])\(numbers.language.colon)\(short(value))"
  }

  /// The drawing's frame.
  func drawing(height: Double) -> Drawing {
    Drawing(
      id: id,
      title: title,
      description: description,
      width: width,
      height: height,
      style: isNarrow ? "chart narrow" : "chart wide"
    )
  }
}
