// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

@testable import VTL

/// Examples with their data and structures.
extension ManualLibrary {
  /// An example ready to be analysed and run.
  struct Prepared {
    let script: String
    let environment: AnalysisEnvironment
    /// The rows of each dataset.
    let tables: [String: DatasetTable]
    /// The structure that the manual prints for the result; empty for a scalar.
    let structure: DatasetStructure
    /// The type that the manual prints for a scalar result.
    let scalar: String?
    let expected: DatasetTable?
  }

  /// A structure as the examples write it.
  private struct Described: Decodable {
    struct Part: Decodable {
      let name: String
      let role: String
      let data_type: String
    }
    let components: [Part]?
    let type: String?
  }

  /// Reads what lies beside an example.
  static func prepared(_ example: Example) throws -> Prepared {
    let path = "\(folder ?? "")/v2.2/docs/reference_manual/operators/" + example.path
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    var environment = AnalysisEnvironment(domains: [
      // The page on "Element of" defines it in words.
      ValueDomain(
        "myGeoValueDomain",
        .string,
        values: ["AF", "BS", "FJ", "GA", "KH", "MO", "PK", "QA", "UG"]
      )
    ])
    var tables: [String: DatasetTable] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: parent)
    where file.lowercased().hasPrefix("ds_") {
      let name = file.split(separator: ".")[0].uppercased()
      let text = try String(contentsOfFile: "\(parent)/\(file)", encoding: .utf8)
      if file.hasSuffix(".json") {
        environment.datasets[name] = structure(try described(text))
      } else {
        tables[name] = DatasetTable(text)
      }
    }
    let expected = try described(
      String(contentsOfFile: path.dropLast(4) + ".json", encoding: .utf8)
    )
    let rows = try? String(contentsOfFile: path.dropLast(4) + ".csv", encoding: .utf8)
    var script = example.script
    if script.contains("hierarchy"), !script.contains("define") {
      script = ruleset(parent) + script
    }
    return Prepared(
      script: script,
      environment: environment,
      tables: tables,
      structure: structure(expected),
      scalar: expected.type,
      expected: rows.map { DatasetTable($0) }
    )
  }

  private static func described(_ text: String) throws -> Described {
    try JSONDecoder().decode(Described.self, from: Data(text.utf8))
  }

  private static func structure(_ described: Described) -> DatasetStructure {
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

  /// The hierarchical ruleset that only the page's text defines.
  private static func ruleset(_ folder: String) -> String {
    guard let text = try? String(contentsOfFile: folder + "/intro.rst", encoding: .utf8) else {
      return ""
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.contains("define hierarchical ruleset") }),
      let end = lines.firstIndex(where: { $0.contains("end hierarchical ruleset") })
    else { return "" }
    return lines[start...end].joined(separator: "\n") + "\n"
  }
}
