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

  @Test(.enabled(if: ReferenceDataTests.folder != nil, "AYNI_REFERENCE_DATA names no folder"))
  func `the example's series go on to the global structure of the SDGs`() throws {
    let project = try ScratchProject(copying: "Examples/cooperation")
    #expect(try project.run().exit == 0)
    let global = "\(try #require(ReferenceDataTests.folder))/data/sdmx/SDG_DSD_1.4.xml"
    let national = project.path + "/national.xml"
    let derived = try Ayni.call(
      "sdmx",
      "derive",
      global,
      national,
      "--agency",
      "AYNI_EXAMPLE",
      "--from",
      "SDG",
      "--id",
      "SSC_SDG",
      "--to",
      "sdmx-ml-3.1",
      "--codes",
      "REF_AREA=" + project.path + "/maps/sdg-areas.csv",
      "--codes",
      "CUST_BREAKDOWN=" + project.path + "/maps/sdg-directions.csv"
    )
    #expect(derived.exit == 0, "\(derived.messages)")
    let release = "\(project.path)/releases/\(try #require(project.latest))/sdmx"
    let mapped = try Ayni.call(
      "sdmx",
      "map",
      release + "/contribution.csv",
      project.path + "/global.csv",
      "--to",
      "sdmx-csv-2.0",
      "--structure",
      release + "/structure.xml",
      "--structure",
      national
    )
    #expect(mapped.exit == 0, "\(mapped.messages)")
    let rows = try project.read("global.csv").split(separator: "\n").map(String.init)
    #expect(rows.count == 10)
    // Bolivia is 68; of the triangular grant of half a million the country paid 120,000, beside works
    // of 5.4 million.
    let key = "datastructure,IAEG-SDGs:SDG(1.4.0),I,A,N,DC_OSSD_GRT,68,"
    #expect(rows.contains { $0.hasPrefix(key) && $0.contains(",2024,5.52,A,6,USD,") })
  }
}
