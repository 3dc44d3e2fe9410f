// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The golden project whose totals give no record away.
@Suite struct ProtectionStepTests {
  private static let golden = "Tests/Programmes/Cooperation/Golden/protected-totals"

  private func cells(_ project: ScratchProject) throws -> [String] {
    try project.read(".ayni/candidate/sdmx/protected.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3).joined(separator: ",")
    }
  }

  @Test func `a small cell is withheld with the cells that would give it away, and no others`()
    throws
  {
    let project = try ScratchProject(copying: Self.golden)
    let answer = try project.run()
    let expected = try project.read("expected.csv").split(separator: "\n").map(String.init)
    #expect(try cells(project) == expected)
    #expect(answer.codes == ["steps.cells-withheld"])
    #expect(answer.messages.contains("so are 3 more"))
  }

  @Test func `a record that is secret until a later day is protected`() throws {
    let project = try ScratchProject(copying: Self.golden)
    try project.replace("2025-12-31", with: "2025-06-29", in: "steps/protected.toml")
    _ = try project.run()
    #expect(try cells(project).contains("GH,water,,,C"))
  }

  @Test func `without a flag every record is protected`() throws {
    let project = try ScratchProject(copying: Self.golden)
    try project.replace(
      "flag = \"FLAG\"\npublic = [\"open\"]\n",
      with: "",
      in: "steps/protected.toml"
    )
    _ = try project.run()
    #expect(try cells(project).contains("PE,water,,,C"))
  }

  @Test func `records that are not those behind the table are refused, not left unprotected`()
    throws
  {
    let project = try ScratchProject(copying: Self.golden)
    try project.replace(
      "[parameters.totals]",
      with: "[parameters.keys]\nPARTNER = \"SECTOR\"\n\n[parameters.totals]",
      in: "steps/protected.toml"
    )
    let answer = try Ayni.call("run", "--project", project.path)
    #expect(answer.codes.contains("steps.records-without-cell"))
    #expect(answer.exit == 1)
    #expect(throws: (any Error).self) { try project.read(".ayni/candidate/sdmx/protected.csv") }
  }

  @Test func `parameters that cannot be met are all told before anything runs`() throws {
    let project = try ScratchProject(copying: Self.golden)
    let step = "steps/protected.toml"
    try project.replace("minimum = 3", with: "minimum = 1", in: step)
    try project.replace("unit = \"ACTIVITY\"", with: "unit = \"ACTIVITIES\"", in: step)
    try project.replace("as_of = \"2025-12-31\"", with: "as_of = \"2025-13-31\"", in: step)
    try project.replace("\"USD\", \"COMPONENTS\"", with: "\"PARTNER\"", in: step)
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(
      Set(answer.codes) == [
        "steps.not-a-minimum", "steps.not-a-component", "steps.bad-day", "steps.protection-missing",
      ]
    )
    #expect(answer.messages.contains("did you mean ACTIVITY?"))
  }
}
