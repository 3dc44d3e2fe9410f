// SPDX-License-Identifier: Apache-2.0

/// The Arrow types that are read, by the format string of the C data interface.
///
/// - Source: Arrow C data interface, “Data type description – format strings”.
enum ArrowFormat: Hashable {
  case boolean
  case int8, uint8, int16, uint16, int32, uint32, int64
  case float, double
  case decimal(precision: Int, scale: Int, width: DecimalWidth)
  case string32, string64, stringView
  case date, timestamp

  /// Reads a format string; `nil` for a type that is not read.
  init?(_ format: String) {
    switch format {
    case "b": self = .boolean
    case "c": self = .int8
    case "C": self = .uint8
    case "s": self = .int16
    case "S": self = .uint16
    case "i": self = .int32
    case "I": self = .uint32
    case "l": self = .int64
    case "f": self = .float
    case "g": self = .double
    case "u": self = .string32
    case "U": self = .string64
    case "vu": self = .stringView
    case "tdD": self = .date
    case "tsu:": self = .timestamp
    default:
      guard let decimal = ArrowFormat.decimal(format) else { return nil }
      self = decimal
    }
  }

  /// How many bits a decimal takes.
  enum DecimalWidth: Int {
    case bits32 = 32, bits64 = 64, bits128 = 128

    /// How many digits fit.
    var digits: Int {
      switch self {
      case .bits32: 9
      case .bits64: 18
      case .bits128: 38
      }
    }
  }

  /// Reads `d:precision,scale` with an optional width of 32, 64 or 128 bits.
  private static func decimal(_ format: String) -> ArrowFormat? {
    guard format.hasPrefix("d:") else { return nil }
    let numbers = format.dropFirst(2).split(separator: ",").map { Int($0) }
    guard numbers.count == 2 || numbers.count == 3,
      let width = DecimalWidth(rawValue: (numbers.count == 3 ? numbers[2] : 128) ?? 0),
      let precision = numbers[0], let scale = numbers[1],
      (1...width.digits).contains(precision), (0...precision).contains(scale)
    else { return nil }
    return .decimal(precision: precision, scale: scale, width: width)
  }

  /// The type that a column of this format has here.
  var columnType: ColumnType {
    switch self {
    case .boolean: .boolean
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64: .integer
    case .float, .double: .double
    case .decimal(let precision, let scale, _): .decimal(precision: precision, scale: scale)
    case .string32, .string64, .stringView: .string
    case .date: .date
    case .timestamp: .timestamp
    }
  }

  /// Whether the format is a whole number, as the indices of a dictionary are.
  var isInteger: Bool { columnType == .integer }

  /// The alignment that reading the values in place needs.
  var alignment: Int {
    switch self {
    case .decimal(_, _, .bits128): MemoryLayout<Int128>.alignment
    case .decimal(_, _, .bits64): 8
    case .decimal(_, _, .bits32): 4
    case .int64, .double, .timestamp, .string64: 8
    case .int32, .uint32, .float, .date, .string32: 4
    case .int16, .uint16: 2
    case .boolean, .int8, .uint8, .stringView: 1
    }
  }

  /// How many buffers the array has at least.
  var bufferCount: Int {
    switch self {
    case .string32, .string64, .stringView: 3
    default: 2
    }
  }
}

extension Column {
  /// The format string under which the column is exported.
  var exportFormat: String {
    switch layout {
    case .offsets32: "u"
    case .views: "vu"
    case .narrow: type.exportFormat + ",64"
    case .fixed, .bits, .offsets64: type.exportFormat
    }
  }
}

extension ColumnType {
  /// The format string of columns that a builder makes.
  var exportFormat: String {
    switch self {
    case .boolean: "b"
    case .integer: "l"
    case .double: "g"
    case .decimal(let precision, let scale): "d:\(precision),\(scale)"
    case .string: "U"
    case .date: "tdD"
    case .timestamp: "tsu:"
    }
  }
}
