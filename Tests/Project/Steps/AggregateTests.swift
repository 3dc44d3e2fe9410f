// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

/// What the step `aggregate` adds up, and what it says of blanks.
@Suite struct AggregateTests {
  private static let step = """
    kind = "aggregate"
    inputs = ["r"]
    outputs = ["totals"]
    [parameters]
    structure = "TOTALS"
    [parameters.keys]
    NOTE = "NOTE"
    [parameters.measures]
    AMOUNT = "AMOUNT"
    COMPONENTS = "*"

    """

  private func totals(
    _ data: String,
    _ more: String = ""
  ) async throws -> StepsProject.Outcome {
    try await StepsProject(["data/r.csv": data, "steps/totals.toml": Self.step + more]).run()
  }

  @Test func `sums are exact and rows are counted`() async throws {
    let found = try await totals("id,amount,note\n1,0.10,A\n2,0.20,A\n3,5,B\n")
    #expect(found.rows["totals"] == ["A 0.30 2", "B 5.00 1"])
    #expect(found.codes.isEmpty)
  }

  @Test func `blanks are left out, counted, and never taken for zero`() async throws {
    let found = try await totals("id,amount,note\n1,0.10,A\n2,,A\n3,,B\n")
    #expect(found.rows["totals"] == ["A 0.10 2", "B - 1"])
    #expect(found.codes == ["steps.blanks-left-out"])
    let warning = try #require(found.diagnostics.first)
    #expect(warning.severity == .warning)
    #expect(warning.location == Location("steps/totals.toml", line: 9, column: 1))
    #expect(
      warning.message(in: Catalogue(.english))
        == "2 of 3 rows of r have no AMOUNT: the totals of AMOUNT leave them out"
    )
  }

  @Test func `totals stand beside the parts, and blanks are told once for all of them`()
    async throws
  {
    let found = try await totals(
      "id,amount,note\n1,1,A\n2,2,B\n3,,B\n",
      "[parameters.totals]\nNOTE = \"_T\"\n"
    )
    #expect(found.rows["totals"]?.sorted() == ["A 1.00 1", "B 2.00 2", "_T 3.00 3"])
    #expect(found.codes == ["steps.blanks-left-out"])
  }

  @Test func `a register without rows has no totals and no missing counts`() async throws {
    let found = try await totals("id,amount,note\n", "[parameters.totals]\nNOTE = \"_T\"\n")
    #expect(found.rows["totals"] == ["_T - 0"])
  }

  @Test func `a key without a value is told, and stands under the code that the office names`()
    async throws
  {
    let data = "id,amount,note\n1,1,A\n2,2,\n3,4,\n"
    let told = try await totals(data)
    #expect(Set(told.codes) == ["steps.blank-keys", "structures.missing-value"])
    let warning = try #require(told.diagnostics.first { $0.code.rawValue == "steps.blank-keys" })
    #expect(
      warning.message(in: Catalogue(.english))
        == "2 of 3 rows of r have no NOTE, by which the totals are told apart"
    )
    let named = try await totals(data, "[parameters.blanks]\nNOTE = \"_U\"\n")
    #expect(named.rows["totals"]?.sorted() == ["A 1.00 1", "_U 6.00 2"])
    #expect(named.codes.isEmpty)
  }

  @Test func `a dataset without rows has no totals and no blanks`() async throws {
    let found = try await totals("id,amount,note\n")
    #expect(found.rows["totals"]?.isEmpty == true)
    #expect(found.codes.isEmpty)
  }

  @Test func `every wrong name is told at its own line`() async throws {
    let failure = await #expect(throws: DiagnosticFailure.self) {
      let step = """
        kind = "aggregate"
        inputs = ["r"]
        outputs = ["totals"]
        [parameters]
        structure = "TOTALS"
        [parameters.keys]
        NOTE = "NOTES"
        [parameters.measures]
        AMOUNTS = "AMOUNT"
        COMPONENTS = "*"

        """
      _ = try await StepsProject(["data/r.csv": "id,amount,note\n", "steps/totals.toml": step])
        .run()
    }
    let found = failure?.diagnostics.map { "\($0.code) \($0.location?.line ?? 0)" }
    #expect(
      found == ["steps.not-a-component 7", "steps.not-a-component 9", "steps.no-origin 0"],
      "\(found ?? [])"
    )
  }
}
