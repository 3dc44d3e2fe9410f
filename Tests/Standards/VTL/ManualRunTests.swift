// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Engine
import FoundationEssentials
import Relation
import Testing

@testable import VTL

/// The examples of the manual run by the embedded engine, where a copy of the manual is present.
@Suite(.enabled(if: ManualLibrary.isPresent, "needs AYNI_VTL_MANUAL"))
struct ManualRunTests {
  private enum Outcome {
    case right
    case notYet(String)
    case wrong(String)
  }

  private func run(_ example: ManualLibrary.Example, _ session: DuckDBSession) async -> Outcome {
    do {
      let case_ = try ManualLibrary.prepared(example)
      let script = try Script(SourceText(case_.script)).analysed(in: case_.environment)
      var inputs: [String: Plan] = [:]
      for (name, table) in case_.tables {
        guard let structure = case_.environment.datasets[name] else { continue }
        inputs[name] = try table.plan(structure)
      }
      let plan = try script.plan(inputs: inputs, domains: case_.environment.domains)
      for step in plan.steps { try await session.keep(step.plan, as: step.name) }
      guard let last = plan.steps.first(where: { $0.name == "DS_r" }) ?? plan.steps.last,
        let expected = case_.expected
      else { return .notYet("scalar") }
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
        "\(problem.code) \(problem.arguments["operator"]?.text(in: .english) ?? "") \(problem.cause ?? "")"
      }
      let isKnown = problems.allSatisfy { $0.code == VTLDefinitions.notExecutable.code }
      return isKnown ? .notYet("\(codes)") : .wrong("\(codes)")
    }
  }

  @Test func `examples give the manual's data points`() async throws {
    var right = 0
    var wrong: [String] = []
    var notYet: [String] = []
    for example in ManualLibrary.examples() {
      let session = try await DuckDBSession()
      switch await run(example, session) {
      case .right: right += 1
      case .notYet(let what): notYet.append("\(example.path): \(what)")
      case .wrong(let what): wrong.append("\(example.path): \(what)")
      }
    }
    #expect(right >= 178, "not yet: \(notYet.joined(separator: "\n"))")
    #expect(wrong.count <= 11, "\(wrong.joined(separator: "\n"))")
  }
}
