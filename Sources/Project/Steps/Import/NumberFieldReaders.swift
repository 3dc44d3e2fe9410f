// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Values

/// Decimals, exactly, with the decimals of the structure.
final class DecimalFieldReader: FieldReader {
  private let decimals: DecimalColumnBuilder
  private let style: FieldStyle
  private let precision: Int
  private let scale: Int
  private var unscaled: Int128 = 0

  init(precision: Int, scale: Int, _ style: FieldStyle) {
    decimals = DecimalColumnBuilder(precision: precision, scale: scale)
    self.style = style
    self.precision = precision
    self.scale = scale
    super.init(decimals)
  }

  override func read(_ field: UnsafeBufferPointer<UInt8>) -> Fault? {
    accept()
    switch NumberText.decimal(field, style) {
    case .failure(let failure): return failure.fault
    case .success(let number):
      guard let value = fitted(number) else { return .tooManyDecimals }
      guard value.magnitude < (ScaledInteger.powerOfTen(precision)?.magnitude ?? .max) else {
        return .tooLarge
      }
      unscaled = value
      return nil
    }
  }

  /// The number with the column's decimals; `nil` where that would lose some and may not.
  private func fitted(_ number: Decimal) -> Int128? {
    let reduced = number.scale > scale ? number.reduced : number
    guard reduced.scale <= scale || style.rounds else { return nil }
    guard let rounded = try? reduced.rounded(toScale: min(scale, reduced.scale), .halfUp) else {
      return nil
    }
    guard let factor = ScaledInteger.powerOfTen(scale - rounded.scale) else { return nil }
    let (value, overflow) = rounded.unscaled.multipliedReportingOverflow(by: factor)
    return overflow ? .max : value
  }

  override func append() throws { try decimals.append(unscaled) }
}

/// Whole numbers; `12.0` and `1.2E1` are twelve.
final class IntegerFieldReader: FieldReader {
  private let integers = IntegerColumnBuilder()
  private let style: FieldStyle
  private var value: Int64 = 0

  init(_ style: FieldStyle) {
    self.style = style
    super.init(integers)
  }

  override func read(_ field: UnsafeBufferPointer<UInt8>) -> Fault? {
    accept()
    switch NumberText.decimal(field, style) {
    case .failure(let failure): return failure.fault
    case .success(let number):
      let whole = number.reduced
      guard whole.scale == 0 else { return .tooManyDecimals }
      guard let exact = Int64(exactly: whole.unscaled) else { return .tooLarge }
      value = exact
      return nil
    }
  }

  override func append() throws { integers.append(value) }
}

/// Binary floating-point numbers.
final class DoubleFieldReader: FieldReader {
  private let doubles = DoubleColumnBuilder()
  private let style: FieldStyle
  private var value = 0.0

  init(_ style: FieldStyle) {
    self.style = style
    super.init(doubles)
  }

  override func read(_ field: UnsafeBufferPointer<UInt8>) -> Fault? {
    accept()
    guard let plain = NumberText.plain(field, style) else {
      return NumberText.fault(field, style)
    }
    guard let number = Double(String(decoding: plain, as: UTF8.self)), number.isFinite else {
      return .badNumber
    }
    value = number
    return nil
  }

  override func append() throws { doubles.append(value) }
}

/// Numbers as a source writes them.
enum NumberText {
  static func decimal(
    _ field: UnsafeBufferPointer<UInt8>,
    _ style: FieldStyle
  ) -> Result<Decimal, FieldFault> {
    // Most fields are plain digits with a point, and are read where they lie.
    if style.decimalMark == UInt8(ascii: "."), style.groupingMark == nil {
      if let number = Decimal(utf8: field) { return .success(number) }
      return .failure(FieldFault(fault(field, style)))
    }
    guard let plain = plain(field, style), let number = Decimal(utf8: plain) else {
      return .failure(FieldFault(fault(field, style)))
    }
    return .success(number)
  }

  /// The number with a point as decimal mark and no grouping; `nil` where marks stand wrongly.
  static func plain(_ field: UnsafeBufferPointer<UInt8>, _ style: FieldStyle) -> [UInt8]? {
    if let narrow = style.withoutGroupingSpaces(field) {
      return narrow.withUnsafeBufferPointer { plain($0, style) }
    }
    var result: [UInt8] = []
    result.reserveCapacity(field.count)
    for byte in field {
      if byte == style.groupingMark { continue }
      if byte == style.decimalMark {
        result.append(UInt8(ascii: "."))
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        return nil
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Tells a decimal comma from what is no number at all.
  static func fault(_ field: UnsafeBufferPointer<UInt8>, _ style: FieldStyle) -> FieldReader.Fault {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let isNumeric = field.allSatisfy { digits.contains($0) || "+-.,".utf8.contains($0) }
    return isNumeric && style.decimalMark != UInt8(ascii: ",") && field.contains(UInt8(ascii: ","))
      ? .decimalComma : .badNumber
  }
}

/// A fault as an error, for `Result`.
struct FieldFault: Error {
  let fault: FieldReader.Fault

  init(_ fault: FieldReader.Fault) { self.fault = fault }
}
