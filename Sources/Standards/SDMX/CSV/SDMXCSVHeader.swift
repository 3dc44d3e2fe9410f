// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Structures

/// What the first line of SDMX-CSV says: which version it is, what separates fields, what stands where.
struct SDMXCSVHeader {
  let version: SDMXCSVVersion
  let format: DelimitedTextFormat
  /// What separates several values in a field.
  let subDelimiter: Character
  /// Where the columns of the format itself stand.
  let structureColumn: Int
  let identifierColumn: Int
  let actionColumn: Int?
  /// The other columns by their names, without labels and marks.
  let columns: [Column]

  /// A column of a component, or of the sender's own.
  struct Column {
    let position: Int
    let name: String
    /// Whether labels follow codes after `: `.
    let hasLabels: Bool
    /// Whether the column says that it holds several values or languages.
    let isMultiple: Bool
  }

  /// Understands the first line; `nil` where it is none of SDMX-CSV.
  ///
  /// - Parameter bytes: the beginning of the file.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let line = SDMXCSVHeader.firstLine(bytes)
    let isFirst = line.hasPrefix("DATAFLOW")
    guard isFirst || line.hasPrefix("STRUCTURE") else { return nil }
    var rest = line.dropFirst(isFirst ? 8 : 9)
    var sub: Character = ";"
    if rest.hasPrefix("["), let close = rest.firstIndex(of: "]") {
      sub = rest.dropFirst().first ?? ";"
      rest = rest[rest.index(after: close)...]
    }
    // Some senders put a label on this column too.
    if rest.hasPrefix(":") { rest = rest.drop { $0 != "," && $0 != ";" && $0 != "\t" } }
    guard let delimiter = rest.first,
      let format = DelimitedTextFormat(delimiter: String(delimiter))
    else { return nil }
    var reader = DelimitedTextReader(bytes, format)
    let record = DelimitedRecord()
    guard reader.next(record) else { return nil }
    let names = record.texts.map { SDMXCSVHeader.split($0) }
    let own: Set = [
      "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY", "DATAFLOW",
    ]
    self.format = format
    subDelimiter = sub
    if isFirst {
      version = .v1_0
      structureColumn = 0
      identifierColumn = 0
      actionColumn = nil
    } else {
      guard let identifier = names.firstIndex(where: { $0.name == "STRUCTURE_ID" }) else {
        return nil
      }
      version = .v2_0
      structureColumn = 0
      identifierColumn = identifier
      actionColumn = names.firstIndex { $0.name == "ACTION" }
    }
    columns = names.enumerated().compactMap { position, cell in
      let isOwn = own.contains(cell.name) && !(isFirst && position > 0)
      return isOwn || cell.name.isEmpty
        ? nil
        : Column(
          position: position,
          name: cell.name,
          hasLabels: cell.hasLabel,
          isMultiple: cell.isMultiple
        )
    }
  }

  /// The name of a column, without `[]` and without a label.
  private static func split(
    _ cell: String
  ) -> (name: String, hasLabel: Bool, isMultiple: Bool) {
    var name = Substring(cell)
    var hasLabel = false
    if let colon = name.firstIndex(of: ":") {
      name = name[..<colon]
      hasLabel = true
    }
    let isMultiple = name.contains("[")
    if let open = name.firstIndex(of: "[") { name = name[..<open] }
    return (String(name), hasLabel, isMultiple)
  }

  private static func firstLine(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let line = bytes.dropFirst(start).prefix(1 << 16).prefix { $0 != 10 && $0 != 13 }
    return String(decoding: line, as: UTF8.self).filter { $0 != "\"" }
  }
}
