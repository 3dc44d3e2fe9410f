// SPDX-License-Identifier: Apache-2.0

/// Boundaries as paths of a drawing: projected, simplified, written with one decimal.
struct MapPaths: Sendable {
  /// An area on the drawing.
  struct Area: Sendable {
    let properties: [String: String]
    /// The path; empty where the area has no extent.
    let path: String
    /// The middle of its extent.
    let centre: (x: Double, y: Double)
    /// Whether it is too small to be seen, so that it needs a dot.
    let isSmall: Bool
  }

  let areas: [Area]
  let height: Double
  /// The width of the drawing.
  static let width = 960.0
  /// How far a line may lie from the boundary, in units of the drawing.
  static let tolerance = 0.3
  /// The extent below which an area gets a dot.
  static let small = 5.0

  private typealias Place = (x: Double, y: Double)

  /// Projects areas so that they fill the width.
  ///
  /// - Parameters:
  ///   - boundaries: the areas.
  ///   - isShown: whether an area has something to show; polar areas without are left out.
  init(_ boundaries: GeoJSON, isShown: (GeoJSON.Feature) -> Bool) {
    let features = boundaries.features.filter { feature in
      isShown(feature) || feature.rings.contains { $0.contains { $0.latitude > -60 } }
    }
    let longitudes = features.flatMap { $0.rings.flatMap { $0.map(\.longitude) } }
    let (west, east) = (longitudes.min() ?? -180, longitudes.max() ?? 180)
    let projection = EqualEarth(centralMeridian: east - west > 180 ? 0 : (west + east) / 2)
    let projected: [(properties: [String: String], rings: [[Place]])] = features.map { feature in
      let rings = feature.rings.map { ring in
        ring.map { point -> Place in
          let place = projection.project(longitude: point.longitude, latitude: point.latitude)
          return (place.x, -place.y)
        }
      }
      return (feature.properties, rings)
    }
    let all = projected.flatMap { $0.rings.flatMap(\.self) }
    let (left, right) = (all.map(\.x).min() ?? 0, all.map(\.x).max() ?? 1)
    let (top, bottom) = (all.map(\.y).min() ?? 0, all.map(\.y).max() ?? 1)
    let scale = (MapPaths.width - 4) / max(right - left, 1e-9)
    height = min(2_000, (bottom - top) * scale + 4)
    areas = projected.map { feature in
      Area(
        feature.properties,
        feature.rings.map { ring in
          ring.map { (2 + ($0.x - left) * scale, 2 + ($0.y - top) * scale) }
        }
      )
    }
  }
}

extension MapPaths.Area {
  fileprivate init(_ properties: [String: String], _ rings: [[(x: Double, y: Double)]]) {
    let all = rings.flatMap(\.self)
    let (left, right) = (all.map(\.x).min() ?? 0, all.map(\.x).max() ?? 0)
    let (top, bottom) = (all.map(\.y).min() ?? 0, all.map(\.y).max() ?? 0)
    self.properties = properties
    centre = ((left + right) / 2, (top + bottom) / 2)
    isSmall = max(right - left, bottom - top) < MapPaths.small
    path = rings.map(MapPaths.path).joined()
  }
}

extension MapPaths {
  /// A ring as a path with relative steps of tenths; empty where nothing of it would be seen.
  static func path(_ ring: [(x: Double, y: Double)]) -> String {
    var tenths: [(x: Int, y: Int)] = []
    for point in simplified(ring) {
      let next = (x: Int((point.x * 10).rounded()), y: Int((point.y * 10).rounded()))
      if tenths.last.map({ $0 != next }) ?? true { tenths.append(next) }
    }
    if let first = tenths.first, let last = tenths.last, first == last { tenths.removeLast() }
    guard tenths.count >= 3, let start = tenths.first else { return "" }
    var path = "M\(Coordinate.text(tenths: start.x)) \(Coordinate.text(tenths: start.y))l"
    var (previous, isFirst) = (start, true)
    for point in tenths.dropFirst() {
      let x = Coordinate.text(tenths: point.x - previous.x)
      let y = Coordinate.text(tenths: point.y - previous.y)
      path += (isFirst || x.hasPrefix("-") ? "" : " ") + x + (y.hasPrefix("-") ? "" : " ") + y
      (previous, isFirst) = (point, false)
    }
    return path + "z"
  }

  /// The points that keep a ring within the tolerance.
  ///
  /// - Source: D. H. Douglas, T. K. Peucker, "Algorithms for the reduction of the number of points",
  ///   Cartographica 10(2), 1973; the closed ring is cut at its point farthest from the first.
  static func simplified(_ ring: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    guard ring.count > 4, let first = ring.first else { return ring }
    let distance = { (point: (x: Double, y: Double)) in
      (point.x - first.x) * (point.x - first.x) + (point.y - first.y) * (point.y - first.y)
    }
    let far = ring.indices.max { distance(ring[$0]) < distance(ring[$1]) } ?? 0
    var kept: Set<Int> = [0, far, ring.count - 1]
    var waiting = [(0, far), (far, ring.count - 1)]
    while let (start, end) = waiting.popLast() {
      guard end - start > 1 else { continue }
      let offsets = ((start + 1)..<end).map { ($0, offset(ring[$0], ring[start], ring[end])) }
      guard let worst = offsets.max(by: { $0.1 < $1.1 }), worst.1 > tolerance else { continue }
      kept.insert(worst.0)
      waiting += [(start, worst.0), (worst.0, end)]
    }
    return kept.sorted().map { ring[$0] }
  }

  /// How far a point lies from the line between two others.
  private static func offset(
    _ point: (x: Double, y: Double),
    _ start: (x: Double, y: Double),
    _ end: (x: Double, y: Double)
  ) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else {
      let (px, py) = (point.x - start.x, point.y - start.y)
      return (px * px + py * py).squareRoot()
    }
    return abs(dx * (start.y - point.y) - (start.x - point.x) * dy) / length
  }
}
