// SPDX-License-Identifier: Apache-2.0

/// A currency by its code of ISO 4217, and how many decimals its amounts have.
///
/// Which codes exist, and their decimals, is data that changes by the year: a codelist says so, not
/// this type. Two currencies are the same when their codes are.
public struct Currency: Sendable, CustomStringConvertible {
  /// The alphabetic code: three capital letters, such as `PEN`.
  public let code: String
  /// How many decimals an amount has: 2 for most, 0 for JPY, 3 for TND.
  public let minorUnits: Int

  /// Takes a code of the right shape.
  ///
  /// It is `nil` where the code has another shape.
  ///
  /// - Parameters:
  ///   - code: three capital letters from A to Z.
  ///   - minorUnits: the decimals of an amount, from 0 to 38; 2 unless the codelist says otherwise.
  /// - Source: ISO 4217:2015, clause 5.
  public init?(_ code: String, minorUnits: Int = 2) {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard code.utf8.count == 3, code.utf8.allSatisfy(capitals.contains),
      0...ScaledInteger.maximumDigits ~= minorUnits
    else { return nil }
    self.code = code
    self.minorUnits = minorUnits
  }

  /// The code.
  public var description: String { code }
}

extension Currency: Hashable, Comparable {
  /// Whether the codes are the same.
  public static func == (left: Currency, right: Currency) -> Bool { left.code == right.code }
  /// Orders by code.
  public static func < (left: Currency, right: Currency) -> Bool { left.code < right.code }
  /// Feeds the code.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
