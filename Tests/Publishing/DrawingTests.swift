// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Publishing

/// What charts and maps compute before they draw.
@Suite struct DrawingTests {
  /// - Source: extents of the projection for a sphere of radius 1, as computed from the equations of
  ///   Šavrič, Patterson and Jenny (2018) with 50 digits by another program.
  @Test func `the Equal Earth projection reaches its known extents`() {
    let earth = EqualEarth(centralMeridian: 0)
    let east = earth.project(longitude: 180, latitude: 0)
    #expect(abs(east.x - 2.706_629_983_7) < 1e-9 && abs(east.y) < 1e-12)
    let north = earth.project(longitude: 0, latitude: 90)
    #expect(abs(north.y - 1.317_362_759_2) < 1e-9 && abs(north.x) < 1e-12)
    let west = earth.project(longitude: -180, latitude: 0)
    #expect(west.x == -east.x)
  }

  @Test func `equal areas stay equal wherever they lie`() {
    // Bands of a degree of longitude between latitudes whose sines are equally far apart.
    let earth = EqualEarth(centralMeridian: 10)
    let areas = [-0.9, -0.5, 0.0, 0.3, 0.89].map { sine -> Double in
      let latitudes = (0...200).map { asinDegrees(sine + 0.1 * Double($0) / 200) }
      let right = latitudes.map { earth.project(longitude: 41, latitude: $0) }
      let left = latitudes.reversed().map { earth.project(longitude: 40, latitude: $0) }
      let ring = right + left
      return abs(
        ring.indices.reduce(0.0) { sum, i in
          let (a, b) = (ring[i], ring[(i + 1) % ring.count])
          return sum + a.x * b.y - b.x * a.y
        }
      )
    }
    for area in areas { #expect(abs(area / areas[0] - 1) < 1e-4, "\(areas)") }
  }

  private func asinDegrees(_ sine: Double) -> Double {
    // Newton's method needs no import and is exact enough here.
    var angle = sine
    for _ in 0..<60 { angle -= (sinus(angle) - sine) / sinus(angle + .pi / 2) }
    return angle * 180 / .pi
  }

  private func sinus(_ x: Double) -> Double {
    var (term, sum) = (x, x)
    for n in 1..<30 {
      term *= -x * x / Double(2 * n * (2 * n + 1))
      sum += term
    }
    return sum
  }

  @Test(arguments: [
    (0.0...97.0, 5, [0, 20, 40, 60, 80, 100.0]),
    (-3.0...8.0, 5, [-5, 0, 5, 10.0]),
    (0.0...0.31, 4, [0, 0.1, 0.2, 0.3, 0.4]),
    (0.0...0.0, 5, [0, 0.2]),
    (12.0...12.0, 5, [10, 15.0]),
  ])
  func `ticks are round and cover the range`(
    range: ClosedRange<Double>,
    target: Int,
    expected: [Double]
  ) {
    let ticks = AxisTicks(range, target: target)
    #expect(ticks.lowest <= range.lowerBound && ticks.highest >= range.upperBound)
    if range.upperBound > range.lowerBound { #expect(ticks.values == expected) }
  }

  @Test func `classes hold about as many values each, and equal values together`() {
    let classes = QuantileClasses((1...10).map(Double.init))
    #expect(classes.bounds == [1...2, 3...4, 5...6, 7...8, 9...10])
    let tied = QuantileClasses([1, 1, 1, 1, 1, 1, 5, 6])
    #expect(tied.bounds == [1...1, 5...5, 6...6])
    #expect(tied.number(of: 1) == 0 && tied.number(of: 6) == 2)
    #expect(QuantileClasses([]).bounds.isEmpty)
  }

  @Test func `coordinates are short and keep one decimal`() {
    #expect([0, 1.04, -0.25, 12.96, .nan].map(Coordinate.text) == ["0", "1", "-.3", "13", "0"])
  }

  @Test func `rings are simplified within the tolerance and closed`() {
    let ring = [(0.0, 0.0), (5, 0.1), (10, 0), (10, 10), (0, 10), (0, 0)].map { (x: $0, y: $1) }
    #expect(MapPaths.path(ring) == "M0 0l10 0 0 10-10 0z")
    #expect(MapPaths.path([(0, 0), (0.01, 0), (0, 0.01), (0, 0)]).isEmpty)
  }

  @Test(arguments: [
    (0.0, "0", "0"), (12, "12", "12"), (1.5, "1.50", "1,50"), (12.34, "12.3", "12,3"),
    (0.005, "0.01", "0,01"), (0.0036, "< 0.01", "< 0,01"), (-0.0036, "> −0.01", "> −0,01"),
  ])
  func `a number beside a bar is short, and nothing only where it is nothing`(
    number: Double,
    english: String,
    french: String
  ) {
    #expect(NumberText(language: .english).short(number) == english)
    #expect(NumberText(language: .french).short(number) == french)
  }

  @Test func `numbers are grouped as the language writes them and lose no digit`() {
    let english = NumberText(language: .english)
    let french = NumberText(language: .french)
    #expect(english.grouped("-12345678901234567890.50") == "−12,345,678,901,234,567,890.50")
    #expect(french.grouped("1234.5") == "1\u{202F}234,5")
    #expect(english.grouped("1e5") == "1e5" && english.grouped("n/a") == "n/a")
    #expect(english.rounded(0.05, decimals: 2) == "0.05")
    #expect(english.rounded(-1999.996, decimals: 2) == "−2,000.00")
  }
}
