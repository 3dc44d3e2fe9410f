// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

/// One source through the step `import`: sound rows, the file of rejected ones, the numbers of lines.
@Suite struct SourceImportTests {
  private func imported(
    _ data: String,
    columns: String = "COMPONENT = \"id\"\nAMOUNT = \"amount\"\nNOTE = \"note\""
  ) async throws -> (rows: [String], codes: [String], rejected: String?) {
    let outcome = try await StepsProject([
      "data/r.csv": data,
      "sources/r.toml": "structure = \"REGISTER\"\nfile = \"data/r.csv\"\n[columns]\n\(columns)\n",
    ]).run()
    return (outcome.rows["r"] ?? [], outcome.codes, outcome.rejected["r"])
  }

  @Test func `sound rows carry the number of their physical line`() async throws {
    let found = try await imported("id,amount,note\n1,2.5,\"two\nlines\"\n\n2,,\n")
    #expect(found.rows == ["1 2.50 two\nlines 2", "2 - - 5"])
    #expect(found.codes.isEmpty)
    #expect(found.rejected == nil)
  }

  @Test func `a rejected row stands in the file as it came, with line, codes and reasons`()
    async throws
  {
    let found = try await imported("id,amount,note\n1,x,\"a, b\"\n,2,\n3,1.00,ok\n4\n")
    #expect(found.rows == ["3 1.00 ok 4"])
    let lines = try #require(found.rejected).split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0] == "line,codes,reasons,id,amount,note")
    #expect(lines[1].hasPrefix("2,import.bad-number,"))
    #expect(lines[1].hasSuffix(",1,x,\"a, b\""))
    #expect(lines[2].hasPrefix("3,import.missing-value,"))
    #expect(lines[3].hasPrefix("5,import.ragged-row,"))
    #expect(
      Set(found.codes) == [
        "import.bad-number", "import.missing-value", "import.ragged-row", "import.rows-rejected",
      ]
    )
  }

  @Test func `a row with two faults is told once, with both reasons`() async throws {
    let found = try await imported("id,amount,note\n,x,\n")
    let lines = try #require(found.rejected).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[1].hasPrefix("2,import.missing-value import.bad-number,"))
  }

  @Test func `the number of the line may be a component, with constants beside it`() async throws {
    let found = try await imported(
      "id,amount,note\na,1,\na,2,\n",
      columns: "COMPONENT = { line = true }\nAMOUNT = \"amount\"\nNOTE = { constant = \"x\" }"
    )
    #expect(found.rows == ["2 1.00 x 2", "3 2.00 x 3"])
  }

  @Test func `names of columns may stand below a title, and lines are counted from the top`()
    async throws
  {
    let outcome = try await StepsProject([
      "data/r.csv": "Cooperation, provisional\n\nid;amount;note\n1;2.5;x\n",
      "sources/r.toml": """
      structure = "REGISTER"
      file = "data/r.csv"
      header = 3
      [columns]
      COMPONENT = "id"
      AMOUNT = "amount"
      NOTE = "note"

      """,
    ]).run()
    #expect(outcome.rows["r"] == ["1 2.50 x 4"])
    #expect(outcome.codes.isEmpty)
  }
}
