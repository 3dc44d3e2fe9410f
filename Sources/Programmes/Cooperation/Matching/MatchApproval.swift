// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Structures

/// An approved match on its way into the registers: an activity, its two participations, the draft of an agreement.
///
/// Nothing is typed twice: what the registers of needs and solutions hold goes into the columns that the other
/// registers have; columns that a register lacks are passed over, and mandatory ones that nothing fills are asked
/// for. Records that are there already stay as they are, so that approving twice, or again after a crash, adds nothing.
public struct MatchApproval: Sendable {
  /// The identifier of the activity.
  public let activity: String
  private let desk: MatchDesk
  private let match: Match
  private let settings: ApprovalSettings
  private let given: [String: String]

  /// Prepares an approval.
  ///
  /// - Parameters:
  ///   - desk: the registers.
  ///   - match: the pair.
  ///   - given: what the person states besides, by component, such as a day on which the activity starts.
  /// - Throws: `cooperation.no-approval`, `cooperation.match-not-accepted`.
  public init(_ desk: MatchDesk, _ match: Match, given: [String: String]) throws {
    guard let settings = desk.settings.approval else {
      throw CooperationDefinitions.noApproval.at()
    }
    guard let decision = try desk.decision(on: match)?.decision, decision.isAccepted else {
      throw CooperationDefinitions.matchNotAccepted.at(
        nil,
        ["need": .text(match.need.id), "solution": .text(match.solution.id)]
      )
    }
    self.desk = desk
    self.match = match
    self.settings = settings
    self.given = given
    activity = given["ACTIVITY"] ?? "\(match.need.id)-\(match.solution.id)"
  }

  /// What was changed.
  public struct Outcome: Sendable {
    /// How many records were added.
    public let added: Int
    /// The files that were written.
    public let files: [String]
  }

  /// Adds the records and remembers the approval.
  ///
  /// - Parameters:
  ///   - person: who approved.
  ///   - day: the day, as `2025-12-31`.
  /// - Returns: what was changed.
  /// - Throws: ``DiagnosticFailure`` with `cooperation.approval-needs`, `cooperation.approval-code` and
  ///   `cooperation.approval-unknown`, all at once, before anything is written.
  public func carryOut(by person: String, on day: String) throws -> Outcome {
    let collector = DiagnosticCollector()
    var entries: [RegisterEntry] = []
    for (name, records) in planned {
      let register = try RegisterFile(name, in: desk.project, at: settings.location)
      entries.append(
        try RegisterEntry(register, records, given: given, desk.project.catalogue, collector)
      )
    }
    let known = Set(entries.flatMap(\.components))
    for name in given.keys.sorted() where !known.contains(name) {
      collector.report(
        CooperationDefinitions.approvalUnknown.at(
          nil,
          ["component": .text(name)],
          suggestion: NearestName.of(name, among: known)
        )
      )
    }
    try collector.throwIfErrors()
    // The decision is written last: until then a second call goes on where a first one stopped.
    var files: [String] = []
    for entry in entries where entry.added > 0 { files.append(try entry.write()) }
    files.append(try desk.record(.approved, match, by: person, on: day))
    return Outcome(added: entries.map(\.added).reduce(0, +), files: files)
  }

  /// The records of each register, with all that could stand in them.
  private var planned: [(register: String, records: [[String: String]])] {
    let agreement = given["AGREEMENT"] ?? activity
    var common = match.need.values.merging(match.solution.values) { need, _ in need }
    for name in ["LANGUAGE", "MODALITY", "EVIDENCE"] {
      common[name] = match.solution.values[name] ?? match.need.values[name]
    }
    for name in ["ID", "STATUS", "COUNTRY", "ORGANISATION", "VALID_FROM", "VALID_TO"] {
      common[name] = nil
    }
    common.merge(
      [
        "ACTIVITY": activity, "NEED": match.need.id, "SOLUTION": match.solution.id,
        "AGREEMENT": agreement,
      ]
    ) { $1 }
    common["PROVIDER"] = match.solution.values["COUNTRY"]
    common["RECIPIENT"] = match.need.values["COUNTRY"]
    var planned = [(settings.activities, [common.merging(settings.activity) { $1 }])]
    if let participations = settings.participations {
      planned.append(
        (
          participations,
          [
            participation(match.solution, settings.provider),
            participation(match.need, settings.recipient),
          ]
        )
      )
    }
    if let agreements = settings.agreements {
      planned.append((agreements, [common.merging(settings.agreement) { $1 }]))
    }
    return planned
  }

  private func participation(_ record: Match.Record, _ role: String) -> [String: String] {
    var values = ["ACTIVITY": activity, "ROLE": role]
    values["COUNTRY"] = record.values["COUNTRY"]
    values["ORGANISATION"] = record.values["ORGANISATION"]
    values["PARTNER"] = record.values["ORGANISATION"] ?? record.values["COUNTRY"]
    return values
  }
}

/// The records that one register takes in.
private struct RegisterEntry {
  /// The components that have a column.
  let components: [String]
  let added: Int
  private let register: RegisterFile
  private let table: RegisterTable

  init(
    _ register: RegisterFile,
    _ records: [[String: String]],
    given: [String: String],
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) throws {
    var table = try register.read()
    let columns = register.structure.components.filter { table.has($0.id) }
    let keys = columns.filter(\.isDimension).map(\.id)
    var added = 0
    for record in records {
      let values = record.merging(given.filter { $0.key != "ROLE" }) { $1 }
      let isThere = (0..<table.count).contains { place in
        keys.allSatisfy { table[place, $0] == values[$0] }
      }
      if isThere { continue }
      for column in columns {
        try RegisterEntry.check(column, values[column.id], register, catalogue, collector)
      }
      table.insert(values, at: table.count)
      added += 1
    }
    components = columns.map(\.id)
    self.added = added
    self.register = register
    self.table = table
  }

  /// Reports a mandatory column that nothing fills, and a code that its list does not have.
  private static func check(
    _ component: Component,
    _ value: String?,
    _ register: RegisterFile,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) throws {
    guard let value, !value.isEmpty else {
      if component.isMandatory {
        collector.report(
          CooperationDefinitions.approvalNeeds.at(
            nil,
            ["component": .text(component.id), "register": .text(register.name)]
          )
        )
      }
      return
    }
    guard let list = try catalogue.codelist(of: component), list[value] == nil else { return }
    collector.report(
      CooperationDefinitions.approvalCode.at(
        nil,
        [
          "component": .text(component.id), "register": .text(register.name),
          "list": .text(list.reference.id),
        ],
        suggestion: NearestName.of(value, among: list.ids)
      )
    )
  }

  /// Writes the register, whole or not at all.
  func write() throws -> String {
    try register.write(table)
    return register.file
  }
}
