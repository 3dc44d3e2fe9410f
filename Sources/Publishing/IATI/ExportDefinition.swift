// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform
internal import Project
internal import Structures

/// What `exports/iati.toml` says: which published datasets become activities of IATI, and how.
struct ExportDefinition: Sendable {
  static let file = "exports/iati.toml"

  /// The language of texts of records.
  let language: Language
  /// The currency of amounts that say none.
  let currency: String
  /// The organisations that report, by the value of the component that names them; one under the empty
  /// name where all activities are of one organisation.
  let reporters: [String: IATIOrganisation]
  /// The component of activities that says who reports; `nil` for one organisation.
  let reporterComponent: String?
  let activities: ExportTable
  /// The tables besides, by the key under which they stand, in order.
  let tables: [(kind: String, table: ExportTable)]

  private static let activityFields = [
    "title", "description", "status", "planned_start", "actual_start", "planned_end", "actual_end",
    "scope", "country", "region", "collaboration_type", "flow_type", "finance_type", "aid_type",
    "tied_status",
  ]
  private static let tableFields = [
    "participations": ["ref", "name", "type", "role"],
    "countries": ["code", "percentage"],
    "regions": ["code", "vocabulary", "percentage"],
    "sectors": ["code", "vocabulary", "percentage", "name"],
    "tags": ["code", "vocabulary", "name"],
    "budgets": ["type", "start", "end", "value", "currency"],
    "transactions": [
      "type", "date", "value", "currency", "description", "provider", "provider_name", "receiver",
      "receiver_name", "channel", "flow_type", "finance_type", "aid_type", "tied_status",
    ],
    "results": ["type", "title", "indicator", "measure", "start", "end", "target", "actual"],
  ]

  /// Reads the file; `nil` where the project has none.
  ///
  /// - Throws: ``DiagnosticFailure`` with what is wrong with single settings.
  static func read(_ root: RootedFolder) throws -> ExportDefinition? {
    let text: String
    do {
      text = try root.text(file)
    } catch {
      guard error.code.rawValue == "platform.not-found" else { throw error }
      return nil
    }
    let collector = DiagnosticCollector()
    let document = try TOMLDocument(text, file: file)
    let definition = document.read(collector) { ExportDefinition($0, collector) }
    try collector.throwIfErrors()
    return definition
  }

  private init(_ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    language = Language(rawValue: table.string("language"))
    currency = table.string("currency")
    reporterComponent = table.optionalString("reporter_component")
    var reporters: [String: IATIOrganisation] = [:]
    if reporterComponent == nil {
      reporters[""] = table.table("reporter") { ExportDefinition.organisation($0, collector) }
      if reporters.isEmpty { _ = table.string("reporter") }
    } else {
      table.table("reporters") { all in
        for key in all.keys {
          reporters[key] = all.table(key) { ExportDefinition.organisation($0, collector) }
        }
      }
    }
    self.reporters = reporters
    let activities = table.table("activities") {
      ExportTable(
        $0,
        fields: ExportDefinition.activityFields,
        activityKey: "identifier",
        collector
      )
    }
    if activities == nil { _ = table.string("activities") }
    let empty = TOMLValue(content: .table([]), location: Location(ExportDefinition.file))
    self.activities =
      activities
      ?? empty.read(DiagnosticCollector()) { ExportTable($0, fields: [], DiagnosticCollector()) }
    var tables: [(kind: String, table: ExportTable)] = []
    for (kind, fields) in ExportDefinition.tableFields.sorted(by: { $0.key < $1.key }) {
      for entry in table.tables(kind, { ExportTable($0, fields: fields, collector) }) {
        tables.append((kind, entry))
      }
    }
    self.tables = tables
  }

  private static func organisation(
    _ table: TOMLTableReader,
    _ collector: DiagnosticCollector
  ) -> IATIOrganisation {
    IATIOrganisation(
      ref: table.string("ref"),
      type: table.string("type"),
      name: table.internationalString("name", collector)
    )
  }

  /// Finds datasets that are not published, and components that they do not have.
  ///
  /// Only what a release publishes can leave it in another form.
  func check(_ project: ProjectFolder, _ graph: StepGraph) -> [Diagnostic] {
    let published = project.settings.release.datasets
    let collector = DiagnosticCollector()
    for table in [activities] + tables.map(\.table) {
      guard published.contains(table.dataset), let structure = graph.structure(of: table.dataset)
      else {
        collector.report(
          PublishingDefinitions.exportUnpublished.at(
            table.location,
            ["dataset": .text(table.dataset)],
            suggestion: NearestName.of(table.dataset, among: published)
          )
        )
        continue
      }
      let own = table.location == activities.location ? reporterComponent.map { [$0] } ?? [] : []
      for (name, location) in table.names + own.map({ ($0, table.location) })
      where structure[name] == nil {
        collector.report(
          PublishingDefinitions.exportComponent.at(
            location,
            ["dataset": .text(table.dataset), "component": .text(name)],
            suggestion: NearestName.of(name, among: structure.components.map(\.id))
          )
        )
      }
    }
    return collector.diagnostics
  }
}
