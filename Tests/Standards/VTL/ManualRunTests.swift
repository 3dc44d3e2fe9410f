// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Engine
import FoundationEssentials
import Relation
import Testing

@testable import VTL

/// An example of the manual, run by an engine.
struct ManualRun {
  enum Outcome {
    case right
    /// What the language or an engine cannot do, told with its code before anything runs.
    case refused(String)
    case wrong(String)
  }

  let session: any Session

  func outcome(of example: ManualLibrary.Example) async -> Outcome {
    do {
      let prepared = try ManualLibrary.prepared(example)
      let script = try Script(SourceText(prepared.script)).analysed(in: prepared.environment)
      var inputs: [String: Plan] = [:]
      for (name, table) in prepared.tables {
        guard let structure = prepared.environment.datasets[name] else { continue }
        inputs[name] = try table.plan(structure)
      }
      let plan = try script.plan(inputs: inputs, domains: prepared.environment.domains)
      for step in plan.steps { try await session.keep(step.plan, as: step.name) }
      guard let last = plan.steps.first(where: { $0.name == "DS_r" }) ?? plan.steps.last,
        let expected = prepared.expected
      else { return .refused("scalar") }
      let names = expected.names.map { name in
        last.structure.names.first { $0.lowercased() == name.lowercased() } ?? name
      }
      let stream = try await session.rows(
        of: last.structure.written(.scan(.table(last.name), schema: last.plan.schema))
          .select(names)
      )
      let rows = try await DatasetTable.texts(of: stream)
      return DatasetTable.difference(rows, expected.rows).map { .wrong($0) } ?? .right
    } catch {
      let problems = DiagnosticFailure(wrapping: error).diagnostics
      let codes = problems.map { problem in
        let words = ["operator", "operation"].compactMap {
          problem.arguments[$0]?.text(in: .english)
        }
        return "\(problem.code) \(words.joined()) \(problem.cause ?? "")"
      }
      let told = [VTLDefinitions.notExecutable.code.rawValue, "relation.unsupported-by-engine"]
      return problems.allSatisfy { told.contains($0.code.rawValue) }
        ? .refused("\(codes)") : .wrong("\(codes)")
    }
  }
}

/// The examples of the manual run by the embedded engine, where a copy of the manual is present.
@Suite(.enabled(if: ManualLibrary.isPresent, "needs AYNI_VTL_MANUAL"))
struct ManualRunTests {
  @Test func `examples give the manual's data points`() async throws {
    var right = 0
    var wrong: [String] = []
    for example in ManualLibrary.examples() {
      let run = ManualRun(session: try await DuckDBSession())
      switch await run.outcome(of: example) {
      case .right: right += 1
      case .refused(let what), .wrong(let what): wrong.append("\(example.path): \(what)")
      }
    }
    // The conformance page gives the reasons of ten; `pivot` asks the data for its measures, as runs do.
    #expect(right >= 180, "\(wrong.joined(separator: "\n"))")
  }
}
