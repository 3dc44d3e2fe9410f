// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The Equal Earth projection: areas keep their proportions, continents their familiar shape.
///
/// - Method: with sin θ = (√3/2)·sin φ,
///   x = 2√3·(λ − λ₀)·cos θ / (3·(9·A₄·θ⁸ + 7·A₃·θ⁶ + 3·A₂·θ² + A₁)),
///   y = A₄·θ⁹ + A₃·θ⁷ + A₂·θ³ + A₁·θ, for a sphere of radius 1;
///   A₁ = 1.340264, A₂ = −0.081106, A₃ = 0.000893, A₄ = 0.003796.
/// - Source: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal
///   of Geographical Information Science 33(3), 2019 (online 2018), equations 9 and 10.
struct EqualEarth: Sendable {
  /// The meridian in the middle, in degrees.
  let centralMeridian: Double

  /// The place of a point on a plane whose y axis points north.
  ///
  /// - Parameters:
  ///   - longitude: in degrees east.
  ///   - latitude: in degrees north.
  /// - Returns: the place, |x| ≤ 2.7066 and |y| ≤ 1.3174.
  func project(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    let root3 = 3.0.squareRoot()
    let lambda = (longitude - centralMeridian) * .pi / 180
    let theta = asin(root3 / 2 * sin(latitude * .pi / 180))
    let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
    let t2 = theta * theta
    let t6 = t2 * t2 * t2
    let slope = 9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1
    let x = 2 * root3 * lambda * cos(theta) / (3 * slope)
    let y = theta * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1)
    return (x, y)
  }
}
