// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

extension Verb {
  /// `ayni publish`: promotes the candidate that the last run made.
  static let publish = Verb(
    "publish",
    usage: "ayni publish",
    (
      en: "makes the candidate of the last run a release",
      fr: "fait du candidat de la dernière exécution une publication"
    )
  ) { invocation in
    try invocation.expectWords(0...0)
    let folder = try ProjectFolder(invocation.projectPath)
    let candidate = try Candidate.last(
      folder,
      gates: Programmes.gates,
      registry: Programmes.registry
    )
    let lock = try FolderLock(try folder.root.resolve(".ayni"))
    let release = try Release.publish(candidate, of: folder)
    try announce(release, invocation.console)
    _ = consume lock
    return .ok
  }
}
