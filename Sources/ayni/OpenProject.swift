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

  /// The engine, confined to the project's folder.
  ///
  /// - Parameter importing: a file outside the project that may be read besides.
  /// - Returns: the session.
  /// - Throws: `engine.library-missing`, `command.bad-memory`.
  func session(importing: String? = nil) async throws -> DuckDBSession {
    let settings = folder.settings.engine
    let temporary = try folder.root.resolve(".ayni/temporary")
    var configuration = SessionConfiguration()
    configuration.memoryLimit = try settings.memory.map(OpenProject.bytes)
    configuration.threads = settings.threads
    configuration.temporaryFolder = temporary
    configuration.allowedFolders = [folder.root.path]
    configuration.allowedFiles = [importing].compactMap(\.self)
    configuration.extensions = [.excel]
    return try await DuckDBSession(configuration)
  }

  /// `2GB`, `500MB` in bytes.
  private static func bytes(_ text: String) throws -> Int {
    let units = ["GB": 1_000_000_000, "MB": 1_000_000, "GiB": 1 << 30, "MiB": 1 << 20]
    for (unit, size) in units where text.hasSuffix(unit) {
      let digits = text.dropLast(unit.count).filter { $0 != " " }
      if let number = Int(digits), number > 0 { return number * size }
    }
    throw CommandDefinitions.badMemory.at(Location("ayni.toml"), ["value": .text(text)])
  }
}
