// SPDX-License-Identifier: Apache-2.0

/// The version of an artefact, semantic since SDMX 3.0: `1.4.0`, or with an extension `2.0.0-draft`.
///
/// - Source: SDMX 3.1, section 6 (technical notes), "Versioning".
public struct Version: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Changes that break users.
  public let major: Int
  /// Additions.
  public let minor: Int
  /// Corrections.
  public let patch: Int
  /// What marks a version that is not stable; `nil` for a stable one.
  public let suffix: String?

  /// Makes a version from its numbers.
  public init(_ major: Int, _ minor: Int = 0, _ patch: Int = 0, suffix: String? = nil) {
    self.major = major
    self.minor = minor
    self.patch = patch
    self.suffix = suffix
  }

  /// Reads a version, or gives `nil`; the two-part numbers of SDMX 2.1 are understood.
  public init?(_ text: String) {
    let halves = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = halves[0].split(separator: ".", omittingEmptySubsequences: false).map {
      $0.allSatisfy { ("0"..."9").contains($0) } ? Int($0) : nil
    }
    guard (1...3).contains(numbers.count), !numbers.contains(nil) else { return nil }
    let suffix = halves.count > 1 ? String(halves[1]) : nil
    guard suffix?.isEmpty != true else { return nil }
    let values = numbers.compactMap(\.self) + [0, 0]
    self.init(values[0], values[1], values[2], suffix: suffix)
  }

  /// Whether the version will never change its content.
  public var isStable: Bool { suffix == nil }

  /// The version as SDMX 3 writes it.
  public var description: String {
    "\(major).\(minor).\(patch)" + (suffix.map { "-\($0)" } ?? "")
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
