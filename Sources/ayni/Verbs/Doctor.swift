// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Engine
internal import Platform
internal import Relation

extension Verb {
  /// `ayni doctor`: what is installed, what is missing, and the command that mends each.
  static let doctor = Verb(
    "doctor",
    usage: "ayni doctor",
    (
      en: "says what is installed, what is missing, and the command that mends it",
      fr: "dit ce qui est installé, ce qui manque, et la commande qui y remédie"
    )
  ) { invocation in
    try invocation.expectWords(0...0)
    let findings = await Examination.all()
    for finding in findings {
      let mark = finding.isWell ? "ok" : finding.isNeeded ? "MISSING" : "absent"
      invocation.console.result("\(mark)\t\(finding.name)\t\(finding.detail)")
      if let remedy = finding.remedy, !finding.isWell {
        invocation.console.result("\t\t\(remedy)")
      }
    }
    return findings.contains { !$0.isWell && $0.isNeeded } ? .environment : .ok
  }
}

/// One thing that Ayni needs or can use.
private struct Finding {
  let name: String
  let detail: String
  let isWell: Bool
  let isNeeded: Bool
  let remedy: String?
}

private enum Examination {
  static func all() async -> [Finding] {
    [
      Finding(
        name: "ayni",
        detail: Programmes.version,
        isWell: true,
        isNeeded: true,
        remedy: nil
      ),
      await engine(), file("boundaries", Installation.boundaries, needed: false),
      file("example", Installation.example, needed: false),
      program("chromium", "apt-get install chromium"), program("pandoc", "apt-get install pandoc"),
      program("rsvg-convert", "apt-get install librsvg2-bin"),
      machine(), disk(),
    ]
  }

  private static func engine() async -> Finding {
    do {
      var configuration = SessionConfiguration()
      configuration.extensions = [.excel]
      let session = try await DuckDBSession(configuration)
      let version = try await session.version()
      return Finding(
        name: "engine",
        detail: "DuckDB \(version), excel",
        isWell: true,
        isNeeded: true,
        remedy: nil
      )
    } catch {
      let diagnostic = DiagnosticFailure(wrapping: error).diagnostics.first
      let catalogue = Catalogue(.english)
      return Finding(
        name: "engine",
        detail: diagnostic?.message(in: catalogue) ?? "",
        isWell: false,
        isNeeded: true,
        remedy: diagnostic?.remedy(in: catalogue)
      )
    }
  }

  private static func file(_ name: String, _ path: String?, needed: Bool) -> Finding {
    Finding(
      name: name,
      detail: path ?? "-",
      isWell: path != nil,
      isNeeded: needed,
      remedy: "Scripts/setup build engine boundaries"
    )
  }

  private static func program(_ name: String, _ remedy: String) -> Finding {
    let folders = (ProcessEnvironment.value("PATH") ?? "").split(separator: ":")
    let path = folders.map { "\($0)/\(name)" }.first { FileSystem.exists($0) }
    return Finding(
      name: name,
      detail: path ?? "-",
      isWell: path != nil,
      isNeeded: false,
      remedy: remedy
    )
  }

  private static func machine() -> Finding {
    let memory = (Machine.availableMemory ?? 0) / 1_000_000
    return Finding(
      name: "machine",
      detail: "\(Machine.cores) cores, \(memory) MB free",
      isWell: memory > 500,
      isNeeded: false,
      remedy: "[engine] memory = \"500MB\" in ayni.toml"
    )
  }

  private static func disk() -> Finding {
    let free = ((try? Machine.freeSpace(at: ".")) ?? 0) / 1_000_000
    return Finding(
      name: "disk",
      detail: "\(free) MB free",
      isWell: free > 200,
      isNeeded: true,
      remedy: "df -h ."
    )
  }
}
