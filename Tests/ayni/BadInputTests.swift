// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Each kind of bad input gives a code with its place, and nothing is lost.
@Suite struct BadInputTests {
  private func answer(_ change: (ScratchProject) throws -> Void) throws -> Ayni.Answer {
    let project = try ScratchProject()
    try change(project)
    let answer = try project.run()
    #expect(project.latest == nil, "nothing may be published")
    return answer
  }

  @Test func `another encoding is told with its line, and can be stated`() throws {
    let project = try ScratchProject()
    var bytes = Data("id,group,amount,day,title\n1,A,1.00,,R".utf8)
    bytes.append(contentsOf: [0xE9, 0x73, 0x65, 0x61, 0x75, 0x0A])
    try project.write(bytes, to: "data/register.csv")
    let refused = try project.run()
    #expect(refused.codes.contains("import.wrong-encoding"))
    #expect(refused.messages.contains("data/register.csv:2"))
    try project.replace(
      "file =",
      with: "encoding = \"windows-1252\"\nfile =",
      in: "sources/register.toml"
    )
    #expect(try project.run().exit == 0)
    let rows = try Ayni.call("explain", "register", "--project", project.path)
    #expect(rows.output.contains("TITLE=Réseau"))
  }

  @Test func `a missing column is told with the nearest one`() throws {
    let answer = try self.answer {
      try $0.replace("id,group", with: "id,grp", in: "data/register.csv")
    }
    #expect(answer.codes == ["import.missing-column"])
    #expect(answer.messages.contains("sources/register.toml:5"))
    #expect(answer.exit == 2)
  }

  @Test func `all mistakes of a row file are told at once, each with its first line`() throws {
    let answer = try self.answer {
      try $0.write(
        """
        id,group,amount,day,title
        1,A,"1,50",,decimal comma
        2,A,1.00,2023-02-29,no such day
        3,Q,1.00,,unknown code
        4,A,1.00
        5,,1.00,,no group
        6,A,abc,,no number
        7,A,1.005,,too many decimals
        8,A,"x"y,,quote
        1,A,12345678901234567890.00,,too large
        """,
        to: "data/register.csv"
      )
    }
    let expected = [
      "import.decimal-comma": 2, "import.no-such-date": 3, "import.unknown-code": 4,
      "import.ragged-row": 5, "import.missing-value": 6, "import.bad-number": 7,
      "import.too-many-decimals": 8, "import.text-after-quote": 9, "import.too-large": 10,
    ]
    for (code, line) in expected {
      #expect(answer.codes.contains(code), "\(code)")
      #expect(answer.messages.contains("data/register.csv:\(line)\n"), "\(code)")
    }
    #expect(answer.exit == 1)
  }

  @Test func `a repeated identifier is told with its first line`() throws {
    let answer = try self.answer {
      try $0.write(try $0.read("data/register.csv") + "1,B,1.00,,again\n", to: "data/register.csv")
    }
    #expect(answer.codes.contains("structures.duplicate-key"))
    #expect(answer.messages.contains("2 rows, the first at data/register.csv:2"))
    #expect(
      answer.messages.contains("with the same dimensions: lines 2 and 5"),
      "\(answer.messages)"
    )
  }

  @Test func `a path that leaves the project is refused`() throws {
    for path in ["../secret.csv", "/etc/passwd", "data/../../x.csv"] {
      let answer = try self.answer {
        try $0.replace("data/register.csv", with: path, in: "sources/register.toml")
      }
      #expect(answer.codes == ["platform.path-leaves-project"], "\(path)")
      #expect(answer.messages.contains("sources/register.toml:2"), "\(answer.messages)")
    }
    let map = try self.answer {
      try $0.replace(
        "GROUP = \"group\"",
        with: "GROUP = { column = \"group\", map = \"../groups.csv\" }",
        in: "sources/register.toml"
      )
    }
    #expect(map.codes == ["platform.path-leaves-project"])
    #expect(map.messages.contains("sources/register.toml:5"), "\(map.messages)")
  }

  @Test(arguments: [
    ("../world.geojson", "platform.path-leaves-project"),
    ("maps/none.geojson", "project.missing-file"),
  ])
  func `boundaries that cannot be read are told before anything runs`(
    file: String,
    code: String
  ) throws {
    let answer = try self.answer {
      try $0.replace("[release]", with: "[release]\nboundaries = \"\(file)\"", in: "ayni.toml")
    }
    #expect(answer.codes == [code], "\(answer.messages)")
    #expect(answer.messages.contains("error[\(code)] ayni.toml:"), "\(answer.messages)")
  }

  @Test(
    arguments: [
      ("source,standard\na,A\n", []), ("source;standard\n a ; A \n\n", []),
      ("source,standard\na,A\na,B\n", ["import.map-twice 3"]),
      (
        "source,standard\na,\n,A\nb\n",
        ["import.map-row 2", "import.map-row 3", "import.map-row 4"]
      ),
      ("source,standard\na,\"A\nb,B\n", ["import.map-row 2"]), ("", ["import.bad-map 1"]),
      ("old,new\na,A\n", ["import.bad-map 1"]),
    ] as [(String, [String])]
  )
  func `what is wrong with a map is told before anything runs`(
    map: String,
    problems: [String]
  ) throws {
    let project = try ScratchProject()
    try project.write(map, to: "maps/groups.csv")
    try project.write("id,group,amount,day,title\n1,a,1.00,,\n", to: "data/register.csv")
    try project.replace(
      "GROUP = \"group\"",
      with: "GROUP = { column = \"group\", map = \"maps/groups.csv\" }",
      in: "sources/register.toml"
    )
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(answer.codes == problems.map { String($0.split(separator: " ")[0]) })
    for problem in problems {
      let line = problem.split(separator: " ")[1]
      #expect(answer.messages.contains("maps/groups.csv:\(line)"), "\(answer.messages)")
    }
    if problems.isEmpty { #expect(try project.run().exit == 0) }
  }

  @Test(arguments: [
    ("AMOUNT", "abc"), ("AMOUNT", "1.005"), ("GROUP", "Z"), ("GROUP", ""), ("DAY", "2023-02-29"),
  ])
  func `a constant that does not fit is told before anything runs`(
    component: String,
    constant: String
  ) throws {
    let project = try ScratchProject()
    let lines = try project.read("sources/register.toml").split(separator: "\n").map {
      $0.hasPrefix("\(component) =") ? "\(component) = { constant = \"\(constant)\" }" : String($0)
    }
    try project.write(lines.joined(separator: "\n"), to: "sources/register.toml")
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(answer.codes == ["import.bad-constant"], "\(answer.messages)")
    #expect(answer.messages.contains("error[import.bad-constant] sources/register.toml:"))
  }

  @Test(arguments: [
    "ayni.toml", "structures/REGISTER.toml", "structures/CL_GROUP.csv", "sources/register.toml",
  ])
  func `settings and lists in another encoding are told with their line`(file: String) throws {
    let project = try ScratchProject()
    var bytes = Data(try project.read(file).utf8)
    bytes.append(contentsOf: Array("\n# caf".utf8) + [0xE9, 0x0A])
    try project.write(bytes, to: file)
    let answer = try Ayni.call("check", "--project", project.path)
    #expect(answer.codes.first == "platform.not-utf8", "\(answer.messages)")
    let line = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count - 1
    #expect(answer.messages.contains("\(file):\(line)"), "\(answer.messages)")
  }

  @Test(arguments: ["\0", "\u{FFFF}", "\u{FFFE}"])
  func `what is no character of any text is put aside with its row`(text: String) throws {
    let project = try ScratchProject()
    let rows = (1...300).map { "\($0),A,1.00,,\($0 == 200 ? "a\(text)b" : "é")" }
    try project.write(
      "id,group,amount,day,title\n" + rows.joined(separator: "\n") + "\n",
      to: "data/register.csv"
    )
    let answer = try project.run()
    #expect(answer.codes.contains("import.no-character"), "\(answer.messages)")
    #expect(answer.messages.contains("data/register.csv:201"), "\(answer.messages)")
    #expect(project.latest == nil)
  }

  @Test func `a pipe in the place of a file keeps nobody waiting`() throws {
    for file in ["data/register.csv", "structures/CL_GROUP.csv", "ayni.toml"] {
      let project = try ScratchProject()
      try FileManager.default.removeItem(atPath: "\(project.path)/\(file)")
      #expect(mkfifo("\(project.path)/\(file)", 0o600) == 0)
      let answer = try project.run()
      #expect(answer.exit == 2 && !answer.codes.isEmpty, "\(file): \(answer.messages)")
    }
  }

  @Test func `a column that is there twice is not said to be meant by its own name`() throws {
    let answer = try self.answer {
      try $0.replace("id,group,amount,day", with: "id,group,amount,amount", in: "data/register.csv")
    }
    #expect(answer.codes.contains("import.repeated-column"), "\(answer.messages)")
    #expect(!answer.messages.contains("did you mean amount?"), "\(answer.messages)")
  }

  @Test(arguments: [
    ("", "\"DD/MM/YYYY\", \"MM/DD/YYYY\", \"DD.MM.YYYY\""),
    ("DD/MM/YYYY", "\"YYYY-MM-DD\", \"MM/DD/YYYY\", \"DD.MM.YYYY\""),
  ])
  func `a date that is written otherwise leads to the other forms`(
    form: String,
    others: String
  )
    throws
  {
    let answer = try self.answer {
      if !form.isEmpty {
        try $0.replace(
          "[columns]",
          with: "date = \"\(form)\"\n[columns]",
          in: "sources/register.toml"
        )
      }
      try $0.replace("2024-02-29", with: "29 February", in: "data/register.csv")
    }
    #expect(answer.codes.contains("import.no-such-date"), "\(answer.messages)")
    #expect(answer.messages.contains("date = and one of: \(others)"), "\(answer.messages)")
  }

  @Test func `a report is asked of a project that has none`() throws {
    let project = try ScratchProject()
    let answer = try Ayni.call("report", "national", "--project", project.path)
    #expect(answer.exit == 2)
    #expect(answer.codes == ["project.no-reports"], "\(answer.messages)")
    #expect(answer.messages.contains("reports/national.toml"))
  }

  @Test func `a truncated workbook is refused, and so is a workbook that is none`() throws {
    let whole = try Data(
      contentsOf: URL(fileURLWithPath: "Examples/cooperation/data/ghana.xlsx")
    )
    let cut = [
      Data([0x50, 0x4B, 0x03, 0x04, 0, 0, 0]), whole.prefix(whole.count - 1),
      whole.prefix(whole.count / 2),
    ]
    let other = [Data("not a workbook".utf8), Data(), whole.dropFirst(100)]
    for bytes in cut + other {
      let answer = try self.answer {
        try $0.write(bytes, to: "data/register.xlsx")
        try $0.replace("register.csv", with: "register.xlsx", in: "sources/register.toml")
      }
      let code =
        cut.contains(bytes) ? "import.damaged-workbook" : "interchange.not-a-workbook"
      #expect(answer.codes == [code], "\(answer.messages)")
    }
  }

  @Test func `a workbook named as text is told apart`() throws {
    let answer = try self.answer {
      try $0.write(Data([0x50, 0x4B, 3, 4, 0]), to: "data/register.csv")
    }
    #expect(answer.codes == ["import.not-text"])
    let page = try self.answer {
      try $0.write("\u{FEFF}\n<!DOCTYPE html><title>Not found</title>", to: "data/register.csv")
    }
    #expect(page.codes == ["import.not-text"], "\(page.messages)")
  }

  @Test func `an open quote is told where it opens`() throws {
    let answer = try self.answer {
      try $0.replace("\"Wells, pumps\"", with: "\"Wells, pumps", in: "data/register.csv")
    }
    #expect(answer.codes.contains("import.open-quote"))
    #expect(answer.messages.contains("data/register.csv:3"))
  }

  @Test func `SQL in a cell stays text`() throws {
    let project = try ScratchProject()
    try project.replace(
      "Roads",
      with: "'); DROP TABLE x; --",
      in: "data/register.csv"
    )
    #expect(try project.run().exit == 0)
    let rows = try Ayni.call("explain", "register", "COMPONENT=1", "--project", project.path)
    #expect(rows.output.contains("TITLE='); DROP TABLE x; --"))
    let asked = try Ayni.call(
      "explain",
      "register",
      "COMPONENT=1' OR '1'='1",
      "--project",
      project.path
    )
    #expect(asked.codes == ["project.unknown-observation"])
  }

  @Test func `mistakes in the project's files are told all at once with their places`() throws {
    let answer = try self.answer {
      try $0.replace("AMOUNT = \"AMOUNT\"", with: "AMOUNT = \"AMUONT\"", in: "steps/totals.toml")
      try $0.replace("kind = \"aggregate\"", with: "kind = \"agregate\"", in: "steps/totals.toml")
    }
    #expect(answer.codes == ["project.unknown-step-kind"])
    #expect(answer.messages.contains("did you mean aggregate?"))
    let settings = try self.answer { project in
      try project.replace("memory =", with: "memroy =", in: "ayni.toml")
      try project.replace("approval = \"none\"", with: "approval = \"nobody\"", in: "ayni.toml")
    }
    #expect(Set(settings.codes) == ["platform.toml-unknown-key", "project.bad-parameter"])
    #expect(settings.messages.contains("ayni.toml:7"))
    #expect(settings.exit == 2)
  }

  @Test func `steps in a circle and datasets that nobody makes are told`() throws {
    let circle = try self.answer {
      try $0.write("kind = \"union\"\ninputs = [\"b\"]\noutputs = [\"a\"]\n", to: "steps/a.toml")
      try $0.write("kind = \"union\"\ninputs = [\"a\"]\noutputs = [\"b\"]\n", to: "steps/b.toml")
    }
    #expect(circle.codes == ["project.circular-steps"])
    let missing = try self.answer {
      try $0.replace(
        "inputs = [\"register\"]",
        with: "inputs = [\"registr\"]",
        in: "steps/totals.toml"
      )
    }
    #expect(missing.codes == ["project.unknown-dataset"])
    #expect(missing.messages.contains("did you mean register?"))
  }

  @Test func `a message never holds the content of a record`() throws {
    let answer = try self.answer {
      try $0.write(
        "id,group,amount,day,title\nSECRET1,SECRET2,SECRET3,SECRET4,SECRET5\n",
        to: "data/register.csv"
      )
    }
    #expect(!answer.messages.contains("SECRET"))
  }
}
