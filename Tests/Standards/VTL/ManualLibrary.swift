// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// A copy of the standard's repository, where one is present.
///
/// `AYNI_VTL_MANUAL` names its folder (the one that holds `v2.2`); without it `AYNI_REFERENCE_DATA/vtl`
/// is tried. Nothing of it lies in this project: tests that need it are skipped elsewhere.
enum ManualLibrary {
  static let folder: String? = {
    let environment = ProcessInfo.processInfo.environment
    let candidates = [
      environment["AYNI_VTL_MANUAL"], environment["AYNI_REFERENCE_DATA"].map { $0 + "/vtl" },
    ]
    return candidates.compactMap(\.self).first {
      FileManager.default.fileExists(atPath: $0 + "/v2.2/docs")
    }
  }()

  static var isPresent: Bool { folder != nil }

  /// An example of an operator's page, with the lines that are no VTL taken out.
  struct Example {
    let path: String
    let script: String
  }

  /// Every example script of a version.
  static func examples(_ version: String = "v2.2") -> [Example] {
    guard let folder else { return [] }
    let root = "\(folder)/\(version)/docs/reference_manual/operators"
    let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? [])
      .filter { $0.hasSuffix(".vtl") }.sorted()
    return paths.compactMap { path in
      guard let text = try? String(contentsOfFile: root + "/" + path, encoding: .utf8) else {
        return nil
      }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let script = lines.filter { !$0.drop { $0 == " " }.hasPrefix("#") }.joined(separator: "\n")
      return Example(path: path, script: script)
    }
  }

  /// A case of the standard's grammar suite, with the line on which it begins.
  struct GrammarCase {
    let line: Int
    let script: String
  }

  /// The cases of a file of the grammar suite: pieces of text between empty lines.
  static func grammarCases(_ file: String) -> [GrammarCase] {
    guard let folder else { return [] }
    let path = "\(folder)/v2.2/src/test/resources/org/sdmx/vtl/\(file)"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    var cases: [GrammarCase] = []
    var lines: [Substring] = []
    var number = 0
    func finish() {
      if !lines.isEmpty {
        cases.append(
          GrammarCase(line: number - lines.count, script: lines.joined(separator: "\n"))
        )
      }
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy(\.isWhitespace) {
        finish()
      } else if !line.hasPrefix("## ") {
        lines.append(line)
      }
    }
    number += 1
    finish()
    return cases
  }
}
