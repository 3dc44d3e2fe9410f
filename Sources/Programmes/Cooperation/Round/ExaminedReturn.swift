// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Interchange
internal import Platform
internal import Project
internal import Structures

/// A return beside the register: what it changes, and what is said of it.
struct ExaminedReturn {
  /// The rows as they go back: with identifiers, and what is said beside their cells; records that the
  /// sheet no longer has stand last.
  private(set) var rows: [FormRow]
  /// What is said of the workbook as a whole.
  private(set) var remarks: [Diagnostic]
  /// The register with the return in it.
  private(set) var table: RegisterTable
  /// How many rows the sheet has.
  let rowCount: Int
  let isNil: Bool
  /// Whether neither rows nor the box say anything.
  let isEmpty: Bool
  private(set) var added: [String] = []
  private(set) var updated: [String] = []
  private(set) var unchanged = 0
  /// Records that stood in the form and are gone.
  private(set) var kept: [String] = []
  private let round: RoundDefinition
  private let agency: String
  private let components: Set<String>
  /// The record that was added last, and where.
  private var latest: (id: String, place: Int)?

  /// Examines a return.
  ///
  /// - Parameters:
  ///   - contents: what the workbook holds.
  ///   - sent: the identifiers of the records that stood in the form.
  ///   - table: the register as it is.
  ///   - round: the round.
  ///   - agency: the agency that sent it.
  init(
    _ contents: FormContents,
    sent: [String],
    _ table: RegisterTable,
    _ round: RoundDefinition,
    agency: String
  ) {
    self.table = table
    self.round = round
    self.agency = agency
    components = contents.components
    rows = contents.rows
    rowCount = contents.rows.count
    remarks = contents.remarks
    isNil = contents.nilAnswer == .yes && contents.rows.isEmpty
    isEmpty = contents.nilAnswer != .yes && contents.rows.isEmpty
    switch contents.nilAnswer {
    case .yes where !contents.rows.isEmpty: remarks.append(CooperationDefinitions.nilWithRows.at())
    case .unclear: remarks.append(CooperationDefinitions.nilUnclear.at())
    case .blank, .yes, .no: break
    }
    if isEmpty { remarks.append(CooperationDefinitions.emptyReturn.at()) }
    remarkCopies()
    let before = RecordMatching(round, table, agency: agency)
    let current = before.ofThisRound
    let matches = before.matches(contents.rows)
    take(matches)
    keepWhatIsGone(sent, current, matches.map(\.match))
  }

  /// How many cells and rows have to be corrected.
  var problems: Int { count(.error) }
  /// How many questions are asked.
  var questions: Int { count(.warning) }

  private func count(_ severity: Severity) -> Int {
    (remarks + rows.flatMap { $0.remarks.values.joined() }).count { $0.severity == severity }
  }

  /// Puts what else was found of records beside their cells.
  mutating func add(_ findings: [RoundFinding]) {
    let identifier = round.roles.identifier
    for finding in findings {
      let row = rows.firstIndex { $0.values[identifier] == finding.record }
      guard let row else { continue }
      let isColumn = round.columns.contains { $0.id == finding.field }
      rows[row].remark(finding.diagnostic, on: isColumn ? finding.field : "")
    }
  }

  /// Asks about rows that say the same in every column.
  private mutating func remarkCopies() {
    let identifier = round.roles.identifier
    var seen: Set<[String: String]> = []
    for position in rows.indices {
      var values = rows[position].values
      values[identifier] = nil
      if values.count > 1, !seen.insert(values).inserted {
        rows[position].remark(CooperationDefinitions.repeatedRow.at())
      }
    }
  }

  // MARK: Into the register

  private mutating func take(_ matches: [(match: RecordMatching.Match, isForeign: Bool)]) {
    // Positions in the register stay right while records are corrected; new ones are added after.
    for (position, entry) in matches.enumerated() {
      if case .record(let place) = entry.match { correct(place, position) }
    }
    var number = lastNumber
    for (position, entry) in matches.enumerated() {
      switch entry.match {
      case .record: continue
      case .continued(let id): add(id, position)
      case .new:
        number += 1
        add(newIdentifier(number), position)
        if entry.isForeign {
          rows[position].remark(
            CooperationDefinitions.foreignIdentifier.at(),
            on: round.roles.identifier
          )
        }
      }
    }
  }

  private mutating func correct(_ place: Int, _ position: Int) {
    let row = rows[position]
    let id = table[place, round.roles.identifier] ?? ""
    var isChanged = false
    for column in round.columns where !column.isFixed && components.contains(column.id) {
      let value = row.values[column.id]
      let old = table[place, column.id]
      if FormValue.areEqual(value, old, column.component.representation) { continue }
      table[place, column.id] = value
      isChanged = true
    }
    if let blanks = round.roles.blanks, table[place, blanks] != self.blanks(row) {
      table[place, blanks] = self.blanks(row)
      isChanged = true
    }
    rows[position].values[round.roles.identifier] = id
    if isChanged { updated.append(id) } else { unchanged += 1 }
  }

  private mutating func add(_ id: String, _ position: Int) {
    rows[position].values[round.roles.identifier] = id
    let row = rows[position]
    var values = row.values
    values[round.roles.agency] = agency
    values[round.roles.year] = round.year
    if let blanks = round.roles.blanks { values[blanks] = self.blanks(row) }
    let place = place(of: id)
    table.insert(values, at: place)
    latest = (id, place)
    added.append(id)
  }

  /// Where a record of the round belongs, so that the register is the same in whatever order returns
  /// come.
  private func place(of id: String) -> Int {
    let key = [agency, id]
    // Rows come in the order of their numbers: what stands before the last one need not be asked again.
    let start = latest.map { $0.id < id ? $0.place + 1 : 0 } ?? 0
    for place in start..<table.count where table[place, round.roles.year] == round.year {
      let other = [
        table[place, round.roles.agency] ?? "", table[place, round.roles.identifier] ?? "",
      ]
      if key.lexicographicallyPrecedes(other) { return place }
    }
    let last = (0..<table.count).last { table[$0, round.roles.year] == round.year }
    return last.map { $0 + 1 } ?? table.count
  }

  private func newIdentifier(_ number: Int) -> String {
    let digits = String(number)
    return "\(agency)-\(round.year)-" + String(repeating: "0", count: max(0, 3 - digits.count))
      + digits
  }

  /// The last number that was given to a new row of the agency in the round.
  private var lastNumber: Int {
    let prefix = "\(agency)-\(round.year)-"
    return (0..<table.count).compactMap { place -> Int? in
      guard let id = table[place, round.roles.identifier], id.hasPrefix(prefix) else { return nil }
      return Int(id.dropFirst(prefix.count))
    }.max() ?? 0
  }

  /// Which cells were left blank, and why: `AMOUNT=unreadable START=not-given`.
  private func blanks(_ row: FormRow) -> String? {
    let words = round.columns.compactMap { column -> String? in
      guard row.values[column.id] == nil, components.contains(column.id), !column.isFixed else {
        return nil
      }
      let hasProblem = row.remarks[column.id]?.contains { $0.severity == .error } ?? false
      guard hasProblem else { return nil }
      return "\(column.id)=" + (row.entered[column.id] == nil ? "not-given" : "unreadable")
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  // MARK: What is gone from the sheet

  /// Nothing leaves the register because a row left the sheet: it is kept, and asked about.
  private mutating func keepWhatIsGone(
    _ sent: [String],
    _ current: [Int],
    _ matches: [RecordMatching.Match]
  ) {
    let identifier = round.roles.identifier
    let there = Set(rows.compactMap { $0.values[identifier] })
    var gone: [String] = []
    for place in 0..<table.count {
      guard table[place, round.roles.agency] == agency, let id = table[place, identifier],
        !there.contains(id), !gone.contains(id)
      else { continue }
      let isOfThisRound = table[place, round.roles.year] == round.year
      if isOfThisRound || (sent.contains(id) && !isNil) { gone.append(id) }
    }
    kept = gone
    for id in gone {
      let all = (0..<table.count).filter {
        table[$0, round.roles.agency] == agency && table[$0, identifier] == id
      }
      guard let place = all.last(where: { table[$0, round.roles.year] == round.year }) ?? all.last
      else { continue }
      var row = RoundForms.row(table, place, round)
      row.remark(CooperationDefinitions.removedRecord.at(), on: identifier)
      rows.append(row)
    }
  }
}

/// Something that a step found of a record in the last run.
public struct RoundFinding: Sendable {
  /// The record, by its identifier.
  public let record: String
  /// The component that has to be looked at.
  public let field: String
  /// What was found.
  public let diagnostic: Diagnostic

  /// Makes a finding.
  public init(record: String, field: String, _ diagnostic: Diagnostic) {
    self.record = record
    self.field = field
    self.diagnostic = diagnostic
  }
}
