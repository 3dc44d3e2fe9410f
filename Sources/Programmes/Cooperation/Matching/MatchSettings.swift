// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Reconciliation
internal import Relation
internal import Structures
internal import Values

/// What the parameters of a `cooperation.match` step say.
struct MatchSettings: Sendable {
  let structure: DataStructureDefinition
  let matching: MatchingSettings
  /// The position of the input with decisions.
  let decisions: Int?
  let approval: ApprovalSettings?
  /// The grade of each code of evidence, in thousandths.
  private let grades: [String: Int]
  /// The statuses of needs and solutions that are matched; all of them where none is named.
  private let open: (needs: [String], solutions: [String])
  /// The day on which needs and solutions must be valid.
  private let asOf: String?
  /// The parents of countries and of targets in their lists: regions and goals.
  private let regions: [String: String]
  private let goals: [String: String]

  /// The columns of needs and solutions; only the first must be there.
  static let columns = [
    "ID", "COUNTRY", "TITLE", "THEME", "SDG_TARGET", "LANGUAGE", "EVIDENCE", "STATUS", "VALID_FROM",
    "VALID_TO",
  ]

  init(_ preparation: StepPreparation) throws {
    let collector = preparation.collector
    let inputs = preparation.definition.inputs
    let read = try preparation.parameters { table in
      (
        structure: try preparation.catalogue.structure(
          id: table.string("structure"),
          at: table.location(of: "structure")
        ),
        matching: MatchSettings.matching(table, collector),
        decisions: (
          name: table.optionalString("decisions"), place: table.location(of: "decisions")
        ),
        approval: table.table("approval") { ApprovalSettings($0) },
        grades: MatchSettings.grades(table, collector),
        open: table.table("open") {
          (needs: $0.strings("needs"), solutions: $0.strings("solutions"))
        },
        asOf: (text: table.optionalString("as_of"), place: table.location(of: "as_of"))
      )
    }
    structure = read.structure
    approval = read.approval
    grades = read.grades
    open = read.open ?? ([], [])
    asOf = read.asOf.text
    if let text = read.asOf.text, CalendarDate(text) == nil {
      collector.report(CooperationDefinitions.badDay.at(read.asOf.place, ["text": .text(text)]))
    }
    decisions = read.decisions.name.flatMap { inputs.firstIndex(of: $0) }
    if let name = read.decisions.name, decisions == nil {
      collector.report(
        CooperationDefinitions.notAnInput.at(
          read.decisions.place,
          ["name": .text(name)],
          suggestion: NearestName.of(name, among: inputs)
        )
      )
    }
    var matching = read.matching
    let (needs, solutions) = (preparation.inputs[0], preparation.inputs[1])
    regions = try MatchSettings.parents("COUNTRY", needs, preparation.catalogue)
    goals = try MatchSettings.parents("SDG_TARGET", needs, preparation.catalogue)
    matching.weights.keep { needs[$0] != nil && solutions[$0] != nil }
    if regions.isEmpty { matching.weights.region = 0 }
    if grades.isEmpty || solutions["EVIDENCE"] == nil { matching.weights.evidence = 0 }
    self.matching = matching
    check(preparation)
    try collector.throwIfErrors()
  }

  private func check(_ preparation: StepPreparation) {
    let (collector, place) = (preparation.collector, preparation.definition.location)
    for input in preparation.inputs.prefix(2) {
      let hasBlock = ["THEME", "SDG_TARGET"].contains { input[$0] != nil }
      for (id, isMissing) in [("ID", input["ID"] == nil), ("THEME", !hasBlock)] where isMissing {
        collector.report(
          CooperationDefinitions.matchColumn.at(
            place,
            ["column": .text(id), "structure": .text(input.reference.id)]
          )
        )
      }
    }
    if let decisions {
      let register = preparation.inputs[decisions]
      for id in ["NEED", "SOLUTION", "DECISION"] where register[id] == nil {
        collector.report(
          CooperationDefinitions.matchColumn.at(
            place,
            ["column": .text(id), "structure": .text(register.reference.id)]
          )
        )
      }
    }
    MatchColumns.check(structure, place, collector)
  }

  /// The records of a register that are open and valid, in the order of their identifiers.
  ///
  /// - Throws: what the engine refuses.
  func records(_ context: StepContext, isSolutions: Bool) async throws -> [MatchingRecord] {
    let input = context.inputs[isSolutions ? 1 : 0]
    let known = MatchSettings.columns.filter { input.structure[$0] != nil }
    let plan = try input.plan.select(known).sort(by: ["ID"])
    let rows = try await context.session.texts(of: plan, limit: 1_000_000)
    let wanted = isSolutions ? open.solutions : open.needs
    return rows.indices.compactMap { row in
      guard let id = rows[row, "ID"] else { return nil }
      if !wanted.isEmpty, !wanted.contains(rows[row, "STATUS"] ?? "") { return nil }
      if let asOf {
        // Days as ISO 8601 writes them are in order as texts are.
        if let from = rows[row, "VALID_FROM"], from > asOf { return nil }
        if let to = rows[row, "VALID_TO"], to < asOf { return nil }
      }
      let (country, target) = (rows[row, "COUNTRY"], rows[row, "SDG_TARGET"])
      return MatchingRecord(
        id: id,
        country: country,
        region: country.flatMap { regions[$0] },
        theme: rows[row, "THEME"],
        target: target,
        goal: target.flatMap { goals[$0] },
        language: rows[row, "LANGUAGE"],
        title: rows[row, "TITLE"].map { FoldedTitle($0) },
        evidence: rows[row, "EVIDENCE"].flatMap { grades[$0] } ?? 0
      )
    }
  }

  /// The parent of each code in the list of a component.
  private static func parents(
    _ component: String,
    _ structure: DataStructureDefinition,
    _ catalogue: StructureCatalogue
  ) throws -> [String: String] {
    guard let component = structure[component], let list = try catalogue.codelist(of: component)
    else { return [:] }
    return Dictionary(
      list.codes.compactMap { code in code.parent.map { (code.id, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private static func matching(
    _ table: TOMLTableReader,
    _ collector: DiagnosticCollector
  ) -> MatchingSettings {
    var settings = MatchingSettings()
    let share = { (key: String, standard: Int) -> Int in
      guard let value = table.optionalDouble(key) else { return standard }
      return thousandths(value, key, table, collector)
    }
    settings.least = share("least", settings.least)
    settings.goal = share("goal", settings.goal)
    settings.limit = min(max(table.optionalInteger("limit") ?? settings.limit, 1), 100)
    _ = table.table("weights") { weights in
      let weight = { (key: String, standard: Double) in
        max(0, weights.optionalDouble(key) ?? standard)
      }
      settings.weights.theme = weight("theme", settings.weights.theme)
      settings.weights.target = weight("target", settings.weights.target)
      settings.weights.language = weight("language", settings.weights.language)
      settings.weights.title = weight("title", settings.weights.title)
      settings.weights.evidence = weight("evidence", settings.weights.evidence)
      settings.weights.region = weight("region", settings.weights.region)
    }
    return settings
  }

  private static func grades(
    _ table: TOMLTableReader,
    _ collector: DiagnosticCollector
  ) -> [String: Int] {
    table.table("evidence") { grades in
      Dictionary(
        grades.keys.map { code in
          (code, thousandths(grades.optionalDouble(code) ?? 0, code, grades, collector))
        },
        uniquingKeysWith: { first, _ in first }
      )
    } ?? [:]
  }

  private static func thousandths(
    _ value: Double,
    _ key: String,
    _ table: TOMLTableReader,
    _ collector: DiagnosticCollector
  ) -> Int {
    if !(0...1).contains(value) {
      collector.report(
        CooperationDefinitions.matchShare.at(table.location(of: key), ["key": .text(key)])
      )
    }
    return Int((1_000 * min(max(value, 0), 1)).rounded())
  }
}

extension MatchingSettings.Weights {
  /// Leaves out the reasons whose columns a register lacks, so that scores are not lowered for it.
  fileprivate mutating func keep(_ has: (String) -> Bool) {
    if !has("THEME") { theme = 0 }
    if !has("SDG_TARGET") { target = 0 }
    if !has("LANGUAGE") { language = 0 }
    if !has("TITLE") { title = 0 }
    if !has("COUNTRY") { region = 0 }
  }
}

/// Into which registers an approved match grows, and what the office's codes for it are.
struct ApprovalSettings: Sendable {
  let activities: String
  let participations: String?
  let agreements: String?
  /// The codes of the roles of provider and recipient.
  let provider: String
  let recipient: String
  /// What stands in columns of the registers that a match says nothing of, such as a type or a status.
  let activity: [String: String]
  let agreement: [String: String]
  let location: Location

  init(_ table: TOMLTableReader) {
    location = table.location
    activities = table.optionalString("activities") ?? "activities"
    participations = table.optionalString("participations")
    agreements = table.optionalString("agreements")
    let roles = table.table("roles") {
      (provider: $0.string("provider"), recipient: $0.string("recipient"))
    }
    provider = roles?.provider ?? ""
    recipient = roles?.recipient ?? ""
    let constants = { (key: String) in
      table.table(key) { constants in
        Dictionary(
          constants.keys.map { ($0, constants.string($0)) },
          uniquingKeysWith: { first, _ in first }
        )
      } ?? [:]
    }
    activity = constants("activity")
    agreement = constants("agreement")
  }
}
