// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Values

/// The texts of a column's rows as a format writes them, one after the other in one buffer.
///
/// A block of rows is turned into text column by column, so that each loop runs over one type; the
/// memory is used again for the next block.
struct CellText {
  /// How text is written within a format.
  enum Style {
    /// A field with a delimiter after it, quoted where that demands it.
    case field(delimiter: UInt8)
    /// The value of an attribute of XML, without its quotes.
    case attribute
    /// A value of JSON, with its quotes.
    case json
    /// The text as it is.
    case plain
  }

  private let style: Style
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The rows without a value, where there are any.
  private var missing: [Bool] = []

  init(_ style: Style = .field(delimiter: UInt8(ascii: ","))) { self.style = style }

  /// Whether a row has no value.
  @inline(__always)
  func isMissing(_ row: Int) -> Bool { !missing.isEmpty && missing[row] }

  /// The text of a row.
  @inline(__always)
  subscript(_ row: Int) -> ArraySlice<UInt8> { bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]] }

  /// Adds the text of a row to a line.
  @inline(__always)
  func copy(_ row: Int, to line: inout [UInt8]) {
    let start = row == 0 ? 0 : ends[row - 1]
    line.append(contentsOf: bytes[start..<ends[row]])
  }

  /// Takes the texts of a column, in place of those before.
  ///
  /// - Throws: `sdmx.type-not-writable`.
  mutating func fill(_ column: Column) throws {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    missing.removeAll(keepingCapacity: true)
    switch column.type {
    case .string:
      try column.withStrings { values, validity in
        switch style {
        case .field(let delimiter):
          each(column.count, validity) { $0.putField(values[$1], delimiter) }
        case .attribute:
          var isWritable = true
          each(column.count, validity) { isWritable = $0.putEscaped(values[$1]) && isWritable }
          if !isWritable {
            throw PlatformDefinitions.xmlCharacter.at(
              nil,
              ["element": .text(column.name), "character": "U+0000–U+001F"]
            )
          }
        case .json: each(column.count, validity) { $0.putJSON(values[$1]) }
        case .plain: each(column.count, validity) { $0.append(contentsOf: values[$1]) }
        }
      }
    case .decimal(_, let scale):
      try column.withDecimals { values, validity in
        each(column.count, validity) { $0.putDecimal(values[$1], scale: scale) }
      }
    case .integer:
      try column.withInt64s { values, validity in
        each(column.count, validity) { $0.putDecimal(Int128(values[$1]), scale: 0) }
      }
    case .double:
      try column.withDoubles { values, validity in
        each(column.count, validity) { $0.putDouble(values[$1]) }
      }
    case .boolean:
      try column.withBooleans { values, validity in
        each(column.count, validity) { $0.put(values[$1] ? "true" : "false") }
      }
    case .date:
      try column.withDates { values, validity in
        let isJSON = if case .json = style { true } else { false }
        each(column.count, validity) { bytes, row in
          if isJSON { bytes.append(UInt8(ascii: "\"")) }
          bytes.putDay(values[row])
          if isJSON { bytes.append(UInt8(ascii: "\"")) }
        }
      }
    case .timestamp:
      throw SDMXDefinitions.notWritable.at(
        nil,
        ["column": .text(column.name), "type": .text(column.type.description)]
      )
    }
  }

  @inline(__always)
  private mutating func each(
    _ count: Int,
    _ validity: Validity,
    _ put: (inout [UInt8], Int) -> Void
  ) {
    for row in 0..<count {
      if validity.isValid(row) {
        put(&bytes, row)
      } else {
        if missing.isEmpty { missing = Array(repeating: false, count: count) }
        missing[row] = true
      }
      ends.append(bytes.count)
    }
  }
}

extension [UInt8] {
  mutating func put(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Text with the quotes that RFC 4180 demands; an empty text is told from none by its quotes.
  mutating func putField(_ text: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) {
    let quote = UInt8(ascii: "\"")
    let isPlain = text.allSatisfy {
      $0 != delimiter && $0 != quote && $0 != UInt8(ascii: "\n")
        && $0 != UInt8(ascii: "\r")
    }
    if isPlain, !text.isEmpty {
      append(contentsOf: text)
      return
    }
    append(quote)
    for byte in text {
      if byte == quote { append(quote) }
      append(byte)
    }
    append(quote)
  }

  /// Text as the value of an attribute of XML; false for a character that XML cannot hold.
  mutating func putEscaped(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let isPlain = text.allSatisfy { byte in
      byte > 0x3E || (byte >= 0x20 && byte != 0x22 && byte != 0x26 && byte != 0x3C && byte != 0x3E)
    }
    if isPlain {
      append(contentsOf: text)
      return true
    }
    var isWritable = true
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case UInt8(ascii: "\""): put("&quot;")
      case 9: put("&#9;")
      case 10: put("&#10;")
      case 13: put("&#13;")
      case 0..<32: isWritable = false
      default: append(byte)
      }
    }
    return isWritable
  }

  /// Text as a string of JSON.
  mutating func putJSON(_ text: some Sequence<UInt8>) {
    append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case 10: put("\\n")
      case 9: put("\\t")
      case 13: put("\\r")
      case 0..<32:
        put("\\u00")
        append(byte < 16 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        append(Array("0123456789abcdef".utf8)[Int(byte & 15)])
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// All digits, with exactly `scale` decimals.
  fileprivate mutating func putDecimal(_ unscaled: Int128, scale: Int) {
    if unscaled < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = unscaled.magnitude
    var written = 0
    // Machine words are divided tens of times faster than numbers of 128 bits.
    while rest > UInt128(UInt64.max) {
      let (quotient, word) = rest.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000)
      rest = quotient
      written = putDigits(UInt64(word), least: 18, written, scale)
    }
    _ = putDigits(UInt64(rest), least: Swift.max(1, scale + 1 - written), written, scale)
    self[start...].reverse()
  }

  /// Digits from the last to the first, with the point where it belongs.
  private mutating func putDigits(
    _ number: UInt64,
    least: Int,
    _ before: Int,
    _ scale: Int
  ) -> Int {
    var number = number
    var digits = 0
    while number > 0 || digits < least {
      if scale > 0, before + digits == scale { append(UInt8(ascii: ".")) }
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
      number /= 10
      digits += 1
    }
    return before + digits
  }

  /// The shortest digits that give the same double; infinities and no-number as XML Schema has them.
  fileprivate mutating func putDouble(_ value: Double) {
    if value.isFinite {
      append(contentsOf: value.description.utf8)
    } else if value.isNaN {
      put("NaN")
    } else {
      value < 0 ? put("-INF") : put("INF")
    }
  }

  fileprivate mutating func putDay(_ days: Int32) {
    let date = CalendarDate(daysSinceEpoch: days)
    let (year, month, day) = date.components
    guard 0...9999 ~= year else {
      append(contentsOf: date.description.utf8)
      return
    }
    putPair(year / 100)
    putPair(year % 100)
    append(UInt8(ascii: "-"))
    putPair(month)
    append(UInt8(ascii: "-"))
    putPair(day)
  }

  @inline(__always)
  private mutating func putPair(_ number: Int) {
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
