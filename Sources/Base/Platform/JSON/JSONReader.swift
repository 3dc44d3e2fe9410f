// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// Reads JSON token by token from bytes, without a copy of them, and goes to any place again.
///
/// Strings that hold no escapes are given as they stand in the document. Nesting is bounded, so a
/// document of a million brackets is refused, and skipping a value looks at its brackets only.
///
/// - Source: RFC 8259.
public struct JSONReader: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String
  private let depthLimit: Int
  /// Where the next token is looked for.
  public private(set) var position: Int
  /// The containers that are open: true for objects.
  private var open: [Bool] = []
  private var expects = Expected.value
  private var unescaped: [UInt8] = []

  private enum Expected {
    /// A value, or nothing but the end of an array that is empty.
    case value, firstValue
    /// A key, or the end of an object that is empty.
    case key, firstKey
    /// A comma or the end of the container.
    case next
    /// Nothing.
    case end
  }

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - bytes: the document, which outlives the reader.
  ///   - file: how messages name it.
  ///   - depth: how deep values may nest, 100 by default: SDMX-JSON stays below 30.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, named file: String, depth: Int = 100) {
    self.bytes = bytes
    self.file = file
    depthLimit = depth
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Tells what has been passed, some megabytes at a time, so that a mapped document can be forgotten.
  ///
  /// - Parameter body: takes the places that lie behind the reader; they may be read again.
  public mutating func whenPassed(_ body: @escaping @Sendable (Range<Int>) -> Void) {
    passed = body
    passedUntil = position
    nextPassing = position + JSONReader.passingBytes
  }

  private static let passingBytes = 4 << 20
  private var passed: (@Sendable (Range<Int>) -> Void)?
  private var passedUntil = 0
  private var nextPassing = Int.max

  private mutating func tellPassed() {
    passed?(passedUntil..<position)
    passedUntil = position
    nextPassing = position + JSONReader.passingBytes
  }

  /// Goes to a place where a value begins, and reads on from there as from a document of its own.
  public mutating func seek(to place: Int) {
    position = place
    open.removeAll(keepingCapacity: true)
    expects = .value
  }

  /// Passes over a comma, as between two values of an array whose beginning was read elsewhere.
  ///
  /// - Returns: whether there was one, so that a value follows.
  public mutating func passComma() -> Bool {
    skipSpace()
    guard peek() == UInt8(ascii: ",") else { return false }
    position += 1
    open.removeAll(keepingCapacity: true)
    expects = .value
    return true
  }

  /// The next token.
  ///
  /// - Returns: the token; its bytes are valid until the next call.
  /// - Throws: `platform.json-malformed` with line and column, `platform.json-too-deep`.
  public mutating func next() throws(Diagnostic) -> JSONToken {
    skipSpace()
    if expects == .next {
      guard let byte = peek() else { throw malformed() }
      guard byte == UInt8(ascii: ",") else {
        return try close(byte)
      }
      position += 1
      skipSpace()
      expects = open.last == true ? .key : .value
    }
    guard let byte = peek() else {
      if expects == .end { return .end }
      throw malformed()
    }
    switch expects {
    case .end: throw malformed()
    case .firstKey where byte == UInt8(ascii: "}"), .firstValue where byte == UInt8(ascii: "]"):
      return try close(byte)
    case .key, .firstKey:
      guard byte == UInt8(ascii: "\"") else { throw malformed() }
      let key = try string()
      skipSpace()
      guard peek() == UInt8(ascii: ":") else { throw malformed() }
      position += 1
      expects = .value
      return .key(key)
    case .value, .firstValue, .next: return try value(byte)
    }
  }

  private mutating func close(_ byte: UInt8) throws(Diagnostic) -> JSONToken {
    guard let isObject = open.last, byte == UInt8(ascii: isObject ? "}" : "]") else {
      throw malformed()
    }
    position += 1
    if position >= nextPassing { tellPassed() }
    open.removeLast()
    expects = open.isEmpty ? .end : .next
    return isObject ? .endObject : .endArray
  }

  private mutating func value(_ byte: UInt8) throws(Diagnostic) -> JSONToken {
    let after: Expected = open.isEmpty ? .end : .next
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < depthLimit else {
        throw PlatformDefinitions.jsonTooDeep.at(
          Location(file, line: line),
          ["path": .text(file), "limit": .count(depthLimit)]
        )
      }
      let isObject = byte == UInt8(ascii: "{")
      position += 1
      open.append(isObject)
      expects = isObject ? .firstKey : .firstValue
      return isObject ? .beginObject : .beginArray
    case UInt8(ascii: "\""):
      let text = try string()
      expects = after
      return .string(text)
    case UInt8(ascii: "t"):
      try word("true")
      expects = after
      return .boolean(true)
    case UInt8(ascii: "f"):
      try word("false")
      expects = after
      return .boolean(false)
    case UInt8(ascii: "n"):
      try word("null")
      expects = after
      return .null
    default:
      let number = try number()
      expects = after
      return .number(number)
    }
  }

  /// Passes over the value that comes next.
  ///
  /// - Throws: `platform.json-malformed` where the document ends before the value.
  public mutating func skipValue() throws(Diagnostic) {
    skipSpace()
    guard let byte = peek() else { throw malformed() }
    guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else {
      _ = try next()
      return
    }
    var depth = 0
    repeat {
      guard let byte = peek() else { throw malformed() }
      position += 1
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if position >= nextPassing { tellPassed() }
      case UInt8(ascii: "\""):
        while let inner = peek(), inner != UInt8(ascii: "\"") {
          position += inner == UInt8(ascii: "\\") ? 2 : 1
        }
        guard position < bytes.count else { throw malformed() }
        position += 1
      default: break
      }
    } while depth > 0
    expects = open.isEmpty ? .end : .next
  }

  /// Reads the value that comes next whole.
  ///
  /// - Returns: the value.
  /// - Throws: as ``next()``.
  public mutating func readValue() throws(Diagnostic) -> JSONValue {
    try readValue(from: try next())
  }

  /// Reads the rest of a value whose first token has been read.
  ///
  /// - Parameter token: the first token.
  /// - Returns: the value.
  /// - Throws: as ``next()``.
  public mutating func readValue(from token: JSONToken) throws(Diagnostic) -> JSONValue {
    switch token {
    case .string(let text): return .string(String(decoding: text, as: UTF8.self))
    case .number(let text): return .number(String(decoding: text, as: UTF8.self))
    case .boolean(let truth): return .boolean(truth)
    case .null: return .null
    case .beginArray:
      var values: [JSONValue] = []
      while true {
        let token = try next()
        if case .endArray = token { return .array(values) }
        values.append(try readValue(from: token))
      }
    case .beginObject:
      var members: [JSONValue.Member] = []
      while true {
        guard case .key(let key) = try next() else { return .object(members) }
        let name = String(decoding: key, as: UTF8.self)
        members.append(.init(name, try readValue()))
      }
    case .key, .endArray, .endObject, .end: throw malformed()
    }
  }

  // MARK: pieces

  @inline(__always)
  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  @inline(__always)
  private mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return }
      position += 1
    }
  }

  private mutating func word(_ word: StaticString) throws(Diagnostic) {
    let count = word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: count)
    guard position + count <= bytes.count,
      bytes[position..<position + count].elementsEqual(expected)
    else { throw malformed() }
    position += count
  }

  private mutating func number() throws(Diagnostic) -> UnsafeBufferPointer<UInt8> {
    let start = position
    if peek() == UInt8(ascii: "-") { position += 1 }
    let first = position
    digits()
    guard position > first, bytes[first] != 48 || position == first + 1 else { throw malformed() }
    if peek() == UInt8(ascii: ".") {
      position += 1
      guard digits() > 0 else { throw malformed() }
    }
    if let byte = peek(), byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
      guard digits() > 0 else { throw malformed() }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<position])
  }

  @discardableResult
  private mutating func digits() -> Int {
    let start = position
    while let byte = peek(), byte &- 48 < 10 { position += 1 }
    return position - start
  }

  private mutating func string() throws(Diagnostic) -> UnsafeBufferPointer<UInt8> {
    position += 1
    let start = position
    var isASCII = true
    while let byte = peek(), byte != UInt8(ascii: "\"") {
      guard byte >= 32 else { throw malformed() }
      if byte == UInt8(ascii: "\\") { return try unescape(from: start) }
      if byte >= 0x80 { isASCII = false }
      position += 1
    }
    guard position < bytes.count else { throw malformed() }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<position])
    guard isASCII || UTF8Check.isValid(text) else { throw malformed() }
    position += 1
    return text
  }

  private mutating func unescape(
    from start: Int
  ) throws(Diagnostic) -> UnsafeBufferPointer<UInt8> {
    unescaped.removeAll(keepingCapacity: true)
    unescaped.append(contentsOf: bytes[start..<position])
    while let byte = peek(), byte != UInt8(ascii: "\"") {
      guard byte >= 32 else { throw malformed() }
      position += 1
      guard byte == UInt8(ascii: "\\") else {
        unescaped.append(byte)
        continue
      }
      guard let escape = peek() else { throw malformed() }
      position += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(escape)
      case UInt8(ascii: "b"): unescaped.append(8)
      case UInt8(ascii: "f"): unescaped.append(12)
      case UInt8(ascii: "n"): unescaped.append(10)
      case UInt8(ascii: "r"): unescaped.append(13)
      case UInt8(ascii: "t"): unescaped.append(9)
      case UInt8(ascii: "u"): try appendScalar()
      default: throw malformed()
      }
    }
    guard position < bytes.count else { throw malformed() }
    position += 1
    // The array keeps its place until the next string with an escape.
    let text = unescaped.withUnsafeBufferPointer { $0 }
    guard UTF8Check.isValid(text) else { throw malformed() }
    return text
  }

  private mutating func appendScalar() throws(Diagnostic) {
    var code = try hexadecimal()
    if (0xD800..<0xDC00).contains(code), peek() == UInt8(ascii: "\\") {
      position += 1
      guard peek() == UInt8(ascii: "u") else { throw malformed() }
      position += 1
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw malformed() }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw malformed() }
    unescaped.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws(Diagnostic) -> UInt32 {
    guard position + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16),
      bytes[position] != UInt8(ascii: "+"), bytes[position] != UInt8(ascii: "-")
    else { throw malformed() }
    position += 4
    return code
  }

  /// The line at which the reader stands; counted only when it is asked for.
  public var line: Int {
    1 + bytes[..<min(position, bytes.count)].count { $0 == 10 }
  }

  private func malformed() -> Diagnostic {
    let end = min(position, bytes.count)
    let start = bytes[..<end].lastIndex(of: 10).map { $0 + 1 } ?? 0
    return PlatformDefinitions.jsonMalformed.at(
      Location(file, line: line, column: end - start + 1),
      ["path": .text(file)]
    )
  }
}

/// A piece of a JSON document.
public enum JSONToken {
  /// An object begins.
  case beginObject
  /// An object ends.
  case endObject
  /// An array begins.
  case beginArray
  /// An array ends.
  case endArray
  /// The name of a member, in UTF-8.
  case key(UnsafeBufferPointer<UInt8>)
  /// A string, in UTF-8.
  case string(UnsafeBufferPointer<UInt8>)
  /// A number, as it is written.
  case number(UnsafeBufferPointer<UInt8>)
  /// True or false.
  case boolean(Bool)
  /// No value.
  case null
  /// The end of the document.
  case end
}
