// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// The records of a register as its file has them, with columns that no structure knows.
public struct RegisterTable: Sendable, Equatable {
  /// The headings, in the order of the file.
  public private(set) var header: [String]
  private var records: [[String]]
  private let positions: [String: Int]
  private let format: DelimitedTextFormat

  /// Makes a register without records.
  ///
  /// - Parameters:
  ///   - header: its headings.
  ///   - headings: the heading of each component.
  public init(header: [String], headings: [String: String]) {
    self.header = header
    records = []
    format = .comma
    positions = RegisterTable.positions(header, headings)
  }

  /// Reads a register.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - headings: the heading of each component.
  ///   - file: how messages name it.
  /// - Throws: `project.damaged-register` with the line.
  init(_ bytes: [UInt8], headings: [String: String], file: String) throws(Diagnostic) {
    var rows: [[String]] = []
    var broken: Int?
    let format = bytes.withUnsafeBufferPointer { buffer in
      let format = DelimitedTextFormat.guessed(from: buffer)
      var reader = DelimitedTextReader(buffer, format)
      let record = DelimitedRecord()
      while broken == nil, reader.next(record) {
        let texts = record.texts
        let isRagged = texts.count != (rows.first?.count ?? texts.count)
        if record.fault != nil || isRagged { broken = record.line }
        rows.append(texts)
      }
      return format
    }
    if let broken {
      throw ProjectDefinitions.damagedRegister.at(
        Location(file, line: broken),
        ["file": .text(file)]
      )
    }
    self.format = format
    header = rows.first ?? headings.values.sorted()
    records = Array(rows.dropFirst())
    positions = RegisterTable.positions(header, headings)
    for component in headings.keys.sorted() where positions[component] == nil {
      throw ProjectDefinitions.damagedRegister.at(
        Location(file, line: 1),
        ["file": .text(file)],
        suggestion: headings[component]
      )
    }
  }

  private static func positions(
    _ header: [String],
    _ headings: [String: String]
  ) -> [String: Int] {
    headings.compactMapValues { header.firstIndex(of: $0) }
  }

  /// How many records there are.
  public var count: Int { records.count }

  /// Whether a component has a column.
  public func has(_ component: String) -> Bool { positions[component] != nil }

  /// What a record has for a component, without white space around it; `nil` for nothing.
  public subscript(_ record: Int, _ component: String) -> String? {
    get {
      guard let position = positions[component] else { return nil }
      let text = records[record][position]
      let start = text.firstIndex { !$0.isWhitespace }
      guard let start, let end = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
      return String(text[start...end])
    }
    set {
      guard let position = positions[component] else { return }
      records[record][position] = newValue ?? ""
    }
  }

  /// Adds a record before another, or as the last.
  ///
  /// - Parameters:
  ///   - values: what it has, by component.
  ///   - place: the record that it stands before; the number of records for the end.
  public mutating func insert(_ values: [String: String], at place: Int) {
    var texts = [String](repeating: "", count: header.count)
    for (component, text) in values {
      if let position = positions[component] { texts[position] = text }
    }
    records.insert(texts, at: place)
  }

  /// Keeps some records, in the order given, each with all its columns.
  public mutating func keep(_ order: [Int]) { records = order.map { records[$0] } }

  /// The file as it is written: an empty field stands for nothing.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    let writer = DelimitedTextWriter(format)
    for row in [header] + records { writer.write(row.map { $0.isEmpty ? nil : $0 }, to: &bytes) }
    return bytes
  }
}
