// SPDX-License-Identifier: Apache-2.0

/// The small-cell rule: a cell with contributors, but fewer than a minimum, is withheld.
public struct ThresholdRule: Sendable, Hashable {
  /// How many contributors a published cell has at least.
  public let minimum: Int

  /// States the rule; a minimum of one or below withholds nothing.
  public init(minimum: Int) { self.minimum = minimum }

  /// Whether a number of contributors is too small.
  public func isUnsafe(_ contributors: Int) -> Bool { contributors > 0 && contributors < minimum }
}
