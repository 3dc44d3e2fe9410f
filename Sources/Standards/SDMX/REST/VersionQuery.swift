// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Structures

/// Which versions of an artefact a query asks for: one, the latest of some, or all of some.
///
/// - Source: SDMX REST 2.2, "Query syntax for specific, latest or all artefact versions".
public struct VersionQuery: Hashable, Sendable {
  /// What is asked for.
  public enum Choice: Hashable, Sendable {
    /// This version.
    case one
    /// The latest stable one from this version on, among those with the same first numbers.
    case latestStable(fixed: Int)
    /// The latest one from this version on, stable or not.
    case latest(fixed: Int)
    /// All from this version on.
    case all(fixed: Int)
  }

  /// The version, or the least one.
  public let version: Version
  /// Which one from there on.
  public let choice: Choice

  /// All versions.
  public static let all = VersionQuery(Version(0, 0, 0), .all(fixed: 0))
  /// The latest version, stable or not.
  public static let latest = VersionQuery(Version(0, 0, 0), .latest(fixed: 0))

  init(_ version: Version, _ choice: Choice) {
    self.version = version
    self.choice = choice
  }

  /// Reads `1.0.0`, `1.2+.0`, `2.~`, `*`, or `latest` and `all` as SDMX REST 1 has them.
  ///
  /// - Throws: `sdmx.bad-query`.
  init(_ text: QueryText) throws(Diagnostic) {
    switch text.string {
    case "all": self = .all
    case "latest": self = .latest
    default:
      guard let found = VersionQuery.read(text.string) else {
        throw text.problem("version: 1.0.0 | 1.2+.0 | 1.~ | + | ~ | *")
      }
      self = found
    }
  }

  private static func read(_ text: String) -> VersionQuery? {
    let halves = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    guard 1...3 ~= parts.count else { return nil }
    var numbers: [Int] = []
    var sign: (mark: Character, place: Int)?
    var isBare = false
    for (place, part) in parts.enumerated() {
      var digits = part
      if let mark = digits.last, "+~*".contains(mark) {
        guard sign == nil else { return nil }
        sign = (mark, place)
        digits.removeLast()
        isBare = digits.isEmpty
        if !isBare, parts.count == 1 { return nil }
        if isBare { digits = mark == "+" && place == 0 ? "1" : "0" }
      }
      guard digits.allSatisfy({ ("0"..."9").contains($0) }), let number = Int(digits),
        digits.count == 1 || digits.first != "0"
      else { return nil }
      // Behind a sign that names no least number there is none to name either.
      if isBare, sign?.place != place, number > 0 { return nil }
      numbers.append(number)
    }
    let isStable = sign?.mark == "+"
    // Only versions of three parts can be stable, and none of those before 1.0.0 is.
    if isStable, text != "+", numbers.count < 3 || numbers[0] == 0 { return nil }
    numbers += [0, 0]
    if halves.count == 2 {
      guard sign == nil, parts.count == 3, !halves[1].isEmpty else { return nil }
      let isSound = halves[1].allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0))
      }
      guard isSound else { return nil }
    }
    let version = Version(
      numbers[0],
      numbers[1],
      numbers[2],
      suffix: halves.count == 2 ? String(halves[1]) : nil
    )
    guard let sign else { return VersionQuery(version, .one) }
    switch sign.mark {
    case "+": return VersionQuery(version, .latestStable(fixed: sign.place))
    case "~": return VersionQuery(version, .latest(fixed: sign.place))
    default: return VersionQuery(version, .all(fixed: sign.place))
    }
  }

  /// Whether only the latest of the versions that match is asked for.
  public var isLatestOnly: Bool {
    switch choice {
    case .latest, .latestStable: true
    case .one, .all: false
    }
  }

  /// Whether a version is among those that are asked for, before the latest is chosen.
  public func matches(_ other: Version) -> Bool {
    let (fixed, demandsStable): (Int, Bool)
    switch choice {
    case .one: return version == other
    case .latestStable(let places): (fixed, demandsStable) = (places, true)
    case .latest(let places), .all(let places): (fixed, demandsStable) = (places, false)
    }
    if demandsStable, !other.isStable { return false }
    let least = [version.major, version.minor, version.patch]
    let found = [other.major, other.minor, other.patch]
    return least[..<fixed] == found[..<fixed]
      && !found[fixed...].lexicographicallyPrecedes(least[fixed...])
  }
}
