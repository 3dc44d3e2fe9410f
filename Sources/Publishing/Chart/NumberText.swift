// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Glibc

/// Numbers as a language writes them.
struct NumberText: Sendable {
  let language: Language

  /// An exact number in plain notation, such as `-1234.50`, grouped; other text is left as it is.
  func grouped(_ exact: String) -> String {
    let isNegative = exact.hasPrefix("-")
    let parts = exact.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return exact }
    var text = isNegative ? "\u{2212}" : ""
    for (position, digit) in whole.enumerated() {
      if position > 0, (whole.count - position).isMultiple(of: 3) {
        text += language.groupSeparator
      }
      text.append(digit)
    }
    return parts.count == 2 ? text + language.decimalSeparator + parts[1] : text
  }

  /// A number rounded to decimals, grouped.
  func rounded(_ value: Double, decimals: Int) -> String {
    let places = min(max(decimals, 0), 9)
    let scaled = (value * pow(10, Double(places))).rounded()
    guard scaled.isFinite, abs(scaled) < 9e18 else { return "\(value)" }
    var digits = String(Int(scaled).magnitude)
    if places > 0 {
      let missing = places + 1 - digits.count
      if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
    }
    return grouped(scaled < 0 ? "-" + digits : digits)
  }

  /// A number short enough to stand beside a bar; one that is nearly nothing is not written as nothing.
  func short(_ value: Double) -> String {
    if value == value.rounded() { return rounded(value, decimals: 0) }
    if abs(value) < 0.005 {
      return (value < 0 ? "> " : "< ") + rounded(value < 0 ? -0.01 : 0.01, decimals: 2)
    }
    return rounded(value, decimals: abs(value) < 10 ? 2 : 1)
  }
}

/// The unit of thousands in which large numbers of an axis are written.
enum Magnitude: Double, Sendable, CaseIterable {
  case ones = 1
  case thousands = 1e3
  case millions = 1e6
  case billions = 1e9

  /// The largest unit in which the greatest number is at least 2.
  init(for greatest: Double) {
    self = Magnitude.allCases.last { $0 == .ones || abs(greatest) >= 2 * $0.rawValue } ?? .ones
    if self == .thousands && abs(greatest) < 20_000 { self = .ones }
  }

  /// The word that follows the name of the measure; `nil` for plain numbers.
  var word: Message? {
    switch self {
    case .ones: nil
    case .thousands: SiteTexts.thousands
    case .millions: SiteTexts.millions
    case .billions: SiteTexts.billions
    }
  }
}
