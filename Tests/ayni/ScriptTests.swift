// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// `ayni vtl`: scripts with data in files, as an office or another program calls it.
@Suite struct ScriptTests {
  /// A folder with files, gone when the test is.
  private final class Folder {
    let path: String

    init(_ files: [String: String]) throws {
      path = NSTemporaryDirectory() + "ayni-vtl-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in files {
        try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) throws -> String {
      try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }

    func lines(_ name: String) throws -> Set<String> {
      Set(try text(name).split(separator: "\n").map(String.init))
    }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

    /// Runs `script.vtl` with the structures and the data of the folder.
    func run(_ options: String...) throws -> Ayni.Answer {
      let words = ["vtl", "run", path + "/script.vtl", "--folder", path, "--output", path + "/out"]
      return try Ayni.start(words + options).finish()
    }

    /// Runs the folder as a case of a conformance suite.
    func runCase(_ options: String...) throws -> Ayni.Answer {
      let words = ["vtl", "run", "--case", path, "--output", path + "/out"]
      return try Ayni.start(words + options).finish()
    }
  }

  private static let manual = """
    {"name": "DS_1", "components": [
      {"name": "area", "role": "Identifier", "data_type": "String"},
      {"name": "time", "role": "Identifier", "data_type": "TimePeriod"},
      {"name": "value", "role": "Measure", "data_type": "Number"},
      {"name": "note", "role": "ViralAttribute", "data_type": "String"}]}
    """

  private static let engines = """
    {"datasets": [
      {"name": "DS_1", "DataStructure": [
        {"name": "area", "type": "String", "role": "Identifier", "nullable": false},
        {"name": "year", "type": "Integer", "role": "Identifier", "nullable": false},
        {"name": "value", "type": "Number", "role": "Measure", "nullable": true}]},
      {"name": "DS_2", "DataStructure": [
        {"name": "area", "type": "String", "role": "Identifier", "nullable": false},
        {"name": "name", "type": "String", "role": "Measure", "nullable": true}]}]}
    """

  @Test func `a case folder is run, and each result has its structure beside it`() throws {
    let folder = try Folder([
      "transformation.vtl": "a := DS_1[calc double := value * 2]; r <- timeshift(a, 1);",
      "input.json": Self.manual,
      "ds_1.csv": "time,area,value,extra,note\r\n2020-W53,A,1.5,x,\"\"\r\n2020-D366,B,,y,n\r\n",
    ])
    let answer = try folder.runCase()
    #expect(answer.exit == 0, "\(answer.messages)")
    #expect(
      try folder.lines("out/r.csv") == [
        "area,time,value,double,note", "A,2021-W01,1.5,3.0,\"\"", "B,2021-01-01,,,n",
      ]
    )
    let structure = try folder.text("out/r.json")
    #expect(structure.contains("\"data_type\": \"TimePeriod\""))
    #expect(structure.contains("\"role\": \"ViralAttribute\""))
    #expect(!folder.has("out/a.csv"))
    // What was written is read again.
    let again = try Folder([
      "transformation.vtl": "s := r#double;", "r.json": structure,
      "r.csv": try folder.text("out/r.csv"),
    ])
    let second = try again.runCase()
    #expect(second.exit == 0, "\(second.messages)")
    #expect(try again.lines("out/s.csv").contains("A,2021-W01,3.0,\"\""))
  }

  @Test func `a folder of datasets is run, and what the script does not use is not read`() throws {
    let folder = try Folder([
      "script.vtl": "r := DS_1[filter value > 1]; top := max(DS_1)#value;",
      "structures.json": Self.engines,
      "DS_1.csv": "area,year,value\nA,2020,1\nB,2020,2\n",
      "DS_2.csv": "this is no such table",
    ])
    let answer = try folder.run("--threads", "2", "--memory", "500MB")
    #expect(answer.exit == 0, "\(answer.messages)")
    #expect(try folder.lines("out/r.csv") == ["area,year,value", "B,2020,2.0"])
    #expect(try folder.lines("out/top.csv") == ["top", "2.0"])
    #expect(try folder.text("out/top.json").contains("\"type\": \"Number\""))
  }

  @Test func `data and structures are named one by one`() throws {
    let folder = try Folder([
      "script.vtl": "r <- left_join(people as a, DS_2 as b);", "structures.json": Self.engines,
      "one.json": Self.engines.replacingOccurrences(of: "DS_1", with: "X"),
      "p.json":
        #"{"components": [{"name": "area", "role": "Identifier", "data_type": "String"}], "name": "x"}"#,
      "p.csv": "AREA\nA\nC\n", "names.csv": "area;name\nA;\"Áncash, Perú\"\n",
    ])
    let answer = try Ayni.call(
      "vtl",
      "run",
      folder.path + "/script.vtl",
      "--structure",
      folder.path + "/structures.json",
      "--structure",
      "people=\(folder.path)/p.json",
      "--data",
      "people=\(folder.path)/p.csv",
      "--data",
      "DS_2=\(folder.path)/names.csv",
      "--output",
      folder.path + "/out"
    )
    #expect(answer.exit == 0, "\(answer.messages)")
    #expect(
      try folder.lines("out/r.csv") == ["area,name", "A,\"Áncash, Perú\"", "C,"]
    )
  }

  @Test(arguments: [
    ("area,year,value\nA,2020,1\nA,2020,2\nB,1,1\n", "vtl.duplicate-identifiers", "area, year"),
    ("area,year,value\n,2020,1\n", "vtl.missing-identifier", "area"),
    ("area,year,value\nA,2020,1\nB,secret77,2\n", "vtl.unreadable-value", "row 2"),
    ("area,year,value\nA,2020.5,1\n", "vtl.unreadable-value", "year"),
    ("area,year,value\nA,2020,secret77\n", "vtl.unreadable-value", "value"),
    ("area,year,value\nA,2020,NaN\n", "vtl.not-a-number", "value"),
    ("area,value\nA,1\n", "vtl.missing-component", "year"),
    ("area,year,value\nA,2020\nsecret77\n", "vtl.unreadable-data", "DS_1"),
  ])
  func `data that are not what the structure says are told with the file, and no value`(
    data: String,
    code: String,
    word: String
  ) throws {
    let folder = try Folder([
      "script.vtl": "r := DS_1;", "structures.json": Self.engines, "DS_1.csv": data,
    ])
    let answer = try folder.run()
    #expect(answer.exit == 1 || answer.exit == 2)
    #expect(answer.codes == [code], "\(answer.messages)")
    #expect(answer.messages.contains("DS_1.csv") && answer.messages.contains(word))
    #expect(!answer.messages.contains("secret77"))
    #expect(!folder.has("out/r.csv"))
  }

  @Test func `a week that its year does not have is told before anything is computed`() throws {
    let folder = try Folder([
      "script.vtl": "r := DS_1;", "DS_1.json": Self.manual,
      "DS_1.csv": "area,time,value,note\nA,2020-W53,1,\nA,2021-W53,2,\n",
    ])
    let answer = try Ayni.call("vtl", "run", "--case", folder.path, "--output", folder.path + "/o")
    #expect(answer.codes == ["vtl.unreadable-value"], "\(answer.messages)")
    #expect(answer.messages.contains("row 2"))
  }

  @Test func `an error of the run names its statement`() throws {
    let folder = try Folder([
      "script.vtl": "a := DS_1;\nr := a[calc q := 1 / (value - value)];",
      "structures.json": Self.engines, "DS_1.csv": "area,year,value\nA,2020,1\n",
    ])
    let answer = try folder.run()
    #expect(answer.codes == ["vtl.division-by-zero"], "\(answer.messages)")
    #expect(answer.messages.contains("script.vtl:2:1"))
  }

  @Test func `pivot takes its measures from the data where no domain lists them`() throws {
    let folder = try Folder([
      "script.vtl": "p := DS_1[pivot area, value]; r <- p[calc sum_up := A + B];",
      "structures.json": Self.engines,
      "DS_1.csv": "area,year,value\nA,2020,1\nB,2020,2\nB,2021,5\n",
    ])
    let answer = try folder.run()
    #expect(answer.exit == 0, "\(answer.messages)")
    #expect(try folder.lines("out/r.csv") == ["year,A,B,sum_up", "2020,1.0,2.0,3.0", "2021,,5.0,"])
  }

  @Test func `pivot over times names the measures as times are written`() throws {
    let folder = try Folder([
      "script.vtl": "r <- DS_1[pivot 'time', value];",
      "structures.json": Self.manual,
      "DS_1.csv": "area,time,value,note\nA,2020Q1,1,\nA,2020-02,2,\nB,2020-Q1,5,\n",
    ])
    let answer = try folder.run()
    #expect(answer.exit == 0, "\(answer.messages)")
    #expect(
      try folder.lines("out/r.csv") == ["area,2020-02,2020-Q1,note", "A,2.0,1.0,", "B,,5.0,"]
    )
  }

  @Test(arguments: [
    ("select area, year, value * 2 as value from DS_1 -- twice", 0),
    ("with a as (select * from ds_1) select * from a where value > 1", 0),
    ("select * from DS_1; drop table DS_1", 2), ("drop table DS_1", 2),
    ("select area, year, value from DS_1 join read_csv('/etc/passwd') on true", 2),
    ("select * from '/etc/passwd'", 2), ("select * from DS_1) union (select * from DS_2", 2),
    ("select * from DS_2", 2), ("select * from information_schema.tables", 2), ("", 2),
  ])
  func `eval runs one query over its operands and nothing else`(sql: String, exit: Int32) throws {
    let folder = try Folder([
      "script.vtl": """
      r <- eval(twice(DS_1) language "SQL" returns dataset {identifier<string> area,
        identifier<integer> year, measure<number> value});
      s <- DS_2;
      """, "structures.json": Self.engines, "twice.sql": sql,
      "DS_1.csv": "area,year,value\nA,2020,2\n", "DS_2.csv": "area,name\nA,B\n",
    ])
    let answer = try folder.run("--routine", "twice=\(folder.path)/twice.sql")
    #expect(answer.exit == exit, "\(answer.messages)")
    #expect(answer.codes == (exit == 0 ? [] : ["vtl.refused-query"]))
    #expect(folder.has("out/r.csv") == (exit == 0))
  }

  @Test
  func
    `Spark without a folder through which data pass is refused, and one that does not answer told`()
    throws
  {
    let folder = try Folder([
      "script.vtl": "r <- DS_1;", "structures.json": Self.engines,
      "DS_1.csv": "area,year,value\nA,2020,2\n",
    ])
    let words = [
      "vtl", "run", folder.path + "/script.vtl", "--folder", folder.path, "--output",
      folder.path + "/out", "--engine",
    ]
    let none = try Ayni.start(words + ["sc://localhost:1"]).finish()
    #expect(none.codes == ["engine.no-staging"], "\(none.messages)")
    let other = try Ayni.start(words + ["oracle"]).finish()
    #expect(other.exit == 2)
    let silent = try Ayni.start(
      words + ["sc://localhost:1/;token=secret77", "--staging", folder.path + "/staging"]
    ).finish()
    let isInstalled = silent.codes != ["engine.driver-missing"]
    #expect(!isInstalled || silent.codes == ["engine.unreachable"], "\(silent.messages)")
    #expect(!silent.messages.contains("secret77"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/staging").isEmpty)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["AYNI_TEST_SPARK"] != nil, "needs Spark"))
  func `Spark gives the files that the embedded engine gives`() throws {
    let script = """
      a := DS_1[filter value > 0];
      r <- timeshift(a, 1);
      p <- DS_1[calc identifier part := area || "x"][pivot part, value];
      s <- count(DS_1);
      """
    let folder = try Folder([
      "script.vtl": script, "input.json": Self.manual,
      "ds_1.csv": "time,area,value,note\n2020-W53,A,1.5,\n2020-12-31,B,,n\n2021,\"Á, b\",2,\n",
    ])
    let call = ["vtl", "run", "--case", folder.path, "--output"]
    let embedded = try Ayni.start(call + [folder.path + "/one"]).finish()
    let spark = try Ayni.start(
      call + [folder.path + "/two", "--engine", "sc://localhost:15002", "--staging", folder.path]
    ).finish()
    #expect(embedded.exit == 0 && spark.exit == 0, "\(embedded.messages) \(spark.messages)")
    for name in ["r", "p", "s"] {
      #expect(try folder.lines("one/\(name).csv") == folder.lines("two/\(name).csv"))
      #expect(try folder.text("one/\(name).json") == folder.text("two/\(name).json"))
    }
    #expect(
      !(try FileManager.default.contentsOfDirectory(atPath: folder.path)).contains {
        $0.hasPrefix("ayni-")
      }
    )
    let refused = try Folder([
      "script.vtl": "a := DS_1#value;\nr <- DS_1[calc d := string_distance(hamming, area, note)];",
      "input.json": Self.manual, "ds_1.csv": "nothing",
    ])
    let told = try Ayni.call(
      "vtl",
      "run",
      "--case",
      refused.path,
      "--output",
      refused.path + "/o",
      "--engine",
      "sc://localhost:15002",
      "--staging",
      refused.path
    )
    #expect(told.codes == ["relation.unsupported-by-engine"], "\(told.messages)")
    #expect(told.messages.contains("script.vtl:2:1") && told.messages.contains("hamming"))
  }

  @Test func `scripts are checked, explained and formatted`() throws {
    let folder = try Folder([
      "script.vtl": "r   <-DS_1 [ filter value>1 ] ;", "wrong.vtl": "r := DS_3;",
      "structures.json": Self.engines,
    ])
    let script = folder.path + "/script.vtl"
    let sound = try Ayni.call("vtl", "check", script, "--folder", folder.path)
    #expect(sound.exit == 0 && sound.messages.contains("1 result"))
    #expect(try Ayni.call("vtl", "check", script).exit == 0)
    let wrong = try Ayni.call("vtl", "check", folder.path + "/wrong.vtl", "--folder", folder.path)
    #expect(wrong.codes == ["vtl.unknown-name"] && wrong.exit == 2)
    let explained = try Ayni.call("vtl", "explain", script, "--folder", folder.path)
    #expect(explained.output.contains("identifier area string not null"))
    #expect(explained.output.contains("WHERE"))
    let formatted = try Ayni.call("vtl", "format", script)
    #expect(formatted.output == "r <- DS_1[filter value > 1];\n")
    #expect(try Ayni.call("vtl", "format", script, "--write").exit == 0)
    #expect(try folder.text("script.vtl") == "r <- DS_1[filter value > 1];\n")
  }

  @Test func `wrong words are refused with the way to write them`() throws {
    for words in [["vtl"], ["vtl", "rum", "x"], ["vtl", "run", "x.vtl"]] {
      let answer = try Ayni.start(words).finish()
      #expect(answer.exit == 2, "\(words) \(answer.messages)")
    }
    let answer = try Ayni.call("vtl", "run", "x.vtl", "--folder", "/nowhere", "--output", "o")
    #expect(answer.exit != 0)
  }
}
