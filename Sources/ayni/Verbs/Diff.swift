// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Engine
internal import Platform
internal import Project
internal import Publishing
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
    let folder = try ProjectFolder(invocation.projectPath)
    let session = try await OpenProject.session(of: folder)
    let newer = invocation.words.count > 1 ? invocation.words[1] : "latest"
    let (old, new) = try (
      ReleaseReader.open(try Release.named(invocation.words[0], folder), of: folder, session),
      ReleaseReader.open(try Release.named(newer, folder), of: folder, session)
    )
    for change in try await changes(from: old, to: new, session) {
      if invocation.console.isJSON {
        invocation.console.result(change.json)
      } else {
        invocation.console.result(change.text)
      }
    }
    return .ok
  }

  /// What changed in each dataset of the new release, and then those that only the old one has.
  private static func changes(
    from old: ReleaseData,
    to new: ReleaseData,
    _ session: any Session
  ) async throws -> [DatasetChange] {
    var changes: [DatasetChange] = []
    for name in new.names {
      let dataset = try new.dataset(name)
      if old.names.contains(name) {
        let comparison = ReleaseComparison(old: try old.dataset(name), new: dataset)
        changes.append(DatasetChange(name: name, try await comparison.counts(session)))
      } else {
        let count = try await session.count(of: dataset.plan)
        changes.append(DatasetChange(name: name, added: count))
      }
    }
    for name in old.names where !new.names.contains(name) {
      let count = try await session.count(of: try old.dataset(name).plan)
      changes.append(DatasetChange(name: name, removed: count))
    }
    return changes
  }
}

/// How many observations of a dataset came, went and have another value.
private struct DatasetChange {
  let name: String
  /// `nil` where only the old release has the dataset.
  let added: Int?
  /// `nil` where only the new release has the dataset.
  let removed: Int?
  /// `nil` where only one release has the dataset.
  let revised: Int?

  init(name: String, added: Int? = nil, removed: Int? = nil) {
    (self.name, self.added, self.removed, revised) = (name, added, removed, nil)
  }

  init(name: String, _ counts: ReleaseComparison.Counts) {
    (self.name, added, removed, revised) = (name, counts.added, counts.removed, counts.revised)
  }

  private var parts: [(mark: String, name: String, count: Int)] {
    [("+", "added", added), ("-", "removed", removed), ("~", "revised", revised)]
      .compactMap { mark, name, count in count.map { (mark, name, $0) } }
  }

  var text: String {
    ([name] + parts.map { "\($0.mark)\($0.count)" }).joined(separator: "\t")
  }

  var json: JSONValue {
    .object(
      [.init("dataset", .string(name))]
        + parts.map { .init($0.name, .number(String($0.count))) }
    )
  }
}
