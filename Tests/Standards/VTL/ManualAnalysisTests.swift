// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import VTL

/// The structures that the manual prints for the results of its examples, where a copy is present.
@Suite(.enabled(if: ManualLibrary.isPresent, "needs AYNI_VTL_MANUAL"))
struct ManualAnalysisTests {
  /// Examples whose printed structure cannot follow from the text of the manual, with the reason.
  private static let doubtful = [
    // The attribute of the operand is not viral, that of the result is.
    "Aggregate and Analytic operators/Aggregate invocation/examples/ex_4",
    // The table of operators says that a sum of integers is an integer.
    "Aggregate and Analytic operators/Analytic invocation/examples/ex_1",
    "Aggregate and Analytic operators/Analytic invocation/examples/ex_2",
    // The measures are the values of the data; no value domain lists them.
    "Clause operators/Pivoting/examples/ex_1",
    // A scalar, although the operand has identifiers.
    "General purpose operators/Membership/examples/ex_8",
    // The measure Me_3 of two operands is there once, although nothing chooses one.
    "Join operators/Inner Join/examples/ex_5",
    // A measure of type string among flows and stocks.
    "Time operators/Flow to stock/examples/ex_1",
    "Time operators/Stock to flow/examples/ex_1",
  ]

  private func summary(_ structure: DatasetStructure) -> [String] {
    structure.components.map { "\($0.name) \($0.role.rawValue) \($0.type.rawValue)" }.sorted()
  }

  /// What differs from the manual for an example; empty where nothing does.
  private func difference(_ example: ManualLibrary.Example) throws -> String {
    let prepared = try ManualLibrary.prepared(example)
    let (script, syntax) = Script.read(SourceText(prepared.script))
    let (analysed, problems) = script.analysis(in: prepared.environment)
    if let problem = (syntax + problems).first {
      let words = problem.arguments.sorted { $0.key < $1.key }.map { $0.value.text(in: .english) }
      return "\(problem.code) \(words)"
    }
    let result = analysed["DS_r"] ?? analysed.statements.last
    switch result?.structure {
    case .dataset(let actual):
      let (found, wanted) = (Set(summary(actual)), Set(summary(prepared.structure)))
      if found == wanted { return "" }
      return
        "found \(found.subtracting(wanted).sorted()) wanted \(wanted.subtracting(found).sorted())"
    case .scalar(let type): return type.rawValue == prepared.scalar ? "" : "scalar \(type)"
    case nil: return "no result"
    }
  }

  @Test func `results have the structures of the manual`() throws {
    let examples = ManualLibrary.examples()
    var different: [String] = []
    for example in examples {
      let difference = try difference(example)
      if !difference.isEmpty { different.append("\(example.path): \(difference)") }
    }
    #expect(different.count <= Self.doubtful.count, "\(different.joined(separator: "\n"))")
    for difference in different {
      #expect(Self.doubtful.contains { difference.hasPrefix($0) }, "\(difference)")
    }
  }
}
