// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import FoundationEssentials
import Testing

@testable import Project

@Suite struct StoredDiagnosticsTests {
  @Test func `a diagnostic is told again as it was`() throws {
    let word = Message("test.word", en: "word", fr: "mot")
    let diagnostics = [
      ProjectDefinitions.badParameter.at(
        Location("steps/a.toml", line: 3, column: 7),
        ["key": "kind", "value": .count(1_204), "valid": .message(word)],
        suggestion: "union"
      ).occurring(12, first: Location("data/a.csv", line: 5)),
      ProjectDefinitions.noCandidate.at(),
    ]
    let data = try JSONEncoder().encode(StoredDiagnostics(diagnostics))
    let stored = try JSONDecoder().decode(StoredDiagnostics.self, from: data)
    #expect(stored.diagnostics(SmallProject.registry) == diagnostics)
    #expect(stored.diagnostics(DiagnosticRegistry([])).isEmpty)
  }
}
