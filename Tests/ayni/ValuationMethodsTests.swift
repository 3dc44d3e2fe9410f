// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The golden project that values components by every method.
@Suite struct ValuationMethodsTests {
  private static let golden = "Tests/Programmes/Cooperation/Golden/valuation-methods"

  @Test func `every method gives the printed digits, and what it lacks is a blank`() throws {
    let project = try ScratchProject(copying: Self.golden)
    let answer = try project.run()
    let valued = try project.read(".ayni/candidate/sdmx/valuations.csv").split(separator: "\n").map
    {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3).joined(separator: ",")
    }
    let expected = try project.read("expected.csv").split(separator: "\n").map(String.init)
    #expect(valued == expected)
    // Records that cannot be computed with are kept, and told with their first line.
    #expect(answer.exit == 0)
    #expect(answer.codes == ["cooperation.cost-terms"])
    #expect(answer.messages.contains("2 rows, the first at registers/components.csv:27"))
  }
}
