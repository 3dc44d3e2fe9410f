// SPDX-License-Identifier: Apache-2.0

internal import Engine
internal import Platform
internal import Project
internal import Synchronization

/// Engines that stay open until the process ends.
///
/// One that is closed gives the memory of its tables back piece by piece, which takes a tenth of a second
/// for a million rows; the system takes it back at once.
enum LastingEngine {
  private static let sessions: Mutex<[DuckDBSession]> = Mutex([])

  /// Keeps an engine open whose work is done, and removes what it put on the disk.
  ///
  /// - Parameters:
  ///   - session: the engine.
  ///   - folder: the project that it worked for.
  static func keep(_ session: DuckDBSession, of folder: ProjectFolder) {
    sessions.withLock { $0.append(session) }
    // What cannot be removed now is removed by the next run.
    if let path = try? SpillFolder.path(in: folder.root) { try? DurableFolder.remove(path) }
  }
}
