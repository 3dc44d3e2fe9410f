// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import FoundationEssentials
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

  /// A structure as the examples write it.
  struct Described: Decodable {
    struct Part: Decodable {
      let name: String
      let role: String
      let data_type: String
    }
    let components: [Part]?
    let type: String?
  }

  private func described(_ path: String) -> Described? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    return try? JSONDecoder().decode(Described.self, from: Data(text.utf8))
  }

  private func structure(_ described: Described) -> DatasetStructure {
    DatasetStructure(
      (described.components ?? []).map { part in
        let role: ComponentRole =
          switch part.role {
          case "Identifier": .identifier
          case "Measure": .measure
          case "Attribute": .attribute
          default: .viralAttribute
          }
        let type = ScalarType(
          rawValue: part.data_type == "TimePeriod" ? "time_period" : part.data_type.lowercased()
        )
        return DatasetComponent(part.name, role, type ?? .scalar)
      }
    )
  }

  private func summary(_ structure: DatasetStructure) -> [String] {
    structure.components.map { "\($0.name) \($0.role.rawValue) \($0.type.rawValue)" }.sorted()
  }

  /// The hierarchical ruleset that only the page's text defines.
  private func ruleset(_ folder: String) -> String {
    guard let text = try? String(contentsOfFile: folder + "/intro.rst", encoding: .utf8) else {
      return ""
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.contains("define hierarchical ruleset") }),
      let end = lines.firstIndex(where: { $0.contains("end hierarchical ruleset") })
    else { return "" }
    return lines[start...end].joined(separator: "\n") + "\n"
  }

  /// What differs from the manual for an example; empty where nothing does.
  private func difference(_ example: ManualLibrary.Example) -> String {
    let root = "\(ManualLibrary.folder ?? "")/v2.2/docs/reference_manual/operators/"
    let path = root + example.path
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    var environment = AnalysisEnvironment(domains: [
      ValueDomain(
        "myGeoValueDomain",
        .string,
        values: ["AF", "BS", "FJ", "GA", "KH", "MO", "PK", "QA", "UG"]
      )
    ])
    for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where file.lowercased().hasPrefix("ds_") && file.hasSuffix(".json") {
      guard let described = described("\(folder)/\(file)") else { continue }
      environment.datasets[file.dropLast(5).uppercased()] = structure(described)
    }
    var text = example.script
    if text.contains("hierarchy"), !text.contains("define") { text = ruleset(folder) + text }
    let (script, syntax) = Script.read(SourceText(text))
    let (analysed, problems) = script.analysis(in: environment)
    if let problem = (syntax + problems).first {
      let words = problem.arguments.sorted { $0.key < $1.key }.map { $0.value.text(in: .english) }
      return "\(problem.code) \(words)"
    }
    guard let expected = described(path.dropLast(4) + ".json") else { return "no structure" }
    let result = analysed["DS_r"] ?? analysed.statements.last
    switch result?.structure {
    case .dataset(let actual):
      let (found, wanted) = (Set(summary(actual)), Set(summary(structure(expected))))
      if found == wanted { return "" }
      return
        "found \(found.subtracting(wanted).sorted()) wanted \(wanted.subtracting(found).sorted())"
    case .scalar(let type): return type.rawValue == expected.type ? "" : "scalar \(type)"
    case nil: return "no result"
    }
  }

  @Test func `results have the structures of the manual`() {
    let examples = ManualLibrary.examples()
    var different: [String] = []
    for example in examples {
      let difference = difference(example)
      if !difference.isEmpty { different.append("\(example.path): \(difference)") }
    }
    #expect(different.count <= Self.doubtful.count, "\(different.joined(separator: "\n"))")
    for difference in different {
      #expect(Self.doubtful.contains { difference.hasPrefix($0) }, "\(difference)")
    }
  }
}
