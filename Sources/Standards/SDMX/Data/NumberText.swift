// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Reads numbers, days and truths from bytes, as XML Schema writes them.
enum NumberText {
  /// A double; `nil` where the bytes are none.
  static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var position = 0
    let isNegative = sign(bytes, &position)
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = -1
    while position < bytes.count {
      let byte = bytes[position]
      if let digit = digit(byte) {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits += 1
        if decimals >= 0 { decimals += 1 }
      } else if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else {
        return slowDouble(bytes)
      }
      position += 1
    }
    // Up to 15 digits and a small power of ten the result of one operation is the nearest double.
    guard (1...15).contains(digits) else { return slowDouble(bytes) }
    let whole = Double(mantissa)
    let value = decimals > 0 ? whole / powers[decimals] : whole
    return isNegative ? -value : value
  }

  private static let powers: [Double] = (0...22).map { power in
    (0..<power).reduce(1.0) { value, _ in value * 10 }
  }

  private static func slowDouble(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard (1...400).contains(bytes.count) else { return nil }
    if bytes.elementsEqual("NaN".utf8) { return .nan }
    if bytes.elementsEqual("INF".utf8) { return .infinity }
    if bytes.elementsEqual("-INF".utf8) { return -.infinity }
    // Words and hexadecimal numbers, which the library reads too, are none here.
    let isNumber = bytes.allSatisfy { byte in
      digit(byte) != nil || ".+-eE".utf8.contains(byte)
    }
    guard isNumber else { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { text in
      for (position, byte) in bytes.enumerated() { text[position] = CChar(bitPattern: byte) }
      text[bytes.count] = 0
      guard let start = text.baseAddress else { return nil }
      var end: UnsafeMutablePointer<CChar>?
      let value = strtod(start, &end)
      return end == start + bytes.count ? value : nil
    }
  }

  /// A whole number; `nil` where the bytes are none, or it does not fit.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let value = decimal(bytes, scale: 0) else { return nil }
    return Int64(exactly: value)
  }

  /// The unscaled number of a decimal; `nil` where the bytes are none, or have more decimals.
  static func decimal(_ bytes: UnsafeBufferPointer<UInt8>, scale: Int) -> Int128? {
    var position = 0
    let isNegative = sign(bytes, &position)
    var value: Int128 = 0
    var decimals = -1
    var digits = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
        continue
      }
      guard let digit = digit(byte) else { return nil }
      digits += 1
      if decimals >= 0 {
        decimals += 1
        if decimals > scale {
          if digit != 0 { return nil }
          continue
        }
      }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isToo) = product.addingReportingOverflow(Int128(digit))
      if isTooLarge || isToo { return nil }
      value = sum
    }
    guard digits > 0 else { return nil }
    for _ in min(max(decimals, 0), scale)..<scale {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      if isTooLarge { return nil }
      value = product
    }
    return isNegative ? -value : value
  }

  /// True or false, also written `1` or `0`.
  static func boolean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    if bytes.elementsEqual("true".utf8) || bytes.elementsEqual("1".utf8) { return true }
    if bytes.elementsEqual("false".utf8) || bytes.elementsEqual("0".utf8) { return false }
    return nil
  }

  @inline(__always)
  private static func sign(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ position: inout Int
  ) -> Bool {
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "-") {
      position = 1
      return true
    }
    return false
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt8? {
    let digit = byte &- 48
    return digit < 10 ? digit : nil
  }
}
