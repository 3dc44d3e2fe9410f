// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Values

/// Decimals, exactly, with the decimals of the structure.
struct DecimalReading: FieldReading {
  private let style: FieldStyle
  private let precision: Int
  private let scale: Int
  private let limit: Int128
  /// Ten to the power of how many decimals a number lacks.
  private let powers: [Int128]
  private let shortPowers: [Int64]

  init(precision: Int, scale: Int, _ style: FieldStyle) {
    self.style = style
    self.precision = precision
    self.scale = scale
    limit = ScaledInteger.powerOfTen(precision) ?? .max
    powers = (0...scale).map { ScaledInteger.powerOfTen($0) ?? .max }
    shortPowers = powers.map { Int64(clamping: $0) }
  }

  func column(_ fields: inout ComponentFields, _ name: String) -> Column {
    precision <= 18 ? short(&fields, name) : long(&fields, name)
  }

  private func short(_ fields: inout ComponentFields, _ name: String) -> Column {
    let limit = limit.magnitude
    return Column.shortDecimals(name, precision: precision, scale: scale, count: fields.count) {
      values,
      missing in
      fields.fill(values, &missing) { field throws(FieldFault) in
        if let plain = PlainNumber(field, style.decimalMark), plain.decimals <= scale {
          let power = shortPowers[scale - plain.decimals]
          let (value, overflow) = plain.digits.multipliedReportingOverflow(by: power)
          guard !overflow, value.magnitude < limit else { throw .tooLarge }
          return value
        }
        return Int64(try careful(field))
      }
    }
  }

  private func long(_ fields: inout ComponentFields, _ name: String) -> Column {
    Column.decimals(name, precision: precision, scale: scale, count: fields.count) {
      values,
      missing in
      fields.fill(values, &missing) { field throws(FieldFault) in
        if let plain = PlainNumber(field, style.decimalMark), plain.decimals <= scale {
          let value = Int128(plain.digits) * powers[scale - plain.decimals]
          guard value.magnitude < limit.magnitude else { throw .tooLarge }
          return value
        }
        return try careful(field)
      }
    }
  }

  /// Exponents, grouping, more decimals than the column has, more digits than a machine word.
  private func careful(_ field: UnsafeBufferPointer<UInt8>) throws(FieldFault) -> Int128 {
    let number = try NumberText.decimal(field, style)
    let reduced = number.scale > scale ? number.reduced : number
    guard reduced.scale <= scale || style.rounds else { throw .tooManyDecimals }
    guard let rounded = try? reduced.rounded(toScale: min(scale, reduced.scale), .halfUp) else {
      throw .tooManyDecimals
    }
    let (value, overflow) = rounded.unscaled
      .multipliedReportingOverflow(by: powers[scale - rounded.scale])
    guard !overflow, value.magnitude < limit.magnitude else { throw .tooLarge }
    return value
  }
}

/// Whole numbers; `12.0` and `1.2E1` are twelve.
struct IntegerReading: FieldReading {
  let style: FieldStyle

  func column(_ fields: inout ComponentFields, _ name: String) -> Column {
    Column.integers(name, count: fields.count) { values, missing in
      fields.fill(values, &missing) { field throws(FieldFault) in
        if let plain = PlainNumber(field, style.decimalMark), plain.decimals == 0 {
          return plain.digits
        }
        let whole = try NumberText.decimal(field, style).reduced
        guard whole.scale == 0 else { throw .tooManyDecimals }
        guard let exact = Int64(exactly: whole.unscaled) else { throw .tooLarge }
        return exact
      }
    }
  }
}

/// Binary floating-point numbers.
struct DoubleReading: FieldReading {
  let style: FieldStyle

  func column(_ fields: inout ComponentFields, _ name: String) -> Column {
    Column.doubles(name, count: fields.count) { values, missing in
      fields.fill(values, &missing) { field throws(FieldFault) in
        guard let plain = NumberText.plain(field, style) else {
          throw NumberText.fault(field, style)
        }
        // Programs write 26 as 0x1A, too, and infinity; people do not.
        guard plain.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 || "+-.eE".utf8.contains($0) }),
          let number = Double(String(decoding: plain, as: UTF8.self)), number.isFinite
        else { throw .badNumber }
        return number
      }
    }
  }
}

/// A number of at most 18 digits with at most one mark: nearly every number of a file.
struct PlainNumber {
  /// The digits as a whole number, with the sign.
  let digits: Int64
  /// How many of them stand after the mark.
  let decimals: Int

  /// Reads a field; `nil` where it needs more care, or is no number.
  @inline(__always)
  init?(_ field: UnsafeBufferPointer<UInt8>, _ mark: UInt8) {
    var value: Int64 = 0
    var count = 0
    var markAt: Int?
    var position = 0
    let isNegative = field.first == UInt8(ascii: "-")
    if isNegative { position = 1 }
    while position < field.count {
      let byte = field[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        value = value &* 10 &+ Int64(digit)
        count &+= 1
      } else if byte == mark, markAt == nil {
        markAt = count
      } else {
        return nil
      }
      position &+= 1
    }
    guard count > 0, count <= 18 else { return nil }
    digits = isNegative ? -value : value
    decimals = markAt.map { count - $0 } ?? 0
  }
}

/// Numbers as a source writes them.
enum NumberText {
  static func decimal(
    _ field: UnsafeBufferPointer<UInt8>,
    _ style: FieldStyle
  ) throws(FieldFault) -> Decimal {
    guard let plain = plain(field, style), let number = Decimal(utf8: plain) else {
      throw fault(field, style)
    }
    return number
  }

  /// The number with a point as decimal mark and no grouping; `nil` where marks stand wrongly.
  static func plain(_ field: UnsafeBufferPointer<UInt8>, _ style: FieldStyle) -> [UInt8]? {
    if let narrow = style.withPlainSpaces(field) {
      return narrow.withUnsafeBufferPointer { plain($0, style) }
    }
    var result: [UInt8] = []
    result.reserveCapacity(field.count)
    var groups = DigitGroups()
    for byte in field {
      if byte == style.groupingMark {
        groups.close()
      } else if byte == style.decimalMark {
        result.append(UInt8(ascii: "."))
        groups.end()
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        return nil
      } else {
        result.append(byte)
        if byte &- UInt8(ascii: "0") < 10 { groups.add() }
      }
    }
    groups.end()
    return groups.areSound ? result : nil
  }

  /// Tells a decimal comma from what is no number at all.
  static func fault(_ field: UnsafeBufferPointer<UInt8>, _ style: FieldStyle) -> FieldFault {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let isNumeric = field.allSatisfy { digits.contains($0) || "+-.,".utf8.contains($0) }
    return isNumeric && style.decimalMark != UInt8(ascii: ",") && field.contains(UInt8(ascii: ","))
      ? .decimalComma : .badNumber
  }
}
