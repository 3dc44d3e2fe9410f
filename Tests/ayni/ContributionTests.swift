// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The contribution to SDG indicator 17.3.1 on the golden project.
@Suite struct ContributionTests {
  private static let golden = "Tests/Programmes/Cooperation/Golden/contribution-17-3-1"

  @Test func `grants and loans stand in their series, and time in none`() throws {
    let project = try ScratchProject(copying: Self.golden)
    let answer = try project.run()
    let series = try project.read(".ayni/candidate/sdmx/contribution.csv").split(separator: "\n")
      .map { $0.split(separator: ",").dropFirst(3).joined(separator: ",") }
    #expect(series == (try project.read("expected.csv").split(separator: "\n").map(String.init)))
    #expect(answer.codes == ["cooperation.loans-without-terms", "cooperation.contribution-blank"])
  }

  @Test func `the office's own line and multiplier count`() throws {
    let project = try ScratchProject(copying: Self.golden)
    try project.replace(
      "concessional_from = 35",
      with: "concessional_from = 30",
      in: "steps/contribution.toml"
    )
    try project.replace(
      "unit_multiplier = 6",
      with: "unit_multiplier = 0",
      in: "steps/contribution.toml"
    )
    #expect(try project.run().exit == 0)
    let series = try project.read(".ayni/candidate/sdmx/contribution.csv")
    #expect(series.contains("DC_OSSD_OFFCL,BOL,2024,20000000.00000000,"))
    #expect(!series.contains("DC_OSSD_OFFNL,BOL"))
  }

  @Test func `a modality that nobody classified is told before anything runs`() throws {
    let project = try ScratchProject(copying: Self.golden)
    try project.replace("EXPERTS = \"none\"\n", with: "", in: "steps/contribution.toml")
    try project.replace(
      "unit_multiplier = 6",
      with: "unit_multiplier = 60",
      in: "steps/contribution.toml"
    )
    try project.replace(
      "REF_AREA = \"PARTNER\"",
      with: "REF_AREA = \"PARTNR\"",
      in: "steps/contribution.toml"
    )
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(
      Set(answer.codes) == [
        "cooperation.modality-unsaid", "cooperation.contribution-bounds", "cooperation.no-origin",
      ]
    )
    #expect(answer.messages.contains("EXPERTS"))
    #expect(answer.messages.contains("did you mean PARTNER?"))
  }
}
