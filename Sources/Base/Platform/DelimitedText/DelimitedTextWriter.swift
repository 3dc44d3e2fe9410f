// SPDX-License-Identifier: Apache-2.0

/// Writes rows of fields as RFC 4180 has it, with LF at the end of each row.
public struct DelimitedTextWriter: Sendable {
  private let delimiter: UInt8

  /// Makes a writer for a format.
  public init(_ format: DelimitedTextFormat = .comma) { delimiter = format.delimiter }

  /// Adds a row to a buffer; a field is quoted where its content demands it.
  ///
  /// - Parameters:
  ///   - fields: the texts; `nil` for an empty field, which is told from an empty text by its quotes.
  ///   - buffer: receives the bytes.
  public func write(_ fields: [String?], to buffer: inout [UInt8]) {
    for (position, field) in fields.enumerated() {
      if position > 0 { buffer.append(delimiter) }
      guard let field else { continue }
      var text = field
      text.withUTF8 { write($0, to: &buffer) }
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  private func write(_ field: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]) {
    guard needsQuotes(field) else {
      buffer.append(contentsOf: field)
      return
    }
    let quote = UInt8(ascii: "\"")
    buffer.append(quote)
    for byte in field {
      if byte == quote { buffer.append(quote) }
      buffer.append(byte)
    }
    buffer.append(quote)
  }

  private func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    if field.isEmpty { return true }
    return field.contains { byte in
      byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
  }
}
