// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Engine
internal import Platform
internal import Publishing
internal import Relation

/// Looks at what Ayni needs, each thing by itself.
struct Examination {
  /// The folder whose disk a run would fill.
  let project: String

  func all() async -> [Finding] {
    let programs = DocumentPrograms()
    // A browser takes a moment to say its version; nothing waits for it meanwhile.
    async let chromium = program("chromium", programs.browser, package: "chromium")
    async let pandoc = program("pandoc", programs.pandoc, package: "pandoc")
    async let rsvg = program("rsvg-convert", programs.rsvg, package: "librsvg2-bin")
    return [
      Finding("ayni", DoctorWords.ayni, version: Programmes.version), await engine(),
      boundaries(), example(), await chromium, await pandoc, await rsvg, machine(), disk(),
    ]
  }

  private func engine() async -> Finding {
    do {
      let session = try await DuckDBSession()
      return Finding(
        "engine",
        DoctorWords.engine,
        version: "DuckDB \(try await session.version())",
        path: try EngineLibrary.shared().path
      )
    } catch {
      let diagnostic = DiagnosticFailure(wrapping: error).diagnostics.first
      return Finding(
        "engine",
        DoctorWords.engine,
        .missing,
        remark: diagnostic.map { Phrase($0.definition.message, $0.arguments) },
        remedy: engineRemedy
      )
    }
  }

  private var engineRemedy: Phrase {
    // The engine that a variable names is tried alone: without it, that of the installation is.
    let variable = "AYNI_ENGINE_LIBRARY"
    if ProcessEnvironment.value(variable) != nil { return .command("unset \(variable)") }
    return Installation.remedy("lib/ayni/engine") { "\($0)/Scripts/setup build engine" }
  }

  private func boundaries() -> Finding {
    let path = Installation.boundaries
    return Finding(
      "boundaries",
      DoctorWords.boundaries,
      path == nil ? .absent : .well,
      version: path.flatMap { Installation.source(ofBoundaries: $0) },
      path: path,
      remedy: Installation.remedy("share/ayni/world.geojson") { "\($0)/Scripts/setup boundaries" }
    )
  }

  private func example() -> Finding {
    let path = Installation.example
    return Finding(
      "example",
      DoctorWords.example,
      path == nil ? .absent : .well,
      path: path,
      remedy: Installation.remedy("share/ayni/examples/cooperation") {
        "git -C \($0) checkout HEAD -- Examples/cooperation"
      }
    )
  }

  private func machine() -> Finding {
    let memory = (Machine.availableMemory ?? 0) / 1_000_000
    return Finding(
      "machine",
      DoctorWords.machine,
      memory > 500 ? .well : .absent,
      remark: Phrase(
        DoctorWords.capacity,
        ["cores": .count(Machine.cores), "memory": .count(memory)]
      ),
      remedy: Phrase(DoctorWords.lessMemory)
    )
  }

  private func disk() -> Finding {
    do {
      let folder = try RootedFolder(project).path
      let free = try Machine.freeSpace(at: folder) / 1_000_000
      return Finding(
        "disk",
        DoctorWords.disk,
        free > 200 ? .well : .missing,
        path: folder,
        remark: Phrase(DoctorWords.space, ["space": .count(free)]),
        remedy: room(in: folder)
      )
    } catch {
      return Finding(
        "disk",
        DoctorWords.disk,
        .missing,
        path: project,
        remark: Phrase(error.definition.message, error.arguments),
        remedy: Phrase(error.definition.remedy, error.arguments)
      )
    }
  }

  private func room(in folder: String) -> Phrase {
    let made = "\(folder)/.ayni"
    guard FileSystem.exists(made) else { return Phrase(DoctorWords.makeRoom) }
    return Phrase(DoctorWords.removeResults, ["folder": .text(made)])
  }
}

extension Phrase {
  /// A command, which is the same in every language.
  static func command(_ text: String) -> Phrase {
    Phrase(DoctorWords.command, ["command": .text(text)])
  }
}
