// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Platform

/// Where an engine puts on the disk what does not fit into memory: `.ayni/temporary-PROCESS`.
///
/// Each process has its own, for an engine that is closed sweeps its folder.
public enum SpillFolder {
  private static let prefix = "temporary-"

  /// The folder of this process, which its engine makes when it needs it.
  ///
  /// - Parameter project: the project's folder.
  /// - Returns: its path.
  /// - Throws: `platform.path-leaves-project` where `.ayni` leads out of the project.
  public static func path(in project: RootedFolder) throws -> String {
    try project.resolve(".ayni/\(prefix)\(Machine.processNumber)")
  }

  /// Removes the folders of processes that are gone: one that is killed leaves its own behind.
  ///
  /// - Parameter folder: the project's `.ayni`.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  static func removeLeftovers(in folder: String) throws {
    for name in try DurableFolder.names(in: folder) where name.hasPrefix(prefix) {
      guard let process = Int(name.dropFirst(prefix.count)), !Machine.runs(process: process) else {
        continue
      }
      try DurableFolder.remove("\(folder)/\(name)")
    }
  }
}
