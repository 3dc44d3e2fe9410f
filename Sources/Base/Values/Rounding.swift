// SPDX-License-Identifier: Apache-2.0

/// How a number between two neighbours goes to one of them.
public enum Rounding: String, Sendable, Hashable, CaseIterable {
  /// To the nearer one; a half goes away from zero: 2.5 to 3, -2.5 to -3.
  case halfUp
  /// To the nearer one; a half goes to the even neighbour: 2.5 to 2, 3.5 to 4.
  case halfEven
  /// To the nearer one; a half goes towards zero: 2.5 to 2.
  case halfDown
  /// Away from zero, always.
  case up
  /// Towards zero, always: the fraction is cut off.
  case down
  /// Towards plus infinity.
  case ceiling
  /// Towards minus infinity.
  case floor

  /// Whether the magnitude cut off below grows by one.
  ///
  /// - Parameters:
  ///   - part: where the part cut off lies between the two neighbours.
  ///   - odd: whether the magnitude cut off is odd.
  ///   - negative: whether the number is below zero.
  /// - Returns: `true` where the neighbour further from zero is taken.
  @inlinable
  func growsMagnitude(_ part: CutPart, odd: Bool, negative: Bool) -> Bool {
    switch (self, part) {
    case (_, .nothing), (.down, _): false
    case (.up, _): true
    case (.ceiling, _): !negative
    case (.floor, _): negative
    case (_, .belowHalf): false
    case (_, .aboveHalf): true
    case (.halfUp, .half): true
    case (.halfDown, .half): false
    case (.halfEven, .half): odd
    }
  }
}

/// Where the part that is cut off lies between two neighbours.
@usableFromInline
enum CutPart: Sendable {
  /// Nothing is cut off: the number is exact.
  case nothing
  /// Less than a half.
  case belowHalf
  /// Exactly a half.
  case half
  /// More than a half.
  case aboveHalf

  /// Places a remainder between nothing and its divisor.
  @inlinable
  init(remainder: UInt128, divisor: UInt128) {
    if remainder == 0 {
      self = .nothing
      return
    }
    // The rest of the way is compared instead of twice the remainder, which could overflow.
    let rest = divisor - remainder
    self = remainder < rest ? .belowHalf : remainder == rest ? .half : .aboveHalf
  }
}
