// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Engine
internal import Platform
internal import Project
internal import Relation

/// A project that a verb has opened: its folder and its steps.
struct OpenProject {
  let folder: ProjectFolder
  let graph: StepGraph

  init(_ invocation: Invocation) throws {
    folder = try ProjectFolder(invocation.projectPath)
    graph = try StepGraph(folder, kinds: Programmes.stepKinds)
  }

  /// Finds before a run what would keep a part of the release from being written.
  ///
  /// - Throws: ``DiagnosticFailure`` with what the parts find.
  func checkParts() throws {
    let collector = DiagnosticCollector()
    for part in Programmes.parts { collector.report(contentsOf: part.check(folder, graph)) }
    try collector.throwIfErrors()
  }

  /// Finds what is wrong with the files of reports, before a release is opened.
  ///
  /// - Throws: ``DiagnosticFailure`` with what the templates find, of all reports together.
  func checkReports() throws {
    let collector = DiagnosticCollector()
    for report in folder.reports {
      let own = DiagnosticCollector()
      own.collecting { _ = try report.prepared(with: Programmes.reports, in: folder, own) }
      collector.report(contentsOf: own.diagnostics)
    }
    try collector.throwIfErrors()
  }

  /// The engine, confined to the project's folder.
  ///
  /// - Returns: the session.
  /// - Throws: `engine.library-missing`.
  func session() async throws -> DuckDBSession { try await OpenProject.session(of: folder) }

  /// The engine, confined to the folder of a project whose steps need not be sound.
  ///
  /// - Parameter folder: the project.
  /// - Returns: the session.
  /// - Throws: `engine.library-missing`.
  static func session(of folder: ProjectFolder) async throws -> DuckDBSession {
    let settings = folder.settings.engine
    var configuration = SessionConfiguration()
    configuration.memoryLimit =
      settings.memory ?? OpenProject.memory(ofFree: Machine.availableMemory)
    configuration.threads = settings.threads
    configuration.temporaryFolder = try SpillFolder.path(in: folder.root)
    configuration.allowedFolders = [folder.root.path]
    return try await DuckDBSession(configuration)
  }

  /// Half of the memory that is free, and never less than an engine needs to work at all.
  ///
  /// The engine's own choice is 80 % of all memory, in use or not: on a laptop with other programs open it
  /// would push them out, and itself be stopped. What does not fit goes to the disk.
  static func memory(ofFree free: Int?) -> Int? { free.map { max($0 / 2, 256_000_000) } }

  /// `2GB`, `500MB` in bytes, where an option says so.
  static func bytes(_ text: String) throws(Diagnostic) -> Int {
    guard let bytes = ProjectSettings.EngineSettings.bytes(text) else {
      throw CommandDefinitions.badMemory.at(nil, ["value": .text(text)])
    }
    return bytes
  }
}
