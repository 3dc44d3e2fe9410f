// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// The digests of files of a project, as they were when they were read.
public struct FileDigests: Sendable {
  private let root: RootedFolder
  private var known: [String: Digest] = [:]

  /// Knows none yet; each is read when it is asked for.
  init(_ project: ProjectFolder) { root = project.root }

  /// Reads the files of all steps, each once and several at a time.
  ///
  /// A run needs them before anything else, so they are read while the engine starts. A file that cannot
  /// be read is left for the step that needs it to tell.
  ///
  /// - Parameters:
  ///   - graph: the steps.
  ///   - project: the project that they belong to.
  public init(of graph: StepGraph, in project: ProjectFolder) async {
    self.init(project)
    let root = project.root
    let files = Set(graph.nodes.flatMap { [$0.definition.location.file] + $0.prepared.files })
    known = await withTaskGroup(of: (String, Digest?).self) { group in
      for file in files.sorted() {
        group.addTask { (file, try? SHA256.digest(ofFile: try root.resolve(file))) }
      }
      var found: [String: Digest] = [:]
      for await (file, digest) in group { found[file] = digest }
      return found
    }
  }

  /// The digest of a file, by its path in the project.
  ///
  /// - Throws: where the file cannot be read.
  func digest(of file: String) throws -> Digest {
    if let digest = known[file] { return digest }
    return try SHA256.digest(ofFile: try root.resolve(file))
  }
}
