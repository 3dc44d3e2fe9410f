// SPDX-License-Identifier: Apache-2.0

import Foundation
import Platform
import Testing

@Suite struct RunTests {
  @Test func `a run publishes, and the same run publishes the same bytes`() throws {
    let first = try ScratchProject()
    let second = try ScratchProject()
    try second.replace("threads = 2", with: "threads = 2 ", in: "ayni.toml")
    try second.replace("threads = 2 ", with: "threads = 2", in: "ayni.toml")
    #expect(try first.run().exit == 0)
    #expect(try second.run().exit == 0)
    let id = try #require(first.latest)
    #expect(second.latest == id)
    let manifest = try first.read("releases/\(id)/release.json")
    #expect(try second.read("releases/\(id)/release.json") == manifest)
    #expect(manifest.contains("data/totals.parquet"))
  }

  @Test func `the number of threads does not change a byte of the data`() throws {
    let one = try ScratchProject()
    let rows = (0..<200_000).map {
      "\($0),\($0 % 3 == 0 ? "A" : "B"),\($0 % 977).\($0 % 90 + 10),,"
    }
    let csv = "id,group,amount,day,title\n" + rows.joined(separator: "\n") + "\n"
    try one.write(csv, to: "data/register.csv")
    let four = try ScratchProject()
    try four.write(csv, to: "data/register.csv")
    try one.replace("threads = 2", with: "threads = 1", in: "ayni.toml")
    try four.replace("threads = 2", with: "threads = 4", in: "ayni.toml")
    #expect(try one.run().exit == 0)
    #expect(try four.run().exit == 0)
    for dataset in ["totals", "register"] {
      let bytes = try [one, four].map { project in
        let id = try #require(project.latest)
        return try Data(
          contentsOf: URL(
            fileURLWithPath: "\(project.path)/releases/\(id)/data/\(dataset).parquet"
          )
        )
      }
      #expect(bytes[0] == bytes[1], "\(dataset)")
    }
  }

  @Test func `only what changed is computed again, and the plan says why`() throws {
    let project = try ScratchProject()
    #expect(try project.run().messages.contains("2 steps computed, 0 stood ready"))
    #expect(try project.run().messages.contains("0 steps computed, 2 stood ready"))
    try project.replace("GROUP = \"_T\"", with: "", in: "steps/totals.toml")
    let plan = try Ayni.call("plan", "--project", project.path).output
    #expect(plan.contains("register\timport\tstands ready"))
    #expect(plan.contains("totals\taggregate\tto be computed: file steps/totals.toml"))
    #expect(try project.run().messages.contains("1 step computed, 1 stood ready"))
  }

  @Test func `a candidate waits where approval is manual`() throws {
    let project = try ScratchProject()
    try project.replace("approval = \"none\"", with: "approval = \"manual\"", in: "ayni.toml")
    #expect(try Ayni.call("publish", "--project", project.path).codes == ["project.no-candidate"])
    #expect(try project.run().exit == 0)
    #expect(project.latest == nil)
    #expect(try Ayni.call("publish", "--project", project.path).exit == 0)
    #expect(project.latest != nil)
  }

  @Test func `a number is explained down to the lines of its file`() throws {
    let project = try ScratchProject()
    let total = try Ayni.call("explain", "totals", "GROUP=A", "--project", project.path)
    #expect(total.output.contains("GROUP=A AMOUNT=10.75 COMPONENTS=2"))
    #expect(total.output.contains("data/register.csv:2"))
    #expect(total.output.contains("data/register.csv:3"))
    #expect(!total.output.contains("data/register.csv:4"))
    let all = try Ayni.call("explain", "totals", "GROUP=_T", "--project", project.path)
    #expect(all.output.contains("AMOUNT=16.00 COMPONENTS=3"))
    #expect(all.output.contains("data/register.csv:4"))
    let none = try Ayni.call("explain", "totals", "GROUP=Z", "--project", project.path)
    #expect(none.codes == ["project.unknown-observation"])
  }

  @Test func `two releases are compared observation by observation`() throws {
    let project = try ScratchProject()
    #expect(try project.run().exit == 0)
    let first = try #require(project.latest)
    try project.replace("0.25", with: "0.75", in: "data/register.csv")
    try project.replace("3,B,5.25,,Experts\n", with: "", in: "data/register.csv")
    #expect(try project.run().exit == 0)
    let diff = try Ayni.call("diff", first, "--project", project.path).output
    #expect(diff == "totals\t+0\t-1\t~2\nregister\t+0\t-1\t~1\n")
    let answer = try Ayni.call("diff", first, "--json", "--project", project.path).output
    #expect(answer.hasPrefix(#"{"dataset":"totals","added":0,"removed":1,"revised":2}"#))
  }

  @Test func `a dataset that only one release has is told, and a column that came is no revision`()
    throws
  {
    let project = try ScratchProject()
    #expect(try project.run().exit == 0)
    let first = try #require(project.latest)
    try project.replace(
      "\"totals\", \"register\"",
      with: "\"register\"",
      in: "ayni.toml"
    )
    try project.write(
      try project.read("structures/REGISTER.toml")
        + "\n[[attribute]]\nid = \"NOTE\"\nname = \"Note\"\ntype = \"text\"\n",
      to: "structures/REGISTER.toml"
    )
    #expect(try project.run().exit == 0)
    let second = try #require(project.latest)
    let (gone, came) = (
      try Ayni.call("diff", first, "--project", project.path).output,
      try Ayni.call("diff", second, first, "--project", project.path).output
    )
    #expect(gone == "register\t+0\t-0\t~0\ntotals\t-3\n")
    #expect(came == "totals\t+3\nregister\t+0\t-0\t~0\n")
  }

  @Test func `what stands ready and where a number comes from are answered to programs`() throws {
    let project = try ScratchProject()
    let plan = try Ayni.call("plan", "--json", "--project", project.path).output
    #expect(
      plan.contains(#"{"step":"totals","kind":"aggregate","isReady":false,"reasons":["new"]}"#)
    )
    #expect(try project.run().exit == 0)
    let total = try Ayni.call("explain", "totals", "GROUP=A", "--json", "--project", project.path)
    let lines = total.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].contains(#""count":1,"rows":[{"GROUP":"A","AMOUNT":"10.75","COMPONENTS":"2"}]"#)
    )
    #expect(lines[1].contains(#""_place":"data/register.csv:3""#))
    let published = try Ayni.call(
      "explain",
      "totals",
      "GROUP=A",
      "--release",
      "latest",
      "--json",
      "--project",
      project.path
    )
    #expect(published.output.contains(#""rows":[{"GROUP":"A","AMOUNT":"10.75","COMPONENTS":"2"}]"#))
  }

  @Test(arguments: ["=", "GROUP", "GROUP=", "=A"])
  func `what is no dimension with its code is refused`(word: String) throws {
    let project = try ScratchProject()
    #expect(
      try Ayni.call("explain", "totals", word, "--project", project.path).codes
        == ["command.arguments"]
    )
  }

  @Test func `a dimension that is none is told with the nearest one`() throws {
    let project = try ScratchProject()
    let answer = try Ayni.call("explain", "totals", "GROPU=A", "--project", project.path)
    #expect(answer.codes == ["project.not-a-component"])
    #expect(answer.messages.contains("did you mean GROUP?"))
  }

  @Test func `a file that changed after publication is found`() throws {
    let project = try ScratchProject()
    #expect(try project.run().exit == 0)
    let id = try #require(project.latest)
    try project.write("tampered", to: "releases/\(id)/data/totals.parquet")
    for verb in ["run", "publish"] {
      let answer = try Ayni.call(verb, "--project", project.path)
      #expect(answer.codes == ["project.damaged-release"])
      #expect(answer.messages.contains("restore releases/\(id) from a backup; or move this folder"))
    }
    try FileManager.default.removeItem(atPath: "\(project.path)/releases/\(id)")
    #expect(try project.run().exit == 0)
    #expect(project.latest == id)
    #expect(try Ayni.call("publish", "--project", project.path).exit == 0)
  }

  @Test func `a release whose list of files is damaged is named by its identifier`() throws {
    let project = try ScratchProject()
    #expect(try project.run().exit == 0)
    let id = try #require(project.latest)
    try project.write("tampered", to: "releases/\(id)/release.json")
    let answer = try project.run()
    #expect(answer.codes == ["project.damaged-release"])
    #expect(answer.messages.contains("release \(id) is damaged: release.json"))
  }

  /// The file of a stored result of the last run.
  private static func stored(_ output: String, _ project: ScratchProject) throws -> String {
    let results = "\(project.path)/.ayni/results"
    let keys = try FileManager.default.contentsOfDirectory(atPath: results)
    let files = keys.map { ".ayni/results/\($0)/\(output).parquet" }
    return try #require(files.first { project.has($0) })
  }

  @Test(arguments: [0, 20]) func `a stored result that is cut short is computed again`(
    length: Int
  ) throws {
    let project = try ScratchProject()
    #expect(try project.run().exit == 0)
    let release = try #require(project.latest)
    let file = try RunTests.stored("register", project)
    let whole = try Data(contentsOf: URL(fileURLWithPath: "\(project.path)/\(file)"))
    #expect(whole.count > 20)
    try project.write(whole.prefix(length), to: file)
    let plan = try Ayni.call("plan", "--project", project.path).output
    #expect(plan.contains("register\timport\tto be computed"))
    let again = try project.run()
    #expect(again.exit == 0, "\(again.messages)")
    #expect(again.messages.contains("1 step computed, 1 stood ready"))
    #expect(project.latest == release)
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(project.path)/\(file)")) == whole)
  }

  @Test func `a stored result in which one bit changed is computed again`() throws {
    let project = try ScratchProject()
    #expect(try project.run().exit == 0)
    let release = try #require(project.latest)
    let file = try RunTests.stored("register", project)
    let whole = try Data(contentsOf: URL(fileURLWithPath: "\(project.path)/\(file)"))
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    for position in [4, whole.count / 3, whole.count / 2, whole.count - 9] {
      var bytes = whole
      bytes[position] ^= 1
      try project.write(bytes, to: file)
      let again = try project.run()
      #expect(again.exit == 0 && again.messages.contains("1 step computed"), "\(again.messages)")
      #expect(project.latest == release)
      #expect(try Data(contentsOf: URL(fileURLWithPath: "\(project.path)/\(file)")) == whole)
    }
    // Any tool that knows the digests of the standard can check them, too.
    #expect(try project.read("\(folder)/SHA256SUMS").contains("  register.parquet\n"))
  }

  @Test func `a candidate that changed after the run is not published, and the next one is`() throws
  {
    let project = try ScratchProject()
    try project.replace("approval = \"none\"", with: "approval = \"manual\"", in: "ayni.toml")
    #expect(try project.run().exit == 0)
    let file = ".ayni/candidate/data/totals.parquet"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: "\(project.path)/\(file)"))
    bytes[bytes.count / 2] ^= 1
    try project.write(bytes, to: file)
    let refused = try Ayni.call("publish", "--project", project.path)
    #expect(refused.codes == ["project.damaged-candidate"], "\(refused.messages)")
    #expect(refused.exit == 1 && project.latest == nil)
    #expect(try project.run().exit == 0)
    #expect(try Ayni.call("publish", "--project", project.path).exit == 0)
    #expect(project.latest != nil)
  }

  @Test func `reasons stand beside rejected rows in the language of the office`() throws {
    let project = try ScratchProject()
    try project.replace("[\"en\", \"fr\"]", with: "[\"fr\", \"en\"]", in: "ayni.toml")
    try project.write(try project.read("data/register.csv") + "4,A,x,,\n", to: "data/register.csv")
    _ = try project.run()
    #expect(try project.read(".ayni/rejected/register.csv").contains("la colonne amount contient"))
  }

  @Test func `sound rows are kept and rejected ones stand aside with their reasons`() throws {
    let project = try ScratchProject()
    try project.replace("allow", with: "allow", in: "ayni.toml")
    try project.write(
      try project.read("data/register.csv") + "4,Z,1,2023-02-29,x\n5,B,\"1,5\",,y\n6,A\n",
      to: "data/register.csv"
    )
    let answer = try project.run()
    #expect(answer.exit == 1)
    #expect(project.latest == nil)
    let rejected = try project.read(".ayni/rejected/register.csv").split(separator: "\n")
    #expect(rejected.count == 4)
    #expect(rejected[1].hasPrefix("5,import.unknown-code import.no-such-date,"))
    #expect(rejected[2].hasPrefix("6,import.decimal-comma,"))
    #expect(rejected[3].hasPrefix("7,import.ragged-row,"))
    #expect(answer.messages.contains("data/register.csv:5"))
    let total = try Ayni.call("explain", "totals", "GROUP=_T", "--project", project.path)
    #expect(total.output.contains("COMPONENTS=3"))
  }

  @Test func `import guesses a structure, takes the file in, and the project runs with it`() throws
  {
    let project = try ScratchProject()
    try project.write("Code;Année;Valeur\nx;2023;1,5\ny;2024;2\n", to: "outside/new.csv")
    let taken = try Ayni.call(
      "import",
      "\(project.path)/outside/new.csv",
      "--project",
      project.path
    )
    #expect(taken.exit == 0)
    #expect(project.has("sources/new.toml") && project.has("structures/NEW.toml"))
    #expect(try Ayni.call("check", "--project", project.path).exit == 0)
    let again = try Ayni.call(
      "import",
      "\(project.path)/outside/new.csv",
      "--project",
      project.path
    )
    #expect(again.exit == 2)
  }

  @Test func `a number is explained while another run holds the project`() throws {
    let project = try ScratchProject()
    #expect(try project.run().exit == 0)
    let lock = try FolderLock(project.path + "/.ayni")
    let answer = try Ayni.call("explain", "totals", "GROUP=A", "--project", project.path)
    #expect(answer.exit == 0, "\(answer.messages)")
    #expect(answer.output.contains("AMOUNT=10.75"))
    // What would have to be computed first waits for the lock.
    try project.replace("10.50", with: "11.50", in: "data/register.csv")
    let refused = try Ayni.call("explain", "totals", "GROUP=A", "--project", project.path)
    #expect(refused.codes == ["platform.locked"])
    withExtendedLifetime(lock) {}
  }
}
