// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform
public import Project
internal import Structures
internal import Values

/// Writes the activities of a release as IATI 2.03, a file for each organisation that reports.
public enum IATIPart {
  /// The part `iati`; it writes nothing where the project has no `exports/iati.toml`.
  ///
  /// - Output: `REF.xml`, one `iati-activity` = one record of the dataset of activities. What is counted in
  ///   its own units stands in results; what is given in kind and valued in transactions. No person is named.
  /// - Returns: the part, which throws what the check of IATI finds: a file that does not follow the
  ///   standard leaves no release.
  public static func part() -> ReleasePart {
    ReleasePart("iati", check: check) { contents, path in
      guard let definition = try ExportDefinition.read(contents.root) else { return }
      let export = try await ActivityExport(definition, contents)
      let (files, unknown) = export.byReporter()
      if unknown > 0 {
        throw PublishingDefinitions.exportReporter.at(
          Location(ExportDefinition.file),
          ["count": .count(unknown)]
        )
      }
      for (key, activities) in files.sorted(by: { $0.key < $1.key }) {
        guard let reporter = definition.reporters[key] else { continue }
        try write(activities, reporter, definition, path)
      }
    }
  }

  private static func check(_ project: ProjectFolder, _ graph: StepGraph) -> [Diagnostic] {
    let collector = DiagnosticCollector()
    collector.collecting {
      guard let definition = try ExportDefinition.read(project.root) else { return }
      collector.report(contentsOf: definition.check(project, graph))
      for reporter in definition.reporters.values where !isFileName(reporter.ref) {
        collector.report(
          PublishingDefinitions.exportRef.at(
            Location(ExportDefinition.file),
            ["ref": .text(reporter.ref)]
          )
        )
      }
    }
    return collector.diagnostics
  }

  private static func isFileName(_ ref: String) -> Bool {
    !ref.isEmpty && ref.utf8.count <= 100
      && ref.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
      && !ref.hasPrefix(".")
  }

  private static func write(
    _ activities: [IATIActivity],
    _ reporter: IATIOrganisation,
    _ definition: ExportDefinition,
    _ folder: String
  ) throws {
    var writer = try IATIWriter(language: definition.language, currency: definition.currency)
    for activity in activities { try writer.write(activity) }
    let path = "\(folder)/\(reporter.ref).xml"
    try DurableFile.write(writer.finish(), to: path)
    let collector = DiagnosticCollector()
    let check = IATICheck(
      path,
      named: "iati/\(reporter.ref).xml",
      today: CalendarDate(daysSinceEpoch: .max / 2)
    )
    _ = try check.run(collector)
    try collector.throwIfErrors()
  }
}
