// SPDX-License-Identifier: Apache-2.0

/// The version of an artefact, semantic since SDMX 3.0: `1.4.0`, or with an extension `2.0.0-draft`.
///
/// A reference may leave some of it open, which ``wildcard`` then says: `1.4+.0`, `2~`, `*`. An artefact
/// itself never does.
///
/// - Source: SDMX 3.1, section 6 (technical notes), "Versioning"; SDMX-REST 2.2, querying versions.
public struct Version: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Changes that break users.
  public let major: Int
  /// Additions.
  public let minor: Int
  /// Corrections.
  public let patch: Int
  /// What marks a version that is not stable; `nil` for a stable one.
  public let suffix: String?
  /// What a reference leaves open; `nil` for one version.
  public let wildcard: VersionWildcard?

  /// Makes a version from its numbers.
  public init(
    _ major: Int,
    _ minor: Int = 0,
    _ patch: Int = 0,
    suffix: String? = nil,
    wildcard: VersionWildcard? = nil
  ) {
    self.major = major
    self.minor = minor
    self.patch = patch
    self.suffix = suffix
    self.wildcard = wildcard
  }

  /// Reads a version, or gives `nil`; the two-part numbers of SDMX 2.1 are understood.
  public init?(_ text: String) {
    switch text {
    case "*", "all":
      self.init(0, wildcard: .every)
      return
    case "+", "latest":
      self.init(0, wildcard: VersionWildcard(.stable, from: .major))
      return
    case "~":
      self.init(0, wildcard: VersionWildcard(.any, from: .major))
      return
    default: break
    }
    let halves = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    var wildcard: VersionWildcard?
    var numbers: [Int] = []
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    for (part, place) in zip(parts, VersionWildcard.Place.allCases) {
      var digits = part
      if let sign = digits.last.flatMap({ VersionWildcard.Latest(rawValue: $0) }) {
        guard wildcard == nil else { return nil }
        wildcard = VersionWildcard(sign, from: place)
        digits.removeLast()
      }
      guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }),
        let number = Int(digits)
      else { return nil }
      numbers.append(number)
    }
    let suffix = halves.count > 1 ? String(halves[1]) : nil
    guard suffix?.isEmpty != true, suffix == nil || wildcard == nil else { return nil }
    numbers += [0, 0]
    self.init(numbers[0], numbers[1], numbers[2], suffix: suffix, wildcard: wildcard)
  }

  /// Whether the version will never change its content.
  public var isStable: Bool { suffix == nil }

  /// Whether this names the version of an artefact, or is open and chooses it.
  ///
  /// - Parameter version: the version of an artefact.
  /// - Returns: whether it is this one, or one of those that are left open.
  public func includes(_ version: Version) -> Bool {
    guard let wildcard else { return self == version }
    if wildcard == .every { return true }
    if wildcard.latest == .stable, !version.isStable { return false }
    let (least, found) = ([major, minor, patch], [version.major, version.minor, version.patch])
    let open = wildcard.place.rawValue
    return least[..<open] == found[..<open]
      && !found[open...].lexicographicallyPrecedes(least[open...])
  }

  /// The version as SDMX 3 writes it.
  public var description: String {
    if wildcard == .every { return "*" }
    let sign = { (place: VersionWildcard.Place) -> String in
      wildcard?.place == place ? wildcard?.latest.map { String($0.rawValue) } ?? "" : ""
    }
    return "\(major)\(sign(.major)).\(minor)\(sign(.minor)).\(patch)\(sign(.patch))"
      + (suffix.map { "-\($0)" } ?? "")
  }

  /// The version as SDMX 2.1 writes it: two numbers, where the third is none.
  public var legacyDescription: String {
    wildcard == nil && patch == 0 && suffix == nil ? "\(major).\(minor)" : description
  }

  /// Orders by numbers; a version with an extension comes before the stable one.
  public static func < (left: Version, right: Version) -> Bool {
    let (a, b) = ((left.major, left.minor, left.patch), (right.major, right.minor, right.patch))
    if a != b { return a < b }
    switch (left.suffix, right.suffix) {
    case (let first?, let second?): return first < second
    case (.some, nil): return true
    case (nil, _): return false
    }
  }
}

/// What a reference leaves open in a version.
public struct VersionWildcard: Hashable, Sendable {
  /// Which of the versions that are left open is meant.
  public enum Latest: Character, Hashable, Sendable {
    /// The latest stable one.
    case stable = "+"
    /// The latest one, stable or not.
    case any = "~"
  }

  /// The first number that is left open.
  public enum Place: Int, Hashable, Sendable, CaseIterable {
    /// All numbers.
    case major
    /// Additions and corrections.
    case minor
    /// Corrections.
    case patch
  }

  /// Which of them is meant; `nil` for all of them.
  public let latest: Latest?
  /// From which number on the version is open, with the number written as its least.
  public let place: Place

  /// The latest version from a number on.
  public init(_ latest: Latest, from place: Place) { self.init(latest: latest, place) }

  private init(latest: Latest?, _ place: Place) {
    self.latest = latest
    self.place = place
  }

  /// Every version there is: `*`.
  public static let every: VersionWildcard = VersionWildcard(latest: nil, .major)
}
