// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Structures
import Testing

@testable import Project

@Suite struct StepGraphTests {
  @Test func `steps run after what they need, whatever their files are called`() throws {
    let project = try SmallProject()
    #expect(try project.order() == ["register", "totals"])
    try project.write(
      "kind = \"test.total\"\ninputs = [\"register\"]\noutputs = [\"early\"]\n",
      to: "steps/aaa.toml"
    )
    #expect(try project.order() == ["register", "aaa", "totals"])
  }

  @Test func `steps in a circle are named`() throws {
    let project = try SmallProject([
      "steps/a.toml": "kind = \"test.total\"\ninputs = [\"b\"]\noutputs = [\"a\"]\n",
      "steps/b.toml": "kind = \"test.total\"\ninputs = [\"a\"]\noutputs = [\"b\"]\n",
    ])
    #expect(try project.codes() == ["project.circular-steps"])
  }

  @Test func `a step that takes its own result is a circle`() throws {
    let project = try SmallProject([
      "steps/a.toml": "kind = \"test.total\"\ninputs = [\"a\"]\noutputs = [\"a\"]\n"
    ])
    #expect(try project.codes() == ["project.circular-steps"])
  }

  @Test func `a dataset with two makers is refused`() throws {
    let project = try SmallProject([
      "steps/again.toml": "kind = \"test.total\"\ninputs = [\"register\"]\noutputs = [\"totals\"]\n"
    ])
    #expect(try project.codes() == ["project.dataset-twice"])
  }

  @Test func `counts of inputs and outputs are checked before a step is prepared`() throws {
    let project = try SmallProject([
      "steps/totals.toml": "kind = \"test.total\"\ninputs = []\noutputs = [\"totals\", \"more\"]\n"
    ])
    #expect(try project.codes() == ["project.wrong-inputs", "project.wrong-outputs"])
  }

  @Test func `a missing input is told at its line and nothing follows from it`() throws {
    let project = try SmallProject()
    try project.replace("[\"register\"]", with: "[\"registre\"]", in: "steps/totals.toml")
    try project.write(
      "kind = \"test.total\"\ninputs = [\"totals\"]\noutputs = [\"next\"]\n",
      to: "steps/next.toml"
    )
    let failure = #expect(throws: DiagnosticFailure.self) { _ = try project.graph() }
    #expect(failure?.diagnostics.map(\.code.rawValue) == ["project.unknown-dataset"])
    #expect(failure?.diagnostics.first?.location?.line == 2)
    #expect(failure?.diagnostics.first?.suggestion == "register")
  }

  @Test func `the maker and the structure of a dataset are known before a run`() throws {
    let graph = try SmallProject().graph()
    #expect(graph.maker(of: "totals")?.node.definition.name == "totals")
    #expect(graph.structure(of: "register")?.reference.id == "REGISTER")
    #expect(graph.structure(of: "nothing") == nil)
  }
}
