// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What CONTRIBUTING.md tells a newcomer to write passes what CI asks of everyone.
@Suite struct RecipeTests {
  private static let modules = ".build/debug/Modules"
  /// The one C room that the package manager describes to the compiler by itself.
  private static let own = [
    "-Xcc", "-fmodule-map-file=.build/debug/CTomlPlusPlus.build/module.modulemap",
  ]

  /// The code of the recipe "Add a programme", without the indent of its list.
  private func programme() throws -> String {
    let text = try String(contentsOfFile: "CONTRIBUTING.md", encoding: .utf8)
    let recipe = try #require(text.components(separatedBy: "## Add a programme").last)
    let fence = try #require(recipe.components(separatedBy: "```swift\n").dropFirst().first)
    let code = try #require(fence.components(separatedBy: "```").first)
    return code.components(separatedBy: "\n").map { String($0.dropFirst(3)) }.joined(
      separator: "\n"
    )
    .trimmingCharacters(in: .whitespacesAndNewlines) + "\n"
  }

  private func call(_ words: [String]) throws -> (status: Int32, said: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }

  private func withProgramme(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "ayni-recipe-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/PublicRecords.swift"
    try programme().write(toFile: file, atomically: true, encoding: .utf8)
    try body(file)
  }

  @Test func `a programme of the recipe is compiled without a warning`() throws {
    let interop = try FileManager.default.contentsOfDirectory(atPath: "Sources/Interop").flatMap {
      ["-I", "Sources/Interop/\($0)", "-I", "Sources/Interop/\($0)/include"]
    }
    try withProgramme { file in
      let features = [
        "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility",
        "NonisolatedNonsendingByDefault", "InferIsolatedConformances",
      ].flatMap { ["-enable-upcoming-feature", $0] }
      let words = ["swiftc", "-typecheck", "-swift-version", "6", "-warnings-as-errors"]
      let answer = try call(
        words + features + ["-I", Self.modules, "-Xcc", "-I/usr/include/libxml2"] + Self.own
          + interop + [file]
      )
      #expect(answer.status == 0, "\(answer.said)")
    }
  }

  @Test func `a programme of the recipe is written as the house writes`() throws {
    try withProgramme { file in
      let answer = try call([
        "swift", "format", "lint", "--strict", "--configuration", ".swift-format", file,
      ])
      #expect(answer.status == 0, "\(answer.said)")
    }
  }
}
