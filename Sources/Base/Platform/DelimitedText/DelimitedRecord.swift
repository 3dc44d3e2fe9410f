// SPDX-License-Identifier: Apache-2.0

/// One row of a delimited file: its fields, its line, and what is wrong with it.
///
/// A reader fills the same record again and again; fields are valid until the next row is read.
public final class DelimitedRecord {
  /// The physical line on which the row begins, from one.
  public private(set) var line: Int = 0
  /// What is wrong with the row as text; `nil` where nothing is.
  public private(set) var fault: Fault?
  private var fields: [UnsafeBufferPointer<UInt8>] = []
  /// Copies of fields with doubled quotes, kept as long as the row.
  private var copies: [UnsafeMutableBufferPointer<UInt8>] = []

  /// What can be wrong with a row before its content is looked at.
  public enum Fault: Hashable, Sendable {
    /// A quote that opened on this line is never closed.
    case openQuote(line: Int)
    /// Text follows a closing quote.
    case textAfterQuote
    /// The bytes are not UTF-8.
    case notUTF8
  }

  /// Makes an empty record.
  public init() {}

  deinit { freeCopies() }

  /// How many fields the row has.
  public var count: Int { fields.count }

  /// The bytes of a field, valid until the next row is read.
  public subscript(_ position: Int) -> UnsafeBufferPointer<UInt8> { fields[position] }

  /// A field as a string.
  public func text(_ position: Int) -> String { String(decoding: fields[position], as: UTF8.self) }

  /// All fields as strings.
  public var texts: [String] { fields.indices.map { text($0) } }

  func begin(line: Int) {
    self.line = line
    fault = nil
    fields.removeAll(keepingCapacity: true)
    freeCopies()
  }

  func append(_ field: UnsafeBufferPointer<UInt8>) { fields.append(field) }

  /// Adds a field in which each doubled quote stands for one.
  func appendUnquoting(_ content: UnsafeBufferPointer<UInt8>) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
    var length = 0
    var position = 0
    while position < content.count {
      copy[length] = content[position]
      length += 1
      position += content[position] == UInt8(ascii: "\"") ? 2 : 1
    }
    copies.append(copy)
    fields.append(UnsafeBufferPointer(rebasing: copy[..<length]))
  }

  func fail(_ fault: Fault) { self.fault = self.fault ?? fault }

  func checkEncoding() {
    for field in fields where !UTF8Check.isValid(field) { fail(.notUTF8) }
  }

  private func freeCopies() {
    for copy in copies { copy.deallocate() }
    copies.removeAll(keepingCapacity: true)
  }
}

/// Tells UTF-8 from other bytes.
enum UTF8Check {
  /// Whether bytes are well-formed UTF-8; plain ASCII is decided eight bytes at a time.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isASCII(bytes) || String(validating: bytes, as: UTF8.self) != nil
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position &+ 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { return false }
      position &+= 8
    }
    while position < raw.count {
      if raw[position] >= 0x80 { return false }
      position &+= 1
    }
    return true
  }
}
