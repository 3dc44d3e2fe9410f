// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Testing

/// The codes that sources declare against the page that lists them.
@Suite struct CodeTests {
  private func declared() throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: "Sources")
    return try names.filter { $0.contains("Definitions") }.flatMap { name in
      let text = try String(contentsOfFile: "Sources/\(name)", encoding: .utf8)
      let pieces = text.split(separator: "DiagnosticDefinition(").dropFirst()
      return pieces.compactMap { piece -> String? in
        let code = piece.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }
        return piece.prefix(while: { $0 != "\"" }).allSatisfy(\.isWhitespace) ? String(code) : nil
      }
    }
  }

  @Test func `every code stands once, and on the page of codes`() throws {
    let codes = try declared()
    #expect(codes.count > 60)
    #expect(Set(codes).count == codes.count)
    let page = try String(contentsOfFile: "Documentation/codes.md", encoding: .utf8)
    for code in codes {
      #expect(page.contains("### `\(code)`"), "\(code): run make pages")
    }
  }

  @Test func `codes are dotted words in lower case`() throws {
    for code in try declared() {
      let parts = code.split(separator: ".", omittingEmptySubsequences: false)
      #expect(parts.count == 2, "\(code)")
      #expect(
        code.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "." || $0 == "-" },
        "\(code)"
      )
    }
  }
}
