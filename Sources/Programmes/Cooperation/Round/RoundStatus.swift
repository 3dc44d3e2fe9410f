// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Project
public import Values

/// How far a round has come.
public struct RoundStatus: Sendable {
  /// The due date.
  public let due: CalendarDate
  /// Every agency that is asked, in the order of their register.
  public let agencies: [Agency]

  /// An agency in a round.
  public struct Agency: Sendable, Hashable {
    /// Its code.
    public let code: String
    /// What it is called.
    public let name: String
    /// `OUTSTANDING`, `RETURNED`, `NIL` or `LATE`.
    public let status: String
    /// Whether it has nothing to report.
    public let isNil: Bool
    /// The day on which its first return came.
    public let received: CalendarDate?
    /// How many records it returned.
    public let records: Int
    /// How many things it has to correct.
    public let problems: Int
    /// Who accepted the return; empty where nobody did.
    public let signedBy: String
    /// On which day.
    public let signedOn: CalendarDate?
  }

  /// How many agencies have a status.
  public func count(_ status: String) -> Int { agencies.count { $0.status == status } }

  /// How many returns are signed off.
  public var signedOff: Int { agencies.count { !$0.signedBy.isEmpty } }
}

extension AnnualRound {
  /// How far the round has come.
  ///
  /// - Throws: codes of registers.
  public func status() throws(Diagnostic) -> RoundStatus {
    let returns = try ReturnsRegister(project.root)
    let agencies = try round.askedAgencies().map { agency in
      let entry =
        returns.entry(round.year, agency.code)
        ?? ReturnEntry(round: round.year, agency: agency.code)
      return RoundStatus.Agency(
        code: agency.code,
        name: agency.name,
        status: entry.status.rawValue,
        isNil: entry.isNil,
        received: entry.received,
        records: entry.records,
        problems: entry.problems,
        signedBy: entry.signedBy,
        signedOn: entry.signedOn
      )
    }
    return RoundStatus(due: round.due, agencies: agencies)
  }

  /// The register that the round asks for, by the name of its source.
  public var registerName: String { round.register.name }
}
