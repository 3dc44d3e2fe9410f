// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// Reads a table of settings by type, and gathers what is wrong instead of stopping at it.
///
/// A key that is missing or has another type is reported and answers with a neutral value, so that
/// the rest of the file is read too; the caller throws once, with everything. Keys that were never
/// asked for are reported as unknown, with the nearest name among those that were.
public final class TOMLTableReader {
  /// Where the table stands.
  public let location: Location
  private let entries: [TOMLEntry]
  private let collector: DiagnosticCollector
  private var asked: [String] = []

  private init(_ entries: [TOMLEntry], _ location: Location, _ collector: DiagnosticCollector) {
    self.entries = entries
    self.location = location
    self.collector = collector
  }

  static func read<Result, Failure: Error>(
    _ table: TOMLValue,
    _ collector: DiagnosticCollector,
    _ body: (TOMLTableReader) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var entries: [TOMLEntry] = []
    if case .table(let found) = table.content { entries = found }
    let reader = TOMLTableReader(entries, table.location, collector)
    do {
      let result = try body(reader)
      reader.reportUnknown()
      return result
    } catch {
      // Keys that the body did not come to are not unknown; one that is nearly a missing key is.
      reader.reportMisspelt()
      throw error
    }
  }

  /// The keys of the table in the order of the file, for tables whose keys are names of the user's.
  public var keys: [String] { entries.map(\.key) }

  /// Where a key stands; the table's place where it is missing.
  public func location(of key: String) -> Location {
    entries.first { $0.key == key }?.location ?? location
  }

  /// A text that must be there; empty where it is not, which has been reported then.
  public func string(_ key: String) -> String {
    required(key, .text, TOMLTableReader.string) ?? ""
  }

  /// A text that may be there.
  public func optionalString(_ key: String) -> String? {
    optional(key, .text, TOMLTableReader.string)
  }

  /// A whole number that must be there; zero where it is not, which has been reported then.
  public func integer(_ key: String) -> Int {
    required(key, .wholeNumber, TOMLTableReader.integer) ?? 0
  }

  /// A whole number that may be there.
  public func optionalInteger(_ key: String) -> Int? {
    optional(key, .wholeNumber, TOMLTableReader.integer)
  }

  /// A number, with decimals or without, that may be there.
  public func optionalDouble(_ key: String) -> Double? {
    optional(key, .number) { value in
      switch value.content {
      case .floating(let number): number
      case .integer(let number): Double(number)
      default: nil
      }
    }
  }

  /// True or false, or a default where the key is missing.
  public func boolean(_ key: String, default value: Bool = false) -> Bool {
    optional(key, .truth) { if case .boolean(let value) = $0.content { value } else { nil } }
      ?? value
  }

  /// A list of texts; empty where the key is missing.
  public func strings(_ key: String) -> [String] {
    optional(key, .texts) { value in
      guard case .array(let values) = value.content else { return nil }
      let texts = values.compactMap(TOMLTableReader.string)
      return texts.count == values.count ? texts : nil
    } ?? []
  }

  /// A value of any type, for settings whose shape another room knows.
  public func value(_ key: String) -> TOMLValue? { find(key) }

  /// A table that may be there.
  ///
  /// - Parameters:
  ///   - key: its key.
  ///   - body: asks for its keys.
  /// - Returns: what the body returns; `nil` where the table is missing.
  /// - Throws: what the body throws.
  public func table<Result, Failure: Error>(
    _ key: String,
    _ body: (TOMLTableReader) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    let table = optional(key, .table(key)) { value in
      if case .table = value.content { value } else { nil }
    }
    guard let table else { return nil }
    return try TOMLTableReader.read(table, collector, body)
  }

  /// The tables of a list such as `[[steps]]`; none where the key is missing.
  ///
  /// - Parameters:
  ///   - key: the key of the list.
  ///   - body: asks for the keys of one table.
  /// - Returns: what the body returns, for each table in order.
  /// - Throws: what the body throws.
  public func tables<Result, Failure: Error>(
    _ key: String,
    _ body: (TOMLTableReader) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let tables = optional(key, .tables(key)) { value -> [TOMLValue]? in
      guard case .array(let values) = value.content else { return nil }
      let all = values.allSatisfy { if case .table = $0.content { true } else { false } }
      return all ? values : nil
    }
    var results: [Result] = []
    for table in tables ?? [] {
      results.append(try TOMLTableReader.read(table, collector, body))
    }
    return results
  }

  private static func string(_ value: TOMLValue) -> String? {
    if case .string(let text) = value.content { text } else { nil }
  }

  private static func integer(_ value: TOMLValue) -> Int? {
    if case .integer(let number) = value.content { number } else { nil }
  }

  private func find(_ key: String) -> TOMLValue? {
    asked.append(key)
    return entries.first { $0.key == key }?.value
  }

  private func optional<Result>(
    _ key: String,
    _ kind: TOMLKind,
    _ read: (TOMLValue) -> Result?
  ) -> Result? {
    guard let value = find(key) else { return nil }
    if let result = read(value) { return result }
    let arguments: [String: MessageArgument] = [
      "key": .text(key), "type": .message(kind.name), "form": .text(kind.sample),
      "found": .message(value.kind),
    ]
    collector.report(PlatformDefinitions.tomlWrongType.at(value.location, arguments))
    return nil
  }

  private func required<Result>(
    _ key: String,
    _ kind: TOMLKind,
    _ read: (TOMLValue) -> Result?
  ) -> Result? {
    if !entries.contains(where: { $0.key == key }) {
      asked.append(key)
      collector.report(
        PlatformDefinitions.tomlMissingKey.at(
          location,
          ["key": .text(key), "type": .text(kind.sample)]
        )
      )
      return nil
    }
    return optional(key, kind, read)
  }

  private func reportUnknown() {
    for entry in entries where !asked.contains(entry.key) { report(entry) }
  }

  private func reportMisspelt() {
    for entry in entries where !asked.contains(entry.key) && nearest(entry) != nil {
      report(entry)
    }
  }

  private func report(_ entry: TOMLEntry) {
    collector.report(
      PlatformDefinitions.tomlUnknownKey.at(
        entry.location,
        ["key": .text(entry.key)],
        suggestion: nearest(entry)
      )
    )
  }

  /// The key that was asked for, is not there, and reads most like an entry.
  private func nearest(_ entry: TOMLEntry) -> String? {
    let free = asked.filter { key in !entries.contains { $0.key == key } }
    return NearestName.of(entry.key, among: free)
  }
}
