// SPDX-License-Identifier: Apache-2.0

/// One row of a delimited file: its fields, its line, and what is wrong with it.
///
/// A reader fills the same record again and again; fields are valid until the next row is read.
public final class DelimitedRecord {
  var rows: DelimitedRows = DelimitedRows()

  /// What can be wrong with a row before its content is looked at.
  public enum Fault: Hashable, Sendable {
    /// A quote that opened on this line is never closed.
    case openQuote(line: Int)
    /// Text follows a closing quote.
    case textAfterQuote
    /// The bytes are not UTF-8.
    case notUTF8
    /// A character that no text has: NUL, U+FFFE or U+FFFF.
    case noCharacter
  }

  /// Makes an empty record.
  public init() {}

  /// The physical line on which the row begins, from one; zero before the first.
  public var line: Int { rows.count > 0 ? rows.line(0) : 0 }

  /// What is wrong with the row as text; `nil` where nothing is.
  public var fault: Fault? { rows.fault(0) }

  /// How many fields the row has.
  public var count: Int { rows.count > 0 ? rows.fieldCount(0) : 0 }

  /// The bytes of a field, valid until the next row is read.
  public subscript(_ position: Int) -> UnsafeBufferPointer<UInt8> { rows.field(0, position) }

  /// A field as a string.
  public func text(_ position: Int) -> String {
    String(decoding: self[position], as: UTF8.self)
  }

  /// All fields as strings.
  public var texts: [String] { rows.count > 0 ? rows.texts(0) : [] }
}
