// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform
internal import Project
public import Values

/// How a return is loaded.
public struct LoadingOptions: Sendable {
  /// The day on which it came.
  public var received: CalendarDate
  /// The agency that sent it, where whoever loads it knows.
  public var agency: String?
  /// Whether a return that was signed off may be changed.
  public var reopens: Bool

  /// Makes options.
  public init(received: CalendarDate, agency: String? = nil, reopens: Bool = false) {
    self.received = received
    self.agency = agency
    self.reopens = reopens
  }
}

/// What became of a return.
public struct LoadedReturn: Sendable {
  /// The agency.
  public let agency: String
  /// Whether the workbook was taken, is known, or is older than the one that counts.
  public let outcome: Outcome
  /// Whether the agency has nothing to report.
  public let isNil: Bool
  /// Whether it came after the due date.
  public let isLate: Bool
  /// The identifiers of records that are new in this year.
  public let added: [String]
  /// The identifiers of records that were corrected.
  public let updated: [String]
  /// How many records stayed as they were.
  public let unchanged: Int
  /// The identifiers of records that the sheet no longer has; they were kept.
  public let kept: [String]
  /// How many things have to be corrected.
  public let problems: Int
  /// How many questions are asked.
  public let questions: Int
  /// The workbook that goes back, from the project folder; `nil` where none was written.
  public let back: String?

  /// What was done with a workbook.
  public enum Outcome: Hashable, Sendable {
    /// It changed the register or the register of returns.
    case taken
    /// It was loaded before and changed nothing.
    case same
    /// It was loaded before and another replaced it; nothing was changed.
    case replaced
  }
}

extension AnnualRound {
  /// Loads the workbook of an agency.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it.
  ///   - options: how it is loaded.
  /// - Returns: what became of it.
  /// - Throws: `cooperation.return-…` where it is no return of this round, project and agency, codes of
  ///   workbooks, registers and writing.
  public func load(
    _ path: String,
    named name: String,
    _ options: LoadingOptions
  ) throws -> LoadedReturn {
    try locked {
      let bytes = try workbook(path, named: name)
      let digest = "\(try SHA256.digest(of: bytes))"
      let reader = try FormReader(bytes: bytes, named: name)
      let agency = try sender(of: reader, named: name, options)
      var returns = try ReturnsRegister(project.root)
      var entry =
        returns.entry(round.year, agency.code)
        ?? ReturnEntry(round: round.year, agency: agency.code)
      if entry.replaced.contains(digest) { return replaced(agency, entry) }
      let table = try round.register.read()
      let examined = try examine(reader, agency, table, named: name)
      if !entry.signedBy.isEmpty, entry.digest != digest, !options.reopens {
        // Another workbook that says the same changes nothing that was signed.
        guard examined.table == table, examined.isNil == entry.isNil else {
          throw CooperationDefinitions.signedOff.at(
            Location(name),
            ["file": .text(name), "agency": .text(agency.code)]
          )
        }
        let back = try RoundForms(round, project).writeBack(to: agency, examined)
        return loaded(agency, examined, entry, .same, back)
      }
      try keep(bytes, digest)
      try AnnualRound.keptWorkbook.pass(name)
      if examined.table != table { try round.register.write(examined.table) }
      try AnnualRound.wroteRegister.pass(name)
      let before = entry
      note(examined, digest, options, &entry)
      if entry != before {
        returns.put(entry)
        try returns.write()
      }
      try AnnualRound.wroteReturns.pass(name)
      let back = try RoundForms(round, project).writeBack(to: agency, examined)
      let isSame = entry == before && examined.table == table
      return loaded(agency, examined, entry, isSame ? .same : .taken, back)
    }
  }

  /// Writes the workbook that goes back to an agency again, with what steps found of its records.
  ///
  /// - Parameters:
  ///   - code: the agency.
  ///   - findings: what the last run found; of other agencies' records too.
  /// - Returns: what stands in it.
  /// - Throws: `cooperation.no-return`, `cooperation.unknown-agency`, codes of loading.
  public func back(to code: String, _ findings: [RoundFinding]) throws -> LoadedReturn {
    try locked {
      let agency = try round.agency(code)
      let returns = try ReturnsRegister(project.root)
      guard let entry = returns.entry(round.year, code), !entry.digest.isEmpty else {
        throw CooperationDefinitions.noReturn.at(nil, ["agency": .text(code)])
      }
      let file = AnnualRound.keptFile(entry.digest)
      let reader = try FormReader(
        bytes: try WholeFile.bytes(try project.root.resolve(file)),
        named: file
      )
      var examined = try examine(reader, agency, try round.register.read(), named: file)
      examined.add(findings)
      let back = try RoundForms(round, project).writeBack(to: agency, examined)
      return loaded(agency, examined, entry, .same, back)
    }
  }

  /// The bytes of a workbook, if it is not beyond all measure.
  private func workbook(_ path: String, named name: String) throws(Diagnostic) -> [UInt8] {
    let limit = WorkbookLimits().fileBytes
    guard try MappedFile(path).count <= limit else {
      throw InterchangeDefinitions.workbookLimit.at(
        Location(name),
        ["file": .text(name), "limit": .count(limit)]
      )
    }
    return try WholeFile.bytes(path)
  }

  /// The agency that a return is from, if it is of this project and round.
  private func sender(
    of reader: FormReader,
    named name: String,
    _ options: LoadingOptions
  ) throws(Diagnostic) -> RoundAgency {
    let place = Location(name)
    let identity = reader.identity.compactMapValues(\.first)
    guard let project = identity[RoundForm.Key.project], let year = identity[RoundForm.Key.round],
      let code = identity[RoundForm.Key.agency]
    else { throw CooperationDefinitions.unknownReturn.at(place, ["file": .text(name)]) }
    guard project == self.project.settings.id else {
      throw CooperationDefinitions.otherProject.at(place, ["file": .text(name)])
    }
    guard year == round.year else {
      throw CooperationDefinitions.otherYear.at(
        place,
        ["file": .text(name), "year": .text(String(year.prefix(20))), "round": .text(round.year)]
      )
    }
    let all = try round.askedAgencies()
    guard let agency = all.first(where: { $0.code == code }),
      options.agency == nil || options.agency == code
    else {
      throw CooperationDefinitions.otherAgency.at(
        place,
        ["file": .text(name), "agency": .text(String(code.prefix(40)))]
      )
    }
    return agency
  }

  private func examine(
    _ reader: FormReader,
    _ agency: RoundAgency,
    _ table: RegisterTable,
    named name: String
  ) throws(Diagnostic) -> ExaminedReturn {
    let contents = try reader.contents(round.columns)
    let sent = reader.identity[RoundForm.Key.record] ?? []
    // Without identifiers every record would be taken for a new one.
    guard contents.components.contains(round.roles.identifier) || contents.rows.isEmpty else {
      throw CooperationDefinitions.withoutIdentifiers.at(Location(name), ["file": .text(name)])
    }
    return ExaminedReturn(contents, sent: sent, table, round, agency: agency.code)
  }

  private static func keptFile(_ digest: String) -> String { "data/returns/\(digest).xlsx" }

  /// Keeps the workbook as it came, under its digest.
  private func keep(_ bytes: [UInt8], _ digest: String) throws(Diagnostic) {
    try DurableFolder.create(try project.root.resolve("data/returns"))
    let path = try project.root.resolve(AnnualRound.keptFile(digest))
    if (try? MappedFile(path).count) == bytes.count { return }
    try DurableFile.write(bytes, to: path)
  }

  /// Notes a return in the entry of its agency.
  private func note(
    _ examined: ExaminedReturn,
    _ digest: String,
    _ options: LoadingOptions,
    _ entry: inout ReturnEntry
  ) {
    if entry.digest != digest {
      if !entry.digest.isEmpty { entry.replaced.append(entry.digest) }
      entry.digest = digest
      entry.signedBy = ""
      entry.signedOn = nil
    }
    entry.problems = examined.problems
    entry.records = examined.rowCount
    entry.isNil = examined.isNil
    // A workbook that says nothing is no return, but it is kept and answered.
    if examined.isEmpty {
      if entry.received == nil { entry.status = .outstanding }
      return
    }
    let received = entry.received ?? options.received
    entry.received = received
    entry.status = received > round.due ? .late : examined.isNil ? .nil : .returned
  }

  private func replaced(_ agency: RoundAgency, _ entry: ReturnEntry) -> LoadedReturn {
    LoadedReturn(
      agency: agency.code,
      outcome: .replaced,
      isNil: entry.isNil,
      isLate: entry.status == .late,
      added: [],
      updated: [],
      unchanged: entry.records,
      kept: [],
      problems: entry.problems,
      questions: 0,
      back: nil
    )
  }

  private func loaded(
    _ agency: RoundAgency,
    _ examined: ExaminedReturn,
    _ entry: ReturnEntry,
    _ outcome: LoadedReturn.Outcome,
    _ back: String
  ) -> LoadedReturn {
    LoadedReturn(
      agency: agency.code,
      outcome: outcome,
      isNil: examined.isNil,
      isLate: entry.status == .late,
      added: examined.added,
      updated: examined.updated,
      unchanged: examined.unchanged,
      kept: examined.kept,
      problems: examined.problems,
      questions: examined.questions,
      back: back
    )
  }
}
