// SPDX-License-Identifier: Apache-2.0

internal import Cooperation
internal import Diagnostics
internal import Project
internal import Values

extension Verb {
  /// `ayni round`: collects once a year from all agencies, by workbooks.
  static let round = Verb(
    "round",
    usage: """
      ayni round open YEAR
      ayni round load YEAR FILE … [--received YYYY-MM-DD] [--agency CODE] [--reopen]
      ayni round back YEAR AGENCY
      ayni round status YEAR
      ayni round sign-off YEAR AGENCY --by NAME [--on YYYY-MM-DD]
      """,
    (
      en: "collects from all agencies by workbooks: forms out, returns in, problems back",
      fr: "collecte auprès des administrations par classeurs : formulaires, retours, problèmes"
    ),
    options: [
      "--received": true, "--agency": true, "--reopen": false, "--by": true, "--on": true,
    ]
  ) { invocation in
    try invocation.expectWords(2...Int.max)
    let project = try ProjectFolder(invocation.projectPath)
    let round = try AnnualRound(invocation.words[1], in: project)
    switch invocation.words[0] {
    case "open": return try openRound(round, invocation)
    case "load": return try loadReturns(round, invocation)
    case "back": return try await sendBack(round, invocation)
    case "status": return try showStatus(round, invocation)
    case "sign-off": return try signOff(round, invocation)
    default:
      try invocation.expectWords(Int.max...Int.max)
      return .usage
    }
  }

  private static func openRound(
    _ round: AnnualRound,
    _ invocation: Invocation
  ) throws -> ExitCode {
    try invocation.expectWords(2...2)
    let forms = try round.open()
    for form in forms { invocation.console.result("\(form.file)\t\(form.records)") }
    invocation.console.note(RoundWords.opened, ["count": .count(forms.count)])
    return .ok
  }

  private static func showStatus(
    _ round: AnnualRound,
    _ invocation: Invocation
  ) throws -> ExitCode {
    try invocation.expectWords(2...2)
    let status = RoundStatusText(try round.status(), invocation.words[1], invocation.console)
    status.show()
    return .ok
  }

  private static func signOff(
    _ round: AnnualRound,
    _ invocation: Invocation
  ) throws -> ExitCode {
    try invocation.expectWords(3...3)
    guard let person = invocation["--by"], !person.isEmpty else {
      throw invocation.otherArguments(of: "round sign-off")
    }
    let problems = try round.signOff(
      invocation.words[2],
      by: person,
      on: try day("--on", invocation)
    )
    invocation.console.note(
      RoundWords.signed,
      ["agency": .text(invocation.words[2]), "problems": .count(problems)]
    )
    return .ok
  }

  /// The day that an option gives; today where it is not given.
  static func day(_ option: String, _ invocation: Invocation) throws -> CalendarDate {
    guard let text = invocation[option] else { return .today }
    guard let day = CalendarDate(text) else {
      throw CommandDefinitions.badDay.at(nil, ["value": .text(text), "option": .text(option)])
    }
    return day
  }
}
