// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Project

/// A stored result is used again only where nothing that it depends on changed.
@Suite struct ContentKeyTests {
  /// The keys of the two steps.
  private func keys(
    _ project: SmallProject,
    _ kinds: [StepKind] = SmallProject.kinds
  ) throws -> (register: ContentKey, totals: ContentKey) {
    let folder = try project.folder()
    let nodes = try project.graph(kinds).nodes
    let digests = FileDigests(folder)
    let register = try ContentKey(nodes[0], folder, inputs: [:], digests)
    let totals = try ContentKey(nodes[1], folder, inputs: ["register": register], digests)
    return (register, totals)
  }

  /// What of each key changed.
  private func changes(
    kinds: [StepKind] = SmallProject.kinds,
    _ change: (SmallProject) throws -> Void
  ) throws -> (register: [String], totals: [String]) {
    let project = try SmallProject()
    let before = try keys(project)
    try change(project)
    let after = try keys(project, kinds)
    #expect(
      (before.register == after.register) == after.register.changes(since: before.register).isEmpty
    )
    return (
      after.register.changes(since: before.register), after.totals.changes(since: before.totals)
    )
  }

  @Test func `the same project has the same keys in another folder`() throws {
    let (one, other) = (try keys(try SmallProject()), try keys(try SmallProject()))
    #expect(one.register == other.register && one.totals == other.totals)
  }

  @Test func `data change the step that reads them and all that follow`() throws {
    let found = try changes { try $0.write("KEN,2020,9\n", to: "data/register.txt") }
    #expect(found.register == ["file data/register.txt"])
    #expect(found.totals == ["dataset register"])
  }

  @Test func `a step's own file changes it`() throws {
    let found = try changes {
      try $0.write(try $0.read("steps/totals.toml") + "# x\n", to: "steps/totals.toml")
    }
    #expect(found.register.isEmpty)
    #expect(found.totals == ["file steps/totals.toml"])
  }

  @Test func `a type in the structure changes it`() throws {
    let found = try changes {
      try $0.replace("type = \"integer\"", with: "type = \"double\"", in: "structures/TOTALS.toml")
    }
    #expect(found.register.isEmpty)
    #expect(found.totals.count == 1 && found.totals[0].hasPrefix("structure "))
  }

  @Test func `a new code changes the steps whose structure has the list`() throws {
    let found = try changes {
      try $0.write("id,name\nKEN,Kenya\nUGA,Uganda\nTZA,Tanzania\n", to: "structures/CL_AREA.csv")
    }
    #expect(found.register.count == 1 && found.register[0].hasPrefix("codelist "))
    #expect(found.totals == ["dataset register"])
  }

  @Test func `a newer version of a kind changes its steps`() throws {
    let found = try changes(kinds: [SmallProject.rows(version: 2), SmallProject.total]) { _ in }
    #expect(found.register == ["kind test.rows"])
  }

  @Test func `labels, views and settings change no result`() throws {
    let found = try changes {
      try $0.replace("\"Area\"", with: "\"Country\"", in: "structures/REGISTER.toml")
      try $0.replace("\"Totals\"", with: "\"All\"", in: "views/totals.toml")
      try $0.replace("\"Small\"", with: "\"Other\"", in: "ayni.toml")
    }
    #expect(found.register.isEmpty && found.totals.isEmpty)
  }

  @Test func `a key that is written down is read again`() throws {
    let key = try keys(try SmallProject()).totals
    #expect(try ContentKey(text: key.text) == key)
  }
}
