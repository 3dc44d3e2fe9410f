// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension Verb {
  /// `ayni doctor`: what is installed, what is missing, and the command that mends each.
  static let doctor = Verb(
    "doctor",
    usage: "ayni doctor",
    (
      en: "says what is installed, what is missing, and the command that mends it",
      fr: "dit ce qui est installé, ce qui manque, et la commande qui y remédie"
    )
  ) { invocation in
    try invocation.expectWords(0...0)
    let findings = await Examination(project: invocation.projectPath).all()
    let console = invocation.console
    for finding in findings {
      if console.isJSON {
        console.result(finding.json(in: console.catalogue))
      } else {
        for line in finding.lines(in: console.catalogue) { console.result(line) }
      }
    }
    return findings.contains { $0.state == .missing } ? .environment : .ok
  }
}
