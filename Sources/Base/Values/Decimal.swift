// SPDX-License-Identifier: Apache-2.0

/// An exact decimal number: an integer of at most 38 digits and how many of them are decimals.
///
/// Money, rates and quantities are decimals, and arithmetic on them is exact or throws; nothing is
/// rounded unless a function says so by its ``Rounding``. The range is that of `DECIMAL(38, s)` in
/// SQL and of Arrow's 128-bit decimals, so that a value goes through the engine unchanged. Scale is
/// a matter of writing: 1.0 and 1.00 are equal, and print as they were made.
///
///     let rate = try Decimal("78832").divided(by: 1760, scale: 5, rounding: .halfUp)
public struct Decimal: Sendable {
  /// The digits as an integer: 1234 of 12.34.
  public let unscaled: Int128
  /// How many of the digits are decimals, from 0 to 38.
  public let scale: Int

  /// Takes an integer and its scale.
  ///
  /// It is `nil` past 38 digits or outside the scales 0 to 38.
  ///
  /// - Parameters:
  ///   - unscaled: the digits as an integer.
  ///   - scale: how many of them are decimals.
  public init?(unscaled: Int128, scale: Int) {
    guard 0...ScaledInteger.maximumDigits ~= scale,
      unscaled.magnitude <= UInt128(ScaledInteger.maximum)
    else { return nil }
    self.init(checked: unscaled, scale)
  }

  init(checked unscaled: Int128, _ scale: Int) {
    self.unscaled = unscaled
    self.scale = scale
  }

  /// Takes a whole number.
  public init(_ value: Int) { self.init(checked: Int128(value), 0) }

  /// Nothing.
  public static let zero: Decimal = Decimal(0)
  /// One.
  public static let one: Decimal = Decimal(1)

  /// Whether it is zero at any scale.
  public var isZero: Bool { unscaled == 0 }
  /// Whether it is below zero.
  public var isNegative: Bool { unscaled < 0 }
  /// The number with the other sign.
  public var negated: Decimal { Decimal(checked: -unscaled, scale) }
  /// The number without its sign.
  public var magnitude: Decimal { isNegative ? negated : self }

  /// The same number with the fewest decimals that hold it.
  public var reduced: Decimal {
    if scale == 0 { return self }
    if unscaled == 0 { return .zero }
    var digits = unscaled
    var places = scale
    while places > 0 {
      let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: 10)
      if remainder != 0 { break }
      digits = quotient
      places -= 1
    }
    return Decimal(checked: digits, places)
  }
}

extension Decimal: ExpressibleByIntegerLiteral {
  /// Takes a whole number written in the program.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Decimal: Equatable, Comparable, Hashable {
  /// Whether two numbers are equal, whatever their scales.
  public static func == (left: Decimal, right: Decimal) -> Bool {
    left.scale == right.scale ? left.unscaled == right.unscaled : order(left, right) == 0
  }

  /// Orders by value, exactly, also where the aligned digits would not fit.
  public static func < (left: Decimal, right: Decimal) -> Bool {
    left.scale == right.scale ? left.unscaled < right.unscaled : order(left, right) < 0
  }

  /// Feeds the value without regard to its scale.
  public func hash(into hasher: inout Hasher) {
    let least = reduced
    hasher.combine(least.unscaled)
    hasher.combine(least.scale)
  }

  private static func order(_ left: Decimal, _ right: Decimal) -> Int {
    let signs = (left.unscaled.signum(), right.unscaled.signum())
    if signs.0 != signs.1 { return signs.0 < signs.1 ? -1 : 1 }
    let scale = max(left.scale, right.scale)
    let first = left.unscaled.magnitude
      .multipliedFullWidth(by: ScaledInteger.powers[scale - left.scale])
    let second = right.unscaled.magnitude
      .multipliedFullWidth(by: ScaledInteger.powers[scale - right.scale])
    if (first.high, first.low) == (second.high, second.low) { return 0 }
    let smaller = (first.high, first.low) < (second.high, second.low)
    return smaller != left.isNegative ? -1 : 1
  }
}
