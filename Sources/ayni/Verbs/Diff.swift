// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Engine
internal import Project
internal import Relation
internal import Structures

extension Verb {
  /// `ayni diff`: compares two releases, observation by observation.
  static let diff = Verb(
    "diff",
    usage: "ayni diff RELEASE [RELEASE]",
    (
      en: "compares two releases; the second is the latest by default",
      fr: "compare deux publications ; la seconde est la dernière par défaut"
    )
  ) { invocation in
    try invocation.expectWords(1...2)
    let project = try OpenProject(invocation)
    let old = try Release.named(invocation.words[0], project.folder)
    let new = try Release.named(
      invocation.words.count > 1 ? invocation.words[1] : "latest",
      project.folder
    )
    let session = try await project.session()
    for entry in new.manifest.datasets {
      guard let structure = project.graph.structure(of: entry.name) else { continue }
      guard old.manifest.datasets.contains(where: { $0.name == entry.name }) else {
        invocation.console.result("\(entry.name)\t+\(entry.observations)")
        continue
      }
      let comparison = ReleaseComparison(
        structure: structure,
        old: "\(old.path)/\(entry.file)",
        new: "\(new.path)/\(entry.file)"
      )
      let counts = try await comparison.counts(session)
      invocation.console.result(
        "\(entry.name)\t+\(counts.added)\t-\(counts.removed)\t~\(counts.revised)"
      )
    }
    return .ok
  }
}
