// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Testing

/// The table of ARCHITECTURE.md against the imports that stand in the sources.
@Suite struct ImportTests {
  private static let base: Set<String> = ["Diagnostics", "Values", "Platform"]
  private static let toolchain: Set<String> = [
    "Glibc", "Dispatch", "FoundationEssentials", "Synchronization", "Swift",
  ]

  private struct Room {
    let name: String
    let allowed: Set<String>
    let isOpen: Bool
  }

  private func rooms() throws -> [Room] {
    let text = try String(contentsOfFile: "ARCHITECTURE.md", encoding: .utf8)
    let lines = text.split(separator: "\n").drop { $0 != "| --- | --- | --- |" }.dropFirst()
    return lines.prefix { $0.hasPrefix("|") }.map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmed }
      let names = (cells[2] + "," + cells[3]).split(separator: ",").map { $0.trimmed }
      return Room(
        name: cells[1],
        allowed: Set(names.filter { !$0.isEmpty }),
        isOpen: cells[2] == "everything"
      )
    }
  }

  private func sources() throws -> [(path: String, room: String, text: String)] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: "Sources")
    return try names.filter { $0.hasSuffix(".swift") }.map { name in
      let parts = name.split(separator: "/").map(String.init)
      // No programme is in the table by name: none imports another.
      let room =
        parts[0] == "Programmes"
        ? "a programme" : parts[0] == "ayni" || parts[0] == "Publishing" ? parts[0] : parts[1]
      return (name, room, try String(contentsOfFile: "Sources/\(name)", encoding: .utf8))
    }
  }

  private func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
        words[..<position].allSatisfy({
          ["public", "internal", "package", "private", "@_exported", "@preconcurrency"].contains($0)
        })
      else { return nil }
      return String(words[position + 1])
    }
  }

  @Test func `every import is one that the table allows`() throws {
    let rooms = try rooms()
    #expect(rooms.count >= 10)
    for source in try sources() {
      guard let room = rooms.first(where: { $0.name == source.room }) else {
        Issue.record("\(source.path): the room \(source.room) is not in ARCHITECTURE.md")
        continue
      }
      guard !room.isOpen else { continue }
      for name in imports(source.text) {
        let isBase = Self.base.contains(name) && !Self.base.contains(room.name)
        let isDiagnosticsInPlatform = room.name == "Platform" && name == "Diagnostics"
        let isAllowed =
          Self.toolchain.contains(name) || isBase || isDiagnosticsInPlatform
          || room.allowed.contains(name)
        #expect(isAllowed, "\(source.path) imports \(name)")
      }
    }
  }

  @Test func `the reader of imports sees what is written in any way`() {
    #expect(
      imports("import A\n  internal import B\n@_exported public import C\nlet x = 1 // import D")
        == ["A", "B", "C"]
    )
  }

  @Test func `only the command and its like name a concrete engine`() throws {
    for source in try sources() where source.room != "ayni" && source.room != "Engine" {
      #expect(!imports(source.text).contains("Engine"), "\(source.path)")
    }
  }

  @Test func `the heavy parts of Foundation are imported nowhere`() throws {
    for source in try sources() {
      for name in ["Foundation", "FoundationXML", "FoundationNetworking"] {
        #expect(!imports(source.text).contains(name), "\(source.path)")
      }
    }
  }

  @Test func `SQL is made in Relation and for the engine's own settings only`() throws {
    let words = ["\"SELECT ", "\"INSERT ", "\"CREATE TABLE", "\"UPDATE ", "\"DELETE FROM"]
    for source in try sources() where !["Relation", "Engine"].contains(source.room) {
      for word in words { #expect(!source.text.contains(word), "\(source.path) \(word)") }
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
