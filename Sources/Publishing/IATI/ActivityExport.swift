// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Project
internal import Relation
internal import Structures

/// Makes activities of IATI from the rows of published datasets.
struct ActivityExport {
  private let definition: ExportDefinition
  private let activities: TextRows
  /// The rows of the tables besides, by activity, in the order of the mapping.
  private let tables: [(kind: String, table: ExportTable, rows: TextRows, of: [String: [Int]])]

  /// Reads the rows.
  ///
  /// - Throws: what the engine refuses.
  init(_ definition: ExportDefinition, _ contents: ReleaseContents) async throws {
    self.definition = definition
    activities = try await ActivityExport.rows(definition.activities, contents)
    var tables: [(kind: String, table: ExportTable, rows: TextRows, of: [String: [Int]])] = []
    for (kind, table) in definition.tables {
      let rows = try await ActivityExport.rows(table, contents)
      var places: [String: [Int]] = [:]
      for row in rows.indices { places[rows[row, table.activity] ?? "", default: []].append(row) }
      tables.append((kind, table, rows, places))
    }
    self.tables = tables
  }

  private static func rows(
    _ table: ExportTable,
    _ contents: ReleaseContents
  ) async throws -> TextRows {
    guard let published = contents.datasets.first(where: { $0.name == table.dataset }) else {
      return TextRows(columns: [], rows: [])
    }
    var plan = try published.dataset.published()
    for (component, value) in table.filter.sorted(by: { $0.key < $1.key }) {
      plan = try plan.filter(.column(component).cast(to: .string).equals(.literal(.string(value))))
    }
    return try await contents.session.texts(of: plan, limit: .max)
  }

  /// The activities of each organisation that reports, by its key; those of others are left out and counted.
  func byReporter() -> (files: [String: [IATIActivity]], unknown: Int) {
    var files: [String: [IATIActivity]] = [:]
    var unknown = 0
    for row in activities.indices {
      let key = definition.reporterComponent.map { activities[row, $0] ?? "" } ?? ""
      guard let reporter = definition.reporters[key] else {
        unknown += 1
        continue
      }
      files[key, default: []].append(activity(row, reporter))
    }
    return (files, unknown)
  }

  private func activity(_ row: Int, _ reporter: IATIOrganisation) -> IATIActivity {
    let local = activities[row, definition.activities.activity] ?? ""
    let value = { (name: String) in
      definition.activities.fields[name]?.value(activities, row) ?? ""
    }
    let title = value("title")
    let description = value("description")
    var activity = IATIActivity(
      reporter: reporter,
      identifier: "\(reporter.ref)-\(local)",
      title: text(title),
      // The standard asks for a description of every activity.
      description: text(description.isEmpty ? title : description)
    )
    activity.status = value("status")
    activity.dates = [
      ("1", "planned_start"), ("2", "actual_start"), ("3", "planned_end"), ("4", "actual_end"),
    ].map { (type: $0.0, day: value($0.1)) }.filter { !$0.day.isEmpty }
    activity.scope = value("scope")
    activity.countries = [value("country")].filter { !$0.isEmpty }.map { .init(code: $0) }
    activity.regions = [value("region")].filter { !$0.isEmpty }.map { .init(code: $0) }
    activity.classifications = [
      ("collaboration-type", "collaboration_type"), ("default-flow-type", "flow_type"),
      ("default-finance-type", "finance_type"), ("default-aid-type", "aid_type"),
      ("default-tied-status", "tied_status"),
    ].map { (element: $0.0, code: value($0.1)) }
    for entry in tables {
      for place in entry.of[local] ?? [] {
        add(entry.kind, to: &activity) { entry.table.fields[$0]?.value(entry.rows, place) ?? "" }
      }
    }
    return activity
  }

  private func text(_ text: String) -> InternationalString {
    InternationalString([definition.language: text])
  }

  private func add(
    _ kind: String,
    to activity: inout IATIActivity,
    _ value: (String) -> String
  ) {
    switch kind {
    case "participations":
      let organisation = IATIOrganisation(
        ref: value("ref"),
        type: value("type"),
        name: text(value("name"))
      )
      activity.participants.append((organisation: organisation, role: value("role")))
    case "countries": activity.countries.append(share(value))
    case "regions": activity.regions.append(share(value))
    case "sectors": activity.sectors.append(share(value))
    case "tags": activity.tags.append(share(value))
    case "budgets": activity.budgets.append(budget(value))
    case "transactions": activity.transactions += transaction(value).map { [$0] } ?? []
    case "results": activity.results.append(result(value))
    default: break
    }
  }

  private func share(_ value: (String) -> String) -> IATIActivity.Share {
    IATIActivity.Share(
      vocabulary: value("vocabulary"),
      code: value("code"),
      percentage: value("percentage"),
      name: value("name")
    )
  }

  private func budget(_ value: (String) -> String) -> IATIActivity.Budget {
    IATIActivity.Budget(
      type: value("type"),
      start: value("start"),
      end: value("end"),
      value: value("value"),
      currency: value("currency")
    )
  }

  /// A transaction; none where the record has no amount, as IATI knows no transaction without.
  private func transaction(_ value: (String) -> String) -> IATIActivity.Transaction? {
    if value("value").isEmpty { return nil }
    var transaction = IATIActivity.Transaction(
      type: value("type"),
      date: value("date"),
      value: value("value"),
      currency: value("currency")
    )
    transaction.description = value("description")
    transaction.provider = party(value("provider"), value("provider_name"))
    transaction.receiver = party(value("receiver"), value("receiver_name"))
    transaction.classifications = [
      ("disbursement-channel", "channel"), ("flow-type", "flow_type"),
      ("finance-type", "finance_type"), ("aid-type", "aid_type"), ("tied-status", "tied_status"),
    ].map { (element: $0.0, code: value($0.1)) }
    return transaction
  }

  private func party(_ ref: String, _ name: String) -> IATIOrganisation? {
    if ref.isEmpty, name.isEmpty { return nil }
    return IATIOrganisation(ref: ref, type: "", name: text(name))
  }

  private func result(_ value: (String) -> String) -> IATIActivity.Result {
    let title = value("title")
    let indicator = value("indicator")
    let measure = value("measure")
    let type = value("type")
    var result = IATIActivity.Result(
      type: type.isEmpty ? "1" : type,
      title: title.isEmpty ? indicator : title,
      indicator: indicator.isEmpty ? title : indicator,
      measure: measure.isEmpty ? "1" : measure,
      start: value("start"),
      end: value("end")
    )
    result.target = value("target")
    result.actual = value("actual")
    return result
  }
}
