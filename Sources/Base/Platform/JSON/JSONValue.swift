// SPDX-License-Identifier: Apache-2.0

/// A value of JSON with all that is in it; members keep their order.
public indirect enum JSONValue: Hashable, Sendable {
  /// Members by name.
  case object([Member])
  /// Values in order.
  case array([JSONValue])
  /// Text.
  case string(String)
  /// A number, as it is written.
  case number(String)
  /// True or false.
  case boolean(Bool)
  /// No value.
  case null

  /// A member of an object.
  public struct Member: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: JSONValue

    /// Makes a member.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The member of an object.
  public subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The members of an object; none of anything else.
  public var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// The values of an array; none of anything else.
  public var values: [JSONValue] { if case .array(let values) = self { values } else { [] } }

  /// The text of a string, a number or a truth; `nil` of anything else.
  public var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .boolean(let truth): truth ? "true" : "false"
    case .object, .array, .null: nil
    }
  }

  /// The value as it is written, on one line and without spaces.
  public var encoded: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the value to bytes, without spaces.
  public func write(to bytes: inout [UInt8]) {
    switch self {
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (position, member) in members.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONValue.write(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (position, value) in values.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .string(let text): JSONValue.write(text, to: &bytes)
    case .number(let text): bytes += Array(text.utf8)
    case .boolean(let truth): bytes += Array((truth ? "true" : "false").utf8)
    case .null: bytes += Array("null".utf8)
    }
  }

  /// Adds a string to bytes, with its quotes and escapes.
  public static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\\"): bytes += [byte, byte]
      case 10: bytes += Array("\\n".utf8)
      case 13: bytes += Array("\\r".utf8)
      case 9: bytes += Array("\\t".utf8)
      case 0..<32:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
