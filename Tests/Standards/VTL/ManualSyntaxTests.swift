// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import VTL

/// The standard's own examples and grammar suite, where a copy of it is present.
@Suite(.enabled(if: ManualLibrary.isPresent, "needs AYNI_VTL_MANUAL"))
struct ManualSyntaxTests {
  private func told(_ text: String) -> [String] {
    Script.read(SourceText(text)).problems.map { problem in
      let words = problem.arguments.sorted { $0.key < $1.key }.map {
        "\($0.value.text(in: .english))"
      }
      return "\(problem.code) \(problem.location?.description ?? "") \(words)"
    }
  }

  @Test(arguments: ["v2.1", "v2.2"])
  func `every example of the manual is read`(version: String) {
    let examples = ManualLibrary.examples(version)
    #expect(examples.count > 180)
    for example in examples {
      let problems = told(example.script)
      #expect(problems.isEmpty, "\(example.path): \(problems)")
    }
  }

  @Test func `every positive case of the grammar suite is accepted`() {
    let cases = ManualLibrary.grammarCases("PositiveTests.vtl")
    #expect(cases.count > 300)
    for one in cases {
      let problems = told(one.script)
      #expect(problems.isEmpty, "line \(one.line): \(problems)\n\(one.script)")
    }
  }

  @Test func `nearly every negative case of the grammar suite is refused`() {
    let cases = ManualLibrary.grammarCases("NegativeTests.vtl")
    let accepted = cases.filter { told($0.script + "\n;").isEmpty }
    #expect(cases.count - accepted.count >= 380)
  }
}
