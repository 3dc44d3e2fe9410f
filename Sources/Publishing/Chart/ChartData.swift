// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Structures

/// The numbers of a chart: categories along an axis, one or more series, and what is held fixed.
struct ChartData: Sendable {
  /// The dimension along the axis.
  let axis: Component
  /// The dimension whose values are series; `nil` for one series.
  let seriesDimension: Component?
  /// The codes along the axis, in order.
  let categories: [String]
  /// The codes of the series, in order; one empty text where there is no such dimension.
  let series: [String]
  /// A value for each series and category.
  let values: [[Double?]]
  /// The dimensions that are held to one value.
  let held: [HeldDimension]
  /// How many categories and series are left out because a chart would not hold them.
  let left: (categories: Int, series: Int)

  /// Whether the axis is time, which runs from left to right.
  var isTemporal: Bool { axis.representation == .timePeriod || axis.role == .timeDimension }

  /// All values.
  var all: [Double] { values.flatMap { $0.compactMap(\.self) } }
}

/// A dimension held to one value while others are shown.
struct HeldDimension: Sendable {
  let component: Component
  let code: String
}

extension ChartData {
  /// The most categories that are drawn, and the most series: more cannot be told apart.
  static let limits = (categories: 40, series: 6)

  /// Puts rows in order; keeps the largest where there are too many.
  ///
  /// - Parameters:
  ///   - rows: one observation each.
  ///   - contents: the dataset, for labels and orders.
  ///   - axis: the dimension along the axis.
  ///   - series: the dimension whose values are series.
  ///   - held: what is held fixed.
  init(
    _ rows: TextRows,
    _ contents: DatasetContents,
    axis: Component,
    series: Component?,
    held: [HeldDimension]
  ) {
    var points: [String: [String: Double]] = [:]
    for row in rows.indices {
      guard let category = rows[row, axis.id] else { continue }
      let name = series.flatMap { rows[row, $0.id] } ?? ""
      points[name, default: [:]][category] = rows[row, contents.measure.id].flatMap(Double.init)
    }
    let isTime = axis.representation == .timePeriod
    let allCategories = contents.ordered(Set(points.values.flatMap(\.keys)), of: axis)
    let allSeries = series.map { contents.ordered(Set(points.keys), of: $0) } ?? [""]
    let totals = { (category: String) in
      points.values.compactMap { $0[category] }.map(abs).reduce(0, +)
    }
    let ranked =
      isTime
      ? Array(allCategories.suffix(ChartData.limits.categories))
      : ChartData.largest(
        allCategories,
        ChartData.limits.categories,
        totals,
        isSorted: series == nil
      )
    let shown = ChartData.largest(
      allSeries,
      ChartData.limits.series,
      { name in
        (points[name] ?? [:]).values.map(abs).reduce(0, +)
      },
      isSorted: false
    )
    self.axis = axis
    seriesDimension = series
    categories = ranked
    self.series = shown
    values = shown.map { name in ranked.map { points[name]?[$0] } }
    self.held = held
    left = (allCategories.count - ranked.count, allSeries.count - shown.count)
  }

  /// The largest few, in descending order or in the order they had.
  private static func largest(
    _ codes: [String],
    _ limit: Int,
    _ size: (String) -> Double,
    isSorted: Bool
  ) -> [String] {
    let sizes = Dictionary(codes.map { ($0, size($0)) }, uniquingKeysWith: { first, _ in first })
    let ranked = codes.enumerated().sorted {
      let (left, right) = (sizes[$0.element] ?? 0, sizes[$1.element] ?? 0)
      return left == right ? $0.offset < $1.offset : left > right
    }.map(\.element)
    if isSorted { return Array(ranked.prefix(limit)) }
    let kept = Set(ranked.prefix(limit))
    return codes.filter { kept.contains($0) }
  }
}
