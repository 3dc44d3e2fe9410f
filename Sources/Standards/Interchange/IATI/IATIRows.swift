// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// Reads the rows of one table from an IATI file of activities, activity by activity.
public final class IATIRows {
  private let reader: IATIReader
  private let table: IATITable
  private let reporter: String?
  private let name: String
  private let collector: DiagnosticCollector
  private var isChecked = false

  /// A row of the table.
  public struct Row: Sendable {
    /// The line of the element that it is from.
    public let line: Int
    /// The values under the headings of the table; `nil` for nothing.
    public let values: [String?]
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it.
  ///   - table: which rows are wanted.
  ///   - reporter: the organisation whose activities are wanted; all where it is `nil`.
  ///   - collector: is told of activities that others report.
  /// - Throws: codes of reading.
  public init(
    file path: String,
    named name: String,
    _ table: IATITable,
    reporter: String?,
    _ collector: DiagnosticCollector
  ) throws(Diagnostic) {
    reader = try IATIReader(path, named: name)
    self.table = table
    self.reporter = reporter
    self.name = name
    self.collector = collector
  }

  /// The next rows; `nil` at the end.
  ///
  /// - Throws: `interchange.not-iati` for another file, one of organisations too,
  ///   `interchange.iati-version`, codes of XML.
  public func next() throws(Diagnostic) -> [Row]? {
    var rows: [Row] = []
    while rows.isEmpty {
      let activities = try reader.next()
      if !isChecked, let root = reader.root {
        try IATICheck.checkVersion(root, name)
        guard reader.kind == .activities else {
          throw IATIDefinitions.notIATI.at(Location(name, line: root.line), ["file": .text(name)])
        }
        isChecked = true
      }
      if activities.isEmpty { return nil }
      for activity in activities where isWanted(activity) {
        rows += table.rows(activity).map { Row(line: $0.line, values: $0.values) }
      }
    }
    return rows
  }

  private func isWanted(_ activity: IATIElement) -> Bool {
    guard let reporter else { return true }
    if activity.first("reporting-org")?["ref"].map(CellText.trimmed) == reporter { return true }
    collector.report(
      IATIDefinitions.otherReporter.at(nil, ["reporter": .text(reporter)]),
      row: Location(name, line: activity.line)
    )
    return false
  }
}
