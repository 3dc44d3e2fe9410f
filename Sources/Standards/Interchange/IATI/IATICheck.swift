// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
public import Values

/// Checks an IATI 2.03 file against the standard's schema and ruleset, in one pass and little memory.
public struct IATICheck {
  private let path: String
  private let name: String
  private let today: CalendarDate
  private let agencies: Set<String>?

  /// Prepares a check.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it.
  ///   - today: the day after which dates lie in the future.
  ///   - agencies: the codes of agencies that register organisations; the two rules that need them are
  ///     not applied without.
  public init(_ path: String, named name: String, today: CalendarDate, agencies: Set<String>? = nil)
  {
    self.path = path
    self.name = name
    self.today = today
    self.agencies = agencies
  }

  /// Whether a file holds IATI activities or organisations, by its outermost element.
  ///
  /// - Throws: codes of reading.
  public static func recognises(_ path: String) throws(Diagnostic) -> Bool {
    let reader = try XMLReader(file: path)
    while let event = try reader.next() {
      guard case .start(let element) = event else { continue }
      return element.name.namespace == nil && IATIReader.Kind(rawValue: element.name.local) != nil
    }
    return false
  }

  /// Checks the file.
  ///
  /// - Parameters:
  ///   - collector: takes everything that is wrong; findings that differ only in their line are counted.
  ///   - progress: called with how many bytes have been read.
  /// - Returns: how many records the file has.
  /// - Throws: `interchange.not-iati`, `interchange.iati-version`, codes of XML.
  public func run(
    _ collector: DiagnosticCollector,
    progress: (Int) -> Void = { _ in }
  ) throws(Diagnostic) -> Int {
    let reader = try IATIReader(path, named: name)
    var records = 0
    var identifiers: Set<Int> = []
    let report = { (diagnostic: Diagnostic, line: Int) in
      collector.report(diagnostic, row: Location(name, line: line))
    }
    while true {
      let batch = try reader.next()
      guard let root = reader.root, let kind = reader.kind else { break }
      if records == 0 { try IATICheck.checkVersion(root, name) }
      let schema = IATISchemaCheck(kind, report)
      let rules = IATIRuleCheck(kind, today: today, agencies: agencies, report)
      for record in batch {
        records += 1
        schema.checkRecord(record, in: root)
        rules.check(record)
        // Eight bytes an activity tell copies from one another.
        if let id = record.first("iati-identifier").map({ CellText.trimmed($0.text) }),
          !identifiers.insert(id.hashValue).inserted
        {
          report(
            IATIDefinitions.repeatedIdentifier.at(nil, ["file": .text(name)]),
            record.line
          )
        }
      }
      progress(reader.bytesRead)
      if batch.isEmpty {
        schema.checkRoot(root, records: records)
        break
      }
    }
    return records
  }

  /// Refuses a file of another version.
  static func checkVersion(_ root: IATIElement, _ name: String) throws(Diagnostic) {
    let version = root["version"]
    if version == nil || version == "2.03" { return }
    throw IATIDefinitions.version.at(
      Location(name, line: root.line),
      ["file": .text(name), "version": .text(String((version ?? "").prefix(20)))]
    )
  }
}
