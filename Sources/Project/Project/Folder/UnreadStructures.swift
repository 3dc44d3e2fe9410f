// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform

extension ProjectFolder {
  /// The endings of files that `structures/` may hold: what is read, and notes of the office's own.
  private static let endings = [".csv", ".toml", ".md", ".txt"]

  /// Tells files under `structures/` that nothing reads, such as messages of SDMX.
  ///
  /// An office that puts an agency's structures there would else believe that they are in use.
  ///
  /// - Parameter read: the files that steps read, from the project's folder.
  /// - Returns: a warning for each file, in the order of their names.
  /// - Throws: what listing the folder gives.
  public func unreadStructures(besides read: Set<String>) throws(Diagnostic) -> [Diagnostic] {
    try root.files(under: "structures").filter { file in
      !read.contains(file) && !ProjectFolder.endings.contains { file.hasSuffix($0) }
    }.map { ProjectDefinitions.unreadStructure.at(Location($0), ["file": .text($0)]) }
  }
}
