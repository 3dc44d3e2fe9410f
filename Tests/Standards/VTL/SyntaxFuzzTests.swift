// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Relation
import Testing

@testable import VTL

/// Damaged scripts: reading always ends, never crashes, and every problem has its place.
@Suite struct SyntaxFuzzTests {
  /// A generator with a seed, so that a failure can be repeated.
  struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let pieces =
    Keyword.allCases.map(\.rawValue) + Symbol.allCases.map(\.rawValue) + [
      "\"", "'", "/*", "*/", "//", "\n", "\u{0}", "é", "“", "0", "99999999999999999999", "1.5",
      "a:b",
      "a:b(1.0):c", "\\", "\r\n", "\u{FEFF}",
    ]

  /// Datasets and scalars by the names that the corpus uses.
  private let environment: AnalysisEnvironment = {
    let structure = DatasetStructure([
      DatasetComponent("id", .identifier, .string), DatasetComponent("sex", .identifier, .string),
      DatasetComponent("year", .identifier, .timePeriod),
      DatasetComponent("m", .measure, .number), DatasetComponent("n", .measure, .integer),
      DatasetComponent("u", .viralAttribute, .string),
    ])
    var environment = AnalysisEnvironment(scalars: ["x": .string, "n": .integer])
    for name in ["a", "b", "c", "d", "births", "deaths", "census_2024"] {
      environment.datasets[name] = structure
    }
    return environment
  }()

  private func mutated(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let position = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, position + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(position..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[position..<end]), at: position)
      case 2:
        if position < bytes.count { bytes[position] = UInt8.random(in: 0...255, using: &random) }
      case 3: bytes.removeSubrange(end...)
      default:
        let piece = Self.pieces.randomElement(using: &random) ?? ";"
        bytes.insert(contentsOf: Array(" \(piece) ".utf8), at: position)
      }
    }
    return bytes
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a damaged script is told with places, or is read and keeps its form`(seed: UInt64) {
    var random = Random(state: seed)
    for text in SyntaxCorpus.statements {
      for _ in 0..<15 {
        let other = SyntaxCorpus.statements.randomElement(using: &random) ?? ""
        let damaged = mutated(Array((text + "\n" + other).utf8), &random)
        let script = String(decoding: damaged, as: UTF8.self)
        let lines = script.utf8.count { $0 == UInt8(ascii: "\n") } + 1
        let (tree, problems) = Script.read(SourceText(script))
        for problem in problems {
          let line = problem.location?.line ?? 0
          #expect((1...lines).contains(line) && (problem.location?.column ?? 0) > 0, "\(script)")
        }
        if problems.isEmpty { #expect(FormatterTests.flaw(script) == nil, "\(script)") }
        _ = tree.formatted()
        let (analysed, found) = tree.analysis(in: environment)
        let inputs = environment.datasets.mapValues { structure in
          Plan.scan(.table("t"), schema: structure.schema)
        }
        do {
          _ = try analysed.plan(inputs: inputs)
        } catch {
          #expect(error.diagnostics.allSatisfy { $0.code.family == "vtl" }, "\(script) \(error)")
        }
        #expect(found.allSatisfy { $0.location?.line != nil }, "\(script)")
      }
    }
  }

  @Test func `words thrown together are read to their end`() {
    var random = Random(state: 7)
    for _ in 0..<300 {
      let count = Int.random(in: 1...200, using: &random)
      let words = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
      let (_, problems) = Script.read(SourceText(words.joined(separator: " ")))
      #expect(problems.allSatisfy { $0.location?.column != nil })
    }
  }
}
