// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Values split by shares, on the golden project and on a group that no batch holds whole.
@Suite struct DistributedSharesTests {
  private static let golden = "Tests/Programmes/Cooperation/Golden/distributed-shares"

  private func sectors(_ project: ScratchProject) throws -> [String] {
    try project.read(".ayni/candidate/sdmx/sectors.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3).joined(separator: ",")
    }
  }

  @Test func `parts add up to the last decimal, and what has no shares says so`() throws {
    let project = try ScratchProject(copying: Self.golden)
    let answer = try project.run()
    #expect(
      try sectors(project)
        == (try project.read("expected.csv").split(separator: "\n").map(String.init))
    )
    #expect(answer.codes == ["cooperation.not-distributed"])
    #expect(answer.messages.contains("4 of 11 rows of values"))
  }

  @Test func `a value with more codes than a batch has rows is split as one`() throws {
    let project = try ScratchProject(copying: Self.golden)
    var shares = "activity,vocabulary,code,percent\n"
    for code in 0..<5_000 { shares += "thirds,sector,\(code + 10_000),0.02\n" }
    try project.write(shares, to: "registers/shares.csv")
    try project.write(
      "component,usd,person_hours,activity\na,1.00,,x\nb,1234567.89,,thirds\nc,2.00,,y\n",
      to: "registers/values.csv"
    )
    #expect(try project.run().exit == 0)
    let parts = try sectors(project).filter { $0.hasPrefix("b,") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false)[2] }
    #expect(parts.count == 5_000)
    // 123,456,789 cents over 5,000: 1,789 codes get 246.92, the others 246.91.
    #expect(parts.prefix(1_789).allSatisfy { $0 == "246.92" })
    #expect(parts.dropFirst(1_789).allSatisfy { $0 == "246.91" })
    #expect(try sectors(project).filter { $0.contains(",_U,") }.count == 2)
  }

  @Test func `a structure that cannot take the parts is refused before anything runs`() throws {
    let project = try ScratchProject(copying: Self.golden)
    try project.replace("id = \"PERCENT\"", with: "id = \"PART\"", in: "structures/SHARES.toml")
    try project.replace("PERCENT =", with: "PART =", in: "sources/shares.toml")
    try project.replace("code = \"SECTOR\"", with: "code = \"SEKTOR\"", in: "steps/sectors.toml")
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(Set(answer.codes) == ["cooperation.register-column", "cooperation.no-origin"])
    #expect(answer.messages.contains("did you mean SECTOR?"))
  }
}
