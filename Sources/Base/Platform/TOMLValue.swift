// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// A value of a settings file, with the place where it stands.
public struct TOMLValue: Sendable, Hashable {
  /// What it is.
  public let content: Content
  /// The file, line and column where it begins.
  public let location: Location

  /// Puts a value at a place, for settings that stand in no file.
  public init(content: Content, location: Location) {
    self.content = content
    self.location = location
  }

  /// The kinds of values.
  public indirect enum Content: Sendable, Hashable {
    /// A text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// A number with decimals.
    case floating(Double)
    /// True or false.
    case boolean(Bool)
    /// A date, a time, or both, as RFC 3339 writes them.
    case dateTime(String)
    /// Values in order.
    case array([TOMLValue])
    /// Keys and their values, in the order of the file.
    case table([TOMLEntry])
  }

  /// What kind of value it is.
  var kind: Message {
    switch content {
    case .string: TOMLKind.text.name
    case .integer: TOMLKind.wholeNumber.name
    case .floating: TOMLKind.decimals
    case .boolean: TOMLKind.truth.name
    case .dateTime: TOMLKind.dateTime
    case .array: TOMLKind.list
    case .table: TOMLKind.table("").name
    }
  }
}

/// A key of a table and its value.
public struct TOMLEntry: Sendable, Hashable {
  /// The key.
  public let key: String
  /// Where the key stands.
  public let location: Location
  /// Its value.
  public let value: TOMLValue
}

extension TOMLValue {
  /// Reads a table with a typed reader; problems gather in the collector.
  ///
  /// - Parameters:
  ///   - collector: takes missing, mistyped and unknown keys, all at once.
  ///   - body: asks the reader for every key that may stand in the table.
  /// - Returns: what the body returns.
  /// - Throws: what the body throws.
  public func read<Result, Failure: Error>(
    _ collector: DiagnosticCollector,
    _ body: (TOMLTableReader) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try TOMLTableReader.read(self, collector, body)
  }
}
