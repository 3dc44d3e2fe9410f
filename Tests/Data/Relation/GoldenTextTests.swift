// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import PlanCases
import Testing

@testable import Relation

/// The statement of every operation in every dialect, as a file that a reviewer reads.
///
/// That the texts are right is shown elsewhere: the engine's conformance suite runs the same cases, and
/// `make spark` has a real Spark explain each of its texts. `AYNI_RECORD=1` writes the files anew.
@Suite struct GoldenTextTests {
  static let folder = "Tests/Data/Relation/Golden"
  static let dialects = [SQLDialect.duckDB, .spark]

  @Test(arguments: dialects.map(\.name))
  func `every operation has its golden text`(dialectName: String) throws {
    let dialect = try #require(Self.dialects.first { $0.name == dialectName })
    for planCase in try PlanCases.all() {
      let statement = try SQLWriter(dialect, values: planCase.values).query(planCase.plan)
      let written = statement.text + ";\n"
      let path = "\(Self.folder)/\(planCase.name)/\(dialect.name.lowercased()).sql"
      if ProcessInfo.processInfo.environment["AYNI_RECORD"] != nil {
        try FileManager.default.createDirectory(
          atPath: "\(Self.folder)/\(planCase.name)",
          withIntermediateDirectories: true
        )
        try written.write(toFile: path, atomically: true, encoding: .utf8)
      }
      let golden = try String(contentsOfFile: path, encoding: .utf8)
      #expect(written == golden, "\(path)")
    }
  }

  @Test func `no golden text is left over from a case that is gone`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(Set(folders) == Set(try PlanCases.all().map(\.name)))
  }
}
