// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Platform

@Suite struct TOMLTests {
  private let settings = """
    id = "labour"
    # a comment
    languages = ["en", "fr"]
    version = 3
    share = 0.5
    strict = true

    [policy]
    minimum = 3

    [[steps]]
    id = "one"
    [[steps]]
    id = "two"
    """

  @Test func `values come by type, in the order of the file`() throws {
    let document = try TOMLDocument(settings, file: "ayni.toml")
    let collector = DiagnosticCollector()
    document.read(collector) { table in
      #expect(table.keys == ["id", "languages", "version", "share", "strict", "policy", "steps"])
      #expect(table.string("id") == "labour")
      #expect(table.strings("languages") == ["en", "fr"])
      #expect(table.integer("version") == 3)
      #expect(table.optionalDouble("share") == 0.5)
      #expect(table.boolean("strict"))
      #expect(table.optionalString("title") == nil)
      #expect(table.table("policy") { $0.integer("minimum") } == 3)
      #expect(table.tables("steps") { $0.string("id") } == ["one", "two"])
      #expect(table.location(of: "version") == Location("ayni.toml", line: 4, column: 1))
    }
    #expect(collector.diagnostics.isEmpty)
  }

  @Test func `all problems of a file are told together, with their places`() throws {
    let document = try TOMLDocument(settings, file: "ayni.toml")
    let collector = DiagnosticCollector()
    document.read(collector) { table in
      _ = table.integer("id")
      _ = table.string("agency")
      _ = table.strings("version")
      _ = table.optionalString("langages")
      _ = table.boolean("share")
      _ = table.boolean("strict")
      _ = table.table("policy") { _ = $0.optionalInteger("minimun") }
      _ = table.tables("steps") { $0.string("id") }
    }
    let found = collector.diagnostics.map { "\($0.code) \($0.location?.description ?? "")" }
    #expect(
      found == [
        "platform.toml-wrong-type ayni.toml:1:6",
        "platform.toml-missing-key ayni.toml:1:1",
        "platform.toml-wrong-type ayni.toml:4:11",
        "platform.toml-wrong-type ayni.toml:5:9",
        "platform.toml-unknown-key ayni.toml:9:1",
        "platform.toml-unknown-key ayni.toml:3:1",
      ]
    )
    #expect(collector.diagnostics.suffix(2).map(\.suggestion) == ["minimun", "langages"])
  }

  @Test func `a misspelt key is named although what it lacks stops the reading`() throws {
    struct Stop: Error {}
    let document = try TOMLDocument("strcture = \"A\"\nlimit = 3\n", file: "a.toml")
    let collector = DiagnosticCollector()
    #expect(throws: Stop.self) {
      try document.read(collector) { table in
        _ = table.string("structure")
        throw Stop()
      }
    }
    #expect(
      collector.diagnostics.map(\.code.rawValue) == [
        "platform.toml-missing-key", "platform.toml-unknown-key",
      ]
    )
    #expect(collector.diagnostics.last?.suggestion == "structure")
  }

  @Test(arguments: [
    ("a = \"x\nb = 1", 1), ("a = 1\na = 2", 2), ("a = 1\n[b\n", 2), ("a = 1\nb = 2024-13-01", 2),
    ("a = 99999999999999999999", 1), ("=1", 1),
  ])
  func `what is no TOML names line and column`(text: String, line: Int) {
    let error = #expect(throws: Diagnostic.self) { try TOMLDocument(text, file: "a.toml") }
    #expect(error?.code.rawValue == "platform.toml-syntax")
    #expect(error?.location?.line == line)
    #expect(error?.location?.column != nil)
    #expect(error?.cause?.isEmpty == false)
  }

  @Test func `dates, nested lists, empty files and deep files are read or refused`() throws {
    let document = try TOMLDocument(
      "d = 2024-02-29\nt = 2024-02-29T10:00:00Z\nn = [[1], [2.5, true]]",
      file: "a.toml"
    )
    guard case .table(let entries) = document.root.content else {
      Issue.record("no table")
      return
    }
    #expect(entries[0].value.content == .dateTime("2024-02-29"))
    #expect(entries[1].value.content == .dateTime("2024-02-29T10:00:00Z"))
    #expect(try TOMLDocument("", file: "a.toml").root.content == .table([]))
    #expect(throws: Diagnostic.self) {
      try TOMLDocument("a = " + String(repeating: "[", count: 100_000), file: "a.toml")
    }
  }
}
