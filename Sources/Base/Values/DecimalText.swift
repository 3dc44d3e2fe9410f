// SPDX-License-Identifier: Apache-2.0

extension Decimal: LosslessStringConvertible {
  /// Reads a number in plain or exponent notation, such as `-12.50`, `.5` or `1.25e-3`.
  ///
  /// The decimals are kept as written: `12.50` has scale 2. Nothing is rounded: a number that needs
  /// more than 38 digits or more than 38 decimals is refused, as are spaces and group separators.
  ///
  /// It is `nil` where the text is no such number.
  ///
  /// - Parameter text: the number in ASCII.
  public init?(_ text: String) { self.init(utf8: text.utf8) }

  /// Reads a number from the bytes of a text.
  ///
  /// It is `nil` where the bytes are no such number.
  ///
  /// - Parameter bytes: the number in ASCII.
  public init?(utf8 bytes: some Collection<UInt8>) {
    var reader = NumberReader()
    for byte in bytes where !reader.take(byte) { return nil }
    guard let number = reader.number else { return nil }
    self = number
  }

  /// The number in plain notation with all its decimals: `-12.50`; reading it gives the same.
  public var description: String {
    var digits = String(unscaled.magnitude)
    if scale > 0 {
      if digits.utf8.count <= scale {
        digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
    }
    return isNegative ? "-" + digits : digits
  }
}

/// Takes the bytes of a number one after another.
private struct NumberReader {
  private enum Place { case start, whole, fraction, exponentSign, exponent }

  /// The least number of 38 digits: none can be added to it.
  private static var full: UInt128 { 10_000_000_000_000_000_000_000_000_000_000_000_000 }

  private var place = Place.start
  private var negative = false
  private var digits: UInt128 = 0
  private var seenDigit = false
  private var decimals = 0
  private var exponent = 0
  private var exponentNegative = false
  private var seenExponentDigit = false

  mutating func take(_ byte: UInt8) -> Bool {
    switch (byte, place) {
    case (UInt8(ascii: "0")...UInt8(ascii: "9"), _): return takeDigit(byte &- 48)
    case (UInt8(ascii: "+"), .start), (UInt8(ascii: "-"), .start):
      negative = byte == UInt8(ascii: "-")
      place = .whole
    case (UInt8(ascii: "."), .start), (UInt8(ascii: "."), .whole): place = .fraction
    case (UInt8(ascii: "e"), .whole), (UInt8(ascii: "E"), .whole),
      (UInt8(ascii: "e"), .fraction), (UInt8(ascii: "E"), .fraction):
      place = .exponentSign
      return seenDigit
    case (UInt8(ascii: "+"), .exponentSign), (UInt8(ascii: "-"), .exponentSign):
      exponentNegative = byte == UInt8(ascii: "-")
      place = .exponent
    default: return false
    }
    return true
  }

  private mutating func takeDigit(_ digit: UInt8) -> Bool {
    switch place {
    case .start: place = .whole
    case .exponentSign: place = .exponent
    case .whole, .fraction, .exponent: break
    }
    if place == .exponent {
      seenExponentDigit = true
      exponent = exponent * 10 + Int(digit)
      return exponent <= 1_000
    }
    seenDigit = true
    if place == .fraction { decimals += 1 }
    // Asked before: ten times 38 digits need not fit into 128 bits.
    guard digits < NumberReader.full else { return false }
    digits = digits * 10 + UInt128(digit)
    return true
  }

  var number: Decimal? {
    guard seenDigit else { return nil }
    if place == .exponentSign || place == .exponent, !seenExponentDigit { return nil }
    let scale = decimals - (exponentNegative ? -exponent : exponent)
    let value = negative ? -Int128(digits) : Int128(digits)
    if scale >= 0 { return Decimal(unscaled: value, scale: scale) }
    return (try? ScaledInteger.scaledUp(value, by: -scale)).map { Decimal(checked: $0, 0) }
  }
}

extension Double {
  /// Ten to the power of 0 to 22: the powers that a double holds exactly.
  private static let exactPowersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The double nearest to a decimal.
  public init(_ decimal: Decimal) {
    // Both operands are exact in a double, so that the division rounds once.
    if decimal.unscaled.magnitude <= 1 << 53, decimal.scale <= 22 {
      // Through 64 bits: the conversion from 128 goes digit by digit.
      self = Double(Int64(decimal.unscaled)) / Double.exactPowersOfTen[decimal.scale]
    } else {
      self = Double(decimal.description) ?? .nan
    }
  }
}

extension Decimal {
  /// The shortest decimal that reads back as a double: 0.1 for the double nearest to 0.1.
  ///
  /// It is `nil` where it is not finite or needs more than 38 digits or decimals.
  ///
  /// - Parameter value: a finite double.
  public init?(shortest value: Double) { self.init(value.description) }
}
