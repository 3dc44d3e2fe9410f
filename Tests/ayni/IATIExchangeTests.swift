// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// IATI in and out of a project.
@Suite struct IATIExchangeTests {
  static let golden = "Tests/Standards/Interchange/Golden/iati-g14"

  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: "\(Self.golden)/\(file)", encoding: .utf8)
  }

  @Test func `a release writes the activity as it was written by hand, hours as a result`() throws {
    let project = try ScratchProject(copying: "\(Self.golden)/project")
    let answer = try project.run()
    #expect(answer.exit == 0, "\(answer.messages)")
    let release = "releases/\(try #require(project.latest))"
    #expect(try project.read("\(release)/iati/PE-EXAMPLE-1.xml") == text("expected.xml"))
    let check = try Ayni.call("check", "\(project.path)/\(release)/iati/PE-EXAMPLE-1.xml")
    #expect(check.exit == 0 && check.messages.contains("sound: 1 record"))
  }

  @Test func `sectors of 99.99 percent and a budget of 366 days are refused by their rules`() throws
  {
    let sectors = try Ayni.call("check", "\(Self.golden)/sectors-49.99.xml")
    #expect(sectors.exit == 1 && sectors.codes == ["interchange.iati-rule"])
    #expect(sectors.messages.contains("rule 2.1.2"))
    let budget = try Ayni.call("check", "\(Self.golden)/budget-366.xml", "--lang", "fr")
    #expect(budget.exit == 1 && budget.messages.contains("la règle 7.5.3"))
  }

  @Test func `each organisation that reports has a file of its own, and none is forgotten`() throws
  {
    let project = try ScratchProject(copying: "\(Self.golden)/project")
    try project.write(
      """
      ACTIVITY,TITLE,SUMMARY,STATUS,START,END,PARTNER
      TA-2025-01,Experts,,CLOSED,2025-03-03,2025-03-21,BOL
      TA-2025-02,Vaccines,,CLOSED,2025-03-03,2025-03-21,GHA

      """,
      to: "registers/activities.csv"
    )
    try project.write(
      """
      ACTIVITY,NAME,ROLE,REF
      TA-2025-01,Agency,PROVIDER,PE-EXAMPLE-1
      TA-2025-02,Agency,PROVIDER,PE-EXAMPLE-1

      """,
      to: "registers/parties.csv"
    )
    try project.replace(
      "[reporter]\nref = \"PE-EXAMPLE-1\"",
      with: "reporter_component = \"PARTNER\"\n[reporters.BOL]\nref = \"PE-EXAMPLE-1\"",
      in: "exports/iati.toml"
    )
    try project.replace(
      "codes = { BOL = \"BO\" }",
      with: "codes = { BOL = \"BO\", GHA = \"GH\" }",
      in: "exports/iati.toml"
    )
    #expect(try project.run().codes.contains("publishing.export-reporter"))
    try project.write(
      try project.read("exports/iati.toml")
        + "\n[reporters.GHA]\nref = \"GH-EXAMPLE-2\"\ntype = \"10\"\nname = \"Other\"\n",
      to: "exports/iati.toml"
    )
    let answer = try project.run()
    #expect(answer.exit == 0, "\(answer.messages)")
    let folder = "releases/\(try #require(project.latest))/iati"
    #expect(try project.read("\(folder)/PE-EXAMPLE-1.xml").contains("PE-EXAMPLE-1-TA-2025-01"))
    #expect(try project.read("\(folder)/GH-EXAMPLE-2.xml").contains("GH-EXAMPLE-2-TA-2025-02"))
    #expect(try !project.read("\(folder)/GH-EXAMPLE-2.xml").contains("TA-2025-01"))
  }

  @Test func `what does not follow the standard leaves no release`() throws {
    let project = try ScratchProject(copying: "\(Self.golden)/project")
    try project.write(
      "ACTIVITY,TITLE,SUMMARY,STATUS,START,END,PARTNER\nTA-2025-01,,,CLOSED,2025-03-03,2025-03-21,BOL\n",
      to: "registers/activities.csv"
    )
    let answer = try project.run()
    #expect(answer.exit == 1 && project.latest == nil)
    #expect(answer.codes.contains("interchange.iati-missing-element"))
  }

  @Test func `an export of what is not published, or is not there, is told before anything runs`()
    throws
  {
    let project = try ScratchProject(copying: "\(Self.golden)/project")
    try project.replace("\"parties\", ", with: "", in: "ayni.toml")
    try project.replace("value = \"VALUE\"", with: "value = \"VALEU\"", in: "exports/iati.toml")
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(
      answer.codes.sorted() == ["publishing.export-component", "publishing.export-unpublished"]
    )
  }

  @Test func `a register is fed from an IATI file, and another agency's activities stay out`()
    throws
  {
    let project = try ScratchProject(copying: "\(Self.golden)/project")
    let other = try text("expected.xml")
      .replacingOccurrences(of: "PE-EXAMPLE-1", with: "BO-EXAMPLE-2")
    let own = try text("expected.xml")
    let inner = { (text: String) -> Substring in
      let start = text.range(of: "<iati-activity ")?.lowerBound ?? text.startIndex
      let end = text.range(of: "</iati-activities>")?.lowerBound ?? text.endIndex
      return text[start..<end]
    }
    try project.write(
      "<iati-activities version=\"2.03\">\(inner(own))\(inner(other))</iati-activities>",
      to: "data/partner.xml"
    )
    try project.write(
      """
      structure = "PAID"
      file = "data/partner.xml"
      format = "iati"
      table = "transactions"
      reporter = "PE-EXAMPLE-1"
      [columns]
      ACTIVITY = "ACTIVITY"
      NUMBER = "NUMBER"
      VALUE = "VALUE"
      CURRENCY = "CURRENCY"
      DAY = "DATE"
      """,
      to: "sources/partner.toml"
    )
    try project.write(
      """
      id = "PAID"
      name = "Paid"
      [[dimension]]
      id = "ACTIVITY"
      name = "Activity"
      type = "text"
      [[dimension]]
      id = "NUMBER"
      name = "Number"
      type = "text"
      [[measure]]
      id = "VALUE"
      name = "Value"
      type = "decimal"
      precision = 18
      decimals = 2
      [[attribute]]
      id = "CURRENCY"
      name = "Currency"
      type = "text"
      [[attribute]]
      id = "DAY"
      name = "Day"
      type = "date"
      """,
      to: "structures/PAID.toml"
    )
    try project.replace("[\"activities\"", with: "[\"partner\", \"activities\"", in: "ayni.toml")
    let answer = try project.run()
    #expect(answer.exit == 0, "\(answer.messages)")
    #expect(answer.codes.contains("interchange.iati-other-reporter"))
    let release = "releases/\(try #require(project.latest))"
    let lines = try project.read("\(release)/sdmx/partner.csv").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[1].contains("PE-EXAMPLE-1-TA-2025-01") && lines[1].contains("7395.00"))
    try project.replace("version=\"2.03\"", with: "version=\"2.01\"", in: "data/partner.xml")
    #expect(try project.run().codes.contains("interchange.iati-version"))
  }
}
