// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Platform
public import Structures

/// What one file of `reports/` says: a template, a title, parameters.
public struct ReportDefinition: Sendable {
  /// The name: the file's, without its ending.
  public let name: String
  /// The template.
  public let template: String
  /// Where the template is named.
  public let templateLocation: Location
  /// The title that readers see; `nil` for the template's own.
  public let title: InternationalString?
  /// The table of parameters.
  public let parameters: TOMLValue
  /// The file.
  public let location: Location

  /// Reads a file of `reports/`.
  ///
  /// - Parameters:
  ///   - text: the content.
  ///   - file: its path from the project folder.
  ///   - collector: takes what is wrong with single settings.
  /// - Throws: `platform.toml-syntax`.
  init(_ text: String, file: String, _ collector: DiagnosticCollector) throws {
    let document = try TOMLDocument(text, file: file)
    self = document.read(collector) { table in
      ReportDefinition(table, file, collector)
    }
  }

  private init(_ table: TOMLTableReader, _ file: String, _ collector: DiagnosticCollector) {
    name = StepDefinition.fileName(file)
    template = table.string("template")
    templateLocation = table.location(of: "template")
    title = table.optionalInternationalString("title", collector)
    parameters =
      table.value("parameters") ?? TOMLValue(content: .table([]), location: Location(file))
    location = Location(file)
  }

  /// The file of the office's own words in a language: `reports/NAME.en.md`.
  public func narrativePath(in language: Language) -> String {
    "reports/\(name).\(language.rawValue).md"
  }

  /// Prepares the report with the template that its file names.
  ///
  /// - Parameters:
  ///   - templates: the templates that there are.
  ///   - project: the project.
  ///   - collector: takes what is wrong with the settings.
  /// - Returns: the report, ready to be written.
  /// - Throws: `project.unknown-template`, and ``DiagnosticFailure`` with what the template finds.
  public func prepared(
    with templates: [ReportTemplate],
    in project: ProjectFolder,
    _ collector: DiagnosticCollector
  ) throws -> (template: ReportTemplate, report: PreparedReport) {
    guard let found = templates.first(where: { $0.name == template }) else {
      throw ProjectDefinitions.unknownTemplate.at(
        templateLocation,
        [
          "template": .text(template),
          "templates": .text(templates.map(\.name).joined(separator: ", ")),
        ],
        suggestion: NearestName.of(template, among: templates.map(\.name))
      )
    }
    let report = try found.prepare(
      ReportPreparation(
        self,
        catalogue: project.catalogue,
        root: project.root,
        collector: collector
      )
    )
    return (found, report)
  }
}
