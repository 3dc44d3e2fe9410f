// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Engine
import FoundationEssentials
import Project
import Relation
import Structures
import Testing

@testable import Steps

/// The step `vtl`: a script of `rules/` on datasets of a project.
@Suite struct ScriptStepTests {
  private static let files = [
    "data/r.csv": "id,amount,note\nC1,10.50,a\nC2,-1.25,b\nC3,,b\n",
    "rules/register.vtl": """
    define datapoint ruleset register_rules (variable AMOUNT) is
      positive : AMOUNT > 0 errorcode "not positive" errorlevel 2;
      known : not isnull(AMOUNT) errorcode "missing" errorlevel 1
    end datapoint ruleset;

    failures := check_datapoint(r, register_rules invalid);
    doubled := r[filter not isnull(AMOUNT)][calc AMOUNT := AMOUNT * 2];
    """,
    "steps/rules.toml": """
    kind = "vtl"
    inputs = ["r"]
    outputs = ["failures", "doubled"]
    [parameters]
    script = "rules/register.vtl"
    [parameters.structures]
    doubled = "DOUBLED"
    """,
    "structures/DOUBLED.toml": """
    id = "DOUBLED"
    name = "Doubled"
    [[dimension]]
    id = "COMPONENT"
    name = "Component"
    [[measure]]
    id = "AMOUNT"
    name = "Amount"
    type = "decimal"
    precision = 18
    decimals = 2
    """,
  ]

  private func project(_ changes: [String: String] = [:]) throws -> StepsProject {
    try StepsProject(Self.files.merging(changes, uniquingKeysWith: { $1 }))
  }

  @Test func `results are datasets, each failure with its rule`() async throws {
    let outcome = try await project().run()
    #expect(outcome.codes.isEmpty)
    #expect(
      outcome.rows["failures"]
        == ["C2 positive -1.25 not positive 2", "C3 known - missing 1"]
    )
    #expect(outcome.rows["doubled"] == ["C1 21.00", "C2 -2.50"])
  }

  @Test func `lineage leads from a result to the line of its rule and to the rows behind it`()
    throws
  {
    let project = try project()
    let folder = try ProjectFolder(project.path)
    let graph = try StepGraph(folder, kinds: [ImportStep.kind, ScriptStep.kind])
    let outputs = try #require(graph.maker(of: "failures")).node.prepared.outputs
    #expect(outputs[0].rule == Location("rules/register.vtl", line: 6, column: 1))
    #expect(outputs[1].rule?.line == 7)
    #expect(outputs[0].lineage == [.rows(input: 0, matching: ["COMPONENT"])])
    #expect(outputs[0].structure["ruleid"]?.isDimension == true)
  }

  @Test(arguments: [
    (
      "rules/register.vtl", "failures := r[filter AMOUNTS > 0]; doubled := r;",
      "vtl.unknown-component"
    ),
    ("rules/register.vtl", "failure := r; doubled := r;", "steps.no-such-result"),
    ("rules/register.vtl", "failures := r; doubled := r#NOTE;", "steps.result-structure"),
    (
      "steps/rules.toml",
      "kind = \"vtl\"\ninputs = [\"r\"]\noutputs = [\"a\"]\n[parameters]\nscript = \"rules/none.vtl\"",
      "platform.not-found"
    ),
  ])
  func `what is wrong is found before anything runs`(
    file: String,
    text: String,
    code: String
  ) throws {
    let project = try project([file: text])
    let folder = try ProjectFolder(project.path)
    let failure = #expect(throws: (any Error).self) {
      try StepGraph(folder, kinds: [ImportStep.kind, ScriptStep.kind])
    }
    let codes = failure.map { DiagnosticFailure(wrapping: $0).diagnostics.map(\.code.rawValue) }
    #expect(codes?.contains(code) == true, "\(codes ?? [])")
  }

  @Test func `an error of the run names the line of its statement`() async throws {
    let project = try project([
      "rules/register.vtl": "doubled := r;\nfailures := r[calc AMOUNT := 1 / (AMOUNT - AMOUNT)];"
    ])
    let failure = await #expect(throws: (any Error).self) { _ = try await project.run() }
    let told = failure.flatMap { DiagnosticFailure(wrapping: $0).diagnostics.first }
    #expect(told?.code.rawValue == "vtl.division-by-zero")
    #expect(told?.location?.line == 2)
  }
}
