// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Measures of cooperation on the golden projects.
@Suite struct MeasureTests {
  private static let golden = "Tests/Programmes/Cooperation/Golden"

  /// What a project publishes, beside what was worked out by hand.
  private func rows(_ project: ScratchProject, _ dataset: String) throws -> [String] {
    try project.read(".ayni/candidate/sdmx/\(dataset).csv").split(separator: "\n").dropFirst()
      .map {
        $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3)
          .joined(separator: ",")
      }
  }

  private func expected(_ project: ScratchProject) throws -> [String] {
    try project.read("expected.csv").split(separator: "\n").map(String.init)
  }

  @Test(
    arguments: [
      ("measures", "measures"), ("regional", "shares"), ("years", "years"),
      ("repayments", "valuations"),
    ]
  ) func `the numbers are those worked out by hand`(project: String, dataset: String) throws {
    let scratch = try ScratchProject(copying: "\(Self.golden)/\(project)")
    #expect(try scratch.run().exit == 0)
    #expect(try rows(scratch, dataset) == (try expected(scratch)))
  }

  @Test func `amounts take the rate of their own time, and what has none is told`() throws {
    let project = try ScratchProject(copying: "\(Self.golden)/conversion")
    let answer = try project.run()
    #expect(answer.exit == 0)
    for dataset in ["dollars", "constant"] {
      let expected = try project.read("\(dataset).csv").split(separator: "\n").map(String.init)
      #expect(try rows(project, dataset) == expected)
    }
    #expect(answer.codes == ["steps.rates-missing", "steps.rates-old", "steps.rates-missing"])
    #expect(answer.messages.contains("1 row of paid is converted with a rate that is more than 31"))
  }

  @Test func `a credit line has its gross and its net, and a relief its arrears`() throws {
    let project = try ScratchProject(copying: "\(Self.golden)/credit-line")
    #expect(try project.run().exit == 0)
    for dataset in ["gross", "net"] {
      let expected = try project.read("\(dataset).csv").split(separator: "\n").map(String.init)
      #expect(try rows(project, dataset) == expected)
    }
  }

  @Test func `rates that are multiplied, and index numbers with a base of a hundred`() throws {
    let project = try ScratchProject(copying: "\(Self.golden)/conversion")
    try project.replace("1.0820", with: "108.20", in: "registers/prices.csv")
    try project.replace(
      "rate = \"DEFLATOR\"",
      with: "rate = \"DEFLATOR\"\nbase = 100",
      in: "steps/constant.toml"
    )
    try project.replace(
      "rate = \"RATE\"",
      with: "rate = \"RATE\"\ndirection = \"multiply\"",
      in: "steps/dollars.toml"
    )
    #expect(try project.run().exit == 0)
    let dollars = try rows(project, "dollars")
    // 7,395.00 · 3.75 = 27,731.25.
    #expect(dollars.contains { $0.hasPrefix("salary,27731.25,") })
    // 27,731.25 · 100 ÷ 108.20 = 25,629.62 (…6210…).
    #expect(try rows(project, "constant").contains("salary,27731.25,25629.62"))
  }

  @Test func `a step that names what is not there says so with the nearest name`() throws {
    let project = try ScratchProject(copying: "\(Self.golden)/conversion")
    try project.replace(
      "amount = \"AMOUNT\"",
      with: "amount = \"AMOUNTS\"",
      in: "steps/dollars.toml"
    )
    try project.replace("DAY = \"DAY\"", with: "DAY = \"DAYS\"", in: "steps/dollars.toml")
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(answer.exit == 2)
    #expect(answer.codes == ["steps.rate-column", "steps.rate-column"])
    #expect(answer.messages.contains("did you mean AMOUNT?"))
    #expect(answer.messages.contains("did you mean DAY?"))
  }

  @Test func `without owners a triangular activity counts whole`() throws {
    let project = try ScratchProject(copying: "\(Self.golden)/measures")
    try project.replace("own = [\"PER\", \"PER-KIND\"]\n", with: "", in: "steps/measures.toml")
    #expect(try project.run().exit == 0)
    let rows = try rows(project, "measures")
    #expect(rows.contains("P,BOL,A,USD,2024,700100.00,2,0"))
  }

  @Test(arguments: [
    "T1,NOR,\nT1,PER,50000.00", "T1,NOR,300000.00\nT1,PER,", "T1,NOR,0.00\nT1,PER,0.00",
    "T1,NOR,-50000.00\nT1,PER,50000.00",
  ])
  func `what owners do not say they paid is missing, and not the country's`(shares: String) throws {
    let project = try ScratchProject(copying: "\(Self.golden)/measures")
    try project.write(
      "component,owner,amount\n\(shares)\nT2,NOR,2.00\nT2,PER,1.00\n",
      to: "registers/owner_shares.csv"
    )
    #expect(try project.run().exit == 0)
    // By hand: 200,000.00 of the fund and 100.00 · 1 ÷ 3; the 500,000.00 of T1 are nobody's yet.
    #expect(try rows(project, "measures").contains("P,BOL,A,USD,2024,200033.33,2,1"))
  }

  @Test func `a total of what a fund was given and what it gave on is refused`() throws {
    let project = try ScratchProject(copying: "\(Self.golden)/measures")
    try project.replace(
      "PARTNER = \"_T\"",
      with: "PARTNER = \"_T\"\nDIRECTION = \"_T\"",
      in: "steps/measures.toml"
    )
    let answer = try project.run()
    #expect(answer.exit == 1)
    #expect(answer.codes.first == "cooperation.fund-counted-twice")
    #expect(answer.messages.contains("(1 fund)"))
    #expect(!project.has("releases"))
  }

  @Test(arguments: [
    ("N6,PAID,A9,P,BOL,Z,2024,true,7.00,,,,,,", "cooperation.group-unmeasured"),
    ("N6,PAID,A9,P,BOL,A,2024,true,7.00,,,,,IBSA,", "cooperation.fund-flow-unknown"),
    ("N6,PAID,A9,P,BOL,A,2024,true,7.00,,,,,IBSA,WEIRD", "cooperation.fund-flow-unknown"),
    ("N6,PAID,A9,P,BOL,A,2024,true,7.00,,,,,,WEIRD", "cooperation.fund-flow-unknown"),
  ]) func `a component that no total would place is told, and nothing is published without it`(
    row: String,
    code: String
  ) throws {
    let project = try ScratchProject(copying: "\(Self.golden)/measures")
    let file = "registers/valued.csv"
    try project.write(try project.read(file) + row + "\n", to: file)
    let answer = try project.run()
    #expect(answer.exit == 1)
    #expect(answer.codes.contains(code))
    #expect(answer.messages.contains("1 component"))
    #expect(!project.has("releases"))
  }

  @Test func `values of different units are never added, not even by the step that adds`() throws {
    let project = try ScratchProject(copying: "\(Self.golden)/measures")
    try project.replace(
      "datasets = [\"measures\"]",
      with: "datasets = [\"wrong\"]",
      in: "ayni.toml"
    )
    try project.write(
      """
      id = "WRONG"
      name = "Wrong"
      [[dimension]]
      id = "DIRECTION"
      name = "Direction"
      [[measure]]
      id = "VALUE"
      name = "Value"
      type = "decimal"
      precision = 38
      decimals = 2
      """,
      to: "structures/WRONG.toml"
    )
    try project.write(
      """
      kind = "aggregate"
      inputs = ["measures"]
      outputs = ["wrong"]
      [parameters]
      structure = "WRONG"
      [parameters.keys]
      DIRECTION = "DIRECTION"
      [parameters.measures]
      VALUE = "VALUE"
      """,
      to: "steps/wrong.toml"
    )
    let answer = try project.run()
    #expect(answer.exit == 1)
    #expect(answer.codes.contains("steps.units-added"), "\(answer.messages)")
  }

  @Test func `a structure whose unit is no dimension is told before anything runs`() throws {
    let project = try ScratchProject(copying: "\(Self.golden)/measures")
    try project.replace(
      "PARTNER = \"_T\"",
      with: "PARTNER = \"_T\"\nUNIT_MEASURE = \"_T\"",
      in: "steps/measures.toml"
    )
    try project.replace("PPP = \"INTL_DOLLAR\"", with: "PPP = \"USD\"", in: "steps/measures.toml")
    try project.replace(
      "DIRECTION = \"DIRECTION\"",
      with: "DIRECTION = \"DIRECTON\"",
      in: "steps/measures.toml"
    )
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(
      Set(answer.codes) == [
        "cooperation.units-added", "cooperation.unit-twice", "cooperation.no-origin",
      ]
    )
    #expect(answer.messages.contains("did you mean DIRECTION?"))
  }

  @Test func `shares on another country's word are told, and how many`() throws {
    let project = try ScratchProject(copying: "\(Self.golden)/regional")
    let answer = try project.run()
    #expect(answer.codes == ["cooperation.owners-silent"])
    #expect(answer.messages.contains("1 of 5 shares"))
  }
}
