// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
import Glibc
internal import Platform

extension Examination {
  /// A program of the machine, asked for its version.
  func program(_ name: String, _ found: Subprocess?, package: String) async -> Finding {
    let title = DoctorWords.program(name)
    guard let found else {
      return Finding(name, title, .absent, remedy: Examination.install(package))
    }
    do {
      return Finding(name, title, version: try await version(of: found), path: found.path)
    } catch {
      // A program that does not even say its version would keep a report waiting.
      let diagnostic = DiagnosticFailure(wrapping: error).diagnostics.first
      return Finding(
        name,
        title,
        .absent,
        path: found.path,
        remark: diagnostic.map { Phrase($0.definition.message, $0.arguments) },
        remedy: Examination.install("--reinstall \(package)")
      )
    }
  }

  private func version(of program: Subprocess) async throws -> String? {
    let folder = try TemporaryFolder()
    let outcome = try await program.run(["--version"], in: folder.path, limit: .seconds(10))
    guard outcome.isWell else {
      throw PlatformDefinitions.programFailed.at(nil, ["program": .text(program.name)])
    }
    return withExtendedLifetime(folder) {
      Examination.version(in: String(decoding: outcome.output, as: UTF8.self))
    }
  }

  /// The first word of the first line that begins with a digit: `2.17.1.1` of `pandoc 2.17.1.1`.
  static func version(in text: String) -> String? {
    let line = text.split(separator: "\n").first ?? ""
    return line.split(separator: " ").first { $0.first?.isNumber == true }.map(String.init)
  }

  private static func install(_ words: String) -> Phrase {
    .command((geteuid() == 0 ? "" : "sudo ") + "apt-get install -y \(words)")
  }
}
