// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Structures
internal import Values

/// The keys of a file of `rounds/`.
struct RoundSettings {
  let title: InternationalString
  let introduction: InternationalString?
  let due: CalendarDate
  let prefillYear: String?
  let register: String
  let agencies: String
  let roles: RoundDefinition.Roles
  let required: [String]
  let columns: [String]
  /// Codes that no list of the form offers, such as those of totals.
  let without: [String]
  let help: [String: InternationalString]
  let agencyRoles: RoundDefinition.AgencyRoles
  /// Every component that the file names, with its place.
  private(set) var named: [(component: String, location: Location)] = []

  init(_ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    title = table.internationalString("title", collector)
    introduction = table.optionalInternationalString("introduction", collector)
    let day = table.string("due")
    due = CalendarDate(day) ?? CalendarDate(daysSinceEpoch: 0)
    if CalendarDate(day) == nil, !day.isEmpty {
      collector.report(
        ProjectDefinitions.badParameter.at(
          table.location(of: "due"),
          ["key": "due", "value": .text(day), "valid": "\"2026-03-31\""]
        )
      )
    }
    register = table.string("register")
    agencies = table.string("agencies")
    prefillYear = table.optionalString("prefill")
    let record = table.table("record") { RecordSettings($0) }
    let missing = record == nil ? table.string("record") : ""
    roles =
      record?.roles ?? RoundDefinition.Roles(identifier: missing, agency: "", year: "", blanks: nil)
    required = record?.required ?? []
    columns = record?.columns ?? []
    without = record?.without ?? []
    agencyRoles =
      table.table("agency") { agency in
        RoundDefinition.AgencyRoles(
          code: agency.string("code"),
          name: agency.string("name"),
          language: agency.optionalString("language")
        )
      } ?? RoundDefinition.AgencyRoles(code: "AGENCY", name: "NAME", language: "LANGUAGE")
    var named = record?.named ?? []
    help =
      table.table("help") { help in
        var texts: [String: InternationalString] = [:]
        for component in help.keys {
          texts[component] = help.internationalString(component, collector)
          named.append((component, help.location(of: component)))
        }
        return texts
      } ?? [:]
    self.named = named
  }

  /// The table `[record]`.
  private struct RecordSettings {
    let roles: RoundDefinition.Roles
    let required: [String]
    let columns: [String]
    let without: [String]
    let named: [(component: String, location: Location)]

    init(_ table: TOMLTableReader) {
      let roles = RoundDefinition.Roles(
        identifier: table.string("identifier"),
        agency: table.string("agency"),
        year: table.string("year"),
        blanks: table.optionalString("blanks")
      )
      self.roles = roles
      required = table.strings("required")
      columns = table.strings("columns")
      without = table.strings("without")
      let single = [
        ("identifier", roles.identifier), ("agency", roles.agency), ("year", roles.year),
        ("blanks", roles.blanks ?? ""),
      ]
      named =
        single.filter { !$0.1.isEmpty }.map { ($0.1, table.location(of: $0.0)) }
        + required.map { ($0, table.location(of: "required")) }
        + columns.map { ($0, table.location(of: "columns")) }
    }
  }
}

/// Whether a round fits its registers; everything that does not is told at once.
struct RoundCheck {
  private let settings: RoundSettings
  private let register: DataStructureDefinition
  private let agencies: DataStructureDefinition
  private let location: Location
  private let collector: DiagnosticCollector

  init(
    _ settings: RoundSettings,
    _ register: DataStructureDefinition,
    _ agencies: DataStructureDefinition,
    _ location: Location,
    _ collector: DiagnosticCollector
  ) {
    self.settings = settings
    self.register = register
    self.agencies = agencies
    self.location = location
    self.collector = collector
  }

  func run() {
    for (component, location) in settings.named where register[component] == nil {
      report(component, register, location)
    }
    let agencyRoles = settings.agencyRoles
    for component in [agencyRoles.code, agencyRoles.name, agencyRoles.language].compactMap(\.self)
    where agencies[component] == nil { report(component, agencies, location) }
    let roles = settings.roles
    // A record of a round is one activity in one year: other dimensions could not be filled.
    let keys = Set(register.dimensions.map(\.id))
    if !keys.isSuperset(of: [roles.identifier, roles.year])
      || !keys.isSubset(of: [roles.identifier, roles.year, roles.agency])
    {
      collector.report(
        CooperationDefinitions.roundKey.at(
          location,
          [
            "structure": .text(register.reference.id), "identifier": .text(roles.identifier),
            "year": .text(roles.year),
          ]
        )
      )
    }
    let own = [roles.identifier, roles.year, roles.agency]
    for component in register.components where component.isMandatory && !own.contains(component.id)
    {
      if component.isDimension { continue }
      collector.report(
        CooperationDefinitions.roundMandatory.at(
          location,
          ["component": .text(component.id), "structure": .text(register.reference.id)]
        )
      )
    }
  }

  private func report(
    _ component: String,
    _ structure: DataStructureDefinition,
    _ location: Location
  ) {
    collector.report(
      CooperationDefinitions.roundComponent.at(
        location,
        ["component": .text(component), "structure": .text(structure.reference.id)],
        suggestion: NearestName.of(component, among: structure.components.map(\.id))
      )
    )
  }
}
