// SPDX-License-Identifier: Apache-2.0

/// A drawing in its own units, with a name and a description that are read aloud.
struct Drawing: Sendable {
  /// Prefix of the identifiers within the drawing; unique on the page.
  let id: String
  let title: String
  let description: String
  let width: Double
  let height: Double
  /// The class by which the style sheet knows it.
  let style: String

  /// The drawing as an element.
  func element(@HTMLBuilder _ content: () -> HTML) -> Element {
    Element(
      .svg,
      .class(style),
      .role("img"),
      .labelledBy("\(id)-t \(id)-d"),
      Attribute("viewBox", "0 0 \(Coordinate.text(width)) \(Coordinate.text(height))")
    ) {
      Element(.svgTitle, .id("\(id)-t")) { title }
      Element(.desc, .id("\(id)-d")) { description }
      content()
    }
  }
}

/// Numbers of a drawing as text: one decimal at most, which is finer than any screen.
enum Coordinate {
  /// `12.3`, `12`; what is no number becomes 0.
  static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "0" }
    return text(tenths: Int((value * 10).rounded()))
  }

  /// A count of tenths as text.
  static func text(tenths: Int) -> String {
    let (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    return tenth == 0 ? "\(sign)\(whole)" : "\(sign)\(whole == 0 ? "" : "\(whole)").\(tenth)"
  }
}

extension Attribute {
  static func x(_ value: Double) -> Attribute { Attribute("x", Coordinate.text(value)) }
  static func y(_ value: Double) -> Attribute { Attribute("y", Coordinate.text(value)) }
  static func width(_ value: Double) -> Attribute { Attribute("width", Coordinate.text(value)) }
  static func height(_ value: Double) -> Attribute { Attribute("height", Coordinate.text(value)) }
  static func d(_ path: String) -> Attribute { Attribute("d", path) }
  static func fill(_ paint: String) -> Attribute { Attribute("fill", paint) }
  static func anchor(_ place: TextAnchor) -> Attribute {
    Attribute("text-anchor", place.rawValue)
  }
}

/// Which end of a text stands at its coordinate.
enum TextAnchor: String {
  case start, middle, end
}

/// Texts of a drawing, placed and measured.
enum DrawnText {
  /// The height of the letters, in units of the drawing.
  static let size = 13.0

  /// A text at a place.
  static func element(
    _ text: String,
    x: Double,
    y: Double,
    _ anchor: TextAnchor = .start,
    style: String? = nil
  ) -> Element {
    Element(.svgText, .x(x), .y(y), .anchor(anchor), style.map { Attribute.class($0) }) { text }
  }

  /// About how wide a text will be: letters of system fonts are a bit over half as wide as high.
  static func width(of text: String) -> Double { Double(text.count) * size * 0.56 }

  /// The text, cut with an ellipsis where it would be wider.
  static func fitting(_ text: String, _ width: Double) -> String {
    let most = max(3, Int(width / (size * 0.56)))
    return text.count <= most ? text : String(text.prefix(most - 1)) + "…"
  }
}
