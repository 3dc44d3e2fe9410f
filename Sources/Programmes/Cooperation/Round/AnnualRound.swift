// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Interchange
public import Platform
public import Project
public import Values

/// One round of collecting from all agencies: forms go out, returns come in, in any order, and go back
/// with what is to be corrected.
///
/// What a return changes is written in an order that a second loading mends: the workbook as it came, the
/// register, the register of returns, the workbook that goes back. Each is whole or not there.
public struct AnnualRound: Sendable {
  let round: RoundDefinition
  let project: ProjectFolder

  /// The places at which tests make the machine fail, in the order in which a return passes them.
  public static let failpoints: [Failpoint] = [keptWorkbook, wroteRegister, wroteReturns]
  static let keptWorkbook = Failpoint("cooperation.round-kept-workbook")
  static let wroteRegister = Failpoint("cooperation.round-wrote-register")
  static let wroteReturns = Failpoint("cooperation.round-wrote-returns")

  /// Reads a round of a project, `rounds/YEAR.toml`.
  ///
  /// - Parameters:
  ///   - year: the year.
  ///   - project: the project.
  /// - Throws: ``DiagnosticFailure`` with codes `cooperation.round-…`, all at once.
  public init(_ year: String, in project: ProjectFolder) throws {
    round = try RoundDefinition(year, in: project)
    self.project = project
  }

  /// The years that have a file under `rounds/`.
  public static func years(of project: ProjectFolder) throws(Diagnostic) -> [String] {
    try project.root.files(under: "rounds", suffix: ".toml")
      .map { String($0.dropFirst("rounds/".count).dropLast(".toml".count)) }
      .filter { !$0.contains("/") }
  }

  /// Holds the project while its registers change.
  func locked<Result>(_ work: () throws -> Result) throws -> Result {
    let folder = try project.root.resolve(".ayni")
    try DurableFolder.create(folder)
    let lock = try FolderLock(folder)
    let result = try work()
    _ = consume lock
    return result
  }

  /// Writes the form of every agency under `rounds/YEAR/out`, and notes them as outstanding.
  ///
  /// - Returns: the forms, in the order of the agencies.
  /// - Throws: codes of registers, forms and writing.
  public func open() throws -> [OpenedForm] {
    try locked {
      let table = try round.register.read()
      var returns = try ReturnsRegister(project.root)
      let forms = RoundForms(round, project)
      var opened: [OpenedForm] = []
      for agency in try round.askedAgencies() {
        let (file, records) = try forms.write(for: agency, table)
        opened.append(OpenedForm(agency: agency.code, file: file, records: records))
        if returns.entry(round.year, agency.code) == nil {
          returns.put(ReturnEntry(round: round.year, agency: agency.code))
        }
      }
      try returns.write()
      return opened
    }
  }

  /// Notes that an agency's return is accepted as it is.
  ///
  /// - Parameters:
  ///   - code: the agency.
  ///   - person: who says so.
  ///   - day: on which day.
  /// - Returns: how many problems were left.
  /// - Throws: `cooperation.nothing-to-sign`, `cooperation.unknown-agency`.
  public func signOff(_ code: String, by person: String, on day: CalendarDate) throws -> Int {
    try locked {
      let agency = try round.agency(code)
      var returns = try ReturnsRegister(project.root)
      guard var entry = returns.entry(round.year, agency.code), entry.status != .outstanding else {
        throw CooperationDefinitions.nothingToSign.at(nil, ["agency": .text(code)])
      }
      entry.signedBy = person
      entry.signedOn = day
      returns.put(entry)
      try returns.write()
      return entry.problems
    }
  }
}

/// A form that was written for an agency.
public struct OpenedForm: Hashable, Sendable {
  /// The agency.
  public let agency: String
  /// The workbook, from the project folder.
  public let file: String
  /// How many records stand in it already.
  public let records: Int
}
