// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// A file of `maps/`: one row = the standard code (`standard`) of a text of a source (`source`).
enum CodeMap {
  /// Reads a map.
  ///
  /// - Parameters:
  ///   - file: its path from the project folder.
  ///   - root: the project's folder.
  /// - Returns: the standard code of each text.
  /// - Throws: ``DiagnosticFailure`` with `import.bad-map`, `import.map-row` and `import.map-twice` with their
  ///   lines, `platform.not-utf8`.
  static func read(_ file: String, _ root: RootedFolder) throws -> [String: String] {
    let bytes = try WholeFile.bytes(try root.resolve(file))
    _ = try WholeFile.text(of: bytes, named: file)
    return try bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedTextReader(buffer, .guessed(from: buffer))
      let record = DelimitedRecord()
      guard reader.next(record), let columns = Columns(record) else {
        throw StepsDefinitions.badMap.at(Location(file, line: 1), ["file": .text(file)])
      }
      var rows = Rows(file: file, columns: columns)
      while reader.next(record) { rows.add(record) }
      try rows.collector.throwIfErrors()
      return rows.standards
    }
  }

  private struct Columns {
    let source: Int
    let standard: Int

    init?(_ header: DelimitedRecord) {
      let names = header.texts.map(\.trimmingSpaces)
      guard let source = names.firstIndex(of: "source"),
        let standard = names.firstIndex(of: "standard")
      else { return nil }
      (self.source, self.standard) = (source, standard)
    }
  }

  private struct Rows {
    let file: String
    let columns: Columns
    let collector = DiagnosticCollector()
    private(set) var standards: [String: String] = [:]
    private var lines: [String: Int] = [:]

    init(file: String, columns: Columns) { (self.file, self.columns) = (file, columns) }

    mutating func add(_ record: DelimitedRecord) {
      let place = Location(file, line: record.line)
      let texts = record.texts.map(\.trimmingSpaces)
      guard texts.contains(where: { !$0.isEmpty }) else { return }
      guard record.fault == nil, texts.count > max(columns.source, columns.standard),
        !texts[columns.source].isEmpty, !texts[columns.standard].isEmpty
      else { return collector.report(StepsDefinitions.mapRow.at(place, ["file": .text(file)])) }
      let (source, standard) = (texts[columns.source], texts[columns.standard])
      if let known = standards[source], known != standard, let line = lines[source] {
        collector.report(
          StepsDefinitions.mapTwice.at(
            place,
            [
              "text": .text(source), "line": .count(line), "first": .text(known),
              "second": .text(standard),
            ]
          )
        )
      }
      standards[source] = standard
      lines[source] = record.line
    }
  }
}
