// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Structures
import Testing

@Suite struct CodelistTests {
  private func list(_ codes: [(String, parent: String?)]) throws -> Codelist {
    try Codelist(
      ArtefactReference(.codelist, agency: "AYNI", id: "CL", version: Version(1)),
      name: InternationalString(en: "List"),
      codes: codes.map { Code($0.0, name: InternationalString(en: $0.0), parent: $0.parent) },
      locations: codes.indices.map { Location("CL.csv", line: $0 + 2) }
    )
  }

  @Test func `a sound list keeps its order and finds its codes`() throws {
    let sound = try list([("B", "A"), ("A", nil), ("001", "B"), ("_T", nil), ("a@$-", "A")])
    #expect(sound.ids == ["B", "A", "001", "_T", "a@$-"])
    #expect(sound["001"]?.parent == "B")
    #expect(sound["C"] == nil)
  }

  @Test func `a code that stands twice is told with the line of the second`() {
    #expect(
      places { _ = try list([("A", nil), ("B", nil), ("A", nil)]) }
        == ["structures.duplicate-code CL.csv:4"]
    )
  }

  @Test func `an unknown parent is told with the nearest code`() {
    let failure = #expect(throws: DiagnosticFailure.self) {
      try list([("AREA", nil), ("PERU", "AERA")])
    }
    #expect(failure?.diagnostics.map(\.code.rawValue) == ["structures.unknown-parent"])
    #expect(failure?.diagnostics.first?.suggestion == "AREA")
  }

  @Test func `a circle of parents is told for each code in it, and for no other`() {
    #expect(
      places { _ = try list([("A", "C"), ("B", "A"), ("C", "B"), ("D", "A"), ("E", "E")]) } == [
        "structures.circular-hierarchy CL.csv:2", "structures.circular-hierarchy CL.csv:3",
        "structures.circular-hierarchy CL.csv:4", "structures.circular-hierarchy CL.csv:6",
      ]
    )
  }

  @Test(arguments: ["", "A B", "é", "A.B", "A/B", "A\n"])
  func `a code of other characters is refused`(id: String) {
    #expect(problems { _ = try list([(id, nil)]) } == ["structures.invalid-id"])
  }

  @Test func `everything wrong is told at once`() {
    #expect(
      Set(problems { _ = try list([("A", "Z"), ("A", nil), ("?", nil), ("B", "B")]) }) == [
        "structures.duplicate-code", "structures.unknown-parent", "structures.invalid-id",
        "structures.circular-hierarchy",
      ]
    )
  }
}
